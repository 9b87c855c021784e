import { InputError, NotFoundError } from "@zoom-webinar/foundation";
import { plainId } from "../import/find-import.ts";
import { nounOf } from "../operation/counts.ts";
import type { OperationContext } from "../operation/operation.ts";
import { toEmailKey } from "../people/names.ts";
import { readWindow, type Window } from "../time/window.ts";
import type { PlacedUnit, Unit } from "./source.ts";

/** Which webinars an export is of. */
export interface ScopeInput {
  webinar_id?: string | undefined;
  user_id?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The webinars of an export, and the window that it keeps to. */
export interface Scope {
  units: readonly PlacedUnit[];
  window: Window | null;
}

/** Zoom's reports refuse what is older than a year (code 12702), and its lists of participants end after six months. */
const YEAR_MONTHS = 12;
const LIST_MONTHS = 6;

const monthsBefore = (ms: number, months: number): string => {
  const date = new Date(ms);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
};

const dayOf = (text: string): string => text.trim().slice(0, 10);

/**
 * Reads the window of an export. Throws `InputError` for one that is missing, that Zoom no longer has, or that is not valid. `isHeld`: rows of held webinars,
 * of which Zoom forgets the old ones.
 */
const readScopeWindow = ({ webinar_id, user_id, from, to }: ScopeInput, nowMs: number, isHeld: boolean): Window | null => {
  if (webinar_id !== undefined && user_id !== undefined) throw InputError.at("user_id", "cannot be combined with webinar_id", "Name one of the two.");
  const window = readWindow({ from, to });
  if (webinar_id === undefined)
    for (const [field, value] of [
      ["from", from],
      ["to", to],
    ] as const)
      if (value === undefined)
        throw InputError.at(field, "is required without webinar_id", "Give from and to, such as 2032-03-01 and 2032-03-31, or name one webinar.");
  if (from === undefined || !isHeld) return window;
  const [months, kept] = webinar_id === undefined ? [LIST_MONTHS, "lists who came for six months"] : [YEAR_MONTHS, "keeps reports for a year"];
  const earliest = monthsBefore(nowMs, months);
  if (dayOf(from) < earliest)
    throw InputError.at(
      "from",
      `${dayOf(from)} is too long ago: Zoom ${kept}`,
      `Begin with ${earliest}. For older webinars, Zoom's portal may still have the file: attendance report with from: FILE (--from FILE).`,
    );
  return window;
};

/** One month after the other, as Zoom takes them. */
const monthsOf = (from: string, to: string): { from: string; to: string }[] => {
  const months: { from: string; to: string }[] = [];
  for (let day = from; day <= to; ) {
    const end = new Date(`${day}T00:00:00Z`);
    end.setUTCDate(end.getUTCDate() + 27);
    const last = end.toISOString().slice(0, 10);
    months.push({ from: day, to: last < to ? last : to });
    end.setUTCDate(end.getUTCDate() + 1);
    day = end.toISOString().slice(0, 10);
  }
  return months;
};

/** Webinars that were held, in order of time; with `host` those of one host. */
const readHeld = async ({ zoom, progress }: OperationContext, { from, to }: { from: string; to: string }, window: Window, host: string | null) => {
  const found: { unit: Unit; start: string }[] = [];
  for (const month of monthsOf(dayOf(from), dayOf(to))) {
    const query = { ...month, meeting_type: "webinar" as const, page_size: 300 };
    for await (const { history_meetings = [] } of zoom.pages("GET /report/history_meetings", { query })) {
      for (const { meeting_id, topic, start_time, host_email, type } of history_meetings) {
        if (!meeting_id || !start_time || type === "Meeting" || !window.holds(start_time)) continue;
        if (host !== null && toEmailKey(host_email) !== host) continue;
        found.push({ unit: { webinar_id: plainId(meeting_id), topic: topic ?? null }, start: start_time });
      }
      progress({ done: found.length, total: null, message: `${nounOf(found.length, "webinar")} found` });
    }
  }
  return found;
};

/** Webinars that are planned in the window, of one host or of everybody. */
const readPlanned = async ({ zoom }: OperationContext, window: Window, userId: string | null) => {
  const found: { unit: Unit; start: string }[] = [];
  const hosts: string[] = [];
  if (userId !== null) hosts.push(userId);
  else
    for await (const { users = [] } of zoom.pages("GET /users", { query: { status: "active", page_size: 300 } }))
      for (const { id } of users) if (id !== undefined) hosts.push(id);
  for (const host of hosts) {
    const pages = zoom.pages("GET /users/{userId}/webinars", { path: { userId: host }, query: { type: "scheduled", page_size: 300 } });
    try {
      for await (const { webinars = [] } of pages)
        for (const { id, topic, start_time } of webinars)
          if (id !== undefined && start_time !== undefined && window.holds(start_time))
            found.push({ unit: { webinar_id: id, topic: topic ?? null }, start: start_time });
    } catch (error) {
      // If the whole account is asked, somebody without a webinar licence has no webinars.
      if (userId !== null || !isSkipped(error)) throw error;
    }
  }
  return found;
};

const isSkipped = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "plan_missing" || error.code === "not_found");

const hostLeft = (userId: string, cause: unknown) =>
  new NotFoundError(`${userId} is not in the account, or no longer.`, {
    cause,
    hint: "What they held is still there: export it by webinar_id, or without user_id for the whole account between from and to.",
  });

/** Each webinar once, in the order of its first date. */
const inOrder = (found: readonly { unit: Unit; start: string }[]): PlacedUnit[] => {
  const units = new Map<string, PlacedUnit>();
  const sorted = [...found].sort((a, b) => (a.start === b.start ? (a.unit.webinar_id < b.unit.webinar_id ? -1 : 1) : a.start < b.start ? -1 : 1));
  for (const { unit, start } of sorted) if (!units.has(unit.webinar_id)) units.set(unit.webinar_id, { ...unit, start });
  return [...units.values()];
};

/**
 * Finds the webinars of an export: one, those of a host, or those of the account. `isHeld`: only those that were held; else also those to come.
 * Throws `InputError` for a window that is not valid or too old, `NotFoundError` for a host who left.
 */
export const readScope = async (ctx: OperationContext, input: ScopeInput, isHeld: boolean): Promise<Scope> => {
  const window = readScopeWindow(input, await ctx.now(), isHeld);
  const { webinar_id, user_id, from, to } = input;
  if (webinar_id !== undefined) return { units: [{ webinar_id, topic: null, start: null }], window };
  if (window === null || from === undefined || to === undefined) throw new TypeError("a window that was not checked");
  let host: string | null = null;
  if (user_id !== undefined) {
    const user = await ctx.zoom.call("GET /users/{userId}", { path: { userId: user_id } }).catch((error: unknown) => {
      throw error instanceof NotFoundError ? hostLeft(user_id, error) : error;
    });
    host = toEmailKey(user.email) || null;
  }
  const held = await readHeld(ctx, { from, to }, window, host);
  const planned = isHeld ? [] : await readPlanned(ctx, window, user_id ?? null);
  return { units: inOrder([...held, ...planned]), window };
};
