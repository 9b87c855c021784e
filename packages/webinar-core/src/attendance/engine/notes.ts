import type { ReportTotals, ZoomSays } from "../report-types.ts";
import type { Answers } from "./answers.ts";
import { MOST_CURVE_SECONDS } from "./concurrent.ts";
import type { RowOddities } from "./joinings.ts";
import { toMinutes } from "./seconds.ts";

/** "1 joining", "2 joinings". */
const many = (count: number, noun: string, plural = `${noun}s`): string => `${count} ${count === 1 ? noun : plural}`;

/** What the rows had that is not as it should be. */
export const notesOfRows = ({ withoutJoin, reversed, withoutLeave, clippedSeconds, outside }: RowOddities): string[] => [
  ...(withoutJoin === 0 ? [] : [`${many(withoutJoin, "joining")} without a time of joining: counted as a joining of no length.`]),
  ...(reversed === 0 ? [] : [`${many(reversed, "joining")} with an end before the start: counted as a joining of no length.`]),
  ...(withoutLeave === 0 ? [] : [`${many(withoutLeave, "joining")} without a time of leaving: counted up to the end.`]),
  ...(clippedSeconds === 0
    ? []
    : [
        `${many(toMinutes(clippedSeconds), "minute")} before the start or after the end ${toMinutes(clippedSeconds) === 1 ? "is" : "are"} left out (practice session, clients left open)` +
          `${outside === 0 ? "." : `; ${many(outside, "joining was", "joinings were")} wholly outside.`}`,
      ]),
];

/** Answers that nobody can be found for. */
export const notesOfAnswers = ({ unknown, polls }: Answers): string[] => {
  const parts = [
    ...(unknown.polls === 0 ? [] : [many(unknown.polls, "set of poll answers", "sets of poll answers")]),
    ...(unknown.questions === 0 ? [] : [many(unknown.questions, "set of questions", "sets of questions")]),
    ...(unknown.survey === 0 ? [] : [many(unknown.survey, "set of survey answers", "sets of survey answers")]),
  ];
  return [
    ...(parts.length === 0
      ? []
      : [`Not assigned to anybody: ${parts.join(", ")}. They are anonymous, or have only a name that fits no guest, or several.`]),
    ...(polls !== null && polls.size > 0 ? ["If a poll was launched again, Zoom keeps only its last run."] : []),
  ];
};

/** Why Zoom's figures are others than ours; nothing if they are the same, or Zoom gave none. */
export const notesOfZoom = ({ participants_count, total_minutes }: ZoomSays, totals: ReportTotals, seconds: number | null): string[] => {
  const came = totals.attendees === null ? null : totals.attendees + (totals.hosts ?? 0) + (totals.panelists ?? 0);
  const differsInPeople = participants_count !== null && came !== null && participants_count !== came;
  const differsInMinutes = total_minutes !== null && seconds !== null && Math.abs(total_minutes - seconds / 60) >= 1;
  return [
    ...(differsInPeople
      ? [
          `Zoom counts ${many(participants_count, "participant")}, this report ${many(came, "person", "people")}: Zoom counts rejoins and devices of one person apart, or one guest who came again only once.`,
        ]
      : []),
    ...(differsInMinutes
      ? [
          `Zoom counts ${many(total_minutes, "minute")}, this report ${toMinutes(seconds)}: here two devices at once count once, and only the time between start and end.`,
        ]
      : []),
  ];
};

/** What else is worth knowing about how people were counted. */
export const notesOfPeople = (facts: { contradictions: number; repeated: number; namesakes: number; seconds: number }): string[] => [
  ...(facts.namesakes === 0
    ? []
    : [
        `${many(facts.namesakes, "walk-in")} with the name of a registrant who is absent: perhaps the same person, under another address or without one.`,
      ]),
  ...(facts.contradictions === 0
    ? []
    : [`${many(facts.contradictions, "joining")} whose registration and e-mail address lead to two people: the registration decides.`]),
  ...(facts.repeated === 0
    ? []
    : [
        `${many(facts.repeated, "registration")} of an address that is registered already: each address counts once, by its newest approved registration.`,
      ]),
  ...(facts.seconds > MOST_CURVE_SECONDS ? ["The webinar is longer than 24 hours: the curve ends there."] : []),
];

/** Why a report is not complete yet. */
export const NOT_READY = {
  running: "The webinar is running: all figures are those of now, and times of leaving are still open. Look again 30 minutes after the end.",
  zeroDurations:
    "Zoom still reports 0 seconds for every joining: its figures are not ready. Times come from joining and leaving; look again in 30 minutes.",
} as const;
