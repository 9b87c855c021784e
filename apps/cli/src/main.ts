import { pageRenderers } from "@zoom-webinar/report-page/renderers";
import { fileRenderers } from "@zoom-webinar/webinar-core/doors/file-renderers";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { createProgram } from "./program.ts";

declare const __APP_VERSION__: string | undefined;

const INTERRUPTED = 130;
const interrupt = new AbortController();

for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    // The second one does not wait for anything: what hangs now would hang for ever.
    if (interrupt.signal.aborted) process.exit(INTERRUPTED);
    interrupt.abort();
  });
}

/** A stream of the process that is opened when it is first used: each takes Node a few milliseconds, and a read for a program needs only stdout. */
const errorStream = (() => {
  let opened: typeof process.stderr | undefined;
  return () => {
    if (opened !== undefined) return opened;
    opened = process.stderr;
    opened.on("error", () => {}); // nobody reads stderr: the command goes on
    return opened;
  };
})();

process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  // The reader has seen enough (`| head`): not a failure.
  if (code === "EPIPE") process.exit(0);
  errorStream().write(`error: cannot write the output: ${code === "ENOSPC" ? "the disk is full" : `the system answers ${code ?? "nothing"}`}\n`);
  process.exit(1);
});
const program = createProgram({
  catalog: manifest,
  io: {
    stdout: process.stdout,
    get stderr() {
      return errorStream();
    },
    get stdin() {
      return process.stdin;
    },
    env: process.env,
    cwd: process.cwd(),
    startPager: async (words) => (await import("./output/start-pager.ts")).startPager(words),
    signal: interrupt.signal,
  },
  version: typeof __APP_VERSION__ === "string" ? __APP_VERSION__ : "0.0.0",
  configFolder: async () => (await import("@zoom-webinar/auth")).userFolders(process.env).config,
  openSession: async (options) => (await import("@zoom-webinar/webinar-core/doors")).openSession(options),
  renderers: { ...fileRenderers, ...pageRenderers },
  loadEmulator: async (folder) => (await import("./emulator/embedded.ts")).openEmbedded(folder),
});

const argv = process.argv.slice(2);
let isFailing = false;
process.on("uncaughtException", (error) => {
  if (isFailing) process.exit(1);
  isFailing = true;
  void program.fail(error, argv).then((code) => process.exit(code));
});

// Not process.exit: what was written must reach its reader first.
void program.run(argv).then((code) => {
  process.exitCode = code;
});
