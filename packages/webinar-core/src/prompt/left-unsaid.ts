import type { Fault } from "./sentence.ts";

/** What sentences leave out, each with the question for it. */
export const UNSAID = {
  end: {
    message: "it does not say when the series ends",
    hint: 'Say "until June 30", "for 6 weeks" or "8 times".',
    unsaid: { question: "When does the series end? (until June 30, for 6 weeks, 8 times)", before: ", ", after: "" },
  },
  time: {
    message: "it does not say at what time",
    hint: "Write it as 10:00, 3 pm or 15:00.",
    unsaid: { question: "At what time does it start? (10:00, 3 pm)", before: ", ", after: "" },
  },
  day: {
    message: "it does not say on which day",
    hint: "Write the day as 2032-03-01 or March 1.",
    unsaid: { question: "On which day? (March 1, Tuesday, 2032-03-01)", before: ", ", after: "" },
  },
  topic: {
    message: "it names no topic",
    hint: 'Put the topic in quotes: create a webinar "AI Safety" on 2032-03-01 at 10:00.',
    unsaid: { question: "What is the topic?", before: ', topic "', after: '"' },
  },
} as const satisfies Record<string, Fault>;
