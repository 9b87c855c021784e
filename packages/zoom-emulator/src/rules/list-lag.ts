import type { Call } from "./call.ts";

/** Whether a thing is in the lists by now: what is new stays out of them for `listLagMs`. */
export const isListed = ({ nowMs, switches }: Pick<Call, "nowMs" | "switches">, { createdMs = 0 }: { createdMs?: number | undefined }): boolean =>
  createdMs + switches.listLagMs <= nowMs;
