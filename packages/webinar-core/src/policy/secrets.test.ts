import { describe, expect, it } from "vitest";
import * as z from "zod";
import { isGiven, type Reveal } from "./reveal.ts";
import { withholdSecrets } from "./secrets.ts";

const person = z.object({ name: z.string(), join_url: z.string().nullish().meta({ secret: "personal" }) });
const schema = z.object({
  topic: z.string(),
  start_url: z.string().meta({ secret: "host" }).nullish(),
  password: z.string().nullish().meta({ secret: "shared" }),
  people: z.array(person).nullish(),
  by_id: z.record(z.string(), person).optional(),
  either: z
    .union([z.object({ kind: z.literal("a"), stream_key: z.string().meta({ secret: "host" }) }), z.object({ kind: z.literal("b") })])
    .optional(),
});
const value = {
  topic: "t",
  start_url: "https://example.zoom.us/s/1?zak=abc",
  password: "pw",
  people: [{ name: "Grace", join_url: "https://example.zoom.us/w/1?tk=abc" }],
  by_id: { x: { name: "Alan", join_url: "https://example.zoom.us/w/1?tk=def" } },
  either: { kind: "a" as const, stream_key: "key" },
};
const give = (reveal: Reveal, asks = false) => JSON.stringify(withholdSecrets(schema, value, (secret) => isGiven(secret, reveal, asks)));

describe("secrets", () => {
  it("are left out by default (host secrets and personal links), and the answer names what it left out", () => {
    const text = give("personal");
    expect(text).not.toMatch(/zak=|tk=|stream_key":/);
    expect(JSON.parse(text)).toMatchObject({
      topic: "t",
      password: "pw",
      redacted: ["by_id.join_url", "either.stream_key", "people[].join_url", "start_url"],
    });
  });

  it("gives personal links only if the call asks and the operator allows", () => {
    expect(give("personal", true)).toMatch(/tk=abc.*tk=def/);
    expect(give("shared", true)).not.toContain("tk=");
    expect(give("host", false)).not.toContain("tk=");
  });

  it("gives host secrets only if the operator says so, and nothing at all with none", () => {
    expect(give("host", true)).toContain("zak=abc");
    expect(give("none", true)).not.toMatch(/pw|tk=|zak=/);
  });

  it.each(["zak", "tk", "pwd"])("masks a link with %s= in a field that is not marked, unless it is given", (query) => {
    const value = { note: `see https://example.zoom.us/s/1?${query}=abc` };
    const schema = z.object({ note: z.string() });
    expect(JSON.stringify(withholdSecrets(schema, value, () => false))).not.toContain("abc");
    expect(withholdSecrets(schema, value, () => true)).toEqual(value);
  });

  it("leaves a value without secrets as it was", () => {
    expect(withholdSecrets(schema, { topic: "t" }, () => false)).toEqual({ topic: "t" });
  });
});
