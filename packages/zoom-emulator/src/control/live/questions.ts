import { asObject, toZoomTime } from "../../http/json.ts";
import { hostOf } from "../../resources/webinars/find-webinar.ts";
import { settingOf } from "../../resources/webinars/settings.ts";
import type { Change } from "../../rules/call.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import type { QuestionAnswerRecord, QuestionRecord } from "../../state/session-record.ts";
import type { SessionRecord, WebinarRecord } from "../../state/state.ts";
import { findPresent, misuse, sessionOf, type Who } from "./who.ts";

/** A question from the audience. */
export interface NewQuestion extends Who {
  question: string;
  anonymous?: boolean;
}

/** Somebody in the webinar asks. Returns the question's id. Throws `Refusal` if they are not in, or Q&A or asking without a name is off. */
export const ask = (change: Change, webinar: WebinarRecord, { question, anonymous = false, ...who }: NewQuestion): string => {
  const session = sessionOf(webinar);
  const settings = asObject(settingOf(webinar, "question_and_answer"));
  if (settings.enable === false) throw misuse("Q&A is off in this webinar.");
  if (anonymous && settings.allow_anonymous_questions === false) throw misuse("This webinar takes no questions without a name.");
  const { user_id } = findPresent(session, who);
  const asked: QuestionRecord = {
    id: nextOpaqueId(change.state, "question"),
    user_id,
    anonymous,
    question,
    at: toZoomTime(change.nowMs),
    status: "open",
    answers: [],
  };
  session.questions.push(asked);
  return asked.id;
};

/** How a question is answered: to all, to who asked, aloud, or by a comment of another attendee. */
export type AnswerKind = "publicly" | "privately" | "live" | "comment";

const KINDS: Readonly<Record<AnswerKind, QuestionAnswerRecord["kind"]>> = {
  publicly: "host_answered_publicly",
  privately: "host_answered_privately",
  live: "host_answered",
  comment: "participant_commented",
};

/** An answer. `by` is somebody in the webinar; without it, it is the host. */
export interface NewAnswer {
  content?: string;
  kind?: AnswerKind;
  by?: Who;
}

const findQuestion = (session: SessionRecord, questionId: string): QuestionRecord => {
  const found = session.questions.find(({ id }) => id === questionId);
  if (found === undefined) throw misuse(`Nobody asked ${questionId}.`);
  return found;
};

const answererOf = ({ state }: Change, webinar: WebinarRecord, session: SessionRecord, by: Who | undefined) => {
  if (by !== undefined) return findPresent(session, by);
  const host = hostOf(state, webinar);
  const joined = session.participants.findLast(({ role }) => role === "host");
  return { user_id: joined?.user_id ?? null, name: host === undefined ? "" : `${host.first_name} ${host.last_name}`, email: host?.email ?? "" };
};

/** Answers a question; any answer but a comment settles it. Aloud, Zoom notes only that it was. */
export const answer = (change: Change, webinar: WebinarRecord, questionId: string, { content, kind = "publicly", by }: NewAnswer): void => {
  const session = sessionOf(webinar);
  const question = findQuestion(session, questionId);
  const { user_id, name, email } = answererOf(change, webinar, session, by);
  const said = kind === "live" ? "live answered" : (content ?? "");
  if (said === "") throw misuse("An answer needs content.");
  question.answers.push({ user_id, name, email, content: said, at: toZoomTime(change.nowMs), kind: KINDS[kind] });
  if (kind !== "comment") question.status = "answered";
};

/** Puts a question aside without an answer. */
export const dismiss = (_change: Change, webinar: WebinarRecord, questionId: string): void => {
  findQuestion(sessionOf(webinar), questionId).status = "dismissed";
};
