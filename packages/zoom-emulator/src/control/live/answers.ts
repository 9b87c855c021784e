import { asList, asObject, asText, type JsonObject, toZoomTime } from "../../http/json.ts";
import { kindOf } from "../../resources/polls/question-check.ts";
import type { Change } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import type { WebinarRecord } from "../../state/state.ts";
import { findJoined, findPresent, type GivenAnswer, latestSession, misuse, sessionOf, type Who } from "./who.ts";

/** What somebody answers to the questions of a poll or survey, in their order; "" leaves one out. */
export interface GivenAnswers extends Who {
  answers: readonly GivenAnswer[];
}

const partsOf = (given: GivenAnswer | undefined): readonly string[] =>
  (typeof given === "string" ? [given] : (given ?? [])).filter((part) => part !== "");

/** The answer to one question as Zoom shows it: several parts joined by semicolons. Undefined if it was left out. */
const answerTo = (question: JsonObject, given: GivenAnswer | undefined): string | undefined => {
  const name = asText(question.name) ?? "";
  const parts = partsOf(given);
  if (parts.length === 0) {
    if (question.answer_required === true) throw misuse(`"${name}" wants an answer.`);
    return undefined;
  }
  const kind = kindOf(question);
  const isChoice = kind === "single" || kind === "multiple";
  const unknown = parts.find((part) => !asList(question.answers).includes(part));
  if (isChoice && unknown !== undefined) throw misuse(`"${unknown}" is not an answer to "${name}".`);
  if (kind === "single" && parts.length > 1) throw misuse(`"${name}" takes one answer.`);
  return parts.join(";");
};

const answersTo = (questions: readonly JsonObject[], given: readonly GivenAnswer[]) =>
  questions.flatMap((question, index) => {
    const said = answerTo(question, given[index]);
    return said === undefined ? [] : [{ question_id: String(index + 1), question: asText(question.name) ?? "", answer: said }];
  });

/** Somebody in the webinar answers a poll, once. The first answer starts it. */
export const vote = (change: Change, webinar: WebinarRecord, pollId: string, { answers, ...who }: GivenAnswers): void => {
  const session = sessionOf(webinar);
  const poll = webinar.polls.find(({ id }) => id === pollId);
  if (poll === undefined) throw refusals.pollUnknown();
  const { user_id } = findPresent(session, who);
  if (session.votes.some((known) => known.poll_id === pollId && known.user_id === user_id)) throw misuse("They have answered this poll.");
  const said = answersTo(poll.questions, answers).map(({ question, answer }) => ({ question, answer }));
  poll.status = "started";
  session.votes.push({ poll_id: pollId, anonymous: poll.anonymous, user_id, at: toZoomTime(change.nowMs), answers: said });
};

/** Somebody who was there answers Zoom's own survey, once, while the webinar runs or after it. */
export const answerSurvey = (change: Change, webinar: WebinarRecord, { answers, ...who }: GivenAnswers): void => {
  const session = latestSession(webinar);
  const custom = webinar.survey?.custom_survey;
  if (webinar.survey === null || custom === null || custom === undefined) throw misuse("This webinar asks nothing afterwards.");
  const { user_id } = findJoined(session, who);
  if (session.survey?.answers.some((known) => known.user_id === user_id)) throw misuse("They have answered the survey.");
  const said = answersTo(asList(custom.questions).map(asObject), answers);
  session.survey ??= { id: webinar.survey.id, name: asText(custom.title) ?? "", anonymous: custom.anonymous === true, answers: [] };
  session.survey.answers.push({ user_id, at: toZoomTime(change.nowMs), answers: said });
};
