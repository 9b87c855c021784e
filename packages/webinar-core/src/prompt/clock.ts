import type { Clock } from "./facts.ts";

/** A clock from what its parts say; null if there is no such time. */
export const toClock = (hour: number, minute: number, half: Clock["half"], exact = false): Clock | null => {
  if (hour > 24 || (hour === 24 && minute > 0) || minute > 59 || (half !== null && (hour > 12 || hour === 0))) return null;
  return { hour, minute, half, exact: exact || hour > 12 || hour === 0 };
};

const NOON = 12;
const NIGHT_FALLS = 6;

/** "11 at night" is before midnight, "2 at night" after it; null for 12, which may be the beginning or the end of a day. */
export const inNight = (clock: Clock): Clock | null => {
  if (clock.half !== null || clock.exact) return clock;
  if (clock.hour === NOON) return null;
  return { ...clock, half: clock.hour < NIGHT_FALLS ? "am" : "pm" };
};

/** The hour of the day: by what was said, else by daytime habit, 7 to 11 in the morning and 12 to 6 in the afternoon. */
export const hourOf = ({ hour, half, exact }: Clock): number => {
  if (half === "pm") return hour === NOON ? NOON : hour + NOON;
  if (half === "am") return hour === NOON ? 0 : hour;
  return exact || hour >= 7 ? hour : hour + NOON;
};

/** True if nobody said which half of the day, and the habit decides. */
export const isByHabit = ({ half, exact, hour, minute, written }: Clock): boolean =>
  half === null && !exact && (hour < 7 || (minute === 0 && written !== true));

/** "10 Uhr", "à 10h": hours are those of the whole day, as they are written. */
export const asWritten = (clock: Clock | null): Clock | null => (clock === null ? null : { ...clock, written: true });

/** "Elternabend", "parents' evening": beside such a word, an hour of the morning may be one of the evening. */
const OF_THE_EVENING = /(?<!\p{L})(?!fort|over|mid|weihn|fast)\p{L}*(?:evening|night|abend|soir|soirée)s?(?!\p{L})/iu;
export const mayBeEvening = ({ half, exact, hour }: Clock, text: string): boolean =>
  half === null && !exact && hour >= 5 && hour <= 11 && OF_THE_EVENING.test(text);

/** Minutes since midnight. */
export const minuteOfDay = (clock: Clock): number => hourOf(clock) * 60 + clock.minute;

/** "09:30" */
export const showClock = (clock: Clock): string => `${String(hourOf(clock)).padStart(2, "0")}:${String(clock.minute).padStart(2, "0")}`;

/** A minute since midnight as "21:00"; that of the next day as well. */
export const showMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Minutes from a start to an end that is said with as little as possible: "from 5 to 6pm", "11 to 1pm", "9 to 9:45". */
export const spanOf = (from: Clock, to: Clock): { from: Clock; minutes: number } => {
  const begins = startOfRange(from, to);
  const start = minuteOfDay(begins);
  const ends = to.half === null && !to.exact ? [to.hour * 60 + to.minute, (to.hour + NOON) * 60 + to.minute] : [minuteOfDay(to)];
  const end = ends.find((minute) => minute > start) ?? (ends[0] ?? 0) + 24 * 60;
  return { from: begins, minutes: end - start };
};

const startOfRange = (from: Clock, to: Clock): Clock => {
  if (from.half !== null || from.exact || to.half === null) return from;
  const same: Clock = { ...from, half: to.half };
  if (minuteOfDay(same) < minuteOfDay(to)) return same;
  return { ...from, half: to.half === "pm" ? "am" : "pm" };
};

/** "um 3:30 Uhr", "à 3h30": with its minutes, an hour is as often that of the 24 hours as the one in the afternoon. */
export const markEither = (said: string, clock: Clock | null): Clock | null =>
  clock !== null && clock.half === null && !clock.exact && clock.hour < 7 && /^\d{1,2} ?(?:[:.h]|heures? |Uhr )\d{2}/i.test(said)
    ? { ...clock, either: true }
    : clock;

/** The same hour in the small hours. */
export const showEarly = ({ hour, minute }: Clock): string => `${String(hour % NOON).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
