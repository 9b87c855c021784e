import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSession } from "@zoom-webinar/webinar-core/doors";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { createEmulator, DEMO_CREDENTIALS, type Emulator, type EmulatorOptions } from "@zoom-webinar/zoom-emulator";
import { afterAll, describe, expect, it } from "vitest";
import { type CliResult, cliOf, type TestOptions } from "../test/run-cli.ts";

const ends: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(ends.map((end) => end())));

const APP = { account_id: "acc-1", client_id: "client-1", client_secret: "canary-client-secret" };

interface SetUp {
  zoom: Emulator;
  home: string;
  env: Record<string, string>;
  run(line: string, overrides?: Partial<TestOptions>): Promise<CliResult>;
  json(line: string, overrides?: Partial<TestOptions>): Promise<Record<string, unknown>>;
  /** Signs in as the browser would, once the link is shown. */
  signIn(line: string, overrides?: Partial<TestOptions>): Promise<CliResult>;
}

/** A home of one's own, and an emulator on a port of this machine in the place of Zoom. */
const setUp = async (options: EmulatorOptions = {}): Promise<SetUp> => {
  const home = await mkdtemp(join(tmpdir(), "zw-auth-"));
  const zoom = createEmulator({ rateLimits: false, ...options });
  const { url } = await zoom.listen();
  ends.push(
    () => rm(home, { recursive: true }),
    () => zoom.close(),
  );
  const env = { ZOOM_WEBINAR_HOME: home, ZOOM_API_BASE_URL: `${url}/v2`, ZOOM_OAUTH_BASE_URL: url };
  const cli = cliOf({ catalog: manifest, env, openSession });
  const run: SetUp["run"] = (line, overrides) => cli(line, overrides);
  return {
    zoom,
    home,
    env,
    run,
    json: async (line, overrides) => {
      const { code, stdout, stderr } = await run(`${line} --json`, overrides);
      expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
      return JSON.parse(stdout);
    },
    signIn: (line, overrides) =>
      run(line, {
        ...overrides,
        onStderr: (text) => {
          const link = /^http\S+\/oauth\/authorize\S+$/m.exec(text)?.[0];
          if (link !== undefined) void fetch(link);
        },
      }),
  };
};

/** Every byte of every file below a folder. */
const filesOf = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(names.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")));
  return texts.join("\n");
};

describe("auth", () => {
  it("keeps an app once Zoom took it, uses it, and forgets it", async () => {
    const { run, json, home, zoom } = await setUp();
    expect(await json("auth login --server-to-server --stdin", { stdin: JSON.stringify(APP) })).toMatchObject({
      profile: "default",
      account_id: "acc-1",
      next: "zoom-webinar doctor",
    });
    const [file = ""] = await readdir(join(home, "config"));
    expect((await stat(join(home, "config", file))).mode & 0o777).toBe(0o600);
    expect(await json("auth status")).toMatchObject({ state: "valid", credentials_from: "profile default", profile: "default" });
    expect(await json("users list")).toMatchObject({ total_records: 3 });
    expect(await json("auth status")).toMatchObject({ state: "valid" });
    const before = zoom.requests().length;
    expect(await json("auth refresh")).toMatchObject({ state: "valid", minutes_left: 59 });
    expect(zoom.requests().length).toBe(before + 1);
    expect(await json("auth list")).toMatchObject({ profiles: [{ name: "default", kind: "server-to-server", account_id: "acc-1" }] });
    expect(await json("auth logout")).toEqual({ profile: "default", removed: true, revoked: true, reason: null });
    expect(await run("auth status")).toMatchObject({ code: 4, stdout: "", stderr: expect.stringContaining("zoom-webinar auth login") });
    expect(await run("auth logout")).toMatchObject({ code: 4, stderr: expect.stringContaining('no profile called "default"') });
  });

  it("keeps nothing that Zoom refuses", async () => {
    const { run, json } = await setUp({ strictAuth: true });
    const refused = await run("auth login --server-to-server --stdin", { stdin: JSON.stringify(APP) });
    expect(refused).toMatchObject({ code: 4, stdout: "", stderr: expect.stringContaining("Invalid client_id or client_secret") });
    expect(await json("auth list")).toEqual({ profiles: [] });
  });

  it("names the place of what Zoom refuses: the JSON, a flag, a profile, or the variables", async () => {
    const { run, env: home } = await setUp({ strictAuth: true });
    const stdin = JSON.stringify(APP);
    const hintOf = async (line: string, overrides?: Partial<TestOptions>) => (await run(line, overrides)).stderr.split("hint: ")[1];
    const login = "auth login --server-to-server --stdin";
    expect(await hintOf(login, { stdin })).toContain("Check client_id and client_secret in the JSON of --stdin, and");
    expect(await hintOf(`${login} --client-id x`, { stdin })).toContain(
      "Check client_id or --client-id and client_secret in the JSON of --stdin, and",
    );
    const { accountId: account_id, clientId: client_id, clientSecret: client_secret } = DEMO_CREDENTIALS;
    expect(await hintOf(login, { stdin: JSON.stringify({ account_id: "other", client_id, client_secret }) })).toContain(
      "Check account_id in the JSON of --stdin, and",
    );
    const env = { ZOOM_ACCOUNT_ID: account_id, ZOOM_CLIENT_ID: client_id, ZOOM_CLIENT_SECRET: "wrong" };
    expect(await hintOf("users list", { env: { ...home, ...env } })).toContain("Check ZOOM_CLIENT_ID and");
  });

  it("signs a person in by browser, who is `me`, renews and signs out", async () => {
    const { signIn, json, zoom, home } = await setUp();
    const { code, stdout, stderr } = await signIn("auth login --profile ada --client-id public-app --no-browser --json");
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/redirect_uri=http%3A%2F%2F127\.0\.0\.1%3A\d+%2Fcallback&state=/),
    });
    expect(JSON.parse(stdout)).toMatchObject({ profile: "ada", kind: "user", user: "ada@example.com" });
    // Whoever they name, their own e-mail goes to Zoom as `me`.
    await json("webinars list --user-id ada@example.com --profile ada");
    expect(zoom.requests().at(-1)?.path).toBe("/v2/users/me/webinars");
    expect(await json("auth refresh --profile ada")).toMatchObject({ state: "valid", user: "ada@example.com", profile: "ada" });
    const texts = await filesOf(join(home, "config"));
    expect(await json("auth refresh --profile ada")).toMatchObject({ state: "valid" });
    expect(await filesOf(join(home, "config"))).not.toBe(texts);
    expect(await json("auth logout --profile ada")).toMatchObject({ removed: true, revoked: true });
  });

  it("asks at a terminal, hides the secret, and lists the scopes for the work that was chosen", async () => {
    const { run } = await setUp();
    const shown = await run("auth login --server-to-server --for hosts,webinars.list --account-id acc-1 --client-id c-1", {
      columns: 100,
      keys: "canary-typed-secret\r",
      question: "Client secret",
    });
    expect(shown.code).toBe(0);
    expect(shown.stderr).toContain(
      "     user:read:list_users:admin\n     user:read:user:admin\n     webinar:read:list_webinars:admin\n     webinar:read:webinar:admin\n3.",
    );
    expect(shown.stdout + shown.stderr).not.toContain("canary");
  });

  it("wraps what it says at words on a terminal, and leaves the link whole", async () => {
    const { signIn } = await setUp();
    const { code, stderr } = await signIn("auth login --client-id public-app --for hosts --no-browser", { columns: 60 });
    expect(code).toBe(0);
    const lines = stderr.split("\n");
    expect(lines.filter((line) => line.length > 60)).toEqual([expect.stringMatching(/^http\S+\/oauth\/authorize\S+&code_challenge_method=S256$/)]);
    expect(lines.join(" ")).toMatch(/ for public clients \(PKCE, no secret\)\. /);
  });

  it("takes --profile over variables, variables over ZOOM_PROFILE, and that over the default", async () => {
    const { json, env } = await setUp();
    for (const name of ["default", "prod", "test"]) {
      await json(`auth login --server-to-server --stdin --profile ${name}`, { stdin: JSON.stringify({ ...APP, account_id: `acc-${name}` }) });
    }
    const from = async (line: string, more: Record<string, string> = {}) =>
      (await json(`auth status ${line}`, { env: { ...env, ...more } })).account_id;
    const variables = { ZOOM_ACCOUNT_ID: "acc-env", ZOOM_CLIENT_ID: "c", ZOOM_CLIENT_SECRET: "canary-env-secret" };
    expect(await from("")).toBe("acc-default");
    expect(await from("", { ZOOM_PROFILE: "test" })).toBe("acc-test");
    expect(await from("", { ZOOM_PROFILE: "test", ...variables })).toBe("acc-env");
    expect(await from("--profile prod", { ZOOM_PROFILE: "test", ...variables })).toBe("acc-prod");
  });

  it.each([
    ["auth", 2, "Usage: zoom-webinar auth <verb> [flags]"],
    ["auth lgoin", 2, "did you mean login?"],
    ["auth login --server-to-server", 2, "There is no terminal in which to ask for account_id, client_id, client_secret"],
    ["auth login --emulator", 2, "needs no sign-in"],
    ["auth login --profile Prod --client-id x", 2, "profile: expected a name"],
    ["auth login --client-id x --timeout 0", 2, '--timeout: expected a whole number from 1 to 3600, got "0"'],
    ["auth login --client-id x --timeout 1 --no-browser", 4, "Nobody agreed on Zoom's page within 1 seconds"],
    ["users list --profile nobody", 4, 'There is no profile called "nobody"'],
  ])("%s", async (line, code, message) => {
    const { run } = await setUp();
    expect(await run(line)).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(message) });
  });

  it("says without a terminal which whole command takes the values, and what is wrong with them", async () => {
    const { run } = await setUp();
    const said = async (line: string, value?: unknown) => (await run(line, value === undefined ? {} : { stdin: JSON.stringify(value) })).stderr;
    expect(await said("auth login --server-to-server")).toContain(
      "hint: Pipe them in: … | zoom-webinar auth login --server-to-server --stdin, as JSON with account_id, client_id, client_secret.\n",
    );
    expect(await said("auth login")).toContain("hint: Pipe them in: … | zoom-webinar auth login --stdin, as JSON with client_id.\n");
    expect(await said("auth login --stdin", APP)).toBe(
      "error: --stdin: unknown field account_id; the fields are client_id, client_secret\nhint: An app that acts for the whole account signs in with zoom-webinar auth login --server-to-server --stdin.\n",
    );
    expect(await said("auth login --server-to-server --stdin", { ...APP, client_secret: undefined })).toBe("error: client_secret: is missing\n");
  });

  it.each([
    '{"client_secret":"canary-x","clientsecret":"canary-y"}',
    "canary-not-json",
    '{"account_id":"a b","client_id":"c","client_secret":"canary-z"}',
  ])("does not repeat what stdin held: %s", async (stdin) => {
    const { run } = await setUp();
    const { code, stderr } = await run("auth login --server-to-server --stdin", { stdin });
    expect(code).toBe(2);
    expect(stderr).not.toContain("canary");
  });
});

describe("auth status", () => {
  it("counts the scopes for a person, and lists them for a program", async () => {
    const scopes = ["user:read:list_users:admin", "user:read:user:admin"];
    const { run, json } = await setUp({ scopes });
    await json("auth login --server-to-server --stdin", { stdin: JSON.stringify(APP) });
    const { stdout, stderr } = await run("auth status");
    expect(stdout).toMatch(/account_id +\S/);
    expect(stdout).not.toContain("user:read");
    expect(stderr).toContain("2 scopes are granted: --json lists them, and zoom-webinar doctor says");
    expect(await json("auth status")).toMatchObject({ scopes });
  });
});

describe("doctor", () => {
  it.each(["", " --reveal host", " --safety read-only"])("has nothing against an app with the scopes that auth login prints%s", async (bounds) => {
    const work = `--for hosts,plan,prepare,register,run,results,quality${bounds}`;
    const signIn = `auth login --server-to-server --stdin ${work}`;
    const stdin = JSON.stringify(APP);
    const { stderr } = await (await setUp()).run(signIn, { stdin });
    const scopes = [...stderr.matchAll(/^ {5}(\S+:\S+)$/gm)].flatMap(([, scope]) => scope ?? []);
    expect(scopes.length).toBeGreaterThan(20);
    const { run } = await setUp({ scopes });
    await run(signIn, { stdin });
    expect((await run(`doctor ${work}`)).stdout).toMatch(/ok {7}scopes: All scopes for the \d+ operations in use, and no others\n/);
  });

  it("ends with the code of the worst finding, in text and as JSON, and shows nothing secret", async () => {
    const { run, json } = await setUp({ scopes: ["user:read:list_users:admin", "user:read:user:admin"] });
    expect(await run("doctor")).toMatchObject({ code: 4, stdout: expect.stringContaining("error    credentials: No Zoom credentials were found\n") });
    await json("auth login --server-to-server --stdin", { stdin: JSON.stringify(APP) });
    const { code, stdout } = await run("doctor --for register --json");
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({ severity: "error", code: "scope_missing" });
    expect(stdout).not.toContain("canary");
    expect((await run("doctor")).code).toBe(7);
    expect((await run("doctor --for users.list")).stdout).toContain("ok       scopes: All scopes for the 1 operation in use, and no others\n");
  });
});

it("ends auth refresh and doctor if the sign-in service answers a byte at a time", async () => {
  const slow = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), 20);
    response.once("close", () => clearInterval(drip));
  });
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  const { port } = slow.address() as AddressInfo;
  ends.push(() => new Promise((resolve) => slow.close(resolve)));
  const { env } = await setUp();
  const from = {
    ...env,
    ZOOM_OAUTH_BASE_URL: `http://127.0.0.1:${port}`,
    ZOOM_ACCOUNT_ID: "a",
    ZOOM_CLIENT_ID: "c",
    ZOOM_CLIENT_SECRET: "canary-drip",
  };
  const soon: TestOptions["openSession"] = (options) => openSession({ ...options, tokenDeadlineMs: 100 });
  const cli = cliOf({ catalog: manifest, env: from, openSession: soon });
  for (const line of ["auth refresh --json", "doctor --json"]) {
    const { code, stdout, stderr } = await cli(line);
    expect({ code, text: stdout + stderr }).toMatchObject({ code: 6, text: expect.stringContaining("Zoom's sign-in service (127.0.0.1") });
  }
});
