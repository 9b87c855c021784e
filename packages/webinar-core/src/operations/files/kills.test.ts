import type { Send } from "@zoom-webinar/auth";
import { memoryStore, type Store, UnavailableError, virtualClock } from "@zoom-webinar/foundation";
import { NOW } from "@zoom-webinar/testing/emulated";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { runOperation } from "../../run.ts";
import { createSession } from "../../session/session.ts";
import { applyWebinarFiles } from "../webinars/apply.ts";
import { exportWebinarFile } from "../webinars/export.ts";

const FILE = `host: ada@example.com
format: 1
topic: Season opening
start_time: 2027-03-02T10:00
timezone: America/New_York
duration: 45
recurrence: { type: 2, weekly_days: "3", end_times: 5 }
exceptions:
  - { date: 2027-03-09T10:00, deleted: true }
  - { date: 2027-03-16T10:00, start_time: 2027-03-17T11:00 }
registration: automatic
registration_questions:
  questions: [{ field_name: org, required: true }]
  custom_questions: [{ title: Why?, type: short }]
name_tags:
  - { name: Speaker, text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF", is_default: true }
panelists:
  - { name: Linus Example, email: linus@example.com, name_tag: Speaker }
  - { name: Rosa Example, email: rosa@example.com }
polls:
  - poll_title: Lunch
    questions: [{ name: What do you eat?, type: single, answers: [Soup, Salad] }]
  - poll_title: Tea
    questions: [{ name: Which?, type: multiple, answers: [Black, Green] }]
survey:
  third_party_survey: https://example.com/survey
live_stream: { stream_url: rtmp://example.com/live, stream_key: example-key, page_url: https://example.com/watch }
`;
const CHANGED = FILE.replace("duration: 45", "duration: 60")
  .replace("end_times: 5", "end_times: 4")
  .replace("  - { name: Rosa Example, email: rosa@example.com }\n", "  - { name: Mina Example, email: mina@example.com }\n")
  .replace("[Soup, Salad]", "[Soup, Stew]")
  .replace(/ {2}- poll_title: Tea\n.*\n/, "")
  .replace(/survey:\n.*\n/, "survey: null\n");

/** Which way a call ends before its process does. */
const ENDS = ["killed before", "killed after", "refused with 503", "reset after"] as const;
type End = (typeof ENDS)[number];

interface World {
  emulator: Emulator;
  store: Store;
}

const newWorld = (listLagMs = 0): World & { clock: ReturnType<typeof virtualClock> } => {
  const clock = virtualClock(NOW, { autoAdvance: true });
  return { clock, emulator: createEmulator({ clock, world: "empty", rateLimits: false, switches: { listLagMs } }), store: memoryStore({ clock }) };
};

const isWrite = ({ method, url }: { method: string; url: string }) => method !== "GET" && url.includes("/v2/");

/** Applies the file in a process of its own over the same store, of which `end` befalls the write of this number. */
const apply = async ({ emulator, store, clock }: ReturnType<typeof newWorld>, text: string, at: number, end: End | null) => {
  let writes = 0;
  let isDead = false;
  const send: Send = async (request) => {
    if (isDead) return new Promise(() => {}); // nothing leaves a process that is gone
    if (!isWrite(request) || end === null) return emulator.send(request);
    writes += 1;
    if (writes !== at) return emulator.send(request);
    if (end === "refused with 503") return { status: 503, headers: {}, text: "" };
    if (end !== "killed before") await emulator.send(request);
    if (end === "reset after") throw new UnavailableError("The connection was cut.", "maybe-sent");
    isDead = true;
    throw DEAD;
  };
  const session = createSession({ send, credentials: DEMO_CREDENTIALS, clock, store: dying(store, () => isDead), pace: false });
  const files = [{ name: "season.yaml", text, path: "/season/season.yaml" }];
  const run = runOperation(applyWebinarFiles, { files }, session);
  // A killed process says nothing any more; one that fails says so, and is run again.
  const error: unknown = await Promise.race([
    run.then(
      () => null,
      (failure: unknown) => failure,
    ),
    until(() => isDead),
  ]);
  return { writes, error };
};

/** Applies it until it is done, as a person does who reads that it is open what came of a write: they try again a minute later. */
const applyAgain = async (world: ReturnType<typeof newWorld>, text: string): Promise<void> => {
  for (let run = 0; run < 3; run += 1) {
    const { error } = await apply(world, text, 0, null);
    if (error === null) return;
    expect(error).toMatchObject({ code: expect.stringMatching(/^(ambiguous|partial)$/) });
    world.clock.advance(60_000);
  }
  expect.fail("it is not done after three runs");
};

const DEAD = new Error("killed");
const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
};

/** A store that a dead process no longer writes to. */
const dying = (store: Store, isDead: () => boolean): Store => {
  const never = () => new Promise<never>(() => {});
  return {
    get: (key) => (isDead() ? never() : store.get(key)),
    set: (key, value, options) => (isDead() ? never() : store.set(key, value, options)),
    compareAndSet: (key, expected, value, options) => (isDead() ? never() : store.compareAndSet(key, expected, value, options)),
    delete: (key, options) => (isDead() ? never() : store.delete(key, options)),
    // The lock of a process that is gone is taken over; here it is given back at once.
    lock: (name, work, options) => store.lock(name, (lease) => Promise.race([work(lease), until(isDead).then(() => Promise.reject(DEAD))]), options),
  };
};

const stateOf = async ({ emulator, clock }: ReturnType<typeof newWorld>) => {
  const webinars = await emulator.state.webinars();
  const session = createSession({ send: emulator.send, credentials: DEMO_CREDENTIALS, clock, pace: false });
  const files = await Promise.all(webinars.map(({ id }) => runOperation(exportWebinarFile, { webinar_id: String(id) }, session)));
  const mails = (await emulator.mailLog()).map(({ to }) => to).sort();
  return { texts: files.flatMap((one) => one.files.map(({ text }) => text.replace(/^id: .*$/m, ""))), mails };
};

describe.each([
  ["of a new webinar", null],
  ["of a change", FILE],
] as const)("an apply %s that is broken off and run again", (_what, before) => {
  it.each(ENDS)(
    "at each of its writes, %s, ends in the same state: nothing twice, nobody mailed twice",
    async (end) => {
      const text = before === null ? FILE : CHANGED;
      const whole = newWorld();
      if (before !== null) await apply(whole, before, 0, null);
      const { writes } = await apply(whole, text, Number.POSITIVE_INFINITY, "killed before");
      const expected = await stateOf(whole);
      expect(writes).toBeGreaterThan(5);
      for (let at = 1; at <= writes; at += 1) {
        const world = newWorld();
        if (before !== null) await apply(world, before, 0, null);
        await apply(world, text, at, end);
        await applyAgain(world, text);
        expect(await stateOf(world), `write ${at} of ${writes}`).toEqual(expected);
      }
    },
    300_000,
  );
});

it("an apply that is killed after each of its writes makes nothing twice if Zoom's lists are 20 seconds late", async () => {
  const whole = newWorld();
  const { writes } = await apply(whole, FILE, Number.POSITIVE_INFINITY, "killed before");
  const { mails } = await stateOf(whole);
  for (let at = 1; at <= writes; at += 1) {
    const world = newWorld(20_000);
    await apply(world, FILE, at, "killed after");
    await applyAgain(world, FILE);
    world.clock.advance(60_000);
    await applyAgain(world, FILE);
    const [webinar, ...others] = await world.emulator.state.webinars();
    expect(others, `write ${at}`).toEqual([]);
    expect(webinar?.polls.map(({ title }) => title).sort(), `write ${at}`).toEqual(["Lunch", "Tea"]);
    expect((await world.emulator.mailLog()).map(({ to }) => to).sort(), `write ${at}`).toEqual(mails);
  }
}, 300_000);
