import { isShortTitle, FROM_QUESTION as QUESTION_BEHIND } from "./clause.ts";
import type { NameWords } from "./name-words.ts";
import { HIDDEN } from "./pattern.ts";

interface Token {
  word: string;
  bare: string;
  /** True if it cannot be a part of the name. */
  isOff: boolean;
  /** True if a mark stands behind it. */
  endsClause: boolean;
}

const MARK = /[,;:!?)]$|[.]$|…$/u;
const DASH = /^[–—/|-]$/u;

const toTokens = (text: string): Token[] =>
  text.split(" ").map((word) => ({
    word,
    bare: word
      .toLowerCase()
      .replaceAll("’", "'")
      .replace(/^[[("'‘“]+|[\].,:;!?)"'”…]+$/gu, ""),
    isOff: false,
    endsClause: MARK.test(word) || DASH.test(word),
  }));

const WEBINAR = /^webina(?:rs?|ires?)$/;
const DETERMINER = /^(?:an?|our|the|my|this|one|new|another|ein|eines?|das|unser|une?|le|notre|d'un)$/;

/** "einzurichten" */
const ZU = /^(?:ein|an|auf|vor|aus|ab|um|durch|bereit|fest|frei)zu\p{Ll}+en$/u;
const SAYS_WHO = /(?:^|[^\p{L}])(?:(?:i|we|they|he|she|you|who)(?:['’]\p{L}+)?|to|be|been|will|would|plan:|have|has)\s*$/iu;
const OPENS = new RegExp(`(?:^|[.!?\\n${HIDDEN}]\\s*)$`, "u");

/** Marks what cannot be a part of the name; returns whether there is any of it. */
const markOff = (
  tokens: readonly Token[],
  { never, auxiliaries, ends, opens, leads, isBehindWebinar, notAtEdge, parts, joints }: NameWords,
  isStart: boolean,
  before: string,
): boolean => {
  const isSmall = ({ word }: Token, at: number) => !/^\p{Lu}/u.test(word) || (at === 0 && isStart);
  for (const [at, token] of tokens.entries()) if (isSmall(token, at) && never.has(token.bare)) token.isOff = true;
  const isLast = (at: number) => at === tokens.length - 1 || (tokens[at]?.endsClause ?? false);
  for (const [at, token] of tokens.entries()) {
    if (at > 0 && isSmall(token, at) && isLast(at) && ends.has(token.bare)) token.isOff = true;
    // "our webinar wound care update", "a webinar, wound care update"
    if (WEBINAR.test(token.bare) && isSmall(token, at) && DETERMINER.test(tokens[at - 1]?.bare ?? "")) token.isOff = true;
    // "Right, the wound care update"
    if (at === 0 && isStart && token.word.endsWith(",") && (notAtEdge.has(token.bare) || parts.has(token.bare))) token.isOff = true;
  }
  const [first] = tokens;
  // "I've got …", "the plan is to hold …"
  if (first !== undefined && SAYS_WHO.test(before) && notAtEdge.has(first.bare) && isSmall(first, 0)) first.isOff = true;
  const text = tokens.map(({ word }) => word).join(" ");
  const opening = Math.max(...[opens, leads].map((pattern) => pattern.exec(text)?.[0].trim().split(" ").length ?? 0));
  // "die Einrichtung des Webinars Brandschutz", "la création du webinaire tri"
  const webinar = isBehindWebinar
    ? tokens.findLastIndex(({ bare, endsClause }, at) => WEBINAR.test(bare) && at > 0 && !endsClause && at < tokens.length - 1)
    : -1;
  for (const token of tokens.slice(0, webinar + 1)) token.isOff = true;
  for (const token of tokens) if (ZU.test(token.bare)) token.isOff = true;
  for (const token of tokens.slice(0, opening)) token.isOff = true;
  const off = tokens.filter(({ isOff }) => isOff);
  const isEmpty = ({ bare }: Token) => bare === "" || joints.has(bare);
  // "FYI and for action: …", "The plan: …"
  const colon = tokens.findIndex(({ word }) => word.endsWith(":"));
  const lead = tokens.slice(0, colon + 1);
  if (lead.length > 0 && lead.every((token) => token.isOff || isEmpty(token) || notAtEdge.has(token.bare) || parts.has(token.bare)))
    for (const token of lead) token.isOff = true;
  else if (off.every(({ bare }) => auxiliaries.has(bare))) return false;
  // what stands beside it, or at the edge of its clause
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const [at, token] of tokens.entries()) {
      if (token.isOff || !isSmall(token, at)) continue;
      const before = tokens.slice(0, at).findLast((one) => !isEmpty(one));
      const behind = tokens.slice(at + 1).find((one) => !isEmpty(one));
      const isEdge = at === 0 || at === tokens.length - 1 || token.endsClause || (tokens[at - 1]?.endsClause ?? false);
      const isBeside = (before?.isOff ?? false) || (behind?.isOff ?? false);
      if ((notAtEdge.has(token.bare) && (isEdge || isBeside)) || (parts.has(token.bare) && isBeside)) {
        token.isOff = true;
        isNew = true;
      }
    }
  }
  return tokens.some(({ isOff }) => isOff);
};

/** The runs of words between what is off and the marks, without the small words at their ends. */
const segmentsOf = (tokens: readonly Token[], { joints }: NameWords): { text: string; capitals: number; count: number; isAgent: boolean }[] => {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (token.isOff) runs.push([]);
    else runs.at(-1)?.push(token);
    if (!token.isOff && token.endsClause) runs.push([]);
  }
  return runs.flatMap((run) => {
    const isJoint = ({ bare, word }: Token) => bare === "" || (joints.has(bare) && word === word.toLowerCase());
    const from = run.findIndex((token) => !isJoint(token));
    const to = run.findLastIndex((token) => !isJoint(token));
    if (from === -1) return [];
    const kept = run.slice(from, to + 1);
    return [
      {
        text: kept
          .map(({ word }) => word)
          .join(" ")
          .replace(/^[[("'‘“]+|[\s.,:;!?)"'”…]+$/gu, ""),
        capitals: kept.filter(({ word }) => /^\p{Lu}/u.test(word)).length,
        count: kept.filter((token) => !isJoint(token)).length,
        isAgent: run.slice(0, from).some(({ bare }) => /^(?:by|von|par)$/.test(bare)),
      },
    ];
  });
};

/**
 * The name within what was left over of a sentence: "Priya wants wound care update scheduled". Null if nothing of it is a name; the text as it is if all of it
 * may be one. `before` is the sentence in front of it.
 */
export const findName = (text: string, names: NameWords, before: string): string | null => {
  const isStart = OPENS.test(before);
  if (names.opensTitle.test(text) || isShortTitle(text)) return text;
  const asks = QUESTION_BEHIND.exec(text);
  const tokens = toTokens(asks === null ? text : text.slice(0, asks.index));
  if (!markOff(tokens, names, isStart, before)) return text;
  const segments = segmentsOf(tokens, names).filter(({ isAgent }) => !isAgent);
  // "Wound care is what the nurses asked for"
  const about = tokens.findIndex(({ bare }, at) => at > 0 && names.auxiliaries.has(tokens[at - 1]?.bare ?? "") && /^(?:what|das|ce)$/.test(bare));
  if (about > 1) return segments[0]?.text ?? null;
  const titled = segments.filter(({ capitals }) => capitals > 1);
  return (titled.length === 1 ? titled : segments).at(-1)?.text ?? null;
};

/** True if each word of a piece only asks or joins: "goes out", "entry for me". If anything else is left over, this is not the name. */
export const onlyAsks = (text: string, { never, notAtEdge, parts, joints, ends }: NameWords): boolean =>
  toTokens(text).every(({ bare }) => bare === "" || [never, notAtEdge, parts, joints, ends].some((list) => list.has(bare)));

/** The name behind "called" or "about" up to where the sentence goes on: "… and that's on", "… is required". */
export const withoutRest = (text: string, names: NameWords): string => {
  if (names.opensTitle.test(text) || isShortTitle(text)) return text;
  const tokens = toTokens(text);
  const at = tokens.findIndex(({ word, bare }, index) => index > 0 && word === word.toLowerCase() && names.never.has(bare));
  if (at === -1) return text;
  const kept = tokens.slice(0, at);
  while (kept.length > 1 && (names.joints.has(kept.at(-1)?.bare ?? "") || names.notAtEdge.has(kept.at(-1)?.bare ?? ""))) kept.pop();
  return kept
    .map(({ word }) => word)
    .join(" ")
    .replace(/[\s.,:;!?]+$/u, "");
};
