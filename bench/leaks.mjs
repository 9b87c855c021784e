#!/usr/bin/env node
// Whether calls leave something behind: 10,000 through the library and 10,000 through an MCP server in this process, and where the heap stands after
// each tenth. Zoom answers at once from memory. The figure is what the heap grew by over the second half; the first fills caches.
// node --expose-gc bench/leaks.mjs [--check]. Needs built packages.
import { createServerFactory } from "../packages/mcp-server/dist/index.js";
import { createSession } from "../packages/webinar-core/dist/doors.js";
import { getWebinar } from "../packages/webinar-core/dist/operations/webinars/get.js";
import { runOperation } from "../packages/webinar-core/dist/run.js";
import { openHandler, tell } from "./program.mjs";

const CALLS = Number(process.env.CALLS ?? 10_000);
/** Over the second half of the calls: in the first the compiler is still at work, whose code stands on the heap as well. */
const MOST_BYTES_A_CALL = 100;
const ID = "95312345678";

if (typeof globalThis.gc !== "function") throw new Error("run with node --expose-gc");
const webinar = JSON.stringify({
  id: Number(ID),
  uuid: "4444AAAiAAAAAiAiAiiAii==",
  type: 5,
  topic: "Tides",
  duration: 60,
  timezone: "UTC",
  settings: {},
});
const send = async () => ({ status: 200, headers: { date: new Date().toUTCString() }, text: webinar });
const newSession = () => createSession({ credentials: { kind: "access-token", accessToken: "made-up" }, send, pace: false });

const library = async () => {
  const session = newSession();
  return () => runOperation(getWebinar, { webinar_id: ID }, session);
};

const mcp = async () => {
  const call = await openHandler(createServerFactory({ session: newSession(), version: "1.0.0" }));
  return async () => {
    const answer = await call("tools/call", { name: "get_webinar", arguments: { webinar_id: ID } });
    if (answer.result?.structuredContent === undefined || answer.result.isError) throw new Error(JSON.stringify(answer));
  };
};

/** After everything that waits to be collected was: some objects are let go only by a second pass, once their finalizers have run. */
const heapNow = async () => {
  for (let pass = 0; pass < 4; pass += 1) {
    await new Promise((done) => setImmediate(done));
    globalThis.gc();
  }
  return process.memoryUsage().heapUsed;
};

for (const [name, open] of Object.entries({ library, mcp })) {
  const call = await open();
  const heaps = [];
  for (let thousand = 0; thousand < 10; thousand += 1) {
    for (let at = 0; at < CALLS / 10; at += 1) await call();
    heaps.push(await heapNow());
  }
  const grown = heaps.at(-1) - heaps[4];
  const each = grown / (CALLS / 2);
  console.log(
    `${name}: ${CALLS} calls, heap ${(heaps[4] / 1e6).toFixed(1)} MB after the first half, ${(heaps.at(-1) / 1e6).toFixed(1)} MB at the end: ${each.toFixed(0)} bytes a call (at most ${MOST_BYTES_A_CALL})`,
  );
  const title = name === "library" ? "through the library" : "through an MCP server";
  tell([
    {
      name: `${CALLS} calls ${title}, left on the heap by each`,
      value: each,
      unit: "bytes",
      baseline: "the heap after the first half of them",
      most: MOST_BYTES_A_CALL,
    },
  ]);
}
