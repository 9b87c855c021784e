import { chmod, mkdir, mkdtemp, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse as parseJsonc } from "jsonc-parser";
import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { madeUpOperations } from "../test/operations.ts";
import { cliOf } from "../test/run-cli.ts";
import { CLIENTS, placeOf } from "./clients.ts";
import { entryFor } from "./entry.ts";
import { mergeServer } from "./merge.ts";

const cli = cliOf({ catalog: madeUpOperations().catalog });
const inHome = async () => {
  const home = await mkdtemp(join(tmpdir(), "home-"));
  const env = { HOME: home, XDG_CONFIG_HOME: join(home, ".config"), APPDATA: join(home, "AppData") };
  return { home, env, run: (line: string) => cli(line, { env }) };
};

const JSONC = `{
  // what I use every day
  "mcpServers": {
    "other": { "command": "other", "args": ["--secret-free"] }, // keep me
  },
  "unknown": [1, 2, /* inside */ 3],
}
`;
const TOML = `# mine
model = "x" # the model

[mcp_servers.other]
command = "other" # keep me
args = ["a"]

[profiles.work]
model = "y"
`;

describe("mcp install", () => {
  it.each(Object.keys(CLIENTS))("writes %s's own file for its owner alone, and uninstall takes exactly that out", async (client) => {
    const { env, run } = await inHome();
    const file = CLIENTS[client]?.file(placeOf(env)) ?? "";
    expect(await run(`mcp install --client ${client}`)).toMatchObject({ code: 0 });
    const text = await readFile(file, "utf8");
    expect(text).toContain("zoom-webinar");
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await run(`mcp install --client ${client}`)).toMatchObject({ code: 0, stderr: "Nothing to change: it was done already.\n" });
    expect(await readFile(file, "utf8")).toBe(text);
    expect((await run(`mcp uninstall --client ${client}`)).code).toBe(0);
    expect(await readFile(file, "utf8")).not.toContain("zoom-webinar");
  });

  it.each([
    ["json", "mcpServers", JSONC, parseJsonc],
    ["toml", "mcp_servers", TOML, parseToml],
  ] as const)("keeps comments, other servers and unknown keys of %s, there and back", (format, key, text, parse) => {
    const entry = { command: "npx", args: ["-y", "zoom-webinar@1.2.3", "mcp", "serve"], env: { ZOOM_PROFILE: "team" } };
    const added = mergeServer(text, { format, key }, entry, "file");
    for (const line of text.split("\n").filter((each) => each.trim().length > 3)) expect(added).toContain(line.trim());
    const config = parse(added) as Record<string, Record<string, unknown>>;
    expect(config[key]).toMatchObject({ other: { command: "other" }, "zoom-webinar": entry });
    const changed = mergeServer(added, { format, key }, { ...entry, command: "node" }, "file");
    expect((parse(changed) as typeof config)[key]).toMatchObject({ "zoom-webinar": { command: "node" } });
    const removed = mergeServer(changed, { format, key }, null, "file");
    expect(parse(removed)).toEqual(parse(text));
    for (const comment of text.match(/(\/\/|\/\*|#).*/g) ?? []) expect(removed).toContain(comment.trim());
  });

  it.each([
    [
      "a comment that opens the servers",
      '{"mcpServers": { // inside\n  "other": {"command": "x", "args": ["// no comment", "/* s */"]}, // trailing\n  }\n}\n',
    ],
    ["one line", '{"mcpServers":{"other":{"command":"x"}},"a":1}'],
    ["no server", '{\n  "mcpServers": {}\n}\n'],
    ["tabs and a comment behind", '{\n\t"mcpServers": {\n\t\t"other": {"command": "x"} /* last */\n\t}\n}\n'],
    ["a byte order mark and Windows lines", '\u{feff}{\r\n  "mcpServers": {\r\n    "other": { "command": "x" }\r\n  }\r\n}\r\n'],
  ])("uninstall leaves every other character as it was: %s", (_what, text) => {
    const client = { format: "json", key: "mcpServers" } as const;
    const added = mergeServer(text, client, { command: "npx", args: ["-y"] }, "file");
    const removed = mergeServer(added, client, null, "file");
    const squeezed = (each: string) => each.replaceAll(/[ \t\r\n]+/g, "");
    expect(squeezed(removed)).toBe(squeezed(text));
    for (const line of text.split(/\r?\n/).filter((each) => each.includes("other") && each.includes("\n"))) expect(removed).toContain(line);
    expect(removed.startsWith("\u{feff}")).toBe(text.startsWith("\u{feff}"));
  });

  it.each(["", "[a]\r\nb = 1\r\n", "[a]\r\nb = 1", "[servers.other]\r\ncommand = 'x'\r\n\r\n"])(
    "uninstall understands the Windows lines that install wrote: %j",
    (text) => {
      const client = { format: "toml", key: "servers" } as const;
      const added = mergeServer(text, client, { command: "npx", args: ["-y"] }, "file");
      const again = mergeServer(added, client, { command: "npx", args: ["-y"] }, "file");
      expect(mergeServer(again, client, null, "file").trimEnd()).toBe(text.trimEnd());
    },
  );

  it.each(["json", "toml"] as const)("keeps what somebody added to our own entry in %s, such as variables", (format) => {
    const client = { format, key: "servers" };
    const earlier =
      format === "json"
        ? '{"servers":{"zoom-webinar":{"command":"mine","args":[],"env":{"K":"v"},"timeout":5}}}'
        : '[servers.zoom-webinar]\ncommand = "mine"\nargs = []\ntimeout = 5\n[servers.zoom-webinar.env]\nK = "v"\n';
    const text = mergeServer(earlier, client, { command: "npx", args: ["-y"], env: { ZOOM_PROFILE: "team" } }, "file");
    const read = format === "json" ? JSON.parse : parseToml;
    expect(read(text)).toEqual({
      servers: { "zoom-webinar": { command: "npx", args: ["-y"], timeout: 5, env: { K: "v", ZOOM_PROFILE: "team" } } },
    });
  });

  it("never replaces what it kept of an earlier change", async () => {
    const { env, run } = await inHome();
    const file = CLIENTS.cursor?.file(placeOf(env)) ?? "";
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSONC);
    await run("mcp install --client cursor");
    await run("mcp uninstall --client cursor");
    expect(await readFile(`${file}.before-zoom-webinar`, "utf8")).toBe(JSONC);
    expect(await readFile(`${file}.before-zoom-webinar-2`, "utf8")).toContain("zoom-webinar");
  });

  it("keeps the earlier file beside it, the file's rights, and a link that leads to it", async () => {
    const { home, env, run } = await inHome();
    const file = CLIENTS.cursor?.file(placeOf(env)) ?? "";
    const real = join(home, "real.json");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(real, JSONC);
    await chmod(real, 0o640);
    await symlink(real, file);
    expect((await run("mcp install --client cursor")).code).toBe(0);
    expect(await readFile(real, "utf8")).toContain("zoom-webinar");
    expect((await stat(real)).mode & 0o777).toBe(0o640);
    expect(await readFile(`${file}.before-zoom-webinar`, "utf8")).toBe(JSONC);
  });

  it("writes nothing with --dry-run, nor with --client print", async () => {
    const { env, run } = await inHome();
    const dry = await run("mcp install --client vscode --dry-run --json");
    expect(JSON.parse(dry.stdout)).toMatchObject({ would_change: true });
    expect(JSON.parse(dry.stdout)).not.toHaveProperty("changed");
    expect(JSON.parse((await run("mcp uninstall --client vscode --dry-run --json")).stdout)).toMatchObject({ would_change: false });
    expect((await run("mcp install --client vscode --dry-run")).stderr).toContain("Dry run");
    await expect(stat(CLIENTS.vscode?.file(placeOf(env)) ?? "")).rejects.toThrow();
    expect(JSON.parse((await run("mcp install --client print")).stdout)).toHaveProperty(["mcpServers", "zoom-webinar", "args"]);
  });

  it.each([
    ['{"mcpServers": ', /cannot be read: \w+ in line 1/],
    ["[]", /does not hold an object/],
    ['{"mcpServers":[]}', /mcpServers in it is not an object/],
    ['{"mcpServers":null}', /mcpServers in it is not an object/],
    ['{"mcpServers":{},"mcpServers":{"a":{}}}', /mcpServers appears in it twice/],
    [`{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, /nested too deeply/],
  ])("leaves %.40j alone and says why", async (text, message) => {
    const { env, run } = await inHome();
    const file = CLIENTS.gemini?.file(placeOf(env)) ?? "";
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    const { code, stderr } = await run("mcp install --client gemini");
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(await readFile(file, "utf8")).toBe(text);
  });

  it("names the assistant that was perhaps meant", async () => {
    expect(await cli("mcp install --client cursr")).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean cursor?") });
    const several = expect.stringContaining("did you mean claude-desktop, claude-code or codex?");
    expect(await cli("mcp install --client clode")).toMatchObject({ code: 2, stderr: several });
  });

  it("starts the server as this program was started, with a profile's name and never a secret", () => {
    const at = (script: string, platform: NodeJS.Platform) =>
      entryFor({ execPath: "/usr/bin/node", script, version: "1.2.3", platform }, { profile: "team", emulator: false });
    expect(at("/opt/cli/main.js", "linux")).toEqual({
      command: "/usr/bin/node",
      args: ["/opt/cli/main.js", "mcp", "serve"],
      env: { ZOOM_PROFILE: "team" },
    });
    expect(at("/home/a/.npm/_npx/1/node_modules/.bin/zoom-webinar", "darwin")).toMatchObject({
      command: "npx",
      args: ["-y", "zoom-webinar@1.2.3", "mcp", "serve"],
    });
    expect(at("C:\\a\\_npx\\1\\zoom-webinar", "win32")).toMatchObject({
      command: "cmd",
      args: ["/c", "npx", "-y", "zoom-webinar@1.2.3", "mcp", "serve"],
    });
  });
});
