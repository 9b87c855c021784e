import type { ErrorCode } from "./error.ts";

/** Exit code of the CLI for each error code; scripts rely on them. */
export const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  input_invalid: 2,
  not_allowed: 3,
  confirmation_required: 3,
  auth_missing: 4,
  auth_failed: 4,
  scope_missing: 4,
  plan_missing: 5,
  forbidden: 5,
  not_found: 1,
  zoom_rejected: 1,
  rate_limited: 6,
  zoom_unavailable: 6,
  partial: 7,
  ambiguous: 8,
  cancelled: 130,
  unexpected_response: 1,
  internal: 1,
};
