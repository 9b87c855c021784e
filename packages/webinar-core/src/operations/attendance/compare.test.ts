import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { compareAttendance } from "./compare.ts";
import { reportAttendance } from "./report.ts";

it("compares dates with the numbers of the series report, without the people of each date", async () => {
  const zoom = emulated({ world: "conference-series" });
  const series = String((await zoom.emulator.state.webinars()).find(({ instances }) => instances.length > 1)?.id);
  const compared = await zoom.run(compareAttendance, { webinar_id: series });
  const { dates = [], ...whole } = await zoom.run(reportAttendance, { webinar_id: series, series: true });
  expect(compared).toEqual({ ...whole, dates: dates.map(({ people: _people, ...date }) => date) });
  expect(compared.dates).toHaveLength(3);
  const visits = compared.people.reduce((sum, { dates_came }) => sum + dates_came, 0);
  expect(visits).toBe(compared.dates.reduce((sum, { totals }) => sum + (totals.attendees ?? 0), 0));
  for (const { share } of compared.retention) expect(share).not.toBeNull();
});

it("says who came to which date: the minutes of all dates together are those of each, and a date that somebody missed is not there", async () => {
  const zoom = emulated({ world: "conference-series" });
  const series = String((await zoom.emulator.state.webinars()).find(({ instances }) => instances.length > 1)?.id);
  const { people, dates } = await zoom.run(compareAttendance, { webinar_id: series });
  const starts = dates.map(({ sessions }) => sessions[0]?.start_time);
  for (const { dates_came, visits, minutes, seconds } of people) {
    expect(visits).toHaveLength(dates_came);
    expect(visits.reduce((sum, visit) => sum + visit.minutes, 0)).toBeCloseTo(minutes, 0);
    expect(minutes).toBeCloseTo(seconds / 60, 1);
    expect(visits.every(({ start_time }) => starts.includes(start_time ?? undefined))).toBe(true);
  }
  for (const [at, start] of starts.entries())
    expect(people.filter(({ visits }) => visits.some(({ start_time }) => start_time === start))).toHaveLength(dates[at]?.totals.attendees ?? -1);
});

it("names nobody if asked, and leaves out who was not there for long enough", async () => {
  const { run } = emulated();
  const named = await run(compareAttendance, { webinar_id: HELD });
  const { people, domains } = await run(compareAttendance, { webinar_id: HELD, no_names: true, attended_from: 45 });
  expect(people.every(({ name, email, person, seconds }) => name === null && email === null && person !== undefined && seconds >= 2700)).toBe(true);
  expect(people).toHaveLength(named.people.filter(({ seconds }) => seconds >= 2700).length);
  expect(domains?.length).toBeGreaterThan(0);
});

it("compares a webinar of one date with nothing, and says that one was never held", async () => {
  const { run, refusal } = emulated();
  expect(await run(compareAttendance, { webinar_id: HELD })).toMatchObject({ dates: { length: 1 }, retention: [] });
  expect(await refusal(compareAttendance, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
