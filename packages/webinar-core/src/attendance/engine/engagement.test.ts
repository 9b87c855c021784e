import { expect, it } from "vitest";
import { type Deeds, type Offer, toEngagement } from "./engagement.ts";

const ALL: Offer = { seconds: 3600, polls: 4, hasQuestions: true, hasSurvey: true };
const NOTHING: Offer = { seconds: 0, polls: 0, hasQuestions: false, hasSurvey: false };
const NONE: Deeds = { seconds: 0, polls: 0, questions: 0, survey: 0 };

it.each<[what: string, Offer, Deeds, number | null]>([
  ["everything offered, everything done", ALL, { seconds: 3600, polls: 4, questions: 1, survey: 1 }, 100],
  ["everything offered, nothing done", ALL, NONE, 0],
  ["half of the time, nothing else", ALL, { ...NONE, seconds: 1800 }, 35],
  ["one of four polls", ALL, { ...NONE, polls: 1 }, 3],
  ["one question", ALL, { ...NONE, questions: 1 }, 10],
  ["many questions count like one", ALL, { ...NONE, questions: 9 }, 10],
  ["the survey", ALL, { ...NONE, survey: 1 }, 10],
  ["longer than the webinar counts as all of it", ALL, { ...NONE, seconds: 9999 }, 70],
  ["only time is offered: half of it is half of the points", { ...NOTHING, seconds: 3600 }, { ...NONE, seconds: 1800 }, 50],
  ["time and polls: the rest is scaled to 100", { ...NOTHING, seconds: 3600, polls: 2 }, { ...NONE, seconds: 3600, polls: 1 }, 94],
  ["no time is known: polls, questions and survey share the points", { ...ALL, seconds: 0 }, { ...NONE, seconds: 600, polls: 4 }, 33],
  ["a question where none could be asked adds nothing", { ...ALL, hasQuestions: false }, { ...NONE, questions: 1 }, 0],
  ["a survey answer adds nothing if the webinar has no survey", { ...ALL, hasSurvey: false }, { ...NONE, survey: 1 }, 0],
  ["a poll answer where no poll could be read adds nothing", { ...ALL, polls: 0 }, { ...NONE, polls: 3 }, 0],
  ["nothing was offered", NOTHING, { seconds: 60, polls: 1, questions: 1, survey: 1 }, null],
])("engagement, %s", (_what, offer, deeds, points) => {
  expect(toEngagement(offer, deeds)).toBe(points);
});
