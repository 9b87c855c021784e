import { InputError } from "@zoom-webinar/foundation";
import type { InputOf, ReplyOf } from "@zoom-webinar/zoom-client";
import { replySchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { ifReadable } from "../../operation/if-allowed.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { pick } from "../../operation/pick.ts";
import type { Preview } from "../../operation/preview.ts";
import { startWords } from "../../prompt/start-words.ts";
import { settleWrite } from "../../settle/settle-write.ts";
import { hostZone } from "../../time/host-zone.ts";
import { assertNotPast } from "../../time/past.ts";
import { type PlannedSeries, readRecurrence } from "../../time/recurrence.ts";
import type { RuleFields } from "../../time/recurrence-rule.ts";
import { describeReading, isKnownZone, type Reading, readingSchema, readStartTime, type WireStart } from "../../time/start-time.ts";
import { CARRIED } from "../templates/carried.ts";
import { datesIn, heldDate, noteOtherDates } from "./dates.ts";
import { noteDifferences } from "./differences.ts";
import { AS_GIVEN, type everyday, toSettings } from "./fields.ts";
import { findWebinars } from "./find-webinars.ts";
import { isSurelyKept, notKept } from "./not-kept.ts";
import { noteIdle, noteStandIns } from "./setting-risk.ts";

const CREATE = "POST /users/{userId}/webinars";
type ZoomFields = InputOf<typeof CREATE>;

/** What a webinar is planned from: the input of any creation. */
export interface PlanInput
  extends Pick<ZoomFields, "user_id" | Exclude<(typeof AS_GIVEN)[number], "topic"> | "template_id" | "settings" | "type" | "default_passcode">,
    z.output<z.ZodObject<typeof everyday>> {
  topic: string;
  /** Minutes; undefined: an hour, or what the template says. */
  duration?: number | undefined;
  start_time?: string | undefined;
  timezone?: string | undefined;
  allow_past?: boolean | undefined;
  /** In Zoom's field names. */
  recurrence?: Readonly<Record<string, unknown>> | undefined;
}

/** A webinar as it will be sent; nothing was written yet. */
export interface WebinarPlan {
  input: PlanInput;
  type: 5 | 6 | 9;
  /** Null for a webinar without fixed times. */
  start: { wire: WireStart; reading: Reading } | null;
  series: PlannedSeries | null;
  /** What a person should know: what was filled in and where a zone came from. */
  notes: string[];
}

const HOUR_MS = 3_600_000;
/** How long a webinar is if neither its creator nor a template says so. */
export const DEFAULT_MINUTES = 60;

/** Reads when a webinar is to be, and writes nothing. Throws `InputError` that names the field at fault. */
export const readPlan = async (input: PlanInput, { zoom, zone, now }: OperationContext, ruleFields?: RuleFields): Promise<WebinarPlan> => {
  const { user_id, recurrence } = input;
  const type = typeOf(input);
  const notes = noteStandIns(toSettings(input, input.settings)?.alternative_hosts);
  if (type === 6) return { input, type, start: null, series: null, notes };
  const text = input.start_time ?? new Date(Math.ceil(((await now()) + HOUR_MS) / 60_000) * 60_000).toISOString();
  if (input.start_time === undefined) notes.push("No start_time was given: it starts one hour from now.");
  const host = hostZone(zoom, user_id);
  // Who writes an instant with Z means UTC; whoever writes no start, or an offset, has said nothing of a zone.
  const ofInstant =
    recurrence !== undefined
      ? () => zoneOfSeries(host, zone)
      : input.start_time?.trim().toUpperCase().endsWith("Z")
        ? null
        : () => knownZone(host, zone);
  const fallbacks = { hostZone: host, operatorZone: zone, ...(ofInstant === null ? {} : { ofInstant }), words: startWords({ now }) };
  const start = await readStartTime(text, input.timezone, fallbacks);
  if (start.note !== null) notes.push(start.note);
  await assertNotPast(start.reading, { now, allowPast: input.allow_past, field: ruleFields?.prefix.startsWith("prompt") ? "prompt" : "start_time" });
  if (start.reading.zone_from !== "input") notes.push(noteZone(start.reading, ofInstant !== null));
  if (recurrence === undefined) return { input, type, start, series: null, notes };
  const series = await readRecurrence(recurrence, start.reading, ruleFields);
  return { input, type, start: toFirstDate(start, series), series, notes: [...notes, ...series.notes] };
};

/** Where the zone comes from; `isOpen`: nothing of what was typed names one. */
const noteZone = ({ timezone, zone_from }: Reading, isOpen: boolean): string =>
  isOpen && zone_from === "instant"
    ? "It is in UTC: neither the host's profile nor a setting names a time zone; give timezone for another."
    : `The time zone ${timezone} comes from the ${zone_from}.`;

/** The host's zone, else the operator's; null if neither names one. */
const knownZone = async (hostZone: () => Promise<string | null>, operatorZone: string | null) => {
  const host = await hostZone();
  if (host !== null && isKnownZone(host)) return { zone: host, from: "host profile" as const };
  return operatorZone === null ? null : { zone: operatorZone, from: "operator" as const };
};

/** A series keeps its wall time all year, so an instant does not say in which zone: never silently in UTC. Throws `InputError` if nothing names one. */
const zoneOfSeries = async (hostZone: () => Promise<string | null>, operatorZone: string | null) => {
  const known = await knownZone(hostZone, operatorZone);
  if (known !== null) return known;
  throw InputError.at(
    "timezone",
    "a series needs one: its dates keep their wall time all year, and the host's profile has none",
    "Give timezone too.",
  );
};

const typeOf = ({ type, recurrence, start_time }: PlanInput): 5 | 6 | 9 => {
  const hint = "Leave type out unless it is 6.";
  if (type === 6 && start_time !== undefined) throw InputError.at("start_time", "cannot be combined with type 6, which has no fixed times", hint);
  if (type !== undefined && type !== 9 && recurrence !== undefined) throw InputError.at("recurrence", `cannot be combined with type ${type}`, hint);
  if (type === 9 && recurrence === undefined) throw InputError.at("recurrence", "is required with type 9", hint);
  return type === 6 ? 6 : recurrence === undefined ? 5 : 9;
};

/** The start that is a date of the rule, so that nothing depends on how Zoom treats one that is not. */
const toFirstDate = (start: { wire: WireStart; reading: Reading }, { dates }: PlannedSeries) => {
  const [first] = dates;
  const isMoved = first === undefined || first.utc === start.reading.utc || first.local.slice(11) !== start.reading.local.slice(11);
  if (isMoved) return start;
  const start_time = start.wire.start_time.endsWith("Z") ? first.utc : first.local;
  return { wire: { ...start.wire, start_time }, reading: { ...start.reading, ...first } };
};

/**
 * Sends a plan. If no usable answer comes, the webinar is looked up in the host's list, and a note of the call says so if it is found there.
 * Throws `AmbiguousError` if that does not settle it.
 */
export const sendPlan = async ({ input, type, start, series }: WebinarPlan, ctx: OperationContext): Promise<ReplyOf<typeof CREATE>> => {
  const { zoom } = ctx;
  const { user_id, topic, template_id, schedule_for } = input;
  const duration = input.duration ?? (template_id === undefined ? DEFAULT_MINUTES : undefined);
  const path = { userId: user_id };
  const body = {
    ...pick(input, [...AS_GIVEN, "template_id", "default_passcode"]),
    type,
    start_time: start?.wire.start_time,
    timezone: start?.wire.timezone ?? input.timezone,
    duration,
    recurrence: series?.wire,
    settings: toSettings(input, input.settings),
  };
  const startMs = start === null ? null : Date.parse(start.reading.utc);
  const { result } = await settleWrite(
    {
      operation: "webinars.create",
      what: `Creating the webinar "${topic}"`,
      identity: [user_id, body],
      send: () => zoom.call(CREATE, { path, body }),
      idOf: ({ id }) => id ?? null,
      find: (sinceMs) => findWebinars(zoom, { userId: schedule_for ?? user_id, body, startMs, sinceMs }),
      where: "the host's webinars",
    },
    ctx,
  );
  if (template_id !== undefined) ctx.note(CARRIED);
  // A template brings settings of its own, and its type; only what was asked for here is compared.
  for (const line of noteDifferences(body, result, start?.reading.utc ?? null)) ctx.note(line);
  for (const line of noteIdle(result.settings ? { ...result.settings } : null, { ...body.settings })) ctx.note(line);
  return result;
};

/** What every creation answers. */
export const creationResult = {
  webinar: replySchema(CREATE),
  starts: readingSchema.nullable().describe("How start_time was read; null without fixed times"),
  dates: z.array(heldDate).describe("All dates as Zoom has them now"),
  notes: z.array(z.string()),
};

/** What a terminal shows of a created webinar; --json has the rest. */
export const CREATION_CARD = [
  "webinar.topic",
  "webinar.id",
  "webinar.start_time",
  "webinar.duration",
  "webinar.type",
  "webinar.settings.approval_type",
  "webinar.join_url",
  "webinar.registration_url",
  "webinar.password",
];

/** A new webinar with its dates: Zoom's answer has them; what was found in the host's list has not. */
const withDates = async (webinar: ReplyOf<typeof CREATE>, { zoom }: OperationContext) => {
  const { id, type, occurrences } = webinar;
  if (type !== 9 || occurrences !== undefined || id === undefined) return webinar;
  return (await ifReadable(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId: id } }))) ?? webinar;
};

/** Sends a plan and answers the dates as Zoom has them. */
export const createPlanned = async (plan: WebinarPlan, ctx: OperationContext) => {
  const webinar = await sendPlan(plan, ctx);
  const dates = await datesIn(await withDates(webinar, ctx));
  const notes = plan.series === null ? plan.notes : [...plan.notes, ...noteOtherDates(plan.series.dates, dates)];
  return { webinar, starts: plan.start?.reading ?? null, dates, notes };
};

/** What a creation would do, read as it would be sent: a start that cannot be is refused here too. */
export const previewCreation = async (input: PlanInput, ctx: OperationContext, ruleFields?: RuleFields): Promise<Preview> => {
  const { start, series, notes } = await readPlan(input, ctx, ruleFields);
  const minutes = input.duration ?? (input.template_id === undefined ? DEFAULT_MINUTES : undefined);
  const when = start === null ? "without a fixed time" : describeReading(start.reading);
  const dates = series === null ? "" : `, ${countOf(series.dates.length, "date")}`;
  return {
    summary: `Schedule "${input.topic}", ${when}${dates}${minutes === undefined ? "" : `, ${countOf(minutes, "minute")}`}.`,
    targets: [{ kind: "user", id: input.user_id }],
    consequences: notKept(series?.dates),
    recipients: null,
    reversible: true,
    notes,
  };
};

/** What is shown before a creation whose series may be too long; any other is read once, as it is sent. */
export const previewIfLong = async (input: PlanInput, ctx: OperationContext, ruleFields?: RuleFields): Promise<Preview> =>
  isSurelyKept(input.recurrence)
    ? { summary: `Schedule "${input.topic}".`, targets: [], recipients: null, reversible: true }
    : previewCreation(input, ctx, ruleFields);

/** Plans and sends in one go. */
export const createFrom = async (input: PlanInput, ctx: OperationContext) => createPlanned(await readPlan(input, ctx), ctx);

/** One line for a person. */
export const describeCreation = ({ webinar, starts }: { webinar: ReplyOf<typeof CREATE>; starts: Reading | null }): string =>
  `Created webinar ${webinar.id} "${webinar.topic}"${starts === null ? "" : `, ${describeReading(starts)}`}`;
