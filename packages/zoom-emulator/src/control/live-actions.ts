import type { Change } from "../rules/call.ts";
import { type Check, flag, list, object, oneOf, text } from "../rules/validate.ts";
import type { WebinarRecord } from "../state/state.ts";

/** A flag of a command; `field` is its name in the body. */
export interface VerbFlag {
  /** "--name <name>" */
  flag: string;
  help: string;
  field: string;
  /** May be given more than once, and is sent as a list. */
  many?: boolean;
}

/** How the command line says it. The webinar comes first, then one word for each placeholder of the path. */
export interface LiveVerb {
  name: string;
  summary: string;
  words?: readonly { name: string; help: string }[];
  flags?: readonly VerbFlag[];
  /** The message if the answer has no body. */
  done: string;
}

/** What somebody does in a webinar: `Given` follows the webinar, in the order of the path's placeholders, and the body comes last. */
export interface LiveAction<Given extends readonly unknown[], Result> {
  /** Below /emulator/webinars/{id}/, with placeholders. */
  path: string;
  /** What the body has to be; without it there is none. */
  check?: Check;
  /** Loads what is done. */
  load(): Promise<(change: Change, webinar: WebinarRecord, ...given: Given) => Result>;
  /** The body of the route's answer; without it the route answers 204. */
  answer?(result: Result, webinarId: string): object;
  /** Its command, if it has one. */
  verb?: LiveVerb;
}

const action = <Given extends readonly unknown[], Result>(row: LiveAction<Given, Result>): LiveAction<Given, Result> => row;

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
    answer: (uuid, webinar_id) => ({ webinar_id, uuid, running: true }),
    verb: { name: "start", summary: "Open a webinar, as its host would: Zoom's API cannot.", done: "Started." },
  }),
  /** The host ends it; everybody leaves. Returns the UUID of the instance that ended. */
  endWebinar: action({
    path: "end",
    load: async () => (await import("./live/on-air.ts")).end,
    answer: (uuid, webinar_id) => ({ webinar_id, uuid, running: false }),
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

/** A row whose types the table alone knows. */
type AnyAction = LiveAction<readonly unknown[], unknown>;

/** The rows with their names. */
export const LIVE_ROWS = Object.entries(LIVE_ACTIONS) as unknown as readonly (readonly [keyof typeof LIVE_ACTIONS, AnyAction])[];
