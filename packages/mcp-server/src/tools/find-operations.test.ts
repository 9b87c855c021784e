import { readFileSync } from "node:fs";
import { manifest } from "@zoom-webinar/webinar-core";
import { expect, it } from "vitest";
import { findOperations } from "./find-operations.ts";

/** One answer fills no more of a model's context than this, unless one operation is asked for in full. */
const MOST_BYTES = 2_000;

const phrases = ["own", "blind-seen", "blind-unseen"].flatMap(
  (name) => JSON.parse(readFileSync(new URL(`../../../webinar-core/src/test/phrases/${name}.json`, import.meta.url), "utf8")) as { phrase: string }[],
);
const finder = findOperations({ session: { safety: "confirm", confirmBy: "token" }, reachable: manifest, listed: new Set() });
const answerTo = async (args: Record<string, unknown>) => {
  const call = {
    name: "find_operations",
    args,
    signal: new AbortController().signal,
    sendProgress: null,
    canAsk: false,
    state: null,
    answer: "missing",
    traceparent: null,
  } as const;
  const answer = await finder.call(call, () => Promise.reject(new Error("a search runs nothing")));
  return "result" in answer ? answer.result : { content: [], structuredContent: {} };
};

it("answers every phrase of people in at most 2 kB", async () => {
  expect(phrases.length).toBeGreaterThan(350);
  for (const { phrase } of phrases) {
    const { content, structuredContent } = await answerTo({ words: phrase });
    const sizes = [...content.map((part) => ("text" in part ? part.text : "")), JSON.stringify(structuredContent)].map((text) =>
      Buffer.byteLength(text),
    );
    expect(Math.max(...sizes), phrase).toBeLessThanOrEqual(MOST_BYTES);
  }
}, 60_000);

it("gives one operation in full if its name is asked for", async () => {
  const { structuredContent } = await answerTo({ words: "update_webinar" });
  expect(structuredContent).toMatchObject({ operations: [{ tool: "update_webinar", input_schema: { properties: { topic: { type: "string" } } } }] });
});
