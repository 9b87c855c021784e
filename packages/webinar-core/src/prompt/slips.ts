import { distance } from "fastest-levenshtein";
import type { Language } from "./facts.ts";
import { keepUpTo } from "./keep.ts";

/** A word that was read as another. */
export interface Slip {
  wrong: string;
  right: string;
}

/** What the preview says of it. */
export const noteOfSlip = ({ wrong, right }: Slip): string => `"${wrong}" was read as ${right}.`;

const SHORTEST = 6;
/** Letters of the longest name of a day or month, with room for a slip. */
const LONGEST = 12;

/** "Wensday": two letters off, but a day beyond doubt. */
const isDayName = (word: string, name: string): boolean =>
  word.length > SHORTEST && word.endsWith("day") && name.endsWith("day") && word.charAt(0) === name.charAt(0) && distance(word, name) === 2;

const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** Words that are a letter or two off one of the terms of a language, and that are words of their own: "mourning", "Abmeldung". */
const OWN_WORDS = new Set(
  `mourning moaning regarding rewarding retarding passport passports alternate alternates fortnight fortnights donation donations dictation reversal password rewording recoding reword minuets minute passwords passcodes passwort registrations recordings records recorder panelists panellists panelist
  panellist approvals alternatives alternation rehearsals practices practise practised practical webinars seminar seminars mornings evenings afternoons
  weakly durations lengths lengthy sessions session
  abmeldung auszeichnung auszeichnungen répartition anmeldungen termin termins kunden stunde minuten registrierungen aufzeichnungen kenncodes passworte
  active actives activer inscriptions enregistrements séance minutes webinaires webinaire webinar webinare`.split(/\s+/),
);

/** Words of their own that can only be a slip where they stand: "local recoding". */
const MISPLACED =
  /(?=re)(?<=(?<!\p{L})(?:local|cloud|automatic|auto) )(?:recoding|rewording|recordings?|recordng)(?=\s*(?:[,.;:!\n]|$| (?:on|please|and|with|to|in)(?!\p{L})))/giu;

export const isOwnWord = (word: string): boolean => OWN_WORDS.has(word);

/** "registraton": one letter off a term, and no word of its own. */
const findTerm = (word: string, terms: readonly string[]): string | undefined =>
  isOwnWord(word)
    ? undefined
    : terms.find(
        (term) =>
          Math.abs(term.length - word.length) <= 1 &&
          (term.charAt(0) === word.charAt(0) || term.charAt(0) === word.charAt(1)) &&
          (isSwap(word, term) || distance(word, term) === 1),
      );

/** "11 Mrach": too short to be mended alone, but beside a day of the month it can be nothing else. */
const BESIDE_A_NUMBER =
  /(?<=(?<![\d:.])\d{1,2}(?:st|nd|rd|th|\.)? (?:of )?)\p{L}{5}(?!\p{L})|(?<!\p{L})\p{L}{5}(?= \d{1,2}(?:st|nd|rd|th)?(?![\d:.]| ?[ap]\.?m))/giu;
const SHORT_MONTHS = ["march", "april"];
/** With two letters beside each other swapped. */
const swapsOf = (word: string): string[] => [...word].slice(1).map((next, at) => word.slice(0, at) + next + word.charAt(at) + word.slice(at + 2));
/** Looked for first: most texts hold none. */
const SWAPPED_MONTH = new RegExp(SHORT_MONTHS.flatMap(swapsOf).join("|"), "iu");

const CLAUSES = /[^,;:.!?\n()]+/gu;
const MOST_WORDS = 6;
/** What stands behind these is what somebody chose, as it is. */
const HOLDS_A_CODE = /pass|code|pwd|kennwort|@/iu;
/** Words one slip from a state that are words of their own beside a setting. */
const OWN_STATES = new Set(
  "active actives activer activez activate activates requires require enables enable needs disables disable allows manuals locals clouds approves approve automate automates locale locaux manuel".split(
    " ",
  ),
);

/** "registration requird", "manaul approval": beside the name of a setting, what it may be is known, and so is a slip of it. */
const mendStates = (text: string, { settingWords, states }: Pick<Language, "settingWords" | "states">, slips: Slip[]): string =>
  text.replace(CLAUSES, (clause) => {
    if (!settingWords.test(clause) || HOLDS_A_CODE.test(clause) || clause.trim().split(" ").length > MOST_WORDS) return clause;
    return clause.replace(/\p{L}{5,15}/gu, (word) => {
      const lower = word.toLowerCase();
      if (states.includes(lower) || OWN_STATES.has(lower) || settingWords.test(word)) return word;
      const state = states.find(
        (one) => one.length >= 5 && one.charAt(0) === lower.charAt(0) && (isSwap(lower, one) || distance(lower, one) <= (one.length > 7 ? 2 : 1)),
      );
      if (state === undefined || lower === `${state}s`) return word;
      slips.push({ wrong: word, right: state });
      return state;
    });
  });

/** Verbs of a request. Where people ask, a word that is at most two letters off one of them is read as that verb. */
const REQUESTS = ["schedule", "organise", "organize", "arrange"];
const ASKS_FOR =
  /(?<=(?:^|[.!?\n]\s*|(?<!\p{L})(?:please|pls|plz|kindly|(?:can|could|would|will) (?:you|u|we|i)|to|and|need to|let['’]?s) )\s*)\p{L}{6,11}(?= (?:an?|the|our|my|this|webinar|\p{Lu}))/giu;
const mendRequests = (text: string, slips: Slip[]): string =>
  text.replace(ASKS_FOR, (word) => {
    const lower = word.toLowerCase();
    const right = REQUESTS.find((one) => one.charAt(0) === lower.charAt(0) && distance(lower, one) <= 2);
    if (right === undefined || REQUESTS.some((one) => lower.startsWith(one.slice(0, -1)))) return word;
    slips.push({ wrong: word, right });
    return right;
  });

const mendShortMonths = (text: string, slips: Slip[]): string =>
  text.replace(BESIDE_A_NUMBER, (word) => {
    const month = SHORT_MONTHS.find((one) => isSwap(word.toLowerCase(), one));
    if (month === undefined) return word;
    const right = month.charAt(0).toUpperCase() + month.slice(1);
    slips.push({ wrong: word, right });
    return right;
  });

/**
 * Mends names of days and months, and what settings and lengths are called, if they are one slip off: "Decmber", "Wendesday", "registraton". Everything else is
 * left alone. The places of what follows move: whoever needs them takes the text that comes back.
 */
export const mendSlips = (text: string, language: Pick<Language, "names" | "terms" | "settingWords" | "states">): { text: string; slips: Slip[] } => {
  const slips: Slip[] = [];
  const placed = text.replace(MISPLACED, (word) => {
    if (/^recording/i.test(word)) return word;
    slips.push({ wrong: word, right: "recording" });
    return "recording";
  });
  const asked = mendRequests(placed, slips);
  const dated = SWAPPED_MONTH.test(asked) ? mendShortMonths(asked, slips) : asked;
  const findKept = finderOf(language);
  const mended = dated.replace(/\p{L}{5,15}/gu, (word) => {
    const shown = findKept(word.toLowerCase());
    if (shown === null) return word;
    slips.push({ wrong: word, right: shown });
    return shown;
  });
  return { text: mendStates(mended, language, slips), slips };
};

type Names = Pick<Language, "names" | "terms">;
/** The word that was meant if this one, in small letters, has a slip in it. Null if it has none. */
const findSlip = (lower: string, { names, terms }: Names): string | null => {
  const stem = lower.endsWith("s") ? lower.slice(0, -1) : lower;
  // "Montage", "Montagen" are days as well
  if (names.includes(lower) || names.includes(stem) || names.includes(lower.replace(/en?$/, "")) || terms.includes(lower)) return null;
  const name =
    lower.length > LONGEST
      ? undefined
      : names.find(
          (one) =>
            one.length >= SHORTEST &&
            Math.abs(lower.length - one.length) <= 2 &&
            (isSwap(lower, one) || distance(lower, one) === 1 || isDayName(lower, one)),
        );
  if (name !== undefined && lower === `${name}s`) return null;
  const shown = name === undefined ? findTerm(lower, terms) : name.charAt(0).toUpperCase() + name.slice(1);
  return shown === undefined || lower === `${shown}s` ? null : shown;
};

const MOST_WORDS_KEPT = 5000;
const finders = new WeakMap<Names["names"], (lower: string) => string | null>();
/** The same for one language, kept: each word is compared with a hundred others, and sentences have the same words. */
const finderOf = (language: Names): ((lower: string) => string | null) => {
  const finder = finders.get(language.names) ?? keepUpTo(MOST_WORDS_KEPT, (lower: string) => findSlip(lower, language));
  finders.set(language.names, finder);
  return finder;
};
