import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { cliOf } from "../test/run-cli.ts";
import { npxEntry, snippetsFor } from "./show.ts";

const LINUX = { platform: "linux", env: {}, home: "/home/ada" } as const;
const NPX = { command: "npx", args: ["-y", "zoom-webinar", "mcp", "serve"] };
const WINDOWS = { command: "cmd", args: ["/c", "npx", "-y", "zoom-webinar", "mcp", "serve"] };

/** Files and shapes of assistants, as they were looked up on 28 November 2026. */
const CLIENTS = [
  ["claude-desktop", "/home/ada/.config/Claude/claude_desktop_config.json", "mcpServers", {}],
  ["claude-code", "/home/ada/.claude.json", "mcpServers", { type: "stdio" }],
  ["vscode", "/home/ada/.config/Code/User/mcp.json", "servers", { type: "stdio" }],
  ["cursor", "/home/ada/.cursor/mcp.json", "mcpServers", {}],
  ["codex", "/home/ada/.codex/config.toml", "mcp_servers", {}],
  ["gemini", "/home/ada/.gemini/settings.json", "mcpServers", {}],
  ["windsurf", "/home/ada/.codeium/windsurf/mcp_config.json", "mcpServers", {}],
] as const;

describe("what an assistant gets", () => {
  it.each(CLIENTS)("%s: in %s, below %s", (client, file, key, extra) => {
    for (const [entry, place] of [
      [NPX, LINUX],
      [WINDOWS, { ...LINUX, platform: "win32" }],
    ] as const) {
      const snippet = snippetsFor(npxEntry(place.platform), place).find((each) => each.client === client);
      if (place === LINUX) expect(snippet?.file).toBe(file);
      const text = snippet?.text ?? "";
      const parsed: unknown = snippet?.format === "toml" ? JSON.parse(JSON.stringify(parseToml(text))) : JSON.parse(text);
      expect(parsed).toEqual({ [key]: { "zoom-webinar": { ...extra, ...entry } } });
    }
  });

  it("knows every assistant of the table", () => {
    expect(snippetsFor(NPX, LINUX).map(({ client }) => client)).toEqual(CLIENTS.map(([client]) => client));
  });

  it.each([
    ["Claude Desktop", "darwin", { env: {}, home: "/Users/ada" }, "/Users/ada/Library/Application Support/Claude/claude_desktop_config.json"],
    [
      "Claude Desktop",
      "win32",
      { env: { APPDATA: "C:/Users/ada/AppData/Roaming" }, home: "C:/Users/ada" },
      "C:/Users/ada/AppData/Roaming/Claude/claude_desktop_config.json",
    ],
    ["VS Code", "darwin", { env: {}, home: "/Users/ada" }, "/Users/ada/Library/Application Support/Code/User/mcp.json"],
  ] as const)("%s on %s", (title, platform, place, file) => {
    expect(snippetsFor(NPX, { ...place, platform }).find((each) => each.title === title)?.file).toBe(file);
  });
});

describe("one-click links", () => {
  const linkOf = (client: string) => snippetsFor(NPX, LINUX).find((each) => each.client === client)?.link ?? "";

  it("for VS Code lead there by its redirect, since pages strip vscode: links", () => {
    const [start = "", json = ""] = linkOf("vscode").split("mcp/install?");
    expect(start).toBe("https://vscode.dev/redirect?url=vscode:");
    expect(JSON.parse(decodeURIComponent(json))).toEqual({ name: "zoom-webinar", ...NPX });
  });

  it("for Cursor hold the server as base64", () => {
    const link = new URL(linkOf("cursor"));
    expect([link.origin + link.pathname, link.searchParams.get("name")]).toEqual(["https://cursor.com/en/install-mcp", "zoom-webinar"]);
    expect(JSON.parse(atob(link.searchParams.get("config") ?? ""))).toEqual(NPX);
  });
});

it("mcp show prints each with its file, its text and its link", async () => {
  const cli = cliOf({ catalog: manifest });
  const { code, stdout } = await cli("mcp show", { env: { HOME: "/home/ada" } });
  expect(code).toBe(0);
  for (const [, file] of CLIENTS) expect(stdout).toContain(file);
  expect(stdout).toContain("https://vscode.dev/redirect?url=vscode:mcp/install?");
  const { clients } = JSON.parse((await cli("mcp show --json", { env: { HOME: "/home/ada" } })).stdout) as { clients: { client: string }[] };
  expect(clients).toHaveLength(CLIENTS.length);
  const one = await cli("mcp show --client cursor --json", { env: { HOME: "/home/ada" } });
  expect(JSON.parse(one.stdout).clients).toEqual([expect.objectContaining({ client: "cursor" })]);
  expect(await cli("mcp show --client curser")).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean cursor?") });
});
