import { readFileSync } from "node:fs";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { expect, it } from "vitest";
import { loadSentences } from "../test/judge-sentences.ts";
import { readSentence } from "./read-sentence.ts";

const FILE = dataFile("sentences/second-blind.jsonl").pathname;
const ROUNDS = 6;
/** Measured: four to five times on a quiet machine, nine to ten beside another test; much slower than that is a fault. */
const MOST_TIMES = 16;

/** A quarter of the runs were faster: what other work interrupted does not count. */
const undisturbed = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0;
const timed = (act: () => unknown): number => {
  const begun = performance.now();
  act();
  return performance.now() - begun;
};

it("reads a sentence in about the time that JSON.parse takes for the text of two hundred", () => {
  const sentences = loadSentences(FILE);
  const lines = readFileSync(FILE, "utf8").trim().split("\n");
  const read: number[] = [];
  const parsed: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { sentence, now, host_zone } of sentences)
      read.push(
        timed(() => {
          try {
            readSentence(sentence, { nowMs: Date.parse(now), hostZone: host_zone });
          } catch {
            // a refusal takes its time as well
          }
        }),
      );
    for (let times = 0; times < 20; times += 1) parsed.push(timed(() => lines.map((line) => JSON.parse(line) as unknown)));
  }
  expect(undisturbed(read) / undisturbed(parsed)).toBeLessThan(MOST_TIMES);
}, 120_000); // it compares times, so how long all of it takes says nothing
