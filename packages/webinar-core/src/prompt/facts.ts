import type { NameWords } from "./name-words.ts";
import { LazyPattern, toPattern } from "./pattern.ts";

/** A time of day as it was said. */
export interface Clock {
  hour: number;
  minute: number;
  /** Said to be before or after noon; null if it was not said. */
  half: "am" | "pm" | null;
  /** True if the hour can only be one: 15:00, 08:15, noon. */
  exact: boolean;
  /** True if hour and minutes were written out, as in 10:00: the reading needs no explanation. */
  written?: true;
  /** True if the hour may as well be that of the small hours. */
  either?: true;
}

/** Weekdays are those of ISO: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A day as it was said, before it is looked up in a calendar. */
export type DayFact =
  | { kind: "date"; year: number | null; month: number; day: number }
  /** 03/04/2027: which of the two is the month is not said. */
  | { kind: "numbers"; a: number; b: number; year: number | null }
  | { kind: "monthday"; day: number }
  /** `weeks` is how many weeks after the coming one. */
  | { kind: "weekday"; weekday: Weekday; which: "coming" | "next"; weeks: number }
  | { kind: "days"; days: number }
  /** The calendar week so many weeks from now; it needs a weekday beside it. */
  | { kind: "week"; weeks: number }
  /** The calendar week that holds a date: "w/c 7 December"; it needs a weekday beside it. */
  | { kind: "weekof"; year: number | null; month: number; day: number }
  /** The same weekday so many weeks from now, unless a weekday beside it says another. */
  | { kind: "weeks"; weeks: number }
  | { kind: "months"; months: number }
  /** `range` is that of a series: "March to July"; without a rhythm it says nothing. */
  | { kind: "monthend"; month: number; year?: number | null; range?: true }
  /** A month without its day: a series can start in it. */
  | { kind: "month"; month: number; year: number | null }
  /** This month, next year: it bounds the day that stands beside it. */
  | { kind: "period"; unit: "month" | "year"; ahead: number }
  /** The first Monday of January. */
  | { kind: "nth"; nth: number; weekday: Weekday; month: number; year: number | null };

/** How often, as it was said; several may add up. */
export interface RhythmFact {
  kind: "rhythm";
  unit?: "day" | "week" | "month";
  interval?: number;
  weekdays?: Weekday[];
  monthday?: number;
  /** 1 to 4, -1 the last. */
  nth?: number;
}

export type Settings = {
  passcode?: string;
  registration?: "none" | "automatic" | "manual";
  alternative_hosts?: string[];
  panelists?: { email: string; name?: string }[];
  recording?: "local" | "cloud" | "none";
  practice_session?: boolean;
  qa?: boolean;
};

/** What one phrase of a sentence says. */
export type Fact =
  | DayFact
  | RhythmFact
  /** `doubt` says why this may be no time at all: it counts only if no other time is said, and then it is refused. */
  | { kind: "time"; clock: Clock; assumed?: string; doubt?: string }
  | { kind: "range"; from: Clock; to: Clock }
  | { kind: "part"; half: "am" | "pm" | "night" }
  | { kind: "minutes"; minutes: number }
  | { kind: "length"; minutes: number }
  | { kind: "zone"; said: string }
  | { kind: "times"; times: number; assumed?: string }
  | { kind: "span"; unit: "day" | "week" | "month"; count: number }
  /** Makes the day behind it the last one, or the time behind it the end. */
  | { kind: "until"; between?: true }
  /** Makes the day behind it the first one. */
  | { kind: "since" }
  /** One that leans counts only behind another: "with a passcode and registration". */
  | { kind: "settings"; settings: Settings; assumed?: string; leans?: true }
  | { kind: "host"; host: string }
  /** What is behind it is the topic; 1 is the surest. */
  | { kind: "intro"; rank: 1 | 2 | 3 }
  /** Says nothing: "please", "on the calendar". */
  | { kind: "filler" }
  /** For people, and not for Zoom, although it speaks of a time: "doors 18:45", "remind me on Monday"; the preview lists it as not used. */
  | { kind: "aside"; assumed?: string }
  /** Panelists who are named without an address. */
  | { kind: "people"; names: string[] }
  /** Reads as a name although it holds a day or a number: "Black Friday". */
  | { kind: "name" }
  | { kind: "refused"; message: string; hint: string };

/** What a phrase says. Null if what was found says nothing after all. */
type Reader = (groups: readonly (string | undefined)[], said: string) => Fact | readonly Fact[] | null;

/** A phrase that says one thing. A class, so that all phrases have one form: Node is slow to read objects of many forms. */
export class Phrase extends LazyPattern {
  readonly read: Reader;
  /** True if it may as well be part of a topic: anything surer wins. */
  readonly weak: boolean;
  /** Parts of words without which it does not count, in lower case. */
  readonly needs: readonly string[] | null;

  constructor(source: string, read: Reader, weak: boolean, needs: readonly string[] | null = null) {
    // Sticky: `findFacts` tries it where a word or a mark begins.
    super(source, () => toPattern(source, "y"));
    this.read = read;
    this.weak = weak;
    this.needs = needs;
  }
}

/** A fact with its place in the sentence. */
export interface Found {
  fact: Fact;
  from: number;
  to: number;
  said: string;
  weak: boolean;
}

/** Words of one language, as far as sentences about webinars need them. */
export interface Language {
  /** Its list in the prefilter. */
  tongue: "english" | "french" | "german";
  phrases: readonly Phrase[];
  /** Words that say nothing at either end of a topic, in lower case. */
  fillers: ReadonlySet<string>;
  /** Words that join a topic to what follows it; they never end one. */
  joints: ReadonlySet<string>;
  /** Words that speak of time: none of them may go unused. */
  timeWords: RegExp;
  /** Words that speak of a setting: none of them may go unused. */
  settingWords: RegExp;
  /** Words that speak of a time zone: none of them may go unused. */
  zoneWords: RegExp;
  /** Numbers in words, which may be a time or a length: none of them may stand alone and unused. */
  numberWords: RegExp;
  /** Words that turn what is asked for around, or leave it open: "not", "cancelled", "instead", "maybe"; none of them may go unused. */
  turns: RegExp;
  /** Phrases that hold such a word and say nothing: "no rush". */
  courtesies: RegExp;
  /** A request at the beginning of a clause, up to the words for what is asked for. */
  frames: RegExp;
  /** True if only names begin with a capital. */
  hasPlainNouns: boolean;
  /** Words that no name of a webinar holds. */
  nameWords: NameWords;
  /** Names of months and days, for slips of the pen. */
  names: readonly string[];
  /** What settings, lengths and the webinar itself are called, for slips of the pen. */
  terms: readonly string[];
  /** What a setting may be, for slips of the pen beside its name. */
  states: readonly string[];
  /** Directly before a day or a time, these make it another one. */
  turning: RegExp;
}

/** "Monday in a week" is a week after the coming one; of several weeks, the days that it may be are named. */
export const inSomeWeeks = (weekday: Weekday, weeks: number): DayFact | DayFact[] => {
  const coming = { kind: "weekday", weekday, which: "coming", weeks: weeks === 1 ? 1 : 0 } as const;
  return weeks === 1 ? coming : [{ kind: "weeks", weeks }, coming];
};

/** Builds a phrase; it begins and ends at the edge of a word. Capitals count only inside `(?-i: … )`. */
export const phrase = (written: string, read: Reader, { weak = false }: { weak?: boolean } = {}): Phrase =>
  new Phrase(`(?:${written})(?![\\p{L}\\p{N}])`, read, weak);

/** Phrases that mean something only in a text that speaks of something: "ten dates" are those of a series if it says how often. One of these parts of words has to stand in it. */
export const when = (needs: string, phrases: readonly Phrase[]): readonly Phrase[] => {
  const parts = needs.split("|");
  return phrases.map(({ source, read, weak }) => new Phrase(source, read, weak, parts));
};

/** A phrase that always says the same. */
export const fixed = (source: string, fact: Fact, options?: { weak?: boolean }): Phrase => phrase(source, () => fact, options);

/** A phrase that cannot be read, and what to say instead. */
export const refused = (source: string, toMessage: (said: string) => string, hint: string): Phrase =>
  phrase(source, (_, said) => ({ kind: "refused", message: toMessage(said), hint }));
