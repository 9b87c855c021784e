import { cp, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { virtualClock } from "@zoom-webinar/foundation";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { expect, test } from "vitest";
import { openStoredEmulator } from "../create.ts";
import { callerOf } from "../test/probe.ts";

const FIXTURE = dataFile("emulator/state-v1.json");

test("a state of format 1 opens with everything in it, and is written as today's", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zoom-emulator-"));
  const file = join(folder, "zoom-emulator.json");
  await cp(FIXTURE, file);
  const emulator = await openStoredEmulator({ folder, clock: virtualClock() });
  expect(JSON.parse(await readFile(file, "utf8")).version).toBe(1); // a look changes nothing
  const { call } = await callerOf(emulator);

  const webinar = (await emulator.state.webinars()).find(({ topic }) => topic === "Written by version 1");
  const at = `/webinars/${webinar?.id}`;
  expect((await call("GET", `${at}/registrants`)).body.registrants[0]).toMatchObject({ email: "pat@example.com", status: "approved" });
  expect(webinar?.session).toMatchObject({ participants: [] }); // it was on air
  expect((await call("PUT", `${at}/status`, { action: "end" })).status).toBe(204);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ version: 2, templates: [], account: { off: ["simulive"] } });
  for (const { id } of await emulator.state.webinars()) expect((await call("GET", `/webinars/${id}`)).status).toBe(200);
});
