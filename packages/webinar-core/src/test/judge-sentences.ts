import { readFileSync } from "node:fs";
import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { DateTime } from "luxon";
import { type PromptReading, readPrompt } from "../prompt/read-prompt.ts";
import { namesReadings } from "./named-readings.ts";

/** A sentence with the reading that whoever wrote it expects; written by somebody who did not see the code. */
export interface ExpectedSentence {
  id: string;
  category: string;
  /** What else is mixed into the sentence. */
  mix?: string | string[];
  sentence: string;
  now: string;
  host_zone: string;
  expect: {
    kind: "single" | "series" | "recurring" | "refused";
    topic?: string | string[];
    /** Other topics that are right as well. */
    topic_also?: string[];
    timezone?: string | string[];
    /** Other zones that are right as well. */
    timezone_also?: string[];
    start_utc?: string;
    /** Dates of a series at the host's clock, or as instants. */
    dates?: string[];
    occurrences_utc?: string[];
    count?: number;
    duration?: number;
    host?: string;
    settings?: Record<string, unknown>;
    /** Settings may as well stand beside the rest. */
    passcode?: string;
    registration?: boolean | string;
    approval?: string;
    alternative_hosts?: unknown[];
    panelists?: unknown[];
    auto_recording?: string;
    practice_session?: boolean;
    question_and_answer?: boolean;
    /** What a refusal has to name: both meanings of the sentence. */
    readings?: unknown[];
    /** What a refusal has to say: of each list, one pattern at least; an empty list asks for the refusal only. */
    must_name?: string[][];
    /** True if only the instant counts, and several names of its zone are right. */
    zone_by_utc?: boolean;
  };
}

/**
 * refused: nobody was misled; unnamed: rightly refused, but without both meanings; told: read otherwise than meant, and the preview says of each difference
 * that it was assumed; wrong: it was read otherwise than meant and nothing says so, or read although it has two meanings.
 */
export type Verdict = "right" | "refused" | "unnamed" | "told" | "wrong";

export interface Judgement {
  id: string;
  category: string;
  mix: string;
  sentence: string;
  verdict: Verdict;
  /** What differs, in words. */
  why: string;
}

/** Sentences of a file, one JSON object a line. */
export const loadSentences = (file: string): ExpectedSentence[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ExpectedSentence);

/** Reads one sentence and compares. */
export const judge = async ({ id, category, mix = [], sentence, now, host_zone, expect }: ExpectedSentence): Promise<Judgement> => {
  const told = (verdict: Verdict, why: string): Judgement => ({ id, category, mix: [mix].flat().join("+") || "plain", sentence, verdict, why });
  let read: PromptReading;
  try {
    read = await readPrompt(sentence, { nowMs: Date.parse(now), hostZone: host_zone });
  } catch (error) {
    if (!isZoomWebinarError(error) || error.code !== "input_invalid") return told("wrong", `it crashed: ${error}`);
    if (expect.kind !== "refused") return told("refused", error.message);
    const [hint, { readings = [], must_name = [] }] = [error.hint ?? "", expect];
    return namesReadings(error.message, hint, readings, host_zone) && matchesAll(error.message, hint, must_name)
      ? told("right", error.message)
      : told("unnamed", `${error.message} does not name ${JSON.stringify(expect.readings ?? must_name)}`);
  }
  if (expect.kind === "refused") return told("wrong", `it was read: "${read.topic}", ${read.starts.local} ${read.starts.timezone}`);
  const differences = compare(read, expect);
  const why = differences.map(({ what }) => what).join("; ");
  if (differences.length === 0) return told("right", why);
  const isTold = differences.every(({ note }) => note !== null && read.assumed.some((line) => note.test(line)));
  return isTold ? told("told", `${why}, and the preview says so: ${read.assumed.join(" ")}`) : told("wrong", why);
};

/** Whether one pattern of each list fits what a refusal says; the sentence itself, behind "In:", does not count. */
const matchesAll = (message: string, hint: string, lists: readonly string[][]): boolean => {
  const said = `${message.replace(/\. In: .*$/s, "")} ${hint}`;
  return lists.every((patterns) => patterns.length === 0 || patterns.some((pattern) => new RegExp(pattern, "iu").test(said)));
};

interface Difference {
  what: string;
  /** The line of the preview that says that this was assumed; null if no line can. */
  note: RegExp | null;
}

const fold = (text: string) => text.toLowerCase().replaceAll("’", "'").trim();
/** As text, whatever the order of the keys. */
const sorted = (settings: object): string =>
  JSON.stringify(settings, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value,
  );

/** Zones that keep UTC since 2026, by tzdata 2026c: the labels were written by the rules of before, an hour earlier, which an older Node still has. */
const MOVED = new Set(["Africa/Casablanca", "Africa/El_Aaiun"]);
const HOUR_MS = 3_600_000;
/** An instant of a label by the rules of before, and by those of now if its zone changed. */
const byBothRules = (utc: string, zone: string): number[] => [Date.parse(utc), ...(MOVED.has(zone) ? [Date.parse(utc) + HOUR_MS] : [])];

const compare = (read: PromptReading, expect: ExpectedSentence["expect"]): Difference[] => {
  const {
    topic = [],
    topic_also = [],
    timezone = [],
    timezone_also = [],
    start_utc = "",
    dates,
    occurrences_utc,
    count,
    duration = 60,
    host = "",
  } = expect;
  const settings = settingsOf(expect);
  const topics = [topic, topic_also].flat().map(fold);
  const zones = [timezone, timezone_also].flat();
  const start = Date.parse(read.starts.utc);
  const differ: [boolean, string, RegExp?][] = [
    [!topics.includes(fold(read.topic)), `topic "${read.topic}"`, noteOfTopic(topics)],
    [!byBothRules(start_utc, read.starts.timezone).includes(start), `start ${read.starts.utc}`, noteOfStart(start - Date.parse(start_utc))],
    [!secondOpinion(read), `start ${read.starts.utc} by Temporal, another by luxon`],
    [expect.zone_by_utc !== true && !zones.some((zone) => isSameZone(zone, read.starts.timezone)), `zone ${read.starts.timezone}`],
    [(expect.kind === "single") !== (read.series === null), read.series === null ? "one webinar" : "a series"],
    [dates !== undefined && !isThese(dates, read.series?.dates.map(({ local }) => local.slice(0, 16)) ?? [], count), "dates"],
    [occurrences_utc !== undefined && !isAtThese(occurrences_utc, read, count), "dates"],
    [expect.kind !== "single" && count !== undefined && count !== read.series?.dates.length, `${read.series?.dates.length ?? 1} dates`],
    [
      read.duration !== duration,
      `${read.duration} minutes`,
      /^No length was named|^\d+ minutes was read as the length; it may be a part of the topic/,
    ],
    [fold(read.host ?? "") !== fold(host), `host ${read.host}`],
    [
      sorted(comparable(withUninvited(read), settings)) !== sorted(toOurs(settings)),
      `settings ${JSON.stringify(read.settings)}${read.uninvited.length === 0 ? "" : `, without an address: ${read.uninvited.join(", ")}`}`,
    ],
  ];
  return differ.flatMap(([isOther, what, note = null]) => (isOther ? [{ what, note }] : []));
};

/** The preview names the topic that was meant beside the one that was read. */
const noteOfTopic = (topics: readonly string[]): RegExp =>
  new RegExp(`it may be "(?:${topics.map((topic) => topic.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})"\\.$`, "i");
const HALF_A_DAY_MS = 12 * 3_600_000;
/** Half a day apart, it is the half of the day that was assumed; whole days apart, the first day of a series. */
const noteOfStart = (apart: number): RegExp =>
  Math.abs(apart) === HALF_A_DAY_MS ? /^The half of the day was not named/ : /^(?:No first day|Only the month of the first day) was named/;

/** All the dates, or the first of them if more are counted than written out. */
const isThese = (expected: readonly string[], dates: readonly string[], count = expected.length): boolean =>
  instants(expected) === instants(dates.slice(0, expected.length)) && dates.length === Math.max(count, expected.length);
/** The same of instants, by the rules of before or of now. */
const isAtThese = (expected: readonly string[], { starts, series }: PromptReading, count?: number): boolean => {
  const dates = series?.dates.map(({ utc }) => utc) ?? [];
  const moved = expected.map((utc) => new Date(byBothRules(utc, starts.timezone).at(-1) ?? Number.NaN).toISOString());
  return isThese(expected, dates, count) || isThese(moved, dates, count);
};
const instants = (dates: readonly string[]): string => dates.map((date) => Date.parse(date)).join();

const SETTINGS = "passcode registration approval alternative_hosts panelists auto_recording recording practice_session question_and_answer qa".split(
  " ",
);
/** Settings under their own key, and those that stand beside the rest. */
const settingsOf = (expect: ExpectedSentence["expect"]): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(expect).filter(([key]) => SETTINGS.includes(key))),
  ...expect.settings,
});

const YES = new Set<unknown>([true, "true", "yes", "on", "required"]);
const NO = new Set<unknown>([false, "false", "no", "off", "none"]);
const emailOf = (person: unknown): string =>
  typeof person === "object" && person !== null && "email" in person ? String(person.email) : String(person);

/** Expected settings in our names: whoever wrote them did not know these. */
const toOurs = (settings: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { registration, approval, alternative_hosts, panelists, auto_recording, passcode, question_and_answer, ...others } = settings;
  const { recording = auto_recording, ...flags } = others;
  const isManual = /manual|hand/i.test(`${registration} ${approval}`);
  const hasRegistration = registration !== undefined || approval !== undefined;
  return {
    ...flags,
    ...(question_and_answer === undefined ? {} : { qa: question_and_answer }),
    ...(passcode === undefined ? {} : { passcode: String(passcode) }),
    ...(hasRegistration ? { registration: NO.has(registration) ? "none" : isManual ? "manual" : "automatic" } : {}),
    ...(recording === undefined ? {} : { recording: NO.has(recording) ? "none" : YES.has(recording) ? "cloud" : recording }),
    ...(alternative_hosts === undefined ? {} : { alternative_hosts: listOf(alternative_hosts).map(emailOf) }),
    ...(panelists === undefined ? {} : { panelists: toPanelists(listOf(panelists)) }),
  };
};
/** People without a name in the order of the alphabet: in which order they were named says nothing. */
const toPanelists = (people: readonly unknown[]): unknown[] =>
  people.some(hasName) ? [...people] : people.map((person) => ({ email: emailOf(person) })).sort(byEmail);
const listOf = (value: unknown): unknown[] => (typeof value === "string" ? value.split(/[,;] ?/) : [value].flat());

/** Panelists without an address are expected by their names alone. */
const withUninvited = ({ settings, uninvited }: PromptReading): PromptReading["settings"] =>
  uninvited.length === 0 ? settings : { ...settings, panelists: [...(settings.panelists ?? []), ...uninvited.map((email) => ({ email }))] };

/** Names of panelists count only if they are expected. */
const comparable = (read: PromptReading["settings"], expected: Readonly<Record<string, unknown>>): object =>
  read.panelists !== undefined && listOf(expected.panelists ?? []).every((person) => typeof person === "string" || !hasName(person))
    ? { ...read, panelists: read.panelists.map(({ email }) => ({ email })).sort(byEmail) }
    : read;
const byEmail = (one: { email: string }, other: { email: string }) => one.email.localeCompare(other.email);
const hasName = (person: unknown): boolean => typeof person === "object" && person !== null && "name" in person;

/** Luxon has its own code for time zones. */
const secondOpinion = ({ starts, series }: PromptReading): boolean =>
  [starts, ...(series?.dates ?? [])].every(
    ({ utc, local }) => DateTime.fromISO(local, { zone: starts.timezone }).toUTC().toMillis() === Date.parse(utc),
  );

const MONTHS = Array.from({ length: 24 }, (_, month) => Date.UTC(2026, month, 15));
/** Paris and Berlin keep the same time: either is right where the sentence says CET. */
const isSameZone = (one: string, other: string): boolean =>
  MONTHS.every((ms) => DateTime.fromMillis(ms, { zone: one }).offset === DateTime.fromMillis(ms, { zone: other }).offset);

const SHOWN: readonly [Verdict, string][] = [
  ["right", "right"],
  ["refused", "refused though readable"],
  ["unnamed", "refused without both readings"],
  ["told", "read otherwise, and the preview says so"],
  ["wrong", "silently wrong"],
];

/** Counts by category, by what is mixed in, and of all, as lines of a table. */
export const tabulate = (judgements: readonly Judgement[]): string => {
  const row = (name: string, of: readonly Judgement[]) => {
    const count = (verdict: Verdict) => of.filter((one) => one.verdict === verdict).length;
    const percent = ((100 * count("right")) / of.length).toFixed(1);
    return `${name.padEnd(32)} ${percent.padStart(5)} % right | ${SHOWN.map(([verdict, words]) => `${words} ${count(verdict)}`).join(" | ")} | of ${of.length}`;
  };
  const by = (key: "category" | "mix") =>
    [...new Set(judgements.map((one) => one[key]))].sort().map((name) =>
      row(
        name,
        judgements.filter((one) => one[key] === name),
      ),
    );
  return [...by("category"), "", ...by("mix"), "", row("all", judgements)].join("\n");
};
