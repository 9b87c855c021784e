import { pick } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { isOn } from "../../rules/features.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import type { WebinarRecord } from "../../state/state.ts";
import { hostOf } from "../webinars/find-webinar.ts";
import { windowOf } from "./window.ts";

/** The starts that lie ahead: of a recurring webinar each date, of one without a fixed time none. */
const startsOf = (webinar: WebinarRecord, nowMs: number): string[] => {
  const single = webinar.start_time !== null && webinar.instances.length === 0 && webinar.runningSince === null ? [webinar.start_time] : [];
  const dates = webinar.occurrences.filter(({ status }) => status === "available").map(({ start_time }) => start_time);
  return (webinar.type === 9 ? dates : single).filter((start) => Date.parse(start) >= nowMs);
};

const rowsOf = ({ state, nowMs }: Call, webinar: WebinarRecord) => {
  const host = hostOf(state, webinar);
  return startsOf(webinar, nowMs).map((start_time) => ({
    id: webinar.uuid,
    topic: webinar.topic,
    start_time,
    host_id: webinar.host_id,
    host_name: host === undefined ? "" : `${host.first_name} ${host.last_name}`,
    dept: host?.dept ?? "",
  }));
};

/**
 * GET /report/upcoming_events: what is planned across the account, next first. There are no meetings and no groups here: asking for either gives an
 * empty list.
 */
export const reportUpcoming: Handler = (call) => {
  const { state, query } = call;
  if (!isOn(state, "paid_account")) throw refusals.upcomingPaidOnly(state.account.id);
  const { from, to, holds } = windowOf(call);
  const isEmpty = query.get("type") === "meeting" || (query.get("group_id") ?? "") !== "";
  const rows = isEmpty
    ? []
    : Object.values(state.webinars)
        .flatMap((webinar) => rowsOf(call, webinar))
        .filter(({ start_time }) => holds(start_time))
        .sort((a, b) => (a.start_time < b.start_time ? -1 : 1));
  const page = pageOf(call, rows);
  return { status: 200, body: { from, to, ...pick(page.info, ["next_page_token", "page_size"]), upcoming_events: page.rows } };
};
