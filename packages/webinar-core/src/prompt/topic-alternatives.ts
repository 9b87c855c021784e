import { onlyAsks } from "./core.ts";
import type { Found, Language } from "./facts.ts";
import { findLeadIn } from "./lead-ins.ts";
import type { Piece } from "./left-out.ts";
import { isDay, isTime, type Sentence } from "./sentence.ts";

/** "Thema: Worauf es ankommt": what stands behind a label and its colon is the whole title. */
export const isLabelled = ({ from }: Piece, { masked }: Sentence): boolean =>
  /(?:topic|title|subject|name|thema|titel|titre|sujet|thème) ?: ?$/iu.test(masked.slice(0, from));

/** "Order from Chaos: decluttering": right behind what was read as who passes the request on, the name may have begun before. */
export const withLeadIn = ({ from, to }: Piece, { text, masked, letterParts }: Sentence): string | null => {
  const leadIn = findLeadIn(text, 0);
  const isHidden = leadIn !== null && letterParts.some((part) => part.from === leadIn.from && part.to === leadIn.to);
  return isHidden && /^\s*(?:(?:the|our) )?$/iu.test(masked.slice(leadIn.to, from)) ? text.slice(leadIn.from, to).replace(/\s+/g, " ") : null;
};

/** "1:30 PM – Title Search Basics": a label in capitals without a colon may be the first word of a name in capitals. */
export const withLabel = ({ from, to, text }: Piece, intro: Found | null, sentence: Sentence): string | null =>
  intro !== null && sentence.language.hasPlainNouns && /^\p{Lu}\p{Ll}+$/u.test(intro.said) && /^\p{Lu}/u.test(text) && from - intro.to < 2
    ? sentence.text.slice(intro.from, to).replace(/\s+/g, " ")
    : null;

/** "3pm GST filing basics": an abbreviation that stands for more than a zone may be the first word of the name. */
export const withZone = ({ from, to }: Piece, facts: readonly Found[], { text, masked }: Sentence): string | null => {
  const zone = facts.find((one) => one.fact.kind === "zone" && from - one.to === 1 && masked.charAt(one.to) === " ");
  return zone !== undefined && /^(?:GST|EAT|CAT|WET|MET|WAT|SST|MST)$/.test(zone.said.trim())
    ? text.slice(zone.from, to).trim().replace(/\s+/g, " ")
    : null;
};

/** "the Garden Club meets on 4 February at 2pm for pruning in frost": what the moment is for may be the name. */
export const findForWhat = (pieces: readonly Piece[], left: Piece, others: readonly Found[], { masked, language }: Sentence): string[] =>
  pieces.flatMap((piece) => {
    const isBehind = others.some(
      (one) =>
        (isDay(one) || isTime(one)) &&
        one.to <= piece.from &&
        /^ (?:for|für|pour) (?:(?:the|our|an?|die|das|den|le|la|les) |l['’])?$/iu.test(masked.slice(one.to, piece.from)),
    );
    return piece !== left && isBehind && piece.text.includes(" ") && !onlyAsks(piece.text, language.nameWords) ? [piece.text] : [];
  });

/** A slip of the pen is mended where a day or a setting may stand; a topic is what was written. */
export const asWritten = (topic: string, { slips, text }: Sentence): string =>
  slips.reduce((said, { wrong, right }) => {
    const isOnly = text.split(right).length - 1 === slips.filter((slip) => slip.right === right).length;
    return isOnly ? said.replace(new RegExp(`(?<!\\p{L})${right}(?!\\p{L})`, "u"), wrong) : said;
  }, topic);

/** "écrire pour programmer Fiscalité des associations": where the words in front ask, the one capital may begin the name. */
export const findCapital = (topic: string, { hasPlainNouns, fillers, nameWords: { never, notAtEdge, parts } }: Language): string[] => {
  const [, lead = "", name = ""] = /^(\p{Ll}[^\p{Lu}]*) (\p{Lu}\p{Ll}+ [^\p{Lu}]+)$/u.exec(topic) ?? [];
  const asks = (word: string) => [fillers, never, notAtEdge, parts].some((list) => list.has(word));
  return hasPlainNouns && name !== "" && lead.split(/[\s,]+/u).some(asks) ? [name] : [];
};
