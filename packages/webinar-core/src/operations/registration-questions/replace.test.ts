import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getRegistrationQuestions } from "./get.ts";
import { replaceRegistrationQuestions } from "./replace.ts";

it("replaces both lists", async () => {
  const { run, seen } = emulated();
  const form = {
    questions: [{ field_name: "job_title" as const, required: true }],
    custom_questions: [{ title: "Which day?", type: "single_radio" as const, required: false, answers: ["Friday", "Monday"] }],
  };
  expect(await run(replaceRegistrationQuestions, { webinar_id: UPCOMING, ...form })).toEqual({
    webinar_id: UPCOMING,
    questions: 1,
    custom_questions: 1,
  });
  expect(seen()).toMatchObject([{ method: "PATCH", path: `/v2/webinars/${UPCOMING}/registrants/questions`, body: form }]);
  expect(await run(getRegistrationQuestions, { webinar_id: UPCOMING })).toMatchObject(form);
});

it("wants both lists, since one left out would be lost", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(replaceRegistrationQuestions, { webinar_id: UPCOMING, questions: [] })).toMatchObject({
    code: "input_invalid",
    faults: [{ field: "custom_questions", message: "is required" }],
  });
  expect(seen()).toEqual([]);
});
