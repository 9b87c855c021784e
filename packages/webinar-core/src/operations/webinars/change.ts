import { InputError } from "@zoom-webinar/foundation";
import type { ArgsOf, InputOf, ReplyOf } from "@zoom-webinar/zoom-client";
import type * as z from "zod";
import { assertStand, readWithDate } from "../../operation/called-off.ts";
import { countOf } from "../../operation/counts.ts";
import { ifAllowed } from "../../operation/if-allowed.ts";
import { leafNames } from "../../operation/losses.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { pick } from "../../operation/pick.ts";
import { SERIES } from "../../operation/series.ts";
import { startWords } from "../../prompt/start-words.ts";
import { assertNotPast } from "../../time/past.ts";
import { type PlannedDate, readRecurrence } from "../../time/recurrence.ts";
import type { RuleInput } from "../../time/recurrence-rule.ts";
import { isKnownZone, type Reading, readStartTime } from "../../time/start-time.ts";
import { datesIn, listDates, plannedIn, withDatesAhead } from "./dates.ts";
import { AS_GIVEN, type everyday, toSettings } from "./fields.ts";

const UPDATE = "PATCH /webinars/{webinarId}";

/** What a webinar is changed by: the input of `update_webinar`. */
export interface ChangeInput extends InputOf<typeof UPDATE>, z.output<z.ZodObject<typeof everyday>> {
  notify_registrants?: boolean | undefined;
  allow_past?: boolean | undefined;
}

/** A change as it will be sent; nothing was written yet. */
export interface Change {
  body: ArgsOf<typeof UPDATE>["body"];
  /** The caller's fields that are set, each by its dotted path. */
  changed: string[];
  starts: Reading | null;
  /** The dates that the webinar gets, of one date only that; null if the change does not touch them. */
  dates: PlannedDate[] | null;
  notes: string[];
  /** The webinar as it is, read at most once; null if the app may not read it. */
  current(): Promise<Current | null>;
}

/** A webinar as Zoom answers it. */
export type Current = ReplyOf<"GET /webinars/{webinarId}">;

/** Fields that may differ for one date. Source: Zoom API, PATCH /webinars/{webinarId}, occurrence_id. */
const OF_ONE_DATE = [
  "agenda",
  "start_time",
  "timezone",
  "duration",
  "host_video",
  "panelists_video",
  "auto_recording",
  "notify_registrants",
  "settings",
];
const SETTINGS_OF_ONE_DATE = ["host_video", "panelists_video", "hd_video", "add_watermark", "auto_recording", "notify_registrants"];

/**
 * Reads a change and writes nothing. A wall time without a zone is read in the webinar's own, which is then asked for.
 * Throws `InputError`: nothing to change, a date that was called off, a field that one date cannot have, a zone without a time.
 */
export const readChange = async (input: ChangeInput, ctx: OperationContext): Promise<Change> => {
  const { webinar_id, occurrence_id, notify_registrants, allow_past, ...fields } = input;
  const changed = leafNames(fields);
  if (changed.length === 0)
    throw InputError.at("", "Nothing to change was given.", "Give at least one field besides webinar_id, such as topic or start_time.");
  if (occurrence_id !== undefined) assertOfOneDate(changed);
  if (input.timezone !== undefined && input.start_time === undefined) {
    throw InputError.at(
      "timezone",
      "only says how start_time is read",
      "Give start_time too: a wall time in that zone, or the same instant with Z to change only how it is shown.",
    );
  }

  const asked = memo(() => readCurrent(input, ctx));
  if (occurrence_id !== undefined) await assertStand((await asked()) ?? {}, [occurrence_id]);
  const start = await readStart(input, ctx, asked);
  const from = start?.reading ?? null;
  if (from !== null)
    await assertNotPast(from, { now: ctx.now, allowPast: allow_past, present: async () => presentStart(await asked(), occurrence_id) });
  const rule = input.recurrence ?? (await ruleToKeep(input, ctx, asked));
  if (rule !== null && from?.zone_from === "instant") {
    throw InputError.at(
      "timezone",
      "a series needs one, and the webinar's own cannot be read",
      "Give timezone too: its dates keep their wall time all year.",
    );
  }
  const series = rule === null ? null : await readRecurrence(rule, from ?? (await currentStart(asked)));
  const settings = toSettings(input, input.settings);
  const notes = [
    ...(start?.note ? [start.note] : []),
    ...(from && from.zone_from !== "input" ? [`The time zone ${from.timezone} comes from the ${from.zone_from}.`] : []),
    ...(series?.notes ?? []),
    ...(input.password === undefined ? [] : notePasscode(await asked(), input.password)),
    ...(occurrence_id === undefined || from === null ? [] : await noteSameTime(await asked(), occurrence_id, from.utc, input.duration)),
  ];
  return {
    body: {
      ...pick(input, AS_GIVEN),
      type: input.type ?? (series === null ? undefined : 9),
      // One date has no zone of its own: its start goes as an instant.
      start_time: occurrence_id === undefined ? start?.wire.start_time : from?.utc,
      timezone: occurrence_id === undefined && from?.zone_from !== "instant" ? start?.wire.timezone : undefined,
      duration: input.duration,
      recurrence: series?.wire,
      settings: notify_registrants === undefined ? settings : { ...settings, notify_registrants },
    },
    // One date has no zone of its own: it only says how the start is read.
    changed: occurrence_id === undefined ? changed : changed.filter((path) => path !== "timezone"),
    starts: from,
    dates: series?.dates ?? (from === null ? null : [{ utc: from.utc, local: from.local }]),
    notes,
    current: asked,
  };
};

/** A passcode is part of the join links: those that people have hold the one of their time. */
const notePasscode = (webinar: Current | null, password: string): string[] =>
  // Without a passcode every link fits.
  password === "" || webinar?.password === password
    ? []
    : ["The passcode is part of the join links: those that were sent with another one still hold that one."];

const MINUTE_MS = 60_000;

/** The other dates of a series that one of them would be moved onto. */
const noteSameTime = async (webinar: Current | null, id: string, utc: string, minutes: number | undefined): Promise<string[]> => {
  const own = webinar?.occurrences?.find(({ occurrence_id }) => occurrence_id === id);
  const [from, lengthMs] = [Date.parse(utc), (minutes ?? own?.duration ?? webinar?.duration ?? 0) * MINUTE_MS];
  const met = plannedIn(webinar ?? {}).filter(({ occurrence_id, start_time, duration = 0 }) => {
    const start = Date.parse(start_time ?? "");
    return occurrence_id !== id && (start === from || (start < from + lengthMs && from < start + duration * MINUTE_MS));
  });
  const dates = await datesIn({ ...webinar, occurrences: met });
  return dates.length === 0 ? [] : [`The series has ${countOf(dates.length, "other date")} at that time: ${listDates(dates)}.`];
};

/** The webinar with the dates ahead, those that were called off among them, and the one date that is meant. */
const readCurrent = async ({ webinar_id, occurrence_id }: ChangeInput, { zoom, now }: OperationContext): Promise<Current | null> => {
  const webinar = await ifAllowed(() => readWithDate(zoom, webinar_id, occurrence_id));
  return webinar && withDatesAhead(webinar, await now(), occurrence_id);
};

const isOfOneDate = (field: string): boolean => {
  const [name = "", setting = ""] = field.split(".");
  return name === "settings" ? SETTINGS_OF_ONE_DATE.includes(setting) : OF_ONE_DATE.includes(name);
};

const assertOfOneDate = (changed: readonly string[]): void => {
  const wrong = changed.find((field) => !isOfOneDate(field));
  const field = wrong?.startsWith("settings.") ? wrong : wrong?.split(".")[0];
  if (field !== undefined)
    throw InputError.at(
      field,
      "cannot differ for one date",
      "Leave occurrence_id out to change all dates; one date may have its own agenda, start_time, duration, video, watermark and recording.",
    );
};

type Asked = () => Promise<Current | null>;

const NO_FIXED_TIME = 6;
const RULE_FIELDS = [
  "type",
  "repeat_interval",
  "weekly_days",
  "monthly_day",
  "monthly_week",
  "monthly_week_day",
  "end_times",
  "end_date_time",
] as const;

/**
 * The rule of a series that gets another start without a new rule. What is meant is open, one date or all, and Zoom moves nothing if the start is not
 * a date of the rule: a person is asked, with the dates that would come; a program gets an error with both ways. Null for any other change. Throws
 * `InputError` naming `start_time`, also for a webinar without fixed times.
 */
const ruleToKeep = async (
  { start_time, occurrence_id, type }: ChangeInput,
  { asksPerson }: OperationContext,
  asked: Asked,
): Promise<RuleInput | null> => {
  if (start_time === undefined || occurrence_id !== undefined || type === 5) return null;
  const webinar = await asked();
  if (webinar?.type === NO_FIXED_TIME && type === undefined) {
    throw InputError.at("start_time", "means nothing for a webinar without fixed times", "Give recurrence too, or type 5 for a single date.");
  }
  if (webinar?.type !== SERIES) return null;
  const { recurrence } = webinar;
  if (asksPerson && recurrence !== undefined) {
    return Object.fromEntries(RULE_FIELDS.flatMap((name) => (recurrence[name] == null || recurrence[name] === "" ? [] : [[name, recurrence[name]]])));
  }
  const dates = await datesIn(webinar);
  const ids = dates.slice(0, 5).map((date) => `${date.occurrence_id} is ${listDates([date])}`);
  throw InputError.at(
    "start_time",
    `is not enough for a series of ${countOf(dates.length, "date")}: it does not say which of them`,
    `To move one date, give its occurrence_id too (${ids.join("; ")}${dates.length > ids.length ? "; …" : ""}). To plan all dates again, give recurrence too.`,
  );
};

/** The current start of the webinar, or of one of its dates. */
const presentStart = (webinar: Current | null, occurrenceId: string | undefined): string | null => {
  const date = webinar?.occurrences?.find(({ occurrence_id }) => occurrence_id === occurrenceId);
  return (occurrenceId === undefined ? webinar?.start_time : (date?.start_time ?? webinar?.start_time)) ?? null;
};

const memo = <T>(ask: () => Promise<T>) => {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
};

const readStart = async ({ start_time, timezone }: ChangeInput, { zone, now }: OperationContext, asked: Asked) =>
  start_time === undefined
    ? null
    : readStartTime(start_time, timezone, {
        hostZone: async () => (await asked())?.timezone || null,
        hostZoneFrom: "webinar",
        operatorZone: zone,
        words: startWords({ now }),
        // An instant moves a webinar and leaves it in its zone.
        ofInstant: async () => {
          const own = (await asked())?.timezone;
          return own && isKnownZone(own) ? { zone: own, from: "webinar" } : null;
        },
      });

/** The current start of the webinar, for a rhythm that keeps the start. Throws `InputError` if that cannot be read. */
const currentStart = async (asked: Asked): Promise<Reading> => {
  const webinar = await asked();
  if (!webinar?.start_time) throw InputError.at("start_time", "is required with a new recurrence", "Its dates are counted from there.");
  return (await readStartTime(webinar.start_time, webinar.timezone || "UTC", { hostZone: async () => null, operatorZone: null })).reading;
};
