import { closeInstance, openInstance } from "../resources/webinars/on-air.ts";
import type { Changer } from "../rules/change.ts";
import { refusals } from "../rules/refusals.ts";
import { answerSurvey, vote } from "./live/answers.ts";
import { join, leave } from "./live/people.ts";
import { answer, ask, dismiss } from "./live/questions.ts";
import { giveFeedback, sendMessage, startSharing, stopSharing, writeSummary } from "./live/talk.ts";
import { webinarOf } from "./live/who.ts";
import type { LiveControls } from "./live-controls.ts";

/** What the controls of what happens on air do. */
export const liveDeeds = (change: Changer): LiveControls => ({
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
