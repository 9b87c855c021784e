import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PromptReading, readPrompt } from "./read-prompt.ts";

/** A Tuesday, three in the afternoon in Berlin. */
const NOW = Date.UTC(2026, 11, 1, 14);
const RUNS = process.env.FAULTS === "long" ? 10_000 : 1000;

/** Sentences of one language in parts, all on a Thursday, and words that say another day, time, length or zone, or take it back. */
interface Kind {
  language: string;
  parts: readonly (readonly string[])[];
  planted: readonly string[];
}

const KINDS: readonly Kind[] = [
  {
    language: "English",
    parts: [
      ['a webinar "Tides"', 'the webinar "Tides"', 'please book "Tides"'],
      ["on Thursday", "on 17 December", "in two days", "every Thursday for 4 weeks", "on 2027-04-01", "Dec 24"],
      ["at 3pm", "at 15:00 for 45 minutes", "from 3pm to 4pm", "at 10:30am New York time", "at noon"],
      ["", "", "with registration", "hosted by Grace"],
    ],
    planted:
      "Monday|on Wednesday|not Friday|next week|17 January|Jan 20|the 22nd|2027-02-02|5/5/2027|4pm|at 4|16:20|until 6pm|half past two|30|45|90|thirty|twice|every Monday|daily|except Tuesday|instead of Saturday|January|tonight|yesterday|the day before|15 minutes before|an hour later|a 20 minute break|for 90|or Monday|lunchtime|2028|UTC|PST|pst|Tokyo time|week 51|Sundays|fortnightly|12 times|until June 30|8, 15 and 22 December|Tuesday after next|'27|cancelled|not|maybe".split(
        "|",
      ),
  },
  {
    language: "German",
    parts: [
      ["ein Webinar „Ebbe“", "bitte das Webinar „Ebbe“"],
      ["am Donnerstag", "am 17. Dezember", "übermorgen", "jeden Donnerstag, 4 Termine", "am 24.12."],
      ["um 15 Uhr", "um 10:30 Uhr für 45 Minuten", "von 15 bis 16 Uhr", "um halb elf"],
      ["", "", "mit Anmeldung"],
    ],
    planted:
      "am Montag|nicht am Freitag|nächste Woche|17. Januar|am 22.|5.5.2027|16 Uhr|um 4|16:20|bis 18 Uhr|halb drei|30|45|dreißig|zweimal|jeden Montag|täglich|außer Dienstag|statt Samstag|Januar|heute Abend|gestern|am Vortag|eine Stunde vorher|20 Minuten Pause|für 90|oder Montag|2028|UTC|KW 51|sonntags|12 Termine|bis 30. Juni|am 8. und 15. Dezember|abgesagt|nicht|vielleicht|Weihnachten".split(
        "|",
      ),
  },
  {
    language: "French",
    parts: [
      ["un webinaire « Marées »", "le webinaire « Marées »"],
      ["jeudi", "le 17 décembre", "après-demain", "tous les jeudis, 4 séances", "le 24/12/2026"],
      ["à 15h", "à 10h30 pendant 45 minutes", "de 15h à 16h", "à midi"],
      ["", "", "avec inscription"],
    ],
    planted:
      "lundi|pas vendredi|la semaine prochaine|le 17 janvier|le 22|5/5/2027|16h|à 4|16:20|jusqu'à 18h|30|45|trente|deux fois|tous les lundis|quotidien|sauf mardi|au lieu de samedi|janvier|ce soir|hier|la veille|une heure avant|20 minutes de pause|pour 90|ou lundi|2028|UTC|utc|semaine 51|les dimanches|12 séances|jusqu'au 30 juin|les 8 et 15 décembre|annulé|pas|peut-être|Noël".split(
        "|",
      ),
  },
];

const partsOf = ({ starts, duration, recurrence, settings, host, topic }: PromptReading) =>
  JSON.stringify({ local: starts.local, timezone: starts.timezone, duration, recurrence, settings, host, topic });

const attempt = (text: string): Promise<PromptReading | null> => readPrompt(text, { nowMs: NOW, hostZone: "Europe/Berlin" }).catch(() => null);

/** Letters and digits of a text, in small letters. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

describe.each(KINDS)("a word for a day, a time or a change, planted into a sentence in $language", ({ parts, planted }) => {
  it("is used, refused or listed as not used, and never ignored", { timeout: 600_000 }, async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...parts.map((part) => fc.constantFrom(...part))),
        fc.constantFrom(...planted),
        fc.nat(3),
        fc.constantFrom(" ", ", ", "; ", ". ", " ("),
        async (said, word, at, joint) => {
          const plain = await attempt(said.filter((part) => part !== "").join(" "));
          const words = [...said];
          words[at] = `${words[at]}${joint}${word}${joint === " (" ? ")" : ""}`;
          const text = words.filter((part) => part !== "").join(" ");
          const reading = await attempt(text);
          if (reading === null) return;
          read += 1;
          expect(plain, said.join(" ")).not.toBeNull();
          if (plain === null || partsOf(reading) !== partsOf(plain)) return;
          const listed = bare(reading.unused.join(" "));
          const isSaidAgain = bare(said.join(" ")).includes(bare(word));
          expect(isSaidAgain || listed.includes(bare(word)), `${text} → ${JSON.stringify(reading)}`).toBe(true);
        },
      ),
      { numRuns: RUNS, seed: 20261202 },
    );
    expect(read).toBeGreaterThan(RUNS / 50);
  });
});
