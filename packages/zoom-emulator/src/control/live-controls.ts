import type { Changer } from "../change.ts";
import { answerSurvey, type GivenAnswers, vote } from "../live/answers.ts";
import { join, leave, type Newcomer } from "../live/people.ts";
import { answer, ask, dismiss, type NewAnswer, type NewQuestion } from "../live/questions.ts";
import {
  giveFeedback,
  type NewFeedback,
  type NewMessage,
  type NewSharing,
  type NewSummary,
  sendMessage,
  startSharing,
  stopSharing,
  writeSummary,
} from "../live/talk.ts";
import { type Who, webinarOf } from "../live/who.ts";
import { refusals } from "../rules/refusals.ts";
import { closeInstance, openInstance } from "../webinars/on-air.ts";

/** Names a webinar. */
export type WebinarKey = string | number;

/** What people do in a webinar. All of it throws `Refusal` where it cannot be: the webinar unknown or not on air, the person not in it. */
export interface LiveControls {
  /** The host opens the webinar. Gives the instance's UUID. */
  startWebinar(webinarId: WebinarKey): Promise<string>;
  /** The host ends it; everybody leaves. Gives the UUID of the instance that ended. */
  endWebinar(webinarId: WebinarKey): Promise<string>;
  /** Somebody comes in: a registrant, host or panelist by address, or a guest by name. Gives the `user_id` of this joining; again makes another. */
  join(webinarId: WebinarKey, person: Newcomer): Promise<string>;
  leave(webinarId: WebinarKey, who: Who): Promise<void>;
  /** Somebody asks. Gives the question's id. */
  ask(webinarId: WebinarKey, question: NewQuestion): Promise<string>;
  answer(webinarId: WebinarKey, questionId: string, answer: NewAnswer): Promise<void>;
  dismissQuestion(webinarId: WebinarKey, questionId: string): Promise<void>;
  /** Somebody answers a poll; the first answer starts it. */
  vote(webinarId: WebinarKey, pollId: string, answers: GivenAnswers): Promise<void>;
  /** Somebody who was there answers the survey, also after the end. */
  answerSurvey(webinarId: WebinarKey, answers: GivenAnswers): Promise<void>;
  /** Somebody writes in the chat. Gives the message's id. */
  chat(webinarId: WebinarKey, message: NewMessage): Promise<string>;
  /** Somebody leaves a thumb and a comment, also after the end. */
  giveFeedback(webinarId: WebinarKey, feedback: NewFeedback): Promise<void>;
  startSharing(webinarId: WebinarKey, sharing: NewSharing): Promise<void>;
  stopSharing(webinarId: WebinarKey, who: Who): Promise<void>;
  /** Zoom's AI sums up the instance that ended last. */
  writeSummary(webinarId: WebinarKey, summary: NewSummary): Promise<void>;
}

/** The controls of what happens on air. */
export const createLiveControls = (change: Changer): LiveControls => ({
  startWebinar: (id) =>
    change((now) => {
      const webinar = webinarOf(now.state, id);
      openInstance(now, webinar);
      return webinar.uuid;
    }),
  endWebinar: (id) =>
    change((now) => {
      const webinar = webinarOf(now.state, id);
      if (webinar.runningSince === null) throw refusals.notRunning();
      const { uuid } = webinar;
      closeInstance(now, webinar);
      return uuid;
    }),
  join: (id, person) => change((now) => join(now, webinarOf(now.state, id), person).user_id),
  leave: (id, who) => change((now) => void leave(now, webinarOf(now.state, id), who)),
  ask: (id, question) => change((now) => ask(now, webinarOf(now.state, id), question)),
  answer: (id, questionId, said) => change((now) => answer(now, webinarOf(now.state, id), questionId, said)),
  dismissQuestion: (id, questionId) => change((now) => dismiss(webinarOf(now.state, id), questionId)),
  vote: (id, pollId, answers) => change((now) => vote(now, webinarOf(now.state, id), pollId, answers)),
  answerSurvey: (id, answers) => change((now) => answerSurvey(now, webinarOf(now.state, id), answers)),
  chat: (id, message) => change((now) => sendMessage(now, webinarOf(now.state, id), message)),
  giveFeedback: (id, feedback) => change((now) => giveFeedback(now, webinarOf(now.state, id), feedback)),
  startSharing: (id, sharing) => change((now) => startSharing(now, webinarOf(now.state, id), sharing)),
  stopSharing: (id, who) => change((now) => stopSharing(now, webinarOf(now.state, id), who)),
  writeSummary: (id, summary) => change((now) => writeSummary(now, webinarOf(now.state, id), summary)),
});
