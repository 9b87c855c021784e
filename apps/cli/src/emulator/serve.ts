import { InputError, PORTS, readWholeNumber } from "@zoom-webinar/foundation";
import { type AppCredentials, createEmulator, DEMO_CREDENTIALS, openStoredEmulator } from "@zoom-webinar/zoom-emulator";
import { type Io, say } from "../io.ts";
import type { CliOutput } from "../output/output.ts";
import { readEmulatorOptions } from "./options.ts";

const PORT = 4646;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Serves the emulator, says how to use it, and ends when interrupted. Throws `InputError` for a flag that makes no sense, and a port that cannot be had. */
export const serve = async (flags: Readonly<Record<string, unknown>>, io: Io, output: CliOutput): Promise<void> => {
  const port = flags.port === undefined ? PORT : readWholeNumber("--port", flags.port, PORTS, ANOTHER_PORT);
  const host = typeof flags.host === "string" ? flags.host : "127.0.0.1";
  const options = await readEmulatorOptions(flags);
  const emulator = typeof flags.folder === "string" ? await openStoredEmulator({ folder: flags.folder, ...options }) : createEmulator(options);
  try {
    const { url } = await emulator.listen({ port, host }).catch((cause: NodeJS.ErrnoException) => {
      throw InputError.at(
        "--port",
        cause.code === "EADDRINUSE" ? `port ${port} is in use` : `cannot listen on ${host}:${port} (${cause.code ?? cause.message})`,
        ANOTHER_PORT,
        { cause },
      );
    });
    if (!LOOPBACK.test(host)) await say(io.stderr, `Everybody who reaches ${host} can use this emulator.`);
    const people = (await emulator.state.users()).map(({ email }) => email);
    await output.show({ value: { url, environment: environmentFor(url, options.apps?.[0]) }, text: () => welcome(url, people, options.apps?.[0]) });
    await interrupted(io.signal);
  } finally {
    await emulator.close();
  }
};

const ANOTHER_PORT = "Give another --port, or 0 for any free one.";

/** The variables that point a program at the emulator, and the app that it may sign in as. */
const environmentFor = (url: string, app: AppCredentials = DEMO_CREDENTIALS): Record<string, string> => ({
  ZOOM_API_BASE_URL: `${url}/v2`,
  ZOOM_OAUTH_BASE_URL: url,
  ZOOM_ACCOUNT_ID: app.accountId,
  ZOOM_CLIENT_ID: app.clientId,
  ZOOM_CLIENT_SECRET: app.clientSecret,
});

const welcome = (url: string, people: readonly string[], app: AppCredentials | undefined): string =>
  [
    `The emulator of Zoom answers at ${url}. Ctrl-C ends it.`,
    `Its people: ${people.join(", ")}. No mail is ever sent: zoom-webinar emulator mails --url ${url} shows what would have been.`,
    "To use it, paste:",
    ...Object.entries(environmentFor(url, app)).map(([name, value]) => `export ${name}=${value}`),
    "",
  ].join("\n");

const interrupted = (signal: AbortSignal): Promise<void> =>
  signal.aborted ? Promise.resolve() : new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
