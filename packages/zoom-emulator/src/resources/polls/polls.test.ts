import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const CHOICE = { name: "Tea or coffee?", type: "single", answers: ["Tea", "Coffee"] };
const POLL = { title: "Drinks", questions: [CHOICE] };

const withWebinar = async () => {
  const probed = await probe();
  const { id } = await planWebinar(probed.call);
  const at = `/webinars/${id}/polls`;
  const create = (poll: unknown) => probed.call("POST", at, poll);
  return { ...probed, at, create };
};

test("prepares a poll, replaces it whole, and deletes it", async () => {
  const { call, at, create } = await withWebinar();
  const { status, body } = await create(POLL);
  expect(status).toBe(201);
  expect(body).toEqual({
    id: body.id,
    status: "notstart",
    title: "Drinks",
    poll_type: 1,
    anonymous: false,
    questions: [{ ...CHOICE, answer_required: true }],
  });
  expect((await call("GET", `${at}/${body.id}`)).body).toEqual(body);
  const quiz = { poll_type: 3, anonymous: true, questions: [{ ...CHOICE, right_answers: ["Tea"] }] };
  expect(await call("PUT", `${at}/${body.id}`, quiz)).toMatchObject({ status: 204, text: "" });
  const replaced = (await call("GET", `${at}/${body.id}`)).body;
  expect(replaced).toEqual({ id: body.id, status: "notstart", ...quiz, questions: [{ ...quiz.questions[0], answer_required: false }] });
  expect((await call("DELETE", `${at}/${body.id}`)).status).toBe(204);
  expect(refusalOf(await call("GET", `${at}/${body.id}`))).toBe("400/4400 Invalid poll IDs.");
});

test("lists all, or only those that hide names, or show them", async () => {
  const { call, at, create } = await withWebinar();
  await create(POLL);
  await create({ ...POLL, title: "Hidden", anonymous: true });
  const titles = async (query: string) => {
    const { body } = await call("GET", `${at}${query}`);
    expect(body.total_records).toBe(body.polls.length);
    return body.polls.map(({ title }: { title: string }) => title);
  };
  expect(await titles("")).toEqual(["Drinks", "Hidden"]);
  expect(await titles("?anonymous=true")).toEqual(["Hidden"]);
  expect(await titles("?anonymous=false")).toEqual(["Drinks"]);
  expect(await titles("?anonymous=maybe")).toHaveLength(2);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => `A${index}`);
const prompts = (count: number) => many(count).map((prompt_question) => ({ prompt_question, unknown: true }));

test.each([
  [1, { type: "multiple", answers: many(10) }],
  [2, { type: "matching", answers: many(16), prompts: prompts(10) }],
  [2, { type: "rank_order", answers: many(7), prompts: prompts(2) }],
  [2, { type: "short_answer", answer_min_character: 1, answer_max_character: 500 }],
  [2, { type: "long_answer", answer_max_character: 2000 }],
  [2, { type: "rating_scale", rating_min_value: 0, rating_max_value: 10, rating_min_label: "No", rating_max_label: "Yes" }],
  [3, { type: "fill_in_the_blank", right_answers: ["Tea"], case_sensitive: true }],
])("takes, in a poll of type %i, %j", async (poll_type, question) => {
  const { create } = await withWebinar();
  expect((await create({ poll_type, questions: [{ name: "Which?", ...question }] })).status).toBe(201);
});

test.each([
  [1, { type: "short_answer" }, "type"],
  [1, { type: "single", answers: ["One"] }, "answers"],
  [1, { type: "single", answers: many(11) }, "answers"],
  [1, { answers: ["A", "B"], name: "" }, "name"],
  [1, { type: "single", answers: ["A", "B"], right_answers: [] }, "right_answers"],
  [2, { type: "matching", answers: many(17), prompts: prompts(2) }, "answers"],
  [2, { type: "matching", answers: many(3), prompts: prompts(1) }, "prompts"],
  [2, { type: "rank_order", answers: many(8), prompts: prompts(2) }, "answers"],
  [2, { type: "short_answer", answer_max_character: 501 }, "answer_max_character"],
  [2, { type: "long_answer", answer_min_character: 0 }, "answer_min_character"],
  [2, { type: "rating_scale", rating_min_value: 5, rating_max_value: 5 }, "rating_max_value"],
  [2, { type: "rating_scale", rating_max_value: 11 }, "rating_max_value"],
  [2, { type: "essay" }, "type"],
  [3, { type: "single", answers: ["A", "B"] }, "right_answers"],
])("refuses, in a poll of type %i, %j", async (poll_type, question, field) => {
  const { create } = await withWebinar();
  const answer = await create({ poll_type, questions: [{ name: "Which?", ...question }] });
  expect(refusalOf(answer)).toBe(`400/300 Validation Failed. [questions[0].${field}]`);
});

test("a title is short and a poll has a known type", async () => {
  const { create } = await withWebinar();
  expect(refusalOf(await create({ title: "t".repeat(65), poll_type: 4 }))).toBe("400/300 Validation Failed. [title, poll_type]");
});
