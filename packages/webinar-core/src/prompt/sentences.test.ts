import { readdirSync } from "node:fs";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { judge, loadSentences, tabulate } from "../test/judge-sentences.ts";

const FOLDER = dataFile("sentences/");
/** A file of one's own: SENTENCES=file prints only counts by category, and judges nothing else. */
const OWN = process.env.SENTENCES;

describe.runIf(OWN !== undefined)("sentences of one's own", () => {
  it("are counted by category", async () => {
    const judgements = [];
    for (const sentence of loadSentences(OWN ?? "")) judgements.push(await judge(sentence));
    process.stdout.write(`${tabulate(judgements)}\n`);
    if (process.env.SHOW_FAILURES)
      for (const { verdict, id, category, sentence, why } of judgements)
        if (verdict !== "right") process.stdout.write(`${verdict} ${id} ${category} ${JSON.stringify(sentence)}: ${why}\n`);
  });
});

describe.skipIf(OWN !== undefined)("sentences that were written without sight of the code", { timeout: 120_000 }, () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl")))(
    "%s: at least 92 of 100 are read as they are meant, and none is read otherwise",
    async (name) => {
      const judgements = [];
      for (const sentence of loadSentences(new URL(name, FOLDER).pathname)) judgements.push(await judge(sentence));
      expect(judgements.filter(({ verdict }) => verdict === "wrong")).toEqual([]);
      expect(judgements.filter(({ verdict }) => verdict === "right").length / judgements.length).toBeGreaterThanOrEqual(0.92);
    },
  );
});
