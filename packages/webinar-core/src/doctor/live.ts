import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { commandIn } from "../account/account-flags.ts";
import { describeLiveAudit, type LiveAuditReport, liveAudit } from "../live-audit/live-audit.ts";
import type { Session } from "../session/session.ts";
import { type DoctorLiveAudit, type DoctorReport, type Finding, finding } from "./finding.ts";
import { fromError } from "./zoom.ts";

interface LiveLook {
  finding: Finding;
  report: LiveAuditReport | null;
}

const CHECK = "live_audit";

const skipped = (message: string, hint: string): LiveLook => ({ finding: finding(CHECK, "note", message, { hint }), report: null });

/** The first host that the look at add-ons found able. */
const ableHost = ({ findings }: DoctorReport): string | null => {
  const { hosts = [] } = (findings.find(({ check }) => check === "webinar_add_on")?.details ?? {}) as {
    hosts?: { host: string; webinars: boolean | null }[];
  };
  return hosts.find(({ webinars }) => webinars === true)?.host ?? null;
};

const toFinding = ({ webinar_id, removed, reason, switches }: LiveAuditReport, { account }: Session): Finding => {
  const known = switches.filter(({ holds }) => holds !== null).length;
  if (removed)
    return finding(CHECK, "ok", `found out ${known} of the things that Zoom's documents leave open; the throwaway webinar ${webinar_id} is removed`);
  return finding(CHECK, "error", `The throwaway webinar ${webinar_id} could not be removed: ${reason}`, {
    hint: `Remove it: ${commandIn(account, `webinars delete ${webinar_id}`)}`,
    code: "partial",
  });
};

/** Makes a live audit if what was found so far allows one. */
export const auditLive = async (session: Session, before: DoctorReport, { host: named, agree, ...options }: DoctorLiveAudit): Promise<LiveLook> => {
  if (before.severity === "error") return skipped("Not made: something above does not work", "Fix that first.");
  const host = named ?? ableHost(before);
  if (host === null) return skipped("Not made: no host is known to have webinars", "Name one: --live-audit ada@example.com.");
  await agree?.(describeLiveAudit(host));
  try {
    const report = await liveAudit(session, { ...options, host });
    return { finding: toFinding(report, session), report };
  } catch (error) {
    if (!isZoomWebinarError(error) || error.code === "cancelled" || error.code === "partial" || error.code === "not_allowed") throw error;
    return { finding: fromError(CHECK, error), report: null };
  }
};
