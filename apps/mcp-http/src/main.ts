#!/usr/bin/env node
import { describeFlags, readServerCommand, runProgram, say } from "@zoom-webinar/mcp-server";
import { embeddedFrom } from "@zoom-webinar/webinar-core/doors";
import { HTTP_FLAGS, isLoopback } from "./http-options.ts";
import { openHttp } from "./open-http.ts";

declare const __APP_VERSION__: string;

const NAME = "zoom-webinar-mcp-http";

const loadEmulator = embeddedFrom(() => import("@zoom-webinar/zoom-emulator"));

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });

/** Serves until asked to stop. Resolves with the exit code. */
const serve = async (): Promise<number> => {
  const { env } = process;
  const command = readServerCommand(HTTP_FLAGS, { argv: process.argv.slice(2), env });
  if (command.wants !== null) {
    process.stdout.write(
      command.wants === "version" ? `${__APP_VERSION__}\n` : describeFlags(NAME, "Zoom webinars for AI assistants, over HTTP.", HTTP_FLAGS),
    );
    return 0;
  }
  const stopping = askedToStop();
  const http = await openHttp({ ...command, env, cwd: process.cwd(), version: __APP_VERSION__, loadEmulator, say });
  process.on("unhandledRejection", http.onFault);
  say(`${NAME}: listening on ${http.url}`);
  if (command.values["admin-port"] !== undefined) say(`${NAME}: health and figures on ${http.adminUrl}`);
  if (!isLoopback(command.values.host) && http.isOpen)
    say(`${NAME}: anybody who reaches this address can use the account; only Hosts named by --allow-host are served`);
  await stopping;
  await http.close();
  return 0;
};

void runProgram(NAME, serve);
