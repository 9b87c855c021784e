import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { loadSentences } from "../test/judge-sentences.ts";
import { readSentence, type SentenceReading } from "./read-sentence.ts";

/** Said before or behind, these change nothing that a webinar is made of. */
const BEFORE = ["I am planning this for our members. ", "We are a small charity. ", "Thank you for your help. ", "As agreed with Priya: "];
const BEHIND = [". It is for 12 people", ". See you there", " (room 4 is free)", ". You know the drill", ". We expect 200 guests"];

const sentences = ["seen", "second-blind", "kinds"]
  .flatMap((name) => loadSentences(dataFile(`sentences/${name}.jsonl`).pathname))
  .filter(({ expect: { kind } }) => kind !== "refused");

const partsOf = ({ local, timezone, duration, recurrence, settings, host }: SentenceReading) => ({
  local,
  timezone,
  duration,
  recurrence,
  settings,
  host,
});

describe("words that say nothing of the webinar", { timeout: 180_000 }, () => {
  it("leave its time, length, rhythm, settings and host as they are, or make the sentence refused", () => {
    let refused = 0;
    let read = 0;
    for (const [at, { sentence, now, host_zone }] of sentences.entries()) {
      const context = { nowMs: Date.parse(now), hostZone: host_zone };
      const attempt = (text: string) => {
        try {
          return readSentence(text, context);
        } catch {
          return null;
        }
      };
      const plain = attempt(sentence);
      if (plain === null) continue;
      for (const text of [`${BEFORE[at % BEFORE.length]}${sentence}`, `${sentence}${BEHIND[at % BEHIND.length]}`]) {
        const reading = attempt(text);
        if (reading === null) refused += 1;
        else expect(partsOf(reading), text).toEqual(partsOf(plain));
        read += 1;
      }
    }
    expect(read).toBeGreaterThan(500);
    expect(refused / read).toBeLessThan(0.15);
  });
});
