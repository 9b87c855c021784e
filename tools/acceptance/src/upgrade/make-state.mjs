#!/usr/bin/env node
// Makes a folder of everything that this release leaves on a machine, for the releases that come after it to read:
//   node tools/acceptance/src/upgrade/make-state.mjs tools/acceptance/src/upgrade/release-0.1
// Run it once for each release, with a folder of its own, and keep the folder as it is.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { profileStore } from "@zoom-webinar/auth";
import { fileStore, virtualClock } from "@zoom-webinar/foundation";
import { connect } from "@zoom-webinar/webinar-core";
import { DEMO_CREDENTIALS, openStoredEmulator } from "@zoom-webinar/zoom-emulator";

const WEBINAR = "95312345678";
const waiting = (name) => ({ email: `${name}@example.com`, first_name: name, status: "pending" });
/** Small, since it is kept. */
const WORLD = {
  webinars: [{ id: Number(WEBINAR), topic: "Kept", starts: "+30d", registration: "manual", registrants: ["juan", "kim"].map(waiting) }],
};
/** Exports and results go here: their paths are in the state, and must be nobody's. */
const ELSEWHERE = "/tmp/zoom-webinar-release-state";

const folder = resolve(process.argv[2] ?? "");
await rm(folder, { recursive: true, force: true });
await rm(ELSEWHERE, { recursive: true, force: true });
await mkdir(ELSEWHERE, { recursive: true });

const clock = virtualClock();
const emulator = await openStoredEmulator({ folder: join(folder, "emulator"), world: WORLD, clock, rateLimits: false });
const { controls } = emulator;
const stateFolder = join(folder, "state");
let limitAfterOne = () => {};
const options = {
  clock,
  send: (request) => {
    if (request.method === "POST" && request.url.includes("/registrants")) limitAfterOne();
    return emulator.send(request);
  },
  store: fileStore({ folder: stateFolder, clock }),
  stateFolder,
  credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS },
  pace: false,
};
const open = (safety) => connect({ ...options, safety });
const asked = async (work) => {
  try {
    await work();
  } catch (error) {
    if (error.code === "confirmation_required") return error.details.confirm_token;
    throw error;
  }
  throw new Error("nothing was asked");
};
const fails = async (work, code) => {
  const error = await work().then(
    () => null,
    (thrown) => thrown,
  );
  if (error?.code !== code) throw new Error(`expected ${code}, got ${error?.code ?? "success"}: ${error?.message}`);
};

// Two sign-ins.
const profiles = profileStore(fileStore({ folder: join(folder, "config"), clock }));
const createdAt = new Date(clock.now()).toISOString();
await profiles.put("default", { kind: "server-to-server", ...DEMO_CREDENTIALS, createdAt });
const user = { id: "user-of-an-example", email: "ada@example.com" };
await profiles.put("ada", { kind: "user", clientId: "demo-client", signInId: "sign-in-1", refreshToken: "kept-refresh-token", user, createdAt });

// A confirmation that was spent, and one that was not yet.
const careful = await open("confirm");
const juan = { webinar_id: WEBINAR, registrants: ["juan@example.com"] };
const kim = { webinar_id: WEBINAR, registrants: ["kim@example.com"] };
const spent = await asked(() => careful.registrants.approve(juan));
await careful.registrants.approve(juan, { confirmToken: spent });
const unspent = await asked(() => careful.registrants.approve(kim));

// Something that Zoom did, and whose answer was lost with every look at it.
const zoom = await open("trusted");
await controls.saveSnapshot("before-the-loss");
controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/registrants" });
controls.addFault({ kind: "status", status: 403, endpoint: "GET /webinars/{webinarId}/registrants", times: 50 });
const lost = { webinar_id: WEBINAR, email: "lost@example.com", first_name: "Lost" };
await fails(() => zoom.registrants.add(lost), "ambiguous");
controls.clearFaults();

// An import that the day's limit stopped after one of three.
let left = 1;
limitAfterOne = () => {
  if (left-- === 0) controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
};
const rows = ["ida", "ole", "una"].map((name) => ({ email: `${name}@example.com`, first_name: name }));
const { import_id, complete } = await zoom.registrants.import({
  webinar_id: WEBINAR,
  rows,
  method: "single",
});
if (complete) throw new Error("the import was not stopped");
limitAfterOne = () => {};
controls.clearFaults();

// An export that goes on from where it was.
await zoom.exports.registrants({ webinar_id: WEBINAR, file: join(ELSEWHERE, "people.csv"), cursor: "crm" });

const made = { at: clock.now(), webinar_id: WEBINAR, spent, unspent, juan, kim, lost, import_id };
await writeFile(join(folder, "made.json"), `${JSON.stringify(made, null, 2)}\n`);
await Promise.all([careful.close(), zoom.close(), emulator.close()]);
await rm(ELSEWHERE, { recursive: true, force: true });
console.log(`kept in ${folder}`);
