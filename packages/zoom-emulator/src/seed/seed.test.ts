import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { virtualClock } from "@zoom-webinar/foundation";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { createEmulator, openStoredEmulator } from "../create.ts";
import { probe } from "../test/probe.ts";
import { SEED_EXAMPLE } from "./example.ts";
import { readSeed } from "./read-seed.ts";
import { readSeedFile } from "./read-seed-file.ts";
import { SEED_SCHEMA } from "./seed-schema.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zoom-emulator-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Asks with a token that a seed file names. */
const askWith = async (emulator: ReturnType<typeof createEmulator>, token: string, path: string) => {
  const answer = await emulator.send({ method: "GET", url: `https://api.zoom.us/v2${path}`, headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: answer.text === "" ? null : JSON.parse(answer.text) };
};

describe("the example", () => {
  test("is a world with its people, webinars, sign-ups and who came", async () => {
    const { emulator, call } = await probe(readSeed(SEED_EXAMPLE, "example.yaml"));
    expect(await emulator.state.summary()).toMatchObject({
      now: "2032-03-01T09:00:00Z",
      users: [
        { email: "mira@example.com", webinar_add_on: true },
        { email: "otto@example.com", webinar_add_on: false },
      ],
    });
    expect((await call("GET", "/webinars/95312345678")).body).toMatchObject({
      topic: "Product tour",
      start_time: "2032-03-08T15:00:00Z",
      timezone: "Europe/Berlin",
      settings: { approval_type: 1 },
    });
    expect((await call("GET", "/webinars/95312345678/registrants?status=pending")).body.registrants).toMatchObject([{ email: "ada@example.com" }]);
    expect((await call("GET", "/webinars/95312345678/panelists")).body.panelists).toMatchObject([{ email: "grace@example.com" }]);
    const { participants } = (await call("GET", "/report/webinars/95312345679/participants")).body;
    expect(participants.map(({ user_email, duration }: { user_email: string; duration: number }) => [user_email, duration])).toEqual([
      ["mira@example.com", 2820],
      ["ada@example.com", 1140],
      ["", 420],
      ["ada@example.com", 1380],
    ]);
    expect((await call("GET", "/past_webinars/95312345679/absentees")).body.registrants).toMatchObject([{ email: "cleo@example.com" }]);
    const series = (await emulator.state.webinars()).find(({ topic }) => topic === "Office hour");
    expect(series?.occurrences.map(({ start_time }) => start_time)).toEqual(["2032-03-03T10:00:00Z", "2032-03-10T10:00:00Z", "2032-03-17T10:00:00Z"]);
  });

  test("is refused if it is nested too deeply, before it is parsed", () => {
    for (const text of [`users:\n  ${"[".repeat(200_000)}`, `users:\n  ${"- ".repeat(200_000)}x`])
      expect(() => readSeed(text, "deep.yaml")).toThrow(/^deep\.yaml:2: it is nested more than 100 levels deep$/);
  });

  test("names every field of the file", () => {
    const commented = SEED_EXAMPLE.replaceAll(/^( *)# (?=\w+: )/gm, "$1");
    for (const name of Object.keys(SEED_SCHEMA.properties)) expect(commented).toMatch(new RegExp(`^\\s*(# )?${name}:|^# .*\\b${name}: `, "m"));
  });

  test("means the same as JSON", () => {
    expect(readSeed(JSON.stringify(parse(SEED_EXAMPLE)), "example.json")).toEqual(readSeed(SEED_EXAMPLE, "example.yaml"));
  });

  test("gives the same ids each time", async () => {
    const world = async () => JSON.stringify(await createEmulator({ ...readSeed(SEED_EXAMPLE, "a"), clock: virtualClock() }).state.snapshot());
    expect(await world()).toBe(await world());
  });
});

describe("a token of the file", () => {
  test("acts for whom it is, with its scopes only", async () => {
    const emulator = createEmulator({ ...readSeed(SEED_EXAMPLE, "example.yaml"), clock: virtualClock() });
    expect((await askWith(emulator, "token-of-the-account", "/users")).body.users).toHaveLength(2);
    expect((await askWith(emulator, "token-that-reads", "/users/me/webinars")).body.webinars).toHaveLength(3);
    expect(await askWith(emulator, "token-that-reads", "/webinars/95312345678/registrants")).toMatchObject({
      status: 400,
      body: { code: 4711, message: expect.stringContaining("webinar:read:list_registrants") },
    });
    expect(await askWith(emulator, "token-that-expired", "/users")).toMatchObject({
      status: 401,
      body: { message: expect.stringMatching(/expired/i) },
    });
    expect((await askWith(emulator, "another-token", "/users")).status).toBe(401);
    expect((await askWith(emulator, "constructor", "/users")).status).toBe(401);
  });

  test("lives on when time passes, until it is revoked", async () => {
    const emulator = createEmulator({ ...readSeed(SEED_EXAMPLE, "example.yaml"), clock: virtualClock() });
    await emulator.controls.advanceClock(86_400_000);
    await emulator.controls.expireTokens(); // those that were given out
    expect((await askWith(emulator, "token-of-the-account", "/users")).status).toBe(200);
    const headers = { authorization: `Basic ${btoa("any:app")}` };
    await emulator.send({ method: "POST", url: "https://zoom.us/oauth/revoke?token=token-of-the-account", headers });
    expect((await askWith(emulator, "token-of-the-account", "/users")).status).toBe(401);
  });

  test("outlasts the process in a stored world", async () => {
    const place = await mkdtemp(join(folder, "stored-"));
    await openStoredEmulator({ ...readSeed(SEED_EXAMPLE, "example.yaml"), folder: place });
    const again = await openStoredEmulator({ folder: place });
    expect((await askWith(again, "token-that-reads", "/webinars/95312345678")).status).toBe(200);
  });
});

test("adds to a world that the emulator has, and changes its people", async () => {
  const { emulator, call } = await probe(
    readSeed(
      stringify({
        version: 1,
        base: "demo",
        users: [{ email: "Linus@example.com", webinar_add_on: true, licensed: true }, { email: "new@example.com" }],
        webinars: [{ topic: "One more", host: "linus@example.com", starts: "+1d" }],
      }),
      "more.yaml",
    ),
  );
  const { users, webinars } = await emulator.state.summary();
  expect(users.map(({ email, webinar_add_on }) => [email, webinar_add_on])).toEqual([
    ["ada@example.com", true],
    ["grace@example.com", true],
    ["linus@example.com", true],
    ["new@example.com", true],
  ]);
  expect(webinars.map(({ topic }) => topic)).toContain("One more");
  expect((await call("GET", "/users/linus@example.com/webinars")).body.webinars).toMatchObject([{ topic: "One more" }]);
});

test("takes the settings of the file: limits, plan, switches, apps and scopes", () => {
  const app = { account_id: "a", client_id: "b", client_secret: "c" };
  const text = stringify({
    version: 1,
    id_seed: "mine",
    plan: "pro",
    rate_limits: false,
    validate: true,
    scopes: ["user:read:user:admin"],
    switches: { duplicateRegistrant: "error", listLagMs: 5 },
    apps: [app],
  });
  expect(readSeed(text, "f")).toEqual({
    world: {},
    seed: "mine",
    plan: "pro",
    rateLimits: false,
    validate: true,
    scopes: ["user:read:user:admin"],
    switches: { duplicateRegistrant: "error", listLagMs: 5 },
    strictAuth: true,
    apps: [{ accountId: "a", clientId: "b", clientSecret: "c" }],
  });
});

test("a fresh world after reset is that of the file", async () => {
  const { emulator, call } = await probe(readSeed(SEED_EXAMPLE, "example.yaml"));
  expect((await call("DELETE", "/webinars/95312345678")).status).toBe(204);
  await emulator.controls.reset();
  expect((await call("GET", "/webinars/95312345678")).status).toBe(200);
});

describe("a file at fault", () => {
  test("fifty thousand faults are refused soon, and the first twenty are named", () => {
    const startedMs = performance.now();
    const text = `version: 1\n${Array.from({ length: 50_000 }, (_, at) => `field${at}: 1\n`).join("")}`;
    const read = () => readSeed(text, "f.yaml");
    expect(read).toThrow(/^f\.yaml:2: field0: there is no such field;(.*\n){19}f\.yaml:21: field19: .*$/);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });

  test.each([
    ["version: 1\nwebinars:\n\t- topic: x", /^f\.yaml:3: /],
    ["version: 1\nusers:\n  - *nobody", /^f\.yaml:3: \*nobody stands for nothing: &nobody has to come before it$/],
    [
      `version: 1\na: &a [x, x, x]\n${"bcdefgh".replaceAll(/./g, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
      /^f\.yaml:3: the aliases repeat too much/,
    ],
    ["version: 1\nusers: []\nusers: []", /^f\.yaml:3: users stands here a second time$/],
    ["- 1", /^f\.yaml:1: expected an object with version/],
    ["", /^f\.yaml:1: expected an object/],
    ["users: []", /^f\.yaml:1: version: is missing$/],
    ["version: 2", /^f\.yaml:1: version: 2 is newer than this zoom-webinar/],
    ["version: 1\nuser: []", /^f\.yaml:2: user: there is no such field; expected one of version, base/],
    ["version: 1\nbase: demos", /^f\.yaml:2: base: expected demo, empty, conference-series, rejoins, large, got "demos"/],
    ["version: 1\nswitches: { duplicateRegistrant: twice }", /^f\.yaml:2: switches\.duplicateRegistrant: expected same, remail, error, got "twice"/],
    ["version: 1\ntokens: { 'a b': {} }", /^f\.yaml:2: tokens: "a b" is not a token: it has spaces$/],
    ["version: 1\ntokens:\n  t: { user: who@example.com }", /^f\.yaml:3: tokens\.t\.user: nobody of the account has the e-mail "who@example.com"/],
    [
      "version: 1\nusers:\n  - email: a@example.com\n  - email: a@example.com",
      /^f\.yaml:4: users\[1\]\.email: "a@example\.com" stands here a second time$/,
    ],
    [
      "version: 1\nusers:\n  - email: a@example.com\n  - email: A@Example.com",
      /^f\.yaml:4: users\[1\]\.email: "A@Example\.com" stands here a second/,
    ],
    [
      "version: 1\nwebinars:\n  - topic: T\n    starts: +1d\n    registrants:\n      - email: a@example.com\n      - email: A@example.com",
      /^f\.yaml:7: webinars\[0\]\.registrants\[1\]\.email: "A@example\.com" stands here a second time$/,
    ],
    [
      "version: 1\ntokens:\n  t:\n    scopes:\n      - nope",
      /^f\.yaml:5: tokens\.t\.scopes\[0\]: our document of Zoom's API has no scope "nope"; one reads like/,
    ],
    [
      "version: 1\nscopes:\n  - webinar:read:webinar:admin\n  - webinar:read:webinars:admin",
      /^f\.yaml:4: scopes\[1\]: our document of Zoom's API has no scope "webinar:read:/,
    ],
    ["version: 1\nwebinars:\n  - topic: T\n    starts: soon", /^f\.yaml:4: webinars\[0\]\.starts: expected an instant such as/],
    ["version: 1\nwebinars:\n  - topic: T\n    starts: +1d\n    host: who@example.com", /^f\.yaml:5: webinars\[0\]\.host: nobody/],
    ["version: 1\nwebinars:\n  - topic: T\n    starts: +1d\n    held: { minutes: 5 }", /^f\.yaml:5: webinars\[0\]\.held: it cannot be held yet/],
    [
      "version: 1\nwebinars:\n  - topic: T\n    starts: -1d\n    held:\n      minutes: 5\n      attendees:\n        - { name: A, from: 3, to: 9 }",
      /^f\.yaml:8: webinars\[0\]\.held\.attendees\[0\]: expected from < to <= 5/,
    ],
    [
      "version: 1\nwebinars:\n  - { id: 95312345678, topic: A, starts: +1d }\n  - { id: 95312345678, topic: B, starts: +1d }",
      /^f\.yaml:4: webinars\[1\]\.id: another/,
    ],
    [
      "version: 1\nwebinars:\n  - { topic: A, starts: +1d, registration: none, registrants: [{ email: a@example.com }] }",
      /^f\.yaml:3: webinars\[0\]\.registrants: nobody signs up/,
    ],
  ])("%j is named by line and field", (text, words) => {
    const error = (() => {
      try {
        readSeed(text, "f.yaml");
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ code: "input_invalid", message: expect.stringMatching(words), hint: expect.stringContaining("emulator init") });
  });

  test("scopes of the document, classic ones, and those of areas that it leaves out are no fault", () => {
    const scopes = ["webinar:read:webinar", "webinar:read:webinar:admin", "webinar:write:admin", "meeting:read:meeting:admin"];
    expect(readSeed(stringify({ version: 1, scopes, tokens: { t: { scopes } } }), "f")).toMatchObject({ scopes });
  });

  test("names each of several faults", () => {
    expect(() => readSeed("version: 1\nplan: gold\nrate_limits: 5", "f")).toThrow(/plan: .*\n.*rate_limits: expected true or false, got 5/);
  });

  test("is refused if it is not there, and a file is read", async () => {
    const file = join(folder, "seed.yaml");
    await expect(readSeedFile(file)).rejects.toThrow("cannot read");
    await writeFile(file, SEED_EXAMPLE);
    expect((await readSeedFile(file)).world.webinars).toHaveLength(3);
  });
});
