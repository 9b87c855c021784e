import type { SecretClass } from "../operation/secret-class.ts";

/** The operator's upper bound: which classes may leave at all. */
export type Reveal = "none" | SecretClass;

/** From nothing to everything; each one shows what those before it show. */
export const REVEALS = ["none", "shared", "personal", "host"] as const satisfies readonly Reveal[];

/** What one call may show: the operator's bound, and personal links only if the call asks. */
export const isGiven = (secret: SecretClass, reveal: Reveal, asksForLinks: boolean): boolean =>
  REVEALS.indexOf(secret) <= REVEALS.indexOf(reveal) && (secret !== "personal" || asksForLinks);
