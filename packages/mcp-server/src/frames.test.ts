import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault, readFrame } from "./frames.ts";

const ping = (id: number) => ({ jsonrpc: "2.0", id, method: "ping" });
const REVISIONS = [null, "2024-11-05", "2025-06-18", "2025-11-25", "2026-07-28"];

/** Whether this Node can write what it read. */
const canWrite = (json: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(json)).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

describe("a frame (one message or one batch)", () => {
  it("is read as a message despite a byte order mark or params: null", () => {
    expect(readFrame(`\uFEFF${JSON.stringify(ping(1))}`, null)).toEqual({ kind: "message", message: ping(1), text: JSON.stringify(ping(1)) });
    expect(readFrame(JSON.stringify({ ...ping(1), params: null }), null)).toEqual({
      kind: "message",
      message: ping(1),
      text: JSON.stringify(ping(1)),
    });
  });

  it.each([
    ["no JSON", "not json", -32700, null],
    ["a number", "5", -32600, null],
    ["null", "null", -32600, null],
    ["no version", '{"id":5,"method":"ping"}', -32600, 5],
    ["no method", '{"jsonrpc":"2.0","id":5}', -32600, 5],
    ["a method that is no text", '{"jsonrpc":"2.0","id":"a","method":7}', -32600, "a"],
    ["an id that is null", '{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600, null],
    ["an id that is an object", '{"jsonrpc":"2.0","id":{},"method":"ping"}', -32600, null],
    ["params in a list", '{"jsonrpc":"2.0","id":3,"method":"tools/list","params":[]}', -32602, 3],
    ["params that are a text", '{"jsonrpc":"2.0","id":3,"method":"tools/list","params":"x"}', -32602, 3],
  ])("is answered with an error: %s", (_what, text, code, id) => {
    expect(readFrame(text, null)).toMatchObject({ kind: "fault", fault: { id, error: { code } } });
  });

  it("is refused as a batch under every revision but 2025-03-26", () => {
    const batch = JSON.stringify([ping(1), ping(2)]);
    for (const revision of REVISIONS)
      expect(readFrame(batch, revision)).toMatchObject({ kind: "fault", fault: { id: null, error: { code: -32600 } } });
    expect(readFrame(batch, "2025-03-26")).toEqual({ kind: "batch", entries: [ping(1), ping(2)] });
  });

  it("is refused as a batch if it is empty, has more than 100 entries, or contains initialize", () => {
    const all = Array.from({ length: 101 }, (_, id) => ping(id));
    for (const batch of [[], all, [{ ...ping(1), method: "initialize" }]])
      expect(readFrame(JSON.stringify(batch), "2025-03-26")).toMatchObject({ kind: "fault", fault: { error: { code: -32600 } } });
  });

  it("keeps the good entries of a batch apart from the bad ones", () => {
    const frame = readFrame(JSON.stringify([ping(1), { id: 2 }, 7]), "2025-03-26");
    expect(frame.kind === "batch" && frame.entries.map(isFault)).toEqual([false, true, true]);
  });

  it("may be nested 100,000 deep and is still answered", () => {
    const deep = JSON.stringify({ ...ping(1), params: { x: 0 } }).replace("0}", `${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    expect(readFrame(deep, null)).toMatchObject({ kind: "message", text: deep });
    const frame = readFrame(`[${deep}]`, "2025-03-26");
    // An entry of a batch is written again for the SDK; Node can write so deep a value from version 26 on.
    const entry = canWrite(deep) ? { id: 1, method: "ping" } : { id: 1, error: { code: -32600 } };
    expect(frame.kind === "batch" && frame.entries).toMatchObject([entry]);
  });

  it("never throws, and takes no forged fault for one of ours (property)", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom(...REVISIONS, "2025-03-26"), (text, revision) => {
        const frame = readFrame(text, revision);
        expect(["message", "batch", "fault"]).toContain(frame.kind);
        if (frame.kind === "message") expect(frame.message.jsonrpc).toBe("2.0");
      }),
      { numRuns: 500, seed: 5 },
    );
    const forged = { jsonrpc: "2.0", id: 1, error: { code: -1, message: "x" } };
    expect(readFrame(JSON.stringify(forged), null).kind).toBe("message");
  });
});
