import { type ErrorInit, ZoomWebinarError } from "./error.ts";

/** One fault of an input: where, what, and how it should be. */
export interface InputFault {
  /** Dotted path of the field as the caller wrote it, "" for the whole input. */
  field: string;
  message: string;
}

/** The caller's input was refused before anything was sent. `details.faults` lists each fault. */
export class InputError extends ZoomWebinarError {
  /** Each field at fault, with what is wrong with it. */
  readonly faults: readonly InputFault[];
  constructor(message: string, faults: readonly InputFault[] = [], init: ErrorInit = {}) {
    super("input_invalid", message, { ...init, details: { ...init.details, ...(faults.length === 0 ? {} : { faults }) } });
    this.faults = faults;
  }

  /** The error of one field: "field: message", or the message alone if the field is "". `hint` says the way out. */
  static at(field: string, message: string, hint?: string, init: Omit<ErrorInit, "hint"> = {}): InputError {
    return new InputError(field === "" ? message : `${field}: ${message}`, [{ field, message }], { ...init, hint });
  }
}

/** The operator does not allow it (`not_allowed`), or a person has to agree first (`confirmation_required`). */
export class PolicyError extends ZoomWebinarError {
  constructor(code: "not_allowed" | "confirmation_required", message: string, init: ErrorInit = {}) {
    super(code, message, init);
  }
}

/** No credentials were found (`auth_missing`), or Zoom refused them (`auth_failed`). */
export class AuthError extends ZoomWebinarError {
  constructor(code: "auth_missing" | "auth_failed", message: string, init: ErrorInit = {}) {
    super(code, message, init);
  }
}

/** The app lacks a scope. `details.scopes` names what Zoom asked for. */
export class ScopeError extends ZoomWebinarError {
  /** Scopes of which one is missing. */
  readonly scopes: readonly string[];
  constructor(message: string, scopes: readonly string[], init: ErrorInit = {}) {
    super("scope_missing", message, { ...init, details: { ...init.details, scopes } });
    this.scopes = scopes;
  }
}

/** The host has no webinar add-on, or the account's plan lacks the feature. */
export class PlanError extends ZoomWebinarError {
  constructor(message: string, init: ErrorInit = {}) {
    super("plan_missing", message, init);
  }
}

/** Zoom accepts the credentials and refuses the call. */
export class ForbiddenError extends ZoomWebinarError {
  constructor(message: string, init: ErrorInit = {}) {
    super("forbidden", message, init);
  }
}

/** Zoom does not know the webinar, user, registrant … that was named. */
export class NotFoundError extends ZoomWebinarError {
  constructor(message: string, init: ErrorInit = {}) {
    super("not_found", message, init);
  }
}

/** Zoom understood the request and refused it. `details.fields` holds Zoom's own field messages, if it sent any. */
export class RejectedError extends ZoomWebinarError {
  constructor(message: string, init: ErrorInit = {}) {
    super("zoom_rejected", message, init);
  }
}

/** Which of Zoom's limits was hit. */
export type RateLimitKind = "second" | "minute" | "day" | "user-day" | "registrant-day" | "unknown";

/** Zoom asks to wait. A limit per second passes by itself; a daily one carries `retryAt`. */
export class RateLimitError extends ZoomWebinarError {
  /** Which of Zoom's limits is used up. */
  readonly limit: RateLimitKind;
  /** When to come back, null if Zoom did not say. */
  readonly retryAt: Date | null;
  constructor(message: string, limit: RateLimitKind, retryAt: Date | null, init: ErrorInit = {}) {
    super("rate_limited", message, { retryable: true, ...init, details: { ...init.details, limit, retry_at: retryAt?.toISOString() ?? null } });
    this.limit = limit;
    this.retryAt = retryAt;
  }
}

/** How far a failed request got: surely not sent, or perhaps applied. */
export type SentState = "not-sent" | "maybe-sent";

/** Zoom, or the way to it, is down. `sent` says whether the request may have had its effect. */
export class UnavailableError extends ZoomWebinarError {
  /** Whether Zoom may have done what was asked. */
  readonly sent: SentState;
  constructor(message: string, sent: SentState, init: ErrorInit = {}) {
    super("zoom_unavailable", message, { retryable: true, ...init });
    this.sent = sent;
  }
}

/** A write went out, no answer came, and looking it up did not settle it. `details.candidates` lists what was found. */
export class AmbiguousError extends ZoomWebinarError {
  constructor(message: string, init: ErrorInit = {}) {
    super("ambiguous", message, init);
  }
}

/** Some items were done and some were not; `details.items` has each outcome. */
export class PartialError extends ZoomWebinarError {
  constructor(message: string, init: ErrorInit = {}) {
    super("partial", message, init);
  }
}

/** The caller, or SIGINT, stopped it. */
export class CancelledError extends ZoomWebinarError {
  constructor(message = "Stopped before it was done.", init: ErrorInit = {}) {
    super("cancelled", message, init);
  }
}

/**
 * Zoom answered, but not with what the result is useless without. `details.sent` is `done` if it answered a write with success: then it was done, and
 * only the answer is missing.
 */
export class ResponseError extends ZoomWebinarError {
  constructor(message: string, init: ErrorInit = {}) {
    super("unexpected_response", message, init);
  }
}

/** A fault of ours. Its own text stays in the log; the caller sees a fixed sentence and `details.correlation_id`. */
export class InternalError extends ZoomWebinarError {
  constructor(correlationId: string, init: ErrorInit = {}) {
    super("internal", "Something went wrong inside zoom-webinar; nothing is known about the effect of this call.", {
      hint: "Run it again with logging on (--log debug) and report the correlation id.",
      ...init,
      details: { ...init.details, correlation_id: correlationId },
    });
  }
}
