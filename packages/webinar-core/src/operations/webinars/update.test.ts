import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { createRecurringWebinar } from "./create-recurring.ts";
import { getWebinar } from "./get.ts";
import { updateWebinar } from "./update.ts";

const webinar_id = UPCOMING;
const series = async (zoom: ReturnType<typeof emulated>) => {
  const { webinar, dates } = await zoom.run(createRecurringWebinar, {
    user_id: HOST,
    topic: "Drills",
    start_time: "2027-03-08T10:00",
    timezone: "America/New_York",
    weekly_days: "2",
    end_times: 3,
  });
  zoom.seen();
  return { webinar_id: webinar.id as string, occurrence_id: dates[1]?.occurrence_id as string };
};

/** The writes among requests; every update is read again afterwards, to see what Zoom made of it. */
const changes = <Request extends { method: string }>(requests: readonly Request[]) => requests.filter(({ method }) => method !== "GET");

describe("webinars.update", () => {
  it("sends only what is given", async () => {
    const { run, seen } = emulated();
    expect(await run(updateWebinar, { webinar_id, topic: "A new name", registration: "automatic", settings: { on_demand: true } })).toMatchObject({
      done: "update_webinar",
      changed: ["topic", "registration", "settings.on_demand"],
      notifies_registrants: false,
    });
    expect(changes(seen()).map(({ method, body, query }) => ({ method, body, query }))).toEqual([
      { method: "PATCH", query: {}, body: { topic: "A new name", settings: { approval_type: 0, on_demand: true } } },
    ]);
    expect(await run(getWebinar, { webinar_id })).toMatchObject({ topic: "A new name", duration: 60, settings: { approval_type: 0 } });
  });

  it("moves to 10:00 in New York, on both sides of the change of clocks", async () => {
    const { run, seen } = emulated();
    const move = (start_time: string) => run(updateWebinar, { webinar_id, start_time, timezone: "America/New_York" });
    expect((await move("2027-03-13T10:00")).starts).toMatchObject({ utc: "2027-03-13T15:00:00Z" });
    expect((await move("2027-03-15T10:00")).starts).toMatchObject({ utc: "2027-03-15T14:00:00Z" });
    expect(changes(seen()).map(({ body }) => body)).toEqual([
      { start_time: "2027-03-13T10:00:00", timezone: "America/New_York" },
      { start_time: "2027-03-15T10:00:00", timezone: "America/New_York" },
    ]);
    expect(await run(getWebinar, { webinar_id })).toMatchObject({ start_time: "2027-03-15T14:00:00Z", timezone: "America/New_York" });
  });

  it("reads a wall time without a zone in the webinar's own, and says so", async () => {
    const { run } = emulated();
    const { starts, notes } = await run(updateWebinar, { webinar_id, start_time: "2027-03-15T10:00" });
    expect(starts).toMatchObject({ timezone: "Europe/Berlin", zone_from: "webinar", utc: "2027-03-15T09:00:00Z" });
    expect(notes).toEqual([expect.stringContaining("comes from the webinar")]);
  });

  it("changes one date, its start as an instant, and nothing else", async () => {
    const zoom = emulated();
    const one = await series(zoom);
    await zoom.run(updateWebinar, { ...one, start_time: "2027-03-15T11:30", duration: 30, auto_recording: "cloud" });
    expect(changes(zoom.seen()).at(-1)).toMatchObject({
      method: "PATCH",
      query: { occurrence_id: one.occurrence_id },
      body: { start_time: "2027-03-15T15:30:00Z", duration: 30, settings: { auto_recording: "cloud" } },
    });
    const { occurrences } = await zoom.run(getWebinar, { webinar_id: one.webinar_id });
    expect(occurrences?.map(({ start_time }) => start_time)).toEqual(["2027-03-08T15:00:00Z", "2027-03-15T15:30:00Z", "2027-03-22T14:00:00Z"]);
  });

  it.each([
    [{ topic: "x" }, "topic"],
    [{ settings: { approval_type: 1 as const } }, "settings.approval_type"],
    [{ recurrence: { type: 1 as const, end_times: 2 } }, "recurrence"],
  ])("refuses %j for one date before Zoom is asked", async (change, field) => {
    const zoom = emulated();
    expect(await zoom.refusal(updateWebinar, { ...(await series(zoom)), ...change })).toMatchObject({ code: "input_invalid", faults: [{ field }] });
    expect(zoom.seen()).toEqual([]);
  });

  it("gives a new rhythm from the start it has, with its dates, and wants an end", async () => {
    const { run, refusal, seen } = emulated();
    const { dates } = await run(updateWebinar, { webinar_id, recurrence: { type: 2, end_times: 2 } });
    expect(changes(seen()).at(-1)).toMatchObject({ body: { type: 9, recurrence: { type: 2, repeat_interval: 1, weekly_days: "6", end_times: 2 } } });
    expect(dates?.map(({ utc }) => utc)).toEqual(["2027-01-22T15:00:00Z", "2027-01-29T15:00:00Z"]);
    expect((await run(getWebinar, { webinar_id })).occurrences).toHaveLength(2);
    expect(await refusal(updateWebinar, { webinar_id, recurrence: { type: 2 } })).toMatchObject({ faults: [{ field: "recurrence.end_times" }] });
  });

  it("asks first only if registrants are told, naming how many, and mails each once", async () => {
    const { run, refusal, emulator, seen } = emulated({ session: { safety: "confirm" } });
    await run(updateWebinar, { webinar_id, topic: "Silent" });
    seen();
    const input = { webinar_id, duration: 90, notify_registrants: true };
    const asked = await refusal(updateWebinar, input);
    expect(asked).toMatchObject({
      code: "confirmation_required",
      details: { preview: { recipients: { count: 5, why: expect.stringContaining("told of the change") } } },
    });
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
    await run(updateWebinar, input, { confirmToken: asked.details.confirm_token as string });
    expect(changes(seen()).at(-1)).toMatchObject({ body: { duration: 90, settings: { notify_registrants: true } } });
    expect(await emulator.mailLog()).toHaveLength(3);
    expect(await refusal(updateWebinar, { webinar_id, duration: 91, settings: { notify_registrants: true } })).toMatchObject({
      code: "confirmation_required",
    });
  });

  it("works for an app that may only write, if the zone is given", async () => {
    const { run, refusal } = emulated({ scopes: ["webinar:update:webinar:admin"] });
    await run(updateWebinar, { webinar_id, start_time: "2027-03-15T10:00", timezone: "UTC" });
    expect(await refusal(updateWebinar, { webinar_id, start_time: "2027-03-15T10:00" })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "timezone" }],
    });
  });

  it.each([
    [{}, ""],
    [{ timezone: "Asia/Tokyo" }, "timezone"],
    [{ start_time: "2027-02-30T10:00", timezone: "UTC" }, "start_time"],
    [{ topic: "" }, "topic"],
    [{ audio: "voip", settings: { audio: "both" } }, "audio"],
  ])("refuses %j, naming %s", async (change, field) => {
    const { refusal } = emulated();
    expect(await refusal(updateWebinar, { webinar_id, ...change })).toMatchObject({ code: "input_invalid", faults: [{ field }] });
  });
});
