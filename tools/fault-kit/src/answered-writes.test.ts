import { isZoomWebinarError, memoryStore, type Store, virtualClock } from "@zoom-webinar/foundation";
import { connect, type ZoomWebinar } from "@zoom-webinar/webinar-core";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnswerFault, type RawZoom, rawZoom } from "./raw-zoom.ts";

/** FAULTS=long cuts at every 16th byte, the short form at every 160th. */
const STEP = process.env.FAULTS === "long" ? 16 : 160;
const LAGS_MS = [0, 5000, 60_000];
const NOW = Date.UTC(2027, 0, 15, 12);
const HOST = "ada@example.com";
const WAITING = "juan@example.com";

interface Write {
  /** The request that does it. */
  isIt(request: { method: string; path: string }): boolean;
  run(zoom: ZoomWebinar, webinar_id: string): Promise<object>;
}

const posts = (end: string) => (request: { method: string; path: string }) => request.method === "POST" && request.path.endsWith(end);
const rosa = { email: "rosa@example.com", first_name: "Rosa" };

const WRITES: Readonly<Record<string, Write>> = {
  create: {
    isIt: posts("/webinars"),
    run: (zoom) => zoom.webinars.create({ user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z" }),
  },
  register: { isIt: posts("/registrants"), run: (zoom, webinar_id) => zoom.registrants.add({ webinar_id, ...rosa }) },
  batch: {
    isIt: posts("/batch_registrants"),
    run: (zoom, webinar_id) =>
      zoom.registrants.addBatch({ webinar_id, registrants: [rosa, { email: "tove@example.com", first_name: "Tove" }], auto_approve: true }),
  },
  panelists: { isIt: posts("/panelists"), run: (zoom, webinar_id) => zoom.panelists.add({ webinar_id, panelist_emails: [rosa.email] }) },
  approve: {
    isIt: ({ method, path }) => method === "PUT" && path.endsWith("/registrants/status"),
    run: (zoom, webinar_id) => zoom.registrants.approve({ webinar_id, registrants: [WAITING] }),
  },
  poll: {
    isIt: posts("/polls"),
    run: (zoom, webinar_id) =>
      zoom.polls.create({ webinar_id, poll_title: "Lunch", questions: [{ name: "Soup?", type: "single", answers: ["Yes", "No"] }] }),
  },
  template: {
    isIt: posts("/webinar_templates"),
    run: (zoom, webinar_id) => zoom.templates.create({ user_id: HOST, webinar_id, name: "Tour" }),
  },
};

/** A store on a disk that is full from the beginning, or from the moment when Zoom has answered. */
const filling = (store: Store, isFull: () => boolean): Store => {
  const full = async (): Promise<never> => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  return {
    ...store,
    set: (...args) => (isFull() ? full() : store.set(...args)),
    compareAndSet: (...args) => (isFull() ? full() : store.compareAndSet(...args)),
    lock: async (...args) => {
      if (isFull()) return full();
      const result = await store.lock(...args);
      // The lock cannot be given back cleanly either.
      return isFull() ? full() : result;
    },
  };
};

type Fault = AnswerFault | { kind: "full disk"; from: "before" | "after" } | null;
/** What the caller heard: done, found by looking, sent once more, done without its answer, nobody knows, not done. */
type Word = "done" | "found" | "repeated" | "done, unread" | "open" | "not done";

let raw: RawZoom;
beforeAll(async () => {
  raw = await rawZoom();
});
afterAll(() => raw.close());

const waitingWebinar = async (emulator: Emulator): Promise<string> => {
  for (const { id } of await emulator.state.webinars())
    if ((await emulator.state.registrants(String(id))).some(({ email, status }) => email === WAITING && status === "pending")) return String(id);
  throw new Error("nobody waits in the demo world");
};

/** Does one write while one thing goes wrong, and compares what the caller hears with what Zoom did. */
const tryOut = async (name: string, write: Write, listLagMs: number, fault: Fault): Promise<Word> => {
  const clock = virtualClock(NOW, { autoAdvance: true });
  const switches = { listLagMs, duplicateRegistrant: "remail", duplicatePanelist: "second" } as const;
  const emulator = createEmulator({ clock, rateLimits: false, switches });
  let isFull = false;
  const isDisk = fault?.kind === "full disk";
  raw.serve(emulator, (request) => write.isIt(request), fault === null || isDisk ? [] : [fault]);
  raw.onDone = () => {
    isFull = isDisk;
  };
  const store = filling(memoryStore({ clock }), () => isFull);
  const zoom = await connect({
    env: {},
    credentials: DEMO_CREDENTIALS,
    apiBaseUrl: `${raw.url}/v2`,
    oauthBaseUrl: raw.url,
    clock,
    store,
    pace: false,
  });
  const where = `${name}, ${JSON.stringify(fault)}, lists ${listLagMs} ms late`;
  try {
    await zoom.users.list({});
    const webinarId = await waitingWebinar(emulator);
    isFull = isDisk && fault.from === "before";
    const heard = await write.run(zoom, webinarId).catch((error: unknown) => error);
    const { requests, done, headBytes } = raw.seen();
    const mails = (await emulator.mailLog()).map(({ to }) => to);
    expect(done, where).toBeLessThanOrEqual(1);
    expect(new Set(mails).size, `${where}: ${mails.join()}`).toBe(mails.length);
    // Zoom said yes: it is sent no second time, however long it is not seen.
    const isAnswered =
      fault === null || isDisk || fault.kind === "interim" || fault.kind === "broken JSON" || (fault.kind === "cut" && fault.at >= headBytes);
    if (isAnswered) expect(requests, where).toBe(isDisk && fault.from === "before" ? 0 : 1);
    const word = wordOf(heard, where);
    if (word === "open") expect(isAnswered, where).toBe(false);
    else expect(done, `${where}: ${word}, ${String(heard)}`).toBe(word === "not done" ? 0 : 1);
    // What could not be noted, and what was repeated, is told.
    if (isDisk && fault.from === "after") expect(JSON.stringify(heard), where).toContain("could not be noted on this machine");
    if (requests > 1) expect(word, where).toBe("repeated");
    return word;
  } finally {
    await zoom.close();
  }
};

const wordOf = (heard: unknown, where: string): Word => {
  if (heard instanceof Error) {
    if (!isZoomWebinarError(heard)) throw heard;
    if (heard.code === "unexpected_response" && heard.details.sent === "done") {
      expect(heard.hint, where).toMatch(/^Do not repeat it/);
      return "done, unread";
    }
    if (heard.code === "internal") throw new Error(`${where}: ${heard.message}`, { cause: heard.cause });
    return heard.code === "ambiguous" || heard.code === "partial" ? "open" : "not done";
  }
  const notes = JSON.stringify((heard as { notes?: unknown }).notes ?? []);
  if (notes.includes("sent once more")) return "repeated";
  return notes.includes("was found in") ? "found" : "done";
};

const COLUMNS = ["no fault", "full disk before", "full disk after", "head cut", "body cut", "1xx before", "broken JSON", "lost"] as const;

const columnsOf = (headBytes: number, bytes: number): Readonly<Record<(typeof COLUMNS)[number], readonly Fault[]>> => {
  const cuts = Array.from({ length: Math.ceil(bytes / STEP) }, (_, at) => at * STEP);
  const bodyCuts = [...new Set([headBytes, ...cuts.filter((at) => at > headBytes), bytes - 1])].filter((at) => at >= headBytes && at < bytes);
  return {
    "no fault": [null],
    "full disk before": [{ kind: "full disk", from: "before" }],
    "full disk after": [{ kind: "full disk", from: "after" }],
    "head cut": cuts.filter((at) => at < headBytes).map((at) => ({ kind: "cut", at })),
    "body cut": bodyCuts.map((at) => ({ kind: "cut", at })),
    "1xx before": ([100, 102, 103] as const).map((status) => ({ kind: "interim", status })),
    "broken JSON": bytes > headBytes ? [{ kind: "broken JSON" }] : [],
    lost: [{ kind: "lost" }],
  };
};

const tally = (words: readonly Word[]): string =>
  words.length === 0 ? "no body" : [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`).join(", ");

const table: string[][] = [];
afterAll(() => {
  const rows = [["write", "lists late", ...COLUMNS], ...table];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  console.log(rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")).join("\n"));
});

test.each(Object.entries(WRITES))(
  "%s: whatever fails around Zoom's answer, the write is done at most once, its mail is sent at most once, and the caller hears the truth",
  async (name, write) => {
    for (const lagMs of LAGS_MS) {
      await tryOut(name, write, lagMs, null);
      const { headBytes, bytes } = raw.seen();
      const columns = columnsOf(headBytes, bytes);
      const row = [name, `${lagMs / 1000} s`];
      for (const column of COLUMNS) {
        const words: Word[] = [];
        for (const fault of columns[column]) words.push(await tryOut(name, write, lagMs, fault));
        row.push(tally(words));
      }
      table.push(row);
    }
  },
  600_000,
);
