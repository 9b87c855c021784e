import { createHash } from "node:crypto";
import { type Clock, PolicyError, type Store } from "@zoom-webinar/foundation";
import type { AccountAccess } from "../account/account.ts";
import { accountKeyOf } from "../account/account-key.ts";
import { countOf } from "../operation/counts.ts";
import { domainOf, type PreviewRecipients } from "../operation/preview.ts";

/** How many people one call, and all calls of a UTC day, may make Zoom write to. */
export interface RecipientCap {
  readonly call: number;
  /** Null: no limit a day. */
  readonly day: number | null;
}

/** Whole numbers from 1 on, the day's not below the call's. */
export const isCap = ({ call, day }: RecipientCap): boolean =>
  Number.isSafeInteger(call) && call >= 1 && (day === null || (Number.isSafeInteger(day) && day >= call));

/** What the operator sets against mass mail; nothing is limited unless they do. */
export interface RecipientLimits {
  /** `--most-recipients`; null: no limit. */
  readonly most: RecipientCap | null;
  /** `--recipient-domains`, each as `domainOf` writes it; empty: all. */
  readonly domains: readonly string[];
}

/** True if the operator limits whom Zoom may be made to write to. */
export const isLimited = ({ most, domains }: RecipientLimits): boolean => most !== null || domains.length > 0;

const TWO_DAYS_MS = 2 * 86_400_000;

/** The parts of a session that count recipients. */
export interface RecipientCounter {
  readonly account: AccountAccess;
  readonly clock: Clock;
  readonly store: Store;
  readonly recipientLimits: RecipientLimits;
}

const dayKey = ({ account, clock }: RecipientCounter): string => {
  const owner = createHash("sha256").update(accountKeyOf(account.inForce)).digest("base64url").slice(0, 22);
  return `recipients:${owner}:${new Date(clock.now()).toISOString().slice(0, 10)}`;
};

const beyond = (message: string, details: Readonly<Record<string, unknown>>, hint: string) =>
  new PolicyError("not_allowed", `${message} Nothing was sent.`, { hint, details });

const assertDomains = (recipients: PreviewRecipients, domains: readonly string[]): void => {
  if (domains.length === 0) return;
  const found = recipients.addresses === undefined ? recipients.domains.map(({ domain }) => domain) : recipients.addresses.map(domainOf);
  const outside = [...new Set(found)].filter((domain) => !domains.includes(domain)).sort();
  if (outside.length === 0 && found.length > 0) return;
  const who = found.length === 0 ? "people whose addresses cannot be read" : `people at ${outside.slice(0, 5).join(", ")}`;
  throw beyond(
    `Zoom would write to ${who}, and the operator allows only ${domains.join(", ")}.`,
    { domains: outside },
    "Leave these people out, or ask the operator to change --recipient-domains.",
  );
};

/**
 * Checks what a call makes Zoom write against the operator's limits, and counts it for the day before anything is sent. Returns a function that takes the
 * count back if surely nothing was sent. Throws `PolicyError` (`not_allowed`).
 */
export const reserveRecipients = async (recipients: PreviewRecipients | null, session: RecipientCounter): Promise<() => Promise<void>> => {
  const { most, domains } = session.recipientLimits;
  const nothing = async () => {};
  if (recipients === null) return nothing;
  assertDomains(recipients, domains);
  if (most === null) return nothing;
  const { count } = recipients;
  if (count > most.call) {
    throw beyond(
      `Zoom would write to ${countOf(count, "person", "people")}, and one call may reach ${most.call}.`,
      { recipients: count, most: most.call },
      "Name fewer people, or ask the operator to raise --most-recipients.",
    );
  }
  const { day } = most;
  if (day === null) return nothing;
  const key = dayKey(session);
  const add = (change: number): Promise<void> =>
    session.store.lock(`${key}:lock`, async () => {
      const before = Number((await session.store.get(key))?.value ?? 0);
      if (change > 0 && before + change > day) {
        throw beyond(
          `Zoom has written to ${countOf(before, "person", "people")} for us today; ${count} more would pass the limit of ${day} a day (UTC).`,
          { recipients: count, today: before, most_a_day: day },
          "Go on tomorrow, or ask the operator to raise --most-recipients.",
        );
      }
      await session.store.set(key, String(Math.max(before + change, 0)), { ttlMs: TWO_DAYS_MS });
    });
  await add(count);
  return () => add(-count);
};
