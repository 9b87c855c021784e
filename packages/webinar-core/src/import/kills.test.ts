import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { HOST } from "@zoom-webinar/testing/emulated";
import { seeded } from "@zoom-webinar/testing/lossy";
import { createEmulator, DEMO_CREDENTIALS, type Switches } from "@zoom-webinar/zoom-emulator";
import { expect, test } from "vitest";
import { createWebinar } from "../operations/webinars/create.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";
import { addresses, peopleCsv } from "../test/import-world.ts";

/** The long form: FAULTS=long. */
const KILLS = process.env.FAULTS === "long" ? 1_000 : 50;
const ROWS = 90;
const LONGEST_LIFE_MS = 160;
/** An import that never ends would be killed for ever. */
const MOST_LIVES = 40;

/** Goes on with the import in a process of its own, by the library as it was built; says when it begins and how it ended. */
const CHILD = `
  const [entry, url, webinar_id, file, method] = process.argv.slice(1);
  const { connect } = await import(entry);
  const credentials = ${JSON.stringify({ kind: "server-to-server", ...DEMO_CREDENTIALS })};
  const zoom = await connect({ credentials, apiBaseUrl: url + "/v2", oauthBaseUrl: url, pace: false });
  process.stdout.write("begins\\n");
  const done = await zoom.registrants.import({ webinar_id, file, method, resume: true });
  process.stdout.write(JSON.stringify(done) + "\\n");
  await zoom.close();
`;

interface Ended {
  complete: boolean;
  counts: Record<string, number>;
}

/** One life: killed after a while, unless it ends before. */
const live = (args: readonly string[], state: string, lifeMs: number): Promise<Ended | null> =>
  new Promise((resolve, reject) => {
    const entry = new URL("../../dist/index.js", import.meta.url).href;
    const env = { ...process.env, ZOOM_WEBINAR_HOME: state };
    const child = spawn(process.execPath, ["--input-type=module", "-e", CHILD, entry, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
    let ended: Ended | null = null;
    let complaint = "";
    child.stderr.on("data", (text: Buffer) => {
      complaint += text.toString();
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line === "begins") setTimeout(() => child.kill("SIGKILL"), lifeMs);
      else ended = JSON.parse(line) as Ended;
    });
    child.on("close", (_code, signal) => (signal === "SIGKILL" || ended !== null ? resolve(ended) : reject(new Error(complaint))));
  });

const ZOOMS: readonly Partial<Switches>[] = [
  { duplicateRegistrant: "remail" },
  { duplicateRegistrant: "error", registrantQuota: "account" },
  { duplicateRegistrant: "remail", listLagMs: 400 },
  { duplicateRegistrant: "same", rateHeaders: "never", announcedFields: true },
  { duplicateRegistrant: "remail", pendingMail: true, rateHeaders: "always" },
];

test(
  `${KILLS} kills at any moment of imports: nobody is mailed twice, nobody is lost`,
  async () => {
    const random = seeded(15);
    let kills = 0;
    for (let round = 0; kills < KILLS; round += 1) {
      const switches = ZOOMS[round % ZOOMS.length] ?? {};
      const method = round % 2 === 0 ? "single" : "batch";
      const folder = await mkdtemp(join(tmpdir(), "import-kills-"));
      const emulator = createEmulator({ rateLimits: false, switches });
      const { url } = await emulator.listen();
      try {
        const session = createSession({ send: emulator.send, credentials: DEMO_CREDENTIALS });
        // People are approved at once, so that every sign-up is a mail; where they wait, the switch says that Zoom writes anyway.
        const registration = switches.pendingMail === true ? "manual" : "automatic";
        const start_time = new Date(Date.now() + 30 * 86_400_000).toISOString().replace(/\.\d+/, "");
        const { webinar } = await runOperation(createWebinar, { user_id: HOST, topic: "Tides", start_time, registration }, session);
        const webinar_id = String(webinar.id);
        const file = join(folder, "people.csv");
        await writeFile(file, peopleCsv(ROWS));
        let ended: Ended | null = null;
        for (let lives = 0; ended?.complete !== true; lives += 1) {
          expect(lives, "it never ends").toBeLessThan(MOST_LIVES);
          // Longer and longer, so that it comes to its end.
          const lifeMs = lives > 12 ? 60_000 : random() * LONGEST_LIFE_MS * (1 + lives / 6);
          ended = await live([url, webinar_id, file, method], folder, lifeMs);
          if (ended === null) kills += 1;
        }
        const mails = new Map<string, number>();
        for (const { to } of await emulator.mailLog()) mails.set(to, (mails.get(to) ?? 0) + 1);
        const when = `round ${round}, ${method}, ${JSON.stringify(switches)}`;
        expect(
          [...mails].filter(([, count]) => count > 1),
          when,
        ).toEqual([]);
        const there = (await emulator.state.registrants(webinar_id)).map(({ email }) => email);
        const unknown = ended.counts.unknown ?? 0;
        if ((switches.listLagMs ?? 0) === 0) expect(unknown, when).toBe(0);
        expect(ROWS - there.length, when).toBeLessThanOrEqual(unknown);
        expect(there.length, when).toBe(new Set(there).size);
        expect(addresses(ROWS), when).toEqual(expect.arrayContaining(there));
      } finally {
        await emulator.close();
        await rm(folder, { recursive: true, force: true });
      }
    }
  },
  KILLS * 6_000,
);
