import { describe, expect, it } from "vitest";
import { PORTS, readWholeNumber } from "./whole-number.ts";

const CALLS = { least: 1, most: 600 };

describe("a whole number", () => {
  it.each([
    ["1", 1],
    ["600", 600],
    [" 007 ", 7],
    [30, 30],
  ])("is read from %j", (given, number) => expect(readWholeNumber("--calls", given, CALLS)).toBe(number));

  it.each(["0", "601", "-1", "+1", "1.5", "1e2", "0x10", "", " ", "ten", "1 0", "9".repeat(400)])("names its range instead of taking %j", (given) => {
    const message = `--calls: expected a whole number from 1 to 600, got ${JSON.stringify(given)}`;
    expect(() => readWholeNumber("--calls", given, CALLS, "The way out.")).toThrow(
      expect.objectContaining({ name: "InputError", message, hint: "The way out." }),
    );
  });

  it("is any port, also the one that stands for a free one", () => {
    expect([readWholeNumber("--port", "0", PORTS), readWholeNumber("--port", "65535", PORTS)]).toEqual([0, 65_535]);
    expect(() => readWholeNumber("--port", "65536", PORTS)).toThrow("from 0 to 65535");
  });
});
