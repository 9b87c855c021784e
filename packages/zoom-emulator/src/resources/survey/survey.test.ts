import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const SURVEY = {
  custom_survey: { title: "How was it?", questions: [{ name: "Would you come again?", type: "single", answers: ["Yes", "No"] }] },
};

const withWebinar = async () => {
  const probed = await probe();
  const { id } = await planWebinar(probed.call);
  const at = `/webinars/${id}/survey`;
  return { ...probed, at, set: (survey: unknown) => probed.call("PATCH", at, survey), get: async () => (await probed.call("GET", at)).body };
};

test("there is none until one is set, and none once it is taken off", async () => {
  const { call, at, set, get } = await withWebinar();
  expect(await get()).toEqual({});
  expect(await set(SURVEY)).toMatchObject({ status: 204, text: "" });
  expect(await get()).toEqual({
    custom_survey: { ...SURVEY.custom_survey, questions: [{ ...SURVEY.custom_survey.questions[0], answer_required: false }] },
    show_in_the_browser: true,
    show_in_the_follow_up_email: false,
  });
  expect((await call("DELETE", at)).status).toBe(204);
  expect(await get()).toEqual({});
});

test("a change leaves the rest; Zoom's form and another service's address exclude each other", async () => {
  const { set, get } = await withWebinar();
  await set(SURVEY);
  await set({ show_in_the_follow_up_email: true });
  expect(await get()).toMatchObject({ custom_survey: { title: "How was it?" }, show_in_the_follow_up_email: true });
  await set({ third_party_survey: "https://survey.example.com/1" });
  expect(await get()).toEqual({ third_party_survey: "https://survey.example.com/1", show_in_the_browser: true, show_in_the_follow_up_email: true });
  await set(SURVEY);
  expect(await get()).not.toHaveProperty("third_party_survey");
});

test.each([
  [{ third_party_survey: "not an address" }, "400/300 Invalid third party survey: not an address."],
  [{ ...SURVEY, third_party_survey: "https://survey.example.com" }, "400/300 Validation Failed. [third_party_survey]"],
  [{ third_party_survey: `https://survey.example.com/${"x".repeat(64)}` }, "400/300 Validation Failed. [third_party_survey]"],
  [{ custom_survey: { questions: [] } }, "400/300 Validation Failed. [custom_survey.questions]"],
  [{ custom_survey: { title: "t".repeat(65) } }, "400/300 Validation Failed. [custom_survey.title]"],
  [
    { custom_survey: { questions: [{ name: "n".repeat(421), type: "long_answer" }] } },
    "400/300 Validation Failed. [custom_survey.questions[0].name]",
  ],
])("refuses %j", async (survey, refusal) => {
  const { set, get } = await withWebinar();
  expect(refusalOf(await set(survey))).toBe(refusal);
  expect(await get()).toEqual({});
});
