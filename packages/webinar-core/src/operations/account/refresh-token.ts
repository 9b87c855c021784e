import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { describeTokenStatus, tokenStatus, toTokenStatus } from "./token-status.ts";

export const refreshToken = defineOperation({
  id: "account.refreshToken",
  tool: "refresh_token",
  summary: "Ask Zoom for a new token now, for instance after its scopes were changed; tells where it stands.",
  endpoints: [],
  scopes: { classic: [], granular: [] },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  local: true,
  input: z.strictObject({}),
  output: tokenStatus,
  cli: { examples: ["account refresh-token"] },

  run: async (_input, { account, zone }) => toTokenStatus(await account.refresh(), zone),
  describe: describeTokenStatus,
});
