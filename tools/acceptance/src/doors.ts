import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { Client as ModernClient, StreamableHTTPClientTransport as ModernHttp } from "@modelcontextprotocol/client";
import { StdioClientTransport as ModernStdio } from "@modelcontextprotocol/client/stdio";
import { Client as LegacyClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as LegacyStdio } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as LegacyHttp } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { createProgram } from "@zoom-webinar/cli/program";
import { type ErrorReport, virtualClock, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { pageRenderers } from "@zoom-webinar/report-page/renderers";
import { connect } from "@zoom-webinar/webinar-core";
import { type CatalogEntry, commandOf, manifest, openSession } from "@zoom-webinar/webinar-core/doors";
import { fileRenderers } from "@zoom-webinar/webinar-core/doors/file-renderers";
import { createEmulator, type Emulator } from "@zoom-webinar/zoom-emulator";

/** What a call came to, the same form for every door. */
export type Outcome = { ok: unknown } | { error: Pick<ErrorReport, "code" | "message" | "hint"> & { preview?: unknown } };

/** One door on a Zoom of its own; all doors' worlds are alike. */
export interface Door {
  name: string;
  /** Its Zoom. */
  emulator: Emulator;
  /** `asJson`: in the terminal by --input, not by flags. */
  call(entry: CatalogEntry, input: Record<string, unknown>, asJson?: boolean): Promise<Outcome>;
  close(): Promise<void>;
}

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const APPS = {
  cli: join(ROOT, "apps/cli/dist/main.js"),
  stdio: join(ROOT, "apps/mcp-stdio/dist/main.js"),
  http: join(ROOT, "apps/mcp-http/dist/main.js"),
};
// Later than any day on which this runs: what is to come in these worlds is to come for the apps, which have the machine's clock.
const NOW = Date.UTC(2038, 0, 15, 12);

const toError = ({ code, message, hint, details }: ErrorReport): Outcome => ({
  error: { code, message, ...(hint === undefined ? {} : { hint }), ...(details?.preview === undefined ? {} : { preview: details.preview }) },
});
/** As JSON would have it: what is undefined is not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Variables for an app besides those that lead it to its world; given the folder that is its home. */
type More = (home: string) => Record<string, string>;

/** A world on a port, and the environment that leads an app there. */
export const world = async (more: More = () => ({})) => {
  // Its clock stands still, so that a second's requests would never be used up.
  const emulator = createEmulator({ clock: virtualClock(NOW), rateLimits: false });
  const server = await emulator.listen({ port: 0 });
  const home = await mkdtemp(join(tmpdir(), "zw-doors-"));
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? "",
    ZOOM_WEBINAR_HOME: home,
    ZOOM_WEBINAR_SAFETY: "trusted",
    ZOOM_API_BASE_URL: `${server.url}/v2`,
    ZOOM_OAUTH_BASE_URL: server.url,
    ZOOM_ACCOUNT_ID: "demo-account",
    ZOOM_CLIENT_ID: "demo-client",
    ZOOM_CLIENT_SECRET: "demo-secret",
    ...more(home),
  };
  const close = async () => {
    await emulator.close();
    await rm(home, { recursive: true, force: true });
  };
  return { emulator, env, home, close };
};

/** A program says its safety by an option, not by a variable. */
export const libraryDoor = async (more?: More, safety: "trusted" | "confirm" = "trusted"): Promise<Door> => {
  const { emulator, env, close } = await world(more);
  const zoom = await connect({ env, safety });
  return {
    name: "library",
    emulator,
    call: (entry, input) =>
      zoom.run(entry.id, input).then(
        (output) => ({ ok: plain(output) }),
        (error: ZoomWebinarError) => toError(error.toReport()),
      ),
    close: async () => {
      await zoom.close();
      await close();
    },
  };
};

/** The input as a person would type it. */
const toFlags = (entry: CatalogEntry, input: Record<string, unknown>): string[] => {
  const positional = entry.positional.flatMap((field) =>
    Array.isArray(input[field])
      ? input[field].map((item: unknown) => (typeof item === "string" ? item : JSON.stringify(item)))
      : input[field] === undefined
        ? []
        : [String(input[field])],
  );
  const flags = Object.entries(input).flatMap(([field, value]) => {
    if (entry.positional.includes(field)) return [];
    const flag = `--${field.replaceAll("_", "-")}`;
    if (typeof value === "boolean") return [value ? flag : flag.replace("--", "--no-")];
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.flatMap((item) => [flag, item]);
    return [flag, typeof value === "object" ? JSON.stringify(value) : String(value)];
  });
  return [...flags, ...(positional.length > 0 ? ["--", ...positional] : [])];
};

/** Keeps what is written to it. */
const sink = () => {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString("utf8") });
};

/** Exit codes of long operations that reached some and not all. */
const PARTLY: ReadonlySet<number> = new Set([6, 7, 8, 130]);

/** The command line in this process, a program of its own for each call, as `main.ts` makes it: a process for each would take most of the suite's time. */
export const cliDoor = async (more?: More): Promise<Door> => {
  const { emulator, env, home, close } = await world(more);
  return {
    name: "cli",
    emulator,
    call: async (entry, input, asJson = false) => {
      const [stdout, stderr] = [sink(), sink()];
      const stdin = Readable.from(asJson ? [JSON.stringify(input)] : []);
      const io = { stdout, stderr, stdin, env, cwd: home, signal: new AbortController().signal };
      const loadEmulator = () => Promise.reject(new Error("every door has its Zoom on a port"));
      const program = createProgram({
        catalog: manifest,
        io,
        version: "0.0.0",
        configFolder: async () => home,
        openSession,
        renderers: { ...fileRenderers, ...pageRenderers },
        loadEmulator,
      });
      const args = [...commandOf(entry.id).split(" "), "--json", ...(asJson ? ["--input", "-"] : toFlags(entry, input))];
      const code = await program.run(args);
      const [out, err] = [stdout.text(), stderr.text()];
      try {
        // An answer that is not all that was asked for is an answer, with an exit code of its own.
        if (code === 0 || (out !== "" && PARTLY.has(code))) return { ok: JSON.parse(out) };
        if (out !== "") throw new Error("a failed command wrote to stdout");
        const line = err.trim().split("\n").at(-1) ?? "";
        return toError((JSON.parse(err.startsWith('{"error') ? err : line) as { error: ErrorReport }).error);
      } catch (cause) {
        throw new Error(`${args.join(" ")}\n${out}\n${err}`, { cause });
      }
    },
    close,
  };
};

interface ToolResult {
  isError?: boolean | undefined;
  structuredContent?: unknown;
  content?: unknown;
}
const toOutcome = ({ isError, structuredContent, content }: ToolResult): Outcome => {
  if (structuredContent === undefined) throw new Error(`a result without structuredContent: ${JSON.stringify(content)}`);
  // The one thing that this door says and no other.
  const { untrusted_text: _warning, ...data } = structuredContent as Record<string, unknown>;
  return isError ? toError((data as unknown as { error: ErrorReport }).error) : { ok: data };
};

export type Era = "2026-07-28" | "2025-11-25";

export const stdioDoor = async (era: Era, more?: More): Promise<Door> => {
  const { emulator, env, home, close } = await world(more);
  const launch = { command: process.execPath, args: [APPS.stdio, "--surface", "full"], env, cwd: home, stderr: "ignore" as const };
  const client =
    era === "2026-07-28"
      ? new ModernClient({ name: "acceptance", version: "1" }, { versionNegotiation: { mode: "auto" } })
      : new LegacyClient({ name: "acceptance", version: "1" });
  if (client instanceof ModernClient) await client.connect(new ModernStdio(launch));
  else await client.connect(new LegacyStdio(launch));
  return {
    name: `stdio ${era}`,
    emulator,
    call: async (entry, input) => toOutcome((await client.callTool({ name: entry.tool, arguments: input })) as ToolResult),
    close: async () => {
      await client.close();
      await close();
    },
  };
};

/** Starts the built HTTP app on a free port and returns its URL. */
const startHttp = async (env: Record<string, string>, cwd: string, flags: string[] = []): Promise<{ url: string; child: ChildProcess }> => {
  const child = spawn(process.execPath, [APPS.http, "--port", "0", ...flags], { env, cwd, stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  const url = await new Promise<string>((done, fail) => {
    child.on("exit", (code) => fail(new Error(`mcp-http ended with ${code}: ${text}`)));
    child.stderr?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      const found = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(text);
      if (found) done(found[0]);
    });
  });
  return { url, child };
};

export const httpDoor = async (era: Era, more?: More): Promise<Door> => {
  const { emulator, env, home, close } = await world(more);
  const { url, child } = await startHttp(env, home, ["--surface", "full"]);
  const client =
    era === "2026-07-28"
      ? new ModernClient({ name: "acceptance", version: "1" }, { versionNegotiation: { mode: "auto" } })
      : new LegacyClient({ name: "acceptance", version: "1" });
  if (client instanceof ModernClient) await client.connect(new ModernHttp(new URL(url)));
  // The v1 SDK's own transport type lacks exactOptionalPropertyTypes.
  else await client.connect(new LegacyHttp(new URL(url)) as unknown as Parameters<typeof client.connect>[0]);
  return {
    name: `http ${era}`,
    emulator,
    call: async (entry, input) => toOutcome((await client.callTool({ name: entry.tool, arguments: input })) as ToolResult),
    close: async () => {
      await client.close();
      child.kill("SIGTERM");
      await close();
    },
  };
};
