import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { operations } from "../index.ts";

const { create, createInteractive, createRecurring, scheduleFromPrompt, scheduleRecurringFromPrompt, update } = operations.webinars;

/** Every operation that schedules, with a start that is over. Now is noon UTC on 15 January 2027. */
const SCHEDULES = [
  [create, { user_id: HOST, topic: "Tides", start_time: "2026-12-01T10:00", timezone: "Europe/Berlin" }, "start_time"],
  [createInteractive, { user_selection: HOST, topic: "Tides", start_time: "2027-01-15T11:58:00Z" }, "start_time"],
  [createRecurring, { user_id: HOST, topic: "Tides", start_time: "2026-12-01T10:00:00Z", end_times: 3 }, "start_time"],
  [scheduleFromPrompt, { prompt: 'Webinar "Tides" on 2026-12-01 at 10:00 UTC', user_selection: HOST }, "prompt"],
  [scheduleRecurringFromPrompt, { prompt: 'Webinar "Tides" every Tuesday from 2026-12-01 at 10:00 UTC, 3 times', user_selection: HOST }, "prompt"],
  [update, { webinar_id: UPCOMING, start_time: "2026-12-01T10:00:00Z" }, "start_time"],
] as const;

describe("a start in the past", () => {
  it.each(SCHEDULES.map(([op, input, field]) => [op.id, op, input, field] as const))(
    "%s refuses it with today's date",
    async (_id, op, input, field) => {
      const { refusal, seen } = emulated();
      const error = await refusal(op, input);
      expect(error).toMatchObject({ code: "input_invalid", faults: [{ field }], hint: expect.stringContaining("allow_past: true") });
      expect(error.message).toMatch(/is in the past: today is 2027-01-15/);
      expect(seen().filter(({ method }) => method !== "GET")).toEqual([]);
    },
  );

  it.each(SCHEDULES.map(([op, input]) => [op.id, op, input] as const))("%s goes on with it if it is meant", async (_id, op, input) => {
    const error = await emulated()
      .refusal(op, { ...input, allow_past: true })
      .catch(() => null);
    expect(error?.message ?? "").not.toContain("is in the past");
  });

  it("is not in the past if it is the present minute, or the start that the webinar has", async () => {
    const { run, clock } = emulated();
    await clock.sleep(30_000);
    await run(create, { user_id: HOST, topic: "Now", start_time: "2027-01-15T12:00:00Z" });
    const past = { start_time: "2027-01-15T12:00:00Z", duration: 30 };
    await clock.sleep(3_600_000);
    const { webinar } = await run(create, { user_id: HOST, topic: "Soon", start_time: "2027-01-15T15:00:00Z" });
    await clock.sleep(4 * 3_600_000);
    expect(await run(update, { webinar_id: String(webinar.id), start_time: "2027-01-15T15:00:00Z", duration: 30 })).toMatchObject({
      changed: expect.arrayContaining(["duration"]),
    });
    await expect(run(update, { webinar_id: String(webinar.id), ...past })).rejects.toMatchObject({ code: "input_invalid" });
  });

  it("is held against the time of the session, which an embedded emulator sets", async () => {
    const { run } = emulated({ session: { now: async () => Date.UTC(2026, 10, 1) } });
    expect(await run(create, { user_id: HOST, topic: "Tides", start_time: "2026-12-01T10:00:00Z" })).toMatchObject({
      starts: { utc: "2026-12-01T10:00:00Z" },
    });
  });
});
