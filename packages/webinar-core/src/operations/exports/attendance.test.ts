import { HELD } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { reportAttendance } from "../attendance/report.ts";
import { exportAttendance } from "./attendance.ts";

it("gives the people of the attendance report, a row for each", async () => {
  const { run } = emulated();
  const { rows } = await run(exportAttendance, { webinar_id: HELD, all: true });
  const { people } = await run(reportAttendance, { webinar_id: HELD });
  const facts = people.map(({ status, email, minutes, joins, first_join, engagement }) => ({
    status,
    email,
    minutes,
    joins,
    first_join,
    engagement,
  }));
  expect(rows).toMatchObject(facts);
  expect(rows).toHaveLength(facts.length);
});

it("gives each date of a series with its own people", async () => {
  const zoom = emulated({ world: "rejoins" });
  const calm = String((await zoom.emulator.state.webinars()).find(({ topic }) => topic === "The calm series")?.id);
  const { rows } = await zoom.run(exportAttendance, { webinar_id: calm, all: true });
  expect(new Set(rows.map(({ started_at }) => started_at)).size).toBe(2);
  expect(new Set(rows.map(({ row_id }) => row_id)).size).toBe(rows.length);
});

it("refuses a webinar that was not held", async () => {
  const { refusal } = emulated();
  expect(await refusal(exportAttendance, { webinar_id: "82834512568" })).toMatchObject({ code: "not_found" });
});
