#!/usr/bin/env node
// How long an import of 10,000 people takes under a Business account's limits, on the emulator's clock, as a ratio to what the limits alone ask for.
// Needs built packages. `--check` fails above a target.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryStore, virtualClock } from "../packages/foundation/dist/index.js";
import { createSession } from "../packages/webinar-core/dist/doors.js";
import { importRegistrants } from "../packages/webinar-core/dist/operations/registrants/import.js";
import { createWebinar } from "../packages/webinar-core/dist/operations/webinars/create.js";
import { runOperation } from "../packages/webinar-core/dist/run.js";
import { createEmulator, DEMO_CREDENTIALS } from "../packages/zoom-emulator/dist/index.js";
import { tell } from "./program.mjs";

const ROWS = 10_000;
const NOW = Date.UTC(2027, 0, 15, 12);
/** 80 single calls a second, 40 batches of thirty. */
const PLANS = { single: { floorSeconds: 125, most: 1.1 }, batch: { floorSeconds: 8.4, most: 1.25 } };
const MOST_REFUSED = 0.5;

const run = async (method) => {
  const clock = virtualClock(NOW, { autoAdvance: "when-idle" });
  const emulator = createEmulator({ clock, plan: "business", validate: false });
  const folder = mkdtempSync(join(tmpdir(), "bench-import-"));
  const answers = { all: 0, refused: 0 };
  const open = (send) =>
    createSession({
      send,
      credentials: DEMO_CREDENTIALS,
      clock,
      store: memoryStore({ clock }),
      stateFolder: join(folder, "state"),
      pace: { plan: "business", headRoom: 0.02 },
    });
  const counted = async (request) => {
    const answer = await emulator.send(request);
    answers.all += 1;
    if (answer.status === 429) answers.refused += 1;
    return answer;
  };
  try {
    const start = { user_id: "ada@example.com", topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration: "automatic" };
    const { webinar } = await runOperation(createWebinar, start, open(emulator.send));
    const file = join(folder, "people.csv");
    writeFileSync(
      file,
      `email,first_name,last_name\n${Array.from({ length: ROWS }, (_, at) => `p${at}@example.com,Person,Number ${at}`).join("\n")}\n`,
    );
    const before = clock.now();
    const { counts } = await runOperation(importRegistrants, { webinar_id: String(webinar.id), file, method }, open(counted));
    if (counts.registered !== ROWS) throw new Error(`not everybody was imported: ${JSON.stringify(counts)}`);
    return { seconds: (clock.now() - before) / 1000, refused: (100 * answers.refused) / answers.all };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

for (const [method, { floorSeconds, most }] of Object.entries(PLANS)) {
  const { seconds, refused } = await run(method);
  const value = seconds / floorSeconds;
  console.log(
    `${ROWS} people by ${method} calls: ${seconds.toFixed(1)} s of the emulator's time, the limits ask for ${floorSeconds} s: ${value.toFixed(2)}x (target ${most}x), ${refused.toFixed(2)} % refused`,
  );
  tell([
    {
      name: `Import of 10,000 people by ${method} calls`,
      value,
      unit: "x",
      baseline: `${floorSeconds} s, which the limits of the account ask for`,
      most,
    },
    { name: `Import of 10,000 people by ${method} calls, refused calls`, value: refused, unit: "%", baseline: "all calls", most: MOST_REFUSED },
  ]);
}
