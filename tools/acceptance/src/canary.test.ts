import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APPS } from "./doors.ts";
import { callRaw } from "./raw-http.ts";

/** What must not be in any byte that leaves a process. The random part keeps one of them from being a part of another. */
const CANARIES = {
  secret: "kanarie-secret-8fQ2",
  otherSecret: "kanarie-other-Zk31",
  access: "kanarie-access-Lp77",
  refresh: "kanarie-refresh-Tb09",
  zak: "kanarie-zak-Qw55",
  person: "kanarie-tk-Hn12",
  streamKey: "kanarie-stream-Vc43",
  proxy: "kanarie-proxy-Mm88",
  code: "kanarie-code-Xr61",
};
type Mood = "fine" | "refuses" | "echoes" | "broken";

let mood: Mood = "fine";
let refreshes = 0;
let home: string;
let env: Record<string, string>;
const bytes: string[] = [];

const webinar = {
  id: 95312345678,
  uuid: "abc==",
  topic: "Tides",
  type: 5,
  host_id: "h",
  start_time: "2027-03-01T10:00:00Z",
  duration: 60,
  start_url: `https://zoom.us/s/95312345678?zak=${CANARIES.zak}`,
  settings: { approval_type: 1 },
};
const registrant = {
  id: "r1",
  email: "grace@example.com",
  first_name: "Grace",
  status: "approved",
  join_url: `https://zoom.us/w/9?tk=${CANARIES.person}`,
};

/** Whether Zoom says back the refresh token as it is, without a name before it: only who holds it can know it. */
let isBare = false;

const answerOf = (path: string, form: URLSearchParams): [status: number, body: string] => {
  const json = (body: object, status = 200): [number, string] => [status, JSON.stringify(body)];
  // Zoom, or what is before it, says back everything that it was told.
  const echo = `Bearer ${CANARIES.access} client_secret=${CANARIES.secret} refresh_token=${CANARIES.refresh} zak=${CANARIES.zak} "start_url":"https://zoom.us/s/1?zak=${CANARIES.zak}"`;
  const bare = isBare ? ` ${CANARIES.refresh}-${refreshes}` : "";
  if (path === "/oauth/token") {
    if (mood === "refuses") return json({ reason: echo + bare, error: "invalid_client" }, 400);
    refreshes += 1;
    const refresh = form.get("grant_type") !== "account_credentials" ? { refresh_token: `${CANARIES.refresh}-${refreshes}` } : {};
    return json({
      access_token: `${CANARIES.access}-${refreshes}`,
      token_type: "bearer",
      expires_in: 3600,
      scope: "webinar:read:webinar:admin",
      ...refresh,
    });
  }
  if (path === "/oauth/revoke") return mood === "fine" ? json({ status: "success" }) : json({ reason: echo, error: "invalid_request" }, 400);
  if (mood === "echoes") return json({ code: 300, message: echo + bare, errors: [{ field: "topic", message: echo + bare }] }, 400);
  if (mood === "broken") return [200, `{"start_url":"https://zoom.us/s/1?zak=${CANARIES.zak}`];
  if (path.endsWith("/registrants")) return json({ registrants: [registrant], total_records: 1, next_page_token: "" });
  if (path.endsWith("/livestream"))
    return json({ stream_url: "rtmp://example.com", stream_key: CANARIES.streamKey, page_url: "https://example.com" });
  if (path.includes("/webinars/")) return json(webinar);
  if (path.endsWith("/webinars")) return json({ webinars: [webinar], total_records: 1 });
  return json({ users: [{ id: "h", email: "ada@example.com", type: 2 }], total_records: 1 });
};

const server = createServer(async (message, reply) => {
  let body = "";
  for await (const chunk of message) body += String(chunk);
  const url = new URL(message.url ?? "/", "http://127.0.0.1");
  const [status, text] = answerOf(url.pathname, new URLSearchParams([...url.searchParams, ...new URLSearchParams(body)]));
  reply.writeHead(status, { "content-type": "application/json", "x-zm-trackingid": "WEB_1" }).end(text);
});

/** What the browser does after Zoom's page. */
const comeBack = (asked: URLSearchParams) =>
  fetch(`${asked.get("redirect_uri")}?${new URLSearchParams({ code: CANARIES.code, state: asked.get("state") ?? "" })}`);

/** Runs an app to its end and keeps every byte that it printed. */
const run = async (app: string, args: readonly string[], more: Record<string, string> = {}, stdin = ""): Promise<string> => {
  const child = spawn(process.execPath, [app, ...args], { env: { ...env, ...more }, cwd: home });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += String(chunk);
      const link = /^http\S+\/oauth\/authorize\S+$/m.exec(String(chunk))?.[0];
      if (link !== undefined) void comeBack(new URL(link).searchParams);
    });
  }
  child.stdin.end(stdin);
  await once(child, "close");
  bytes.push(`${args.join(" ")}\n${printed}`);
  return printed;
};

const SECRET_LINES = {
  app: JSON.stringify({ account_id: "acc", client_id: "app", client_secret: CANARIES.secret }),
  other: JSON.stringify({ account_id: "acc-2", client_id: "app-2", client_secret: CANARIES.otherSecret }),
};
const ENVIRONMENT = { ZOOM_ACCOUNT_ID: "acc-3", ZOOM_CLIENT_ID: "app-3", ZOOM_CLIENT_SECRET: CANARIES.otherSecret };
/** Those whose output another mood changes; the rest asks Zoom nothing. */
const ASKING = ["auth refresh", "doctor", "doctor --json", "webinars get 95312345678 --json --log debug", "registrants list 95312345678 -v"];
const COMMANDS = [
  "auth status",
  "auth refresh",
  "auth list",
  "doctor",
  "doctor --json",
  "account configure",
  "account get-token-status",
  "webinars get 95312345678",
  "webinars get 95312345678 --json --log debug",
  "registrants list 95312345678 -v",
  "registrants list 95312345678 --all --json",
  "live-stream get 95312345678",
  "webinars create --user-id ada@example.com --topic Tides --start-time 2027-03-01T10:00 --timezone UTC --json",
];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zw-canary-"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  env = {
    PATH: process.env.PATH ?? "",
    HOME: home,
    ZOOM_WEBINAR_HOME: home,
    ZOOM_API_BASE_URL: `${url}/v2`,
    ZOOM_OAUTH_BASE_URL: url,
    ZOOM_WEBINAR_LOG_FILE: join(home, "log.jsonl"),
    ZOOM_WEBINAR_AUDIT_FILE: join(home, "audit.jsonl"),
    HTTPS_PROXY: `http://ada:${CANARIES.proxy}@127.0.0.1:9`,
  };
  await run(APPS.cli, ["auth", "login", "--server-to-server", "--stdin"], {}, SECRET_LINES.app);
  await run(APPS.cli, ["auth", "login", "--server-to-server", "--stdin", "--profile", "other", "--json"], {}, SECRET_LINES.other);
  await run(APPS.cli, ["auth", "login", "--client-id", "public-app", "--profile", "ada", "--no-browser"]);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(home, { recursive: true, force: true });
});

describe("canary secrets of environment, profiles and replies", () => {
  it.each(["fine", "refuses", "echoes", "broken"] as const)(
    "are in no byte that the command prints, when Zoom %s",
    async (how) => {
      mood = how;
      await Promise.all((how === "fine" ? COMMANDS : ASKING).map((command) => run(APPS.cli, command.split(" "))));
      await run(APPS.cli, ["users", "list", "--log", "debug"], ENVIRONMENT);
      await run(APPS.cli, ["users", "list", "--log", "debug"], { ZOOM_ACCESS_TOKEN: CANARIES.access });
      expect(bytes.length).toBeGreaterThan(ASKING.length);
      for (const canary of Object.values(CANARIES)) expect(bytes.filter((text) => text.includes(canary))).toEqual([]);
    },
    120_000,
  );

  it("are in no byte where a person signed in, also when Zoom says their refresh token back as it stands", async () => {
    isBare = true;
    for (const how of ["fine", "echoes", "refuses"] as const) {
      mood = how;
      for (const command of ["auth refresh --json", "webinars get 95312345678 --json"]) {
        const printed = await run(APPS.cli, [...command.split(" "), "--profile", "ada"]);
        expect(printed).not.toBe("");
        for (const canary of Object.values(CANARIES)) expect([command, printed.includes(canary) ? printed : ""]).toEqual([command, ""]);
      }
    }
    isBare = false;
  }, 60_000);

  it("are in no byte of the server over stdio", async () => {
    const call = (id: number, name: string, input: object = {}) => ({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: input } });
    const initialize = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } };
    const lines = [
      { jsonrpc: "2.0", id: 1, method: "initialize", params: initialize },
      { jsonrpc: "2.0", method: "notifications/initialized" },
      call(2, "configure_zoom"),
      call(3, "auto_configure_zoom"),
      call(4, "refresh_token"),
      call(5, "get_webinar", { webinar_id: "95312345678" }),
      call(6, "list_webinar_registrants", { webinar_id: "95312345678" }),
      call(7, "configure_zoom", { client_secret: CANARIES.secret }),
    ];
    for (const how of ["fine", "echoes", "refuses"] as const) {
      mood = how;
      const printed = await run(APPS.stdio, ["--log", "debug", "--profiles", "other"], {}, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      expect(printed).toContain('"id":6');
      for (const canary of Object.values(CANARIES)) expect(printed).not.toContain(canary);
    }
  }, 60_000);

  it("are in no byte of the server over HTTP, its figures among them", async () => {
    const child = spawn(process.execPath, [APPS.http, "--port", "0", "--log", "debug"], { env, cwd: home });
    let printed = "";
    const url = await new Promise<string>((resolve) => {
      child.stderr.on("data", (chunk) => {
        printed += String(chunk);
        const found = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(printed)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    for (const how of ["fine", "echoes", "refuses"] as const) {
      mood = how;
      for (const tool of ["configure_zoom", "refresh_token", "get_token_status"]) printed += await callRaw(url, tool);
      for (const tool of ["get_webinar", "list_webinar_registrants"]) printed += await callRaw(url, tool, { webinar_id: "95312345678" });
      printed += await callRaw(url, "add_webinar_registrant", { webinar_id: "95312345678", email: "new@example.com", first_name: "New" });
    }
    printed += await (await fetch(url.replace(/mcp$/, "metrics"))).text();
    child.kill("SIGTERM");
    await once(child, "close");
    expect(printed).toContain("Tides");
    for (const canary of Object.values(CANARIES)) expect(printed).not.toContain(canary);
  }, 60_000);

  it("are in no file, the log and the audit among them, but the one that keeps them: secrets in the config folder, access tokens in the state folder", async () => {
    const entries = await readdir(home, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files).toEqual(expect.arrayContaining([join(home, "log.jsonl"), join(home, "audit.jsonl")]));
    for (const file of files) {
      const text = await readFile(file, "utf8");
      const found = Object.entries(CANARIES).flatMap(([name, canary]) => (text.includes(canary) ? [name] : []));
      const allowed = file.startsWith(join(home, "config"))
        ? ["secret", "otherSecret", "refresh"]
        : file.startsWith(join(home, "state"))
          ? ["access"]
          : [];
      expect([file, found.filter((name) => !allowed.includes(name))]).toEqual([file, []]);
    }
    mood = "fine";
    await run(APPS.cli, ["auth", "logout", "--json"]);
    await run(APPS.cli, ["auth", "logout", "--profile", "other"]);
    await run(APPS.cli, ["auth", "logout", "--profile", "ada"]);
    const kept = await Promise.all(
      (await readdir(join(home, "config"), { withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ name }) => readFile(join(home, "config", name), "utf8")),
    );
    expect(kept.join("")).not.toContain("kanarie");
  }, 60_000);
});
