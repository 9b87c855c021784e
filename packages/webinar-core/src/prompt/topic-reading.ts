import type { Fault } from "./sentence.ts";

/** The topic, and what was neither understood nor made the topic. */
export interface TopicReading {
  topic: string | null;
  unused: string[];
  /** What may be read otherwise, for the preview. */
  notes: string[];
  faults: Fault[];
}
