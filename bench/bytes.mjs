#!/usr/bin/env node
// How many bytes a model reads: the lists of tools of each surface, and the answer to a page of a list, which is compared with Zoom's own reply to the same
// question. Nothing here depends on the machine. Needs built packages. `--check` fails above a target.
import { createServerFactory } from "../packages/mcp-server/dist/index.js";
import { createSession } from "../packages/webinar-core/dist/doors.js";
import { createEmulator, DEMO_CREDENTIALS } from "../packages/zoom-emulator/dist/index.js";
import { openHandler, tell } from "./program.mjs";

const BUDGETS = { minimal: 11_000, standard: 38_000, full: 120_000 };
const MOST_OF_REPLY = 2;
const HELD = "91974973765";

const emulator = createEmulator({ rateLimits: false });
const replies = [];
const send = async (request) => {
  const answer = await emulator.send(request);
  if (!request.url.includes("/oauth/")) replies.push(answer.text);
  return answer;
};
const session = createSession({ credentials: DEMO_CREDENTIALS, send, pace: false });

const listOf = async (surface) => {
  const call = await openHandler(createServerFactory({ session, surface, version: "1.0.0" }));
  const { result } = await call("tools/list", {});
  return { tools: result.tools.length, bytes: Buffer.byteLength(JSON.stringify(result)) };
};

const lists = {};
for (const surface of Object.keys(BUDGETS)) lists[surface] = await listOf(surface);
for (const [surface, { tools, bytes }] of Object.entries(lists))
  console.log(`${surface}: ${tools} tools, ${bytes} bytes (at most ${BUDGETS[surface]})`);

const call = await openHandler(createServerFactory({ session, surface: "standard", version: "1.0.0" }));
replies.length = 0;
const { result } = await call("tools/call", { name: "list_webinar_registrants", arguments: { webinar_id: HELD, page_size: 30 } });
if (result.isError || result.structuredContent.registrants.length === 0) throw new Error(JSON.stringify(result));
const [answer, reply] = [Buffer.byteLength(JSON.stringify(result)), replies.reduce((sum, text) => sum + Buffer.byteLength(text), 0)];
console.log(`a page of registrants: Zoom's reply ${reply} bytes, our answer ${answer} bytes, which holds it as text and as data`);

tell([
  ...Object.entries(lists).map(([surface, { bytes }]) => ({
    name: `List of tools, surface \`${surface}\``,
    value: bytes,
    unit: "bytes",
    baseline: `all ${lists.full.tools} tools are ${lists.full.bytes} bytes`,
    most: BUDGETS[surface],
  })),
  { name: "Answer to a page of registrants", value: answer / reply, unit: "x", baseline: "Zoom's own reply", most: MOST_OF_REPLY },
]);
