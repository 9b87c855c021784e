import { defineOperation } from "../../operation/define-operation.ts";
import { tokenOperation } from "./token-status.ts";

export const refreshToken = defineOperation({
  ...tokenOperation((account) => account.refresh()),
  id: "account.refreshToken",
  tool: "refresh_token",
  summary: "Ask Zoom for a new token now, for instance after its scopes were changed; shows its state.",
  alsoKnownAs: `
    new access token, renew the token, refresh the login, get a fresh token, token expired, reauthenticate, scopes were changed, update
    permissions, re-login, force a new token, new permissions were added in the marketplace, scopes do not show up, log in afresh, new permissions
    were granted so fetch them, the admin gave us more rights, pick up the new scopes, my token went stale, get another token, reconnect to Zoom,
    sign in anew, the app has more permissions now, load the added rights, reissue the token, force a fresh login, scopes changed in the
    marketplace, renew the authorisation, reset the connection, get a token with the new rights, IT extended our permissions, rights were extended
    so load them, get us a brand-new token, admin ticked more boxes for the app, the old token is no good, please re-authenticate, scopes were
    missing but are there now, start a new login session, fetch access again`,
  cli: { isHidden: true, examples: ["account refresh-token"] },
});
