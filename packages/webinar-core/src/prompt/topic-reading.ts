import type { Fault } from "./sentence.ts";

/** The topic, and what was neither understood nor made the topic. */
export interface TopicReading {
  topic: string | null;
  unused: string[];
  /** What may be read otherwise, for the preview. */
  notes: string[];
  faults: Fault[];
}

/** So many characters at most Zoom takes as a topic. */
export const LONGEST_TOPIC = 200;

const OTHER = /^The topic was read as ".*"; it may be "(.*)"\.$/su;
/** What the preview says of a topic that may be another. */
export const noteOther = (topic: string, other: string): string => `The topic was read as "${topic}"; it may be "${other}".`;
/** The other topic in such a note; null in any other. */
export const otherIn = (note: string): string | null => OTHER.exec(note)?.[1] ?? null;
