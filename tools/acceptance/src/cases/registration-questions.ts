import { type Case, fails, NOWHERE } from "./case.ts";

export const registrationQuestions: readonly Case[] = [
  {
    id: "registrationQuestions.replace",
    name: "one of each kind",
    input: ({ made }) => ({
      webinar_id: made,
      questions: [{ field_name: "org", required: true }],
      custom_questions: [{ title: "Which day?", type: "single_radio", answers: ["Friday", "Monday"], required: false }],
    }),
    expected: { ok: { questions: 1, custom_questions: 1 } },
  },
  fails("registrationQuestions.replace", "only half of the form", ({ made }) => ({ webinar_id: made, questions: [] }), "input_invalid", {
    asJson: true,
  }),
  {
    id: "registrationQuestions.get",
    name: "the form",
    input: ({ made }) => ({ webinar_id: made }),
    expected: { ok: { questions: [{ field_name: "org" }], custom_questions: [{ title: "Which day?" }] } },
  },
  fails("registrationQuestions.get", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
];
