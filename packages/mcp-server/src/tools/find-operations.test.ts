import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectModern } from "@zoom-webinar/testing/connect";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { createServerFactory } from "../server-factory.ts";

/** Set UNSEEN to a folder with your own phrases.jsonl to use it instead of the stored phrases. */
const UNSEEN = process.env.UNSEEN;
const LONGEST_ANSWER = 2_048;

interface Said {
  phrase: string;
}
const own = (folder: string): Said[] =>
  readFileSync(join(folder, "phrases.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Said);
const kept = (): Said[] =>
  ["second-blind", "third-blind", "kinds"].flatMap((name) => JSON.parse(readFileSync(dataFile(`phrases/${name}.json`), "utf8")) as Said[]);

describe("what find_operations says of an operation", () => {
  it("is that it takes effect at once only of one that nobody is ever asked about", async () => {
    const factory = createServerFactory({
      session: { ...fakeSession(), safety: "confirm" },
      catalog: manifest,
      surface: "standard",
      version: "1.0.0",
    });
    const { client, close } = await connectModern(factory);
    for (const entry of manifest.filter(({ effect }) => effect !== "read")) {
      const { structuredContent } = await client.callTool({ name: "find_operations", arguments: { words: entry.tool } });
      const [found] = (structuredContent as { operations: { tool: string; safety: string }[] }).operations;
      const isAsked = entry.effect === "delete" || entry.emails !== "nobody" || (await entry.load()).preview !== undefined;
      expect([entry.tool, found?.safety === "takes effect at once"]).toEqual([entry.tool, !isAsked]);
    }
    await close();
  });
});

describe("an answer of find_operations", () => {
  it("is at most 2 kB, whatever is asked", { timeout: 120_000 }, async () => {
    const factory = createServerFactory({ session: fakeSession(), catalog: manifest, surface: "standard", version: "1.0.0" });
    const { client, close } = await connectModern(factory);
    const sizes: { phrase: string; bytes: number }[] = [];
    for (const { phrase } of UNSEEN === undefined ? kept() : own(UNSEEN)) {
      const { content } = await client.callTool({ name: "find_operations", arguments: { words: phrase.slice(0, 300) } });
      sizes.push({ phrase, bytes: Buffer.byteLength(JSON.stringify(content)) });
    }
    await close();
    const longest = [...sizes].sort((a, b) => b.bytes - a.bytes)[0];
    if (UNSEEN !== undefined) process.stdout.write(`${sizes.length} answers, the longest ${longest?.bytes} bytes\n`);
    expect(sizes.length).toBeGreaterThanOrEqual(UNSEEN === undefined ? 100 : 1);
    expect(sizes.filter(({ bytes }) => bytes > LONGEST_ANSWER)).toEqual([]);
  });
});
