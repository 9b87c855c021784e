import { type Case, fails, NOWHERE } from "./case.ts";

const question = { name: "What do you eat?", type: "single", answers: ["Soup", "Salad"] };

export const polls: readonly Case[] = [
  {
    id: "polls.create",
    name: "with one question",
    input: ({ made }) => ({ webinar_id: made, poll_title: "Lunch", questions: [question] }),
    expected: { ok: { title: "Lunch", questions: [question] } },
    remember: ({ id }: { id: string }) => ({ poll: id }),
  },
  fails(
    "polls.create",
    "with one answer only",
    ({ made }) => ({ webinar_id: made, poll_title: "L", questions: [{ ...question, answers: ["Soup"] }] }),
    "input_invalid",
  ),

  { id: "polls.list", name: "it", input: ({ made }) => ({ webinar_id: made }), expected: { ok: { polls: [{ title: "Lunch" }] } } },
  fails("polls.list", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),

  { id: "polls.get", name: "it", input: ({ made, poll }) => ({ webinar_id: made, poll_id: poll }), expected: { ok: { title: "Lunch" } } },
  fails("polls.get", "one that is not there", ({ made }) => ({ webinar_id: made, poll_id: "nothing" }), "zoom_rejected"),

  {
    id: "polls.replace",
    name: "it",
    input: ({ made, poll }) => ({ webinar_id: made, poll_id: poll, poll_title: "Tea", questions: [question] }),
    expected: { ok: { done: "replace_webinar_poll" } },
  },
  fails(
    "polls.replace",
    "without questions",
    ({ made, poll }) => ({ webinar_id: made, poll_id: poll, poll_title: "Tea", questions: [] }),
    "input_invalid",
    { asJson: true },
  ),

  {
    id: "polls.delete",
    name: "it",
    input: ({ made, poll }) => ({ webinar_id: made, poll_id: poll }),
    expected: { ok: { done: "delete_webinar_poll" } },
  },
  fails("polls.delete", "it again", ({ made, poll }) => ({ webinar_id: made, poll_id: poll }), "zoom_rejected"),
];
