import { Refusal } from "../http/reply.ts";
import type { RegistrantRecord, WebinarRecord } from "../state/state.ts";
import type { Call } from "./call.ts";
import { dayHeaders } from "./rate-limits.ts";

/** Webinars created and updated for one host and day. */
const HOST_PER_DAY = 100;
/** Sign-ups of one registrant and day. */
const ADDS_PER_DAY = 3;
/** Decisions on one registrant and day. */
const DECISIONS_PER_DAY = 10;

interface Quota {
  key: string;
  most: number;
  message: string;
}

/** Counts one use of each quota, or of none: throws `Refusal` (429) if one is used up. To be called as the last check before a change. */
const spend = ({ state, nowMs, switches }: Call, quotas: readonly Quota[]): void => {
  const date = new Date(nowMs).toISOString().slice(0, 10);
  const counts = state.day.date === date ? state.day.counts : {};
  for (const { key, most, message } of quotas) {
    if ((counts[key] ?? 0) < most) continue;
    throw new Refusal(429, 429, message, { headers: switches.rateHeaders === "never" ? {} : dayHeaders(most, nowMs) });
  }
  for (const { key } of quotas) counts[key] = (counts[key] ?? 0) + 1;
  state.day = { date, counts };
};

/** Counts a webinar created or updated against its host's hundred a day. */
export const spendHostQuota = (call: Call, hostId: string): void =>
  spend(call, [
    {
      key: `host ${hostId}`,
      most: HOST_PER_DAY,
      message: `You have exceeded the daily rate limit (${HOST_PER_DAY}) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.`,
    },
  ]);

/** Counts a sign-up against each registrant's three a day. */
export const spendAddQuota = (call: Call, webinar: WebinarRecord, emails: readonly string[]): void =>
  spend(
    call,
    emails.map((email) => ({
      key: `add ${call.switches.registrantQuota === "webinar" ? webinar.id : "*"} ${email.toLowerCase()}`,
      most: ADDS_PER_DAY,
      message: `You have exceeded the daily rate limit of (${ADDS_PER_DAY}) for Add meeting registrant API requests for the registrant (${email}).`,
    })),
  );

/** Counts a decision against each registrant's ten a day. */
export const spendDecisionQuota = (call: Call, webinar: WebinarRecord, registrants: readonly RegistrantRecord[]): void =>
  spend(
    call,
    registrants.map(({ id, email }) => ({
      key: `decide ${webinar.id} ${id}`,
      most: DECISIONS_PER_DAY,
      message: `You have exceeded the daily rate limit of (${DECISIONS_PER_DAY}) for Update meeting registrant status API requests for the registrant (${email}).`,
    })),
  );
