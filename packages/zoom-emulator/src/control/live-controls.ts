import type { Changer } from "../rules/change.ts";
import type { GivenAnswers } from "./live/answers.ts";
import type { Newcomer } from "./live/people.ts";
import type { NewAnswer, NewQuestion } from "./live/questions.ts";
import type { NewFeedback, NewMessage, NewSharing, NewSummary } from "./live/talk.ts";
import type { Who } from "./live/who.ts";

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

/** The controls of what happens on air. What they do is loaded with the first. */
export const createLiveControls = (change: Changer): LiveControls => {
  const deeds = async () => (await import("./live-deeds.ts")).liveDeeds(change);
  return {
    startWebinar: async (...given) => (await deeds()).startWebinar(...given),
    endWebinar: async (...given) => (await deeds()).endWebinar(...given),
    join: async (...given) => (await deeds()).join(...given),
    leave: async (...given) => (await deeds()).leave(...given),
    ask: async (...given) => (await deeds()).ask(...given),
    answer: async (...given) => (await deeds()).answer(...given),
    dismissQuestion: async (...given) => (await deeds()).dismissQuestion(...given),
    vote: async (...given) => (await deeds()).vote(...given),
    answerSurvey: async (...given) => (await deeds()).answerSurvey(...given),
    chat: async (...given) => (await deeds()).chat(...given),
    giveFeedback: async (...given) => (await deeds()).giveFeedback(...given),
    startSharing: async (...given) => (await deeds()).startSharing(...given),
    stopSharing: async (...given) => (await deeds()).stopSharing(...given),
    writeSummary: async (...given) => (await deeds()).writeSummary(...given),
  };
};
