import { readdirSync } from "node:fs";
import { join } from "node:path";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { judge, loadSentences, tabulate } from "../test/judge-sentences.ts";

const FOLDER = dataFile("sentences/");
/**
 * A folder of one's own with a file sentences.jsonl, in the shape of `ExpectedSentence`. From the root of the repository,
 * `UNSEEN=/path/to/folder npx vitest run packages/webinar-core/src/prompt/sentences.test.ts` prints the counts by category and each sentence that is not
 * read as it is meant, and judges nothing else.
 */
const UNSEEN = process.env.UNSEEN;

describe.runIf(UNSEEN !== undefined)("sentences of one's own", { timeout: 120_000 }, () => {
  it("are counted by category", async () => {
    const judgements = [];
    for (const sentence of loadSentences(join(UNSEEN ?? "", "sentences.jsonl"))) judgements.push(await judge(sentence));
    expect(judgements.length).toBeGreaterThan(0);
    const failures = judgements.filter(({ verdict }) => verdict !== "right");
    process.stdout.write(`${tabulate(judgements)}\n\n`);
    for (const { verdict, id, category, sentence, why } of failures)
      process.stdout.write(`${verdict} ${id} ${category} ${JSON.stringify(sentence)}: ${why}\n`);
  });
});

/** Written beside the code, for its kinds of faults; the others were written by people who did not see it. */
const OURS = ["adversarial.jsonl", "dictated.jsonl", "kinds.jsonl", "mails.jsonl", "neighbours.jsonl", "requests.jsonl"];

/**
 * Rows that are still read otherwise than meant, with or without a word in the preview. Whoever mends a silent one takes it out; one that is told may be right
 * whenever the second reader has learned anew.
 */
const STILL_OPEN: Readonly<Record<string, "told" | "wrong">> = {
  w33s018: "told",
  w35s045: "told",
  w43s024: "told",
  w43s115: "wrong",
  w47s057: "told",
  w54s024: "told",
  w70s009: "told",
  w70s039: "told",
  w71s012: "told",
  w71s018: "told",
  w72s041: "told",
  w77s097: "told",
  w78s087: "told",
  w80s086: "told",
  w82s033: "told",
  w84s044: "told",
  w85s044: "told",
  w87s046: "told",
  w87s068: "told",
  w88s027: "told",
  w90s099: "told",
  w90s106: "told",
  w91s006: "told",
  w91s012: "told",
  w91s042: "told",
  w91s085: "told",
  w92s019: "told",
  w92s104: "told",
  w93s042: "told",
  w93s092: "told",
  w94s084: "told",
  w95s020: "told",
};

describe.skipIf(UNSEEN !== undefined)("sentences", { timeout: 120_000 }, () => {
  const judgeAll = async (name: string) => {
    const judgements = [];
    for (const sentence of loadSentences(new URL(name, FOLDER).pathname)) judgements.push(await judge(sentence));
    return judgements;
  };

  it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl") && !OURS.includes(name)))(
    "of %s, written without sight of the code: at least 92 of 100 are read as they are meant, and none is read otherwise",
    async (name) => {
      const judgements = await judgeAll(name);
      const otherwise = judgements.filter(({ verdict }) => verdict === "wrong" || verdict === "told");
      expect(otherwise.filter(({ id, verdict }) => STILL_OPEN[id] !== verdict)).toEqual([]);
      const open = judgements.filter(({ id }) => Object.hasOwn(STILL_OPEN, id));
      expect(open.filter(({ id, verdict }) => STILL_OPEN[id] === "wrong" && verdict !== "wrong")).toEqual([]);
      expect(judgements.filter(({ verdict }) => verdict === "right").length / judgements.length).toBeGreaterThanOrEqual(0.92);
    },
  );

  it.each(OURS)("of %s are all read as they are meant, or refused with both readings", async (name) => {
    expect((await judgeAll(name)).filter(({ verdict }) => verdict !== "right")).toEqual([]);
  });
});
