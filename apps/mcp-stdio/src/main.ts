import { setTimeout as sleep } from "node:timers/promises";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { describeException, describeFlags, openServer, readServerCommand, runProgram, SERVER_FLAGS, say } from "@zoom-webinar/mcp-server";
import { embeddedFrom } from "@zoom-webinar/webinar-core/doors";
import { drainingStdio } from "./draining-stdio.ts";

declare const __APP_VERSION__: string;

const NAME = "zoom-webinar-mcp";
/** Answers that are due may take this long after the end of input, and sockets this long to close: together below the two seconds that hosts wait. */
const DRAIN_MS = 1_200;
const CLOSE_MS = 300;

const loadEmulator = embeddedFrom(() => import("@zoom-webinar/zoom-emulator"));

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
  const isTyped = process.stdin.isTTY === true;
  const { transport, end, drained, closed } = drainingStdio({
    stdin: process.stdin,
    stdout: process.stdout,
    graceMs: DRAIN_MS,
    // Whoever wrote the client looks here, and nothing else says it.
    onFault: isTyped
      ? () => say(`${NAME}: That is no MCP message: an assistant sends those.\nCtrl-D ends the server; commands are for the shell.`)
      : ({ id, error }) => server.log.error("malformed", { id, code: error.code, message: error.message }),
  });
  if (isTyped)
    say(`${NAME}: Waiting for MCP messages on stdin.\nAn assistant starts this server by itself, once mcp install has set it up.\nCtrl-D ends it.`);
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

void runProgram(NAME, serve);
