import { memoryStore, UnavailableError } from "@zoom-webinar/foundation";
import { UPCOMING as webinar_id } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "../operations/index.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";

const { panelists, registrants, webinars } = operations;
type Input = Readonly<Record<string, unknown>>;

const printed = `${webinar_id.slice(0, 3)} ${webinar_id.slice(3, 7)} ${webinar_id.slice(7)}`;
const start = { topic: "Tides", start_time: "2027-03-15T15:00:00Z" };

/** Writes that Zoom does as often as they are sent, each in two spellings. */
const WRITES: readonly [string, AnyOperation, Input, Input][] = [
  [
    "a registration, the webinar ID as Zoom prints it",
    registrants.add,
    { webinar_id, email: "rosa@example.com", first_name: "Rosa" },
    { webinar_id: printed, email: "rosa@example.com", first_name: "Rosa" },
  ],
  [
    "a registration, the address in another case and with a space behind it",
    registrants.add,
    { webinar_id, email: "rosa@example.com", first_name: "Rosa" },
    { webinar_id: ` ${printed}`, email: "Rosa@Example.com ", first_name: "Rosa" },
  ],
  [
    "a batch of registrations",
    registrants.addBatch,
    { webinar_id, registrants: [{ email: "rosa@example.com", first_name: "Rosa" }] },
    { webinar_id: printed, registrants: [{ email: " Rosa@example.com", first_name: "Rosa" }] },
  ],
  [
    "an invitation of panelists",
    panelists.add,
    { webinar_id, panelists: [{ email: "linus@example.com", name: "Linus" }] },
    { webinar_id: printed, panelists: [{ email: "Linus@example.com ", name: "Linus" }] },
  ],
  [
    "a new webinar, its host and its stand-ins in another spelling",
    webinars.create,
    { user_id: HOST, ...start, alternative_hosts: "grace@example.com" },
    { user_id: ` ${HOST.toUpperCase()}`, ...start, alternative_hosts: " Grace@example.com;" },
  ],
  [
    "a new webinar, its fields and settings in another order",
    webinars.create,
    { user_id: HOST, ...start, settings: { allow_multiple_devices: true, hd_video: true }, tracking_fields: [{ field: "a", value: "1" }] },
    { tracking_fields: [{ value: "1", field: "a" }], settings: { hd_video: true, allow_multiple_devices: true }, ...start, user_id: HOST },
  ],
];

it.each(WRITES)("%s: the same write in another spelling continues the stopped one, and sends no second write", async (_what, op, first, second) => {
  const { emulator, clock } = emulated({ switches: { duplicateRegistrant: "remail" } });
  const stop = new AbortController();
  let writes = 0;
  const session = createSession({
    credentials: DEMO_CREDENTIALS,
    clock,
    store: memoryStore({ clock }),
    pace: false,
    send: async (request) => {
      const response = await emulator.send(request);
      if (request.method !== "POST" || request.url.includes("/oauth/")) return response;
      writes += 1;
      if (stop.signal.aborted) return response;
      stop.abort();
      throw new UnavailableError("cut", "maybe-sent");
    },
  });
  await expect(runOperation(op, first, session, { signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
  const mailed = (await emulator.mailLog()).length;
  await runOperation(op, second, session);
  expect(writes).toBe(1);
  expect(await emulator.mailLog()).toHaveLength(mailed);
});

it.each(WRITES)("%s: a confirmation of the first spelling holds for the second", async (_what, op, first, second) => {
  const { run, refusal } = emulated({ session: { safety: "confirm" } });
  const asks = await run(op, first).then(
    () => false,
    () => true,
  );
  if (!asks) return expect(op.emails).toBe("nobody");
  const { details } = await refusal(op, first);
  expect(await run(op, second, { confirmToken: String(details.confirm_token) })).toBeDefined();
});

it.each(WRITES)("%s: the audit has both spellings as one, also when the operator refuses the call", async (_what, op, first, second) => {
  const targets: unknown[] = [];
  for (const safety of ["trusted", "read-only"] as const) {
    for (const input of [first, second]) {
      const { run } = emulated({ session: { safety, audit: (entry) => targets.push(entry.targets) } });
      await run(op, input).catch(() => {});
    }
  }
  expect(targets).toHaveLength(4);
  for (const each of targets) expect(each).toEqual(targets[0]);
});
