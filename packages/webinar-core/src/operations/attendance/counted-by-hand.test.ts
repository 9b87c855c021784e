import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { createSession } from "../../doors.ts";
import { runOperation } from "../../run.ts";
import { FIGURES } from "../../test/attendance/counted/figures.ts";
import { PORTAL_FILES } from "../../test/attendance/counted/portal-files.ts";
import { RESTARTS } from "../../test/attendance/counted/restarts.ts";
import { SIGN_UPS, STAFF } from "../../test/attendance/counted/staff-and-sign-ups.ts";
import { TIMES } from "../../test/attendance/counted/times.ts";
import { WHO_IS_ONE } from "../../test/attendance/counted/who-is-one.ts";
import { type CountedWorld, lineOf } from "../../test/attendance/counted/world.ts";
import { zoomOf } from "../../test/attendance/counted/zoom-of.ts";
import { reportAttendance } from "./report.ts";

const NOW = Date.UTC(2027, 0, 15, 12);

const reportOf = ({ held, input }: CountedWorld) => {
  const clock = virtualClock(held?.now === undefined ? NOW : Date.parse(held.now), { autoAdvance: true });
  const send = held === undefined ? async () => Promise.reject(new Error("a file needs no request")) : zoomOf(held);
  const credentials = { kind: "access-token", accessToken: "made-up" } as const;
  return runOperation(reportAttendance, input, createSession({ credentials, send, clock, store: memoryStore({ clock }), pace: false }));
};

describe.each([
  ["who is one person", WHO_IS_ONE],
  ["hosts and panelists", STAFF],
  ["registrations", SIGN_UPS],
  ["times", TIMES],
  ["figures", FIGURES],
  ["restarts", RESTARTS],
  ["files of Zoom's portal", PORTAL_FILES],
])("a report counted by hand: %s", (_kind, worlds) => {
  it.each(worlds.map((world) => [world.about, world] as const))("%s", async (_about, world) => {
    const report = await reportOf(world);
    if (world.people !== undefined) expect(report.people.map(lineOf)).toEqual(world.people);
    if (world.expects !== undefined) expect(report).toMatchObject(world.expects);
    for (const note of world.notes ?? []) expect(report.notes).toContainEqual(expect.stringMatching(note));
    const joins = report.people.reduce((sum, { joins: count }) => sum + (count ?? 0), 0);
    if (Object.keys(world.input).length === 1 && report.totals?.rows != null) expect(joins).toBe(report.totals.rows);
  });
});
