import { redact, redactDeep, tidyTrackingId } from "../redaction/redact.ts";

/** Stable codes, one for each case that a caller may want to handle differently. The same code leaves every door. */
export type ErrorCode =
  | "input_invalid"
  | "not_allowed"
  | "confirmation_required"
  | "auth_missing"
  | "auth_failed"
  | "scope_missing"
  | "plan_missing"
  | "forbidden"
  | "not_found"
  | "zoom_rejected"
  | "rate_limited"
  | "zoom_unavailable"
  | "ambiguous"
  | "partial"
  | "cancelled"
  | "unexpected_response"
  | "internal";

/** What every error of ours is built from. Texts are redacted when the error is made. */
export interface ErrorInit {
  /** What to do about it: one sentence that names the way out. */
  hint?: string | undefined;
  /** Whether the same call may work later without a change by anybody. */
  retryable?: boolean | undefined;
  /** Zoom's `x-zm-trackingid`, for a support case. */
  trackingId?: string | undefined;
  /** What was thrown below; never shown to a caller. */
  cause?: unknown;
  /** Facts for programs: fields at fault, missing scopes, when to come back. Never a secret. */
  details?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Names of the details that quote what somebody else wrote: people in Zoom, or Zoom itself. `message` may then quote it, too; "message" alone if no
   * detail does. "hint" if the hint does.
   */
  foreign?: readonly string[] | undefined;
}

/** An error as every door shows it; keys without a value are absent. */
export interface ErrorReport {
  /** Stable, for programs. */
  code: ErrorCode;
  /** What happened, for people. */
  message: string;
  /** The way out, if there is one. */
  hint?: string;
  /** True: the same call may succeed later. */
  retryable: boolean;
  /** Zoom's own number of the request, for its support. */
  tracking_id?: string;
  /** The facts, by name; no secret. */
  details?: Readonly<Record<string, unknown>>;
}

/**
 * The base of all errors that our doors show. `message` says what happened, `hint` what to do; neither holds a token, a passcode or a join link.
 * Classes below say who has to act (docs: CONTRIBUTING.md, "Errors").
 */
export class ZoomWebinarError extends Error {
  /** Stable, for programs. */
  readonly code: ErrorCode;
  /** The way out, if there is one. */
  readonly hint: string | undefined;
  /** True: the same call may succeed later. */
  readonly retryable: boolean;
  /** Zoom's own number of the request, for its support. */
  readonly trackingId: string | undefined;
  /** The facts, by name; no secret. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Names of what quotes somebody else, as in `ErrorInit`; a door for a model fences it, and `message` with it. Empty: all text is ours. */
  readonly foreign: readonly string[];

  constructor(code: ErrorCode, message: string, init: ErrorInit = {}) {
    super(redact(message), init.cause === undefined ? undefined : { cause: init.cause });
    // Bundlers put a line before the name of a class that names itself.
    this.name = new.target.name.replace(/^_/, "");
    this.code = code;
    this.hint = init.hint === undefined ? undefined : redact(init.hint);
    this.retryable = init.retryable ?? false;
    this.trackingId = init.trackingId === undefined ? undefined : tidyTrackingId(init.trackingId);
    this.details = redactDeep(init.details ?? {});
    this.foreign = init.foreign ?? [];
  }

  /** The error as plain data: what a tool result, `--json` and a log show. */
  toReport(): ErrorReport {
    return {
      code: this.code,
      message: this.message,
      ...(this.hint === undefined ? {} : { hint: this.hint }),
      retryable: this.retryable,
      ...(this.trackingId === undefined ? {} : { tracking_id: this.trackingId }),
      ...(Object.keys(this.details).length === 0 ? {} : { details: this.details }),
    };
  }
}

/** True for any error of ours, also one made by another copy of this package. */
export const isZoomWebinarError = (error: unknown): error is ZoomWebinarError =>
  error instanceof ZoomWebinarError || (error instanceof Error && "code" in error && "toReport" in error && typeof error.toReport === "function");

/** The same error with another message or hint, or with more details: of its class, with all that it holds. The error itself is the cause of the new one. */
export const reworded = <E extends ZoomWebinarError>(
  error: E,
  { message = error.message, hint, details = {} }: Partial<Pick<ErrorReport, "message" | "hint" | "details">>,
): E => {
  const said = new Error(redact(message), { cause: error });
  Object.setPrototypeOf(said, Object.getPrototypeOf(error));
  const more = { details: redactDeep({ ...error.details, ...details }), ...(hint === undefined ? {} : { hint: redact(hint) }) };
  return Object.assign(said, error, more);
};
