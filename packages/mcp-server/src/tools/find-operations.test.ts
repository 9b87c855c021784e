import { readFileSync } from "node:fs";
import { connectModern } from "@zoom-webinar/testing/connect";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { createServerFactory } from "../server-factory.ts";

/** A file of one's own, one JSON object a line, instead of those of the tests. */
const OWN = process.env.PHRASES;
const LONGEST_ANSWER = 2_048;

interface Said {
  phrase: string;
}
const own = (file: string): Said[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Said);
const kept = (): Said[] => ["second-blind", "kinds"].flatMap((name) => JSON.parse(readFileSync(dataFile(`phrases/${name}.json`), "utf8")) as Said[]);

describe("an answer of find_operations", () => {
  it("is at most 2 kB, whatever is asked", { timeout: 120_000 }, async () => {
    const factory = createServerFactory({ session: fakeSession(), catalog: manifest, surface: "standard", version: "1.0.0" });
    const { client, close } = await connectModern(factory);
    const sizes: { phrase: string; bytes: number }[] = [];
    for (const { phrase } of OWN === undefined ? kept() : own(OWN)) {
      const { content } = await client.callTool({ name: "find_operations", arguments: { words: phrase.slice(0, 300) } });
      sizes.push({ phrase, bytes: Buffer.byteLength(JSON.stringify(content)) });
    }
    await close();
    const longest = [...sizes].sort((a, b) => b.bytes - a.bytes)[0];
    if (OWN !== undefined) process.stdout.write(`${sizes.length} answers, the longest ${longest?.bytes} bytes\n`);
    expect(sizes.length).toBeGreaterThanOrEqual(100);
    expect(sizes.filter(({ bytes }) => bytes > LONGEST_ANSWER)).toEqual([]);
  });
});
