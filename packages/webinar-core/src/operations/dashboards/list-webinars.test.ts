import { HELD, HELD_UUID, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listDashboardWebinars } from "./list-webinars.ts";

const month = { from: "2026-12-20", to: "2027-01-15" };

it("lists the webinars of a month with their figures", async () => {
  const { run, seen } = emulated();
  const page = await run(listDashboardWebinars, { ...month, type: "past", all: true });
  expect(seen()).toMatchObject([{ path: "/v2/metrics/webinars", query: { ...month, type: "past", page_size: "300" } }]);
  expect(page).toMatchObject({
    webinars: [{ topic: "The autumn release, live" }, { id: HELD, uuid: HELD_UUID, topic: "Getting started in 45 minutes", participants: 4 }],
    complete: true,
  });
});

it("lists those that are running", async () => {
  const { run, emulator } = emulated();
  await emulator.controls.startWebinar(UPCOMING);
  expect((await run(listDashboardWebinars, { ...month, type: "live" })).webinars).toMatchObject([{ id: UPCOMING }]);
});

it("says that nothing runs now, and how to list webinars that were held", async () => {
  const { run } = emulated();
  const page = await run(listDashboardWebinars, month);
  expect(listDashboardWebinars.describe(page, month)).toBe(
    "0 of 0 webinars that run now (type live); type past (--type past) lists those that were held",
  );
});

it("names the days that are missing, and reports that the dashboard is not open to the app", async () => {
  const { refusal, emulator } = emulated();
  expect(await refusal(listDashboardWebinars, {})).toMatchObject({ code: "input_invalid", faults: [{ field: "from" }, { field: "to" }] });
  await emulator.controls.setScopes(["webinar:read:admin"]);
  expect(await refusal(listDashboardWebinars, month)).toMatchObject({ code: "scope_missing" });
});
