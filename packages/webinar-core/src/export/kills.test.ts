import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { seeded } from "@zoom-webinar/testing/lossy";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, test } from "vitest";
import { addRegistrant } from "../operations/registrants/add.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";

/** CI kills a few; FAULTS=long fifty. */
const KILLS = process.env.FAULTS === "long" ? 50 : 6;
const PEOPLE = 30;
const LONGEST_LIFE_MS = 120;
/** An export that never ends would be killed for ever. */
const MOST_LIVES = 40;

/** Goes on with the export in a process of its own, by the library as it was built; says when it begins and how it ended. */
const CHILD = `
  const [entry, url, webinar_id, file] = process.argv.slice(1);
  const { connect } = await import(entry);
  const credentials = ${JSON.stringify({ kind: "server-to-server", ...DEMO_CREDENTIALS })};
  const zoom = await connect({ credentials, apiBaseUrl: url + "/v2", oauthBaseUrl: url, pace: false });
  process.stdout.write("begins\\n");
  const done = await zoom.exports.registrants({ webinar_id, file, page_size: 5 });
  process.stdout.write(JSON.stringify({ complete: done.complete }) + "\\n");
  await zoom.close();
`;

/** One life: killed after a while, unless it ends before. True if it came to its end. */
const live = (args: readonly string[], state: string, lifeMs: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const entry = new URL("../../dist/index.js", import.meta.url).href;
    const env = { ...process.env, ZOOM_WEBINAR_HOME: state };
    const child = spawn(process.execPath, ["--input-type=module", "-e", CHILD, entry, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
    let hasEnded = false;
    let complaint = "";
    child.stderr.on("data", (text: Buffer) => {
      complaint += text.toString();
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line === "begins") setTimeout(() => child.kill("SIGKILL"), lifeMs);
      else hasEnded = line.includes('"complete":true');
    });
    child.on("close", (_code, signal) => (signal === "SIGKILL" || hasEnded ? resolve(hasEnded) : reject(new Error(complaint))));
  });

test(
  `${KILLS} kills at any moment of exports: each equals one that nobody killed, row for row`,
  async () => {
    const random = seeded(18);
    const emulator = createEmulator({ rateLimits: false });
    const { url } = await emulator.listen();
    const folder = await mkdtemp(join(tmpdir(), "export-kills-"));
    try {
      const session = createSession({ send: emulator.send, credentials: DEMO_CREDENTIALS });
      for (let at = 0; at < PEOPLE; at += 1)
        await runOperation(addRegistrant, { webinar_id: UPCOMING, email: `p${at}@example.com`, first_name: `Person ${at}` }, session);
      const unharmed = join(folder, "unharmed.jsonl");
      expect(await live([url, UPCOMING, unharmed], folder, 60_000)).toBe(true);
      const whole = await readFile(unharmed, "utf8");
      const { length } = whole.trimEnd().split("\n");
      expect(length).toBeGreaterThan(PEOPLE);
      let kills = 0;
      for (let round = 0; kills < KILLS; round += 1) {
        const file = join(folder, `${round}.jsonl`);
        let isDone = false;
        for (let lives = 0; !isDone; lives += 1) {
          expect(lives, "it never ends").toBeLessThan(MOST_LIVES);
          isDone = await live([url, UPCOMING, file], folder, lives > 12 ? 60_000 : random() * LONGEST_LIFE_MS * (1 + lives / 6));
          if (!isDone) kills += 1;
        }
        expect(await readFile(file, "utf8"), `round ${round}`).toBe(whole);
      }
    } finally {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  60_000 + KILLS * 6_000,
);
