import type { Fault } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { importRegistrants } from "../operations/registrants/import.ts";
import { addresses, importWorld, peopleCsv } from "../test/import-world.ts";

const SINGLE = "POST /webinars/{webinarId}/registrants";
const BATCH = "POST /webinars/{webinarId}/batch_registrants";
const LISTS = "GET /webinars/{webinarId}/registrants";
const ROWS = 35;

/** Where a fault hits, and how often. */
type Scope = Pick<Fault, "endpoint" | "times">;

const FAULTS: readonly (readonly [what: string, faultAt: (scope: Scope) => Fault])[] = [
  ["an error 500 that did nothing", (scope) => ({ ...scope, kind: "status", status: 500 })],
  ["an error 500 after the call was done", (scope) => ({ ...scope, kind: "status", status: 500, applied: true })],
  ["an error 502 with a page", (scope) => ({ ...scope, kind: "status", status: 502, body: "<html><title>Bad Gateway</title></html>" })],
  ["an error 503 after the call was done", (scope) => ({ ...scope, kind: "status", status: 503, applied: true })],
  ["a connection that breaks before the call", (scope) => ({ ...scope, kind: "reset", applied: false })],
  ["a connection that breaks after the call was done", (scope) => ({ ...scope, kind: "reset", applied: true })],
  ["a limit per second", (scope) => ({ ...scope, kind: "rate-limit", limit: "second" })],
];

describe.each([
  ["single", SINGLE],
  ["batch", BATCH],
] as const)("an import by %s calls reaches everybody once through", (method, endpoint) => {
  it.each(FAULTS)("%s, at writes and at the lists that settle them", async (_what, faultAt) => {
    for (const [before, times, where] of [
      [0, 1, endpoint],
      [1, 3, endpoint],
      [1, 1, LISTS],
    ] as const) {
      const world = await importWorld({ switches: { duplicateRegistrant: "remail" } });
      try {
        const file = await world.file("people.csv", peopleCsv(ROWS));
        let sent = 0;
        const session = world.process(undefined, {
          send: async (request) => {
            if (request.method === "POST" && request.url.includes("registrants")) sent += 1;
            if (sent === before + 1) {
              sent += 1_000;
              world.emulator.controls.addFault(faultAt({ endpoint: where, times }));
            }
            return world.emulator.send(request);
          },
        });
        const asked = { webinar_id: world.webinar_id, file, method, resume: true };
        let done = await world.run(importRegistrants, asked, session);
        for (let tries = 0; !done.complete && tries < 5; tries += 1) done = await world.run(importRegistrants, asked);
        const when = `fault ${times} times after write ${before} at ${where}`;
        expect(done, when).toMatchObject({ complete: true, counts: { registered: ROWS, failed: 0, unknown: 0 } });
        expect((await world.registered()).sort(), when).toEqual(addresses(ROWS).sort());
        expect(
          [...(await world.mails()).values()].filter((count) => count !== 1),
          when,
        ).toEqual([]);
      } finally {
        await world.remove();
      }
    }
  });
});
