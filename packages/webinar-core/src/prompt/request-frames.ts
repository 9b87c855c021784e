import { LONGEST } from "./beginnings.ts";
import type { Language } from "./facts.ts";
import { findAll, toPattern } from "./pattern.ts";
import { foldText, mayBegin, Prefilter } from "./prefilter.ts";
import type { Sentence } from "./sentence.ts";

/** How a language asks for something, at the beginning of a clause; for `Language.frames`. Each part is a pattern without a group. */
export interface FrameParts {
  /** Small words in front: "so", "and". */
  openers: string;
  /** What asks: "could you", "we should be grateful if you would", "merci de". */
  asks: string;
  /** Adverbs between: "please", "just". */
  adverbs: string;
  /** What is asked for: "put in", "arrange", "noter". */
  verbs: string;
  /** What may stand behind the verb: "for us", "a slot for", "au calendrier". */
  objects: string;
  /** Asks without a verb, if a name or an article follows: "we would like". */
  wishes: string;
  /** Stands alone in front of a mark: "quick one - ", "booking request: ". */
  calls: string;
  /** Asks alone at the beginning, whatever follows. */
  bare: string;
  /** Behind a wish: an article or a word in capitals. */
  wished: string;
  /** Articles in front of what is asked for, in small letters. */
  articles: string;
}

/** A request, up to the words for what is asked for. */
export const requestFrame = ({ openers, asks, adverbs, verbs, objects, wishes, calls, bare, wished, articles }: FrameParts): RegExp => {
  const between = `(?:[, ]+(?:${adverbs})(?![\\p{L}\\p{N}-]))*`;
  const asking = `(?:(?:${asks})(?:(?<=[ '’])|(?![\\p{L}\\p{N}]))${between}[, ]*)`;
  return toPattern(
    `^[\\s,;–—-]*(?:(?:${openers})[, ]+)*(?:(?:${calls})(?: ?[:,!–—]| -)+(?= )|${asking}{1,4}(?:${verbs})(?![\\p{L}\\p{N}-])(?:[, ]+(?:${objects})(?![\\p{L}\\p{N}-])){0,4}${between}|(?:${bare})|${asking}{0,3}(?:${wishes})${between}(?=[, ]+${wished}|[\\s,]*$)),? *(?:${articles})?`,
  );
};

/** "put the potters' hour down", "trag die Töpferstunde … ein": the verb has its other half behind the name. */
const PARTICLE = /[, ]+(?:down|in|on|up|together|there|then|recurring|repeating|repeat|a series|ein|an|auf|fest|dort)[\s,.:!?]*$/u;
const PARTED =
  /(?<!\p{L})(?:put|pop|get|make|turn|slot|fit|squeeze|stick|whack|chuck|bung|throw|drop|shove|pencil|write|jot|note|mark|trag\p{L}*|setz\p{L}*|leg\p{L}*|plan\p{L}*)(?!\p{L})/iu;

/** The part of a piece behind the words that ask for it; the whole piece if it asks for nothing. */
export const withoutRequest = (from: number, to: number, sentence: Sentence): { from: number; to: number } => {
  const { masked } = sentence;
  const text = masked.slice(from, to);
  // "a fortnight today: can we do the Lifeguard Briefing"
  const colon = /^\s*:\s*(?=\p{Ll})/u.exec(text)?.[0] ?? "";
  const asked = remember(sentence, text.slice(colon.length));
  const first = asked === "" ? "" : colon + asked;
  if (first === "") return { from, to };
  // "petite demande : pourriez-vous inscrire …": behind what stands alone, it asks once more
  const said = first + (/[:!–—-] *$/.test(first) ? remember(sentence, text.slice(first.length)) : "");
  const rest = text.slice(said.length);
  if (!/\p{L}/u.test(rest)) return { from: to, to };
  const particle = PARTED.test(said) ? (PARTICLE.exec(rest)?.[0].length ?? 0) : 0;
  return particle < rest.trim().length ? { from: from + said.length, to: to - particle } : { from, to };
};

/** What a request behind a name asks for: "…, merci de créer le webinaire", "… - could you set it up". */
const ASKED_FOR =
  /^[\s,–—-]*(?:(?:it|this|that|one|them|for (?:us|me)|(?:(?:an?|the|our|this) )?(?:zoom )?(?:webinar|session|slot|call)|(?:(?:das|ein|dieses|unser|als) )?(?:webinar|termin)|es|dafür|(?:(?:le|un|ce|notre) )?webinaire|(?:la )?séance|cela|ça|ce créneau|in|on|for|at|up|down|an|ein|auf|please|thanks|bitte|danke|merci|svp)(?!\p{L})[\s,.!?–—-]*)*$/iu;
const BORDER = /[,;] |\s[-–—] |[.!?] /gu;

/** The part of a piece in front of a request that follows it. */
export const withoutRequestBehind = (from: number, to: number, sentence: Sentence): { from: number; to: number } => {
  const text = sentence.masked.slice(from, to);
  for (const border of findAll(text, BORDER)) {
    const rest = text.slice(border.index + border[0].length);
    const said = remember(sentence, rest);
    if (border.index > 0 && said !== "" && ASKED_FOR.test(rest.slice(said.length))) return { from, to: from + border.index };
  }
  return { from, to };
};

/** The parts of a sentence are looked at more than once. */
const known = new WeakMap<Sentence, Map<string, string>>();
const remember = (sentence: Sentence, text: string): string => {
  const frames = known.get(sentence) ?? new Map<string, string>();
  known.set(sentence, frames);
  const said = frames.get(text) ?? frameOf(text, sentence.language);
  frames.set(text, said);
  return said;
};

const MIGHT = /(?<!\p{L})might(?!\p{L})/iu;
/** What asks at the beginning of a text; empty if it asks nothing, or says more than that. */
const frameOf = (text: string, language: Language): string => {
  const { frames, turns, settingWords } = language;
  const { prefilter, entry } = prefilterOf(language);
  const from = text.search(UNMARKED);
  if (from === -1 || (entry !== undefined && !mayBegin(entry, prefilter.fitting(foldText(text.slice(from, from + LONGEST)), 0)))) return "";
  frames.lastIndex = 0;
  const said = frames.exec(text)?.[0] ?? "";
  return turns.test(said.replace(MIGHT, "")) || settingWords.test(said) ? "" : said;
};

/** Marks may stand in front of a request, and are skipped by the pattern as well. */
export const UNMARKED = /[^\s,;–—-]/u;
/** The prefilter of the frames of a language, with its one entry. */
type FramesPrefilter = { prefilter: Prefilter<RegExp>; entry: ReturnType<Prefilter<RegExp>["select"]>[number] | undefined };
const prefilters = new WeakMap<Language, FramesPrefilter>();
const prefilterOf = (language: Language): FramesPrefilter => {
  const known = prefilters.get(language);
  if (known !== undefined) return known;
  const prefilter = new Prefilter(`${language.tongue} frames`, [language.frames]);
  const made = { prefilter, entry: prefilter.select("")[0] };
  prefilters.set(language, made);
  return made;
};
