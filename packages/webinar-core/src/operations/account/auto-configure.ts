import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";

export const autoConfigure = defineOperation({
  id: "account.autoConfigure",
  tool: "auto_configure_zoom",
  summary: "Look for Zoom credentials in environment, .env and profile again, and say what was found; never a secret.",
  alsoKnownAs: `
    find my Zoom credentials, set up Zoom automatically, look for the .env file again, detect the account, pick up new environment variables,
    credentials not found, connect to Zoom, auto setup, re-read the configuration, I added the keys, load the login`,
  endpoints: [],
  scopes: { classic: [], granular: [] },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  local: true,
  input: z.strictObject({}),
  output: z.object({
    configured: z.boolean(),
    credentials_from: z.string().nullable(),
    account_id: z.string().nullable(),
    looked_again: z.boolean().describe("False: this server keeps the credentials it was started with"),
    switched: z.boolean().describe("True: other credentials are used from now on"),
    variables: z.array(z.string()).nullable().describe("Names of the variables that are set; null where it did not look again"),
    next_step: z.string().nullable(),
  }),
  cli: { examples: ["account auto-configure"] },

  async run(_input, { account }) {
    const { found, switched } = await account.rediscover();
    const { state, credentials_from, account_id } = await account.describe();
    const configured = state !== "no_credentials";
    return {
      configured,
      credentials_from,
      account_id,
      looked_again: found !== null,
      switched,
      variables: found && [...found.variables],
      next_step: configured
        ? null
        : "Run zoom-webinar auth login, or set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET where this program runs, or start it with --emulator; no tool takes a secret.",
    };
  },
  describe: ({ configured, credentials_from, next_step }) => (configured ? `Zoom credentials come from ${credentials_from}` : (next_step ?? "")),
});
