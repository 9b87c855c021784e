import type { Place } from "./clients.ts";
import type { ServerEntry } from "./merge.ts";

/** How this program was started. */
export interface Launch {
  readonly execPath: string;
  readonly script: string;
  /** Null: whichever is newest. */
  readonly version: string | null;
  readonly platform: Place["platform"];
}

/** The entry that starts our server, with some of its flags, as this program was started: by npx with its version, or by node with its path. Never a secret. */
export const entryFor = (
  { execPath, script, version, platform }: Launch,
  { profile, emulator }: { profile: string | undefined; emulator: boolean },
  flags: readonly string[] = [],
): ServerEntry => {
  const args = ["mcp", "serve", ...(emulator ? ["--emulator"] : []), ...flags];
  const env = profile === undefined ? {} : { env: { ZOOM_PROFILE: profile } };
  if (!/[\\/]_npx[\\/]/.test(script)) return { command: execPath, args: [script, ...args], ...env };
  const npx = ["-y", version === null ? "zoom-webinar" : `zoom-webinar@${version}`, ...args];
  // Windows cannot start npx, which is a script there, without a shell.
  return platform === "win32" ? { command: "cmd", args: ["/c", "npx", ...npx], ...env } : { command: "npx", args: npx, ...env };
};
