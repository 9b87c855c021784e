import { readFileSync } from "node:fs";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { readSentence, type SentenceReading } from "./read-sentence.ts";

/** 520 requests with a place for the topic and for the day, written by people who did not see the code, to be as unlike each other as they can. */
const FRAMES = readFileSync(dataFile("frames.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line): { lang: string; frame: string } => JSON.parse(line));

interface Language {
  lang: string;
  zone: string;
  when: string;
  day: string;
  time: string;
  topics: readonly string[];
  /** How many of 100 are read as they are meant, at least, and how many are read otherwise without a word, at most. */
  right: number;
  silent: number;
}

const LANGUAGES: readonly Language[] = [
  {
    lang: "en",
    zone: "Europe/London",
    when: "4 March at 2pm",
    day: "4 March",
    time: "2pm",
    topics: ["Kiln Care for Beginners", "wound care update", "Volunteer Induction", "safer ladders", "Budget Briefing", "bees in spring"],
    right: 78,
    silent: 10,
  },
  {
    lang: "de",
    zone: "Europe/Berlin",
    when: "4. März um 14 Uhr",
    day: "4. März",
    time: "14 Uhr",
    topics: ["Brandschutz für Mieter", "Kassenbuch im Verein", "Gesunde Böden"],
    right: 71,
    silent: 15,
  },
  {
    lang: "fr",
    zone: "Europe/Paris",
    when: "4 mars à 14 h",
    day: "4 mars",
    time: "14 h",
    topics: ["tri des déchets au bureau", "Droit du bail", "Accueil des bénévoles"],
    right: 72,
    silent: 18,
  },
];

const NOW = Date.parse("2027-01-13T10:00:00Z");

/** Without its article and the word webinar, which a topic may have or not. */
const bare = (topic: string): string =>
  topic
    .toLowerCase()
    .replace(/^(?:the|our|an?|die|der|das|le|la|les) /, "")
    .replace(/ (?:webinar|webinaire)$/, "");

const judge = (text: string, topic: string, hostZone: string): "right" | "shown" | "silent" | "refused" => {
  let reading: SentenceReading;
  try {
    reading = readSentence(text, { nowMs: NOW, hostZone });
  } catch {
    return "refused";
  }
  const isPlain = reading.recurrence === null && reading.host === null && Object.keys(reading.settings).length === 0;
  if (reading.local !== "2027-03-04T14:00:00" || !isPlain) return "silent";
  if (bare(reading.topic) === bare(topic)) return "right";
  const others = reading.assumed.map((note) => /it may be "([^"]*)"/.exec(note)?.[1] ?? "");
  return others.some((other) => bare(other) === bare(topic)) ? "shown" : "silent";
};

describe.each(LANGUAGES)("requests of every shape in $lang", { timeout: 60_000 }, ({ lang, zone, when, day, time, topics, right, silent }) => {
  it("are read, refused or shown with what they may mean; few are read otherwise without a word", () => {
    const counts = { right: 0, shown: 0, silent: 0, refused: 0 };
    let all = 0;
    for (const { frame } of FRAMES.filter((one) => one.lang === lang))
      for (const topic of topics) {
        const text = frame.replaceAll("{topic}", topic).replaceAll("{when}", when).replaceAll("{day}", day).replaceAll("{time}", time);
        counts[judge(text, topic, zone)] += 1;
        all += 1;
      }
    expect((100 * counts.right) / all, JSON.stringify(counts)).toBeGreaterThanOrEqual(right);
    expect((100 * counts.silent) / all, JSON.stringify(counts)).toBeLessThanOrEqual(silent);
  });
});
