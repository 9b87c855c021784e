import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { createWebinar } from "./create.ts";
import { getWebinar } from "./get.ts";

const topic = "Tides, told slowly";

describe("webinars.create", () => {
  it("plans 10:00 in New York as 10:00 in New York, and echoes the reading", async () => {
    const { run, seen } = emulated();
    const { webinar, starts } = await run(createWebinar, {
      user_id: HOST,
      topic,
      start_time: "2027-03-15T10:00",
      timezone: "America/New_York",
      registration: "manual",
    });
    expect(seen()).toMatchObject([
      {
        method: "POST",
        body: { topic, type: 5, start_time: "2027-03-15T10:00:00", timezone: "America/New_York", duration: 60, settings: { approval_type: 1 } },
        status: 201,
      },
    ]);
    expect(starts).toEqual({ utc: "2027-03-15T14:00:00Z", local: "2027-03-15T10:00:00", timezone: "America/New_York", zone_from: "input" });
    expect(webinar).toMatchObject({ start_time: "2027-03-15T14:00:00Z", id: expect.stringMatching(/^\d{11}$/) });
    expect(await run(getWebinar, { webinar_id: webinar.id as string })).toMatchObject({ topic, start_time: "2027-03-15T14:00:00Z" });
  });

  it("reads a wall time without a zone in the host's, and says so", async () => {
    const { run } = emulated();
    const { starts, notes } = await run(createWebinar, { user_id: HOST, topic, start_time: "2027-03-15T10:00" });
    expect(starts?.zone_from).toBe("host profile");
    expect(notes.join()).toContain(starts?.timezone);
  });

  it("starts one hour from now without a start_time, and says so", async () => {
    const { run } = emulated();
    const { starts, notes } = await run(createWebinar, { user_id: HOST, topic });
    expect(starts?.utc).toBe("2027-01-15T13:00:00Z");
    expect(notes[0]).toContain("one hour from now");
  });

  it.each([
    ["without a start", undefined, "2027-01-15T13:00:00Z"],
    ["with an offset", "2027-03-01T15:00:00+05:30", "2027-03-01T09:30:00Z"],
  ])("is in the host's zone %s, else in the operator's, else in UTC, and says which", async (_what, start_time, utc) => {
    const at = async (knowsHost: boolean, zone: string | null) => {
      const { run } = emulated({ session: { zone }, ...(knowsHost ? {} : { scopes: ["webinar:write:admin"] }) });
      const { starts, notes } = await run(createWebinar, { user_id: HOST, topic, start_time });
      expect(starts?.utc).toBe(utc);
      return [starts?.timezone, starts?.zone_from, notes.at(-1)];
    };
    expect(await at(true, "Asia/Tokyo")).toEqual(["Europe/Berlin", "host profile", "The time zone Europe/Berlin comes from the host profile."]);
    expect(await at(false, "Asia/Tokyo")).toEqual(["Asia/Tokyo", "operator", "The time zone Asia/Tokyo comes from the operator."]);
    expect(await at(false, null)).toEqual(["UTC", "instant", expect.stringContaining("It is in UTC: neither")]);
  });

  it("is in UTC if the start says so with a Z", async () => {
    const { run } = emulated({ session: { zone: "Asia/Tokyo" } });
    const { starts } = await run(createWebinar, { user_id: HOST, topic, start_time: "2027-03-01T09:30:00Z" });
    expect(starts).toMatchObject({ timezone: "UTC", zone_from: "instant" });
  });

  it("sends a recurrence as type 9, and gives the dates", async () => {
    const { run } = emulated();
    const { dates } = await run(createWebinar, {
      user_id: HOST,
      topic,
      start_time: "2027-03-08T10:00",
      timezone: "America/New_York",
      recurrence: { type: 2, weekly_days: "2", end_times: 3 },
    });
    expect(dates.map(({ utc }) => utc)).toEqual(["2027-03-08T15:00:00Z", "2027-03-15T14:00:00Z", "2027-03-22T14:00:00Z"]);
  });

  it("creates a webinar without fixed times, and wants an end of any rhythm", async () => {
    const { run, refusal, seen } = emulated();
    const made = await run(createWebinar, { user_id: HOST, topic, type: 6, duration: 30 });
    expect(made).toMatchObject({ starts: null, notes: [], webinar: { type: 6 } });
    expect(seen()).toMatchObject([{ body: { topic, type: 6, duration: 30 } }]);
    expect(await refusal(createWebinar, { user_id: HOST, topic, type: 6, start_time: "2027-03-15T15:00:00Z" })).toMatchObject({
      faults: [{ field: "start_time" }],
    });
    const endless = { user_id: HOST, topic, start_time: "2027-03-15T15:00:00Z", recurrence: { type: 1 } };
    expect(await refusal(createWebinar, endless)).toMatchObject({ faults: [{ field: "recurrence.end_times" }] });
  });

  it("sends what few need: another host, tracking fields, no passcode", async () => {
    const { run, seen } = emulated();
    const more = { default_passcode: false, tracking_fields: [{ field: "Department", value: "Sales" }], template_id: undefined };
    await run(createWebinar, { user_id: HOST, topic, start_time: "2027-03-15T15:00:00Z", ...more });
    expect(seen()[0]?.body).toMatchObject({ default_passcode: false, tracking_fields: [{ field: "Department", value: "Sales" }] });
  });

  it("withholds start_url also in what Zoom answers to a create", async () => {
    const { run } = emulated();
    const created = await run(createWebinar, { user_id: HOST, topic });
    expect(created).toMatchObject({ redacted: expect.arrayContaining(["webinar.start_url"]) });
    expect(JSON.stringify(created)).not.toContain("zak=");
  });

  it.each([
    [{ start_time: "2027-02-30T10:00", timezone: "America/New_York" }, "start_time", /not a date and time that exists/],
    [{ start_time: "2027-03-14T02:30", timezone: "America/New_York" }, "start_time", /does not exist in America/],
    [{ start_time: "2027-03-15T10:00", timezone: "Mars/Olympus" }, "timezone", /not a time zone/],
    [{ audio: "voip", settings: { audio: "both" } }, "audio", /both say/],
    [{ topic: "x".repeat(201) }, "topic", /at most 200 characters, got 201/],
    [{ settings: { aproval_type: 1 } }, "settings.aproval_type", /unknown field/],
    [{ duration: "60" }, "duration", /expected number/],
  ])("refuses %j before Zoom is asked, naming %s", async (input, field, message) => {
    const { refusal, seen } = emulated();
    const error = await refusal(createWebinar, { user_id: HOST, topic, ...input });
    expect(error).toMatchObject({
      code: "input_invalid",
      message: expect.stringMatching(message),
      faults: expect.arrayContaining([expect.objectContaining({ field })]),
    });
    expect(seen().filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("says whose add-on is missing", async () => {
    const { refusal } = emulated();
    expect(await refusal(createWebinar, { user_id: "linus@example.com", topic, start_time: "2027-03-15T15:00:00Z" })).toMatchObject({
      code: "plan_missing",
      hint: expect.stringMatching(/webinar/i),
    });
  });
});
