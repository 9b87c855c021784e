import { isClause } from "./clause.ts";
import { findName, onlyAsks } from "./core.ts";
import type { Found, Language } from "./facts.ts";
import { isBareNumber, type Piece } from "./left-out.ts";
import { cityZone, isPlainWord } from "./places.ts";
import { type Sentence, STOP, startsSentence } from "./sentence.ts";
import { isTalk } from "./talk-edges.ts";
import { findRuns } from "./title-case.ts";

/** "three days", "2027", "then": where something else is left over as well, this is not the topic. */
const isNoTopic = (text: string, { timeWords, numberWords }: Language): boolean =>
  /^(?:of )?20[2-9]\d$/.test(text) ||
  /^(?:then|after(?: that)?|onwards?|running|total|both|first|last|incl(?:uding)?|only|also|again|so|ok|okay)$/i.test(text) ||
  isBareNumber(text, numberWords) ||
  (text.split(" ").length <= 4 && timeWords.test(text));

/** "15 December 3pm bees. Bring questions.": what stands in the sentence that names the day or the time comes first. */
const isBesideMoment = (from: number, to: number, moments: readonly Found[], masked: string): boolean =>
  moments.some((one) => !STOP.test(one.from < from ? masked.slice(one.to, from) : masked.slice(to, one.from)));

/** "…, 5pm. Priya": one name behind the last sentence. */
const isSignature = ({ from, to, text }: Piece, masked: string): boolean =>
  /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(text) && /^[\s.!]*$/.test(masked.slice(to)) && /[.!?\n]\s*$/.test(masked.slice(0, from));

/** "max 50 people", "mute everyone", "without slides": it asks for something that is no webinar, and names none if another part can. */
const INSTRUCTS =
  /^(?:(?:with|without|no|max|maximum|up to|at most|only|limit\p{L}*|capp?ed|open to|let|allow|make sure|ensure|mute|unmute|save|store|keep|put|send|bring|remember|remind|notify|nudge|email|e-mail|add|invite|show|use|enable|disable|turn|switch|mit|ohne|keine?|nur|maximal|bis zu|höchstens|bitte|avec|sans|pas de|rappel(?:er|ez|le)|envoy(?:er|ez)|erinner\p{L}*|schick\p{L}*|maximum|uniquement|seulement|jusqu['’]à)(?!\p{L})|.* (?:on|off|an|aus|enabled|disabled|aktiviert|deaktiviert|activée?s?|désactivée?s?)$)/iu;

/** "For our members on 9 March at 6pm, charity law": who comes stands in front, and the topic behind. */
const AUDIENCE = /^(?:our|all|unsere\p{L}*|alle|nos|notre|tous)(?!\p{L})/iu;

/** Whether a piece is a part of a sentence, and the name in it is not one of several words. */
const isOnlyClause = (text: string, name: string): boolean => isClause(text) && !(name.includes(" ") && !isClause(name));

/**
 * "We are going with 4 March for the Tariff Update": where only names begin with a capital, the one part with a name in capitals comes before a part without
 * any. Returns the part that was picked if there is no such part.
 */
export const preferTitle = (picked: Piece | null, all: readonly Piece[], sentence: Sentence): Piece | null => {
  const { masked, language } = sentence;
  if (picked === null || !language.hasPlainNouns || hasCapital(picked, masked)) return picked;
  const titled = all.filter(
    (piece) =>
      piece !== picked &&
      findRuns(masked, piece.from, piece.to).length > 0 &&
      !isSignature(piece, masked) &&
      !language.settingWords.test(piece.text) &&
      !(INSTRUCTS.test(piece.text) && !USES.test(piece.text)) &&
      !language.turns.test(piece.text),
  );
  return titled.length === 1 ? (titled[0] ?? picked) : picked;
};
/** "use it for the tariff update": what a gap is for. */
const USES = /^use (?:it|that|this|the slot|the time|the gap) for /i;

/** Whether a word of a piece has a capital that is not only that of a sentence. */
const hasCapital = ({ from, text }: Piece, masked: string): boolean =>
  text
    .split(" ")
    .some((word, at) => /^["'(]?\p{Lu}/u.test(word) && !/^I(?:['’]\p{L}+)?$/u.test(word) && !(at === 0 && startsSentence(masked.slice(0, from))));

/** The part of what is left over that stands beside the word webinar, else the longest part. */
export const pickLeftover = (all: readonly Piece[], moments: readonly Found[], sentence: Sentence): Piece | null => {
  const { masked, language } = sentence;
  const likely = all.flatMap((piece) => {
    const name = onlyAsks(piece.text, language.nameWords) ? null : findName(piece.text, language.nameWords, masked.slice(0, piece.from));
    const isOther =
      isNoTopic(piece.text, language) ||
      isTalk(piece.text, language.tongue) ||
      /^\p{Lu}\p{Ll}+['’]s$/u.test(piece.text) ||
      language.turns.test(piece.text) ||
      (cityZone(piece.text) !== undefined && !isPlainWord(piece.text)) ||
      isSignature(piece, masked);
    return name === null || isOther ? [] : [{ piece, name }];
  });
  const named = likely.filter(
    ({ piece: { text, from }, name }) =>
      !language.settingWords.test(text) &&
      !INSTRUCTS.test(text) &&
      !isOnlyClause(text, name) &&
      !(AUDIENCE.test(text) && /(?:^|[.!?\n] ?)(?:for|für|pour) $/iu.test(masked.slice(0, from))),
  );
  const chosen = named.length > 0 ? named : likely;
  const pieces = chosen.length > 0 ? chosen.map(({ piece }) => piece) : all;
  const beside = pieces.find(
    ({ from, to }) => /webinaire\s+$|webinar\s+$|webinar:\s*$/i.test(masked.slice(0, from)) || /^\s*webinar/i.test(masked.slice(to)),
  );
  if (beside !== undefined) return beside;
  // "for the Garden Club a webinar on 4 February at 2pm: Pruning in Frost"
  const titled = pieces.filter(({ from }) => moments.some(({ to }) => to <= from && /^ ?: ?$/.test(masked.slice(to, from))));
  if (titled.length === 1 && titled[0] !== undefined) return titled[0];
  const asked = pieces.find(({ from }) => /(?:book(?: in)?|schedule|set up|arrange|create|add|plan|organi[sz]e) $/i.test(masked.slice(0, from)));
  if (asked !== undefined) return asked;
  const longest = [...pieces].sort((a, b) => b.text.length - a.text.length);
  return longest.find(({ from, to }) => isBesideMoment(from, to, moments, masked)) ?? longest[0] ?? null;
};
