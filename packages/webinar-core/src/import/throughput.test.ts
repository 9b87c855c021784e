import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { HOST, NOW } from "@zoom-webinar/testing/emulated";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, test } from "vitest";
import { importRegistrants } from "../operations/registrants/import.ts";
import { createWebinar } from "../operations/webinars/create.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";
import { peopleCsv } from "../test/import-world.ts";

const ROWS = 10_000;

// Business: 80 single calls a second, 40 batches of thirty. Nearly all of the account's limits are this import's.
test.each([
  ["single", 125, 1.1, 0.02],
  ["batch", 8.4, 1.25, 0.02],
  ["batch", 8.4, 1.25, undefined],
] as const)(
  "10,000 people by %s calls take as long as Zoom's limits ask for (%d s, at most %d times that; head-room %s), and hardly a call is refused",
  async (method, floorSeconds, most, headRoom) => {
    const clock = virtualClock(NOW, { autoAdvance: "when-idle" });
    const emulator = createEmulator({ clock, plan: "business", validate: false });
    const folder = await mkdtemp(join(tmpdir(), "throughput-"));
    try {
      const session = createSession({
        send: emulator.send,
        credentials: DEMO_CREDENTIALS,
        clock,
        store: memoryStore({ clock }),
        stateFolder: join(folder, "state"),
        pace: { plan: "business", ...(headRoom === undefined ? {} : { headRoom }) },
      });
      const start = { user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration: "automatic" } as const;
      const { webinar } = await runOperation(createWebinar, start, session);
      const file = join(folder, "people.csv");
      await writeFile(file, peopleCsv(ROWS));
      const before = clock.now();
      const answers = { all: 0, refused: 0 };
      const { send } = emulator;
      const counting = createSession({
        send: async (request) => {
          const answer = await send(request);
          answers.all += 1;
          if (answer.status === 429) answers.refused += 1;
          return answer;
        },
        credentials: DEMO_CREDENTIALS,
        clock,
        store: memoryStore({ clock }),
        stateFolder: join(folder, "state"),
        pace: { plan: "business", ...(headRoom === undefined ? {} : { headRoom }) },
      });
      const done = await runOperation(importRegistrants, { webinar_id: String(webinar.id), file, method }, counting);
      const seconds = (clock.now() - before) / 1000;
      expect(done).toMatchObject({ complete: true, counts: { registered: ROWS } });
      expect(done.plan.seconds).toBeLessThanOrEqual(floorSeconds * most);
      expect(seconds).toBeLessThanOrEqual(floorSeconds * most);
      expect(answers.refused / answers.all).toBeLessThan(0.005);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
