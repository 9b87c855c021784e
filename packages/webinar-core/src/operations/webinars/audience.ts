import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { assertStand, readWithDate } from "../../operation/called-off.ts";
import { countOf } from "../../operation/counts.ts";
import { ifAllowed } from "../../operation/if-allowed.ts";
import type { OperationContext } from "../../operation/operation.ts";
import type { Consequence, Preview, PreviewRecipients } from "../../operation/preview.ts";
import { toRecipients } from "../../operation/preview.ts";
import { startToShow } from "../../operation/preview-change.ts";
import { NO_REGISTRATION } from "../../operation/registration.ts";
import { SERIES } from "../../operation/series.ts";
import { readRegistrants } from "../../people/read-registrants.ts";
import { showInZone } from "../../time/start-time.ts";
import { datesIn, listDates, plannedIn, withDatesAhead } from "./dates.ts";

type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

/** Those who are registered, by what became of their registration: whoever counts them says which. */
export interface Registered {
  approved: number;
  waiting: number;
}

export const totalOf = ({ approved, waiting }: Registered): number => approved + waiting;

/** "4 approved", "2 approved, 2 waiting for approval". */
export const describeRegistered = ({ approved, waiting }: Registered): string =>
  waiting === 0 ? `${approved} approved` : `${approved} approved, ${waiting} waiting for approval`;

/** " (2 approved, 2 waiting for approval)"; nothing if nobody waits. */
export const apartIn = (registered: Registered): string => (registered.waiting === 0 ? "" : ` (${describeRegistered(registered)})`);

/** "2 registered people (1 approved, 1 waiting for approval) and 1 panelist"; null if it is nobody. */
export const holdersOf = (registered: Registered, panelists: number): string | null => {
  const groups = [
    ...(totalOf(registered) === 0 ? [] : [`${countOf(totalOf(registered), "registered person", "registered people")}${apartIn(registered)}`]),
    ...(panelists === 0 ? [] : [countOf(panelists, "panelist")]),
  ];
  return groups.length === 0 ? null : groups.join(" and ");
};

/** How many are registered, for one date or for all, by Zoom's own count. None if nobody can register, null if the app may not read it. */
export const countRegistered = async (zoom: ZoomClient, { id, settings }: Webinar, occurrence_id?: string): Promise<Registered | null> => {
  if (settings?.approval_type === NO_REGISTRATION) return { approved: 0, waiting: 0 };
  const counts = { approved: 0, pending: 0 };
  for (const status of ["approved", "pending"] as const) {
    const query = { status, occurrence_id, page_size: 1 };
    const page = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}/registrants", { path: { webinarId: id ?? "" }, query }));
    if (page === null) return null;
    counts[status] = page.total_records ?? page.registrants?.length ?? 0;
  }
  return { approved: counts.approved, waiting: counts.pending };
};

/**
 * Addresses of those registered, for one date or for all; none if nobody can register. Also those who wait for approval: whether Zoom writes to
 * them is not documented, and a preview must not promise too little.
 */
export const registrantsOf = async (zoom: ZoomClient, { id, settings }: Webinar, occurrence_id: string | undefined): Promise<string[]> => {
  const emails: string[] = [];
  if (settings?.approval_type === NO_REGISTRATION) return emails;
  const pages = readRegistrants(zoom, id ?? "", { statuses: ["approved", "pending"], occurrence_id });
  for await (const { registrants } of pages) for (const { email } of registrants) if (email) emails.push(email);
  return emails;
};

const UNLISTED = "whoever registered before registration was switched off may be told too, and Zoom does not list them";

/**
 * Whom Zoom tells, from the addresses that can be read. If registration is off, Zoom lists nobody, and still knows those who registered before: a preview
 * must not promise that nobody is written to.
 */
export const toldRecipients = ({ settings }: Webinar, emails: readonly string[], why: string): PreviewRecipients | null => {
  const listed = toRecipients(emails, why);
  if (settings?.approval_type !== NO_REGISTRATION) return listed;
  return listed === null ? { count: 0, domains: [], why: UNLISTED } : { ...listed, why: `${why}; ${UNLISTED}` };
};

/** Those who hear nothing of a deletion unless Zoom is asked to write. */
const untold = (registered: Registered | null, panelists: number): Consequence[] => {
  const holders = registered === null ? null : holdersOf(registered, panelists);
  if (holders === null && registered !== null) return [];
  const who = holders ?? `Whoever is registered${panelists === 0 ? "" : ` and ${countOf(panelists, "panelist")}`}`;
  const verb = registered === null ? (panelists === 0 ? "is" : "are") : totalOf(registered) + panelists === 1 ? "is" : "are";
  return [{ kind: "not told", text: `${who} ${verb} not told; with cancel_webinar_reminder, Zoom tells them.` }];
};

/** What deleting a webinar, or one date of it, takes away, and whom Zoom tells if it is asked to. */
export const previewDeletion = async (
  {
    webinar_id,
    occurrence_id,
    cancel_webinar_reminder,
  }: { webinar_id: string; occurrence_id?: string | undefined; cancel_webinar_reminder?: boolean | undefined },
  { zoom, now }: Pick<OperationContext, "zoom" | "now">,
): Promise<Preview> => {
  const read = await readWithDate(zoom, webinar_id, occurrence_id);
  if (occurrence_id !== undefined) await assertStand(read, [occurrence_id]);
  const webinar = withDatesAhead(read, await now(), occurrence_id);
  const isSeries = webinar.type === SERIES;
  const date = isSeries ? webinar.occurrences?.find((one) => one.occurrence_id === occurrence_id) : undefined;
  const reading = { path: { webinarId: webinar_id } };
  const panelists = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}/panelists", reading));
  const emails: string[] = [];
  if (cancel_webinar_reminder) {
    emails.push(...(await registrantsOf(zoom, { ...webinar, id: webinar_id }, occurrence_id)));
    for (const { email } of panelists?.panelists ?? []) if (email) emails.push(email);
  }
  const registered = await countRegistered(zoom, { ...webinar, id: webinar_id }, occurrence_id);
  const startsAt = date?.start_time ?? startToShow(webinar);
  const starts = startsAt ? `, ${await showInZone(startsAt, webinar.timezone ?? "UTC")}` : "";
  const dates = plannedIn(webinar);
  const signUps =
    registered === null ? "an unknown number of registrations" : `${countOf(totalOf(registered), "registration")}${apartIn(registered)}`;
  const speakers = panelists === null ? "an unknown number of panelists" : countOf(panelists.panelists?.length ?? 0, "panelist");
  const size = [...(isSeries && occurrence_id === undefined ? [countOf(dates.length, "date")] : []), signUps, speakers];
  const what = occurrence_id !== undefined ? "one date of the webinar" : isSeries ? "the whole series" : "the webinar";
  const stay = dates.filter((one) => one.occurrence_id !== occurrence_id).length;
  const reach =
    occurrence_id === undefined
      ? `: ${size.join(", ")}.`
      : `. It concerns ${size.join(" and ")}; ${countOf(stay, "other date stays", "other dates stay")}.`;
  const target = occurrence_id === undefined ? { kind: "webinar", id: webinar.id ?? webinar_id } : { kind: "occurrence", id: occurrence_id };
  return {
    summary: `Delete ${what} "${webinar.topic ?? "without a topic"}"${starts}${reach}`,
    targets: [{ ...target, label: `${webinar.topic ?? ""}${starts}` }],
    changes: isSeries && occurrence_id === undefined ? [`dates: ${listDates(await datesIn(webinar))}`] : [],
    consequences: cancel_webinar_reminder ? [] : untold(registered, panelists?.panelists?.length ?? 0),
    recipients: cancel_webinar_reminder ? toldRecipients(webinar, emails, "registrants and panelists are told that it is cancelled") : null,
    reversible: false,
    // Zoom has an event for a webinar that was recovered, and no call that recovers one.
    ...(occurrence_id === undefined ? { undo: "This cannot be undone from here; Zoom's portal may recover a deleted webinar." } : {}),
  };
};
