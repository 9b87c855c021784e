import { readFile } from "node:fs/promises";
import type { Send } from "@zoom-webinar/auth";
import { CancelledError } from "@zoom-webinar/foundation";
import { afterEach, describe, expect, it, vi } from "vitest";
import { operations } from "../operations/index.ts";
import { type ImportWorld, importWorld, peopleCsv } from "../test/import-world.ts";
import { GRACE_MS } from "./run/bounds.ts";

const { registrants, imports } = operations;

let world: ImportWorld;
afterEach(async () => {
  vi.useRealTimers();
  await world.remove();
});

/** Which request is on its way, from the first that an import sends. */
interface Watch {
  count: number;
  onRequest(nth: number, method: string): void;
}

const watched =
  (watch: Watch) =>
  (send: Send): Send =>
  (request) => {
    watch.count += 1;
    watch.onRequest(watch.count, request.method);
    return send(request);
  };

const PEOPLE = 6;

/** Runs an import that is interrupted as its n-th request is sent; `isLossy`: the answer to a sign-up is lost. */
const interruptedAt = async (nth: number, isLossy: boolean) => {
  const watch: Watch = { count: 0, onRequest: () => {} };
  world = await importWorld({ wrap: watched(watch) });
  if (isLossy) world.emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/registrants", times: 1 });
  const file = await world.file("people.csv", peopleCsv(PEOPLE));
  const stop = new AbortController();
  watch.count = 0;
  watch.onRequest = (at) => {
    if (at === nth) stop.abort();
  };
  const input = { webinar_id: world.webinar_id, file, method: "single" as const };
  const ended = await world.run(registrants.import, input, undefined, { signal: stop.signal }).catch((error: unknown) => error);
  return { ended, input, file, wasLast: watch.count < nth };
};

describe.each([false, true])("an import that is interrupted, an answer lost: %s,", (isLossy) => {
  it("ends in the same way at whatever request, and goes on to the end", async () => {
    const ends = new Set<string>();
    for (let nth = 1; ; nth += 1) {
      const { ended, input, file, wasLast } = await interruptedAt(nth, isLossy);
      if (wasLast) break;
      if (ended instanceof CancelledError) {
        // Nothing was begun yet.
        expect((await world.run(imports.list, {})).imports, `request ${nth}`).toEqual([]);
        ends.add("planned");
      } else {
        const result = ended as Awaited<ReturnType<typeof world.run<typeof registrants.import>>>;
        if (result.complete) expect(result.counts, `request ${nth}`).toMatchObject({ registered: PEOPLE, unknown: 0 });
        else expect(result.stopped, `request ${nth}`).toEqual({ code: "cancelled", message: "Interrupted." });
        ends.add(result.complete ? "complete" : "interrupted");
        expect((await readFile(`${file}.results.csv`, "utf8")).trimEnd().split("\n"), `request ${nth}`).toHaveLength(PEOPLE + 1);
      }
      const done = await world.run(registrants.import, { ...input, resume: true });
      expect(done, `request ${nth}`).toMatchObject({ complete: true, counts: { failed: 0, unknown: 0 } });
      expect([...(await world.mails()).values()], `request ${nth}`).toEqual(Array.from({ length: PEOPLE }, () => 1));
      await world.remove();
    }
    expect(ends).toContain("interrupted");
    expect(ends).toContain("planned");
  });
});

/** So many calls are answered first, so that as many may be under way at once. */
const ANSWERED = 15;
const DEAF = 8;

it("calls that get no answer after an interruption are no silence of Zoom", async () => {
  let isDeaf = false;
  let posts = 0;
  const stop = new AbortController();
  world = await importWorld({
    wrap: (send) => (request) => {
      if (request.url.endsWith("/registrants") && request.method === "POST") posts += 1;
      isDeaf ||= posts === ANSWERED + 1;
      if (!isDeaf || stop.signal.aborted || request.method === "GET") return send(request);
      if (posts === ANSWERED + DEAF) stop.abort();
      return new Promise((_, reject) => request.signal?.addEventListener("abort", () => reject(request.signal?.reason)));
    },
  });
  const file = await world.file("people.csv", peopleCsv(60));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  stop.signal.addEventListener("abort", () => queueMicrotask(() => vi.advanceTimersByTime(GRACE_MS)));
  const input = { webinar_id: world.webinar_id, file, method: "single" as const };
  const ended = await world.run(registrants.import, input, undefined, { signal: stop.signal });
  vi.useRealTimers();
  expect(ended).toMatchObject({ complete: false, stopped: { code: "cancelled", message: "Interrupted." } });
  expect(ended.counts.unknown).toBeGreaterThanOrEqual(DEAF);
  expect(registrants.import.endsAs?.(ended)).toBe("cancelled");
  const lines = registrants.import.cli?.lines?.(ended, input).join("\n");
  expect(lines).toContain(`${ended.counts.unknown} unknown: no answer had come when it was interrupted; going on looks for them in Zoom's list`);
  expect(await readFile(`${file}.results.csv`, "utf8")).toContain(",unknown,,Zoom gave no answer yet\n");
  const shown = await world.run(imports.show, { import_id: ended.import_id ?? "" });
  expect(imports.show.cli?.lines?.(shown, {}).join("\n")).toMatch(/^ {4}lines (?:\d+, )+\d+ and \d+ more: unknown, Zoom gave no answer yet$/m);
  const many = { ...shown, to_look_at: Array.from({ length: 200 }, (_, at) => ({ line: at + 2, outcome: "unknown", message: null })) };
  expect(imports.show.cli?.lines?.(many, {})).toContain("    lines 2, 3, 4, 5, 6 and more: unknown");
  const done = await world.run(registrants.import, { ...input, resume: true });
  expect(done).toMatchObject({ complete: true, counts: { registered: 60, unknown: 0 } });
});

it("an outage while the list is read ends an import with its counts and a file of results", async () => {
  let isDown = false;
  let posts = 0;
  world = await importWorld({
    wrap: (send) => async (request) => {
      if (request.url.endsWith("/registrants") && request.method === "POST") posts += 1;
      if (isDown && request.method === "GET" && posts > 0) return { status: 503, headers: {}, text: "" };
      return send(request);
    },
  });
  const file = await world.file("people.csv", peopleCsv(3));
  isDown = true;
  const input = { webinar_id: world.webinar_id, file, method: "single" as const };
  const ended = await world.run(registrants.import, input);
  expect(ended).toMatchObject({
    complete: false,
    counts: { registered: 2 },
    stopped: { code: "zoom_unavailable", message: expect.stringContaining("503") },
  });
  expect(await readFile(ended.results_file ?? "", "utf8")).toMatch(/p0@example\.com.*registered/);
  isDown = false;
  expect(await world.run(registrants.import, { ...input, resume: true })).toMatchObject({ complete: true, counts: { registered: 3 } });
});
