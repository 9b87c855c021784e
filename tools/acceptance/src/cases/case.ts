import type { ErrorCode } from "@zoom-webinar/foundation";

/** One call, made through every door. */
export interface Case {
  id: string;
  name: string;
  input(remembered: Readonly<Record<string, string>>): Record<string, unknown>;
  expected: { ok: object } | { error: { code: ErrorCode } };
  /** Typed as JSON in the terminal: what no flag can say. */
  asJson?: true;
  /** Top-level fields of the answer that are each door's own: the time of its token, for one. */
  varies?: readonly string[];
  /** A webinar that its host has on air meanwhile. */
  onAir?: string;
  /** Ids that later calls need. */
  remember?(output: never): Record<string, string>;
}

export const HOST = "ada@example.com";

/** Webinars of the demo world, the same in every world: one to come, one that was held. */
export const UPCOMING = "82834512568";
export const HELD = "91974973765";

/** No webinar of the demo world has this id. */
export const NOWHERE = "99999999999";

export const fails = (id: string, name: string, input: Case["input"], code: ErrorCode, more: Partial<Case> = {}): Case => ({
  id,
  name,
  input,
  expected: { error: { code } },
  ...more,
});
