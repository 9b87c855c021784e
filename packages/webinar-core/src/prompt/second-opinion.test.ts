import { readFileSync } from "node:fs";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { readPrompt } from "./read-prompt.ts";

const NOW = Date.parse("2027-01-12T08:00:00Z");
const ZONES = { en: "Europe/London", de: "Europe/Berlin", fr: "Europe/Paris" } as const;
type Lang = keyof typeof ZONES;
const read = (text: string, lang: Lang = "en") => readPrompt(text, { nowMs: NOW, hostZone: ZONES[lang] });

describe("a topic that the rules and a second reader take for different words", () => {
  it.each([
    ["Right so the webinar is gonna be on 3 March at 3pm and it's about guest lists can you get it set up please", "guest lists"],
    ["right webinar on 3 March 3pm please, topic's gonna be manual handling basics if that suits", "manual handling basics"],
    ["Just heard from Legal: they're happy. So Kiln Care can go ahead on 3 March at 3pm, and I'd like it scheduled as a webinar.", "Kiln Care"],
  ])("is named in the preview both ways, or read as it was meant: %s", async (sentence, topic) => {
    const { topic: name, assumed } = await read(sentence);
    expect([name, ...assumed].join("\n").toLowerCase()).toContain(topic.toLowerCase());
  });

  it.each([["webinar tuesday 19 january at 3pm: this is us"], ["can you book please and thank you for 19 jan 3pm please"]])(
    "is no word that anybody says: %s",
    async (sentence) => {
      const topic = await read(sentence).then(
        (reading) => reading.topic,
        () => null,
      );
      expect(["this", "please", "thank"]).not.toContain(topic);
    },
  );

  it.each([
    "Am 3. März um 10 Uhr moderiert Jana Weiß das Webinar Wärmepumpen",
    "Next Tuesday 19 January at 4pm Grace Obi presents Safer Ladders",
    "3 March at 2pm Wound care, chaired by the matron",
  ])("does not lose who hosts: %s", async (sentence) => {
    await expect(read(sentence)).rejects.toThrow(/may (?:say who hosts|name somebody who takes part)/);
  });
});

const rowsOf = (name: string): Record<string, string>[] =>
  readFileSync(dataFile(`carriers/unseen/${name}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>);

const WHEN: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: { WHEN: "on 3 March 2027 at 3pm", DAY: "3 March 2027", TIME: "3pm", WEEKDAY: "Friday" },
  de: { WHEN: "am 3. März 2027 um 15 Uhr", DAY: "3. März 2027", TIME: "15 Uhr", WEEKDAY: "Freitag" },
  fr: { WHEN: "le 3 mars 2027 à 15h", DAY: "3 mars 2027", TIME: "15h", WEEKDAY: "vendredi" },
};

/** An article more or less is no other topic. */
const plain = (topic: string): string =>
  topic
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:(?:the|our|an?|die|der|das|den|dem|les?|la) |l')/u, "")
    .replace(/[.?!]+$/, "");

describe("requests from which nobody learned, with topics from which nobody learned", { timeout: 120_000 }, () => {
  it.each(["english", "german-french"])("are nearly never read otherwise without a word: %s", async (name) => {
    const topics = rowsOf("topics");
    const counts = { right: 0, told: 0, refused: 0, silent: 0 };
    for (const [index, { lang = "en", frame = "", case: letters }] of rowsOf(name).entries()) {
      const own = topics.filter((topic) => topic.lang === lang);
      const said = own[(index * 7) % own.length]?.topic ?? "";
      const written = (text: string) => (letters === "lower" ? text.toLowerCase() : text);
      const topic = written(said);
      const sentence = frame.replace(/\{(\w+)\}/gu, (_, slot: string) => (slot === "TOPIC" ? topic : written(WHEN[lang as Lang][slot] ?? "")));
      const verdict = await read(sentence, lang as Lang).then(
        (reading) => {
          if (plain(reading.topic) === plain(topic)) return "right" as const;
          return reading.assumed.some((line) => line.toLowerCase().includes(`it may be "${topic.toLowerCase()}`))
            ? ("told" as const)
            : ("silent" as const);
        },
        () => "refused" as const,
      );
      counts[verdict] += 1;
    }
    const all = counts.right + counts.told + counts.refused + counts.silent;
    expect(counts.right / all).toBeGreaterThan(0.7);
    expect(counts.silent / all).toBeLessThan(0.07);
  });
});
