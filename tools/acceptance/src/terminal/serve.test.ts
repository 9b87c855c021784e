import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APPS } from "../doors.ts";
import { openTerminal, whyNoTerminal } from "./pseudo-terminal.ts";

const reason = whyNoTerminal();
if (reason !== null) console.warn(`No server is started in a terminal: ${reason}.`);

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zw-serve-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe.skipIf(reason !== null)("mcp serve, typed by a person", () => {
  it("says what it waits for, what was typed in vain and how it ends, in words and not in JSON", { timeout: 20_000 }, async () => {
    const env = { PATH: process.env.PATH ?? "", HOME: home, ZOOM_WEBINAR_HOME: join(home, "home") };
    const terminal = openTerminal([process.execPath, APPS.cli, "mcp", "serve", "--emulator"], { columns: 200, env, cwd: home });
    try {
      await terminal.shows(/Waiting for MCP messages on stdin\.[\s\S]*Ctrl-D ends it\./);
      terminal.press("webinars list\n");
      await terminal.shows(/That is no MCP message/);
      expect(terminal.screen()).not.toContain('"level"');
      terminal.press("\u0004");
      expect(await terminal.ended).toBe(0);
    } finally {
      terminal.kill();
    }
  });
});
