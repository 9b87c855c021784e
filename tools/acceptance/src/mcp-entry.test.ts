import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APPS } from "./doors.ts";

interface Entry {
  command: string;
  args: string[];
}

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "zw-entry-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const environment = () => ({ PATH: process.env.PATH ?? "", HOME: home, ZOOM_WEBINAR_HOME: join(home, "user") });
const cli = async (...args: string[]): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, [APPS.cli, ...args], { env: environment(), cwd: home });
  return JSON.parse(stdout);
};
const entryOf = async (...flags: string[]): Promise<Entry> =>
  ((await cli("mcp", "install", "--client", "print", ...flags)) as { mcpServers: Record<string, Entry> }).mcpServers["zoom-webinar"] as Entry;

/** What an assistant does first. */
const toolsBy = async (transport: Parameters<Client["connect"]>[0]): Promise<string[]> => {
  const client = new Client({ name: "acceptance", version: "1" });
  await client.connect(transport);
  try {
    return (await client.listTools()).tools.map(({ name }) => name);
  } finally {
    await client.close();
  }
};
const toolsOf = ({ command, args }: Entry) => toolsBy(new StdioClientTransport({ command, args, env: environment(), cwd: home, stderr: "ignore" }));

describe("the entry that mcp install gives to an assistant", () => {
  it.each([[[]], [["--emulator"]]])("starts a server that lists its tools, with %j", async (flags) => {
    expect(await toolsOf(await entryOf(...flags))).toEqual(expect.arrayContaining(["create_webinar", "find_operations"]));
  });

  it("keeps an assistant from writing with --safety read-only", async () => {
    const tools = await toolsOf(await entryOf("--safety", "read-only", "--surface", "full"));
    expect(tools).toContain("get_webinar");
    expect(tools).not.toContain("create_webinar");
  });

  it("is the one that mcp show shows", async () => {
    const { clients } = (await cli("mcp", "show", "--json")) as { clients: { client: string; format: string; text: string }[] };
    const shown = clients.flatMap(({ format, text }) =>
      format === "json" ? Object.values(JSON.parse(text) as object).map((servers) => servers["zoom-webinar"]) : [],
    );
    expect(shown.length).toBeGreaterThan(3);
    for (const entry of shown) expect(entry).toMatchObject(await entryOf());
  });

  it("starts a server over HTTP with --http, which a signal ends", async () => {
    const { command, args } = await entryOf("--emulator");
    const child = spawn(command, [...args, "--http", "--port", "0"], { env: environment(), cwd: home, stdio: ["ignore", "ignore", "pipe"] });
    const ended = once(child, "close");
    try {
      const url = await new Promise<string>((done, fail) => {
        let text = "";
        void ended.then(([code]) => fail(new Error(`the server ended with ${code}: ${text}`)));
        child.stderr.setEncoding("utf8").on("data", (part: string) => {
          text += part;
          const found = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(text);
          if (found) done(found[0]);
        });
      });
      // The v1 SDK's own transport type lacks exactOptionalPropertyTypes.
      const transport = new StreamableHTTPClientTransport(new URL(url)) as unknown as Parameters<Client["connect"]>[0];
      expect(await toolsBy(transport)).toContain("create_webinar");
    } finally {
      child.kill("SIGTERM");
    }
    expect(await ended).toEqual([0, null]);
  });
});

describe("mcp serve", () => {
  it("hands the server the flags before its own name, too", async () => {
    const tools = await toolsOf({ command: process.execPath, args: [APPS.cli, "--safety", "read-only", "mcp", "serve", "--emulator"] });
    expect(tools).toContain("get_webinar");
    expect(tools).not.toContain("create_webinar");
  });

  it("says which flag the server does not know", async () => {
    const ended = promisify(execFile)(process.execPath, [APPS.cli, "mcp", "serve", "--surfcae", "full"], { env: environment(), cwd: home });
    await expect(ended).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean --surface?") });
  });
});
