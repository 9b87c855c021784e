import type { ReplyOf } from "@zoom-webinar/zoom-client";
import { missing, type Part, readPart } from "../attendance/read/part.ts";
import { firstOf } from "../operation/counts.ts";
import type { OperationContext } from "../operation/operation.ts";
import { NO_REGISTRATION } from "../operation/registration.ts";
import type { Days } from "./days.ts";
import type { PlannedEvent } from "./event.ts";

type Listed = NonNullable<NonNullable<ReplyOf<"GET /users/{userId}/webinars">["webinars"]>[number]>;
type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

export interface Host {
  id: string;
  email: string | null;
}

/** What is read of each webinar besides its dates. */
export interface Wanted {
  days: Days;
  /** False: only dates; registrants and panelists are not counted. */
  checks: boolean;
  /** Seats of the licence, as the caller knows them. */
  capacity: number | null;
}

const SINGLE = 5;
const RECURRING = 9;
const RECURRING_WITHOUT_TIME = 6;
const ONCE_FOR_ALL_DATES = 1;
const LARGEST_PAGE = 300;
const MINUTE_MS = 60_000;

/** The hosts that are asked for, else every active user of the account. */
export const readHosts = async ({ zoom }: OperationContext, userIds: readonly string[] | undefined): Promise<Host[]> => {
  if (userIds !== undefined) {
    const users = await Promise.all(userIds.map((userId) => zoom.call("GET /users/{userId}", { path: { userId } })));
    return users.map(({ id, email }, index) => ({ id: id ?? userIds[index] ?? "", email: email ?? null }));
  }
  const hosts: Host[] = [];
  for await (const { users = [] } of zoom.pages("GET /users", { query: { status: "active", page_size: LARGEST_PAGE } })) {
    for (const { id, email } of users) if (id !== undefined) hosts.push({ id, email: email ?? null });
  }
  return hosts;
};

const readList = ({ zoom }: OperationContext, { id }: Host): Promise<Part<Listed[]>> =>
  readPart(async () => {
    const listed: Listed[] = [];
    const pages = zoom.pages("GET /users/{userId}/webinars", { path: { userId: id }, query: { type: "scheduled", page_size: LARGEST_PAGE } });
    for await (const { webinars = [] } of pages) listed.push(...webinars);
    return listed;
  });

/** What was found of one host. */
interface HostEvents {
  /** False if Zoom says that this person may not host webinars. */
  isHost: boolean;
  events: PlannedEvent[];
  notes: string[];
}

/** Every date of one host's webinars on these days, and notes on what could not be read. */
export const readEventsOf = async (ctx: OperationContext, host: Host, wanted: Wanted): Promise<HostEvents> => {
  const list = await readList(ctx, host);
  // Somebody without a webinar licence has none: that is not a gap.
  if (list.refusal?.code === "plan_missing") return { isHost: false, events: [], notes: [] };
  const who = host.email ?? host.id;
  const webinars = (list.value ?? []).filter(
    ({ type, start_time }) => type === RECURRING || (type === SINGLE && start_time !== undefined && wanted.days.holds(start_time)),
  );
  const timeless = (list.value ?? []).filter(({ type }) => type === RECURRING_WITHOUT_TIME).length;
  const read = await Promise.all(webinars.map((webinar) => readWebinarEvents(ctx, webinar, who, wanted)));
  return {
    isHost: true,
    events: read.flatMap(({ events }) => events),
    notes: [
      ...missing(`Webinars of ${who}`, list),
      ...(timeless > 0 ? [`${who} has ${timeless === 1 ? "a recurring webinar" : `${timeless} recurring webinars`} without fixed times.`] : []),
      ...read.flatMap(({ notes }) => notes),
    ],
  };
};

const SHOWN_PEOPLE = 3;

/** Says who has no webinars because they may not host any. */
export const noteNoHosts = (people: readonly string[]): string[] =>
  people.length === 0 ? [] : [`Without a webinar licence: ${firstOf(people, SHOWN_PEOPLE)}.`];

const readWebinarEvents = async (
  ctx: OperationContext,
  listed: Listed,
  host: string,
  wanted: Wanted,
): Promise<{ events: PlannedEvent[]; notes: string[] }> => {
  const { id } = listed;
  if (id === undefined) return { events: [], notes: [] };
  const path = { webinarId: id };
  const details: Part<Webinar> =
    listed.type === SINGLE && !wanted.checks
      ? { value: null, refusal: null }
      : await readPart(() => ctx.zoom.call("GET /webinars/{webinarId}", { path, query: { show_previous_occurrences: true } }));
  const webinar = details.value;
  const dates = datesOf(listed, webinar).filter(({ start_time }) => wanted.days.holds(start_time));
  const approval = webinar?.settings?.approval_type;
  // Without checks, nothing is said of registration: a single webinar is not even read.
  const asksRegistration = !wanted.checks || approval === undefined ? null : approval !== NO_REGISTRATION;
  const isPerDate = listed.type === RECURRING && (webinar?.settings?.registration_type ?? ONCE_FOR_ALL_DATES) !== ONCE_FOR_ALL_DATES;
  const counting = wanted.checks && dates.some(({ status }) => status === "planned");
  const [panelists, registered] = await Promise.all([
    counting ? readPart(async () => (await ctx.zoom.call("GET /webinars/{webinarId}/panelists", { path })).panelists?.length ?? 0) : null,
    counting && asksRegistration === true
      ? readPart(() => countRegistrants(ctx, id, isPerDate ? dates.map((date) => date.occurrence_id) : [null]))
      : null,
  ]);
  const limits = [webinar?.settings?.registrants_restrict_number ?? 0, webinar?.capacity ?? 0, wanted.capacity ?? 0].filter((limit) => limit > 0);
  return {
    events: dates.map((date) => ({
      ...date,
      webinar_id: id,
      topic: webinar?.topic ?? listed.topic ?? null,
      host,
      timezone: webinar?.timezone ?? listed.timezone ?? null,
      join_url: webinar?.join_url ?? listed.join_url ?? null,
      asksRegistration,
      registered: registered?.value?.get(isPerDate ? date.occurrence_id : null) ?? null,
      seats: limits.length > 0 ? Math.min(...limits) : null,
      panelists: panelists?.value ?? null,
    })),
    notes: [
      ...missing(`Dates and settings of webinar ${id}`, details),
      ...(panelists === null ? [] : missing(`Panelists of webinar ${id}`, panelists)),
      ...(registered === null ? [] : missing(`Registrants of webinar ${id}`, registered)),
    ],
  };
};

type When = Pick<PlannedEvent, "occurrence_id" | "start_time" | "end_time" | "duration" | "status">;

const endOf = (start: string, minutes: number): string => new Date(Date.parse(start) + minutes * MINUTE_MS).toISOString().replace(".000Z", "Z");

/** The dates of a series, or the one of a single webinar. */
const datesOf = (listed: Listed, webinar: Webinar | null): When[] => {
  const length = webinar?.duration ?? listed.duration ?? 0;
  const occurrences = webinar?.occurrences;
  if (listed.type === RECURRING && occurrences !== undefined) {
    return occurrences.flatMap(({ occurrence_id, start_time, duration = length, status }) =>
      start_time === undefined
        ? []
        : [
            {
              occurrence_id: occurrence_id ?? null,
              start_time,
              end_time: endOf(start_time, duration),
              duration,
              status: status === "deleted" ? ("cancelled" as const) : ("planned" as const),
            },
          ],
    );
  }
  const start_time = webinar?.start_time ?? listed.start_time;
  if (start_time === undefined) return [];
  return [{ occurrence_id: null, start_time, end_time: endOf(start_time, length), duration: length, status: "planned" }];
};

/** Approved registrants, of each date or (null) of the whole webinar. */
const countRegistrants = async (
  { zoom }: OperationContext,
  webinarId: string,
  occurrenceIds: readonly (string | null)[],
): Promise<Map<string | null, number | null>> => {
  const counts = await Promise.all(
    occurrenceIds.map(async (id) => {
      const query = { status: "approved" as const, page_size: 1, occurrence_id: id ?? undefined };
      const { total_records } = await zoom.call("GET /webinars/{webinarId}/registrants", { path: { webinarId }, query });
      return [id, total_records ?? null] as const;
    }),
  );
  return new Map(counts);
};
