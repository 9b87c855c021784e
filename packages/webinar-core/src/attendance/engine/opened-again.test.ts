import { describe, expect, it } from "vitest";
import { at, instanceOf, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import { toReport } from "./report.ts";

const ROSA = "rosa@example.com";
const OTTO = "otto@example.com";
const personOf = (report: ReturnType<typeof toReport>, email: string) => report.people.find((person) => person.email === email);

describe("a webinar that was ended and opened again", () => {
  const first = instanceOf([joined(ROSA, "15:00", "15:10")], { zoom_says: { participants_count: 3, total_minutes: 10 } });
  const again = (details: { start_time: string; end_time?: string }, rows: Parameters<typeof instanceOf>[0] = []) =>
    instanceOf(rows, { uuid: "two", details });

  it("is one session from the first start to the last end, and lists each time that it was open", () => {
    const second = again({ start_time: at("17:00"), end_time: at("17:30") }, [joined(ROSA, "17:00", "17:20")]);
    const report = toReport(webinarOf([], { instances: [first, second] }));
    expect(report.webinar).toMatchObject({ uuid: "two", start_time: at("15:00"), end_time: at("17:30"), length_minutes: 150 });
    expect(report.sessions).toEqual([
      {
        start_time: at("15:00"),
        end_time: at("17:30"),
        instances: [
          { uuid: "one", start_time: at("15:00"), end_time: at("16:00"), zoom_says: { participants_count: 3, total_minutes: 10 } },
          { uuid: "two", start_time: at("17:00"), end_time: at("17:30"), zoom_says: { participants_count: null, total_minutes: null } },
        ],
      },
    ]);
    expect(report.zoom_says).toEqual({ participants_count: null, total_minutes: null });
    // Of ninety minutes, without the hour between them.
    expect(personOf(report, ROSA)).toMatchObject({ seconds: 1800, engagement: 33, left_early: true, late: false });
    expect(report.curve).toHaveLength(150);
  });

  it("has no end while one of the times is running", () => {
    const report = toReport(webinarOf([], { instances: [first, again({ start_time: at("17:00") }, [joined(OTTO, "17:00", null)])] }));
    expect(report.sessions[0]?.instances.map(({ end_time }) => end_time)).toEqual([at("16:00"), null]);
    expect([report.sessions[0]?.end_time, report.webinar.end_time, report.complete]).toEqual([null, null, false]);
    expect(report.people.map(({ left_early }) => left_early)).toEqual([null, null, null, null]);
    expect(report.totals.drop_off).toEqual({ "25": null, "50": null, "75": null, "95": null });
    expect(report.curve).toHaveLength(180);
  });

  it("has times that are not known, of what could not be read", () => {
    const unread = instanceOf(null, { uuid: null, details: null });
    const report = toReport(webinarOf([], { instances: [first, unread] }));
    expect(report.sessions[0]?.instances.map(({ start_time, end_time }) => [start_time, end_time])).toEqual([
      [at("15:00"), at("16:00")],
      [null, null],
    ]);
    expect([report.webinar.uuid, report.webinar.length_minutes, report.totals.rows]).toEqual([null, 60, 1]);
  });
});
