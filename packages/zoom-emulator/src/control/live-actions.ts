import type { Change } from "../rules/call.ts";
import { type Check, flag, list, object, oneOf, text } from "../rules/validate.ts";
import type { WebinarRecord } from "../state/state.ts";
import type { ControlAction, ControlVerb, VerbFlag } from "./action.ts";
import type { WebinarKey } from "./live/who.ts";

/** What somebody does in a webinar: `Given` follows the webinar, in the order of the path's placeholders, and the body comes last. */
interface LiveRow<Given extends readonly unknown[], Result> extends Pick<ControlAction<[], Result>, "check" | "answer"> {
  /** Below /emulator/webinars/{id}/, with placeholders. */
  path: string;
  /** Loads what is done. */
  load(): Promise<(change: Change, webinar: WebinarRecord, ...given: Given) => Result>;
  /** Its command; the webinar comes before its words. */
  verb?: ControlVerb;
}

const action = <Given extends readonly unknown[], Result>({
  path,
  load,
  verb,
  ...row
}: LiveRow<Given, Result>): ControlAction<[webinarId: WebinarKey, ...given: Given], Result> => ({
  ...row,
  method: "POST",
  path: `webinars/{id}/${path}`,
  // Placeholders and body are what the row says: its check has seen them.
  read: ({ id = "", ...places }, body) => [id, ...([...Object.values(places), ...(row.check === undefined ? [] : [body])] as unknown as Given)],
  load: async () => {
    const [act, { webinarOf }] = await Promise.all([load(), import("./live/who.ts")]);
    return (change, webinarId, ...given) => act(change, webinarOf(change.state, webinarId), ...given);
  },
  verb: verb && { ...verb, words: [{ name: "webinar-id", help: "which webinar", kind: "webinar" }, ...(verb.words ?? [])] },
});

const WHO = { user_id: text(), registrant_id: text(), email: text(), name: text() };
const NAME: VerbFlag = { flag: "--name <name>", help: "by the name shown in the webinar", field: "name" };
const EMAIL: VerbFlag = { flag: "--email <address>", help: "the host's, a panelist's or a registrant's address", field: "email" };
const REGISTRANT: VerbFlag = { flag: "--registrant-id <id>", help: "by the registrant", field: "registrant_id" };
const USER: VerbFlag = { flag: "--user-id <id>", help: "by the participant's number, which join gives", field: "user_id" };
const BY = [NAME, EMAIL, REGISTRANT, USER];
const ANSWERS: VerbFlag = { flag: "--answer <text>", help: "one for each question, in order; repeat", field: "answers", many: true };
const some = text({ min: 1 });
const given: Check = (value, field) => (Array.isArray(value) ? list(text())(value, field) : text()(value, field));
const answers = object({ ...WHO, answers: list(given) }, ["answers"]);

/**
 * Everything that people do in a webinar, by the name of its control: one row is the control, its lazy loader, its route and its command. All of it throws `Refusal` if it
 * cannot be: the webinar is unknown or not on air, the person is not in it.
 */
export const LIVE_ACTIONS = {
  /** The host opens the webinar. Returns the instance's UUID. */
  startWebinar: action({
    path: "start",
    load: async () => (await import("./live/on-air.ts")).start,
    answer: (uuid, { id }) => ({ webinar_id: id, uuid, running: true }),
    verb: { name: "start", summary: "Open a webinar, as its host would: Zoom's API cannot.", done: "Started." },
  }),
  /** The host ends it; everybody leaves. Returns the UUID of the instance that ended. */
  endWebinar: action({
    path: "end",
    load: async () => (await import("./live/on-air.ts")).end,
    answer: (uuid, { id }) => ({ webinar_id: id, uuid, running: false }),
    verb: { name: "end", summary: "End a webinar, as its host would.", done: "Ended." },
  }),
  /** Somebody comes in: a registrant, host or panelist by address, or a guest by name. Returns the `user_id` of this joining; again makes another. */
  join: action({
    path: "participants",
    check: object({ registrant_id: some, email: some, name: some }),
    load: async () => (await import("./live/people.ts")).join,
    answer: (user_id) => ({ user_id }),
    verb: {
      name: "join",
      summary: "Let somebody come into a running webinar: a registrant, a panelist, the host, or a guest by name.",
      flags: [NAME, EMAIL, REGISTRANT],
      done: "Joined.",
    },
  }),
  /** Somebody leaves. */
  leave: action({
    path: "leave",
    check: object(WHO),
    load: async () => (await import("./live/people.ts")).leave,
    verb: { name: "leave", summary: "Let somebody leave a running webinar.", flags: BY, done: "Left." },
  }),
  /** Somebody asks. Returns the question's id. */
  ask: action({
    path: "questions",
    check: object({ ...WHO, question: some, anonymous: flag }, ["question"]),
    load: async () => (await import("./live/questions.ts")).ask,
    answer: (question_id) => ({ question_id }),
    verb: {
      name: "ask",
      summary: "Let somebody in a running webinar ask a question.",
      flags: [{ flag: "--question <text>", help: "what is asked", field: "question" }, ...BY],
      done: "Asked.",
    },
  }),
  /** Somebody answers a question. */
  answer: action({
    path: "questions/{questionId}/answers",
    check: object({ content: text(), kind: oneOf("publicly", "privately", "live", "comment"), by: object(WHO) }),
    load: async () => (await import("./live/questions.ts")).answer,
  }),
  /** The host puts a question aside without an answer. */
  dismissQuestion: action({ path: "questions/{questionId}/dismiss", load: async () => (await import("./live/questions.ts")).dismiss }),
  /** Somebody answers a poll; the first answer starts it. */
  vote: action({
    path: "polls/{pollId}/votes",
    check: answers,
    load: async () => (await import("./live/answers.ts")).vote,
    verb: {
      name: "vote",
      summary: "Let somebody in a running webinar answer a poll.",
      words: [{ name: "poll-id", help: "which poll" }],
      flags: [ANSWERS, ...BY],
      done: "Voted.",
    },
  }),
  /** Somebody who was there answers the survey, also after the end. */
  answerSurvey: action({
    path: "survey/answers",
    check: answers,
    load: async () => (await import("./live/answers.ts")).answerSurvey,
    verb: {
      name: "answer-survey",
      summary: "Let somebody answer the survey of a webinar, also after its end.",
      flags: [ANSWERS, ...BY],
      done: "Answered.",
    },
  }),
  /** Somebody writes in the chat. Returns the message's id. */
  chat: action({
    path: "chat",
    check: object({ ...WHO, content: some, file_ids: list(some) }, ["content"]),
    load: async () => (await import("./live/talk.ts")).sendMessage,
    answer: (message_id) => ({ message_id }),
  }),
  /** Somebody leaves a thumb and a comment, also after the end. */
  giveFeedback: action({
    path: "feedback",
    check: object({ ...WHO, satisfied: flag, comment: text() }, ["satisfied"]),
    load: async () => (await import("./live/talk.ts")).giveFeedback,
  }),
  /** Somebody begins to share. */
  startSharing: action({
    path: "sharing/start",
    check: object({ ...WHO, content: some }, ["content"]),
    load: async () => (await import("./live/talk.ts")).startSharing,
  }),
  /** Somebody stops sharing. */
  stopSharing: action({ path: "sharing/stop", check: object(WHO), load: async () => (await import("./live/talk.ts")).stopSharing }),
  /** Zoom's AI sums up the instance that ended last. */
  writeSummary: action({
    path: "summary",
    check: object({ content: some, title: text() }, ["content"]),
    load: async () => (await import("./live/talk.ts")).writeSummary,
  }),
};
