import { hourOf, inNight, isByHabit, mayBeEvening, minuteOfDay, showClock, showEarly, showMinute, spanOf } from "./clock.ts";
import type { Clock, Found } from "./facts.ts";
import { type Fault, isDay, isNextTo } from "./sentence.ts";

/** The time of day, and how long if a range says so. */
export interface TimeReading {
  clock: Clock;
  minutes: number | null;
}

/** Combines what the sentence says about the time; null if nothing, or if a fault was added. */
export const chooseTime = (found: readonly Found[], text: string, faults: Fault[], notes: string[]): TimeReading | null => {
  const half = partOf(found, faults);
  const inPart = (clock: Clock, at: Found): Clock => {
    const within = inHalf(clock, half);
    if (isOfOtherHalf(clock, half))
      faults.push({
        message: `"${at.said}" is not in the ${half === "am" ? "morning" : "afternoon or evening"}, which the sentence also says`,
        hint: "Name one time.",
        at,
      });
    if (within === null)
      faults.push({ message: `"${at.said}" at night may be one day or the next`, hint: "Name the day, and the time as 01:00.", at });
    return within ?? clock;
  };
  const readings: { reading: TimeReading; at: Found; isEnd: boolean }[] = [];
  for (const at of found) {
    const { fact } = at;
    const isEnd = found.some((other) => endsAt(other, at, found, text));
    if (fact.kind === "time" && fact.assumed !== undefined) notes.push(fact.assumed);
    if (fact.kind === "time" && fact.doubt !== undefined)
      faults.push({ message: fact.doubt, hint: `Write ${showClock(fact.clock)}, or put the topic in quotes.`, at });
    if (fact.kind === "time") readings.push({ reading: { clock: inPart(fact.clock, at), minutes: null }, at, isEnd });
    if (fact.kind === "range") {
      const { from, minutes } = spanOf(fact.to.half === null ? inPart(fact.from, at) : fact.from, fact.to);
      faults.push(...findTurnedSpan(from, fact.to, minutes, at));
      notes.push(...noteLateEnd(from, fact.to, minutes));
      readings.push({ reading: { clock: from, minutes }, at, isEnd: false });
    }
  }
  const [start, ...others] = readings.filter(({ isEnd }) => !isEnd);
  if (start === undefined) return null;
  let { clock, minutes } = start.reading;
  if (clock.hour === DAY_ENDS)
    faults.push({
      message: `"${start.at.said}" is the end of its day: nothing starts then`,
      hint: "Write 00:00 with the day behind it.",
      at: start.at,
    });
  for (const { reading, at } of others) {
    if (showClock(reading.clock) === showClock(clock) && (reading.minutes === null || minutes === null || reading.minutes === minutes))
      minutes ??= reading.minutes;
    else
      faults.push({
        message: `it names two times, ${showClock(clock)} and ${showClock(reading.clock)}`,
        hint: "Name one start. Zoom repeats at one time of day. Put the topic in quotes.",
        at,
      });
  }
  const end = readings.find(({ isEnd }) => isEnd);
  const ranged = start.reading.minutes;
  if (end !== undefined && ranged !== null && minuteOfDay(end.reading.clock) !== minuteOfDay(clock) + ranged)
    faults.push({ message: `it names two ends, the second "${end.at.said}"`, hint: "Name one end.", at: end.at });
  if (end !== undefined) {
    ({ from: clock, minutes } = spanOf(clock, end.reading.clock));
    faults.push(...findTurnedSpan(clock, end.reading.clock, minutes, end.at));
    notes.push(...noteLateEnd(clock, end.reading.clock, minutes));
  }
  if (clock.either === true && clock.half === null) {
    const [early, late] = [showEarly(clock), showClock(clock)];
    faults.push({ message: `"${start.at.said}" may be ${early} or ${late}`, hint: `Write ${early} or ${late}.`, at: start.at });
  }
  if (isByHabit(clock) || mayBeEvening(clock, text)) notes.push(`The half of the day was not named: ${showClock(clock)} by daytime habit.`);
  if (minutes !== null && minutes <= 0)
    faults.push({ message: `"${start.at.said}" cannot be read as a range of time`, hint: "Name the start, and how long it lasts.", at: start.at });
  return { clock, minutes };
};

/** Minutes from which on a length is worth a word, if the half of the day of its end was not said. */
const LONG = 300;
/** "from 10 to 9": eleven hours, if it is meant. */
const noteLateEnd = (from: Clock, to: Clock, minutes: number): string[] =>
  to.half === null && !to.exact && minutes >= LONG
    ? [`The end was read as ${showMinute(minuteOfDay(from) + minutes)}, ${Math.round(minutes / 6) / 10} hours later.`]
    : [];

/** "daily from 8 to 10 December at 3pm": the end of the days is not the end of the hour. */
const endsAt = (until: Found, at: Found, found: readonly Found[], text: string): boolean => {
  if (until.fact.kind !== "until") return false;
  if (until.from === at.from && until.to === at.to) return true;
  const isOfDays = found.some((day) => isDay(day) && day.from === until.from && day.to === until.to);
  return !isOfDays && isNextTo(text, until, at);
};

const DAY_ENDS = 24;
const LONGEST_NIGHT = 8 * 60;
/** "from 5pm to 3pm": an end before the start is that of the next day only if the night between is short. */
const findTurnedSpan = (from: Clock, to: Clock, minutes: number, at: Found): Fault[] =>
  minutes <= LONGEST_NIGHT || minuteOfDay(from) + minutes < 24 * 60
    ? []
    : [
        {
          message: `"${at.said}" ends before it starts, at ${showClock(to)} after ${showClock(from)}`,
          hint: "Name the start, and how long it lasts.",
          at,
        },
      ];

type Part = "am" | "pm" | "night";

const partOf = (found: readonly Found[], faults: Fault[]): Part | null => {
  let half: Part | null = null;
  for (const at of found) {
    if (at.fact.kind !== "part") continue;
    if (half !== null && half !== at.fact.half) faults.push({ message: "it names both the morning and the evening", hint: "Name one time.", at });
    half = at.fact.half;
  }
  return half;
};

/** "Friday morning at 3pm" */
const isOfOtherHalf = (clock: Clock, part: Part | null): boolean =>
  (part === "am" || part === "pm") && (clock.half === null ? clock.exact && (part === "pm") !== clock.hour >= 12 : clock.half !== part);

/** Null for "tonight at 1", which is a day later already. */
const inHalf = (clock: Clock, part: Part | null): Clock | null => {
  if (part === null || clock.half !== null || clock.exact) return clock;
  if (part !== "night") return { ...clock, half: part };
  const night = inNight(clock);
  return night?.half === "pm" ? night : null;
};

/** "15:30:00" */
export const toWall = (clock: Clock): string => `${String(hourOf(clock)).padStart(2, "0")}:${String(clock.minute).padStart(2, "0")}:00`;
