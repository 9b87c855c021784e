import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A built app that runs, with everything it printed. */
export interface AppChild {
  readonly child: ChildProcessWithoutNullStreams;
  readonly out: { stdout: string; stderr: string };
  readonly ended: Promise<number | null>;
  /** Bytes of memory that it takes now; null if the system does not say. */
  rssBytes(): number | null;
}

export const entryOf = (app: "mcp-stdio" | "mcp-http"): string => fileURLToPath(new URL(`../../../apps/${app}/dist/main.js`, import.meta.url));

/** Starts a built app on the emulator, with a state folder of its own that is removed when the app exits. */
export const startApp = (app: "mcp-stdio" | "mcp-http", args: readonly string[]): AppChild => {
  const home = mkdtempSync(join(tmpdir(), "zw-app-"));
  const child = spawn(process.execPath, [entryOf(app), "--emulator", ...args], { env: { PATH: process.env.PATH, ZOOM_WEBINAR_HOME: home } });
  const out = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      out[stream] += text;
    });
  }
  child.stdin.on("error", () => {});
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      rmSync(home, { recursive: true, force: true });
      resolve(code);
    });
  });
  const rssBytes = () => {
    try {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      return kilobytes === undefined ? null : Number(kilobytes) * 1024; // a process that is ending has no such line
    } catch {
      return null; // only Linux has it
    }
  };
  return { child, out, ended, rssBytes };
};
