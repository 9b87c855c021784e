import { addressKey } from "../text/address.ts";
import { HOST_PER_DAY } from "./limits.ts";

/** Webinars whose host is remembered, at most; the oldest are forgotten. */
const MOST_WEBINARS = 10_000;

const dateOf = (nowMs: number) => new Date(nowMs).toISOString().slice(0, 10);

/**
 * Counts what Zoom counts per host and day, as far as this client caused it: webinars created and updated. Only what surely succeeded counts, so that
 * nothing is refused that Zoom would take. The host of an update is known if this client created the webinar.
 */
export const hostDays = () => {
  let date = "";
  const counts = new Map<string, number>();
  const hosts = new Map<string, string>();

  const hostOf = (id: string, target: string): string | undefined => {
    const named = addressKey(decodeURIComponent(target.split(/[/?]/)[2] ?? ""));
    if (id === "POST /users/{userId}/webinars") return named;
    return id === "PATCH /webinars/{webinarId}" ? hosts.get(named) : undefined;
  };
  const today = (nowMs: number) => {
    if (date !== dateOf(nowMs)) counts.clear();
    date = dateOf(nowMs);
    return counts;
  };
  return {
    /** True if the host's day is used up. */
    isSpent: (id: string, target: string, nowMs: number): boolean => (today(nowMs).get(hostOf(id, target) ?? "") ?? 0) >= HOST_PER_DAY,
    /** A call succeeded; `webinarId` is the one it made, null if it made none. */
    note: (id: string, target: string, nowMs: number, webinarId: string | null): void => {
      const host = hostOf(id, target);
      if (host === undefined) return;
      today(nowMs).set(host, (counts.get(host) ?? 0) + 1);
      if (webinarId === null) return;
      hosts.set(webinarId, host);
      const oldest = hosts.keys().next();
      if (hosts.size > MOST_WEBINARS && oldest.done !== true) hosts.delete(oldest.value);
    },
    /** Zoom says that the host's day is used up, by whomever. */
    spent: (id: string, target: string, nowMs: number): void => {
      const host = hostOf(id, target);
      if (host !== undefined) today(nowMs).set(host, HOST_PER_DAY);
    },
  };
};
