import { name } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";

export const configure = defineOperation({
  id: "account.configure",
  tool: "configure_zoom",
  summary: "Show which credentials are used, or switch to another profile that the operator allowed. Takes a name, never a secret.",
  alsoKnownAs: `
    switch account, use another profile, which account are we using, change the Zoom login, sign in as, log in to another account, select a
    profile, current profile, which credentials are in use, change organization, use the other company account, change to the test account, work
    in another Zoom account, use the other set of credentials from here on, what account am I on, which login is active, whose account is this, go
    over to the other company, use the sandbox account, hop to the training account, we are in the wrong account, list the profiles I may use,
    under which identity do you work, change to our EU profile, use the credentials of the marketing team, which organisation are we acting for,
    swap to the client's account, am I in production or test, are we working with the right account, back to the default profile, which profile is
    this, which company are you logged into, move to the Berlin office's account, I want the other login please, tell me the profile in use, are
    you on the demo account, take the credentials for the US, change who you are signed in as, which of our accounts is this running on, switch
    over to another Zoom profile, go over to the profile of another team, change over to the sales profile, switch to the department's account,
    switch profiles, use the team's Zoom profile`,
  endpoints: [],
  confirms: "always",
  local: true,
  input: z.strictObject({ profile_name: name().max(64).optional().describe("Profile to switch to; left out: only shows") }),
  output: z.object({
    profile: z.string().nullable().describe("Profile in use; null if the credentials come from elsewhere"),
    profiles: z.array(z.string()).describe("Profiles that this program may be switched to"),
    credentials_from: z.string().nullable(),
    account_id: z.string().nullable(),
    how_to: z.string(),
  }),
  cli: { isHidden: true, positional: ["profile_name"], examples: ["account configure"] },
  // Going on with another account is asked about; telling what is used is not.
  risk: ({ profile_name }) => ({ effect: "read", emails: "nobody", confirms: profile_name === undefined ? undefined : "always" }),

  preview: async ({ profile_name = "" }, { account }) => {
    account.assertMayUse(profile_name);
    return {
      summary: `Use the Zoom credentials of the profile "${profile_name}" from now on, in place of those from ${(await account.describe()).credentials_from ?? "nowhere"}.`,
      targets: [{ kind: "profile", id: profile_name }],
      recipients: null,
      reversible: true,
    };
  },
  async run({ profile_name }, { account }) {
    if (profile_name !== undefined) await account.useProfile(profile_name);
    const { current, allowed } = account.profiles();
    const { credentials_from, account_id } = await account.describe();
    return { profile: current, profiles: [...allowed], credentials_from, account_id, how_to: HOW_TO };
  },
  describe: ({ credentials_from, how_to }) => (credentials_from === null ? how_to : `Zoom credentials come from ${credentials_from}`),
});

const HOW_TO =
  "Credentials are set by the operator, never through a tool: zoom-webinar auth login makes a profile, or ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET in the environment; then start again.";
