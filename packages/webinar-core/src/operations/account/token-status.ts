import * as z from "zod";
import type { AccountAccess, TokenStatus } from "../../account/account.ts";
import { countOf } from "../../operation/counts.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { showInZone } from "../../time/start-time.ts";

const tokenStatus = z.object({
  state: z.enum(["no_credentials", "not_requested", "valid", "expiring", "expired", "unknown"]),
  minutes_left: z.number().int().nullable(),
  expires_at: z.string().nullable().describe("UTC"),
  expires_local: z.string().nullable().describe("Wall time in the operator's zone; null without one"),
  scopes: z.array(z.string()).nullable().describe("Scopes granted; null if Zoom has not said"),
  account_id: z.string().nullable(),
  credentials_from: z.string().nullable().describe("environment, .env, --dotenv, profile and its name, emulator or options"),
});

/** The status with the expiry in the operator's zone. */
const toTokenStatus = async (status: TokenStatus, zone: string | null): Promise<z.output<typeof tokenStatus>> => ({
  ...status,
  expires_local: status.expires_at === null || zone === null ? null : await showInZone(status.expires_at, zone),
});

const SENTENCES: Readonly<Record<TokenStatus["state"], string>> = {
  no_credentials: "No Zoom credentials: set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET",
  not_requested: "No token yet: the first call asks for one",
  valid: "The token is valid",
  expiring: "The token ends within five minutes: the next call renews it",
  expired: "The token has expired: the next call renews it",
  unknown: "The token of ZOOM_ACCESS_TOKEN is used as it is",
};

/** One line for a person. */
const describeTokenStatus = ({ state, minutes_left }: z.output<typeof tokenStatus>): string =>
  `${SENTENCES[state]}${state === "valid" ? ` for ${countOf(minutes_left ?? 0, "minute")}` : ""}`;

/** What operations about the token have in common: no input, no endpoint of Zoom's API, and the token's status as the answer. */
export const tokenOperation = (status: (account: AccountAccess) => Promise<TokenStatus>) => ({
  endpoints: [],
  local: true,
  input: z.strictObject({}),
  output: tokenStatus,
  run: async (_input: object, { account, zone }: OperationContext) => toTokenStatus(await status(account), zone),
  describe: describeTokenStatus,
});
