import { withoutClause, withoutRequestVerb } from "./clause.ts";
import { findName, onlyAsks, withoutRest } from "./core.ts";
import type { Found } from "./facts.ts";
import { findLost, findUnsafe, type Piece } from "./left-out.ts";
import { UNSAID } from "./left-unsaid.ts";
import { coverUp, leftovers } from "./leftovers.ts";
import { beginsWithAddress } from "./letter.ts";
import { HIDDEN } from "./pattern.ts";
import { pickLeftover, preferTitle } from "./pick-leftover.ts";
import { withoutRequestBehind } from "./request-frames.ts";
import { withSecondOpinion } from "./second-opinion.ts";
import { type Fault, isDay, isTime, type Sentence, STOP, startsSentence } from "./sentence.ts";
import { findRuns, readClauseTitle, readCore } from "./title-case.ts";
import { asWritten, findCapital, findForWhat, isLabelled, withLabel, withLeadIn, withZone } from "./topic-alternatives.ts";
import { findOtherLines, findShorterTopics } from "./topic-candidates.ts";
import { findDoubts, findDoubtsCutOff } from "./topic-doubts.ts";
import { joinTalk, lookAtEdges } from "./topic-edges.ts";
import { LONGEST_TOPIC, noteOther, type TopicReading } from "./topic-reading.ts";
import { findOddShapes } from "./topic-shape.ts";
import { HEADS, trimPiece } from "./trim-piece.ts";
import { untilClause, untilVerb } from "./until-clause.ts";
import { withoutArticle } from "./without-article.ts";

/** "pruning, no registraton": a setting that is misspelled, or of another kind than ours. */
const DOES_WITHOUT = /, (?:no|without|kein|keine|ohne|pas de|sans) \p{Ll}+(?: \p{Ll}+)?(?:,|$)/u;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** Picks the topic: what is quoted, else what is behind "called", "about" or "on", else what is left over; in doubt, as a second reader finds it. */
export const readTopic = (found: readonly Found[], dropped: readonly Found[], sentence: Sentence): TopicReading => {
  const { reading, piece, isQuoted } = readByRules(found, dropped, sentence);
  return isQuoted ? reading : withSecondOpinion(reading, piece, { found, dropped, sentence });
};

const readByRules = (
  found: readonly Found[],
  dropped: readonly Found[],
  sentence: Sentence,
): { reading: TopicReading; piece: Piece | null; isQuoted: boolean } => {
  const { quotes } = sentence;
  const faults: Fault[] = [];
  const facts = found.filter((one) => one.fact.kind !== "name" && !isWithinName(one, found, sentence));
  const intros = facts.filter(({ fact }) => fact.kind === "intro");
  const others = facts.filter(({ fact }) => fact.kind !== "intro");
  const quoted = pickQuote(sentence, intros, faults);
  const led = quoted === null ? pickIntroduced(intros, others, sentence) : NOTHING;
  const [introduced, intro] = isPassedOver(led, [...others, ...quotes], intros, sentence) ? NOTHING : led;
  const used = [...others, ...quotes, ...(introduced === null ? [] : [introduced])];
  const pieces = leftovers(used, intros, sentence);
  const picked =
    quoted === null && introduced === null
      ? (pickLeftover(
          pieces,
          others.filter((one) => isDay(one) || isTime(one)),
          sentence,
        ) ??
        leftovers(used, intros, sentence, true)[0] ??
        null)
      : null;
  const left = preferTitle(picked, pieces, sentence);
  const trimmed = introduced ?? left;
  const whole =
    trimmed === null
      ? null
      : lookAtEdges(
          trimmed,
          coverUp(
            used.filter((one) => one !== trimmed),
            intros,
            sentence,
            4,
          ),
          sentence,
          introduced !== null,
        );
  const edges = whole === null || intro === null ? whole : joinTalk(whole, intro, pieces, sentence);
  const isNamed = intro?.fact.kind === "intro" && intro.fact.rank === 1;
  const said = edges === null ? null : isNamed ? withoutRequestVerb(edges.piece, sentence) : withoutClause(edges.piece, sentence);
  const core =
    said === null
      ? null
      : introduced === null
        ? coreOf(said, sentence)
        : {
            topic: isLabelled(said, sentence)
              ? said.text
              : withoutRest(untilVerb(untilClause(said.text, sentence.language), said.from, sentence), sentence.language.nameWords, isNamed),
            other: null,
          };
  const isTopic = said === null || core === null || core.topic === said.text ? said : { ...said, text: core.topic };
  const topic = quoted?.text ?? (isTopic === null ? null : introduced === null ? withoutArticle(isTopic, sentence) : isTopic.text);
  const alternatives = [
    edges === null || edges.piece !== isTopic ? null : edges.other,
    isTopic === said ? (core?.other ?? null) : (said?.text ?? null),
    isTopic === null ? null : withLeadIn(isTopic, sentence),
    isTopic === null ? null : withLabel(isTopic, intro, sentence),
    isTopic === null ? null : withZone(isTopic, others, sentence),
    sentence.subject,
  ].filter((other) => other !== null);
  if (picked !== left && picked !== null && !onlyAsks(picked.text, sentence.language.nameWords)) alternatives.push(picked.text);
  if (quoted === null && !isNamed && topic !== null)
    alternatives.push(...findOtherNames(topic, others, sentence), ...findCapital(topic, sentence.language));
  if (quoted === null && !isNamed && left !== null) alternatives.push(...findForWhat(pieces, left, others, sentence));
  const notes = topic === null ? [] : alternatives.map((other) => noteOther(topic, other));
  const leftOut = pieces.filter((piece) => piece !== left && (isTopic === null || piece.to <= isTopic.from || piece.from >= isTopic.to));
  // a subject is a guess
  const isSure = isNamed && !/^(?:subject|betreff|objet|re)/i.test(intro.said);
  if (isTopic !== null)
    for (const other of [
      ...findShorterTopics(isTopic, others, sentence.masked),
      ...(quoted !== null || isSure ? [] : findOtherLines(isTopic, leftOut, sentence.text)),
    ])
      notes.push(noteOther(isTopic.text, other));
  if (topic !== null && quoted === null) for (const other of findOddShapes(topic, leftOut, sentence.language)) notes.push(noteOther(topic, other));
  faults.push(...findUnsafe(leftOut, isTopic, facts, sentence));
  faults.push(...findLost(dropped, [...facts, ...pieces, ...quotes, ...(isTopic === null ? [] : [isTopic])]));
  const doubts = isTopic === null ? null : findDoubts(isTopic, { isNamed }, facts, dropped, sentence);
  faults.push(...(doubts?.faults ?? []));
  if (said !== null && isTopic !== null && isTopic !== said) faults.push(...findDoubtsCutOff(said, isTopic.text, sentence.language));
  notes.push(...(doubts?.notes ?? []));
  if (left !== null && DOES_WITHOUT.test(left.text))
    faults.push({ message: `"${left.text}" may say what the webinar does without`, hint: UNSAID.topic.hint, at: left });
  const email = EMAIL.exec(isTopic?.text ?? "")?.[0];
  if (email !== undefined && isTopic !== null)
    faults.push({
      message: `it does not say what ${email} is`,
      hint: "Say host, alternative host or panelist before an address.",
      at: isTopic,
    });
  const asides = facts
    .filter(({ fact }) => fact.kind === "aside" || fact.kind === "people")
    .map(({ said }) => said.replace(/^[(\s–-]+|[)\s]+$/gu, ""));
  const unused = [...leftOut.map(({ text }) => text), ...quotes.filter((quote) => quote !== quoted).map(({ text }) => text), ...asides];
  for (const { from, to } of sentence.letterParts)
    if (
      from > 0 ||
      /[:→>–—-]\s*$/u.test(sentence.text.slice(from, to)) ||
      /^(?:>|\p{L}+ ?:)/u.test(sentence.text) ||
      beginsWithAddress(sentence.text)
    )
      unused.push(
        sentence.text
          .slice(from, to)
          .replace(/\s+/g, " ")
          .replace(/^([^(]*)\)\s*$/u, "$1")
          .trim(),
      );
  if (topic !== null && topic.length > LONGEST_TOPIC)
    faults.push({ message: `the topic is longer than ${LONGEST_TOPIC} characters`, hint: "Shorten it." });
  if (topic === null && quotes.length < 2) faults.push(UNSAID.topic);
  const reading = {
    topic: topic === null ? null : withoutMarks(asWritten(topic, sentence), quoted !== null),
    unused,
    notes: [...new Set(notes)],
    faults,
  };
  return { reading, piece: isTopic, isQuoted: quoted !== null };
};

/** "people ask about heat pumps, so let us do Heat Pumps Made Plain": names in capitals that a topic without any leaves out. */
const findOtherNames = (topic: string, used: readonly { from: number; to: number }[], sentence: Sentence): string[] =>
  !sentence.language.hasPlainNouns || (topic.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0) > 1
    ? []
    : findRuns(coverUp(used, [], sentence, 0)).flatMap(({ text }) => (text === topic ? [] : [text]));

/** The name within what was left over. Where only names are in capitals, what stands in capitals may be all of it; behind a colon, all of it is the title. */
const coreOf = ({ text, from }: Piece, { masked, language }: Sentence) => {
  const before = masked.slice(0, from);
  if (/[:–—]\s*$/.test(before)) return null;
  const inClause = language.hasPlainNouns ? readClauseTitle(text) : null;
  if (inClause !== null) return { topic: inClause, other: null };
  const name = findName(text, language.nameWords, before);
  if (name === null) return null;
  return language.hasPlainNouns ? readCore(name, startsSentence(before) && text.startsWith(name)) : { topic: name, other: null };
};

/** "the client says: "we prefer 10:00"": what somebody said, and no name. */
const isSpeech = ({ from, text }: Piece, { masked }: Sentence): boolean =>
  /(?<!\p{L})(?:says?|said|writes|wrote|asks|asked|schreibt|schrieb|sagt|sagte|dit|écrit|demande)(?: \([^)]*\))?[ ,:]*$/iu.test(
    masked.slice(0, from),
  ) && /(?<!\p{L})(?:we|i|you|please|can|could|prefer|works|suits|wir|ich|bitte|nous|je|merci)(?!\p{L})/iu.test(text);

const pickQuote = (sentence: Sentence, intros: readonly Found[], faults: Fault[]) => {
  const { masked } = sentence;
  const [first, second] = sentence.quotes.filter((quote) => !isSpeech(quote, sentence));
  if (first === undefined) return null;
  if (second === undefined) return first;
  const behindIntro = sentence.quotes.filter((quote) =>
    intros.some(({ to, fact }) => fact.kind === "intro" && fact.rank < 3 && /^[\s:]*$/.test(masked.slice(to, quote.from))),
  );
  if (behindIntro.length === 1) return behindIntro[0] ?? null;
  faults.push({ message: "it has two quotes, and only one can be the topic", hint: "Put only the topic in quotes.", at: second });
  return null;
};

/** "…, so let us offer Pothole Reporting": the name of what is asked for follows. */
const ASKS_NEXT =
  /^[^.!?\n;]*,? so (?:let us|let['’]?s) (?:do|offer|run|host|hold|have|book|put on|plan|give|schedule|set up) (?!an? |another |the |it |that |this |one )/iu;
/** "travel expenses, and …": what joins a name to the rest is no part of it. */
const withoutMarks = (topic: string, isQuoted: boolean): string => (isQuoted ? topic : topic.replace(/^[\s,;:]+|[\s,;:]+$/gu, ""));
const NOTHING = [null, null] as const;
/** "how about a webinar on food banks": the topic is introduced a second time. */
const OPENS_AGAIN =
  /^ (?:an?|the|our|another|one|ein|un) (?:\p{L}+ )?webina(?:rs?|ires?) (?:on|about|called|titled|regarding|entitled|über|zu[mr]?|sur|intitulé)(?!\p{L})/iu;
/** Behind its own word, up to what was understood otherwise or the end of the sentence. */
const pickIntroduced = (intros: readonly Found[], others: readonly Found[], sentence: Sentence): readonly [Piece, Found] | typeof NOTHING => {
  let behindTalk: readonly [Piece, Found] | null = null;
  for (const rank of [1, 2, 3]) {
    for (const intro of intros) {
      const { fact, to } = intro;
      if (fact.kind !== "intro" || fact.rank !== rank || OPENS_AGAIN.test(sentence.masked.slice(to))) continue;
      const next = others.find(({ from }) => from >= to)?.from ?? sentence.masked.length;
      const rest = sentence.masked.slice(to, next);
      const skipped = /^[\s:=–-]*(?:['’](?=\p{L}))?/u.exec(rest)?.[0].length ?? 0;
      const stop = rest.slice(skipped).search(STOP);
      const end = stop === -1 ? rest.length : skipped + stop;
      const named = withoutRequestBehind(to, to + end, sentence);
      const piece = trimPiece(named.from, named.to, sentence, { isIntroduced: true });
      if (piece === null) continue;
      // "members keep ringing about craters, so let us offer Pothole Reporting": what is asked for follows
      if (rank === 1 || !ASKS_NEXT.test(rest.slice(skipped))) return [piece, intro];
      behindTalk ??= [piece, intro];
    }
  }
  return behindTalk !== null && !ASKS_NEXT.test(sentence.masked) ? behindTalk : NOTHING;
};

const BEFORE_A_NAME = new RegExp(
  `(?:^|[Ww]ebina(?:rs?|ires?) |(?:book|schedule|create|add|plan|arrange|organi[sz]e|set up|run|host|put in) |[,:;.\\n${HIDDEN}] ?|(?:please|pls|[,;]|\\d|[ap]m|noon),? for )$`,
  "i",
);
/** "Mut zur Lücke", "Notes on Grief", "webinar: On the Road": such a small word belongs to the name around it. */
const isWithinName = ({ fact, from, said }: Found, all: readonly Found[], { masked, language }: Sentence): boolean => {
  if (fact.kind !== "intro") return false;
  const before = masked.slice(0, from);
  // "10 May 1pm: all about bees"
  if (/^(?:all about|on)$/i.test(said) && /\d[^\n:]*[:–—] ?$/.test(before)) return true;
  if (!/^(?:on|sur|zu|zur)$/i.test(said)) return false;
  if (/^\p{Lu}/u.test(said) && HEADS.test(before.trimEnd())) return true;
  const words = /(?:[\p{L}’'-]+ ){1,4}$/u.exec(before)?.[0].trimEnd().split(" ") ?? [];
  for (let count = 1; count <= words.length; count += 1) {
    const [first = "", ...rest] = words.slice(-count);
    const start = from - [first, ...rest].join(" ").length - 1;
    if (all.some((one) => one.to > start && one.from < from)) return false;
    if (/^(?:für|for|pour|with|mit|avec|by|von|par)$/i.test(first) || language.fillers.has(first.toLowerCase())) return false;
    if (/^\p{Lu}/u.test(first) && BEFORE_A_NAME.test(masked.slice(0, start))) return true;
  }
  return false;
};

/** "could Kiln Care be put on for parents": a small word in front of words without a capital introduces less than a name in capitals says. */
const isPassedOver = (
  [introduced, intro]: readonly [Piece, Found] | typeof NOTHING,
  used: readonly { from: number; to: number }[],
  intros: readonly Found[],
  sentence: Sentence,
): boolean =>
  introduced !== null &&
  intro.fact.kind === "intro" &&
  intro.fact.rank === 3 &&
  sentence.language.hasPlainNouns &&
  !/\p{Lu}/u.test(introduced.text) &&
  // one word in capitals, as "Boss" at the beginning, is no name
  findRuns(sentence.masked).some(({ text }) => text.includes(" ")) &&
  preferTitle(introduced, leftovers([...used, introduced], intros, sentence), sentence) !== introduced;
