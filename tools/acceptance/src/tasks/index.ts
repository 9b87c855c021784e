import { createWithApproval } from "./01-create-with-approval.ts";
import { makeItWeekly } from "./02-make-it-weekly.ts";
import { registerTwoPeople } from "./03-register-two-people.ts";
import { approveAllButOne } from "./04-approve-all-but-one.ts";
import { speakers } from "./05-speakers.ts";
import { pollOfThreeKinds } from "./06-poll-of-three-kinds.ts";
import { requiredQuestion } from "./07-required-question.ts";
import { moveOneSession } from "./08-move-one-session.ts";
import { passcodeAndRecording } from "./09-passcode-and-recording.ts";
import { reminders } from "./10-reminders.ts";
import { whoCame } from "./11-who-came.ts";
import { whatWasAsked } from "./12-what-was-asked.ts";
import { calendarOfAMonth } from "./13-calendar-of-a-month.ts";
import { cancelOneDate } from "./14-cancel-one-date.ts";
import { deleteTheSeries } from "./15-delete-the-series.ts";
import { fortyFivePeople } from "./16-forty-five-people.ts";
import { liveStream } from "./17-live-stream.ts";
import { virtualBackground } from "./18-virtual-background.ts";
import { findOneRegistration } from "./19-find-one-registration.ts";
import { exportAnswers } from "./20-export-answers.ts";
import { cloneAWebinar } from "./21-clone-a-webinar.ts";
import { compareTwoDates } from "./22-compare-two-dates.ts";
import { survey } from "./23-survey.ts";
import { trackingLinks } from "./24-tracking-links.ts";
import { noShowsList } from "./25-no-shows-list.ts";
import type { Task } from "./task.ts";

/** The tasks of a webinar manager, in order. Each brings its world, its words and its judge; `tools/acceptance/tasks` has them as pages to read. */
export const TASKS: readonly Task[] = [
  createWithApproval,
  makeItWeekly,
  registerTwoPeople,
  approveAllButOne,
  speakers,
  pollOfThreeKinds,
  requiredQuestion,
  moveOneSession,
  passcodeAndRecording,
  reminders,
  whoCame,
  whatWasAsked,
  calendarOfAMonth,
  cancelOneDate,
  deleteTheSeries,
  fortyFivePeople,
  liveStream,
  virtualBackground,
  findOneRegistration,
  exportAnswers,
  cloneAWebinar,
  compareTwoDates,
  survey,
  trackingLinks,
  noShowsList,
];
