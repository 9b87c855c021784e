import { readFileSync } from "node:fs";
import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { type PromptReading, readPrompt } from "./read-prompt.ts";
import { otherIn } from "./topic-reading.ts";

const TOPICS = JSON.parse(readFileSync(dataFile("sentences/topics.json"), "utf8")) as Record<"english" | "german" | "french", string[]>;
/** A Tuesday, two weeks before the day that every sentence names. */
const NOW = Date.UTC(2026, 11, 1, 14);

interface Form {
  write(topic: string): string;
  minutes?: number;
  settings?: object;
}

const SET = { passcode: "tide7", recording: "none" };
const ENGLISH: readonly Form[] = [
  { write: (topic) => `webinar 15 dec 3pm, ${topic}` },
  { write: (topic) => `webinar tuesday 15 december at 3pm: ${topic}` },
  { write: (topic) => `webinar Dec 15 3pm ${topic}` },
  { write: (topic) => `${topic}, 15/12/2026 15:00` },
  { write: (topic) => `${topic} webinar on 15 December 2026 at 3pm` },
  { write: (topic) => `15 dec 3pm, ${topic} webinar` },
  { write: (topic) => `15 dec 15:00 ${topic} webinar` },
  { write: (topic) => `please set up a webinar about ${topic} for 15 December at 3pm` },
  { write: (topic) => `webinar on ${topic}, tuesday 15 december 3pm` },
  { write: (topic) => `book a webinar called ${topic}, Dec 15 at 3pm` },
  { write: (topic) => `15 dec 3pm webinar - ${topic}` },
  { write: (topic) => `15 dec 3pm ${topic}, passcode tide7, no recording`, settings: SET },
  { write: (topic) => `can you book ${topic} for 15 dec 3pm please` },
  { write: (topic) => `webinar 15/12/2026 3pm 45 min ${topic}`, minutes: 45 },
  { write: (topic) => `webinar 15 dec 3pm, title: ${topic}, 45 min`, minutes: 45 },
  { write: (topic) => `webinar ${topic} 15 dec 3pm` },
  { write: (topic) => `Hi Sam,\n\nCould you set up a webinar on ${topic}, 15 December at 3pm?\n\nThanks,\nJo` },
];
const GERMAN: readonly Form[] = [
  { write: (topic) => `Webinar am 15.12. um 15 Uhr, ${topic}` },
  { write: (topic) => `Webinar am 15. Dezember um 15 Uhr: ${topic}` },
  { write: (topic) => `Webinar am 15.12. um 15 Uhr ${topic}` },
  { write: (topic) => `am 15. Dezember um 15 Uhr Webinar ${topic}` },
  { write: (topic) => `${topic}, 15. Dezember, 15 Uhr` },
  { write: (topic) => `Webinar ${topic} am 15.12. um 15 Uhr` },
  { write: (topic) => `bitte ein Webinar zum Thema ${topic} am 15.12. um 15 Uhr anlegen` },
  { write: (topic) => `Webinar über ${topic} am 15. Dezember um 15 Uhr, 45 Minuten`, minutes: 45 },
  { write: (topic) => `Webinar am 15.12. um 15 Uhr, Thema: ${topic}, Kenncode tide7, ohne Aufzeichnung`, settings: SET },
  { write: (topic) => `Kannst du für den 15.12. um 15 Uhr ein Webinar ${topic} einplanen?` },
];
const FRENCH: readonly Form[] = [
  { write: (topic) => `webinaire le 15 décembre à 15h, ${topic}` },
  { write: (topic) => `webinaire le 15/12/2026 à 15h : ${topic}` },
  { write: (topic) => `webinaire le 15 décembre à 15h ${topic}` },
  { write: (topic) => `le 15 décembre à 15h webinaire ${topic}` },
  { write: (topic) => `${topic}, 15 décembre, 15h` },
  { write: (topic) => `webinaire ${topic} le 15 décembre à 15h` },
  { write: (topic) => `merci de planifier un webinaire sur ${topic} le 15 décembre à 15h` },
  { write: (topic) => `webinaire le 15 décembre à 15h, ${topic}, durée 45 minutes`, minutes: 45 },
  { write: (topic) => `webinaire le 15 décembre à 15h, sujet : ${topic}, code d'accès tide7, sans enregistrement`, settings: SET },
];

/** Without its article and the mark at its end, which both readings may have. */
const plain = (topic: string) =>
  topic
    .toLowerCase()
    .replace(/^(?:the|an?|der|die|das|les?|la|l') ?/, "")
    .replace(/[?.!]+$/, "");

const isSame = (read: PromptReading, zone: string, { minutes = 60, settings = {} }: Form) => {
  expect(read).toMatchObject({ starts: { local: "2026-12-15T15:00:00", timezone: zone }, series: null, host: null, settings });
  expect(Object.keys(read.settings)).toEqual(Object.keys(settings));
  return read.duration === minutes;
};

describe("a topic, wherever it stands in a sentence", { timeout: 120_000 }, () => {
  it.each([
    ["english", ENGLISH, "Europe/London"],
    ["german", GERMAN, "Europe/Berlin"],
    ["french", FRENCH, "Europe/Paris"],
  ] as const)("is read as it was written, refused, or named in the preview as what may be meant: %s", async (language, forms, zone) => {
    const counts = { read: 0, named: 0, refused: 0 };
    const silent: string[] = [];
    for (const [index, topic] of TOPICS[language].entries())
      for (const form of forms.filter((_, at) => process.env.FAULTS === "long" || (at + index) % 3 === 0)) {
        const sentence = form.write(topic);
        let read: PromptReading;
        try {
          read = await readPrompt(sentence, { nowMs: NOW, hostZone: zone });
        } catch (error) {
          expect(isZoomWebinarError(error) && error.code, sentence).toBe("input_invalid");
          counts.refused += 1;
          continue;
        }
        const isRight = isSame(read, zone, form) && plain(read.topic) === plain(topic);
        const isNamed = read.assumed.some((line) => plain(otherIn(line) ?? "") === plain(topic));
        if (isRight) counts.read += 1;
        else if (isNamed || /it may be a part of the topic/.test(read.assumed.join(" "))) counts.named += 1;
        else silent.push(`${sentence} → "${read.topic}", ${read.duration} minutes`);
      }
    expect(silent).toEqual([]);
    const all = counts.read + counts.named + counts.refused;
    expect(counts.read / all).toBeGreaterThan(0.8);
    expect(counts.refused / all).toBeLessThan(0.08);
  });
});
