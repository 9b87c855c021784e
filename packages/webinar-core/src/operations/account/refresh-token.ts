import { defineOperation } from "../../operation/operation.ts";
import { tokenOperation } from "./token-status.ts";

export const refreshToken = defineOperation({
  ...tokenOperation((account) => account.refresh()),
  id: "account.refreshToken",
  tool: "refresh_token",
  summary: "Ask Zoom for a new token now, for instance after its scopes were changed; tells where it stands.",
  cli: { examples: ["account refresh-token"] },
});
