import { defineOperation } from "../../operation/operation.ts";
import { tokenOperation } from "./token-status.ts";

export const refreshToken = defineOperation({
  ...tokenOperation((account) => account.refresh()),
  id: "account.refreshToken",
  tool: "refresh_token",
  summary: "Ask Zoom for a new token now, for instance after its scopes were changed; tells where it stands.",
  alsoKnownAs: `
    new access token, renew the token, refresh the login, get a fresh token, token expired, reauthenticate, scopes were changed,
    update permissions, re-login, force a new token,
    new permissions were added in the marketplace, scopes do not show up`,
  cli: { examples: ["account refresh-token"] },
});
