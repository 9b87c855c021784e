import { createHash } from "node:crypto";
import { type Clock, type ErrorCode, UnavailableError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { addressKey } from "@zoom-webinar/zoom-client";
import type { AnyOperation, Effect } from "../operation/operation.ts";
import type { Refusal } from "./confirmation.ts";

/**
 * What became of a write: `refused` is surely not done, by us or by Zoom; `partial` for some of its items only; `unknown` if it may have been done
 * anyway; `nothing_to_do` if all was so already, and nothing was sent.
 */
export type AuditOutcome = "done" | "refused" | "partial" | "unknown" | "nothing_to_do";

/** A write that is about to be sent. */
export type AuditStart = Pick<AuditEntry, "principal" | "account_id" | "profile" | "operation" | "effect" | "targets">;

/** How a person left our question: with a no, or closed without an answer. */
type Unanswered = "declined" | "dismissed";

/** One write, for an operator's audit. Ids as they are; e-mail addresses only as hashes; no names, texts or links. */
export interface AuditEntry {
  /** Whose call: "local", or the caller that a server's checks named. */
  principal: string;
  /** The sign-in that it was made with; null if that has none. */
  account_id: string | null;
  profile: string | null;
  operation: string;
  /** Null if a confirmation was refused before anybody looked which call it was for. */
  effect: Effect | null;
  /** Ids that the call named, by field. */
  targets: Readonly<Record<string, readonly string[]>>;
  /** Ids of what it made, by field; empty if it failed. */
  made: Readonly<Record<string, readonly string[]>>;
  outcome: AuditOutcome;
  code: ErrorCode | null;
  /** Only for a confirmation that did not count: why, or that the person said no. */
  confirmation?: Refusal | Unanswered;
  /** How long it took, milliseconds. */
  ms: number;
}

/** Beyond this the rest of a long list is only counted. */
const MOST_IDS = 100;

/** The same for the same address, whatever its case: `sha256:` and 16 digits. Hides it from a reader, not from somebody who tries all addresses that they know. */
export const hashedEmail = (email: string): string => `sha256:${createHash("sha256").update(addressKey(email)).digest("hex").slice(0, 16)}`;

const shown = (id: string): string => (id.includes("@") ? hashedEmail(id) : id.slice(0, 128));

/** The ids that a field holds, be it one, a list, or a list of people or things that have one. */
const idsOf = (name: string, value: unknown, isInList = false): string[] => {
  if (Array.isArray(value)) return isInList ? [] : value.flatMap((item) => idsOf(name, item, true)); // an input that nobody checked may be nested without end
  if (typeof value === "string") return /(^|_)ids?$|(^|_)uuids?$/.test(name) || value.includes("@") ? [shown(value)] : [];
  if (typeof value !== "object" || value === null) return [];
  const { id, email } = value as { id?: unknown; email?: unknown };
  if (typeof id === "string") return [shown(id)];
  return typeof email === "string" ? [shown(email)] : [];
};

/** Ids and hashed addresses among the fields of an input or an output. */
export const idsIn = (fields: unknown): Record<string, readonly string[]> => {
  if (typeof fields !== "object" || fields === null) return {};
  const found = Object.entries(fields).flatMap(([name, value]): [string, string[]][] => {
    const ids = idsOf(name, value);
    if (ids.length === 0) return [];
    return [[name, ids.length > MOST_IDS ? [...ids.slice(0, MOST_IDS), `and ${ids.length - MOST_IDS} more`] : ids]];
  });
  return Object.fromEntries(found);
};

/** Errors that leave open whether anything was done. */
const OPEN: ReadonlySet<ErrorCode> = new Set(["ambiguous", "internal", "unexpected_response"]);

/** What an error says of the write that ended with it. */
export const outcomeOf = (error: ZoomWebinarError): AuditOutcome => {
  if (error.code === "partial") return "partial";
  if (error.details.sent === "done") return "done";
  if (OPEN.has(error.code)) return "unknown";
  if (error instanceof UnavailableError) return error.sent === "not-sent" ? "refused" : "unknown";
  if (error.code === "cancelled") return error.details.sent === "not-sent" ? "refused" : "unknown";
  return "refused";
};

/** True for a write that certainly did nothing. */
export const isSurelyNotDone = (error: ZoomWebinarError): boolean => outcomeOf(error) === "refused";

/** Not a write yet: the call was wrong, or a question is still open. */
const isNoAttempt = ({ code }: ZoomWebinarError): boolean => code === "input_invalid" || code === "confirmation_required";

/** Follows one call; a call that only reads gets no line. */
export interface Audit {
  /** The input was understood: only now is known whether this call writes. */
  understood(input: unknown): void;
  /** The write is about to be sent. Throws if the session must not write without noting it first. */
  begins(): void;
  /** A confirmation did not count, or the person said no. */
  unconfirmed(why: Refusal | Unanswered): void;
  /** `sent`: whether anything but reads went to Zoom. */
  done(output: unknown, sent: boolean): void;
  failed(error: ZoomWebinarError): void;
}

/** What an audit reads of a session. */
export interface Audited {
  readonly clock: Clock;
  readonly account: { readonly inForce: { readonly credentials: object | null; readonly profile?: string | null | undefined } };
  readonly audit: ((entry: AuditEntry) => void) | undefined;
  readonly beforeWrite: ((start: AuditStart) => void) | undefined;
}

/** With which sign-in a session writes. */
export const signInOf = ({ account }: Audited): Pick<AuditEntry, "account_id" | "profile"> => {
  const { credentials, profile } = account.inForce;
  return {
    account_id: credentials && "accountId" in credentials && typeof credentials.accountId === "string" ? credentials.accountId : null,
    profile: profile ?? null,
  };
};

/** Notes that the person who was asked said no. Doors call it, as only they ask. */
export const noteDeclined = (op: AnyOperation, input: unknown, session: Audited, principal = "local", how: Unanswered = "declined"): void =>
  startAudit(op, input, session, principal).unconfirmed(how);

/** Notes a confirmation that a protocol layer refused before it looked which call it is for. */
export const noteRefusedConfirmation = (why: Refusal, session: Audited, principal = "local"): void =>
  session.audit?.({
    principal,
    ...signInOf(session),
    operation: "unknown",
    effect: null,
    targets: {},
    made: {},
    outcome: "refused",
    code: "confirmation_required",
    ms: 0,
    confirmation: why,
  });

/** Notes a write that a door refused before it ran anything, since its caller may not do such a thing. */
export const noteNotAllowed = (op: Pick<AnyOperation, "id" | "effect">, input: unknown, session: Audited, principal = "local"): void => {
  if (op.effect === "read") return;
  session.audit?.({
    principal,
    ...signInOf(session),
    operation: op.id,
    effect: op.effect,
    targets: idsIn(input),
    made: {},
    outcome: "refused",
    code: "not_allowed",
    ms: 0,
  });
};

/** Starts to follow a call, for the session's audit. */
export const startAudit = (op: AnyOperation, rawInput: unknown, session: Audited, principal: string): Audit => {
  const { audit, beforeWrite, clock } = session;
  const startedMs = clock.monotonic();
  let input = rawInput;
  let writes = op.effect !== "read";
  const start = (): AuditStart => ({ principal, ...signInOf(session), operation: op.id, effect: op.effect, targets: idsIn(input) });
  const say = (outcome: AuditOutcome, code: ErrorCode | null, made: AuditEntry["made"], more: Pick<AuditEntry, "confirmation"> = {}) => {
    if (!audit || !writes) return;
    audit({
      ...start(),
      made,
      outcome,
      code,
      ms: Math.round(clock.monotonic() - startedMs),
      ...more,
    });
  };
  return {
    understood: (parsed) => {
      input = parsed;
      writes &&= op.risk === undefined || op.risk(parsed).effect !== "read";
    },
    begins: () => {
      if (writes) beforeWrite?.(start());
    },
    unconfirmed: (why) =>
      say("refused", why === "declined" || why === "dismissed" ? "cancelled" : "confirmation_required", {}, { confirmation: why }),
    done: (output, sent) =>
      sent || op.local === true ? say("done", null, op.effect === "create" ? idsIn(output) : {}) : say("nothing_to_do", null, {}),
    failed: (error) => {
      if (!isNoAttempt(error)) say(outcomeOf(error), error.code, {});
    },
  };
};
