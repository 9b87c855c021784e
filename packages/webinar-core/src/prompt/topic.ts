import type { Found } from "./facts.ts";
import { findLost, findUnsafe, type Piece } from "./left-out.ts";
import { HIDDEN } from "./pattern.ts";
import type { Fault, Sentence } from "./sentence.ts";

/** The topic, and what was neither understood nor made the topic. */
export interface TopicReading {
  topic: string | null;
  unused: string[];
  faults: Fault[];
}

const LONGEST = 200;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const HINT = 'Put the topic in quotes: create a webinar "AI Safety" on 2032-03-01 at 10:00.';
const STOP = new RegExp(
  `[\\n;${HIDDEN}]|(?<!(?<!\\p{L})(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|Inc|Ltd|Co|No|Nr|bzw|M|Mme|feat|ft|e\\.g|i\\.e|z\\.B)(?=\\.))[.!?](?=[\\s${HIDDEN}]|$)`,
  "u",
);

/** Picks the topic: what is quoted, else what is behind "called", "about" or "on", else what is left over. */
export const readTopic = (found: readonly Found[], dropped: readonly Found[], sentence: Sentence): TopicReading => {
  const { quotes, masked } = sentence;
  const faults: Fault[] = [];
  const facts = found.filter(({ fact }) => fact.kind !== "name");
  const intros = facts.filter(({ fact }) => fact.kind === "intro");
  const others = facts.filter(({ fact }) => fact.kind !== "intro");
  const quoted = pickQuote(sentence, intros, faults);
  const introduced = quoted === null ? pickIntroduced(intros, others, sentence) : null;
  const used = [...others, ...quotes, ...(introduced === null ? [] : [introduced])];
  const pieces = leftovers(used, intros, sentence);
  const left = quoted === null && introduced === null ? pickLeftover(pieces, masked) : null;
  const topic = quoted?.text ?? introduced?.text ?? left?.text ?? null;
  const isTopic = introduced ?? left;
  const leftOut = pieces.filter((piece) => piece !== left);
  faults.push(...findUnsafe(leftOut, isTopic, facts, sentence));
  faults.push(...findLost(dropped, [...facts, ...pieces, ...quotes, ...(isTopic === null ? [] : [isTopic])]));
  const email = EMAIL.exec(isTopic?.text ?? "")?.[0];
  if (email !== undefined && isTopic !== null)
    faults.push({
      message: `it does not say what ${email} is`,
      hint: "Say host, alternative host or panelist before an address.",
      at: isTopic,
    });
  const unused = [...leftOut.map(({ text }) => text), ...quotes.filter((quote) => quote !== quoted).map(({ text }) => text)];
  for (const { from, to } of sentence.letterParts)
    if (from > 0 || /^(?:>|\p{L}+ ?: )/u.test(sentence.text)) unused.push(sentence.text.slice(from, to).replace(/\s+/g, " ").trim());
  if (topic !== null && topic.length > LONGEST) faults.push({ message: `the topic is longer than ${LONGEST} characters`, hint: "Shorten it." });
  if (topic === null && quotes.length < 2) faults.push({ message: "it names no topic", hint: HINT });
  return { topic, unused, faults };
};

const pickQuote = ({ quotes, masked }: Sentence, intros: readonly Found[], faults: Fault[]) => {
  const [first, second] = quotes;
  if (first === undefined) return null;
  if (second === undefined) return first;
  const behindIntro = quotes.filter((quote) =>
    intros.some(({ to, fact }) => fact.kind === "intro" && fact.rank < 3 && /^[\s:]*$/.test(masked.slice(to, quote.from))),
  );
  if (behindIntro.length === 1) return behindIntro[0] ?? null;
  faults.push({ message: "it has two quotes, and only one can be the topic", hint: "Put only the topic in quotes.", at: second });
  return null;
};

/** Behind its own word, up to what was understood otherwise or the end of the sentence. */
const pickIntroduced = (intros: readonly Found[], others: readonly Found[], sentence: Sentence): Piece | null => {
  for (const rank of [1, 2, 3]) {
    for (const { fact, to } of intros) {
      if (fact.kind !== "intro" || fact.rank !== rank) continue;
      const next = others.find(({ from }) => from >= to)?.from ?? sentence.masked.length;
      const rest = sentence.masked.slice(to, next);
      const skipped = /^[\s:=–-]*(?:['’](?=\p{L}))?/u.exec(rest)?.[0].length ?? 0;
      const stop = rest.slice(skipped).search(STOP);
      const end = stop === -1 ? rest.length : skipped + stop;
      const piece = trimPiece(to, to + end, sentence, { isIntroduced: true });
      if (piece !== null) return piece;
    }
  }
  return null;
};

/** What is between the parts that were understood. */
const leftovers = (used: readonly { from: number; to: number }[], intros: readonly Found[], sentence: Sentence): Piece[] => {
  const { masked } = sentence;
  const chars = [...masked].length === masked.length ? masked.split("") : Array.from({ length: masked.length }, (_, at) => masked.charAt(at));
  for (const { from, to } of [...used, ...intros.filter(({ fact }) => fact.kind === "intro" && fact.rank < 3)]) chars.fill(HIDDEN, from, to);
  const pieces: Piece[] = [];
  let from = 0;
  const text = chars.join("");
  const borders = [...text.matchAll(new RegExp(`${HIDDEN}+|${STOP.source}`, "gu")), null];
  for (const border of borders) {
    const to = border === null ? text.length : border.index;
    const piece = trimPiece(from, to, sentence, { isIntroduced: false });
    if (piece !== null) pieces.push(piece);
    if (border !== null) from = to + border[0].length;
  }
  return pieces;
};

const TOKEN = /[^\s,]+/gu;

/** Takes off both ends the words that say nothing; null if nothing is left. */
const trimPiece = (from: number, to: number, { masked, language }: Sentence, { isIntroduced }: { isIntroduced: boolean }): Piece | null => {
  const text = masked.slice(from, to);
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({ word: match[0], at: match.index }));
  const bare = (word: string) => word.toLowerCase().replace(/^[[("'‘“]+|[\].,:;!?)"'’”]+$/gu, "");
  const isEmpty = (word: string) => !/[\p{L}\p{N}]/u.test(word);
  const isLoose = (word: string) => isEmpty(word) || language.fillers.has(bare(word)) || language.joints.has(bare(word));
  // "New Hire Orientation", "Pensions Q and A": a capital in the middle of a sentence belongs to a name.
  const isName = (word: string, at: number) =>
    language.hasPlainNouns &&
    /^\p{Lu}/u.test(word) &&
    !/^(?:webinars?|zoom|i|i['’]d)$/.test(bare(word)) &&
    !/(?:^|[.!?:\n]\s*)$/.test(masked.slice(0, from + at));
  const isLooseAt = (token: { word: string; at: number } | undefined) => token !== undefined && isLoose(token.word) && !isName(token.word, token.at);
  let [first, last] = [0, tokens.length - 1];
  if (tokens.every(({ word }) => isLoose(word))) return null;
  // A topic that is introduced begins where it begins: "called The Big Picture".
  while (!isIntroduced && first <= last && isLooseAt(tokens[first])) first += 1;
  const isJoined = () => /^[&+]$/.test(tokens[last - 1]?.word ?? "") && last - 2 >= first;
  while (last >= first && !isJoined() && isTail(tokens[last]?.word ?? "", () => isLooseAt(tokens[last]), bare, isIntroduced)) last -= 1;
  const [head, tail] = [tokens[first], tokens[last]];
  if (head === undefined || tail === undefined) return null;
  const said = text
    .slice(head.at, tail.at + tail.word.length)
    .replace(/^[\s:=,(–-]+|[\s,;:.(–-]+$/gu, "")
    .replace(/^([^(]*)\)$/, "$1")
    .replace(/, (?:a |ein |un )?webinar(?:e|s)?$/i, "");
  const start = from + head.at;
  return said === "" || said.includes(HIDDEN) ? null : { from: start, to: start + said.length, text: said.replace(/\s+/g, " ") };
};

/** At the end of an introduced topic only joints and courtesies go: "called Our Webinar" keeps its name. */
const COURTESY = /^(?:please|pls|plz|thanks|thank|you|thx|bitte|danke|merci|svp)$/;
const isTail = (word: string, isLoose: (word: string) => boolean, bare: (word: string) => string, isIntroduced: boolean): boolean => {
  if (!isIntroduced) return isLoose(word);
  if (!/[\p{L}\p{N}]/u.test(word)) return true;
  const plain = bare(word);
  return (
    COURTESY.test(plain) ||
    (isLoose(word) &&
      word === word.toLowerCase() &&
      !/^(?:it|us|me|one|day|every|each|session|sessions|series|webinar|webinars|online|time|event|all|team|date|calendar|course)$/.test(plain))
  );
};

/** The part of what is left over that stands beside the word webinar, else the longest part. */
const pickLeftover = (pieces: readonly Piece[], masked: string): Piece | null => {
  const beside = pieces.find(
    ({ from, to }) => /webinaire\s+$|webinar\s+$|webinar:\s*$/i.test(masked.slice(0, from)) || /^\s*webinar/i.test(masked.slice(to)),
  );
  if (beside !== undefined) return beside;
  const asked = pieces.find(({ from }) => /(?:book(?: in)?|schedule|set up|arrange|create|add|plan|organi[sz]e) $/i.test(masked.slice(0, from)));
  if (asked !== undefined) return asked;
  return [...pieces].sort((a, b) => b.text.length - a.text.length)[0] ?? null;
};
