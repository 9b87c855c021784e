import type { OperationContext } from "../../operation/operation.ts";
import type { AnswerRow, InstanceInput, JoiningRow, ReportInput } from "../engine/input.ts";
import { toInstant, toSecond } from "../engine/seconds.ts";
import type { ZoomSays } from "../report-types.ts";
import { type EveryRegistrant, readEveryRegistrant, readJoinings, readPolls, readQuestions, readSurvey } from "./lists.ts";
import { missing, nothing, type Part, readPart } from "./part.ts";
import type { KnownInstance } from "./sessions.ts";
import { asksRegistration, type Details, type Found, hostsOf, occurrenceOf } from "./webinar.ts";

/** What the caller may set. */
export interface Measures {
  late_minutes: number;
  early_minutes: number;
}

const MINUTE = 60;
const CHANGED = "People signed up while the list of registrants was read: somebody may be missing. Ask again once registration is quiet.";
/** Zoom says that reports take up to half an hour; for an hour after the end, a missing report means nothing. */
const READY_AFTER = 30 * MINUTE;
const SURELY_READY_AFTER = 60 * MINUTE;

const zoomSaysOf = ({ value }: Part<Details>): ZoomSays => ({
  participants_count: value?.participants_count ?? null,
  total_minutes: value?.total_minutes ?? null,
});

/** Answers of several instances in one list; null as soon as those of one could not be read. */
const together = (parts: readonly Part<readonly AnswerRow[]>[]): Part<readonly AnswerRow[]> =>
  parts.find(({ refusal }) => refusal !== null) ?? { value: parts.flatMap(({ value }) => value ?? []), refusal: null };

/** What is not ready yet, and when to look again by the webinar's clock. */
const notReady = async (
  instances: readonly { details: Part<Details>; joinings: Part<readonly JoiningRow[]> }[],
  { nowMs, timezone }: { nowMs: number; timezone: string | null },
): Promise<string[]> => {
  const waits = instances.flatMap(({ details, joinings }) => {
    const end = toSecond(details.value?.end_time);
    if (end === null) return [];
    const age = nowMs / 1000 - end;
    const soon = end + READY_AFTER;
    if (joinings.refusal?.code === "not_found" && age < SURELY_READY_AFTER)
      return [{ why: "Zoom has not published who came yet.", again: age < READY_AFTER ? soon : end + SURELY_READY_AFTER }];
    return age < READY_AFTER ? [{ why: "The webinar ended less than 30 minutes ago: figures may still change.", again: soon }] : [];
  });
  if (waits.length === 0) return [];
  const { toldTime } = await import("../../time/told-time.ts");
  return Promise.all(waits.map(async ({ why, again }) => `${why} Look again at ${await toldTime(toInstant(again), timezone)}.`));
};

/** The registrants of a session: those of its date if each date has its own. Not asked for if the webinar asks for no registration. */
const registrantsOf = async (
  found: Found,
  session: readonly KnownInstance[],
  known: (occurrenceId: string | undefined) => Promise<Part<EveryRegistrant>>,
): Promise<Part<EveryRegistrant>> => {
  const [first] = session;
  if (asksRegistration(found.webinar) !== true) return nothing();
  return known(first === undefined ? undefined : occurrenceOf(found.webinar, first.listed));
};

/** Reads registrants once for each date that has its own, however many sessions ask. */
export const registrantReader = (ctx: OperationContext, webinarId: string) => {
  const lists = new Map<string | undefined, Promise<Part<EveryRegistrant>>>();
  return (occurrenceId: string | undefined): Promise<Part<EveryRegistrant>> => {
    const known = lists.get(occurrenceId) ?? readPart(() => readEveryRegistrant(ctx, webinarId, occurrenceId));
    lists.set(occurrenceId, known);
    return known;
  };
};

/** Reads everything that the report of a session needs, side by side, and says what is missing. */
export const readSessionInput = async (
  ctx: OperationContext,
  found: Found,
  session: readonly KnownInstance[],
  measures: Measures,
  readRegistrants = registrantReader(ctx, found.id),
): Promise<ReportInput> => {
  const keyOf = ({ listed }: KnownInstance) => listed.uuid ?? found.id;
  const [registrants, parts] = await Promise.all([
    registrantsOf(found, session, readRegistrants),
    Promise.all(
      session.map(async (instance) => {
        const key = keyOf(instance);
        const [joinings, polls, questions, survey] = await Promise.all([
          instance.joinings ?? readJoinings(ctx, key),
          readPolls(ctx, key),
          readQuestions(ctx, key),
          readSurvey(ctx, key),
        ]);
        return { ...instance, joinings, polls, questions, survey };
      }),
    ),
  ]);
  const polls = together(parts.map((part) => part.polls));
  const questions = together(parts.map((part) => part.questions));
  const survey = together(parts.map((part) => ({ value: part.survey.value?.answers ?? null, refusal: part.survey.refusal })));
  // By Zoom's clock: ours may be wrong, and the emulator's is moved by hand.
  const nowMs = ctx.zoom.zoomTime(ctx.clock.now());
  const unready = await notReady(parts, { nowMs, timezone: found.webinar.value?.timezone ?? null });
  const hasChanged = registrants.value?.changed === true;
  const isRunning = parts.some(({ details }) => details.value !== null && !details.value.end_time);
  const refusedRows = parts.find(({ joinings }) => joinings.refusal !== null)?.joinings;
  const refusedDetails = parts.find(({ details }) => details.refusal !== null)?.details;
  const comesLater = ({ refusal }: Part<unknown>) => isRunning && refusal?.code === "not_found";
  const answers = [
    ["Poll answers are missing", polls],
    ["Questions are missing", questions],
    ["Survey answers are missing", survey],
  ] as const;
  const webinar = found.webinar.value;
  // A report without a single figure would pass for a webinar that nobody came to.
  const isKnown =
    webinar !== null || found.instances.value !== null || parts.some(({ details, joinings }) => details.value !== null || joinings.value !== null);
  if (!isKnown && refusedRows?.refusal) throw refusedRows.refusal;
  const hasNoRegistration = asksRegistration(found.webinar) === false;
  return {
    webinar: {
      id: found.webinar.value?.id ?? found.details.value?.id ?? (/^\d+$/.test(found.id) ? found.id : null),
      topic: webinar?.topic ?? found.details.value?.topic ?? null,
      host_email: found.details.value?.user_email ?? webinar?.host_email ?? null,
      timezone: webinar?.timezone ?? null,
    },
    asks_registration: asksRegistration(found.webinar),
    registrants: registrants.value?.rows ?? null,
    panelists: found.panelists.value,
    hosts: hostsOf(found),
    instances: parts.map(
      ({ listed, details, joinings }): InstanceInput => ({
        uuid: listed.uuid ?? details.value?.uuid ?? null,
        details: details.value === null ? null : { start_time: details.value.start_time, end_time: details.value.end_time },
        listed_start: listed.start_time,
        rows: joinings.value,
        zoom_says: zoomSaysOf(details),
      }),
    ),
    polls: polls.value,
    questions: questions.value,
    survey: survey.value,
    has_questions: webinar?.settings?.question_and_answer?.enable ?? null,
    has_survey: parts.some((part) => part.survey.value?.exists === true),
    now_ms: nowMs,
    late_minutes: measures.late_minutes,
    early_minutes: measures.early_minutes,
    complete: unready.length === 0 && !hasChanged && parts.length > 0,
    notes: [
      ...unready,
      ...(hasChanged ? [CHANGED] : []),
      ...(unready.length > 0 || refusedRows === undefined || comesLater(refusedRows) ? [] : missing("Who came is missing", refusedRows)),
      ...(refusedDetails === undefined ? [] : missing("Start and end are taken from the joinings", refusedDetails)),
      ...missing("Registration figures are missing", found.webinar),
      ...missing("Registration figures are missing", registrants),
      ...(hasNoRegistration ? ["The webinar asks for no registration: there are no registration figures."] : []),
      ...(found.webinar.refusal === null ? missing("Panelists and attendees cannot be distinguished", found.panelists) : []),
      ...answers.flatMap(([what, part]) => (comesLater(part) ? [] : missing(what, part))),
      ...(answers.some(([, part]) => comesLater(part))
        ? ["Answers to polls and the survey, and the questions that were asked, come after its end."]
        : []),
      ...missing("Instances before the latest are missing", found.instances),
    ],
  };
};
