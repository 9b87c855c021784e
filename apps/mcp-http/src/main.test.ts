import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBuilt } from "../../../packages/mcp-server/testing/built.ts";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const NO_ZOOM = { ZOOM_ACCOUNT_ID: "", ZOOM_CLIENT_ID: "", ZOOM_CLIENT_SECRET: "", ZOOM_ACCESS_TOKEN: "", ZOOM_PROFILE: "", ZOOM_EMULATOR: "" };

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "zw-http-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const launch = (args: readonly string[]) => {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH ?? "", ZOOM_WEBINAR_HOME: home, ...NO_ZOOM } });
  const out = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      out[stream] += text;
    });
  }
  const ended = new Promise<typeof out & { code: number | null }>((resolve) => child.on("close", (code) => resolve({ code, ...out })));
  const url = async () => {
    await expect.poll(() => out.stderr, { timeout: 10_000 }).toContain("listening on");
    return new URL(/http:\S+\/mcp/.exec(out.stderr)?.[0] ?? "");
  };
  return { child, ended, url };
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

  it("C2 refuses an open bind, and other settings that cannot work, in one line", async () => {
    for (const [args, text] of [
      [["--host", "0.0.0.0"], "--unsafe-no-auth"],
      [["--port", "none"], "--port: expected 0 to 65535"],
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
