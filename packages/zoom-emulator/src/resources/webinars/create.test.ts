import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const HOST = "/users/grace@example.com/webinars";

test("creates a webinar with Zoom's defaults and what the host plans in", async () => {
  const { call } = await probe();
  const { status, body } = await call("POST", HOST, { topic: "New", start_time: "2027-02-01T15:00:00", agenda: "Why" });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    topic: "New",
    type: 5,
    start_time: "2027-02-01T20:00:00Z", // wall time in the host's zone, America/New_York
    timezone: "America/New_York",
    duration: 60,
    agenda: "Why",
    host_email: "grace@example.com",
    created_at: "2027-01-15T12:00:00Z",
    creation_source: "open_api",
    settings: { approval_type: 2, registration_type: 1, audio: "both", auto_recording: "none", registrants_restrict_number: 0, hd_video: false },
  });
  expect(String(body.id)).toMatch(/^[89]\d{10}$/);
  expect(body.uuid).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(body.password).toMatch(/^\d{6}$/);
  expect(body.join_url).toContain(`/j/${body.id}?pwd=${body.encrypted_passcode}`);
  expect(body.start_url).toContain("?zak=");
  expect(body).not.toHaveProperty("registration_url");
  expect(body).not.toHaveProperty("occurrences");
});

test.each([
  [{ approval_type: 0 }, true],
  [{ approval_type: 1 }, true],
  [{ approval_type: 2 }, false],
  [{ registration_type: 1 }, false],
])("approval_type alone decides whether there is a sign-up page: %j", async (settings, isOn) => {
  const { call } = await probe();
  expect("registration_url" in (await planWebinar(call, { settings }))).toBe(isOn);
});

test("a passcode is taken as given, made up, or left out", async () => {
  const { call } = await probe();
  expect(await planWebinar(call, { password: "open-door!" })).toMatchObject({ password: "open-door!" });
  const without = await planWebinar(call, { default_passcode: false });
  expect(without).not.toHaveProperty("password");
  expect(without).not.toHaveProperty("encrypted_passcode");
  expect(without.join_url).not.toContain("pwd=");
});

test.each([
  [{ topic: "x".repeat(201) }, "topic"],
  [{ type: 4 }, "type"],
  [{ duration: 0 }, "duration"],
  [{ duration: "60 minutes" }, "duration"],
  [{ password: "eleven chars" }, "password"],
  [{ settings: { approval_type: 3 } }, "settings.approval_type"],
  [{ settings: { approval_type: 3, audio: "tin can" } }, "settings.approval_type, settings.audio"],
  [{ settings: { registrants_restrict_number: 20_001 } }, "settings.registrants_restrict_number"],
  [{ settings: { question_and_answer: { answer_questions: "none" } } }, "settings.question_and_answer.answer_questions"],
  [
    { settings: { request_permission_to_unmute_participants: true, allow_host_control_participant_mute_state: true } },
    "settings.allow_host_control_participant_mute_state",
  ],
  [{ tracking_fields: [{ value: "no name" }] }, "tracking_fields[0].field"],
  [{ start_time: "tomorrow" }, "start_time"],
  [{ start_time: "2027-02-30T10:00:00Z" }, "start_time"],
  [{ start_time: "2027-02-01T10:00:00+1" }, "start_time"],
  [{ start_time: "2027-03-28T02:30:00", timezone: "Europe/Berlin" }, "start_time"],
  [{ start_time: "2027-02-01T10:00:00", timezone: "Europe/Atlantis" }, "timezone"],
  [{ start_time: "2027-02-01T10:00:00", timezone: "+01:00" }, "timezone"],
  [{ type: 9, start_time: "2027-02-01T10:00:00Z" }, "recurrence"],
])("refuses %j naming the field", async (fields, names) => {
  const { call } = await probe();
  expect(refusalOf(await call("POST", HOST, { topic: "New", ...fields }))).toBe(`400/300 Validation Failed. [${names}]`);
});

test("with Z the time is UTC and the zone only labels; an empty zone is the host's", async () => {
  const { call } = await probe();
  const labelled = await planWebinar(call, { start_time: "2027-07-01T10:00:00Z", timezone: "Asia/Kolkata" });
  expect(labelled).toMatchObject({ start_time: "2027-07-01T10:00:00Z", timezone: "Asia/Kolkata" });
  expect(await planWebinar(call, { start_time: "2027-07-01T10:00:00", timezone: "" })).toMatchObject({ start_time: "2027-07-01T14:00:00Z" });
});

test("a wall time that comes twice means the first", async () => {
  const { call } = await probe();
  const body = await planWebinar(call, { start_time: "2027-10-31T02:30:00", timezone: "Europe/Berlin" });
  expect(body.start_time).toBe("2027-10-31T00:30:00Z");
});

test("a webinar without fixed times has neither start nor occurrences", async () => {
  const { call } = await probe();
  const body = await planWebinar(call, { type: 6, start_time: undefined });
  expect(body.type).toBe(6);
  expect(body).not.toHaveProperty("start_time");
  expect(body).not.toHaveProperty("occurrences");
});

test("schedules for another host, who needs the add-on as well", async () => {
  const { call } = await probe();
  expect(await planWebinar(call, { schedule_for: "ada@example.com" })).toMatchObject({ host_email: "ada@example.com", timezone: "Europe/Berlin" });
  expect(refusalOf(await call("POST", HOST, { schedule_for: "nobody@example.com" }))).toMatch(/^400\/300 .*schedule_for/);
  expect((await call("POST", HOST, { schedule_for: "linus@example.com" })).body.code).toBe(200);
});

test("a host without the webinar add-on is refused with the plan", async () => {
  const { call } = await probe();
  const { body } = await call("GET", "/users/linus@example.com");
  expect(refusalOf(await call("POST", "/users/linus@example.com/webinars", { topic: "No" }))).toBe(
    `400/200 Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for user ${body.id} in order to perform this action.`,
  );
});

test("an unknown host is not a user", async () => {
  const { call } = await probe();
  expect(refusalOf(await call("POST", "/users/nobody@example.com/webinars", {}))).toBe("404/1001 User nobody@example.com does not exist.");
});

test("simulive is refused if the account has not enabled it, and a template that the host does not have", async () => {
  const { call } = await probe();
  expect(refusalOf(await call("POST", HOST, { is_simulive: true }))).toBe("400/300 Account hasn't enabled simulive webinar.");
  expect(refusalOf(await call("POST", HOST, { template_id: "t" }))).toBe("400/300 Validation Failed. [template_id]");
});

test("the same seed gives the same ids", async () => {
  const ids = async (seed: string) => {
    const { call } = await probe({ seed });
    const { id, uuid, password } = await planWebinar(call);
    return [id, uuid, password];
  };
  expect(await ids("one")).toEqual(await ids("one"));
  expect(await ids("one")).not.toEqual(await ids("two"));
});

test("unknown fields are ignored, null counts as absent", async () => {
  const { call } = await probe();
  const body = await planWebinar(call, { wallpaper: 1, agenda: null, settings: { approval_type: 0, no_such: true, audio: null } });
  expect(body.settings).toMatchObject({ approval_type: 0, audio: "both" });
});

test("names that every object has are not settings", async () => {
  const { call } = await probe();
  const settings: unknown = JSON.parse('{"approval_type":0,"constructor":1,"__proto__":{"audio":"voip"}}');
  expect((await planWebinar(call, { settings })).settings).toMatchObject({ audio: "both" });
});
