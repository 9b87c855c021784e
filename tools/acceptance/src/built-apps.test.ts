import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APPS } from "./doors.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "zw-apps-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const environment = (more: Record<string, string> = {}) => ({ PATH: process.env.PATH ?? "", ZOOM_WEBINAR_HOME: join(home, "user"), ...more });
interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}
const cli = (args: string[], more: Record<string, string> = {}): Promise<Ended> =>
  new Promise((done) => {
    execFile(process.execPath, [APPS.cli, ...args], { env: environment(more), cwd: home }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === "number" ? error.code : error ? null : 0, stdout, stderr }),
    );
  });
const isClean = ({ stdout, stderr }: { stdout: string; stderr: string }) =>
  expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at .*(:\d+:\d+|node:internal)/);
const message = (id: number | null, method: string, params: object) =>
  JSON.stringify({ jsonrpc: "2.0", ...(id === null ? {} : { id }), method, params });
const INITIALIZE = message(1, "initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } });
const stdio = async (
  lines: readonly (string | Buffer)[],
  flags: string[] = ["--emulator"],
  more: Record<string, string> = {},
): Promise<Ended & { answers: { id: number; result?: { isError?: boolean; structuredContent?: unknown }; error?: { code: number } }[] }> => {
  const child = spawn(process.execPath, [APPS.stdio, ...flags], { env: environment(more), cwd: home });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  for (const line of lines) child.stdin.write(Buffer.concat([Buffer.from(line), Buffer.from("\n")]));
  child.stdin.end();
  const [code] = (await once(child, "close")) as [number | null];
  return {
    code,
    stdout,
    stderr,
    answers: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
};

describe("every chunk of a built app", () => {
  it.each(Object.entries(APPS))("can be loaded: %s", async (_name, main) => {
    const folder = join(dirname(main), "chunks");
    const load = `for (const url of ${JSON.stringify(readdirSync(folder).map((file) => pathToFileURL(join(folder, file)).href))}) await import(url); process.exit(0);`;
    const { code, stderr } = await new Promise<Ended>((done) => {
      execFile(process.execPath, ["--input-type=module", "-e", load], { env: environment(), cwd: home }, (error, stdout, stderr) =>
        done({ code: error ? 1 : 0, stdout, stderr }),
      );
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it.each(Object.entries(APPS))(
    "loads nothing by an address or a name that is worked out, which would fail only when it is reached: %s",
    (_name, main) => {
      const folder = join(dirname(main), "chunks");
      const calls = readdirSync(folder).flatMap(
        (file) => readFileSync(join(folder, file), "utf8").match(/\b(?:require|import)\((?!["'`])[^)]*\)/g) ?? [],
      );
      // A package's own themes of colours, which nothing of ours asks for.
      expect(calls.filter((call) => call !== "require(__dirname + '/../themes/generic-logging.js')")).toEqual([]);
    },
  );

  it.each(Object.entries(APPS))("has no character above U+00FF, for which V8 would keep its text in two bytes each: %s", (_name, main) => {
    const folder = join(dirname(main), "chunks");
    const wide = readdirSync(folder).filter((file) => /[^\0-\xff]/.test(readFileSync(join(folder, file), "utf8")));
    expect(wide).toEqual([]);
  });
});

describe("without credentials", () => {
  it("the CLI ends with 4 and names the variables and --emulator", async () => {
    const ended = await cli(["webinars", "list", "--user-id", "ada@example.com"]);
    expect(ended).toMatchObject({
      code: 4,
      stdout: "",
      stderr: expect.stringMatching(/ZOOM_ACCOUNT_ID.*ZOOM_CLIENT_ID.*ZOOM_CLIENT_SECRET.*--emulator/s),
    });
    isClean(ended);
  });

  it("a tool answers auth_missing, and the server stays", async () => {
    const { answers, code } = await stdio(
      [INITIALIZE, message(2, "tools/call", { name: "get_users", arguments: {} }), message(3, "tools/list", {})],
      [],
    );
    expect(answers.find(({ id }) => id === 2)?.result).toMatchObject({ isError: true, structuredContent: { error: { code: "auth_missing" } } });
    expect(answers.find(({ id }) => id === 3)?.result).toBeDefined();
    expect(code).toBe(0);
  });
});

describe("a hostile .env in the working directory", () => {
  it("moves neither base URL nor safety, and is named on stderr", async () => {
    const seen: string[] = [];
    const trap = createServer((request, response) => {
      seen.push(request.url ?? "");
      response.end("{}");
    }).listen(0, "127.0.0.1");
    await once(trap, "listening");
    const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
    writeFileSync(join(home, ".env"), `ZOOM_API_BASE_URL=${url}/v2\nZOOM_OAUTH_BASE_URL=${url}\nZOOM_WEBINAR_SAFETY=trusted\nZOOM_EMULATOR=1\n`);
    try {
      const ended = await cli(["users", "list"]);
      expect(ended).toMatchObject({ code: 4, stderr: expect.stringMatching(/ignoring .*ZOOM_API_BASE_URL.*ZOOM_WEBINAR_SAFETY/) });
      const { answers, stderr } = await stdio([INITIALIZE, message(2, "tools/call", { name: "get_users", arguments: {} })], []);
      expect(answers.find(({ id }) => id === 2)?.result).toMatchObject({ structuredContent: { error: { code: "auth_missing" } } });
      expect(stderr).toContain("ZOOM_API_BASE_URL");
      expect(seen).toEqual([]);
    } finally {
      trap.close();
    }
  });
});

describe("a wrong secret", () => {
  it("is reported in Zoom's words, after one request, without the secret", async () => {
    let requests = 0;
    const zoom = createServer((_request, response) => {
      requests += 1;
      response
        .writeHead(400, { "content-type": "application/json" })
        .end(JSON.stringify({ reason: "Invalid client_id or client_secret", error: "invalid_client" }));
    }).listen(0, "127.0.0.1");
    await once(zoom, "listening");
    const url = `http://127.0.0.1:${(zoom.address() as AddressInfo).port}`;
    try {
      const ended = await cli(["users", "list"], {
        ZOOM_OAUTH_BASE_URL: url,
        ZOOM_API_BASE_URL: `${url}/v2`,
        ZOOM_ACCOUNT_ID: "a",
        ZOOM_CLIENT_ID: "c",
        ZOOM_CLIENT_SECRET: "canary-secret",
      });
      expect(ended).toMatchObject({ code: 4, stderr: expect.stringContaining("Invalid client_id or client_secret") });
      expect(`${ended.stdout}${ended.stderr}`).not.toContain("canary-secret");
      expect(requests).toBe(1);
    } finally {
      zoom.close();
    }
  });
});

describe("the stdio server", () => {
  it("keeps stdout to JSON-RPC and goes on after malformed lines, arrays, binary and errors", async () => {
    const lines = [
      INITIALIZE,
      "this is not JSON",
      "[1,2,3]",
      Buffer.from([0xff, 0xfe, 0x00, 0x80]),
      '{"jsonrpc":"2.0"}',
      message(2, "tools/call", { name: "no_such_tool", arguments: {} }),
      message(3, "tools/call", { name: "get_webinar", arguments: { webinar_id: "not an id" } }),
      message(4, "tools/call", { name: "get_users", arguments: {} }),
    ];
    const ended = await stdio(lines);
    expect(ended.code).toBe(0);
    for (const answer of ended.answers) expect(answer).toMatchObject({ jsonrpc: "2.0" });
    expect(ended.answers.find(({ id }) => id === 2)?.error?.code).toBe(-32602);
    expect(ended.answers.find(({ id }) => id === 3)?.result).toMatchObject({ isError: true });
    expect(ended.answers.find(({ id }) => id === 4)?.result?.structuredContent).toMatchObject({ total_records: 3 });
    isClean(ended);
  });

  it("ends by itself when stdin ends, with and without a request", async () => {
    const started = performance.now();
    expect((await stdio([])).code).toBe(0);
    expect((await stdio([INITIALIZE])).code).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("ends quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [APPS.stdio, "--emulator"], { env: environment(), cwd: home });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.stdout.destroy();
    child.stdin.on("error", () => {});
    child.stdin.write(`${INITIALIZE}\n`);
    child.stdin.end();
    await once(child, "close");
    isClean({ stdout: "", stderr });
  });
});

describe("the embedded emulator", () => {
  it("is not stopped by half of somebody's credentials, nor by a bad base URL", async () => {
    const ended = await cli(["users", "list", "--emulator", "--json"], { ZOOM_ACCOUNT_ID: "x", ZOOM_API_BASE_URL: "https://evil.example.com" });
    expect(ended.code, ended.stderr).toBe(0);
  });

  it("keeps what one command made for the next, and loses nothing when two write at once", async () => {
    const create = (topic: string) =>
      cli([
        "webinars",
        "create",
        "--user-id",
        "ada@example.com",
        "--topic",
        topic,
        "--start-time",
        "2030-03-01T10:00",
        "--timezone",
        "America/New_York",
        "--emulator",
        "--json",
      ]);
    const made = await Promise.all(["one", "two", "three", "four"].map(create));
    for (const { code, stderr } of made) expect(code, stderr).toBe(0);
    const listed = await cli(["webinars", "list", "--user-id", "ada@example.com", "--emulator", "--json"]);
    const topics = (JSON.parse(listed.stdout) as { webinars: { topic: string; start_time: string }[] }).webinars.map(({ topic }) => topic);
    expect(topics).toEqual(expect.arrayContaining(["one", "two", "three", "four"]));
  });

  it("leaves a whole state file when it is killed or interrupted in the middle of a call", async () => {
    for (const signal of ["SIGKILL", "SIGINT", "SIGTERM"] as const) {
      for (const delay of [60, 150, 240]) {
        const child = spawn(
          process.execPath,
          [
            APPS.cli,
            "webinars",
            "create",
            "--user-id",
            "ada@example.com",
            "--topic",
            `${signal} ${delay}`,
            "--start-time",
            "2030-03-01T15:00:00Z",
            "--emulator",
          ],
          { env: environment(), cwd: home },
        );
        let stderr = "";
        child.stderr.setEncoding("utf8").on("data", (text) => {
          stderr += text;
        });
        const timer = setTimeout(() => child.kill(signal), delay);
        await once(child, "close");
        clearTimeout(timer);
        isClean({ stdout: "", stderr });
      }
    }
    const listed = await cli(["webinars", "list", "--user-id", "ada@example.com", "--emulator", "--json"]);
    expect(listed.code, listed.stderr).toBe(0);
    for (const file of readdirSync(join(home, "user"), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".json"))) {
      expect(() => JSON.parse(readFileSync(join(home, "user", file), "utf8")), file).not.toThrow();
    }
  });

  it("says so, and touches nothing, if its state file is damaged", async () => {
    await cli(["users", "list", "--emulator"]);
    const file = join(home, "user/emulator/zoom-emulator.json");
    writeFileSync(file, "{ torn");
    const ended = await cli(["users", "list", "--emulator"]);
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toMatch(/zoom-emulator\.json/);
    isClean(ended);
    expect(readFileSync(file, "utf8")).toBe("{ torn");
  });
});
