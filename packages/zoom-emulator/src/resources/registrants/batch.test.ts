import { expect, test } from "vitest";
import type { EmulatorOptions } from "../../options.ts";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ email: `p${index}@example.com`, first_name: `P${index}` }));

const withWebinar = async (fields: Record<string, unknown> = {}, options: EmulatorOptions = {}) => {
  const probed = await probe(options);
  const webinar = await planWebinar(probed.call, fields);
  const batch = (registrants: unknown, more: Record<string, unknown> = {}) =>
    probed.call("POST", `/webinars/${webinar.id}/batch_registrants`, { registrants, ...more });
  const list = async (status = "approved") =>
    (await probed.call("GET", `/webinars/${webinar.id}/registrants?status=${status}&page_size=300`)).body.registrants;
  return { ...probed, webinar, batch, list };
};

test("signs thirty people up at once, each with a link and a confirmation", async () => {
  const { batch, list, emulator } = await withWebinar();
  const { status, body } = await batch(people(30));
  expect(status).toBe(201);
  expect(body.registrants).toHaveLength(30);
  const [first] = await list();
  expect(body.registrants[0]).toEqual({ email: "p0@example.com", registrant_id: first.id, join_url: first.join_url });
  expect(await emulator.mailLog()).toHaveLength(30);
  expect(refusalOf(await batch(people(31)))).toBe("400/300 Validation Failed. [registrants]");
});

test("by hand: waits, unless auto_approve spares the wait", async () => {
  const { batch, list } = await withWebinar({ settings: { approval_type: 1 } });
  const [waiting] = (await batch(people(1))).body.registrants;
  expect(waiting).toEqual({ email: "p0@example.com", registrant_id: (await list("pending"))[0].id });
  await batch([{ email: "in@example.com", first_name: "In" }], { auto_approve: true });
  expect((await list()).map(({ email }: { email: string }) => email)).toEqual(["in@example.com"]);
});

test("somebody on the list already is answered as they are, and somebody named twice is one", async () => {
  const { batch, list } = await withWebinar();
  const [first] = (await batch(people(1))).body.registrants;
  const { body } = await batch([...people(2), { email: "P1@example.com", first_name: "Twice" }]);
  expect(body.registrants[0]).toEqual(first);
  expect(await list()).toHaveLength(2);
  const other = await withWebinar({}, { switches: { duplicateRegistrant: "error" } });
  await other.batch(people(1));
  expect((await other.batch(people(2))).status).toBe(400);
  expect(await other.list()).toHaveLength(1);
});

test.each(["denied", "anew"] as const)("somebody who was denied stays so or is taken anew, as the switch says (%s)", async (deniedRegistersAgain) => {
  const { batch, list, call, webinar } = await withWebinar({}, { switches: { deniedRegistersAgain } });
  const [person] = people(1);
  await batch([person]);
  await call("PUT", `/webinars/${webinar.id}/registrants/status`, { action: "deny", registrants: [{ email: "p0@example.com" }] });
  await batch([person]);
  const status = deniedRegistersAgain === "anew" ? "approved" : "denied";
  expect(await list(status)).toHaveLength(1);
  const { body } = await call("POST", `/webinars/${webinar.id}/registrants`, person);
  expect(body.status).toBe(status);
});

test("confirmations of batches follow their switch", async () => {
  const { batch, emulator } = await withWebinar({}, { switches: { batchMails: false } });
  await batch(people(2));
  expect(await emulator.mailLog()).toEqual([]);
});

test.each([
  [{ type: 9, recurrence: { type: 1, end_times: 2 } }, /^400\/300 This API can only be used for scheduled webinars/],
  [{ settings: { approval_type: 2 } }, /^400\/3000 Registration has not been enabled/],
  [{ settings: { approval_type: 0, registrants_restrict_number: 1 } }, /^400\/3043 Webinar has reached maximum attendee capacity/],
])("refuses if it cannot be: %j", async (fields, refusal) => {
  const { batch } = await withWebinar(fields);
  expect(refusalOf(await batch(people(2)))).toMatch(refusal);
});

test("refuses once the webinar is over, naming the field if one is missing, and the fourth time a day", async () => {
  const { batch, emulator, webinar } = await withWebinar();
  expect(refusalOf(await batch([{ email: "p0@example.com" }]))).toBe("400/300 Validation Failed. [registrants[0].first_name]");
  expect(refusalOf(await batch(undefined))).toBe("400/300 Validation Failed. [registrants]");
  for (let index = 0; index < 3; index++) await batch(people(1));
  expect((await batch(people(2))).status).toBe(429);
  await emulator.controls.startWebinar(webinar.id);
  await emulator.controls.endWebinar(webinar.id);
  expect(refusalOf(await batch(people(2)))).toMatch(/^400\/3038 The webinar is over/);
});
