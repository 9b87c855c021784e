import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { profileStore } from "@zoom-webinar/auth";
import { fileStore, InputError, type VirtualClock, virtualClock } from "@zoom-webinar/foundation";
import { connect, type ZoomWebinar } from "@zoom-webinar/webinar-core";
import { DEMO_CREDENTIALS, type Emulator, openStoredEmulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../doors.ts";

const HERE = join(ROOT, "tools/acceptance/src/upgrade");
/** One folder for each release that was made, by make-state.mjs. */
const RELEASES = readdirSync(HERE).filter((name) => name.startsWith("release-"));
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Made {
  at: number;
  webinar_id: string;
  spent: string;
  unspent: string;
  juan: { webinar_id: string; registrants: string[] };
  kim: { webinar_id: string; registrants: string[] };
  lost: { webinar_id: string; email: string; first_name: string };
  import_id: string;
}

let folder: string;
let made: Made;
let clock: VirtualClock;
let emulator: Emulator;
const open: { close(): Promise<void> }[] = [];

/** A copy with the rights that git does not keep, since files that others may read are refused. */
const copy = (release: string): void => {
  folder = mkdtempSync(join(tmpdir(), "zw-upgrade-"));
  cpSync(join(HERE, release), folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
  made = JSON.parse(readFileSync(join(folder, "made.json"), "utf8")) as Made;
  clock = virtualClock(made.at + MINUTE_MS);
};
const openWorld = async (): Promise<void> => {
  emulator = await openStoredEmulator({ folder: join(folder, "emulator"), clock, rateLimits: false });
  open.push(emulator);
};
const session = async (safety: "confirm" | "trusted"): Promise<ZoomWebinar> => {
  const stateFolder = join(folder, "state");
  const zoom = await connect({
    clock,
    send: emulator.send,
    store: fileStore({ folder: stateFolder, clock }),
    stateFolder,
    credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS },
    pace: false,
    safety,
  });
  open.push(zoom);
  return zoom;
};
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(RELEASES)("what %s left", (release) => {
  beforeEach(async () => {
    copy(release);
    await openWorld();
  });

  it("are sign-ins that are still known", async () => {
    const profiles = await profileStore(fileStore({ folder: join(folder, "config"), clock })).list();
    expect(profiles.get("default")).toMatchObject({ kind: "server-to-server", clientSecret: DEMO_CREDENTIALS.clientSecret });
    expect(profiles.get("ada")).toMatchObject({ kind: "user", refreshToken: "kept-refresh-token", user: { email: "ada@example.com" } });
  });

  it("is a token that is still used", async () => {
    const zoom = await session("trusted");
    expect((await zoom.users.list({})).users.length).toBeGreaterThan(0);
    expect(emulator.requests().filter(({ path }) => path.startsWith("/oauth/"))).toEqual([]);
  });

  it("are confirmations: a spent one stays spent, an open one counts once", async () => {
    const zoom = await session("confirm");
    // Both people are approved by the time of their second call, which has nothing to do and sends nothing.
    expect(await zoom.registrants.approve(made.juan, { confirmToken: made.spent })).toMatchObject({ results: [{ outcome: "skipped" }] });
    await expect(zoom.registrants.approve(made.kim, { confirmToken: made.spent })).rejects.toMatchObject({ code: "confirmation_required" });
    await zoom.registrants.approve(made.kim, { confirmToken: made.unspent });
    emulator.expectRequest("PUT /webinars/{webinarId}/registrants/status", 1);
    expect(await zoom.registrants.approve(made.kim, { confirmToken: made.unspent })).toMatchObject({ results: [{ outcome: "skipped" }] });
    emulator.expectRequest("PUT /webinars/{webinarId}/registrants/status", 1);
  });

  it("is a write without an answer, which is found and not done twice", async () => {
    const zoom = await session("trusted");
    expect(await zoom.registrants.add(made.lost)).toMatchObject({ email: made.lost.email });
    emulator.expectRequest("POST /webinars/{webinarId}/registrants", 0);
  });

  it("is an import that goes on where it was stopped", async () => {
    clock.advance(DAY_MS);
    const zoom = await session("trusted");
    const done = await zoom.registrants.import({ webinar_id: made.webinar_id, import_id: made.import_id, resume: true });
    expect(done).toMatchObject({ complete: true, counts: { unknown: 0, failed: 0 } });
    expect(done.stopped ?? null).toBeNull();
    const people = (await emulator.state.registrants(made.webinar_id)).map(({ email }) => email);
    for (const name of ["ida", "ole", "una"]) expect(people.filter((email) => email === `${name}@example.com`)).toHaveLength(1);
  });

  it("is an export that gives only what changed since", async () => {
    const zoom = await session("trusted");
    await zoom.registrants.add({ webinar_id: made.webinar_id, email: "new@example.com", first_name: "New" });
    const file = join(folder, "changed.csv");
    const { written } = await zoom.exports.registrants({ webinar_id: made.webinar_id, file, cursor: "crm" });
    const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
    expect([written, rows.length]).toEqual([1, 1]);
    expect(rows[0]).toContain("new@example.com");
    // This release had no topic in the registrants of one webinar: its rows still count as the same.
    expect(rows[0]).toContain(",Kept,");
  });

  it("is a world with its people, mails and snapshots", async () => {
    expect(await emulator.state.registrants(made.webinar_id)).toHaveLength(4);
    expect((await emulator.mailLog()).map(({ kind, to }) => `${kind} ${to}`)).toContain("approved juan@example.com");
    await emulator.controls.restoreSnapshot("before-the-loss");
    expect(await emulator.state.registrants(made.webinar_id)).toHaveLength(2);
  });
});

/** Everything in a folder, with its contents. */
const contentsOf = (at: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(at, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(at, name), "utf8")]),
  );

/** Makes files of a folder as a newer version might write them. */
const renew = (at: string, change: (text: string) => string): number => {
  const names = readdirSync(join(folder, at), { recursive: true, encoding: "utf8" }).filter((name) => /\.jsonl?$/.test(name));
  for (const name of names) writeFileSync(join(folder, at, name), change(readFileSync(join(folder, at, name), "utf8")));
  return names.length;
};
const newerEntry = (text: string) => JSON.stringify({ ...JSON.parse(text), format: 99, what: { is: "new" } });
/** A line of a journal: its length in bytes, its checksum, its JSON. */
const toLine = (event: object): string => {
  const json = JSON.stringify(event);
  return `${Buffer.byteLength(json)} ${crc32(json).toString(16).padStart(8, "0")} ${json}\n`;
};
const newerHead = (text: string) => {
  const [head = "", ...rest] = text.split("\n");
  const json = head.slice(head.indexOf("{"));
  return json.startsWith('{"t":"head"') ? `${toLine({ ...JSON.parse(json), v: 99 })}${rest.join("\n")}` : text;
};

describe("what a newer version left is refused, and stays as it is", () => {
  beforeEach(() => copy(RELEASES.at(-1) ?? ""));

  /** What is made newer, and everything that might read it or write over it. */
  const CASES: readonly (readonly [string, string, (text: string) => string, readonly (() => Promise<unknown>)[]])[] = [
    [
      "sign-ins",
      "config",
      newerEntry,
      [
        () => profileStore(fileStore({ folder: join(folder, "config"), clock })).list(),
        () => profileStore(fileStore({ folder: join(folder, "config"), clock })).remove("default"),
        () => fileStore({ folder: join(folder, "config"), clock }).set("profiles", "{}"),
        () => fileStore({ folder: join(folder, "config"), clock }).delete("profiles"),
      ],
    ],
    [
      "tokens, confirmations and writes without an answer",
      "state",
      (text) => (text.startsWith("{") ? newerEntry(text) : text),
      [
        async () => (await session("trusted")).users.list({}),
        async () => (await session("confirm")).registrants.approve(made.kim, { confirmToken: made.unspent }),
        async () => (await session("trusted")).registrants.add(made.lost),
      ],
    ],
    [
      "imports",
      "state/imports",
      newerHead,
      [async () => (await session("trusted")).registrants.import({ webinar_id: made.webinar_id, import_id: made.import_id, resume: true })],
    ],
    [
      "cursors of exports",
      "state/exports",
      newerHead,
      [async () => (await session("trusted")).exports.registrants({ webinar_id: made.webinar_id, file: join(folder, "x.csv"), cursor: "crm" })],
    ],
  ];

  it.each(CASES)("%s", async (_name, at, change, attempts) => {
    await openWorld();
    expect(renew(at, change)).toBeGreaterThan(0);
    const before = contentsOf(join(folder, at));
    for (const attempt of attempts) {
      const error = await attempt().then(
        () => "no error",
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(InputError);
      expect(String(error)).toMatch(/written by a newer version of zoom-webinar \(format 99, this one knows 1\)/);
      expect(contentsOf(join(folder, at))).toEqual(before);
    }
    expect(emulator.requests().filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("the emulator's world and its snapshots", async () => {
    expect(renew("emulator", (text) => JSON.stringify({ ...JSON.parse(text), version: 99 }))).toBe(2);
    const before = contentsOf(join(folder, "emulator"));
    await expect(openWorld()).rejects.toThrow("written by a newer version of zoom-webinar (format 99");
    expect(contentsOf(join(folder, "emulator"))).toEqual(before);
  });
});
