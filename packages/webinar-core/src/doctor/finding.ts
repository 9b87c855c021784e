import type { ErrorCode } from "@zoom-webinar/foundation";
import type { LiveAuditOptions, LiveAuditReport } from "../live-audit/live-audit.ts";

/** How bad it is: `warning` if something will not work as it should, `error` if it does not work at all. */
export type Severity = "ok" | "note" | "warning" | "error";

/** From harmless to broken. */
export const SEVERITIES: readonly Severity[] = ["ok", "note", "warning", "error"];

/** What one look came to. Never a secret. */
export interface Finding {
  /** "credentials", "token", "clock" … */
  check: string;
  severity: Severity;
  message: string;
  hint: string | null;
  /** Code of the error that a call would answer; only with `error`. */
  code: ErrorCode | null;
  details: Readonly<Record<string, unknown>>;
}

/** Everything that was looked at. */
export interface DoctorReport {
  /** The worst of the findings. */
  severity: Severity;
  /** Code of the first error, or null. */
  code: ErrorCode | null;
  /** In the order in which things were looked at. */
  findings: readonly Finding[];
  /** What a live audit saw; null if it could not be made, absent if it was not asked for. */
  live_audit?: LiveAuditReport | null;
}

/** A finding, with what is left out filled in. */
export const finding = (
  check: string,
  severity: Severity,
  message: string,
  more: Partial<Pick<Finding, "hint" | "code" | "details">> = {},
): Finding => ({
  check,
  severity,
  message,
  hint: more.hint ?? null,
  code: more.code ?? null,
  details: more.details ?? {},
});

/** The report of some findings. */
export const toReport = (findings: readonly Finding[]): DoctorReport => ({
  severity: SEVERITIES[Math.max(0, ...findings.map(({ severity }) => SEVERITIES.indexOf(severity)))] ?? "ok",
  code: findings.find(({ severity }) => severity === "error")?.code ?? null,
  findings,
});

/** How to make a live audit. */
export interface DoctorLiveAudit extends Omit<LiveAuditOptions, "host"> {
  /** Default: the first host that was found to hold webinars. */
  host?: string | undefined;
  /** Asked before anything is made, with what will be done. Throws to refuse. Default: agreed. */
  agree?: ((what: string) => Promise<void>) | undefined;
}
