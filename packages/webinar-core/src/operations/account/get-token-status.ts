import { defineOperation } from "../../operation/operation.ts";
import { tokenOperation } from "./token-status.ts";

export const getTokenStatus = defineOperation({
  ...tokenOperation((account) => account.describe()),
  id: "account.getTokenStatus",
  tool: "get_token_status",
  summary: "Tell whether there is a Zoom token, how long it lives and which scopes it has; Zoom is not asked.",
  alsoKnownAs: `
    is the token valid, token expiry, when does the access token expire, which scopes do we have, are we signed in, are we connected,
    permissions of the app, check the connection, OAuth token state, am I logged in, token info, what may the app do,
    does our API access still work, sign-in trouble, login problems, is the integration working, which permissions does the integration have,
    is Zoom reachable with our keys, granted scopes`,
  cli: { examples: ["account get-token-status"] },
});
