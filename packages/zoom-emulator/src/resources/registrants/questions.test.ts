import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const FORM = {
  questions: [
    { field_name: "org", required: true },
    { field_name: "country", required: false },
  ],
  custom_questions: [
    { title: "Why?", type: "short", required: true, answers: [] },
    { title: "Where from?", type: "single_dropdown", required: false, answers: ["Friends", "Mail"] },
  ],
};

const withWebinar = async (options = {}) => {
  const probed = await probe(options);
  const { id } = await planWebinar(probed.call);
  return { ...probed, id, at: `/webinars/${id}/registrants/questions` };
};

test("replaces the form; a list that is left out is emptied", async () => {
  const { call, at } = await withWebinar();
  expect(await call("PATCH", at, FORM)).toMatchObject({ status: 204, text: "" });
  expect((await call("GET", at)).body).toEqual(FORM);
  await call("PATCH", at, { questions: [{ field_name: "org" }] });
  expect((await call("GET", at)).body).toEqual({ questions: [{ field_name: "org", required: false }], custom_questions: [] });
});

test.each([
  [{ questions: [{ field_name: "email" }] }, "questions[0].field_name"],
  [{ questions: [{ required: true }] }, "questions[0].field_name"],
  [{ custom_questions: [{ title: "Which?", type: "single_radio" }] }, "custom_questions[0].answers"],
  [{ custom_questions: [{ title: "Which?", type: "essay" }] }, "custom_questions[0].type"],
  [{ custom_questions: [{ type: "short" }] }, "custom_questions[0].title"],
  [{ custom_questions: [{ title: "x".repeat(1025) }] }, "custom_questions[0].title"],
])("refuses %j", async (form, field) => {
  const { call, at } = await withWebinar();
  expect(refusalOf(await call("PATCH", at, form))).toBe(`400/300 Validation Failed. [${field}]`);
});

test("answers that the form requires are missed, or not, by switch", async () => {
  const strict = await withWebinar({ switches: { missingAnswers: "refuse" } });
  const person = { email: "pat@example.com", first_name: "Pat" };
  await strict.call("PATCH", strict.at, FORM);
  const path = `/webinars/${strict.id}/registrants`;
  expect(refusalOf(await strict.call("POST", path, person))).toBe("400/300 Validation Failed. [org, custom_questions.Why?]");
  const answered = { ...person, org: "Example Ltd", custom_questions: [{ title: "Why?", value: "Because" }] };
  expect((await strict.call("POST", path, answered)).status).toBe(201);
  const lenient = await withWebinar();
  await lenient.call("PATCH", lenient.at, FORM);
  expect((await lenient.call("POST", `/webinars/${lenient.id}/registrants`, person)).status).toBe(201);
});
