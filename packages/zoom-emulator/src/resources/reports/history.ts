import { pick, toZoomTime } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import type { InstanceRecord } from "../../state/state.ts";
import { hostOf } from "../webinars/find-webinar.ts";
import { countPeople, minutesBetween, mostAtOnce, totalMinutes } from "./attendance.ts";
import { functionsUsed, isFilterable } from "./features-used.ts";
import type { Held } from "./find-held.ts";
import { personKey } from "./people.ts";
import { windowOf } from "./window.ts";

/** What each `report_type` asks for. The emulator has no links to resources and no reactions. */
const REPORTS: Readonly<Record<string, (instance: InstanceRecord) => boolean>> = {
  all: () => true,
  poll: ({ votes }) => votes.length > 0,
  survey: ({ survey }) => survey !== null,
  qa: ({ questions }) => questions.length > 0,
  resource: () => false,
  reaction: () => false,
};

/** A filter of the query, "" for none. Throws `Refusal` 400/300 for a value that Zoom does not know. */
const choice = ({ query }: Call, name: string, isKnown: (value: string) => boolean): string => {
  const value = query.get(name) ?? "";
  if (value !== "" && !isKnown(value)) throw refusals.parameter(name);
  return value;
};

const includedIn = (...values: readonly string[]) => values.includes.bind(values);

/** The filters of a request, all checked, as one question to an instance. */
const filterOf = (call: Call): ((held: Held) => boolean) => {
  const { holds } = windowOf(call);
  const byEnd = choice(call, "date_type", includedIn("start_time", "end_time")) === "end_time";
  const kind = choice(call, "meeting_type", includedIn("all", "meeting", "webinar"));
  const hasReport = REPORTS[choice(call, "report_type", (value) => Object.hasOwn(REPORTS, value)) || "all"];
  const functions = choice(call, "meeting_feature", (value) => value.split(",").every(isFilterable));
  const words = (call.query.get("search_key") ?? "").toLowerCase();
  const groupId = call.query.get("group_id") ?? "";
  if (groupId !== "") throw refusals.groupForbidden(groupId); // the account has no groups
  return ({ webinar, instance }) => {
    if (kind === "meeting" || !holds(byEnd ? instance.end_time : instance.start_time) || hasReport?.(instance) !== true) return false;
    const used = functionsUsed(webinar, instance);
    const isFound = webinar.topic.toLowerCase().includes(words) || String(webinar.id) === words;
    return isFound && (functions === "" || functions.split(",").some((name) => used[name]));
  };
};

const toEntry = (call: Call, { webinar, instance }: Held) => {
  const host = hostOf(call.state, webinar);
  const viewers = instance.participants.filter(({ role }) => role === "attendee");
  const { uuid, start_time, end_time } = instance;
  return {
    meeting_uuid: uuid,
    meeting_id: webinar.id,
    type: "Webinar",
    topic: webinar.topic,
    host_display_name: host === undefined ? "" : `${host.first_name} ${host.last_name}`,
    host_email: host?.email ?? "",
    department: host?.dept ?? "",
    group: [],
    start_time,
    end_time,
    create_time: toZoomTime(webinar.createdMs),
    duration: minutesBetween(start_time, end_time),
    total_participant_minutes: totalMinutes(instance),
    participants: countPeople(call, instance.participants),
    unique_viewers: new Set(viewers.map(personKey)).size,
    max_concurrent_views: mostAtOnce(viewers, end_time),
    source: "Zoom",
    custom_fields: [],
    tracking_fields: webinar.tracking_fields.slice(0, MOST_TRACKING_FIELDS),
    feature_used: functionsUsed(webinar, instance),
  };
};

/** Zoom's schema has no more in one entry. */
const MOST_TRACKING_FIELDS = 10;

/** GET /report/history_meetings: what was held across the account, latest first. There are only webinars here. */
export const reportHistory: Handler = (call) => {
  const matches = filterOf(call);
  const rows = Object.values(call.state.webinars)
    .flatMap((webinar) => webinar.instances.map((instance) => ({ webinar, instance })))
    .filter(matches)
    .sort((a, b) => (a.instance.start_time > b.instance.start_time ? -1 : 1));
  const page = pageOf(call, rows);
  return {
    status: 200,
    body: { ...pick(page.info, ["next_page_token", "page_size"]), history_meetings: page.rows.map((row) => toEntry(call, row)) },
  };
};
