import { memoryStore, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import type { AnyOperation } from "../../operation/operation.ts";
import { runOperation } from "../../run.ts";
import { createSession } from "../../session/session.ts";
import { createWebinar } from "../webinars/create.ts";
import { getWebinar } from "../webinars/get.ts";
import { addRegistrant } from "./add.ts";
import { addRegistrantBatch } from "./add-batch.ts";
import { approveRegistrants } from "./approve.ts";
import { cancelRegistrants } from "./cancel.ts";
import { denyRegistrants } from "./deny.ts";
import { findRegistrantByEmail } from "./find-by-email.ts";
import { describeKnownPeople } from "./standing.ts";
import { updateRegistrantStatus } from "./update-status.ts";

const eva = { email: "eva@example.com", first_name: "Eva" };
const finn = { email: "finn@example.com", first_name: "Finn" };

const open = async (registration: "automatic" | "manual", extra: object = {}) => {
  const zoom = emulated();
  const { webinar } = await zoom.run(createWebinar, { user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration, ...extra });
  const { clock, emulator } = zoom;
  const session = createSession({ send: emulator.send, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), safety: "confirm" });
  /** What a person is asked before the call. */
  const asked = (op: AnyOperation, input: unknown) =>
    runOperation(op, input, session).then(
      () => Promise.reject(new Error("it ran")),
      (error: ZoomWebinarError) => error,
    );
  const { occurrences = [] } = await zoom.run(getWebinar, { webinar_id: webinar.id as string });
  const dates = occurrences.map(({ occurrence_id }) => occurrence_id ?? "");
  return { ...zoom, asked, dates, webinar_id: webinar.id as string };
};

describe("a registration of somebody who is on the list", () => {
  it.each(["automatic", "manual"] as const)("leaves a denied person denied, and preview and answer say so (%s)", async (registration) => {
    const { run, asked, webinar_id } = await open(registration);
    await run(addRegistrant, { webinar_id, ...eva });
    await run(denyRegistrants, { webinar_id, registrants: [eva.email] });
    const { message } = await asked(addRegistrant, { webinar_id, ...eva });
    expect(message).toContain("eva@example.com was denied or cancelled before and stays so");
    expect(message).not.toContain("counts at once");
    const added = await run(addRegistrant, { webinar_id, ...eva });
    expect(added).toMatchObject({ status: "denied", already_registered: true, zoom_mails: null });
    expect(addRegistrant.describe(added, { webinar_id, ...eva })).toContain("eva@example.com is not registered");
    const batch = await run(addRegistrantBatch, { webinar_id, registrants: [eva, finn] });
    expect(batch.registrants.map(({ status }) => status)).toEqual(["denied", registration === "automatic" ? "approved" : "pending"]);
    expect(addRegistrantBatch.describe(batch, { webinar_id, registrants: [eva, finn] })).toMatch(/^1 registered; 1 not: denied/);
    const truth = await run(findRegistrantByEmail, { webinar_id, email: eva.email });
    expect(truth.registrants[0]).toMatchObject({ status: "denied" });
  });

  it("is said to be a second one, however soon after the first", async () => {
    const { run, webinar_id } = await open("automatic");
    expect(await run(addRegistrant, { webinar_id, ...eva })).toMatchObject({ already_registered: false });
    expect(await run(addRegistrant, { webinar_id, ...eva })).toMatchObject({ already_registered: true });
    const { registrants } = await run(addRegistrantBatch, { webinar_id, registrants: [finn, eva] });
    expect(registrants.map(({ already_registered }) => already_registered)).toEqual([false, true]);
  });

  it("is counted before anybody agrees", async () => {
    const { run, asked, webinar_id } = await open("automatic");
    await run(addRegistrant, { webinar_id, ...eva });
    const { message } = await asked(addRegistrantBatch, { webinar_id, registrants: [eva, finn] });
    expect(message).toContain("eva@example.com is registered already.");
    expect(message).toContain("Zoom may write to 2 people");
  });

  it("is for one more date if people pick dates, and for all dates if they do not", async () => {
    const recurrence = { type: 1, end_times: 3 } as const;
    const picking = await open("automatic", { recurrence, settings: { registration_type: 2 } });
    const at = (...dates: (string | undefined)[]) => ({ webinar_id: picking.webinar_id, ...eva, occurrence_ids: dates.map(String) });
    await picking.run(addRegistrant, at(picking.dates[0]));
    expect((await picking.asked(addRegistrant, at(picking.dates[1]))).message).toMatch(/only for .*2027-03-16/);
    expect(await picking.run(addRegistrant, at(picking.dates[1]))).toMatchObject({ already_registered: false, notes: [] });
    expect(await picking.run(addRegistrant, at(picking.dates[1]))).toMatchObject({ already_registered: true });
    const once = await open("automatic", { recurrence });
    const { notes } = await once.run(addRegistrant, { webinar_id: once.webinar_id, ...eva, occurrence_ids: once.dates.slice(0, 1) });
    expect(notes).toEqual(["Registration is for all dates here: occurrence_ids has no effect."]);
  });
});

it("a registration for many dates has them a line each", async () => {
  const { asked, dates, webinar_id } = await open("automatic", { recurrence: { type: 1, end_times: 4 }, settings: { registration_type: 2 } });
  const { message } = await asked(addRegistrant, { webinar_id, ...eva, occurrence_ids: dates });
  expect(message).toMatch(/, only for 4 dates/);
  expect(message).toMatch(/\n- dates:\n {4}2027-03-15 \S+\n {4}2027-03-16 \S+\n {4}2027-03-17 \S+\n {4}2027-03-18 \S+\n/);
});

describe("a decision about somebody", () => {
  it("takes no join link from a person who has none", async () => {
    const { run, asked, webinar_id } = await open("manual");
    await run(addRegistrant, { webinar_id, ...eva });
    const { message } = await asked(updateRegistrantStatus, { webinar_id, registrants: [eva.email], action: "cancel" });
    expect(message).toContain("1 person waits for approval and has no join link yet");
    expect(message).not.toContain("loses their registration");
    expect(message).toContain("status is denied afterwards");
  });

  it("has nothing to cancel for somebody who was denied, and says so before anybody agrees", async () => {
    const { run, asked, webinar_id } = await open("automatic");
    await run(addRegistrant, { webinar_id, ...eva });
    await run(denyRegistrants, { webinar_id, registrants: [eva.email] });
    expect(await asked(cancelRegistrants, { webinar_id, registrants: [eva.email] })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "registrants", message: "eva@example.com was denied or cancelled already" }],
    });
  });

  it("says that nobody gets a link if the webinar writes no mail to registrants", async () => {
    const { run, webinar_id } = await open("manual", { settings: { registrants_email_notification: false } });
    await run(addRegistrant, { webinar_id, ...eva });
    const input = { webinar_id, registrants: [eva.email] };
    const done = await run(approveRegistrants, input);
    expect(approveRegistrants.describe(done, input)).toBe("1 of 1 approved; Zoom writes to nobody, so send them their join links");
  });
});

it("counts people who are on the list already if they are too many to be named", () => {
  const statuses = ["approved", "denied", "approved", "pending", "pending", "approved"] as const;
  expect(describeKnownPeople({ people: new Map(statuses.map((status, at) => [`${at}@example.com`, status])) })).toEqual([
    "3 of them are registered already.",
    "2 of them are registered already and wait for approval.",
    "1 of them was denied or cancelled before and stays so; approve them to let them in.",
  ]);
});
