import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APPS } from "./doors.ts";
import { blocksOf } from "./pages/pages.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "zw-http-docs-"));
});
let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL"); // also where the test failed before it stopped it
  rmSync(home, { recursive: true, force: true });
});

const ON_ANY_PORT = { ZOOM_WEBINAR_PORT: "0" };

/** Runs a block in the home folder; the last line is the server. `token` is what the lines before it put into that variable. */
const serve = async (block: string, env: Readonly<Record<string, string>> = {}) => {
  const lines = block.trim().replaceAll("9090", "0").split("\n");
  const server = (lines.pop() ?? "")
    .replace(/^zoom-webinar-mcp-http/, `node ${APPS.http}`)
    .replace("node apps/mcp-http/dist/main.js", `node ${APPS.http}`)
    .replace(/^node /, `exec "${process.execPath}" `);
  const script = [...lines, 'printf %s "$token" > token', server].join("\n");
  const started = spawn("bash", ["-euc", `token=\n${script}`], {
    cwd: home,
    env: { PATH: process.env.PATH ?? "", ZOOM_WEBINAR_HOME: join(home, "state"), ...ON_ANY_PORT, ...env },
  });
  child = started;
  let said = "";
  started.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => started.on("close", resolve));
  await expect.poll(() => /listening on \S+\n/.test(said) || started.exitCode !== null, { timeout: 10_000 }).toBe(true);
  const port = /listening on http:\S+:(\d+)\/mcp/.exec(said)?.[1];
  expect(port, said).toBeDefined();
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    token: readFileSync(join(home, "token"), "utf8"),
    said: () => said,
    stop: async () => {
      started.kill("SIGTERM");
      return ended;
    },
  };
};

const META = { "io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {} };
const listUsers = (url: string, token: string) =>
  fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": "get_users",
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "get_users", arguments: {}, _meta: META } }),
  });

/** Every block marked "test: http" starts a server as it is, with no setting beside it; only ports are free ones. */
const blocks = ["README.md", "apps/mcp-http/README.md", "docs/http.md"].flatMap((page) =>
  blocksOf(page, "http").map((block) => [page, block.trim(), block] as const),
);

it("are as many as there are", () =>
  expect(blocks.map(([page]) => page)).toEqual(["README.md", "apps/mcp-http/README.md", ...Array(5).fill("docs/http.md")]));

describe("HTTP commands of the pages", () => {
  it.each(blocks)("%s: %s", async (_page, _shown, block) => {
    const [principals = ""] = blocksOf("docs/http.md", "principals");
    // As an editor saves it: what the server wants of the file is in the block.
    writeFileSync(join(home, "principals.json"), principals, { mode: 0o644 });
    const { url, token, said, stop } = await serve(block);
    const answer = await listUsers(url, token);
    if (block.includes("--auth oauth")) {
      expect(answer.status).toBe(401);
      const metadata = await fetch(new URL("/.well-known/oauth-protected-resource/mcp", url));
      expect(await metadata.json()).toMatchObject({ resource: "https://mcp.example.com/mcp", authorization_servers: ["https://auth.example.com"] });
    } else {
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("ada@example.com");
    }
    if (block.includes("--auth bearer")) expect((await listUsers(url, "guessed")).status).toBe(401);
    if (block.includes("--admin-port")) expect(said()).toMatch(/health and figures on http:\/\/127\.0\.0\.1:\d+\n/);
    expect(await stop()).toBe(0);
  });

  it("docs/http.md: the variables of a container", async () => {
    const [text = ""] = blocksOf("docs/http.md", "env");
    const secrets = join(home, "secrets");
    mkdirSync(secrets);
    writeFileSync(join(secrets, "zoom_client_secret"), "a-secret\n");
    writeFileSync(join(secrets, "tokens"), `bot ${createHash("sha256").update("good").digest("hex")}\n`);
    const env = parseEnv(text.replaceAll("/run/secrets", secrets).replace("/state", join(home, "state")).replace("9090", "0")) as Record<
      string,
      string
    >;
    const { url, said, stop } = await serve("zoom-webinar-mcp-http", env);
    expect((await listUsers(url, "")).status).toBe(401);
    const port = /health and figures on http:\/\/0\.0\.0\.0:(\d+)/.exec(said())?.[1];
    expect(await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()).toEqual({ status: "ready" });
    expect(said()).not.toContain("no Zoom credentials");
    expect(await stop()).toBe(0);
  });
});
