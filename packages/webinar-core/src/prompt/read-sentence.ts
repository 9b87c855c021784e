import { type Day, nameDay, showDay } from "./calendar.ts";
import { chooseDay, type DayContext, type Span, toSpan, toWeek } from "./choose-day.ts";
import { chooseEnd, type End, findOpenYear, firstDay, isDateOf, toRecurrence } from "./choose-end.ts";
import { chooseRhythm, type Rhythm, rolesOf } from "./choose-rhythm.ts";
import { chooseTime, toWall } from "./choose-time.ts";
import { readZone } from "./choose-zone.ts";
import { isByHabit, showClock, showEarly } from "./clock.ts";
import { findFalseEchoes, takeEchoes } from "./echoes.ts";
import type { Clock, Found, Settings } from "./facts.ts";
import { refuse } from "./faults-error.ts";
import { isHarmless } from "./harmless.ts";
import { UNSAID } from "./left-unsaid.ts";
import { mergeSettings } from "./merge-settings.ts";
import { noteNumbers } from "./number-dates.ts";
import { instantOf, wallOf } from "./offsets.ts";
import { openSentence } from "./open-sentence.ts";
import { speaksOfRhythm } from "./rhythm-facts.ts";
import { type Fault, isDay, type Sentence } from "./sentence.ts";
import { settleZone } from "./settle-zone.ts";
import { noteOfSlip } from "./slips.ts";
import { chooseHost, chooseLength, findAdjectives, findCutPasscodes, findRunOnSettings, findTurned, findTurnedSettings } from "./small-facts.ts";
import { readTopic } from "./topic.ts";
import { isAdverb } from "./topic-parts.ts";
import type { TopicReading } from "./topic-reading.ts";

/** What a sentence says, before the rules of time zones and of Zoom have been put to it. */
export interface SentenceReading {
  topic: string;
  /** Who is named as the host, as it was written; null if nobody is. */
  host: string | null;
  /** 2032-03-01T10:00:00, wall time in `timezone`. */
  local: string;
  timezone: string;
  /** Whether the sentence names its time zone. */
  namesZone: boolean;
  /** Minutes. */
  duration: number;
  /** In Zoom's field names; null for a single webinar. */
  recurrence: Readonly<Record<string, unknown>> | null;
  /** Null for a single webinar. */
  end: End | null;
  settings: Settings;
  /** Panelists who are named without an address, and whom nobody invites. */
  uninvited: string[];
  /** What was not said, and is therefore filled in. */
  assumed: string[];
  /** What is in the sentence and was not used. */
  unused: string[];
}

export interface PromptContext {
  nowMs: number;
  /** IANA zone of the host: "tomorrow" is theirs, and so is a time without a zone. */
  hostZone: string;
  /** True if a start in the past is meant. */
  allowPast?: boolean | undefined;
}

const USUAL_LENGTH = 60;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const LANGUAGE_HINT = 'English, German and French are read. Say it like this: create a webinar "AI Safety" on 2032-03-01 at 10:00 for 45 minutes.';

/** Reads a sentence. Throws `InputError` on the field `prompt` that tells every fault at once; never chooses between two readings. */
export const readSentence = (prompt: string, { nowMs, hostZone }: PromptContext): SentenceReading => {
  const faults: Fault[] = [];
  const opened = openSentence(prompt);
  if (opened === null) throw refuse(prompt, [{ message: "this language is not read", hint: LANGUAGE_HINT }]);
  const { sentence, kept, dropped } = opened;
  const assumed = [...opened.assumed];
  const { told: heard, echoes } = takeEchoes(kept, sentence.masked);
  let found = heard;
  for (const at of found)
    if (
      at.fact.kind === "refused" &&
      (speaksOfRhythm(at.fact.message) ||
        !isHarmless(
          at,
          found.filter((other) => other !== at),
          sentence.masked,
          sentence.language,
        ))
    )
      faults.push({ message: at.fact.message, hint: at.fact.hint, at });
  faults.push(
    ...findTurned(found, sentence),
    ...findTurnedSettings(found, sentence),
    ...findCutPasscodes(found, sentence),
    ...findRunOnSettings(found, sentence),
  );
  const time = chooseTime(found, sentence.masked, faults, assumed);
  const saidZone = readZone(found, faults);
  const length = chooseLength(found, time?.minutes ?? null, faults);
  assumed.push(...findAdjectives(found, sentence, faults));
  const settings = mergeSettings(found, faults, assumed);
  const { reading, found: told } = chooseTopic(found, echoes, dropped, sentence);
  found = told;
  const { topic, unused, notes, faults: topicFaults } = reading;
  const host = chooseHost(found, faults);
  for (const { fact, said } of found.filter(isGuessedHost))
    if (fact.kind === "host") assumed.push(`"${withoutComma(said)}" was read as who hosts; it may be what or whom the webinar is for.`);
  const uninvited = found.flatMap(({ fact }) => (fact.kind === "people" ? fact.names : []));
  if (uninvited.length > 0) assumed.push(`Zoom invites panelists by e-mail, and no address was named for ${uninvited.join(", ")}: add them later.`);
  faults.push(...topicFaults);
  assumed.push(
    ...notes,
    ...found.flatMap(({ fact }) => ((fact.kind === "times" || fact.kind === "aside") && fact.assumed !== undefined ? [fact.assumed] : [])),
  );
  for (const { fact, said } of dropped)
    if (fact.kind === "rhythm" && isAdverb(said) && !found.some((one) => one.fact.kind === "rhythm"))
      assumed.push(`"${said}" was read as a part of the topic, because one date is named.`);

  const today: Day = Math.floor(wallOf(nowMs, hostZone) / DAY_MS);
  const roughZone = settleZone(saidZone, hostZone, `${showDay(today)}T12:00`, []);
  const isAhead = (day: Day): boolean => time === null || instantOf(`${showDay(day)}T${toWall(time.clock)}`, roughZone) > nowMs;
  const { tongue } = sentence.language;
  const context: DayContext = { today, hostZone, tongue, isAhead };
  const roles = rolesOf(found, found.filter(isDay), sentence.masked);
  const rhythm = chooseRhythm(found, roles, faults);
  faults.push(...findOpenYear(roles, today));
  // "last one this year" ends nothing that does not repeat
  if (rhythm === null) roles.starts.push(...takeFrom(roles.ends, ({ fact }) => toSpan(fact, today) !== null));
  const soon = readSoon(found, nowMs, hostZone);
  const opening = rhythm === null ? null : spanOfSeries(rhythm, roles.starts, found, today);
  let day = opening === null ? (chooseDay(roles.starts, context, faults, assumed) ?? soon?.day ?? null) : null;
  if (rhythm !== null && day !== null) {
    faults.push(...findOtherStart(rhythm, day, roles.starts, found));
    // every so many weeks are counted from the first date, not from a day that has none
    day = firstDay(rhythm, { ...context, today: day, isAhead: () => true }) ?? day;
  }
  const wall = time === null ? (soon?.wall ?? null) : toWall(time.clock);
  if (soon !== null && (roles.starts.length > 0 || time !== null))
    faults.push({ message: `"${soon.at.said}" is a time already`, hint: "Name one start.", at: soon.at });
  const end = rhythm === null ? null : (chooseEnd(found, roles.ends, context, faults) ?? (opening?.isEnd ? { untilDay: opening.to } : null));
  if (end?.untilDay !== undefined && roles.ends.some(({ fact }) => fact.kind === "monthend" && fact.range === true))
    assumed.push(`No last day was named: the last that fits up to ${showDay(end.untilDay)}.`);
  if (rhythm === null) faults.push(...findHalfSeries(found, roles.ends));
  else if (end === null && faults.length === 0) faults.push(UNSAID.end);
  const isMarked = faults.some(({ at }) => at !== undefined);
  if (wall === null && !isMarked) faults.push(UNSAID.time);
  const first = rhythm === null ? null : firstDay(rhythm, { ...context, today: Math.max(today, opening?.from ?? today) });
  if (day === null && first !== null) {
    day = first;
    assumed.push(
      `${opening === null || opening.isEnd ? "No first day was named" : "Only the month of the first day was named"}: ${showDay(day)}, the first that fits.`,
    );
  }
  if (day === null && !isMarked) faults.push(UNSAID.day);
  assumed.push(...noteNumbers(found, hostZone, saidZone?.kind === "zone" ? saidZone.zone : null, tongue));
  const local = `${showDay(day ?? today)}T${wall ?? "12:00:00"}`;
  const timezone = settleZone(saidZone, hostZone, local, faults);
  if (day !== null && time !== null) faults.push(...findSkippedNight(time.clock, showDay(day), timezone));
  if (day !== null && wall !== null) faults.push(...findFalseEchoes(echoes, local, timezone, hostZone));
  if (saidZone?.kind === "offset" && saidZone.minutes % 60 !== 0 && timezone !== hostZone)
    assumed.push(`"${saidZone.said}" is the time of ${timezone}.`);
  if (day === null || wall === null || topic === null || faults.length > 0) throw refuse(prompt, faults, sentence.text);
  if (length === null) assumed.push(`No length was named: ${USUAL_LENGTH} minutes.`);
  const untouched = sentence.slips.filter(({ wrong }) => topic.includes(wrong)).map(noteOfSlip);
  const recurrence = rhythm === null ? null : toRecurrence(rhythm, end, day);
  return {
    topic,
    host,
    local,
    timezone,
    namesZone: saidZone !== null,
    duration: length ?? USUAL_LENGTH,
    recurrence,
    end,
    settings,
    uninvited,
    assumed: assumed.filter((note) => !untouched.includes(note)),
    unused,
  };
};

const withoutComma = (said: string): string => said.replace(/^[\s,]+/, "");
/** "for Mary Smith": who hosts, or what the webinar is for. */
const isGuessedHost = ({ fact, weak }: Found): boolean => fact.kind === "host" && weak && !fact.host.includes("@");

/** The topic. If nothing names one but "for Tax Advisers", which may be who hosts, that is the topic and nobody is named as the host. */
const chooseTopic = (
  found: readonly Found[],
  echoes: ReturnType<typeof takeEchoes>["echoes"],
  dropped: readonly Found[],
  sentence: Sentence,
): { reading: TopicReading; found: Found[] } => {
  const read = (facts: readonly Found[]) =>
    readTopic(
      [...facts, ...echoes.flatMap(({ time, zone }) => (zone === null ? [time] : [time, zone]))].sort((a, b) => a.from - b.from),
      dropped,
      sentence,
    );
  const reading = read(found);
  const [guess] = found.filter(isGuessedHost);
  // one name alone is a person
  if (reading.topic !== null || guess?.fact.kind !== "host" || !guess.fact.host.includes(" ")) return { reading, found: [...found] };
  const others = found.filter((one) => one !== guess);
  const again = read(others);
  if (again.topic === null) return { reading, found: [...found] };
  const note = `"${withoutComma(guess.said)}" was read as the topic: say "hosted by …" to name the host.`;
  return { reading: { ...again, notes: [...again.notes, note] }, found: others };
};

/** "28 March at 1:30": the afternoon by habit, on the one day on which clocks skip or repeat that hour of the night; whoever names it may mean the night. */
const findSkippedNight = (clock: Clock, day: string, zone: string): Fault[] => {
  if (!isByHabit(clock)) return [];
  const early = `${day}T${showEarly(clock)}`;
  const instant = instantOf(early, zone);
  const isAt = (ms: number) => new Date(wallOf(ms, zone)).toISOString().slice(0, 16) === early;
  const isSkipped = !isAt(instant);
  const isTwice = isAt(instant + HOUR_MS) || isAt(instant - HOUR_MS);
  if (!isSkipped && !isTwice) return [];
  return [
    {
      message: `${showEarly(clock)} ${isSkipped ? "does not exist" : "happens twice"} on ${day} in ${zone}, where clocks change; it may be ${showClock(clock)}`,
      hint: `Write ${showClock(clock)} if you mean the afternoon.`,
    },
  ];
};

/** Who a sentence names as the host, before anything else is read: their zone decides what "tomorrow" means. Null if nobody is named. */
export const readHost = (prompt: string): string | null => {
  const opened = openSentence(prompt);
  return opened === null ? null : chooseHost(opened.kept, []);
};

/** Whether a sentence names panelists, whom Zoom writes to. */
export const namesPanelists = (prompt: string): boolean => {
  const opened = openSentence(prompt);
  return opened?.kept.some(({ fact }) => fact.kind === "settings" && fact.settings.panelists !== undefined) ?? false;
};

/** Takes out what fits. */
const takeFrom = (list: Found[], fits: (one: Found) => boolean): Found[] => {
  const taken = list.filter(fits);
  list.splice(0, list.length, ...list.filter((one) => !fits(one)));
  return taken;
};

/** "starting in January": the month that a series begins in, if no day of it is named; "every Monday in January", "weekdays next week" end with it. */
const spanOfSeries = (rhythm: Rhythm, starts: readonly Found[], found: readonly Found[], today: Day): (Span & { isEnd: boolean }) | null => {
  const [only, ...others] = starts;
  if (only === undefined || others.length > 0) return null;
  const isStart = isSaidToStart(only, found);
  if (!isStart && (rhythm.unit === "month" || (rhythm.unit === "week" && rhythm.weekdays === undefined))) return null;
  const span = toSpan(only.fact, today) ?? toWeek(only.fact, today);
  return span === null ? null : { ...span, isEnd: !isStart };
};

/** A day is a start if a word says so: "from", "starting". */
const isSaidToStart = (day: Found, found: readonly Found[]): boolean =>
  found.some(({ fact, to, from }) => fact.kind === "since" && (from === day.from || (to <= day.from && day.from - to < 3)));

/** "every month on the 1st, the 15th": a day that is neither marked as the start nor a date of the series may be anything. */
const findOtherStart = (rhythm: Rhythm, day: Day, starts: readonly Found[], found: readonly Found[]): Fault[] => {
  const [at] = starts;
  if (at === undefined || isDateOf(rhythm, day) || starts.some((start) => isSaidToStart(start, found))) return [];
  return [
    {
      message: `"${at.said}", ${nameDay(day)}, is not a date of the series as it repeats`,
      hint: 'Say the rhythm once, and the first day as "starting 1 March".',
      at,
    },
  ];
};

/** "in two hours", counted from now; seconds are dropped. */
const readSoon = (found: readonly Found[], nowMs: number, hostZone: string): { day: Day; wall: string; at: Found } | null => {
  for (const at of found) {
    if (at.fact.kind !== "minutes") continue;
    const wall = wallOf(nowMs + at.fact.minutes * 60_000, hostZone);
    return { day: Math.floor(wall / DAY_MS), wall: `${new Date(wall).toISOString().slice(11, 16)}:00`, at };
  }
  return null;
};

/** Several dates without a word of how often. */
const findHalfSeries = (found: readonly Found[], ends: readonly Found[]): Fault[] => {
  if (found.some(({ fact }) => fact.kind === "refused")) return [];
  const counted = found.find(({ fact }) => fact.kind === "times" || fact.kind === "span");
  const [last] = ends;
  return [
    ...(counted === undefined
      ? []
      : [{ message: `"${counted.said}" asks for several dates, but not how often`, hint: 'Say for instance "every Friday, 6 times".', at: counted }]),
    ...(last === undefined
      ? []
      : [{ message: `it names a last day, "${last.said}", but not how often`, hint: 'Say for instance "every day until June 30".', at: last }]),
  ];
};
