import type { InputError } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { didYouMean, fieldMeant, parseInput } from "./input-faults.ts";

const schema = z.strictObject({
  topic: z.string(),
  kind: z.enum(["single", "multiple"]).optional(),
  minutes: z.number().optional(),
  people: z.array(z.strictObject({ name: z.string() })).optional(),
});

const refusal = (raw: unknown): InputError => {
  try {
    parseInput(schema, raw);
  } catch (error) {
    return error as InputError;
  }
  throw new Error("this was taken");
};

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

describe("the faults of an input", () => {
  it.each([
    ["fields that there are not", { topic: "A", ...Object.fromEntries(many(49_000, (at) => [`x${at}`, 1])) }, 49_000],
    ["fields of one entry", { topic: "A", people: [{ name: "B", ...Object.fromEntries(many(1_000, (at) => [`x${at}`, 1])) }] }, 1_000],
    ["entries of a list", { topic: "A", people: many(5_000, () => ({})) }, 5_000],
    ["a mixture", { kind: "x", people: many(30, () => ({ x: 1, y: 2 })) }, 92],
  ])("are named up to twenty, and the rest is counted: %s", (_what, raw, total) => {
    const { message, faults, details } = refusal(raw);
    expect(faults).toHaveLength(20);
    expect(details).toMatchObject({ more_faults: total - 20 });
    expect(message).toMatch(new RegExp(`; and ${total - 20} more$`));
    expect(message.length).toBeLessThan(2_000);
  });

  it.each([
    ["Topic", "topic"],
    ["startTime", "start_time"],
    ["passcode", "password"],
    ["host", "user_id"],
    ["id", "webinar_id"],
    ["tz", "timezone"],
    ["limit", "page_size"],
    ["registrant-ids", "registrants"],
    ["tpoic", "topic"],
    ["nonsense", null],
  ])("name the field that somebody meant by %s", (wrong, meant) => {
    const known = ["default_passcode", "topic", "start_time", "password", "user_id", "webinar_id", "timezone", "page_size", "registrants", "type"];
    expect(fieldMeant(wrong, known)).toBe(meant);
  });

  it("say how a list is written where one text is expected", () => {
    expect(refusal({ topic: ["a", "b"] }).message).toBe('topic: expected string, got a list; write "a,b"');
    expect(refusal({ topic: [{}] }).message).toBe("topic: expected string, got a list");
  });

  it("are all named if there are few, and nothing is counted", () => {
    const { message, details } = refusal({ topc: "A", minutes: Number.POSITIVE_INFINITY });
    expect(message).toBe("topic: is required; minutes: expected number, got number Infinity; topc: unknown field, did you mean topic?");
    expect(details).not.toHaveProperty("more_faults");
  });

  it("repeat no more than a line of what was sent", () => {
    const endless = "x".repeat(500_000);
    for (const raw of [
      { topic: "A", [endless]: 1 },
      { topic: "A", kind: endless },
      { topic: 5, people: endless },
    ]) {
      expect(refusal(raw).message.length).toBeLessThan(300);
    }
    expect(didYouMean(endless, ["topic"])).toBeNull();
  });
});
