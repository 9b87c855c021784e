import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isZoomWebinarError, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { NOW } from "@zoom-webinar/testing/emulated";
import { lossy, seeded } from "@zoom-webinar/testing/lossy";
import { createEmulator, DEMO_CREDENTIALS, readSeedFile, type Switches } from "@zoom-webinar/zoom-emulator";
import { expect, test } from "vitest";
import { createWebinar } from "../operations/webinars/create.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";

/** CI takes the short form; FAULTS=long creates 2,000, in worlds of 200. */
const WORLDS = process.env.FAULTS === "long" ? 10 : 1;
const CREATES = 200;
const HOSTS = 40;

/**
 * An emulator with forty hosts, in memory: its clock moves once nothing else is to do in this process, and does not see that a disk is still at work. A
 * busy one would let minutes pass between a write and the look at its list.
 */
const crowd = async (switches: Partial<Switches>) => {
  const clock = virtualClock(NOW, { autoAdvance: "when-idle" });
  const folder = await mkdtemp(join(tmpdir(), "creates-"));
  try {
    const file = join(folder, "seed.json");
    await writeFile(file, JSON.stringify({ version: 1, users: Array.from({ length: HOSTS }, (_, at) => ({ email: `host${at}@example.com` })) }));
    return { clock, emulator: createEmulator({ ...(await readSeedFile(file)), clock, switches }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

test.each([
  ["distinct", 0],
  ["identical", 0],
  ["distinct", 5000],
  ["identical", 5000],
  ["identical", 25_000],
] as const)(
  "creates with %s topics over 40 hosts, half of the calls applied but not answered, lists %i ms late: no doubles",
  async (topics, listLagMs) => {
    const random = seeded(7);
    for (let world = 0; world < WORLDS; world += 1) {
      const { clock, emulator } = await crowd({ listLagMs });
      const send = lossy(emulator.send, ({ method, url }) => (method === "POST" && url.endsWith("/webinars") && random() < 0.5 ? "applied" : null));
      const session = createSession({ send, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), pace: false });
      const counts = { created: 0, ambiguous: 0, other: 0 };
      const ids = new Set<string>();
      const create = async (at: number) => {
        const input = {
          user_id: `host${at % HOSTS}@example.com`,
          topic: topics === "identical" ? "Tides" : `Tides ${at}`,
          start_time: "2027-03-15T15:00:00Z",
        };
        try {
          const { webinar } = await runOperation(createWebinar, input, session);
          ids.add(String(webinar.id));
          counts.created += 1;
        } catch (error) {
          counts[isZoomWebinarError(error) && error.code === "ambiguous" ? "ambiguous" : "other"] += 1;
        }
      };
      // As many side by side as there are hosts: identical ones meet.
      for (let at = 0; at < CREATES; at += HOSTS) await Promise.all(Array.from({ length: HOSTS }, (_, i) => create(at + (i % 2 === 0 ? i : i - 1))));
      const made = (await emulator.state.webinars()).length;
      expect(counts).toEqual({ created: CREATES, ambiguous: 0, other: 0 });
      expect(ids.size).toBe(CREATES);
      expect(made).toBe(CREATES);
      await emulator.close();
    }
  },
  600_000,
);
