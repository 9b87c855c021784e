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
  const facts = found.filter((one) => one.fact.kind !== "name" && !isWithinName(one, found, sentence));
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
  const asides = facts.filter(({ fact }) => fact.kind === "aside").map(({ said }) => said.replace(/^[(\s–-]+|[)\s]+$/gu, ""));
  const unused = [...leftOut.map(({ text }) => text), ...quotes.filter((quote) => quote !== quoted).map(({ text }) => text), ...asides];
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

/** "how about a webinar on food banks": the topic is introduced a second time. */
const OPENS_AGAIN =
  /^ (?:an?|the|our|another|one|ein|un) (?:\p{L}+ )?webina(?:rs?|ires?) (?:on|about|called|titled|regarding|entitled|über|zu[mr]?|sur|intitulé)(?!\p{L})/iu;
/** Behind its own word, up to what was understood otherwise or the end of the sentence. */
const pickIntroduced = (intros: readonly Found[], others: readonly Found[], sentence: Sentence): Piece | null => {
  for (const rank of [1, 2, 3]) {
    for (const { fact, to } of intros) {
      if (fact.kind !== "intro" || fact.rank !== rank || OPENS_AGAIN.test(sentence.masked.slice(to))) continue;
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

const BEFORE_A_NAME = new RegExp(
  `(?:^|[Ww]ebina(?:rs?|ires?) |(?:book|schedule|create|add|plan|arrange|organi[sz]e|set up|run|host|put in) |[,:;.\\n${HIDDEN}] ?)$`,
  "i",
);
/** "Mut zur Lücke", "Notes on Grief", "webinar: On the Road": such a small word belongs to the name around it. */
const isWithinName = ({ fact, from, said }: Found, all: readonly Found[], { masked, language }: Sentence): boolean => {
  if (fact.kind !== "intro" || !/^(?:on|sur|zu|zur)$/i.test(said)) return false;
  const before = masked.slice(0, from);
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
    !/^(?:webinars?|i|i['’]d)$/.test(bare(word)) &&
    (bare(word) !== "zoom" || TITLE_FOLLOWS.test(text.slice(at + word.length))) &&
    (!/(?:^|[.!?:\n]\s*)$/.test(masked.slice(0, from + at)) || opensName(word, masked.slice(0, from + at), text.slice(at + word.length)));
  const isLooseAt = (token: { word: string; at: number } | undefined) => token !== undefined && isLoose(token.word) && !isName(token.word, token.at);
  // "called Just in Time"
  const isLooseName = ({ word, at }: { word: string; at: number }) =>
    !language.joints.has(bare(word)) && !COURTESY.test(bare(word)) && isName(word, at);
  let [first, last] = [0, tokens.length - 1];
  if (tokens.every((token) => isLoose(token.word) && !(isIntroduced && isLooseName(token)))) return null;
  // A topic that is introduced begins where it begins: "called The Big Picture".
  const isHeaded = () =>
    first > 0 && HEADS.test(`${tokens[first - 2]?.word ?? ""} ${tokens[first - 1]?.word ?? ""}`) && !COURTESY.test(bare(tokens[first]?.word ?? ""));
  const isArticled = () => ARTICLE.test(bare(tokens[first]?.word ?? "")) && /: $/.test(masked.slice(0, from + (tokens[first]?.at ?? 0)));
  while (!isIntroduced && first <= last && isLooseAt(tokens[first]) && !isHeaded() && !isArticled()) first += 1;
  const isTitle = !isIntroduced && isHeaded();
  const isLooseTail = () => {
    const word = bare(tokens[last]?.word ?? "");
    // "Webinar: Beete planen": behind its colon, a title ends with any word but a joint
    if (isTitle && !language.joints.has(word) && !COURTESY.test(word) && !COURTESY.test(bare(tokens[last - 1]?.word ?? ""))) return isEmpty(word);
    return isLooseAt(tokens[last]);
  };
  const isJoined = () => {
    const [before = "", word = ""] = [tokens[last - 1]?.word, tokens[last]?.word];
    return (
      last - 1 >= first && ((/^[&+]$/.test(before) && last - 2 >= first) || (/^(?:in|on|up|off|out)$/.test(word) && TAKES_A_PARTICLE.test(before)))
    );
  };
  // "our five year plan", "discharge planning"; "…, please book" asks
  const endsName = () =>
    last > first &&
    ENDS_A_NAME.test(tokens[last]?.word ?? "") &&
    !/[,;.:]/.test(text.slice(tokens[last - 1]?.at, tokens[last]?.at)) &&
    (!ASKS.test(bare(tokens[last - 1]?.word ?? "")) ||
      /^in need$/.test(text.slice(tokens[last - 1]?.at, tokens[last]?.at) + (tokens[last]?.word ?? "")));
  while (last >= first && !isJoined() && isTail(tokens[last]?.word ?? "", isLooseTail, bare, isIntroduced) && !endsName()) last -= 1;
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

const ENDS_A_NAME =
  /^(?:plan|planning|book|booking|set|setting|run|host|hosting|hold|schedule|scheduling|creating|organi[sz]ing|arranging|making|slot|details|diary|calendar|course|length|need|needs|event|date|time|start|day|team|zoom|prompt)[,.;:]?$/;
/** "how to log in" */
const TAKES_A_PARTICLE =
  /^(?:log|sign|opt|check|clock|fill|hand|plug|tune|phone|cash|switch|carry|move|turn|hold|build|speak|stand|catch|back|start|scale|level|step|stay)(?:p?ing|n?ing|s)?$/i;
/** "10:00: the art of tea" */
const ARTICLE = /^(?:the|our|la|les?|notre|nos|der|die|das|unsere?)$/;
/** "webinar:", "webinar –" */
const HEADS = /(?:^| )webina(?:rs?|ires?) ?[:–—-]$/i;
/** A word in capitals follows, if need be behind a small one: "Trading", "in Mindfulness". */
const TITLE_FOLLOWS =
  /^,? (?:(?:in|to|and|of|with|for|the|an?|&) ){0,2}(?!(?:[Ww]ebinars?|[Ss]essions?|[Ss]eries|[Mm]eeting|[Ee]vent|[Cc]all|[Zz]oom)(?!\p{L}))\p{Lu}/u;
const ASKS =
  /^(?:please|pls|plz|can|could|would|will|shall|should|must|are|is|be|we\P{L}*\p{L}*|i(?:['’]\p{L}+)?|me|my|us|want|hi|hello|hey|dear|thanks?|ty|thx|kindly|have|get|when|prompt|sir|madam|on|at|from|for|in|by|with|as|of|to|until|till|and|or|via|per|a|an)$/iu;
const REQUESTS = /^(?:create|schedule|shedule|book|set|setup|host|organi[sz]e|arrange|make|add|run|hold|put|plan|need|sched)$/i;
const GERUNDS = /^(?:mak|book|sett|schedul|arrang|organi[sz]|creat|host|plann|runn)ing$/i;
/** "New Starters Welcome", "Setting boundaries", "12pm: Plan B": at the beginning of a sentence, such a word belongs to the name behind it. */
const opensName = (word: string, before: string, behind: string): boolean => {
  if (ASKS.test(word.replace(/\P{L}+$/u, "")) || (REQUESTS.test(word) && !/: *$/.test(before))) return false;
  return (
    TITLE_FOLLOWS.test(behind) || (GERUNDS.test(word) && /^ (?!(?:the|our|for|this|another|one|request|webinar)(?!\p{L}))\p{L}{3,}/u.test(behind))
  );
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
