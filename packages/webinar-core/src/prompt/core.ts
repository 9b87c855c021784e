import { FROM_QUESTION, isShortTitle } from "./clause.ts";
import type { NameWords } from "./name-words.ts";
import { startsSentence } from "./sentence.ts";

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

/** Whether a word begins with a small letter, or has its capital only because a sentence begins with it. */
type IsSmall = (token: Token, at: number) => boolean;

/** Marks the words that no name holds where they stand. */
const markWords = (tokens: readonly Token[], { never, ends, isBehindWebinar }: NameWords, isSmall: IsSmall): void => {
  for (const [at, token] of tokens.entries()) {
    const isLast = at === tokens.length - 1 || token.endsClause;
    const isNever = isSmall(token, at) && never.has(token.bare);
    const endsIt = at > 0 && isSmall(token, at) && isLast && ends.has(token.bare);
    // "our webinar wound care update", "a webinar, wound care update"
    const isOneWebinar = WEBINAR.test(token.bare) && isSmall(token, at) && DETERMINER.test(tokens[at - 1]?.bare ?? "");
    if (isNever || endsIt || isOneWebinar || ZU.test(token.bare)) token.isOff = true;
  }
  // "die Einrichtung des Webinars Brandschutz", "la création du webinaire tri"
  const webinar = tokens.findLastIndex(({ bare, endsClause }, at) => WEBINAR.test(bare) && at > 0 && !endsClause && at < tokens.length - 1);
  if (isBehindWebinar) for (const token of tokens.slice(0, webinar + 1)) token.isOff = true;
};

/** Marks the words at the beginning that lead to the name. */
const markOpening = (tokens: readonly Token[], { opens, leads, notAtEdge, parts }: NameWords, before: string, isSmall: IsSmall): void => {
  const [first] = tokens;
  if (first === undefined) return;
  // "Right, the wound care update", "Ach ja, die Pflege"
  const comma = tokens.slice(0, 3).findIndex(({ word }) => word.endsWith(",") || DASH.test(word));
  const called = startsSentence(before) ? tokens.slice(0, comma + 1) : [];
  const isCalled = called.length > 0 && called.every(({ bare }) => bare === "" || notAtEdge.has(bare) || parts.has(bare));
  if (isCalled) for (const token of called) token.isOff = true;
  // "I've got …", "the plan is to hold …"
  const isAsked = SAYS_WHO.test(before) && notAtEdge.has(first.bare) && isSmall(first, 0);
  if (isAsked) first.isOff = true;
  const text = tokens.map(({ word }) => word).join(" ");
  const opening = Math.max(...[opens, leads].map((pattern) => pattern.exec(text)?.[0].trim().split(" ").length ?? 0));
  for (const token of tokens.slice(0, opening)) token.isOff = true;
};

/** Marks the words in front of a colon, if no name is among them: "FYI and for action: …", "The plan: …". Returns whether it marked them. */
const markLead = (tokens: readonly Token[], { notAtEdge, parts, joints }: NameWords): boolean => {
  const lead = tokens.slice(0, tokens.findIndex(({ word }) => word.endsWith(":")) + 1);
  const isNoName = ({ bare, isOff }: Token) => isOff || bare === "" || [joints, notAtEdge, parts].some((list) => list.has(bare));
  if (lead.length === 0 || !lead.every(isNoName)) return false;
  for (const token of lead) token.isOff = true;
  return true;
};

const A_RUN = /^(?:dry|trial|test|practice|fun|school|ski|print)$/;
/** Marks the words that are no part of a name beside one that is marked, or at the edge of a clause, until there are no more. */
const markNeighbours = (tokens: readonly Token[], { notAtEdge, parts, joints }: NameWords, isSmall: IsSmall): void => {
  const isEmpty = ({ bare }: Token) => bare === "" || joints.has(bare);
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const [at, token] of tokens.entries()) {
      if (token.isOff || !isSmall(token, at)) continue;
      // "the AGM dry run"
      if (/^runs?$/.test(token.bare) && A_RUN.test(tokens[at - 1]?.bare ?? "")) continue;
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
};

/** Marks the words that cannot be part of the name. Returns false if there are none, or only a form of "to be", which a title may have: "Content is king". */
const markOff = (tokens: readonly Token[], names: NameWords, before: string): boolean => {
  const isStart = startsSentence(before);
  const isSmall: IsSmall = ({ word }, at) => !/^\p{Lu}/u.test(word) || (at === 0 && isStart);
  markWords(tokens, names, isSmall);
  markOpening(tokens, names, before, isSmall);
  const hasLead = markLead(tokens, names);
  if (!hasLead && tokens.every(({ isOff, bare }) => !isOff || names.auxiliaries.has(bare))) return false;
  markNeighbours(tokens, names, isSmall);
  return true;
};

const WISHES =
  /^(?:(?:wants?|needs|asks|asked|requests|requested|wishes|wished|hopes) (?!to be|to go|booking|adding)|would (?:like|love|welcome|prefer|appreciate) |has (?:asked|requested) |(?:möchte|hätte|will|wünscht|braucht|fragt|bittet|veut|voudrait|souhaite|souhaiterait|demande|aimerait|propose) )/u;
/** "The Garden Club would like pruning in frost": who asks, and not what for. */
const isAsker = (tokens: readonly Token[], last: Token | undefined): boolean =>
  last !== undefined &&
  WISHES.test(
    tokens
      .slice(tokens.indexOf(last) + 1)
      .map(({ word }) => word)
      .join(" "),
  );

/** The runs of words that are left between the marked words and the punctuation, without the small words at their ends. */
const segmentsOf = (
  tokens: readonly Token[],
  { joints }: NameWords,
  isStart: boolean,
): { text: string; capitals: number; isAgent: boolean; isAsker: boolean }[] => {
  // in capitals because the sentence begins with it
  const first = isStart ? tokens[0] : undefined;
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
        capitals: kept.filter(({ word }, at) => /^\p{Lu}/u.test(word) && !(kept[at] === first && /^\p{Ll}/u.test(kept[at + 1]?.word ?? ""))).length,
        isAgent: run.slice(0, from).some(({ bare }) => /^(?:by|von|par)$/.test(bare)) || isAsker(tokens, run.at(-1)),
        isAsker: isAsker(tokens, run.at(-1)),
      },
    ];
  });
};

/**
 * The name within what was left over of a sentence: "Priya wants wound care update scheduled". Null if nothing of it is a name; the text as it is if all of it
 * may be one. `before` is the sentence in front of it.
 */
export const findName = (text: string, names: NameWords, before: string): string | null => {
  if (names.opensTitle.test(text) || isShortTitle(text)) return text;
  const asks = FROM_QUESTION.exec(text);
  const tokens = toTokens(asks === null ? text : text.slice(0, asks.index));
  if (!markOff(tokens, names, before)) return text;
  const all = segmentsOf(tokens, names, startsSentence(before));
  const unled = all.filter(({ isAgent }) => !isAgent);
  const named = unled.length > 0 ? unled : all.filter(({ isAsker }) => isAsker);
  // "pensions, please don't send reminders"
  const others = named.filter(({ text: said }) => !FORBIDS.test(said));
  const segments = others.length === 0 ? named : others;
  // "Wound care is what the nurses asked for"
  const about = tokens.findIndex(({ bare }, at) => at > 0 && names.auxiliaries.has(tokens[at - 1]?.bare ?? "") && /^(?:what|das|ce)$/.test(bare));
  if (about > 1) return segments[0]?.text ?? null;
  const titled = segments.filter(({ capitals }) => capitals > 1);
  return (titled.length === 1 ? titled : segments).at(-1)?.text ?? null;
};

/** What is not to be done names nothing, if anything else is named. */
const FORBIDS = /^(?:don['’]?t|do not|never|no need|nicht|kein|ne) \p{Ll}/u;

/** True if each word of a piece only asks or joins, so that it can be no name: "goes out", "entry for me". */
export const onlyAsks = (text: string, { never, notAtEdge, parts, joints, ends }: NameWords): boolean =>
  toTokens(text).every(({ bare }) => bare === "" || [never, notAtEdge, parts, joints, ends].some((list) => list.has(bare)));

/** "called moth trapping and it will be on …" */
const AND_IT =
  /,? (?:and|und|et) (?:it|this|that|they|(?:the )?(?:slot|time|date|day|start)(?: (?:is|will be|would be))?|es|sie|ce|cela|ça|il|elle)$/u;

/** "Marek's disease and how we keep it out": a title goes on like that. */
const ASKS_WITHIN = /^(?:how|what|why|when|where|who|wie|was|warum|wo|comment|pourquoi|que|qu['’]on)$/u;

/** The name behind "called" or "about" up to where the sentence goes on: "… and that's on", "… is required". */
export const withoutRest = (said: string, names: NameWords, isNamed: boolean): string => {
  if (names.opensTitle.test(said) || isShortTitle(said)) return said;
  // "the one about wills again"
  const last = said.slice(said.lastIndexOf(" ") + 1);
  const ended = !isNamed && last !== said && names.ends.has(last) ? said.slice(0, -last.length - 1) : said;
  const text = ended.replace(AND_IT, "");
  const tokens = toTokens(text);
  const at = tokens.findIndex(
    ({ word, bare }, index) => index > 0 && word === word.toLowerCase() && names.never.has(bare) && !ASKS_WITHIN.test(tokens[index - 1]?.bare ?? ""),
  );
  if (at === -1) return text;
  const kept = tokens.slice(0, at);
  while (kept.length > 1 && (names.joints.has(kept.at(-1)?.bare ?? "") || names.notAtEdge.has(kept.at(-1)?.bare ?? ""))) kept.pop();
  return kept
    .map(({ word }) => word)
    .join(" ")
    .replace(/[\s.,:;!?]+$/u, "");
};
