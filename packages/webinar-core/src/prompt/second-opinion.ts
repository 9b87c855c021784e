import type { Found } from "./facts.ts";
import { speaksOfTime } from "./harmless.ts";
import { findLost, findUnsafe, type Piece } from "./left-out.ts";
import { leftovers } from "./leftovers.ts";
import { saysWhoHosts } from "./request-doubts.ts";
import { type Fault, type Sentence, STOP } from "./sentence.ts";
import { isTalk } from "./talk-edges.ts";
import { asWritten } from "./topic-alternatives.ts";
import { findDoubts, findDoubtsCutOff } from "./topic-doubts.ts";
import { LONGEST_TOPIC, noteOther, otherIn, type TopicReading } from "./topic-reading.ts";
import { type LearnedTopic, readLearned } from "./topic-span/learned.ts";
import type { Tongue } from "./which-language.ts";
import { withoutArticle } from "./without-article.ts";

/** What the topic is read from. */
interface Evidence {
  readonly found: readonly Found[];
  readonly dropped: readonly Found[];
  readonly sentence: Sentence;
}

/** From here on, the second reader is worth a line in the preview; from there on, it is right more often than the rules. */
const WORTH_A_LINE = 1;
const SURE = 8;
/** The rules know well what to leave off, so more words than theirs need more certainty. */
const SURE_OF_MORE = 18;
/** If both agree, a topic that does so nearly as well is worth a line as well. */
const NEAR = 6;
/** What the rules refuse is read only if nothing near it would do nearly as well. */
const VERY_SURE = 12;

/** An article more or less, capitals and marks at the ends change no topic. */
const bare = (topic: string): string =>
  topic
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/^(?:(?:the|our|your|my|an?|die|der|das|den|dem|unsere?|eine?|les?|la|notre|nos|une?) |l')(?=[\p{L}\p{N}])/u, "");

/** Words that are found in a topic as well as around it. */
const MAY_BE_WITHIN: ReadonlySet<string> = new Set(["intro", "filler", "name"]);

/** "why", "please", "this": the learned topic has lost the words that make it one. */
const isSmallTalk = (topic: string, tongue: Tongue): boolean =>
  isTalk(topic, tongue) || topic.split(" ").every((word) => /^\p{Ll}{1,4}$/u.test(word));

/** Says who hosts, with the words around it up to the topic: "moderiert Jana Weiß das Webinar …". */
const hidesWhoHosts = (leftOut: Piece, piece: Piece, { masked }: Sentence): boolean => {
  const between = leftOut.to <= piece.from ? masked.slice(leftOut.from, piece.to) : masked.slice(piece.from, leftOut.to);
  return !STOP.test(between) && saysWhoHosts(between);
};

/**
 * A reading with the topic that was learned. Null if a part of it was understood as something else, if it goes on behind the end of a sentence, or if what is
 * left out may change what is asked for or says who hosts.
 */
const readAs = (piece: Piece, rules: TopicReading, { found, dropped, sentence }: Evidence): TopicReading | null => {
  const { quotes, masked } = sentence;
  const facts = found.filter(({ fact }) => fact.kind !== "name");
  const meets = ({ from, to }: { from: number; to: number }) => from < piece.to && piece.from < to;
  if (facts.some((one) => meets(one) && !MAY_BE_WITHIN.has(one.fact.kind)) || quotes.some(meets)) return null;
  if (isSmallTalk(piece.text, sentence.language.tongue)) return null;
  if (piece.text.length > LONGEST_TOPIC || piece.text.includes("@") || STOP.test(`${masked.slice(piece.from, piece.to)} `)) return null;
  const intros = facts.filter((one) => one.fact.kind === "intro" && !meets(one));
  const used = facts.filter(({ fact }) => fact.kind !== "intro");
  const leftOut = leftovers([...used, ...quotes, piece], intros, sentence);
  const doubts = findDoubts(piece, { isNamed: false, isClear: true }, facts, dropped, sentence);
  const faults: Fault[] = [
    ...findUnsafe(leftOut, piece, facts, sentence),
    ...leftOut.flatMap((left) => findDoubtsCutOff(left, piece.text, sentence.language)),
    ...findLost(dropped, [...facts, ...leftOut, ...quotes, piece]),
    ...doubts.faults,
  ];
  if (faults.length > 0 || saysWhoHosts(piece.text) || leftOut.some((left) => hidesWhoHosts(left, piece, sentence))) return null;
  const topic = asWritten(withoutArticle(piece, sentence), sentence);
  const isElsewhere = (text: string) => !text.includes(piece.text) && !leftOut.some((left) => left.text.includes(text));
  const others = rules.notes.flatMap((note) => otherIn(note) ?? []);
  const notes = [...doubts.notes, ...others.filter((other) => bare(other) !== bare(topic)).map((other) => noteOther(topic, other))];
  return { topic, faults, notes, unused: [...leftOut.map(({ text }) => text), ...rules.unused.filter(isElsewhere)] };
};

/**
 * The topic by the rules, or by what was learned from sentences: if both agree, it stays; if they do not, the surer one is read, and the preview names
 * the other. What the rules refuse is read if the second reader is very sure, and nothing that is left out may change what the sentence asks for.
 */
export const withSecondOpinion = (rules: TopicReading, piece: Piece | null, evidence: Evidence): TopicReading => {
  const learned: LearnedTopic | null = readLearned(evidence.sentence, evidence.found);
  if (learned === null) return rules;
  const isSame = rules.topic !== null && bare(rules.topic) === bare(learned.piece.text);
  const isRefused = rules.faults.length > 0;
  if (isSame && !isRefused) return learned.lead() < NEAR ? withNote(rules, learned.next()) : rules;
  const own = piece === null ? null : placeOf(piece, evidence.sentence);
  const over = (own === null ? null : learned.leadOver(own)) ?? learned.lead();
  const read = () => readAs(learned.piece, rules, evidence);
  if (isRefused) {
    const isSure = learned.lead() >= VERY_SURE && !speaksOfTime(learned.piece.text, evidence.sentence.language);
    const rescued = isSure ? read() : null;
    return rescued === null ? rules : withNote(rescued, isSame ? null : rules.topic);
  }
  const isWhole = rules.topic !== null && asksMore(rules.topic, learned.piece.text);
  const isMore = own !== null && learned.piece.from <= own.from && learned.piece.to >= own.to;
  const isSure = !isWhole && Math.min(learned.lead(), over) >= (isMore ? SURE_OF_MORE : SURE);
  const reading = isSure ? read() : null;
  if (reading !== null) return withNote(reading, rules.topic);
  return isWhole || over >= WORTH_A_LINE ? withNote(rules, learned.piece.text) : rules;
};

/** "How we plan releases": what begins with a question is a title as a whole. */
const asksMore = (topic: string, part: string): boolean => QUESTION.test(topic) && topic.includes(part) && !QUESTION.test(part);
const QUESTION = /^(?:how|what|why|when|who|where|which|wie|was|warum|wer|wo|wann|comment|pourquoi|quand|où|qui)(?!\p{L})/iu;

/** Where the words of a piece stand, if some were taken off its ends. */
const placeOf = (piece: Piece, { text }: Sentence): Piece => {
  const from = text.indexOf(piece.text, piece.from);
  return from < 0 || from + piece.text.length > piece.to ? piece : { ...piece, from, to: from + piece.text.length };
};

const withNote = (reading: TopicReading, other: string | null): TopicReading =>
  other === null || reading.topic === null || bare(other) === bare(reading.topic)
    ? reading
    : { ...reading, notes: [...new Set([...reading.notes, noteOther(reading.topic, other)])] };
