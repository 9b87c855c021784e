import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const weekly = { type: 9, start_time: "2027-02-01T10:00:00Z", timezone: "UTC", recurrence: { type: 2, end_times: 3 } };
const DAY_MS = 86_400_000;

test("reads a webinar back as it was created", async () => {
  const { call } = await probe();
  const created = await planWebinar(call);
  expect((await call("GET", `/webinars/${created.id}`)).body).toEqual(created);
});

test("a malformed id, an unknown one, and one that was deleted", async () => {
  const { call } = await probe();
  expect(refusalOf(await call("GET", "/webinars/abc"))).toBe("400/300 Invalid webinar ID.");
  expect(refusalOf(await call("GET", "/webinars/12345678901"))).toBe("404/3001 Webinar does not exist: 12345678901.");
  const { id } = await planWebinar(call);
  expect((await call("DELETE", `/webinars/${id}`)).status).toBe(204);
  expect(refusalOf(await call("GET", `/webinars/${id}`))).toBe(`404/3001 Webinar does not exist: ${id}.`);
});

test("a UUID that starts with a slash is found encoded twice, and lost encoded once", async () => {
  const { call, emulator } = await probe();
  const past = (await emulator.state.webinars()).find(({ instances }) => instances.length > 0);
  const uuid = past?.instances[0]?.uuid ?? "";
  expect(uuid).toMatch(/^\//);
  const twice = encodeURIComponent(encodeURIComponent(uuid));
  expect((await call("GET", `/webinars/${twice}`)).body).toMatchObject({ id: past?.id, uuid });
  expect(refusalOf(await call("GET", `/webinars/${encodeURIComponent(uuid)}`))).toBe("404/2300 This API endpoint is not recognized.");
  expect(refusalOf(await call("GET", `/webinars/${uuid}`))).toBe("404/2300 This API endpoint is not recognized.");
});

test("new webinars get UUIDs of every kind; one with a single slash needs encoding once", async () => {
  const { call } = await probe();
  const uuids: string[] = [];
  for (let index = 0; index < 24; index++) uuids.push((await planWebinar(call)).uuid);
  const needsTwo = (uuid: string) => uuid.startsWith("/") || uuid.includes("//");
  expect(uuids.some((uuid) => uuid.startsWith("/"))).toBe(true);
  expect(uuids.some((uuid) => uuid.includes("//"))).toBe(true);
  for (const uuid of uuids) {
    const once = encodeURIComponent(uuid);
    expect((await call("GET", `/webinars/${once}`)).status).toBe(needsTwo(uuid) ? 404 : 200);
    expect((await call("GET", `/webinars/${encodeURIComponent(once)}`)).status).toBe(200);
  }
  expect(uuids.some((uuid) => uuid.includes("/") && !needsTwo(uuid))).toBe(true);
});

test("an endpoint that wants a number refuses a UUID", async () => {
  const { call } = await probe();
  const { uuid } = await planWebinar(call);
  const answer = await call("GET", `/webinars/${encodeURIComponent(encodeURIComponent(uuid))}/registrants`);
  expect(refusalOf(answer)).toBe("400/300 Invalid webinar ID.");
});

test("changes what is sent and leaves the rest", async () => {
  const { call } = await probe();
  const created = await planWebinar(call, {
    agenda: "Old",
    settings: { approval_type: 1, question_and_answer: { enable: true, attendees_can_comment: true } },
  });
  const change = { topic: "New", duration: 90, settings: { audio: "voip", question_and_answer: { attendees_can_comment: false } } };
  expect(await call("PATCH", `/webinars/${created.id}`, change)).toMatchObject({ status: 204, text: "" });
  const { body } = await call("GET", `/webinars/${created.id}`);
  expect(body).toEqual({
    ...created,
    topic: "New",
    duration: 90,
    settings: { ...created.settings, audio: "voip", question_and_answer: { ...created.settings.question_and_answer, attendees_can_comment: false } },
  });
});

test("a new wall time is read in the webinar's own zone", async () => {
  const { call } = await probe();
  const { id } = await planWebinar(call, { timezone: "Asia/Kolkata" });
  await call("PATCH", `/webinars/${id}`, { start_time: "2027-02-02T10:00:00" });
  expect((await call("GET", `/webinars/${id}`)).body.start_time).toBe("2027-02-02T04:30:00Z");
  expect(refusalOf(await call("PATCH", `/webinars/${id}`, { start_time: "soon" }))).toBe("400/300 Validation Failed. [start_time]");
});

test("turns a single webinar into a recurring one, and changes its rhythm", async () => {
  const { call } = await probe();
  const { id } = await planWebinar(call, { start_time: "2027-02-01T10:00:00Z", timezone: "UTC" });
  expect(refusalOf(await call("PATCH", `/webinars/${id}`, { type: 9 }))).toBe("400/300 Validation Failed. [recurrence]");
  await call("PATCH", `/webinars/${id}`, { type: 9, recurrence: { type: 1, end_times: 2 } });
  expect((await call("GET", `/webinars/${id}`)).body.occurrences).toHaveLength(2);
  await call("PATCH", `/webinars/${id}`, { recurrence: { type: 2, end_times: 4 } });
  expect((await call("GET", `/webinars/${id}`)).body.occurrences).toHaveLength(4);
});

test("one date is changed alone, keeps its id, and only in what a date may differ", async () => {
  const { call } = await probe();
  const { id, occurrences } = await planWebinar(call, weekly);
  const second = occurrences[1].occurrence_id;
  const change = {
    topic: "Ignored",
    agenda: "Only this week",
    start_time: "2027-02-08T12:00:00Z",
    duration: 30,
    settings: { hd_video: true, audio: "voip" },
  };
  expect((await call("PATCH", `/webinars/${id}?occurrence_id=${second}`, change)).status).toBe(204);
  const { body } = await call("GET", `/webinars/${id}?occurrence_id=${second}`);
  expect(body).toMatchObject({ topic: "Planned for a test", agenda: "Only this week", start_time: "2027-02-08T12:00:00Z", duration: 30 });
  expect(body.settings).toMatchObject({ hd_video: true, audio: "both" });
  expect(body.occurrences[1]).toEqual({ occurrence_id: second, start_time: "2027-02-08T12:00:00Z", duration: 30, status: "available" });
  const whole = (await call("GET", `/webinars/${id}`)).body;
  expect(whole).toMatchObject({ agenda: "", duration: 60, start_time: "2027-02-01T10:00:00Z", settings: { hd_video: false } });
});

test("deletes one date, which later changes do not bring back", async () => {
  const { call } = await probe();
  const { id, occurrences } = await planWebinar(call, weekly);
  const second = occurrences[1].occurrence_id;
  expect((await call("DELETE", `/webinars/${id}?occurrence_id=${second}`)).status).toBe(204);
  const statuses = async () => (await call("GET", `/webinars/${id}`)).body.occurrences.map(({ status }: { status: string }) => status);
  expect(await statuses()).toEqual(["available", "deleted", "available"]);
  await call("PATCH", `/webinars/${id}`, { duration: 45 });
  expect(await statuses()).toEqual(["available", "deleted", "available"]);
  expect(refusalOf(await call("DELETE", `/webinars/${id}?occurrence_id=${second}`))).toBe("400/3000 Webinar occurrence does not exist.");
  expect(refusalOf(await call("GET", `/webinars/${id}?occurrence_id=17`))).toMatch(/^400\/300 .*invalid occurrence ID: 17\.$/);
});

test("shows a deleted date always, or only with the previous ones, as the switch says", async () => {
  for (const [deletedDates, plain] of [
    ["listed", ["available", "deleted", "available"]],
    ["previous", ["available", "available"]],
  ] as const) {
    const { call } = await probe({ switches: { deletedDates } });
    const { id, occurrences } = await planWebinar(call, weekly);
    await call("DELETE", `/webinars/${id}?occurrence_id=${occurrences[1].occurrence_id}`);
    const statuses = async (query = "") =>
      (await call("GET", `/webinars/${id}${query}`)).body.occurrences.map((date: { status: string }) => date.status);
    expect(await statuses()).toEqual(plain);
    expect(await statuses("?show_previous_occurrences=true")).toEqual(["available", "deleted", "available"]);
  }
});

test("dates that are over show only when asked for", async () => {
  const { call, clock, signIn } = await probe();
  const { id } = await planWebinar(call, weekly);
  clock.advance(20 * DAY_MS); // 4 February
  await signIn();
  const count = async (query: string) => (await call("GET", `/webinars/${id}${query}`)).body.occurrences.length;
  expect([await count(""), await count("?show_previous_occurrences=true")]).toEqual([2, 3]);
});

test("lists one host's webinars; those without the add-on have no list", async () => {
  const { call } = await probe();
  const { body } = await call("GET", "/users/ada@example.com/webinars");
  expect(body).toMatchObject({ total_records: 2, page_count: 1, page_size: 30, next_page_token: "" });
  expect(body.webinars[0]).toMatchObject({ topic: "Product tour: what is new", type: 5, timezone: "Europe/Berlin" });
  expect((await call("GET", "/users/linus@example.com/webinars")).body.code).toBe(200);
  const nobody = await probe({ switches: { meWithServerToken: 1001 } });
  expect(refusalOf(await nobody.call("GET", "/users/me/webinars"))).toBe("404/1001 User does not exist: me.");
});

test("lists cut long agendas, leave out what is over if only upcoming is asked, and drop what has expired", async () => {
  const { call, clock, signIn } = await probe({ world: "empty" });
  const { id } = await planWebinar(call, { start_time: "2027-01-20T10:00:00Z", agenda: "x".repeat(300) });
  const list = async (query = "") => (await call("GET", `/users/grace@example.com/webinars${query}`)).body.webinars;
  expect((await list())[0].agenda).toHaveLength(250);
  expect(await list("?type=upcoming")).toHaveLength(1);
  clock.advance(10 * DAY_MS);
  await signIn();
  expect([(await list()).length, (await list("?type=upcoming")).length]).toEqual([1, 0]);
  clock.advance(30 * DAY_MS);
  await signIn();
  expect(await list()).toEqual([]);
  expect((await call("GET", `/webinars/${id}`)).body.code).toBe(3001);
});

test("a webinar whose host lost the add-on is there, but out of reach", async () => {
  const { call, emulator } = await probe();
  const { id } = await planWebinar(call);
  await emulator.controls.setWebinarAddOn("grace@example.com", false);
  const refusal =
    "400/200 Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.";
  expect(refusalOf(await call("GET", `/webinars/${id}`))).toBe(refusal);
  expect(refusalOf(await call("DELETE", `/webinars/${id}`))).toBe(refusal);
  await emulator.controls.setWebinarAddOn("grace@example.com", true);
  expect((await call("GET", `/webinars/${id}`)).status).toBe(200);
  await expect(emulator.controls.setWebinarAddOn("nobody@example.com", true)).rejects.toMatchObject({ code: 1001 });
});

test("a recurring webinar is listed with its next date", async () => {
  const { call, clock, signIn } = await probe({ world: "empty" });
  await planWebinar(call, weekly);
  clock.advance(20 * DAY_MS);
  await signIn();
  expect((await call("GET", "/users/grace@example.com/webinars")).body.webinars[0].start_time).toBe("2027-02-08T10:00:00Z");
});

test("new webinars stay out of lists for as long as the lag", async () => {
  const { call, clock } = await probe({ world: "empty", switches: { listLagMs: 2000 } });
  const { id } = await planWebinar(call);
  const listed = async () => (await call("GET", "/users/grace@example.com/webinars")).body.total_records;
  expect(await listed()).toBe(0);
  expect((await call("GET", `/webinars/${id}`)).status).toBe(200);
  clock.advance(2000);
  expect(await listed()).toBe(1);
});

test("the start link changes every two hours, the others stay", async () => {
  const { call, clock, signIn } = await probe();
  const first = await planWebinar(call);
  clock.advance(2 * 3_600_000);
  await signIn();
  const later = (await call("GET", `/webinars/${first.id}`)).body;
  expect(later.start_url).not.toBe(first.start_url);
  expect({ ...later, start_url: "" }).toEqual({ ...first, start_url: "" });
});

test("ends a running webinar: its UUID is history, a new one is there, nobody can sign up", async () => {
  const { call, emulator } = await probe();
  const { id, uuid } = await planWebinar(call);
  expect(await emulator.controls.startWebinar(id)).toBe(uuid);
  expect(await call("PUT", `/webinars/${id}/status`, { action: "end" })).toMatchObject({ status: 204, text: "" });
  const { body } = await call("GET", `/webinars/${id}`);
  expect(body.uuid).not.toBe(uuid);
  expect((await call("GET", `/webinars/${encodeURIComponent(encodeURIComponent(uuid))}`)).body).toMatchObject({ id, uuid });
  const late = await call("POST", `/webinars/${id}/registrants`, { email: "late@example.com", first_name: "Late" });
  expect(refusalOf(late)).toMatch(/^400\/3038 Webinar is over/);
});

test("status takes only the action end", async () => {
  const { call } = await probe();
  const { id } = await planWebinar(call);
  expect(refusalOf(await call("PUT", `/webinars/${id}/status`, { action: "start" }))).toBe("400/300 Validation Failed. [action]");
  expect(refusalOf(await call("PUT", `/webinars/${id}/status`, {}))).toBe("400/300 Validation Failed. [action]");
});

test("ending what does not run succeeds without effect, or is refused, by switch; success is 204 or 200", async () => {
  const accepting = await probe({ switches: { statusReply: 200 } });
  const { id, uuid } = await planWebinar(accepting.call);
  expect(await accepting.call("PUT", `/webinars/${id}/status`, { action: "end" })).toMatchObject({ status: 200, text: "" });
  expect((await accepting.call("GET", `/webinars/${id}`)).body.uuid).toBe(uuid);
  const refusing = await probe({ switches: { endNotRunning: "refuse" } });
  const other = await planWebinar(refusing.call);
  expect((await refusing.call("PUT", `/webinars/${other.id}/status`, { action: "end" })).body.code).toBe(3000);
});

test("deleting writes to panelists and registrants only with the reminder", async () => {
  const { call, emulator } = await probe();
  const upcoming = (await emulator.state.webinars()).find(({ instances }) => instances.length === 0);
  const { id } = await planWebinar(call);
  await call("POST", `/webinars/${id}/registrants`, { email: "pat@example.com", first_name: "Pat" });
  const before = (await emulator.mailLog()).length;
  await call("DELETE", `/webinars/${id}`);
  expect(await emulator.mailLog()).toHaveLength(before);
  await call("PUT", `/webinars/${upcoming?.id}/registrants/status`, { action: "deny", registrants: [{ email: "kim@example.com" }] });
  const denials = (await emulator.mailLog()).length;
  await call("DELETE", `/webinars/${upcoming?.id}?cancel_webinar_reminder=true`);
  const mails = (await emulator.mailLog()).slice(denials);
  expect(mails.map(({ to }) => to)).toEqual(["grace@example.com", "mina@example.com", "otto@example.com", "nia@example.com", "juan@example.com"]);
  expect(mails[0]).toEqual({
    at: "2027-01-15T12:00:00Z",
    to: "grace@example.com",
    kind: "webinar_cancelled",
    webinar_id: String(upcoming?.id),
    reason: "Webinar cancelled: Product tour: what is new",
  });
});

test("an update writes to approved registrants only if it asks", async () => {
  const { call, emulator } = await probe();
  const { id } = await planWebinar(call, { settings: { approval_type: 0, registrants_confirmation_email: false } });
  await call("POST", `/webinars/${id}/registrants`, { email: "pat@example.com", first_name: "Pat" });
  await call("PATCH", `/webinars/${id}`, { topic: "Quiet" });
  expect(await emulator.mailLog()).toEqual([]);
  await call("PATCH", `/webinars/${id}`, { topic: "Loud", settings: { notify_registrants: true } });
  expect(await emulator.mailLog()).toMatchObject([{ to: "pat@example.com", kind: "webinar_updated", reason: "Webinar changed: Loud" }]);
  expect((await call("GET", `/webinars/${id}`)).body.settings).not.toHaveProperty("notify_registrants");
});
