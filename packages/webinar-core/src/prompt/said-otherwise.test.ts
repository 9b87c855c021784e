import { readdirSync } from "node:fs";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { loadSentences } from "../test/judge-sentences.ts";
import { readPrompt } from "./read-prompt.ts";

const FOLDER = dataFile("sentences/");
const STEP = 11;
const SENTENCES = readdirSync(FOLDER)
  .filter((name) => name.endsWith("blind.jsonl"))
  .flatMap((name) => loadSentences(new URL(name, FOLDER).pathname))
  .filter(({ expect: { kind } }, at) => kind !== "refused" && at % STEP === 0);

/** What Zoom would be told, without the topic; null if the sentence is refused. A host may be a part of the topic where nothing is in capitals. */
const tell = async (sentence: string, { now, host_zone }: { now: string; host_zone: string }) => {
  const read = await readPrompt(sentence, { nowMs: Date.parse(now), hostZone: host_zone }).catch(() => null);
  if (read === null) return null;
  const settings = Object.entries(read.settings).map(([name, value]) => `${name}=${value}`.toLowerCase());
  return { start: read.starts.utc, dates: read.series?.dates.map(({ utc }) => utc), duration: read.duration, settings: settings.sort() };
};

const asWritten = new Map<object, ReturnType<typeof tell>>();
/** The same of a sentence as it was written, read once for all changes. */
const tellAsWritten = (row: (typeof SENTENCES)[number]): ReturnType<typeof tell> => {
  const known = asWritten.get(row) ?? tell(row.sentence, row);
  asWritten.set(row, known);
  return known;
};

describe("a sentence said otherwise", { timeout: 120_000 }, () => {
  it.each([
    ["without capitals", (text: string) => text.toLowerCase()],
    ["without commas", (text: string) => text.replace(/,(?= )/g, "")],
    ["without full stops", (text: string) => text.replace(/[.!](?=\s|$)/g, "")],
    ["with thanks behind it", (text: string) => `${text.replace(/[.!?\s]*$/, "")}, thanks!`],
    ["with a greeting", (text: string) => `hi! ${text}`],
  ])("%s means the same, or is refused", async (_, change) => {
    const others: string[] = [];
    let same = 0;
    for (const row of SENTENCES) {
      const [said, changed] = [await tellAsWritten(row), await tell(change(row.sentence), row)];
      if (said === null || changed === null) continue;
      if (JSON.stringify(said) === JSON.stringify(changed)) same += 1;
      else others.push(`${change(row.sentence)}: ${JSON.stringify(changed)}, and not ${JSON.stringify(said)}`);
    }
    expect(others).toEqual([]);
    expect(same).toBeGreaterThan(SENTENCES.length * 0.9);
  });
});
