import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { createPoll } from "./create.ts";

const webinar_id = UPCOMING;
const prompts = [
  { prompt_question: "Cat", prompt_right_answers: ["Purrs"] },
  { prompt_question: "Dog", prompt_right_answers: ["Barks"] },
];
/** One question of each kind that Zoom has. */
const KINDS = [
  { name: "One?", type: "single", answers: ["A", "B"], show_as_dropdown: true },
  { name: "Some?", type: "multiple", answers: ["A", "B", "C"] },
  { name: "Which does what?", type: "matching", answers: ["Purrs", "Barks"], prompts },
  { name: "In which order?", type: "rank_order", answers: ["First", "Second"], prompts },
  { name: "In a word?", type: "short_answer", answer_min_character: 1, answer_max_character: 500 },
  { name: "At length?", type: "long_answer", answer_max_character: 2000 },
  { name: "The _ barks.", type: "fill_in_the_blank", right_answers: ["dog"], case_sensitive: false },
  { name: "Marks?", type: "rating_scale", rating_min_value: 0, rating_max_value: 10, rating_min_label: "Bad", rating_max_label: "Good" },
] as const;
const [single] = KINDS;

describe("polls.create", () => {
  it("takes a title and a plain question, and answers with the new poll", async () => {
    const { run, seen } = emulated();
    const poll = await run(createPoll, { webinar_id, poll_title: "Lunch", questions: [{ ...single, answers: [...single.answers] }] });
    expect(poll).toMatchObject({ id: expect.any(String), title: "Lunch", status: "notstart", poll_type: 1 });
    expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([
      { method: "POST", path: `/v2/webinars/${webinar_id}/polls`, body: { title: "Lunch", poll_type: 1, questions: [single] } },
    ]);
  });

  it("takes questions of all eight kinds, as an advanced poll unless said otherwise", async () => {
    const { run, seen } = emulated();
    await run(createPoll, { webinar_id, poll_title: "All", anonymous: true, questions: structuredClone(KINDS) as never });
    expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([
      { body: { title: "All", poll_type: 2, anonymous: true, questions: KINDS } },
    ]);
  });

  it.each<[string, object, string]>([
    ["one answer", { ...single, answers: ["A"] }, "answers"],
    ["eleven answers", { ...single, answers: Array(11).fill("A") }, "answers"],
    ["eight ranks", { ...KINDS[3], answers: Array(8).fill("A") }, "answers"],
    ["one prompt", { ...KINDS[2], prompts: prompts.slice(1) }, "prompts"],
    ["a short answer of 501 characters", { ...KINDS[4], answer_max_character: 501 }, "answer_max_character"],
    ["a shortest answer above the longest", { ...KINDS[5], answer_min_character: 10, answer_max_character: 5 }, "answer_min_character"],
    ["a blank without a right answer", { ...KINDS[6], right_answers: undefined }, "right_answers"],
    ["a scale without an end", { ...KINDS[7], rating_max_value: undefined }, "rating_max_value"],
    ["no text", { type: "single", answers: ["A", "B"] }, "name"],
    ["no kind", { name: "?" }, "type"],
  ])("refuses %s before asking Zoom, naming the field", async (_what, question, field) => {
    const { refusal, seen } = emulated();
    expect(await refusal(createPoll, { webinar_id, poll_title: "T", questions: [single, question] })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: `questions.1.${field}` }],
    });
    expect(seen()).toEqual([]);
  });

  it("asks a quiz for its right answers; refuses a title of 65 characters; reports that there is no such webinar", async () => {
    const { refusal } = emulated();
    const questions = [single];
    const faultOf = async (input: object) =>
      ((await refusal(createPoll, { webinar_id, poll_title: "T", questions, ...input })).details.faults as { field: string }[])[0];
    expect(await faultOf({ poll_type: 1, questions: [single, KINDS[7]] })).toEqual({
      field: "questions.1.type",
      message: "rating_scale needs an advanced poll: leave poll_type out, or give 2",
    });
    expect(await faultOf({ poll_type: 3 })).toMatchObject({ field: "questions.0.right_answers" });
    expect(await faultOf({ poll_title: "x".repeat(65) })).toMatchObject({ field: "poll_title" });
    expect(await refusal(createPoll, { webinar_id: "99999999999", poll_title: "T", questions })).toMatchObject({ code: "not_found" });
  });
});
