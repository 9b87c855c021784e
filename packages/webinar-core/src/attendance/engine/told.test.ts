import { describe, expect, it } from "vitest";
import { at, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import { filterWords, narrowReport } from "../narrow.ts";
import { toReport } from "./report.ts";

describe("a report", () => {
  it("says that a walk-in has the name of somebody who is registered and absent, and nothing of one who came", () => {
    const walkIn = (name: string) => joined("private@example.org", "15:00", "15:30", { name });
    const note = "1 walk-in with the name of a registrant who is absent: perhaps the same person, under another address or without one.";
    expect(toReport(webinarOf([walkIn("Rosa")])).notes).toContain(note);
    expect(toReport(webinarOf([walkIn("Rosa"), joined("rosa@example.com", "15:00", "15:20")])).notes).not.toContain(note);
    expect(toReport(webinarOf([walkIn("Greta")])).notes).not.toContain(note);
  });

  it("says which people it shows if it does not show all, and how many that are of how many", () => {
    const report = toReport(webinarOf([joined("rosa@example.com", "15:00", "15:40"), joined("otto@example.com", "15:00", "15:10")]));
    const narrow = { status: ["attended" as const], min_minutes: 30 };
    const { notes, people } = narrowReport(report, narrow);
    expect(people).toHaveLength(1);
    expect(notes.at(-1)).toBe("Only people with status attended and at least 30 minutes are shown, 1 of 4; the totals are of everybody.");
    expect(narrowReport(report, {}).notes).toEqual(report.notes);
    expect(filterWords({ people_from: 2 })).toBe("");
    expect(filterWords({ max_minutes: 1, asked: false, voted: true })).toBe("at most 1 minute and no question asked and a poll answered");
    expect(report.webinar.start_time).toBe(at("15:00"));
  });
});
