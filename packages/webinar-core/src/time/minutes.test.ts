import { describe, expect, it } from "vitest";
import { readMinutes } from "./minutes.ts";

describe("the length of a webinar", () => {
  it.each([
    ...["90", " 90 ", "90m", "90 min", "90 Min.", "90 minutes", "1h30", "1H30", "1 h 30", "1h 30m", "1h30min", "1:30", "01:30", "1.5h", "1,5 h"],
    ...["1.5 hours", "1 hour 30 minutes", "1 hour and 30 minutes", "1 hr, 30 mins", "An hour and a half"],
  ])("is ninety minutes as %j", (text) => {
    expect(readMinutes(text)).toBe(90);
  });

  it.each([
    ["1h", 60],
    ["an hour", 60],
    ["2 hours", 120],
    ["45 min", 45],
    ["0:45", 45],
    ["1h5", 65],
    ["0", 0],
  ])("as %j is %i minutes", (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });

  it.each(["", "soon", "1h75", "1:75", "1:30:00", "90.5", "-90", "1.5", "1.5h30", "90s", "1d", "h", "1h30h", "90 min later"])(
    "is not read from %j",
    (text) => {
      expect(readMinutes(text)).toBeNull();
    },
  );
});
