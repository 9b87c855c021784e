import { defineOperation } from "../../operation/operation.ts";
import { tokenOperation } from "./token-status.ts";

export const getTokenStatus = defineOperation({
  ...tokenOperation((account) => account.describe()),
  id: "account.getTokenStatus",
  tool: "get_token_status",
  summary: "Tell whether there is a Zoom token, how long it lives and which scopes it has; Zoom is not asked.",
  cli: { examples: ["account get-token-status"] },
});
