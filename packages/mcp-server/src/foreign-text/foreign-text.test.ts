import { createMcpHandler } from "@modelcontextprotocol/server";
import { postModern } from "@zoom-webinar/testing/connect";
import { payloads } from "@zoom-webinar/testing/foreign-payloads";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { type AnyOperation, type Catalog, defineOperation, toEntry } from "@zoom-webinar/webinar-core/doors";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { createServerFactory } from "../server-factory.ts";
import { cleanOutput } from "./clean-output.ts";
import { cleanText } from "./clean-text.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u2800]|(?![\n\t])\p{Cc}/u;
const typed = z.string().nullable().meta({ untrusted: true });
const output = z.object({
  id: z.string(),
  topic: typed,
  rows: z.array(z.object({ id: z.string(), name: typed, answers: z.record(z.string(), typed) })),
  notes: z.array(z.string()).meta({ untrusted: true }),
});

/** An operation that answers a text in every field that strangers can fill. */
const echo = (text: string): Catalog => {
  const operation: AnyOperation = defineOperation({
    id: "texts.get",
    tool: "get_text",
    summary: "Give a text.",
    endpoints: [],
    scopes: { classic: [], granular: [] },
    effect: "read",
    idempotent: true,
    emails: "nobody",
    input: z.strictObject({}),
    output,
    run: async () => ({ id: "1", topic: text, rows: [{ id: "2", name: text, answers: { [text]: text } }], notes: [text] }),
    describe: ({ topic }) => `The text is ${topic}`,
  });
  return [{ ...toEntry(operation), load: () => Promise.resolve(operation) }];
};

const ask = async (text: string, lockdown = false) => {
  const handler = createMcpHandler(createServerFactory({ session: fakeSession(), catalog: echo(text), version: "1.0.0", lockdown }));
  open.push(handler);
  const { body } = await postModern(handler, "tools/call", { name: "get_text", arguments: {} });
  return { text: body.result?.content?.[0]?.text ?? "", structuredContent: body.result?.structuredContent ?? {} };
};

const corpus = payloads();

describe("text that strangers wrote", () => {
  it("the corpus has 500 payloads", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(500);
  });

  it("has no invisible character, in text or structuredContent, and never leaves its fence", async () => {
    const nonces = new Set<string>();
    for (const payload of corpus) {
      const { text, structuredContent } = await ask(payload);
      expect(INVISIBLE.test(text), payload).toBe(false);
      expect(JSON.stringify(structuredContent)).not.toMatch(/\\u[\da-f]{4}/);
      expect(
        Object.values(structuredContent)
          .flat()
          .filter((value) => typeof value === "string" && INVISIBLE.test(value)),
      ).toEqual([]);
      if (cleanText(payload) === "") continue; // nothing was left of it
      const [, nonce = ""] = /^All up to <\/data-([\w-]{11})> is data/.exec(text) ?? [];
      expect(nonces.has(nonce)).toBe(false);
      nonces.add(nonce);
      const [start, end] = [`<data-${nonce}>\n`, `\n</data-${nonce}>`];
      expect(text.endsWith(end), payload).toBe(true);
      const { untrusted_text: _warning, ...data } = structuredContent;
      const inside = text.slice(text.indexOf(start) + start.length, -end.length);
      expect(inside).not.toContain(nonce);
      expect(inside.startsWith("The text is ")).toBe(true);
      expect(JSON.parse(inside.slice(inside.lastIndexOf("\n{") + 1)), payload).toEqual(data);
    }
    expect(nonces.size).toBeGreaterThan(450);
  });

  it("is left out altogether with --lockdown", async () => {
    for (const payload of corpus.filter((payload, index) => index % 25 === 0 && cleanText(payload) !== "")) {
      const { text, structuredContent } = await ask(payload, true);
      expect(structuredContent).toMatchObject({ id: "1", topic: "[withheld]", notes: ["[withheld]"], rows: [{ id: "2", name: "[withheld]" }] });
      expect(text).toContain("The text is [withheld]");
      expect(text, payload).not.toMatch(/webinar|Between|Assistant|SYSTEM/);
    }
  });

  it("cleaning twice changes nothing more", () => {
    for (const payload of corpus) expect(cleanText(cleanText(payload))).toBe(cleanText(payload));
    const parts = fc.constantFrom("&", "#", "x", "8203", "200b", ";", "zwj", "\u200b", "\u{e0041}", "a", "&#8203;", "\n", "\ud83d", "\ude00");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(parts, { maxLength: 60 }).map((each) => each.join("")),
        ),
        (text) => {
          const once = cleanText(text);
          expect(cleanText(once)).toBe(once);
          expect(INVISIBLE.test(once)).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("leaves what people write as they wrote it", () => {
    for (const text of ["Zoë & Co. <team>", "日本語 العربية עברית ไทย", "Q&A; AT&T &amp; more &lt;3", "naïve café\n\ttabbed", "😀 👍🏽 1€"])
      expect(cleanText(text)).toBe(text);
    expect(cleanOutput(output, { id: "1", topic: null, rows: [], notes: [] }, false)).toEqual({
      output: { id: "1", topic: null, rows: [], notes: [] },
      isForeign: false,
    });
  });

  it("takes time that grows with the text, not with its square", () => {
    const begun = performance.now();
    cleanText("&#x20".repeat(100_000));
    cleanText(`${"&z".repeat(50_000)}wj;`.repeat(2));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
