import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { isBuilt } from "@zoom-webinar/testing/built";
import { listenLoopback } from "@zoom-webinar/testing/listen-loopback";
import { callBody, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const NO_ZOOM = { ZOOM_ACCOUNT_ID: "", ZOOM_CLIENT_ID: "", ZOOM_CLIENT_SECRET: "", ZOOM_ACCESS_TOKEN: "", ZOOM_PROFILE: "", ZOOM_EMULATOR: "" };

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "zw-http-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const launch = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH ?? "", ZOOM_WEBINAR_HOME: home, ...NO_ZOOM, ...env } });
  const out = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      out[stream] += text;
    });
  }
  const ended = new Promise<typeof out & { code: number | null }>((resolve) => child.on("close", (code) => resolve({ code, ...out })));
  const adminUrl = () => /figures on (\S+)/.exec(out.stderr)?.[1] ?? "";
  const url = async () => {
    await expect.poll(() => out.stderr, { timeout: 10_000 }).toContain("listening on");
    return new URL(/http:\S+\/mcp/.exec(out.stderr)?.[0] ?? "");
  };
  return { child, ended, url, adminUrl };
};

describe.runIf(isBuilt(MAIN))("the built HTTP app", () => {
  it("prints its URL to stderr, serves a client that is asked before a deletion, and ends with 0 on SIGTERM", async () => {
    const { child, ended, url } = launch(["--port", "0", "--emulator"]);
    const client = new Client({ name: "t", version: "1" }, { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: "auto" } });
    let asked = 0;
    client.setRequestHandler("elicitation/create", () => {
      asked += 1;
      return { action: "accept", content: { confirm: true } };
    });
    await client.connect(new StreamableHTTPClientTransport(await url()));
    const list = await client.callTool({ name: "list_webinars", arguments: { user_id: "ada@example.com" } });
    const { webinars } = list.structuredContent as { webinars: { id: string }[] };
    const deleted = await client.callTool({ name: "delete_webinar", arguments: { webinar_id: webinars[0]?.id } });
    expect(deleted.isError, JSON.stringify(deleted.content)).toBeFalsy();
    expect(asked).toBe(1);
    await client.close();
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, stdout: "" });
  });

  it("on SIGTERM takes nothing new, says so to probes, answers what is running, and ends with 0", async () => {
    const zoom = await listenLoopback();
    let release = () => {};
    const arrived = new Promise<void>((resolve) => {
      zoom.answer((request, reply) => {
        const answer = (body: object) => void reply.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
        if (request.url?.startsWith("/oauth/token")) return answer({ access_token: "a-token", expires_in: 3600, api_url: zoom.url });
        release = () => answer({ users: [{ id: "u1", email: "ada@example.com" }], next_page_token: "" });
        resolve();
      });
    });
    const secretFile = join(home, "secret");
    writeFileSync(secretFile, "a-secret\n");
    const credentials = { ZOOM_ACCOUNT_ID: "a", ZOOM_CLIENT_ID: "c", ZOOM_CLIENT_SECRET_FILE: secretFile, ZOOM_OAUTH_BASE_URL: zoom.url };
    const { child, ended, url, adminUrl } = launch(["--port", "0", "--admin-port", "0"], credentials);
    const { origin } = await url();
    await expect.poll(adminUrl).not.toBe("");
    const running = sendRaw(origin, { headers: modernHeaders("tools/call", "get_users"), body: callBody("get_users", {}) });
    await arrived;
    child.kill("SIGTERM");
    const probe = () => sendRaw(adminUrl(), { method: "GET", path: "/readyz" });
    await expect.poll(async () => (await probe()).status, { interval: 10 }).toBe(503);
    await expect(sendRaw(origin, { method: "GET", path: "/mcp" })).rejects.toMatchObject({ code: "ECONNREFUSED" });
    release();
    const { status, text } = await running;
    expect([status, text]).toEqual([200, expect.stringContaining("ada@example.com")]);
    expect(await ended).toMatchObject({ code: 0, stdout: "" });
    await zoom.close();
  });

  it("answers a million values within a second, and stays under 300 MB", async () => {
    const { child, ended, url } = launch(["--port", "0", "--emulator"]);
    const { origin } = await url();
    const headers = modernHeaders("tools/call", "import_registrants");
    const call = (values: string) =>
      sendRaw(origin, { headers, body: callBody("import_registrants", {}).replace('"arguments":{}', `"arguments":${values}`) });
    await call("{}"); // what is loaded at the first call is not of the request
    const list = (count: number, value: string) => `{"rows":[${Array(count).fill(value).join(",")}]}`;
    // More than the body may be long, as many as fit into it, as lists and as objects that each have to be made.
    for (const values of [list(1_000_000, "1"), list(520_000, "1"), list(340_000, "{}"), list(340_000, "[]")]) {
      const startedMs = performance.now();
      const { status, text } = await call(values);
      expect(performance.now() - startedMs).toBeLessThan(1_000);
      expect([200, 400, 413]).toContain(status);
      expect(text.length).toBeLessThan(10_000);
    }
    // Linux tells the most that a process ever held.
    const held = process.platform === "linux" ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) : null;
    expect(Number(held?.[1] ?? 0) / 1024).toBeLessThan(300);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
  });

  it("names the port that is taken and ends with 1", async () => {
    const first = launch(["--port", "0", "--emulator"]);
    const { port } = await first.url();
    const { code, stderr } = await launch(["--port", port, "--emulator"]).ended;
    expect([code, stderr]).toEqual([
      1,
      `zoom-webinar-mcp-http: Port ${port} on 127.0.0.1 is in use. Choose another with --port, or 0 for a free one.\n`,
    ]);
    first.child.kill("SIGINT");
    expect((await first.ended).code).toBe(0);
  });

  it("refuses an open bind, and other settings that cannot work, in one line", async () => {
    for (const [args, text] of [
      [["--host", "0.0.0.0"], "--unsafe-no-auth"],
      [["--tokens", "nowhere", "--emulator", "--port", "0"], "--tokens: has no effect without --auth bearer"],
      [["--port", "none"], "--port: expected a whole number from 0 to 65535"],
      [["--prot", "1"], "Did you mean --port?"],
      [["--host", "203.0.113.9", "--unsafe-no-auth", "--emulator"], "not an address of this machine"],
    ] as const) {
      const { code, stdout, stderr } = await launch(args).ended;
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(text);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    }
  });
});
