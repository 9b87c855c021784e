import { type Case, fails, NOWHERE } from "./case.ts";

const custom_survey = { title: "How was it?", questions: [{ name: "Marks?", type: "rating_scale", rating_min_value: 0, rating_max_value: 10 }] };

export const survey: readonly Case[] = [
  {
    id: "survey.set",
    name: "of its own",
    input: ({ made }) => ({ webinar_id: made, custom_survey }),
    expected: { ok: { done: "set_webinar_survey" } },
  },
  fails(
    "survey.set",
    "of another kind",
    ({ made }) => ({ webinar_id: made, custom_survey: { questions: [{ name: "?", type: "maybe" }] } }),
    "input_invalid",
  ),

  { id: "survey.get", name: "it", input: ({ made }) => ({ webinar_id: made }), expected: { ok: { custom_survey: { title: "How was it?" } } } },
  fails("survey.get", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),

  { id: "survey.delete", name: "it", input: ({ made }) => ({ webinar_id: made }), expected: { ok: { done: "delete_webinar_survey" } } },
  fails("survey.delete", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
];
