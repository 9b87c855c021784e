import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { virtualClock } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { openStoredEmulator } from "../create.ts";
import { askToken, callerOf, planWebinar } from "../test/probe.ts";

const newFolder = () => mkdtemp(join(tmpdir(), "zoom-emulator-"));
const fileIn = (folder: string) => join(folder, "zoom-emulator.json");

test("keeps its world between openings, private to its owner", async () => {
  const folder = join(await newFolder(), "deeper", "state");
  const clock = virtualClock();
  const first = await openStoredEmulator({ folder, clock });
  const { call } = await callerOf(first);
  const { id } = await planWebinar(call);
  await call("POST", `/webinars/${id}/registrants`, { email: "pat@example.com", first_name: "Pat" });

  const second = await openStoredEmulator({ folder, clock, seed: "ignored", world: "empty" });
  const again = await callerOf(second);
  expect((await again.call("GET", `/webinars/${id}/registrants`)).body.total_records).toBe(1);
  expect(await second.mailLog()).toHaveLength(1);
  expect((await second.state.webinars()).length).toBe(4);
  if (process.platform !== "win32") expect((await stat(fileIn(folder))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["zoom-emulator.json"]);
});

test("a token of one process is good in another, which also sees its clock moved", async () => {
  const folder = await newFolder();
  const clock = virtualClock();
  const first = await openStoredEmulator({ folder, clock });
  const second = await openStoredEmulator({ folder, clock });
  const { call } = await callerOf(first);
  await second.controls.advanceClock(3_600_000);
  expect((await call("GET", "/users")).status).toBe(401);
  expect((await first.state.summary()).now).toBe("2027-01-15T13:00:00Z");
});

test("reading changes no file", async () => {
  const folder = await newFolder();
  const emulator = await openStoredEmulator({ folder, clock: virtualClock() });
  const { mtimeMs } = await stat(fileIn(folder));
  const { call } = await callerOf(emulator);
  await call("GET", "/users");
  await emulator.mailLog();
  expect((await stat(fileIn(folder))).mtimeMs).toBe(mtimeMs);
});

test.each([
  ["damaged", '{"version":1,"users":[', "cannot be read"],
  ["empty", "", "cannot be read"],
  ["something else", '{"hello":"world"}', "cannot be read"],
  ["newer", '{"version":3}', "written by a newer version of zoom-webinar (format 3, this one knows 2)"],
])("a file that is %s is an error with a way out, and stays as it is", async (_name, text, message) => {
  const folder = await newFolder();
  await writeFile(fileIn(folder), text);
  const opening = openStoredEmulator({ folder });
  await expect(opening).rejects.toMatchObject({ code: "input_invalid", hint: expect.stringMatching(/move the file away/i) });
  await expect(opening).rejects.toThrow(message);
  expect(await readFile(fileIn(folder), "utf8")).toBe(text);
});

test("reset puts a fresh world in the file, but not over one that it cannot read", async () => {
  const folder = await newFolder();
  const emulator = await openStoredEmulator({ folder, clock: virtualClock() });
  await planWebinar((await callerOf(emulator)).call);
  await emulator.controls.reset();
  expect(await emulator.state.webinars()).toHaveLength(3);
  await writeFile(fileIn(folder), "torn");
  await expect(emulator.controls.reset()).rejects.toThrow("cannot be read");
});

test("calls of one process at once lose nothing", async () => {
  const emulator = await openStoredEmulator({ folder: await newFolder(), clock: virtualClock(), world: "empty", rateLimits: false });
  const { access_token } = (await askToken(emulator)).body;
  const create = () =>
    emulator.send({
      method: "POST",
      url: "https://api.zoom.us/v2/users/ada@example.com/webinars",
      headers: { authorization: `Bearer ${access_token}` },
      body: "{}",
    });
  const statuses = (await Promise.all(Array.from({ length: 40 }, create))).map(({ status }) => status);
  expect(statuses).toEqual(Array.from({ length: 40 }, () => 201));
  expect(await emulator.state.webinars()).toHaveLength(40);
});

/** A process of its own, which signs up people one after the other. It runs what was built: Node does not load our sources. */
const CHILD = `
  const [entry, folder, name, count, webinar] = process.argv.slice(1);
  const { openStoredEmulator } = await import(entry);
  const emulator = await openStoredEmulator({ folder, rateLimits: false });
  const token = JSON.parse((await emulator.send({ method: "POST", url: "https://zoom.us/oauth/token?grant_type=account_credentials&account_id=a",
    headers: { authorization: "Basic " + btoa("any:thing") } })).text).access_token;
  for (let index = 0; index < Number(count); index++) {
    const { status, text } = await emulator.send({ method: "POST", url: "https://api.zoom.us/v2/webinars/" + webinar + "/registrants",
      headers: { authorization: "Bearer " + token }, body: JSON.stringify({ email: name + index + "@example.com", first_name: name }) });
    if (status !== 201) throw new Error(text);
  }
`;

const runChild = (folder: string, name: string, count: number, webinar: number) =>
  new Promise<number | null>((resolve) => {
    const entry = new URL("../../dist/index.js", import.meta.url).href;
    spawn(process.execPath, ["--input-type=module", "-e", CHILD, entry, folder, name, String(count), String(webinar)], { stdio: "inherit" }).on(
      "exit",
      resolve,
    );
  });

test("what another writes is seen, though what was read last is kept", async () => {
  const folder = await newFolder();
  const clock = virtualClock();
  const [one, two] = [await openStoredEmulator({ folder, clock }), await openStoredEmulator({ folder, clock })];
  for (let index = 0; index < 5; index++) {
    const { id } = await planWebinar((await callerOf(index % 2 === 0 ? one : two)).call);
    expect((await one.state.webinars()).length).toBe(4 + index);
    expect((await two.state.webinar(id))?.id).toBe(id);
  }
});

test("several processes at once lose nothing", async () => {
  const folder = await newFolder();
  const emulator = await openStoredEmulator({ folder, clock: virtualClock(Date.now()) });
  const { id } = await planWebinar((await callerOf(emulator)).call, { start_time: undefined });
  const codes = await Promise.all(["alma", "bert", "cleo", "dirk"].map((name) => runChild(folder, name, 25, id)));
  expect(codes).toEqual([0, 0, 0, 0]);
  const registrants = await emulator.state.registrants(id);
  expect(registrants).toHaveLength(100);
  expect(new Set(registrants.map((registrant) => registrant.id)).size).toBe(100);
  expect(await emulator.mailLog()).toHaveLength(100);
  expect(await readdir(folder)).toEqual(["zoom-emulator.json"]);
});

test("processes that open a new folder at once agree on one world", async () => {
  const folder = await newFolder();
  const opened = await Promise.all(Array.from({ length: 5 }, () => openStoredEmulator({ folder })));
  const worlds = await Promise.all(opened.map(async (emulator) => JSON.stringify(await emulator.state.snapshot())));
  expect(new Set(worlds).size).toBe(1);
});
