import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (sentence: string, today: string) => readSentence(sentence, { nowMs: Date.parse(`${today}T09:00:00Z`), hostZone: "Europe/Paris" });
const [SUNDAY, MONDAY, WEDNESDAY, FRIDAY] = ["2026-11-29", "2026-11-30", "2026-12-02", "2026-12-04"];

it.each([
  // a week or more behind the coming one
  ["bees a week on Monday 3pm", WEDNESDAY, "2026-12-14", null],
  ["bees Monday week 3pm", WEDNESDAY, "2026-12-14", null],
  ["bees on Monday in a week at 3pm", WEDNESDAY, "2026-12-14", null],
  ["bees two weeks on Monday at 3pm", WEDNESDAY, "2026-12-21", null],
  ["Bienen am Montag in einer Woche um 15 Uhr", SUNDAY, "2026-12-07", null],
  ["Bienen Montag in acht Tagen um 15 Uhr", WEDNESDAY, "2026-12-14", null],
  ["abeilles lundi dans une semaine à 15h", WEDNESDAY, "2026-12-14", null],
  ["abeilles lundi en quinze à 15h", WEDNESDAY, "2026-12-21", null],
  // two days may be meant: that of the calendar week, and at a weekend that behind the coming one; the other one is named
  ["bees in two weeks, Monday, at 3pm", MONDAY, "2026-12-14", null],
  ["bees in two weeks on Monday at 3pm", MONDAY, "2026-12-14", null],
  ["bees in two weeks on Monday at 3pm", SUNDAY, "2026-12-14", "7 December"],
  ["bees on Monday in two weeks at 3pm", WEDNESDAY, "2026-12-14", "21 December"],
  ["bees in two weeks, Monday, at 3pm", FRIDAY, "2026-12-14", "21 December"],
  ["Bienen am Montag in zwei Wochen um 15 Uhr", SUNDAY, "2026-12-14", "7 December"],
  ["Bienen in zwei Wochen am Montag um 15 Uhr", WEDNESDAY, "2026-12-14", "21 December"],
  ["Bienen Montag in 14 Tagen um 15 Uhr", WEDNESDAY, "2026-12-14", "21 December"],
  ["abeilles lundi dans deux semaines à 15h", SUNDAY, "2026-12-14", "7 December"],
  ["abeilles dans deux semaines, lundi, à 15h", WEDNESDAY, "2026-12-14", "21 December"],
] as const)("%s, said on %s, is on %s, and may be on %s", (sentence, today, day, other) => {
  const { local, assumed, topic } = read(sentence, today);
  expect(topic).toMatch(/^(?:bees|Bienen|abeilles)$/);
  expect(local).toBe(`${day}T15:00:00`);
  const notes = assumed.filter((line) => line.includes("it may be"));
  expect(notes).toHaveLength(other === null ? 0 : 1);
  if (other !== null) expect(notes[0]).toMatch(new RegExp(`^Monday in 2 weeks was read as .*; it may be ${other} 2026\\.$`));
});

describe("a day that its month does not have", () => {
  it.each([
    ["2026-11-29T09:00:00Z", /30 February 2027 does not exist/],
    ["2027-01-11T09:00:00Z", /30 February 2027 does not exist/],
    ["2027-03-11T09:00:00Z", /30 February 2028 does not exist/],
  ])("is refused with the next year that it could be in, seen from %s", (now, told) => {
    expect(() => readSentence("webinar on tides, 30 February 3pm", { nowMs: Date.parse(now), hostZone: "Europe/London" })).toThrow(told);
  });
});
