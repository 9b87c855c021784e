import { expect, test } from "vitest";
import { planWebinar, refusalOf } from "../../test/probe.ts";
import { inPath, probeWorld } from "../../test/probe-world.ts";

const PARTS = ["participants", "absentees", "polls", "qa"] as const;
const DAY_MS = 86_400_000;

test("lists the times that a webinar was held, ended ones only", async () => {
  const { call, past, instance, emulator, clock } = await probeWorld();
  const at = `/past_webinars/${past.id}/instances`;
  expect((await call("GET", at)).body).toEqual({ webinars: [{ uuid: instance.uuid, start_time: instance.start_time }] });
  const again = await emulator.controls.startWebinar(past.id);
  expect((await call("GET", at)).body.webinars).toHaveLength(1);
  clock.advance(60_000);
  await emulator.controls.endWebinar(past.id);
  expect((await call("GET", at)).body.webinars[1]).toEqual({ uuid: again, start_time: "2027-01-15T12:00:00Z" });
  const { id } = await planWebinar(call);
  expect((await call("GET", `/past_webinars/${id}/instances`)).body).toEqual({ webinars: [] });
  expect(refusalOf(await call("GET", "/past_webinars/12345678901/instances"))).toBe("400/300 Invalid webinar ID.");
});

test("an instance of a recurring webinar names the date that it belongs to", async () => {
  const { call, emulator } = await probeWorld();
  const weekly = { type: 9, start_time: "2027-01-15T12:00:00Z", timezone: "UTC", recurrence: { type: 2, end_times: 3 } };
  const { id, occurrences } = await planWebinar(call, weekly);
  await emulator.controls.startWebinar(id);
  await emulator.controls.endWebinar(id);
  expect((await call("GET", `/past_webinars/${id}/instances`)).body.webinars[0].occurrence_id).toBe(occurrences[0].occurrence_id);
});

test("a row for each joining, with seconds; addresses of guests are blank", async () => {
  const { call, past, instance } = await probeWorld();
  const { body } = await call("GET", `/past_webinars/${past.id}/participants`);
  expect(body).toMatchObject({ total_records: 5, page_count: 1, page_size: 30, next_page_token: "" });
  const seen = body.participants.map(({ name, user_email, duration, internal_user }: Record<string, unknown>) => [
    name,
    user_email,
    duration,
    internal_user,
  ]);
  expect(seen).toEqual([
    ["Grace Example", "grace@example.com", 2820, true],
    ["Mina Muster", "mina@example.com", 1140, false],
    ["Nia Sample", "nia@example.com", 2700, false],
    ["Visitor", "", 420, false],
    ["Mina Muster", "mina@example.com", 1380, false],
  ]);
  const [, first, , guest, second] = body.participants;
  expect(first.registrant_id).toBe(second.registrant_id);
  expect(first.user_id).not.toBe(second.user_id);
  expect(guest).not.toHaveProperty("registrant_id");
  expect((await call("GET", `/past_webinars/${inPath(instance.uuid)}/participants?page_size=2`)).body.participants).toHaveLength(2);
});

test("durations are 0 for a while after the end, by switch", async () => {
  const { call, past, clock, emulator } = await probeWorld(undefined, { switches: { participantsDelayMs: 600_000 } });
  await emulator.controls.startWebinar(past.id);
  clock.advance(60_000);
  await emulator.controls.endWebinar(past.id);
  const old = (await emulator.state.webinar(past.id))?.instances[0]?.uuid ?? "";
  expect((await call("GET", `/past_webinars/${inPath(old)}/participants`)).body.participants[0].duration).toBe(2820);
});

test("absentees are the approved who never joined", async () => {
  const { call, past } = await probeWorld();
  const { body } = await call("GET", `/past_webinars/${past.id}/absentees`);
  expect(body).toMatchObject({ total_records: 1, registrants: [{ email: "ravi@example.com", status: "approved" }] });
  expect(refusalOf(await call("GET", `/past_webinars/${past.id}/absentees?occurrence_id=17`))).toMatch(/^400\/300 .*invalid occurrence ID: 17/);
  await call("PATCH", `/webinars/${past.id}`, { settings: { approval_type: 2 } });
  expect(refusalOf(await call("GET", `/past_webinars/${past.id}/absentees`))).toBe(
    `400/3000 This webinar doesn't have registration required: ${past.id}.`,
  );
});

test("of a recurring webinar, only who signed up for the date that was held can be absent", async () => {
  const { call, emulator } = await probeWorld();
  const fields = { type: 9, start_time: "2027-01-15T12:00:00Z", timezone: "UTC", recurrence: { type: 2, end_times: 2 } };
  const { id, occurrences } = await planWebinar(call, { ...fields, settings: { approval_type: 0, registration_type: 3 } });
  const dates = occurrences.map(({ occurrence_id }: { occurrence_id: string }) => occurrence_id);
  const add = (name: string, query: string) =>
    call("POST", `/webinars/${id}/registrants${query}`, { email: `${name}@example.com`, first_name: name });
  await add("first", `?occurrence_ids=${dates[0]}`);
  await add("second", `?occurrence_ids=${dates[1]}`);
  await add("both", "");
  await emulator.controls.startWebinar(id);
  await emulator.controls.endWebinar(id);
  const names = async (query = "") =>
    (await call("GET", `/past_webinars/${id}/absentees${query}`)).body.registrants.map(({ first_name }: { first_name: string }) => first_name);
  expect(await names()).toEqual(["first", "both"]);
  expect(await names(`?occurrence_id=${dates[1]}`)).toEqual(["second", "both"]);
});

test("questions and poll answers by person; who asked without a name stays apart", async () => {
  const { call, past, instance } = await probeWorld();
  const head = { id: past.id, uuid: instance.uuid, start_time: instance.start_time };
  expect((await call("GET", `/past_webinars/${past.id}/qa`)).body).toEqual({
    ...head,
    questions: [
      { name: "Mina Muster", email: "mina@example.com", question_details: [{ question: "Will there be a recording?", answer: "Yes, by tomorrow." }] },
      { name: "Anonymous Attendee", email: "", question_details: [{ question: "Does it work without an account?", answer: "" }] },
    ],
  });
  const { questions } = (await call("GET", `/past_webinars/${past.id}/polls`)).body;
  expect(questions).toMatchObject([
    { name: "Mina Muster", question_details: [{ answer: "One to five", polling_id: past.polls[0]?.id }] },
    { name: "Nia Sample", email: "nia@example.com" },
  ]);
});

const WORDS = {
  participants: "404/3001 Webinar does not exist.",
  absentees: "404/3001 Webinar {key} not found or expired.",
  polls: "404/3001 Webinar ID is invalid or not end.",
  qa: "404/3001 Webinar ID is invalid or not end.",
} as const;

test("never held, on air, unknown, deleted or too old: each endpoint says so in its own words", async () => {
  const { call, past, upcoming, instance, emulator, clock, signIn } = await probeWorld();
  const refused = async (key: string) => {
    for (const part of PARTS) {
      const said = refusalOf(await call("GET", `/past_webinars/${inPath(key)}/${part}`));
      expect(said).toBe(WORDS[part].replace("{key}", key));
    }
  };
  await refused("12345678901");
  await refused(String(upcoming.id));
  await refused(await emulator.controls.startWebinar(upcoming.id));
  clock.advance(366 * DAY_MS);
  await signIn();
  await refused(instance.uuid);
  await call("DELETE", `/webinars/${past.id}`);
  await refused(String(past.id));
});

test("what was held stays known when the webinar's id has expired", async () => {
  const { call, past, clock, signIn } = await probeWorld();
  clock.advance(60 * DAY_MS);
  await signIn();
  expect((await call("GET", `/webinars/${past.id}`)).body.code).toBe(3001);
  expect((await call("GET", `/past_webinars/${past.id}/participants`)).body.total_records).toBe(5);
});

test("attendance needs a paid account", async () => {
  const { call, past, emulator } = await probeWorld((_, state) => state.account.off.push("paid_account"));
  const { account_id } = await emulator.state.summary();
  expect(refusalOf(await call("GET", `/past_webinars/${past.id}/participants`))).toBe(
    `400/200 Only available for Paid or ZMP account: ${account_id}.`,
  );
});
