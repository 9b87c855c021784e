import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { describeTokenStatus, tokenStatus, toTokenStatus } from "./token-status.ts";

export const getTokenStatus = defineOperation({
  id: "account.getTokenStatus",
  tool: "get_token_status",
  summary: "Tell whether there is a Zoom token, how long it lives and which scopes it has; Zoom is not asked.",
  endpoints: [],
  scopes: { classic: [], granular: [] },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  local: true,
  input: z.strictObject({}),
  output: tokenStatus,
  cli: { examples: ["account get-token-status"] },

  run: async (_input, { account, zone }) => toTokenStatus(await account.describe(), zone),
  describe: describeTokenStatus,
});
