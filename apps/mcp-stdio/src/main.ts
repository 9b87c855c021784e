#!/usr/bin/env node
import { setTimeout as sleep } from "node:timers/promises";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { describeException, describeFailure, describeFlags, openServer, readServerCommand, SERVER_FLAGS } from "@zoom-webinar/mcp-server";
import type { EmbeddedZoom } from "@zoom-webinar/webinar-core";
import { drainingStdio } from "./draining-stdio.ts";

declare const __APP_VERSION__: string;

const NAME = "zoom-webinar-mcp";
/** Answers that are due may take this long after the end of input, and sockets this long to close: together below the two seconds that hosts wait. */
const DRAIN_MS = 1_200;
const CLOSE_MS = 300;

/** stdout belongs to the protocol; everything for people goes here. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const loadEmulator = async (folder: string): Promise<EmbeddedZoom> => {
  const { DEMO_CREDENTIALS, openStoredEmulator } = await import("@zoom-webinar/zoom-emulator");
  const { send, close } = await openStoredEmulator({ folder });
  return { send, close, credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS } };
};

/** Serves until the client is gone. Resolves with the exit code. */
const serve = async (): Promise<number> => {
  const command = readServerCommand(SERVER_FLAGS, { argv: process.argv.slice(2), env: process.env });
  if (command.wants !== null) {
    process.stdout.write(
      command.wants === "version" ? `${__APP_VERSION__}\n` : describeFlags(NAME, "Zoom webinars for AI assistants, over stdio.", SERVER_FLAGS),
    );
    return 0;
  }
  const { env } = process;
  const server = await openServer({
    ...command,
    door: "mcp-stdio",
    env,
    cwd: process.cwd(),
    version: __APP_VERSION__,
    loadEmulator,
    say,
    isOwn: true,
  });
  const { transport, end, drained, closed } = drainingStdio({ stdin: process.stdin, stdout: process.stdout, graceMs: DRAIN_MS });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      end();
      process.once(signal, () => process.exit(1)); // asked twice: now
    });
  }
  process.on("unhandledRejection", (error) => server.log.error("internal", describeException(error)));
  const connection = serveStdio(server.factory, { transport, onerror: (error) => server.log.debug("protocol", describeException(error)) });
  void drained.then(() => connection.close());
  const fault = await closed;
  if (fault !== null) say(`${NAME}: the connection broke: ${fault.message}`);
  await Promise.race([server.close(), sleep(CLOSE_MS)]);
  return fault === null ? 0 : 1;
};

/** A start that cannot work, and a fault that nobody caught, say why in one line; nothing of ours prints a stack. */
const explain = (error: unknown): number => {
  const { line, exitCode } = describeFailure(error);
  say(`${NAME}: ${line}`);
  return exitCode;
};

// A reader that went away is handled where we write; without a listener the stream's error would end the process with a stack.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
process.on("uncaughtException", (error) => process.exit(explain(error)));

const code = await serve().catch(explain);
// Timers and sockets that are still open must not hold the process; what was written must be out.
process.stdout.write("", () => process.exit(code));
