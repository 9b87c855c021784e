import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { APPS, world } from "./doors.ts";

const FILE = `host: ada@example.com
topic: Killed in the middle
start_time: 2027-03-01T10:00
timezone: Europe/Berlin
registration: automatic
registration_questions: { questions: [{ field_name: org, required: true }] }
polls:
  - poll_title: Lunch
    questions: [{ name: What do you eat?, type: single, answers: [Soup, Salad] }]
panelists:
  - { name: Linus Example, email: linus@example.com }
`;

let zoom: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  zoom = await world();
});
afterAll(() => zoom.close());

const writes = () => zoom.emulator.requests().filter(({ method, path }) => method !== "GET" && path.startsWith("/v2/")).length;

/** Runs apply as a process and kills it when Zoom has taken one more write; null: lets it end. Says whether it ended by itself. */
const apply = async (path: string, killsAt: number | null): Promise<boolean> => {
  const child = spawn(process.execPath, [APPS.cli, "webinars", "apply", path, "--yes", "--json"], { env: zoom.env, stdio: "ignore" });
  const ended = once(child, "exit");
  let isRunning = true;
  void ended.then(() => {
    isRunning = false;
  });
  while (isRunning && killsAt !== null && writes() < killsAt) await new Promise((resolve) => setImmediate(resolve));
  if (isRunning && killsAt !== null) child.kill("SIGKILL");
  await ended;
  return child.exitCode === 0;
};

it("apply, killed when Zoom has taken its first, second and third write, is completed by the next run: nothing twice, nobody mailed twice", async () => {
  const path = join(zoom.home, "killed.yaml");
  await writeFile(path, FILE);
  const before = writes();
  for (let at = 1; at <= 3; at += 1) expect(await apply(path, before + at), `killed at write ${at}`).toBe(false);
  expect(await apply(path, null)).toBe(true);
  const { stdout } = await promisify(execFile)(process.execPath, [APPS.cli, "webinars", "plan", path, "--json"], { env: zoom.env });
  expect(JSON.parse(stdout).webinars).toMatchObject([{ created: false, changes: [] }]);
  const made = (await zoom.emulator.state.webinars()).filter(({ topic }) => topic === "Killed in the middle");
  expect(made).toMatchObject([{ polls: [{ title: "Lunch" }], panelists: [{ email: "linus@example.com" }] }]);
  expect((await zoom.emulator.mailLog()).filter(({ to }) => to === "linus@example.com")).toHaveLength(1);
}, 120_000);
