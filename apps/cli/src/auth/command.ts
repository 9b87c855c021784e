import type { Command } from "commander";
import type { OwnCall } from "../own-commands.ts";
import { readSettings } from "../settings.ts";
import type { AuthCall } from "./call.ts";

interface Verb {
  summary: string;
  /** What help adds. */
  more?: string;
  options?: readonly (readonly [flags: string, description: string])[];
  run(call: AuthCall): Promise<void>;
}

const VERBS: Readonly<Record<string, Verb>> = {
  login: {
    summary: "Sign in and save the credentials as a profile: as yourself in the browser, or as an account's app with --server-to-server.",
    more: "No flag takes a secret: it is asked for, or read with --stdin.",
    options: [
      ["--server-to-server", "a Server-to-Server OAuth app of the account: account ID, client ID, client secret"],
      ["--client-id <id>", "client ID of the app (asked for if left out)"],
      ["--account-id <id>", "account ID, with --server-to-server"],
      ["--stdin", "read JSON from stdin: account_id, client_id, client_secret; what a flag sets may be left out"],
      ["--for <words>", "tasks, resources or operations to list scopes for: hosts,plan,prepare,register,run,results,quality"],
      ["--port <number>", "local port to which the browser returns; if left out: any free one"],
      ["--timeout <seconds>", "how long to wait for the browser; if left out: 300"],
      ["--no-browser", "only print the link"],
    ],
    run: async (call) => (await import("./login.ts")).login(call),
  },
  status: {
    summary: "Show who is signed in and whether the token is valid; Zoom is not asked.",
    run: async (call) => (await import("./status.ts")).status(call),
  },
  refresh: {
    summary: "Ask for a new token now, for instance after the app's scopes were changed.",
    run: async (call) => (await import("./status.ts")).refresh(call),
  },
  logout: { summary: "End a sign-in at Zoom, and remove its profile.", run: async (call) => (await import("./logout.ts")).logout(call) },
  list: { summary: "List the profiles.", run: async (call) => (await import("./list.ts")).list(call) },
};

/** Adds verbs and their actions to the `auth` command. Returns the deepest command that was named. */
export const buildAuthCommand = ({ command: auth, verb, deps, output, globals }: OwnCall): Command => {
  auth
    .description("Sign in and out. A profile holds one sign-in; --profile names it, otherwise it is called default.")
    .usage("<verb> [flags]")
    .commandsGroup("Verbs:");
  let deepest = auth;
  for (const [name, { summary, more, options = [], run }] of Object.entries(VERBS)) {
    const command = auth.command(name).description(summary);
    for (const [flags, description] of options) command.option(flags, description);
    if (more !== undefined) command.addHelpText("after", `\n${more}`);
    command.action(async () => run({ flags: command.opts(), settings: readSettings(globals(), deps.io.env, deps.defaults), deps, output }));
    if (name === verb) deepest = command;
  }
  return deepest;
};
