import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { HOST } from "@zoom-webinar/testing/emulated";
import { seeded } from "@zoom-webinar/testing/lossy";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listImports } from "../operations/imports/list.ts";
import { importRegistrants } from "../operations/registrants/import.ts";
import { createWebinar } from "../operations/webinars/create.ts";
import { runOperation } from "../run.ts";
import { createSession, type Session } from "../session/session.ts";
import { addresses, peopleCsv } from "../test/import-world.ts";

const ROWS = 60;
const ROUNDS = process.env.FAULTS === "long" ? 40 : 2;

/** Imports in a process of its own, by the library as it was built; says how it ended. */
const CHILD = `
  const [entry, url, input] = process.argv.slice(1);
  const { connect } = await import(entry);
  const credentials = ${JSON.stringify({ kind: "server-to-server", ...DEMO_CREDENTIALS })};
  const zoom = await connect({ credentials, apiBaseUrl: url + "/v2", oauthBaseUrl: url, pace: false });
  process.stdout.write("begins\\n");
  const said = await zoom.registrants.import(JSON.parse(input)).catch(({ code, message }) => ({ code, message }));
  process.stdout.write(JSON.stringify(said) + "\\n");
  await zoom.close();
`;

interface Said {
  complete?: boolean;
  counts?: Record<string, number>;
  code?: string;
  message?: string;
}

let folder = "";
let emulator: Emulator;
let url = "";
let session: Session;
let webinar_id = "";
let file = "";
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-processes-"));
  emulator = createEmulator({ rateLimits: false, switches: { duplicateRegistrant: "remail" } });
  url = (await emulator.listen()).url;
  session = createSession({ send: emulator.send, credentials: DEMO_CREDENTIALS, stateFolder: join(folder, "state"), pace: false });
  const start_time = new Date(Date.now() + 30 * 86_400_000).toISOString().replace(/\.\d+/, "");
  const { webinar } = await runOperation(createWebinar, { user_id: HOST, topic: "Tides", start_time, registration: "automatic" }, session);
  webinar_id = String(webinar.id);
  file = join(folder, "people.csv");
  await writeFile(file, peopleCsv(ROWS));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await session.close();
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

const start = (input: object): { child: ChildProcess; begins: Promise<void>; said: Promise<Said | null> } => {
  const entry = new URL("../../dist/index.js", import.meta.url).href;
  const args = ["--input-type=module", "-e", CHILD, entry, url, JSON.stringify({ webinar_id, file, method: "single", ...input })];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ZOOM_WEBINAR_HOME: folder } });
  children.push(child);
  let said: Said | null = null;
  let hasBegun = () => {};
  const begins = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line === "begins") hasBegun();
    else said = JSON.parse(line) as Said;
  });
  return { child, begins, said: new Promise((resolve) => child.on("close", () => resolve(said))) };
};

const kill = async ({ child, said }: ReturnType<typeof start>): Promise<void> => {
  child.kill("SIGKILL");
  await said;
};

const mailed = async (): Promise<string[]> => (await emulator.mailLog()).map(({ to }) => to);
const states = async () => (await runOperation(listImports, {}, session)).imports.map(({ state }) => state);
const folders = () => readdir(join(folder, "state", "imports")).catch(() => []);

describe("two processes that go on with the same import at once", () => {
  it(`reach everybody once, one of them or one after the other, in each of ${ROUNDS} rounds`, async () => {
    const random = seeded(15);
    for (let round = 0; round < ROUNDS; round += 1) {
      const rows = peopleCsv(ROWS, `r${round}-`);
      await writeFile(file, rows);
      const first = start({});
      await first.begins;
      const stopAfter = Math.floor(random() * (ROWS / 2));
      // by the mails: the log of requests holds the last thousand only
      const reachedIn = async () => (await mailed()).filter((to) => to.startsWith(`r${round}-`));
      await expect.poll(async () => (await reachedIn()).length, { timeout: 60_000, interval: 2 }).toBeGreaterThan(stopAfter);
      await kill(first);
      const both = [start({ resume: true }), start({ resume: true })];
      const said = await Promise.all(both.map((one) => one.said));
      for (const one of said) expect(one?.complete === true || one?.code === "zoom_unavailable", JSON.stringify(said)).toBe(true);
      expect(said.some((one) => one?.complete === true)).toBe(true);
      expect((await reachedIn()).sort(), `round ${round}, killed after ${stopAfter} calls`).toEqual(addresses(ROWS, `r${round}-`).sort());
    }
  }, 1_800_000);
});

describe("a list of imports", () => {
  it("says running while a process is at one, and unfinished once it was killed", async () => {
    emulator.controls.addFault({ kind: "delay", ms: 60_000, endpoint: "POST /webinars/{webinarId}/registrants", times: 100 });
    const one = start({});
    await expect.poll(states, { timeout: 30_000 }).toEqual(["running"]);
    await kill(one);
    expect(await states()).toEqual(["unfinished"]);
  }, 60_000);
});

describe("the folder of an import that is planned", () => {
  it("stays while it is planned, goes with the next import once its process was killed, and nothing was sent of it", async () => {
    emulator.controls.addFault({ kind: "delay", ms: 60_000, endpoint: "GET /webinars/{webinarId}/registrants", times: 100 });
    const planning = start({});
    const planned = await vi.waitFor(
      async () => {
        const [id = ""] = await folders();
        expect(await readdir(join(folder, "state", "imports", id))).toEqual(["rows.jsonl"]);
        return id;
      },
      { timeout: 30_000 },
    );
    planning.child.kill("SIGSTOP"); // it stands still before it could read the list
    emulator.controls.clearFaults();
    // Another webinar, so that no lock keeps them apart.
    const { webinar } = await runOperation(
      createWebinar,
      { user_id: HOST, topic: "Other", start_time: "2027-03-15T15:00:00Z", registration: "automatic", allow_past: true },
      session,
    );
    const importOther = (rows: object[]) => runOperation(importRegistrants, { webinar_id: String(webinar.id), rows }, session);
    await importOther([{ email: "a@example.com", first_name: "A" }]);
    expect(await folders()).toContain(planned);
    await kill(planning);
    await importOther([{ email: "b@example.com", first_name: "B" }]);
    expect(await folders()).not.toContain(planned);
    expect((await folders()).length).toBe(2);
    expect((await mailed()).sort()).toEqual(["a@example.com", "b@example.com"]);
  }, 60_000);
});
