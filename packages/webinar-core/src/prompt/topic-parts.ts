import type { Found } from "./facts.ts";
import { isAwayFromDate, isBeforeWord, isBehindSureTime, isBehindTime, isDateBeside, isSureDay, isSureTime } from "./neighbours.ts";
import { isDay, isNextTo, isTime, type Sentence, wordBefore, wordBehind } from "./sentence.ts";

/** The days of a week on which it repeats. */
const hasWeekdays = ({ fact }: Found): boolean => fact.kind === "rhythm" && fact.weekdays !== undefined && fact.unit !== "month";

/** "about the monthly close" */
const ARTICLE = /^\s*(?:(?:the|our|my|your|their|an?|der|die|das|den|unsere?n?|le|la|les|notre|nos)\s*)?$/i;

/** "Topic: see below. Date: …" names nothing behind the colon. */
const isAnother = (intro: Found, one: Found, text: string): boolean => /\n/.test(text.slice(intro.to, one.from));

/** A day that says when it starts, or the days of a rhythm. */
const isOtherDay = (one: Found, found: readonly Found[]): boolean => {
  const before = found[found.indexOf(one) - 1];
  return hasWeekdays(one) || (isDay(one) && before?.fact.kind !== "until" && before?.fact.kind !== "since");
};

const SEASON =
  /^(?:in|during|over|im|en|au) (?:the )?(?:spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver)$/i;
/** "mid-year", "end of quarter": without a small word in front, it may as well say which kind of thing follows. */
const VAGUE = /^(?:early|mid|late|end of)[ -](?:the |this )?\p{L}+$/iu;
const IN_CAPITALS = /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+$/u;
const NAME_FOLLOWS = /^ (?!(?:Webinar|Session|Series|On|At|With|Every|Topic|Passcode|Registration|Host)|\p{L}+day(?!\p{L}))\p{Lu}\p{Ll}{2,}/u;
const LEADS_A_RHYTHM = /^(?:every|each|on|jede|alle|an|immer|tous|toutes|chaque|les?) /i;
/** "book a half-hour demo": a length with its article behind a verb that asks. */
const ASKED_FOR_SO_LONG =
  /(?<!\p{L})(?:book|schedule|set up|setup|arrange|organi[sz]e|plan|create|host|run|hold|need|want|like|offer|add|do|have|put in|make|prepare|announce|buchen?|plane[n]?|brauchen?|möchten?) (?:us |me |in )?(?:an?|eine?n?) [^\s]*[- ]?(?:hour|minute|min|hr)$/iu;
/** "Morning", "Evening": a part of the day as the first word of a name. */
const BEGINS_A_NAME = /^(?:Morning|Afternoon|Evening|Night)$/u;
/** A date beside a rhythm, neither marked as its start nor with an end. */
const isOneDate = (found: readonly Found[], rhythm: Found): boolean =>
  found.some(({ fact }) => fact.kind === "date" || fact.kind === "numbers" || fact.kind === "days") &&
  !found.some(
    (other) =>
      other !== rhythm &&
      ["rhythm", "times", "span", "until", "since"].includes(other.fact.kind) &&
      // a dash between two days
      !(other.weak && other.fact.kind === "until" && other.fact.between === true),
  );
/** "quarterly": it may as well say what kind of thing a noun behind it is. */
const ADVERB =
  /^(?:daily|weekly|fortnightly|monthly|quarterly|täglich\p{L}*|wöchentlich\p{L}*|monatlich\p{L}*|quotidien(?:ne)?|hebdomadaire|mensuel(?:le)?|trimestriel(?:le)?)$/iu;
/** "Quarterly business review, 27 January 2pm": the word of a rhythm begins the topic, and one date is named. */
const opensSentence = (one: Found, text: string): boolean =>
  /(?:^|[\n,;:] ?)$/.test(text.slice(0, one.from)) &&
  /^ (?!(?:webina(?:r|ire)|session|series|reihe|serie|séance|at|on|from|um|am|à|le|for|until|bis)(?!\p{L}))\p{L}{2}/iu.test(text.slice(one.to));
/** True for a word of a rhythm that became a part of the topic. */
export const isAdverb = (said: string): boolean => ADVERB.test(said);
const BEHIND_A_BORDER = /(?::|[–—]|\s-) ?$/;
const IN_SO_LONG =
  /^in \S+(?: \S+)? (?:minutes?|hours?|days?|weeks?|months?|minuten?|stunden?|tage?n?|wochen?|monate?n?|heures?|jours?|semaines?|mois)$/i;
const isOtherMoment = (other: Found, one: Found): boolean =>
  other !== one &&
  !IN_SO_LONG.test(other.said) &&
  (one.fact.kind === "minutes" ? isDay(other) || isTime(other) : ["date", "numbers", "monthday"].includes(other.fact.kind));

const DAYS_IN_NAME = /^\p{Lu}\p{Ll}+days$/u;
const isOther = (other: Found, one: Found): boolean => other !== one && other.fact.kind === "rhythm";

const isBetweenCapitals = ({ from, to, said }: Found, text: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(said) && /(?<!^|[.!?\n,;:] ?)\p{Lu}[\p{L}'’-]+ $/u.test(text.slice(0, from)) && /^ \p{Lu}\p{Ll}/u.test(text.slice(to));

const HALF_A_DAY = 720;
/** "10 Minutes to Better Sourdough", "24 Hours with the Vet": a length that a name begins with. "75 minutes to be safe" is one. */
const isLengthInName = ({ fact, to, said }: Found, text: string): boolean => {
  if (fact.kind !== "length" || !/^[\p{L}\d]+[ -](?:minutes?|hours?)$/iu.test(said)) return false;
  const small = fact.minutes >= HALF_A_DAY ? BEGINS_THE_REST : LEADS_ON;
  return small.test(text.slice(to)) && !NAMES_A_MOMENT.test(text.slice(to));
};
const LEADS_ON = /^ (?:to (?!be )|in |at |before |after |inside |behind )\p{L}/u;
const BEGINS_THE_REST = /^ (?:to|in|at|before|after|of|on|with|for) \p{L}/u;
const NAMES_A_MOMENT =
  /^ \p{L}+ (?:the (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|total|all|noon|lunch\p{L}*|least|most)(?!\p{L})/iu;
/** "The 3pm Slump", "beating the 3pm slump": a time between its article and a noun, while the webinar has another. */
const isTimeInName = ({ from, to, said }: Found, text: string): boolean =>
  /^\d/.test(said) &&
  /(?<!\p{L})(?:the|our|that) $/iu.test(text.slice(0, from)) &&
  /^ (?!(?:slot|session|webinar|one|start|time|call|meeting|show|event|class|talk|train|on|at|for|in|to|and|or|until|till|with|please|pls|uk|us)(?!\p{L}))\p{L}{3,}/iu.test(
    text.slice(to),
  );

/** Facts that the words around them make part of a topic that is not quoted. */
export const withoutTopicParts = (found: readonly Found[], { masked, language }: Sentence): Found[] => {
  const covers = (at: number) => found.find(({ from, to }) => from <= at && at < to);
  const isPlain = (word: string | null, at: number): boolean => {
    if (word === null) return false;
    const lower = word.toLowerCase().replace(/[.'’-]+$/, "");
    // "Sundays Book Club"
    const isName = language.hasPlainNouns && /^\p{Lu}/u.test(word) && !/^(?:webinars?|zoom|i)$/.test(lower);
    // "Book 4 weekly sessions": what asks has its capital from the sentence
    const asks = language.fillers.has(lower) && /(?:^|[.!?\n]\s*)$/u.test(masked.slice(0, at - word.length + 1));
    return covers(at) === undefined && ((isName && !asks) || !language.fillers.has(lower)) && !language.joints.has(lower);
  };
  const introBefore = (one: Found): Found | undefined =>
    found.findLast(({ fact, to }) => fact.kind === "intro" && to <= one.from && !/[\n,;:!?]|\. /.test(masked.slice(to, one.from)));
  const stands = (one: Found) => {
    const before = wordBefore(masked, one.from);
    const behind = wordBehind(masked, one.to);
    const intro = introBefore(one);
    const isBehindIntro = intro !== undefined && ARTICLE.test(masked.slice(intro.to, one.from));
    const gap = masked.slice(one.to).search(/\S/);
    return {
      intro,
      isLed:
        isBehindIntro ||
        (before !== null && isPlain(before, one.from - 1 - (masked.slice(0, one.from).length - masked.slice(0, one.from).trimEnd().length))),
      isFollowed: isPlain(behind, one.to + Math.max(gap, 0)),
    };
  };
  const isTitle = (one: Found): boolean => {
    const { intro } = stands(one);
    return (
      intro?.fact.kind === "intro" && intro.fact.rank === 1 && /^[\s:]*$/.test(masked.slice(intro.to, one.from)) && !isAnother(intro, one, masked)
    );
  };
  // "about tea on Friday at 3pm": with its own word and its hour, a day is not part of a topic
  const isSaidWhen = (one: Found): boolean =>
    /^(?:on|am|le|this|next|ce|diesen|kommenden|nächsten) /i.test(one.said) &&
    found.some((other) => isTime(other) && (isNextTo(masked, one, other) || isNextTo(masked, other, one)));
  // "Le titre : Vendre en fin de semaine.": a day without a number in a sentence that only names the topic, while the others say when
  const isInNamingSentence = (one: Found): boolean => {
    const { intro } = stands(one);
    if (intro?.fact.kind !== "intro" || intro.fact.rank !== 1 || /\d/.test(one.said)) return false;
    if (!/(?:^|[.!?\n]) ?$/.test(masked.slice(0, intro.from)) || !/^ ?(?:[.!?\n]|$)/.test(masked.slice(one.to))) return false;
    const others = found.filter(({ from, to }) => to <= intro.from || from >= one.to);
    return others.some(isTime) && others.some((other) => isDay(other) || other.fact.kind === "rhythm");
  };
  const kept = found.filter((one) => {
    const { fact } = one;
    if (["refused", "weekday", "rhythm", "period", "part", "month"].includes(fact.kind) && isInNamingSentence(one)) return false;
    if (fact.kind === "settings" && fact.settings.passcode === undefined && one.said.replace(language.settingWords, "") === "") {
      // "about visitor registration": the bare name of a setting within a topic
      const { isLed, isFollowed } = stands(one);
      // "land registration", "registration rules": nothing stands between it and the words of the topic
      return !(isLed || isFollowed);
    }
    // "called Until Dawn"
    if (fact.kind === "until" && isTitle(one) && !found.some((other) => isTime(other) && isNextTo(masked, one, other))) return false;
    // "called The Host With the Most": without "by", a colon or an address, a title names no host
    if (fact.kind === "host" && isTitle(one) && !/ by |[:=@]/i.test(one.said)) return false;
    // "Tram Works Update": in capitals between words in capitals, a small word belongs to the name
    if (["filler", "until", "since"].includes(fact.kind) && language.hasPlainNouns && isBetweenCapitals(one, masked)) return false;
    if (["intro", "settings", "host", "filler", "until", "since"].includes(fact.kind)) return true;
    const { intro, isLed, isFollowed } = stands(one);
    if (isTitle(one)) return false;
    // "Bees in Winter, 15 December": a season beside a date is no date
    // "about mid-year bonus plans": while another day is named, it belongs to the words behind it
    if (fact.kind === "refused" && isFollowed && VAGUE.test(one.said) && found.some((other) => isSureDay(other) && other.from !== one.from))
      return false;
    if (fact.kind === "refused")
      return !(
        SEASON.test(one.said) &&
        isLed &&
        found.some((other) => other !== one && (isSureDay(other) || ["days", "weeks", "weekday"].includes(other.fact.kind)))
      );
    // "GST returns tomorrow at 11am": an abbreviation that is not behind a time
    if (
      fact.kind === "zone" &&
      /^[A-Z]{2,5}$/.test(one.said) &&
      !isBehindTime(one, found, masked) &&
      (isFollowed || isBeforeWord(one, found, masked))
    )
      return false;
    // "parents evening, 20 May 6pm": the time needs no part of the day
    if (fact.kind === "part" && isLed && !/ /.test(one.said) && found.some(isSureTime)) return false;
    // "March 15, Morning Mobility": in capitals in front of a name in capitals, it begins the name
    if (
      fact.kind === "part" &&
      language.hasPlainNouns &&
      BEGINS_A_NAME.test(one.said) &&
      /^ \p{Lu}\p{Ll}/u.test(masked.slice(one.to)) &&
      found.some(isTime)
    )
      return false;
    // "3pm evening classes"
    if (fact.kind === "part" && isFollowed && !/ /.test(one.said) && isBehindSureTime(one, found, masked)) return false;
    if (fact.kind === "length" && isLengthInName(one, masked)) return false;
    if (fact.kind === "time" && isTimeInName(one, masked) && found.some((other) => other !== one && isTime(other))) return false;
    // "One Hour Photo"
    if (
      language.hasPlainNouns &&
      ["length", "time", "times"].includes(fact.kind) &&
      IN_CAPITALS.test(one.said) &&
      NAME_FOLLOWS.test(masked.slice(one.to))
    )
      return false;
    // "Five Past One Club": a time in words within a name, while another time is said
    if (fact.kind === "time" && isFollowed && !/\d/.test(one.said) && found.some((other) => other !== one && isTime(other))) return false;
    // "book a half-hour demo of …": what is asked for is that long
    if (fact.kind === "length" && ASKED_FOR_SO_LONG.test(masked.slice(0, one.from) + one.said)) return true;
    if (
      isLed &&
      isFollowed &&
      (intro !== undefined || fact.kind === "weekday" || fact.kind === "rhythm" || fact.kind === "length" || fact.kind === "times")
    )
      return false;
    // "called Ten Tips in Ten Minutes on 6 May"
    if (isLed && intro !== undefined && IN_SO_LONG.test(one.said) && found.some((other) => isOtherMoment(other, one))) return false;
    // "15 December 3pm, Taco Tuesday": a bare weekday among the words of the topic, away from the date
    if (fact.kind === "weekday" && (isLed || isFollowed) && !/ /.test(one.said) && isAwayFromDate(one, found, masked, isFollowed)) return false;
    if (!["weekday", "rhythm", "days", "month", "period"].includes(fact.kind)) return true;
    // "tomorrow 9am webinar - quarterly numbers": one date, no word of a series, and a title begins there
    if (ADVERB.test(one.said) && isFollowed && opensSentence(one, masked) && isOneDate(found, one)) return false;
    if (ADVERB.test(one.said) && isFollowed && /(?<!\p{L})(?:the|our|my|this) $/iu.test(masked.slice(0, one.from)) && isOneDate(found, one))
      return false;
    if (ADVERB.test(one.said) && isFollowed && BEHIND_A_BORDER.test(masked.slice(0, one.from)) && isOneDate(found, one)) return false;
    // "Once a week on Sunday, …, called Family History Sundays": the rhythm is said elsewhere
    if (isLed && intro?.fact.kind === "intro" && intro.fact.rank === 1 && DAYS_IN_NAME.test(one.said) && found.some((other) => isOther(other, one)))
      return false;
    if (isSaidWhen(one)) return true;
    // "called Taco Tuesday on Thursday": another day decides
    if (!isLed || intro === undefined || intro.fact.kind !== "intro" || intro.fact.rank === 3) return true;
    // "about Meatless Mondays on 24 June": one date, and no word of a series
    if (fact.kind === "rhythm" && !LEADS_A_RHYTHM.test(one.said) && isOneDate(found, one)) return false;
    if (fact.kind === "rhythm" && /^(?:every|each|on|jede|alle|tous|toutes|chaque)/i.test(one.said)) return true;
    // "about the Tuesday market on Friday": a day in the middle of the topic decides nothing
    const isInside = (other: Found) => stands(other).isLed && stands(other).isFollowed;
    const others = found.filter(
      (other) => other !== one && !isInside(other) && (fact.kind === "rhythm" ? other.fact.kind === "rhythm" : isOtherDay(other, found)),
    );
    return !others.some((other) => !isDateBeside(masked, one, other) && JSON.stringify(other.fact) !== JSON.stringify(fact));
  });
  // "about Sunday afternoons": what one phrase says goes together
  const isTorn = (one: Found) => found.some((other) => other.from === one.from && other.to === one.to && !kept.includes(other));
  return kept.filter((one) => one.fact.kind !== "part" || !isTorn(one));
};
