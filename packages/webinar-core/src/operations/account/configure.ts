import { NotFoundError } from "@zoom-webinar/foundation";
import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";

export const configure = defineOperation({
  id: "account.configure",
  tool: "configure_zoom",
  summary: "Tell which credentials are used and which profiles there are. Takes a profile's name, never a secret.",
  endpoints: [],
  scopes: { classic: [], granular: [] },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  local: true,
  input: z.strictObject({ profile: z.string().min(1).max(64).optional().describe("Name of a profile that the operator set up") }),
  output: z.object({
    profile: z.string().nullable(),
    profiles: z.array(z.string()),
    credentials_from: z.string().nullable(),
    account_id: z.string().nullable(),
    how_to: z.string(),
  }),
  cli: { positional: ["profile"], examples: ["account configure"] },

  async run({ profile }, { account }) {
    if (profile !== undefined) {
      throw new NotFoundError("There is no profile of that name: there are none yet.", { hint: HOW_TO, details: { field: "profile", profiles: [] } });
    }
    const { credentials_from, account_id } = await account.describe();
    return { profile: null, profiles: [], credentials_from, account_id, how_to: HOW_TO };
  },
  describe: ({ credentials_from, how_to }) =>
    credentials_from === null ? how_to : `Zoom credentials come from ${credentials_from}; there are no profiles`,
});

const HOW_TO =
  "Credentials are set by the operator, never through a tool: ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET in the environment or a .env file, then start again.";
