import { type Check, flag, list, object, oneOf, text } from "../rules/validate.ts";
import type { GivenAnswers } from "./live/answers.ts";
import type { Newcomer } from "./live/people.ts";
import type { NewAnswer, NewQuestion } from "./live/questions.ts";
import type { NewFeedback, NewMessage, NewSharing, NewSummary } from "./live/talk.ts";
import type { Who } from "./live/who.ts";
import { type ControlRoutes, plain, route } from "./route.ts";

const WHO = { user_id: text(), registrant_id: text(), email: text(), name: text() };
const some = text({ min: 1 });
const given: Check = (value, field) => (Array.isArray(value) ? list(text())(value, field) : text()(value, field));

const newcomer = object({ registrant_id: some, email: some, name: some });
const question = object({ ...WHO, question: some, anonymous: flag }, ["question"]);
const answer = object({ content: text(), kind: oneOf("publicly", "privately", "live", "comment"), by: object(WHO) });
const answers = object({ ...WHO, answers: list(given) }, ["answers"]);
const message = object({ ...WHO, content: some, file_ids: list(some) }, ["content"]);
const feedback = object({ ...WHO, satisfied: flag, comment: text() }, ["satisfied"]);
const sharing = object({ ...WHO, content: some }, ["content"]);
const summary = object({ content: some, title: text() }, ["content"]);

const AT = "/emulator/webinars/{id}";

/** What people do in a webinar. */
export const LIVE_ROUTES: ControlRoutes = {
  [`POST ${AT}/start`]: plain(async ({ controls }, { id = "" }) => ({ webinar_id: id, uuid: await controls.startWebinar(id), running: true })),
  [`POST ${AT}/end`]: plain(async ({ controls }, { id = "" }) => ({ webinar_id: id, uuid: await controls.endWebinar(id), running: false })),
  [`POST ${AT}/participants`]: route<Newcomer>(newcomer, async ({ controls }, person, { id = "" }) => ({ user_id: await controls.join(id, person) })),
  [`POST ${AT}/leave`]: route<Who>(object(WHO), ({ controls }, who, { id = "" }) => controls.leave(id, who)),
  [`POST ${AT}/questions`]: route<NewQuestion>(question, async ({ controls }, asked, { id = "" }) => ({
    question_id: await controls.ask(id, asked),
  })),
  [`POST ${AT}/questions/{questionId}/answers`]: route<NewAnswer>(answer, ({ controls }, said, { id = "", questionId = "" }) =>
    controls.answer(id, questionId, said),
  ),
  [`POST ${AT}/questions/{questionId}/dismiss`]: plain(({ controls }, { id = "", questionId = "" }) => controls.dismissQuestion(id, questionId)),
  [`POST ${AT}/polls/{pollId}/votes`]: route<GivenAnswers>(answers, ({ controls }, said, { id = "", pollId = "" }) =>
    controls.vote(id, pollId, said),
  ),
  [`POST ${AT}/survey/answers`]: route<GivenAnswers>(answers, ({ controls }, said, { id = "" }) => controls.answerSurvey(id, said)),
  [`POST ${AT}/chat`]: route<NewMessage>(message, async ({ controls }, written, { id = "" }) => ({ message_id: await controls.chat(id, written) })),
  [`POST ${AT}/feedback`]: route<NewFeedback>(feedback, ({ controls }, thumb, { id = "" }) => controls.giveFeedback(id, thumb)),
  [`POST ${AT}/sharing/start`]: route<NewSharing>(sharing, ({ controls }, shared, { id = "" }) => controls.startSharing(id, shared)),
  [`POST ${AT}/sharing/stop`]: route<Who>(object(WHO), ({ controls }, who, { id = "" }) => controls.stopSharing(id, who)),
  [`POST ${AT}/summary`]: route<NewSummary>(summary, ({ controls }, written, { id = "" }) => controls.writeSummary(id, written)),
};
