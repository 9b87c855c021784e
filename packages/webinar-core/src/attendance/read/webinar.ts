import { NotFoundError } from "@zoom-webinar/foundation";
import type { ReplyOf } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../../operation/operation.ts";
import { SERIES } from "../../operation/series.ts";
import type { HostRow, PanelistRow } from "../engine/input.ts";
import { toSecond } from "../engine/seconds.ts";
import { nothing, type Part, readPart } from "./part.ts";

export type Details = ReplyOf<"GET /report/webinars/{webinarId}">;
export type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

/** One time that the webinar was opened, as the list of instances has it. */
export interface ListedInstance {
  uuid: string | null;
  start: number | null;
  start_time: string | null;
  occurrence_id: string | null;
}

/** What is known of the webinar before its instances are read. */
export interface Found {
  id: string;
  webinar: Part<Webinar>;
  panelists: Part<readonly PanelistRow[]>;
  /** Details of the latest instance, or of the one that was asked for. */
  details: Part<Details>;
  /** In order of time; empty if it was never held, or the list could not be read. */
  instances: Part<readonly ListedInstance[]>;
}

const isWebinarId = (key: string): boolean => /^[\d\s-]+$/.test(key);

const toListed = (row: { uuid?: string | undefined; start_time?: string | undefined; occurrence_id?: string | undefined }): ListedInstance => ({
  uuid: row.uuid ?? null,
  start: toSecond(row.start_time),
  start_time: row.start_time ?? null,
  occurrence_id: row.occurrence_id ?? null,
});

const unknownWebinar = (key: string) =>
  new NotFoundError(
    isWebinarId(key)
      ? `Zoom knows no webinar ${key}: it may be deleted, belong to another account, or be a meeting.`
      : `Zoom knows no webinar with the UUID ${key}: it may belong to another account, be a meeting's, or be too old.`,
    {
      hint: isWebinarId(key)
        ? "Look for it with webinars.list. If it was deleted, Zoom's portal may still have its file: attendance report with from: FILE (--from FILE)."
        : "Sign in to the account that held the webinar (--profile NAME), or use the webinar's ID. Or take the file from that account's portal: attendance report with from: FILE (--from FILE).",
    },
  );

/** Zoom knows the number, but as that of something else. */
const isMeetings = ({ refusal }: Part<unknown>): boolean => refusal?.code === "zoom_rejected" && /invalid webinar id/i.test(refusal.message);

const meetingsId = (key: string, cause: unknown) =>
  new NotFoundError(`${key} is a meeting's ID, not a webinar's: Zoom does not take it for a webinar. Attendance reports are for webinars.`, {
    hint: "Find the webinar's ID with webinars.list. The attendance of a meeting is in Zoom's portal: Reports, Meeting.",
    cause,
  });

/** Reads the webinar, its panelists, its instances and the report's figures, side by side. Throws `NotFoundError` if Zoom knows none of them. */
export const findWebinar = async ({ zoom }: OperationContext, key: string): Promise<Found> => {
  const readDetails = () => readPart(() => zoom.call("GET /report/webinars/{webinarId}", { path: { webinarId: key } }));
  const early = isWebinarId(key) ? null : await readDetails();
  const id = early === null ? key.replaceAll(/[\s-]/g, "") : (early.value?.id ?? null);
  if (id === null) {
    // Only the report says which webinar a UUID belongs to; without it the instance alone can be read.
    if (early?.refusal?.code === "not_found") throw unknownWebinar(key);
    return { id: key, webinar: nothing(), panelists: nothing(), details: early ?? nothing(), instances: nothing() };
  }
  const path = { webinarId: id };
  const [details, webinar, panelists, instances] = await Promise.all([
    early ?? readDetails(),
    readPart(() => zoom.call("GET /webinars/{webinarId}", { path, query: { show_previous_occurrences: true } })),
    readPart(async () => (await zoom.call("GET /webinars/{webinarId}/panelists", { path })).panelists ?? []),
    readPart(async () => {
      const { webinars = [] } = await zoom.call("GET /past_webinars/{webinarId}/instances", { path });
      return webinars.map(toListed).sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    }),
  ]);
  if (isMeetings(webinar) && details.value === null && !instances.value?.length) throw meetingsId(key, webinar.refusal);
  const isUnknown = webinar.refusal?.code === "not_found" && details.value === null && !instances.value?.length;
  if (isUnknown) throw unknownWebinar(key);
  // Nothing at all may be read: why is all there is to say.
  if (webinar.value === null && details.value === null && instances.value === null) throw details.refusal ?? webinar.refusal ?? unknownWebinar(key);
  return { id, webinar, panelists, details, instances };
};

/** Whether people have to register; null if the webinar could not be read. */
export const asksRegistration = ({ value }: Part<Webinar>): boolean | null => {
  if (value === null) return null;
  const type = value.settings?.approval_type;
  return type === undefined ? value.registration_url !== undefined : type !== 2;
};

/** Registration types of a recurring webinar with which each date has its own registrants. */
const BY_DATE: ReadonlySet<number | undefined> = new Set([2, 3]);
const MOST_SECONDS_APART = 12 * 3600;

/** Whether each date of a series has registrants of its own. */
export const signsUpPerDate = (webinar: Webinar | null): boolean => webinar?.type === SERIES && BY_DATE.has(webinar.settings?.registration_type);

/** The date whose registrants count for an instance; undefined: those of the whole webinar. */
export const occurrenceOf = ({ value }: Part<Webinar>, instance: ListedInstance): string | undefined => {
  if (value === null || !signsUpPerDate(value)) return undefined;
  if (instance.occurrence_id !== null) return instance.occurrence_id;
  const { start } = instance;
  if (start === null) return undefined;
  const near = (value.occurrences ?? [])
    .map(({ occurrence_id, start_time }) => ({ occurrence_id, apart: Math.abs((toSecond(start_time) ?? 0) - start) }))
    .sort((a, b) => a.apart - b.apart)[0];
  return near !== undefined && near.apart <= MOST_SECONDS_APART ? near.occurrence_id : undefined;
};

/** The host, and who may stand in. */
export const hostsOf = ({ webinar, details }: Found): HostRow[] => {
  const email = details.value?.user_email ?? webinar.value?.host_email;
  const main = { email, account_id: webinar.value?.host_id, name: details.value?.user_name };
  const others = (webinar.value?.settings?.alternative_hosts ?? "")
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => (each.includes("@") ? { email: each } : { account_id: each }));
  return [...(main.email || main.account_id ? [main] : []), ...others];
};
