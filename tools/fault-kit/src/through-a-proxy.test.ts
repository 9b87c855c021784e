import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createEmulator, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type ConnectProxy, connectProxy } from "./connect-proxy.ts";
import { type TlsZoom, tlsZoom } from "./tls-zoom.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CLI = join(ROOT, "apps/cli/dist/main.js");
const NO_NAMES = new URL("./no-names.mjs", import.meta.url).href;
const PASSWORD = "canary-proxy-password";
const APP = { account_id: "demo-account", client_id: "demo-client", client_secret: "demo-secret" };
const VARIABLES = { ZOOM_ACCOUNT_ID: APP.account_id, ZOOM_CLIENT_ID: APP.client_id, ZOOM_CLIENT_SECRET: APP.client_secret };

let home: string;
let emulator: Emulator;
let zoom: TlsZoom;
let proxy: ConnectProxy;
const printed: string[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zw-proxy-"));
  emulator = createEmulator({ rateLimits: false });
  zoom = await tlsZoom(Number(new URL((await emulator.listen()).url).port), home);
  proxy = await connectProxy(zoom.port, PASSWORD);
});
afterEach(() => proxy.refuse(null));
afterAll(async () => {
  await Promise.all([proxy.close(), zoom.close(), emulator.close()]);
  await rm(home, { recursive: true, force: true });
});

/** Runs the built command with Zoom's own addresses, in an environment of nothing but what is given. */
const run = (command: string, env: Record<string, string>, stdin = "") =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", NO_NAMES, CLI, ...command.split(" ")],
      { env: { PATH: process.env.PATH ?? "", ZOOM_WEBINAR_HOME: home, ...env }, cwd: home },
      (error, out, err) => {
        printed.push(out, err);
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
      },
    );
    child.stdin?.end(stdin);
  });
const proxied = (more: Record<string, string> = {}) => ({ HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: zoom.authority, ...more });
const errorOf = ({ err }: { err: string }) => (JSON.parse(err) as { error: { code: string; message: string; hint: string } }).error;

describe("a company's proxy with a certificate of its own", () => {
  test("every request goes through it: sign-in, calls, doctor, the end of a sign-in", async () => {
    const env = proxied();
    for (const [command, hosts, stdin] of [
      ["auth login --server-to-server --stdin --json", ["api.zoom.us:443", "zoom.us:443"], JSON.stringify(APP)],
      ["users list --json", ["api.zoom.us:443"], ""],
      ["doctor --json", ["api.zoom.us:443"], ""],
      ["auth logout --json", ["zoom.us:443"], ""],
    ] as const) {
      const { err } = await run(command, env, stdin);
      const asked = [...new Set(proxy.asked())].sort();
      expect([command, asked, err.includes('"error"') ? err : ""]).toEqual([command, hosts.filter((host) => asked.includes(host)), ""]);
      expect(asked.length).toBeGreaterThan(0);
    }
    expect(emulator.requests().map(({ path }) => path)).toEqual(expect.arrayContaining(["/oauth/token", "/v2/users", "/oauth/revoke"]));
  }, 30_000);

  test("NO_PROXY goes past it, HTTP_PROXY alone counts too, and a certificate that nobody vouches for is refused", async () => {
    const direct = {
      ...VARIABLES,
      DIRECT: "1",
      ZOOM_API_BASE_URL: `https://api.zoom.us:${zoom.port}/v2`,
      ZOOM_OAUTH_BASE_URL: `https://zoom.us:${zoom.port}`,
    };
    const past = await run("users list --json", proxied({ ...direct, NO_PROXY: "zoom.us" }));
    expect([past.code, proxy.asked()]).toEqual([0, []]);
    const { HTTPS_PROXY, ...rest } = proxied(VARIABLES);
    const plain = await run("users list --json", { ...rest, HTTP_PROXY: HTTPS_PROXY ?? "", ZOOM_WEBINAR_HOME: join(home, "other") });
    expect([plain.code, proxy.asked()]).toEqual([0, ["zoom.us:443", "api.zoom.us:443"]]);
    const untrusted = await run("users list --json", { HTTPS_PROXY: proxy.url, ...VARIABLES });
    expect(errorOf(untrusted)).toMatchObject({ code: "zoom_unavailable", message: expect.stringContaining("its certificate is not trusted") });
    expect(errorOf(untrusted).hint).toContain("NODE_EXTRA_CA_CERTS");
    expect(proxy.asked()).toHaveLength(1);
  }, 30_000);

  test("one that refuses, or is not there, is named, and its password never", async () => {
    proxy.refuse(407);
    const unknown = await run("users list --json", proxied(VARIABLES));
    expect(errorOf(unknown)).toMatchObject({
      code: "zoom_unavailable",
      message: expect.stringContaining(`The proxy ${proxy.name} refused the way to`),
    });
    expect([unknown.code, errorOf(unknown).hint]).toEqual([6, expect.stringContaining("a user and a password: put them into HTTPS_PROXY")]);
    expect(proxy.asked()).toHaveLength(1);
    const gone = await run("users list --json", proxied({ ...VARIABLES, HTTPS_PROXY: `http://ada:${PASSWORD}@127.0.0.1:9` }));
    expect(errorOf(gone).message).toMatch(/could not be reached through the proxy http:\/\/127\.0\.0\.1:9: the connection was refused/);
    const wrong = await run("users list --json", proxied({ ...VARIABLES, HTTPS_PROXY: `ftp://ada:${PASSWORD}@127.0.0.1:9` }));
    expect([wrong.code, errorOf(wrong).message]).toEqual([2, expect.stringContaining("HTTPS_PROXY: expected the address of a proxy")]);
    expect(printed.filter((text) => text.includes(PASSWORD) || text.includes("canary"))).toEqual([]);
  }, 30_000);
});

test("nothing that ships asks the network but by way of undici-connection.ts", () => {
  // Only below src: the folders of dependencies lead in circles.
  const sources = ["packages", "apps"]
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name, "src")))
    .filter((src) => existsSync(join(ROOT, src)))
    .flatMap((src) =>
      readdirSync(join(ROOT, src), { recursive: true, encoding: "utf8" })
        .map((file) => join(src, file))
        .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|generated|zoom-emulator|\/emulator\//.test(file)),
    );
  const asking = sources.filter((file) =>
    /from "undici"|(?<!\bhandler\.)\bfetch\(|\bhttps?\.(request|get)\(/.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(asking).toEqual(["packages/zoom-client/src/undici-connection.ts"]);
});
