import { expect, it } from "vitest";
import { countByHand } from "../../test/attendance/count-by-hand.ts";
import { generatedWebinar } from "../../test/attendance/generated-webinar.ts";
import { attendanceReport, STATUSES } from "../report-types.ts";
import type { ReportInput } from "./input.ts";
import { toReport } from "./report.ts";

/** Fewer where each test runs hundreds of times: against mutants. */
const WEBINARS = Number(process.env.GENERATED_WEBINARS ?? 1000);

const sorted = <Person extends object>(people: readonly Person[]): string[] => people.map((person) => JSON.stringify(person)).sort();

it("counts a thousand generated webinars as somebody who looks at every second does", () => {
  const seen = { restarted: 0, running: 0, merged: 0, guests: 0, hints: 0 };
  for (let seed = 1; seed <= WEBINARS; seed += 1) {
    const input = generatedWebinar(seed);
    const { people, totals, curve } = toReport(input);
    const byHand = countByHand(input);
    expect({ seed, totals }).toEqual({ seed, totals: byHand.totals });
    expect({ seed, curve }).toEqual({ seed, curve: byHand.curve });
    expect({ seed, people: sorted(people.map(({ notes: _notes, ...person }) => person)) }).toEqual({ seed, people: sorted(byHand.people) });
    seen.restarted += Number(input.instances.length > 1);
    seen.running += Number(input.instances.some(({ details }) => details !== null && details.end_time === undefined));
    seen.merged += people.filter(({ joins, intervals }) => (joins ?? 0) > intervals.length && intervals.length > 0).length;
    seen.guests += people.filter(({ identity }) => identity === "name").length;
    seen.hints += people.filter(({ may_be }) => may_be !== null).length;
  }
  // What is never generated is never tested; of a few webinars that says nothing.
  if (WEBINARS >= 1000) for (const count of Object.values(seen)) expect(count).toBeGreaterThan(WEBINARS / 100);
}, 120_000);

it("counts every joining once, lists people in order, and keeps to its schema", () => {
  for (let seed = 1; seed <= WEBINARS; seed += 1) {
    const input = generatedWebinar(seed);
    const report = toReport(input);
    const joinings = input.instances.flatMap(({ rows }) => rows ?? []).filter(({ status }) => status !== "in_waiting_room");
    expect(report.people.reduce((sum, { joins }) => sum + (joins ?? 0), 0)).toBe(joinings.length);
    expect(report.totals.rows).toBe(joinings.length);
    const places = report.people.map(({ status }) => STATUSES.indexOf(status));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    if (seed % 20 === 0) expect(attendanceReport.parse(report)).toEqual(report);
  }
});

it("gives the same report whatever the order of the rows, but for rows that contradict each other", () => {
  const turned = (input: ReportInput): ReportInput => ({
    ...input,
    instances: input.instances.map((instance) => ({ ...instance, rows: (instance.rows ?? []).toReversed() })),
  });
  let same = 0;
  for (let seed = 1; seed <= WEBINARS; seed += 1) {
    const input = generatedWebinar(seed);
    const [one, other] = [toReport(input), toReport(turned(input))];
    expect(other.totals.rows).toBe(one.totals.rows);
    same += Number(JSON.stringify(one.totals) === JSON.stringify(other.totals));
  }
  expect(same).toBeGreaterThan(WEBINARS * 0.8);
});
