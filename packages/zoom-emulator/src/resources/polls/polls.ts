import { asList, asNumber, asObject, asText, compact, type JsonObject } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { isListed } from "../../rules/list-lag.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, type Check, flag, list, object, oneOf, text } from "../../rules/validate.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import type { PollRecord } from "../../state/webinar-record.ts";
import { type FoundWebinar, findWebinar } from "../webinars/find-webinar.ts";
import { kindOf, pickQuestion, QUESTION_FIELDS, questionCheck } from "./question-check.ts";

const PLAIN = 1;
const QUIZ = 3;
const MOST_QUESTIONS = 50;
const PROMPT_FIELDS = ["prompt_question", "prompt_right_answers"];

const fields = object({
  title: text({ max: 64 }),
  poll_type: oneOf(1, 2, 3),
  anonymous: flag,
  questions: list(questionCheck({ longestName: 1024, longestAnswer: 500, mostChoices: 10, longestLabel: 256 }), MOST_QUESTIONS),
});

const questionsOf = (body: JsonObject): JsonObject[] => asList(body.questions).map(asObject);

/** A plain poll has choices only; a quiz says what is right. */
const kindFaults = (body: JsonObject): string[] =>
  questionsOf(body).flatMap((question, index) => {
    const kind = kindOf(question);
    const type = body.poll_type ?? PLAIN;
    if (type === PLAIN && kind !== "single" && kind !== "multiple") return [`questions[${index}].type`];
    const isRight = ["single", "multiple", "fill_in_the_blank"].includes(kind) && asList(question.right_answers).length === 0;
    return type === QUIZ && isRight ? [`questions[${index}].right_answers`] : [];
  });

const poll: Check = (value, field) => {
  const faults = fields(value, field);
  return faults.length > 0 ? faults : kindFaults(asObject(value));
};

/** The webinar that the path names, if its host may have polls. */
const findWithPolls = (call: Call): FoundWebinar => {
  const found = findWebinar(call);
  assertOn(call.state, "polls", found.host);
  return found;
};

const contentOf = ({ body }: Call): Omit<PollRecord, "id" | "status" | "createdMs"> => {
  const poll_type = asNumber(body.poll_type) === 2 ? 2 : asNumber(body.poll_type) === QUIZ ? 3 : 1;
  return {
    title: asText(body.title) ?? null,
    poll_type,
    anonymous: body.anonymous === true,
    // plain polls want an answer unless they say otherwise, the others do not
    questions: questionsOf(body).map((question) => ({
      type: "single",
      answer_required: poll_type === PLAIN,
      ...pickQuestion(question, QUESTION_FIELDS, PROMPT_FIELDS),
    })),
  };
};

const assertContent = (call: Call, { host }: FoundWebinar): void => {
  assertValid(poll, call.body);
  if ((call.body.poll_type ?? PLAIN) !== PLAIN) assertOn(call.state, "advanced_polls", host);
};

const toPoll = ({ id, status, createdMs: _created, ...content }: PollRecord) => ({ id, status, ...compact(content) });

const pollOf = ({ webinar }: FoundWebinar, { path }: Call): PollRecord => {
  const found = webinar.polls.find(({ id }) => id === path.pollId);
  if (found === undefined) throw refusals.pollUnknown();
  return found;
};

/** GET /webinars/{webinarId}/polls: all polls, or only those that hide names, or only those that show them. */
export const listPolls: Handler = (call) => {
  const { webinar } = findWithPolls(call);
  const anonymous = call.query.get("anonymous");
  const isAsked = (found: PollRecord) => (anonymous !== "true" && anonymous !== "false") || found.anonymous === (anonymous === "true");
  const polls = webinar.polls.filter((found) => isAsked(found) && isListed(call, found)).map(toPoll);
  return { status: 200, body: { total_records: polls.length, polls } };
};

/** GET /webinars/{webinarId}/polls/{pollId}: one poll. */
export const getPoll: Handler = (call) => ({ status: 200, body: toPoll(pollOf(findWithPolls(call), call)) });

/** POST /webinars/{webinarId}/polls: prepares a poll. */
export const createPoll: Handler = (call) => {
  const found = findWithPolls(call);
  assertContent(call, found);
  const created: PollRecord = { id: nextOpaqueId(call.state, "poll"), status: "notstart", createdMs: call.nowMs, ...contentOf(call) };
  found.webinar.polls.push(created);
  return { status: 201, body: toPoll(created) };
};

/** PUT /webinars/{webinarId}/polls/{pollId}: replaces a poll; what is left out is lost. */
export const updatePoll: Handler = (call) => {
  const found = findWithPolls(call);
  assertContent(call, found);
  const known = pollOf(found, call);
  assertOn(call.state, "own_polls", found.host);
  Object.assign(known, contentOf(call));
  return { status: 204 };
};

/** DELETE /webinars/{webinarId}/polls/{pollId}: deletes a poll. What was answered in it stays. */
export const deletePoll: Handler = (call) => {
  const found = findWithPolls(call);
  const known = pollOf(found, call);
  assertOn(call.state, "own_polls", found.host);
  found.webinar.polls = found.webinar.polls.filter((other) => other !== known);
  return { status: 204 };
};
