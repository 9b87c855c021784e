import type { Found } from "./facts.ts";
import { type Fault, isDay, isTime, type Sentence, wordBehind } from "./sentence.ts";

/** "it takes a minute" is no length. */
const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 24 * 60;

/** What follows a time that is not meant exactly, or leaves a choice, in every language that is read. */
const WAVERING =
  /^(?:\)?[\s,]*(?:or|oder|ou(?! (?:sur|avec|sans))|ish|approx(?:imately)?(?! (?:\d|an?|half|ein|une))|roughly(?! (?:\d|an?|half|ein|une))|give or take|(?:at the )?(?:latest|earliest)|onwards?|tbc|tbd|after next|before last|week but one|following|darauf|danach|drauf|suivante?|d['’]après|ungefähr(?! (?:\d|an?|half|ein|une))|circa(?! (?:\d|an?|half|ein|une))|spätestens|frühestens|environ(?! (?:\d|an?|half|ein|une))|au plus (?:tard|tôt))(?![\p{L}\p{N}])|-?ish(?!\p{L}))/iu;

/** Before a length, these make it another one; "about an hour" and "up to an hour" are that long. */
const TURNS_A_LENGTH =
  /(?:^|[\s,(])(?:not|was|were|under|over|less than|more than|at least|minimum|nicht|war|unter|mehr als|weniger als|mindestens|pas|moins d['’]|moins de|plus d['’]|plus de|au moins|était de|hundred(?: and)?|hundert(?: und)?|cent) ?(?:an? |the )?$|(?<=[\p{L}\p{N} ])[-–]$/iu;

/** "on Tuesday or Wednesday" */
const isAlternative = (one: Found, other: Found, text: string): boolean =>
  ((isDay(one) && isDay(other)) || (isTime(one) && isTime(other))) && other.from > one.to && OR.test(text.slice(one.to, other.from));
/** "5 or" in front of "6 March", "or 11" behind "at 10": both are named. */
const OR_BEFORE = /(?<![\p{L}\p{N}])[\p{L}\p{N}.:]+,? (?:or|oder|ou) (?:(?:on|at|the|am|um|le|à) )*$/iu;
const OR_BEHIND = /^,? (?:or|oder|ou) [\p{L}\p{N}.:]+/iu;
const OR = /^[\s,]*(?:or|oder|ou)[\s,]*$/i;

/** "the week after next at 2pm": the word in front belongs to what was understood there. */
const isTaken = (from: number, found: readonly Found[], text: string): boolean =>
  found.some((other) => isDay(other) && other.to < from && /^ *$/.test(text.slice(other.to, from)));

/** "around 10:00", "not on Friday", "3pm or so": the words beside it make it another time. */
export const findTurned = (found: readonly Found[], { masked, language }: Sentence): Fault[] =>
  found.flatMap((at): Fault[] => {
    const { kind } = at.fact;
    const isLength = kind === "length";
    const isCount = kind === "times" || kind === "span";
    if (!isDay(at) && !isTime(at) && !isLength && !isCount) return [];
    const turning = isLength ? TURNS_A_LENGTH : language.turning;
    const before = isTaken(at.from, found, masked) ? undefined : turning.exec(masked.slice(Math.max(0, at.from - 40), at.from))?.[0].trim();
    // "45 minutes or so" is as exact as "about 45 minutes"
    const behind =
      isLength && /^ or so(?!p{L})/i.test(masked.slice(at.to, at.to + 8)) ? undefined : WAVERING.exec(masked.slice(at.to, at.to + 40))?.[0].trim();
    const other = found.find((one) => isAlternative(at, one, masked));
    if (other !== undefined)
      return [{ message: `"${masked.slice(at.from, other.to)}" names no exact day and time`, hint: "Name one day, one time and one length.", at }];
    if (found.some((one) => isAlternative(one, at, masked))) return [];
    // "every Monday, from May onward": when a series begins
    const isFirst = isDay(at) && /^onwards?$/i.test(behind ?? "") && found.some((one) => one.fact.kind === "rhythm");
    if (before === undefined && (behind === undefined || isFirst)) return [];
    const choice = OR_BEFORE.exec(masked.slice(Math.max(0, at.from - 24), at.from))?.[0] ?? before;
    const said = [choice, at.said, before === undefined ? (OR_BEHIND.exec(masked.slice(at.to, at.to + 24))?.[0] ?? behind) : undefined]
      .flatMap((part) => (part === undefined ? [] : [part.trim()]))
      .join(" ");
    return [
      {
        message: `"${said}" names no exact ${isLength ? "length" : isCount ? "number" : "day and time"}`,
        hint: "Name one day, one time and one length.",
        at,
      },
    ];
  });

const NEGATION =
  /(?<![\p{L}\p{N}])(?:no|not|without|never|nor|neither|non|\p{L}+n['’]t|keine?[nmrs]?|ohne|nicht|weder|noch keine?|sans|pas(?: de| d['’])?|aucune?|ni)(?: (?:actually|really|even|ever|bother|need|want|have|like|try|unbedingt|wirklich|vraiment)(?: to)?)?(?: (?:an?|any|the|need for|eine?n?|une?|le|la))?[ '’]*$/iu;
/** "don't you dare record it", "I do not want people to register": a negation a few words in front, in the same clause. */
const FAR_NEGATION =
  /(?<!\p{L})(?:don['’]?t|do not|never|nicht|ne)(?! (?:forget|hesitate|worry|mind|know|care|vergess\p{L}*|oubli\p{L}*))(?: \p{L}+){1,3} $/iu;
const isOff = ({ fact }: Found): boolean =>
  fact.kind === "settings" && Object.values(fact.settings).some((value) => value === false || value === "none");

/** "no registration please", "no recording and Q&A": a setting that a negation in front of it may turn off, although it was read as on. */
export const findTurnedSettings = (found: readonly Found[], { masked, language }: Sentence): Fault[] =>
  found.flatMap((at, index): Fault[] => {
    if (at.fact.kind !== "settings" || isOff(at)) return [];
    const hint = 'Say each setting on its own: "registration on, recording off".';
    const inFront = masked.slice(Math.max(0, at.from - 40), at.from);
    const negation = (NEGATION.exec(inFront.slice(-24)) ?? FAR_NEGATION.exec(inFront))?.[0].trim();
    if (negation !== undefined) return [{ message: `"${negation} ${at.said}" may turn that setting on or off`, hint, at }];
    const before = found[index - 1];
    const isBare = /^[\s,&+]*(?:and|plus|und|et)?\s*$/i.test(at.said.replace(language.settingWords, ""));
    if (before === undefined || !isBare || !isOff(before) || !/^[\s,]*$/.test(masked.slice(before.to, at.from))) return [];
    return [{ message: `"${before.said} ${at.said}" may turn both settings off, or the second on`, hint, at }];
  });

/** A passcode that ends before it is at its end: "passcode 12 34 56", "passcode "open sesame"". */
export const findCutPasscodes = (found: readonly Found[], { masked }: Sentence): Fault[] =>
  found.flatMap((at): Fault[] => {
    if (at.fact.kind !== "settings" || at.fact.settings.passcode === undefined) return [];
    const isFollowed = / \d/.test(masked.slice(at.to, at.to + 2)) && !found.some(({ from }) => from === at.to + 1);
    const isOpen = (at.said.match(/["“”„]/g)?.length ?? 0) === 1;
    return isFollowed || isOpen
      ? [{ message: `where the passcode ends in "${at.said}" is not clear`, hint: "Zoom takes no spaces in a passcode: say passcode tide7.", at }]
      : [];
  });

/** "30-minute meals", "2 hour marathon training": a length that may as well belong to the words behind it. */
export const findAdjectives = (found: readonly Found[], { masked, language }: Sentence, faults: Fault[]): string[] =>
  found.flatMap((at): string[] => {
    const behind = wordBehind(masked, at.to);
    if (at.fact.kind !== "length" || behind === null || !ADJECTIVE.test(at.said)) return [];
    if (language.fillers.has(behind.toLowerCase()) || language.joints.has(behind.toLowerCase())) return [];
    const name = `${at.said.replace(/^,? ?(?:an? )?/i, "")} ${behind}`;
    if (at.fact.minutes < LONG_MINUTES) return [`${at.fact.minutes} minutes was read as the length; it may be a part of the topic, "${name}".`];
    faults.push({ message: `"${name}" may be a topic, or ${at.fact.minutes} minutes long`, hint: "Put the topic in quotes.", at });
    return [];
  });
/** "cloud recording studios": a setting with nothing between it and the words behind it. */
export const findRunOnSettings = (found: readonly Found[], { masked, language }: Sentence): Fault[] =>
  found.flatMap((at): Fault[] => {
    const behind = wordBehind(masked, at.to);
    if (
      at.fact.kind !== "settings" ||
      behind === null ||
      !/^(?:cloud|local|practi[cs]e|rehearsal|manual|auto\p{L}*|registration|Q|dry)[\p{L}&+ /-]*$/iu.test(at.said)
    )
      return [];
    if (/(?:on|off|enabled|disabled|required|needed|please|yes)$/i.test(at.said) || found.some(({ from }) => from - at.to <= 1 && from >= at.to))
      return [];
    if (language.fillers.has(behind.toLowerCase()) || language.joints.has(behind.toLowerCase())) return [];
    return [{ message: `"${at.said} ${behind}" may be a topic, or a setting`, hint: "Put the topic in quotes.", at }];
  });
const ADJECTIVE =
  /(?:\d|one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty|forty|forty-five|sixty|ninety)(?:[- ](?:minute|hour)|-(?:min|hr))$/i;
const LONG_MINUTES = 5 * 60;

/** How long, in minutes; null if nothing is said. */
export const chooseLength = (found: readonly Found[], ranged: number | null, faults: Fault[]): number | null => {
  let length = ranged;
  for (const at of found) {
    if (at.fact.kind !== "length") continue;
    const { minutes } = at.fact;
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_MINUTES)
      faults.push({ message: `"${at.said}" is not a length that a webinar can have`, hint: "Say it in minutes, up to a day.", at });
    else if (minutes < SHORTEST_MINUTES && !/^(?:for|lasting|length|duration|für|dauer|lasts?|pendant|durée)/i.test(at.said))
      faults.push({
        message: `"${at.said}" is short for a webinar, and may be said of something else`,
        hint: 'Say "duration 3 minutes" if it is meant.',
        at,
      });
    else if (length !== null && length !== minutes)
      faults.push({ message: `it names two lengths, ${length} and ${minutes} minutes`, hint: "Name one length; put the topic in quotes.", at });
    else length = minutes;
  }
  return length;
};

/** Who is named as the host; null if nobody is. */
export const chooseHost = (found: readonly Found[], faults: Fault[]): string | null => {
  let host: string | null = null;
  for (const at of found) {
    if (at.fact.kind !== "host") continue;
    if (host !== null && host !== at.fact.host) faults.push({ message: `it names two hosts, ${host} and ${at.fact.host}`, hint: "Name one.", at });
    host ??= at.fact.host;
  }
  return host;
};
