import { defineOperation } from "../../operation/define-operation.ts";
import { tokenOperation } from "./token-status.ts";

export const getTokenStatus = defineOperation({
  ...tokenOperation((account) => account.describe()),
  id: "account.getTokenStatus",
  tool: "get_token_status",
  summary: "Show whether there is a Zoom token, how long it lives and which scopes it has; Zoom is not asked.",
  alsoKnownAs: `
    is the token valid, token expiry, when does the access token expire, which scopes do we have, are we signed in, are we connected, permissions
    of the app, check the connection, OAuth token state, am I logged in, token info, what may the app do, does our API access still work, sign-in
    trouble, login problems, is the integration working, which permissions does the integration have, is Zoom reachable with our keys, granted
    scopes, how long is my login still good, is my access still alive, when do I get logged out, do we have the rights for reports, what are you
    allowed to do, which API rights were granted, has the session with Zoom expired, are the permissions enough, can you reach Zoom, am I still
    connected, is our authorisation in order, do you have permission to read registrants, how many minutes has the token left, what rights does
    our app hold, why am I getting permission errors, are we authorised for dashboards, does the access run out soon, will we be thrown out soon,
    how many more minutes of access, am I allowed to read reports with this, is our link to Zoom healthy, which rights are missing, why does it
    say forbidden, is the app authorised at all, check our access`,
  cli: { isHidden: true, examples: ["account get-token-status"] },
});
