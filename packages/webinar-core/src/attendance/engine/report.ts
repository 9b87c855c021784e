import { toNameKey } from "../../people/names.ts";
import type { AttendanceReport, ReportInstance, ReportPerson, ZoomSays } from "../report-types.ts";
import { toAnswers } from "./answers.ts";
import { curveOf, toPresence } from "./concurrent.ts";
import type { Offer } from "./engagement.ts";
import type { InstanceInput, ReportInput } from "./input.ts";
import { toJoinings, type Window } from "./joinings.ts";
import { NOT_READY, notesOfAnswers, notesOfPeople, notesOfRows, notesOfZoom } from "./notes.ts";
import { inOrder, isAttendee, toNotListed, toPeople } from "./people.ts";
import { toPeopleOfRows } from "./people-of-rows.ts";
import { toRoster } from "./roster.ts";
import { toInstant, toMinutes } from "./seconds.ts";
import { toStays } from "./stays.ts";
import { toTotals } from "./totals.ts";

const SECONDS_A_MINUTE = 60;

const instant = (second: number | null | undefined): string | null => (second === null || second === undefined ? null : toInstant(second));

/** Null as soon as one of the parts is: a sum without a part would be a wrong number. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);

const sumOfZoom = (instances: readonly InstanceInput[]): ZoomSays => ({
  participants_count: sumOf(instances.map(({ zoom_says }) => zoom_says.participants_count)),
  total_minutes: sumOf(instances.map(({ zoom_says }) => zoom_says.total_minutes)),
});

/** First start and last end of windows; null if none is known. */
const wholeOf = (windows: readonly (Window | null)[]): Window | null => {
  const known = windows.filter((window) => window !== null);
  if (known.length === 0) return null;
  return { start: Math.min(...known.map(({ start }) => start)), end: Math.max(...known.map(({ end }) => end)) };
};

/** Walk-ins who have the name of somebody who is registered and did not come. */
const namesakesIn = (people: readonly ReportPerson[]): number => {
  const keyOf = ({ name }: ReportPerson) => toNameKey(name);
  const absent = new Set(people.filter(({ status }) => status === "absent").map(keyOf));
  return people.filter((person) => person.status === "walk_in" && keyOf(person) !== "" && absent.has(keyOf(person))).length;
};

/** Makes the report of one session. Pure: the same input gives the same report. */
export const toReport = (input: ReportInput, { withJoinings = false }: { withJoinings?: boolean } = {}): AttendanceReport => {
  const roster = toRoster(input.registrants, input.panelists, input.hosts);
  const joinings = toJoinings(input.instances, input.now_ms);
  const people = toPeopleOfRows(joinings, roster);
  const stays = toStays(joinings, people, withJoinings);
  const answers = toAnswers(input, roster, people);
  const { wereRead, windows } = joinings;
  const window = wholeOf(windows);
  const isRunning = joinings.isRunning.some((running) => running);
  const offer: Offer = {
    seconds: wereRead ? windows.reduce((sum, each) => sum + (each === null ? 0 : each.end - each.start), 0) : 0,
    polls: input.polls === null ? 0 : answers.pollCount,
    hasQuestions: input.questions !== null && (input.has_questions === true || answers.questionCount > 0),
    hasSurvey: input.survey !== null && (input.has_survey || answers.surveyCount > 0),
  };
  const counted = toPeople(roster, people, stays, answers, {
    start: window?.start ?? null,
    end: isRunning ? null : (window?.end ?? null),
    lateSeconds: input.late_minutes * SECONDS_A_MINUTE,
    earlySeconds: input.early_minutes * SECONDS_A_MINUTE,
    asksRegistration: input.asks_registration,
    hasRegistrants: roster.hasRegistrants,
    wereRead,
    offer,
    withJoinings,
  });
  const stayed = counted.filter(isAttendee).map(({ stay }) => stay);
  const presence = toPresence(stayed.map((stay) => stay?.spans ?? []));
  const totals = toTotals({
    people: counted,
    seconds: stayed.map((stay) => stay?.seconds ?? 0),
    roster,
    came: (number) => stays[number] !== undefined,
    presence,
    window,
    isRunning,
    asksRegistration: input.asks_registration,
    rows: wereRead ? joinings.rows.length : null,
  });
  const zoom_says = sumOfZoom(input.instances);
  const instances = input.instances.map(
    ({ uuid, zoom_says }, at): ReportInstance => ({
      uuid,
      start_time: instant(windows[at]?.start),
      end_time: joinings.isRunning[at] ? null : instant(windows[at]?.end),
      zoom_says,
    }),
  );
  const start_time = instant(window?.start);
  const end_time = isRunning ? null : instant(window?.end);
  const listed = inOrder(counted);
  const seconds = wereRead ? counted.reduce((sum, { stay }) => sum + (stay?.seconds ?? 0), 0) : null;
  return {
    webinar: {
      id: input.webinar.id,
      uuid: input.instances.at(-1)?.uuid ?? null,
      topic: input.webinar.topic,
      host_email: input.webinar.host_email,
      timezone: input.webinar.timezone,
      start_time,
      end_time,
      length_minutes: window === null || isRunning ? null : toMinutes(window.end - window.start),
    },
    sessions: [{ start_time, end_time, instances }],
    totals,
    people: listed,
    ...(withJoinings ? { not_listed: toNotListed(roster, stays) } : {}),
    curve: wereRead && window !== null ? curveOf(presence, window.start, window.end) : [],
    marks: answers.marks,
    zoom_says,
    complete: input.complete && !isRunning && !joinings.hasOnlyZeroDurations,
    notes: [
      ...input.notes,
      ...(isRunning ? [NOT_READY.running] : []),
      ...(joinings.hasOnlyZeroDurations && !isRunning ? [NOT_READY.zeroDurations] : []),
      ...notesOfRows(joinings.oddities),
      ...notesOfPeople({
        contradictions: people.contradictions,
        repeated: roster.repeated,
        namesakes: namesakesIn(listed),
        seconds: window === null ? 0 : window.end - window.start,
      }),
      ...notesOfAnswers(answers),
      ...notesOfZoom(zoom_says, totals, seconds),
    ],
  };
};
