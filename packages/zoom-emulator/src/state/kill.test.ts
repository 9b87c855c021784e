import { spawn } from "node:child_process";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openStoredEmulator } from "../create.ts";
import type { EmulatorState } from "./state.ts";

/** Long form: ZOOM_EMULATOR_WRITES=20000. */
const WRITES = Number(process.env.ZOOM_EMULATOR_WRITES ?? 1000);

/** A process that writes one thing after the other, and says before and after each what it does. It runs what was built. */
const CHILD = `
  import { writeSync } from "node:fs";
  const [entry, folder, name, randomSeed] = process.argv.slice(1);
  const { openStoredEmulator } = await import(entry);
  const emulator = await openStoredEmulator({ folder, rateLimits: false });
  const signIn = await emulator.send({ method: "POST", url: "https://zoom.us/oauth/token?grant_type=account_credentials&account_id=a",
    headers: { authorization: "Basic " + btoa("any:thing") } });
  const authorization = "Bearer " + JSON.parse(signIn.text).access_token;
  const call = async (method, path, body) => {
    const { status, text } = await emulator.send({ method, url: "https://api.zoom.us/v2" + path, headers: { authorization }, body: JSON.stringify(body) });
    if (status >= 300) throw new Error(method + path + text);
    return text === "" ? {} : JSON.parse(text);
  };
  let state = Number(randomSeed);
  const random = (below) => (state = (state * 48271) % 2147483647) % below;
  const say = (word, what) => writeSync(1, JSON.stringify({ word, ...what }) + "\\n");
  const does = async (what, work) => {
    say("tries", what);
    say("did", { ...what, ...await work() });
  };
  const { id: webinar } = await call("POST", "/users/grace@example.com/webinars", { topic: name, settings: { approval_type: 0 } });
  say("did", { kind: "webinar", webinar, key: String(webinar), value: "there" });
  const at = "/webinars/" + webinar;
  const people = [];
  for (let turn = 0; ; turn++) {
    const person = people[random(people.length || 1)];
    const choice = random(10);
    const email = name + turn + "@example.com";
    if (choice < 5 || person === undefined) {
      await does({ kind: "registrant", webinar, key: email, value: "approved" }, async () =>
        void (await call("POST", at + "/registrants", { email, first_name: name })) ?? { });
      people.push({ email, decisions: 0 });
    } else if (choice < 7 && person.decisions < 9) {
      person.decisions += 1;
      const action = person.decisions % 2 === 1 ? "deny" : "approve";
      await does({ kind: "registrant", webinar, key: person.email, value: action === "deny" ? "denied" : "approved" }, async () =>
        void (await call("PUT", at + "/registrants/status", { action, registrants: [{ email: person.email }] })) ?? { });
    } else if (choice < 9) {
      await does({ kind: "panelist", webinar, key: email, value: "there" }, async () =>
        void (await call("POST", at + "/panelists", { panelists: [{ name, email }] })) ?? { });
    } else {
      await does({ kind: "field", key: name + turn, value: "there" }, async () =>
        void (await call("POST", "/tracking_fields", { field: name + turn })) ?? { });
    }
  }
`;

interface Said {
  word: "tries" | "did";
  kind: "webinar" | "registrant" | "panelist" | "field";
  webinar?: number;
  key: string;
  value: string;
}

const nameOf = ({ kind, webinar, key }: Said) => [kind, webinar ?? "", key].join(" ");

/** Starts a process, kills it once it has said so much, and returns all that it said. By words and not by time: a slow machine gets as far in one life. */
const runUntilKilled = (folder: string, name: string, seed: number, words: number) =>
  new Promise<Said[]>((resolve) => {
    const entry = new URL("../../dist/index.js", import.meta.url).href;
    const child = spawn(process.execPath, ["--input-type=module", "-e", CHILD, entry, folder, name, String(seed)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said: Said[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(JSON.parse(line));
      if (said.length === words) setTimeout(() => child.kill("SIGKILL"), words % 10);
    });
    child.on("close", () => resolve(said));
  });

/** Everything that a state holds of what the processes write, by name. */
const contentOf = (state: EmulatorState): Map<string, string> => {
  const found = new Map<string, string>();
  for (const { field } of state.trackingFields) found.set(`field  ${field}`, "there");
  for (const { id, registrants, panelists } of Object.values(state.webinars)) {
    found.set(`webinar ${id} ${id}`, "there");
    for (const { email, status } of registrants) found.set(`registrant ${id} ${email}`, status);
    for (const { email } of panelists) found.set(`panelist ${id} ${email}`, "there");
  }
  return found;
};

test(
  `two processes on one folder, killed at random: of ${WRITES} writes none that was acknowledged is lost`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "zoom-emulator-"));
    const expected = new Map<string, string[]>();
    let done = 0;
    let kills = 0;
    const work = async (name: string, firstSeed: number) => {
      for (let round = 0; done < WRITES; round++) {
        const seed = firstSeed + round * 7919;
        const said = await runUntilKilled(folder, `${name}${round}x`, seed, 20 + (seed % 400));
        kills += 1;
        for (const one of said) {
          if (one.word === "did") {
            done += 1;
            expected.set(nameOf(one), [one.value]);
          } else {
            // not acknowledged yet: the old value, or the new one
            expected.set(nameOf(one), [...(expected.get(nameOf(one)) ?? ["nothing"]), one.value]);
          }
        }
        await openStoredEmulator({ folder }); // it loads after each kill
      }
    };
    await Promise.all([work("alma", 17), work("bert", 40_503)]);

    const emulator = await openStoredEmulator({ folder });
    const content = contentOf(await emulator.state.snapshot());
    const lost = [...expected].filter(([name, values]) => !values.includes(content.get(name) ?? "nothing"));
    expect(lost).toEqual([]);
    expect(done).toBeGreaterThanOrEqual(WRITES);
    expect(kills).toBeGreaterThan(2);
    await emulator.controls.advanceClock(1);
    expect(await readdir(folder)).toEqual(["zoom-emulator.json"]); // also what killed writers left is gone
  },
  WRITES > 1000 ? 1_800_000 : 90_000,
);
