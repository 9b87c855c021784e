import { compact, pick } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import { derive } from "../../state/ids.ts";
import type { SummaryRecord } from "../../state/session-record.ts";
import type { EmulatorState, InstanceRecord, UserRecord, WebinarRecord } from "../../state/state.ts";
import { startTimeToMs } from "../../time/wall-time.ts";
import { lookUpHeld } from "../reports/find-held.ts";
import { hostOf } from "../webinars/find-webinar.ts";
import { deprecatedFields } from "./sections.ts";

interface Summarized {
  webinar: WebinarRecord;
  instance: InstanceRecord;
  summary: SummaryRecord;
}

const toHead = (state: EmulatorState, { webinar, instance, summary }: Summarized) => ({
  meeting_id: webinar.id,
  meeting_uuid: instance.uuid,
  meeting_topic: webinar.topic,
  meeting_host_id: webinar.host_id,
  meeting_host_email: hostOf(state, webinar)?.email ?? "",
  meeting_start_time: instance.start_time,
  meeting_end_time: instance.end_time,
  summary_start_time: instance.start_time,
  summary_end_time: instance.end_time,
  summary_created_time: summary.created,
  summary_last_modified_time: summary.modified,
});

/** An end of the window, undefined if the query names none. Throws `Refusal` 400/300 for a time that is not valid, or not in UTC. */
const endOfWindow = ({ query }: Call, name: string): { text: string; ms: number } | undefined => {
  const text = query.get(name) ?? "";
  if (text === "") return undefined;
  const ms = text.endsWith("Z") ? startTimeToMs(text, "utc") : null;
  if (ms === null) throw refusals.fields([name]);
  return { text, ms };
};

/** What the account or host may have closed. */
const assertOpen = (state: EmulatorState, host?: UserRecord): void => {
  assertOn(state, "paid_account", host);
  assertOn(state, "summary_access", host);
  assertOn(state, "summary_from_anywhere", host);
};

/** GET /meetings/meeting_summaries: every summary of the account, latest first; those in the trash are left out. There are only webinars here. */
export const listSummaries: Handler = (call) => {
  const { state, query } = call;
  assertOn(state, "hosting");
  assertOn(state, "summaries");
  assertOpen(state);
  const from = endOfWindow(call, "from");
  const to = endOfWindow(call, "to");
  const field = query.get("time_filter_field") === "summary_created_time" ? "summary_created_time" : "summary_start_time";
  const rows = Object.values(state.webinars)
    .flatMap((webinar) => webinar.instances.map((instance) => ({ webinar, instance, summary: instance.summary })))
    .flatMap(({ summary, ...held }) => (summary === null || summary.trashed ? [] : [toHead(state, { ...held, summary })]))
    .filter((row) => Date.parse(row[field]) >= (from?.ms ?? 0) && Date.parse(row[field]) <= (to?.ms ?? Number.POSITIVE_INFINITY))
    .sort((a, b) => (a[field] > b[field] ? -1 : 1));
  const page = pageOf(call, rows);
  return {
    status: 200,
    body: compact({ from: from?.text, to: to?.text, ...pick(page.info, ["next_page_token", "page_size"]), summaries: page.rows }),
  };
};

const IS_KEY = /^(\d{9,12}|[A-Za-z0-9+/]{22}==)$/;

/** The summary that the path names: of an id, that of the latest instance. Throws `Refusal`: no id (300), nothing there (3001), closed or in the trash. */
const findSummary = ({ state, path }: Call): Summarized & { host: UserRecord | undefined } => {
  const key = path.meetingId ?? "";
  if (!IS_KEY.test(key)) throw refusals.meetingIdInvalid();
  const held = lookUpHeld(state, key);
  const host = held && hostOf(state, held.webinar);
  assertOpen(state, host);
  const summary = held?.instance.summary ?? null;
  if (held === undefined || summary === null) throw refusals.meetingUnknown(key);
  assertOn(state, "permission", host);
  if (summary.trashed) throw refusals.summaryTrashed();
  return { ...held, summary, host };
};

/** GET /meetings/{meetingId}/meeting_summary: what the AI wrote about one instance. */
export const getSummary: Handler = (call) => {
  const found = findSummary(call);
  const { webinar, instance, summary, host } = found;
  const docId = derive(call.state.seed, "summary", instance.uuid).toString("base64url").slice(0, 22);
  return {
    status: 200,
    body: {
      ...toHead(call.state, found),
      summary_last_modified_user_id: webinar.host_id,
      summary_last_modified_user_email: host?.email ?? "",
      summary_title: summary.title,
      summary_content: summary.content,
      summary_doc_url: `https://zoom.example.com/doc/${docId}`,
      ...deprecatedFields(summary.content),
    },
  };
};

/** DELETE /meetings/{meetingId}/meeting_summary: erases it, or moves it to the trash, as a switch says. */
export const deleteSummary: Handler = (call) => {
  const { instance, summary, host } = findSummary(call);
  assertOn(call.state, "summary_deletion", host);
  if (call.switches.deletedSummary === "trash") summary.trashed = true;
  else instance.summary = null;
  return { status: 204 };
};
