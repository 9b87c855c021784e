import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";

export const autoConfigure = defineOperation({
  id: "account.autoConfigure",
  tool: "auto_configure_zoom",
  summary: "Look for missing Zoom credentials in environment, .env and profile again. Never switches accounts, never shows a secret.",
  alsoKnownAs: `
    find my Zoom credentials, set up Zoom automatically, look for the .env file again, detect the account, pick up new environment variables,
    credentials not found, connect to Zoom, auto setup, re-read the configuration, I added the keys, load the login, I put the keys into the file,
    you should find the credentials now, read the settings anew, search for my API keys again, is there a login on this machine, I filled in the
    env file so try again, detect my set-up, can you find the Zoom keys by yourself, nothing is configured yet, why are there no credentials, get
    us hooked up to Zoom, see if the environment has our keys, the client secret is in place now, check again for a login, I have set the
    variables, connect yourself, first-time set-up of the connection, do you have what you need to sign in, I just saved the secret, have another
    look for the keys, i dropped the keys in the folder - pls retry, have you found any login yet, scan for settings, the env vars should be there
    now, how come it says no credentials, try and get going with what is on this machine, locate the account details yourself, set yourself up`,
  endpoints: [],
  local: true,
  input: z.strictObject({}),
  output: z.object({
    configured: z.boolean(),
    credentials_from: z.string().nullable(),
    account_id: z.string().nullable(),
    looked_again: z.boolean().describe("False: this server keeps the credentials it was started with"),
    switched: z.boolean().describe("True: credentials were missing or refused, and those found are used from now on"),
    left_alone: z.string().nullable().describe("Where credentials of another account were found; they are not used"),
    variables: z.array(z.string()).nullable().describe("Names of the variables that are set; null if it did not look again"),
    next_step: z.string().nullable(),
  }),
  cli: { isHidden: true, examples: ["account auto-configure"] },

  async run(_input, { account }) {
    const { found, switched, leftAlone } = await account.rediscover();
    const { state, credentials_from, account_id } = await account.describe();
    const configured = state !== "no_credentials";
    return {
      configured,
      credentials_from,
      account_id,
      looked_again: found !== null,
      switched,
      left_alone: leftAlone ? (found?.source ?? null) : null,
      variables: found && [...found.variables],
      next_step: leftAlone
        ? `Other credentials are in ${found?.source}, and they are not used. To act for that account, the operator starts this program again with them, or allows the profile with --profiles and configure_zoom switches to it.`
        : configured
          ? null
          : "Run zoom-webinar auth login, or set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET where this program runs, or start it with --emulator; no tool takes a secret.",
    };
  },
  describe: ({ configured, credentials_from, next_step }) => (configured ? `Zoom credentials come from ${credentials_from}` : (next_step ?? "")),
});
