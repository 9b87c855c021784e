import { isLabelled } from "./clause.ts";
import type { Found } from "./facts.ts";
import { ENDS_A_REQUEST } from "./german/infinitives.ts";
import { HELLOS } from "./greetings.ts";
import type { Piece } from "./left-out.ts";
import { findAll, HIDDEN } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";
import { words } from "./word-list.ts";

/** A topic whose edges were looked at again. */
interface Edges {
  piece: Piece;
  /** A longer topic that may be meant as well; null if the one that was read is sure. */
  other: string | null;
}

const WEBINAR = "webina(?:rs?|ires?|rreihe)";
/** Where the words beside a topic end: at a mark, at what was understood, or at the word webinar. */
const MARKS = new RegExp(`[\\n;,:()–—|/${HIDDEN}]|[.!?](?=[\\s${HIDDEN}]|$)|(?<=\\s)-(?=\\s)`, "gu");
const ONLY_WEBINAR = new RegExp(`(?<!\\p{L})${WEBINAR}(?!\\p{L})`, "giu");

/** Words with which somebody asks for a webinar, greets or thanks: what holds one of them is no part of a name. */
const ASKS = words(
  `create schedule shedule plan set setup book host organize organise arrange make add run hold have put get give need needs want like would could can will shall
  please pls plz kindly thanks thank thx ty cheers regards ${HELLOS.join(" ")} greetings dear i i'd id we'd we're we let's lets us me you mind booking setting scheduling arranging organising
  organizing creating planning doing going wanted needed sched following slot calendar diary asap sir madam
  bitte danke könnten könnte können kannst könntest möchte möchten würde gerne gern brauche brauchen bräuchte bräuchten wir ich mir uns du sie ihr plane lege setze setz lege leg richte
  erstelle buche organisiere veranstalte mache hätte hätten soll sollen
  peux-tu pourrais-tu pourriez-vous pouvez-vous pourriez pourrais pouvez peux vous tu nous je on créer crée créez planifier planifie planifiez programmer programme programmez
  organiser organise organisez réserver réserve réservez prévoir prévois prévoyez mettre mets mettez voudrais voudrions aimerais aimerions besoin avons faut svp stp plaît merci bonjour veuillez`,
);
/** Words between a topic and its day, time or settings that mean nothing themselves. */
const LINKS = words(
  `on at from for in with of to by and or as every each until till starting beginning lasting starts start begins takes place is be will it's its it that there which via per using also just
  session sessions series event online zoom recurring repeating repeated single new date time duration length details held sharp prompt aside regards day team all everyone folks colleagues one course + & - –
  a an the our my your
  am um von ab für im mit zu zum und oder bis der die das den dem ein eine einen einem jeweils immer an bei als ist wird werden sein findet statt dauert dauern soll es heißen lauten
  reihe serie termin termine neues neue datum uhrzeit dauer beginn punkt noch dazu
  le la les à au aux de du des d' en dans pour et ou par avec un une chaque dès sur est sera durera dure date heure durée début série nouveau`,
);
const ARTICLES = words("a an the der die das le la les l' un une ein eine einen");
const OWNERS = words("our my your unser unsere mein dein ihr notre nos mon votre vos");
/** These begin a name as well as a remark: "in the garden", "from seed to plate". */
const BEGINS_A_NAME = words("in from at to of into beyond behind as im vom von aus auf am bei an nach vor dans vers du au aux en à chez");
const ASKS_IN_GERMAN =
  /(?<!\p{L})(?:bitte|kannst|könn\p{L}+|möchte\p{L}*|würde\p{L}*|soll\p{L}*|lass\p{L}*|gerne?|wir|ich|bräucht\p{L}+|brauch\p{L}+|will|wollen)(?!\p{L})/iu;

/** "webinar 15 December, webinar skills": a second webinar right behind a border begins a name. */
const BEFORE_WEBINAR = new RegExp(`(?:^|[,:;–—${HIDDEN}-])\\s*$`);
const LISTED = /[,;] ?$/;
/** "plan your retirement", "run faster", "need to know": they ask for a webinar, or are its name. */
const MAY_BEGIN_A_NAME =
  /^(?:want|like|like for(?: like)?|until|till|series|(?:soll|kann|darf|muss|ist|sind|wird) (?:ich|man|das|wir|es)|(?:organiser|planifier|prévoir|réserver|mettre|créer|programmer|programme)(?: (?:une?|de|sa|son|ses))?|thank|thank you|hello|dear|going|doing|mind|event|beginning|starting|(?:beginning|starting) with|(?:plan|make|run|hold|host|get|give)(?: (?:your|my|our))?|need to|(?:is|are|do|does|should|can|will|was) (?:it|there|this|that|we|you|they|i)|please mind the|thank you for|(?:book|set|setup|set up|create|add) (?:your|my))$/;
const SMALL_AHEAD =
  /^(?:im|in|am|an|auf|aus|bei|beim|für|mit|von|vom|zu|zum|zur|und|der|des|the|to|of|for|with|and|at|on|dans|de|du|des|en|pour|avec|et|à|au|aux)$/;
/** "beyond it", "bees for the team" */
const MAY_END_A_NAME = /^it$|(?:^|.+ )(?:that|there|one|all|everyone|day|team|course|time|date|details|colleagues)$/;

const bare = (word: string) => word.toLowerCase().replace(/^[[("'‘“]+|[\].,:;!?)"'’”]+$/gu, "");
const bareWords = (text: string): string[] =>
  text
    .split(/\s+/)
    .map(bare)
    .filter((word) => word !== "");

/**
 * Looks again at the small words that were taken off a topic. What is a part of a request stays off. What no request says belongs to the name: "in the garden",
 * "who we are". If either may be, the longer name is returned beside the topic, and the preview says so. `text` is the sentence with what was understood hidden.
 */
export const lookAtEdges = (piece: Piece, text: string, { masked }: Sentence, isIntroduced: boolean): Edges => {
  const head = isIntroduced ? EMPTY : headOf(piece, text);
  const tail = tailOf(piece, text);
  const isNamedWebinar = head.isWebinar && head.words.length === 0 && (masked.match(ONLY_WEBINAR)?.length ?? 0) > 1;
  if (isNamedWebinar && BEFORE_WEBINAR.test(text.slice(0, head.border))) return { piece, other: shown(masked, head.border, piece.to) };
  const front = judgeHead(head, tail.isWebinar, masked);
  // "ein Webinar, Titel Hofübergabe planen"
  const isVerbOfTitle = tail.words.length === 1 && ENDS_A_REQUEST.test(tail.words.join()) && isLabelled(masked.slice(0, piece.from));
  const back = isVerbOfTitle ? "name" : judgeTail(tail, head, masked);
  // "… ein Webinar Beete anlegen einplanen?": the last verb is that of the request
  if (tail.words.length === 2 && tail.words.every((word) => ENDS_A_REQUEST.test(word)) && ASKS_IN_GERMAN.test(masked))
    return { piece: { from: piece.from, to: tail.to, text: shown(masked, piece.from, tail.to).replace(/ \S+$/, "") }, other: null };
  // "Freitag, 8:30 Uhr, Webinar Benachrichtigungen einrichten": in a list, nobody asks
  if (
    head.isWebinar &&
    tail.words.length === 1 &&
    back === "either" &&
    ENDS_A_REQUEST.test(tail.words.join()) &&
    LISTED.test(text.slice(0, head.border))
  )
    return { piece: { from: piece.from, to: tail.to, text: shown(masked, piece.from, tail.to) }, other: piece.text };
  const from = front === "name" ? head.from : piece.from;
  const to = back === "name" ? tail.to : piece.to;
  const wide = shown(masked, front === "off" ? from : head.from, back === "off" ? to : tail.isFact ? endOfName(masked, tail) : tail.to);
  const kept = from === piece.from && to === piece.to ? piece : { from, to, text: shown(masked, from, to) };
  return { piece: kept, other: front === "either" || back === "either" ? wide : null };
};

/** "a talk about bees" is about bees; "tips on saving", "the truth about bees" are names. */
export const joinTalk = (edges: Edges, intro: Found, pieces: readonly Piece[], { masked, language }: Sentence): Edges => {
  const { piece } = edges;
  const before = pieces.find(({ from, to }) => from < intro.from && to >= intro.from - 1 && to <= piece.from);
  if (/^rund um$/i.test(intro.said)) return { piece, other: edges.other ?? `${intro.said} ${piece.text}` };
  // "topic modelling", "title deeds"
  const isWord = language.hasPlainNouns && /^(?:topic|title|subject|theme|sujet|titre)$/i.test(intro.said);
  if (isWord && /^\p{Ll}/u.test(piece.text) && !/[,.:\n–]\s*$/.test(masked.slice(0, intro.from)))
    return { piece, other: edges.other ?? `${intro.said} ${piece.text}` };
  // "15 December 3pm, on the road"
  if (/^on$/i.test(intro.said) && /^the /i.test(piece.text) && /[,:–—-]\s*$/.test(masked.slice(0, intro.from)))
    return { piece, other: edges.other ?? `${intro.said} ${piece.text}` };
  // "on the road webinar"
  if (
    intro.fact.kind === "intro" &&
    intro.fact.rank > 1 &&
    / webina(?:r|ire)$/i.test(piece.text) &&
    !new RegExp(WEBINAR, "i").test(masked.slice(0, intro.from))
  )
    return { piece, other: `${intro.said} ${piece.text.replace(/ webina(?:r|ire)$/i, "")}` };
  if (intro.fact.kind !== "intro" || intro.fact.rank === 1 || before === undefined || intro.said.endsWith(":")) return edges;
  const said = masked.slice(before.from, intro.from);
  const border = findAll(said, MARKS).at(-1);
  const words = said.slice(border === undefined ? 0 : border.index + border[0].length).trim();
  if (words === "") return edges;
  const from = masked.lastIndexOf(words, intro.from);
  const name = { from, to: piece.to, text: shown(masked, from, piece.to) };
  const isTalk =
    TALK.test(words) ||
    /^(?:(?:will|shall|would|am going to|['’]ll) )?(?:speak|talk|present|lecture|be speaking|be talking) (?:to|with) /u.test(words) ||
    // "möchte Frau Lindner über …"
    (/(?<!\p{L})(?:möchte|will|wird|soll|würde|kann|spricht|redet|referiert|berichtet) $/u.test(masked.slice(0, from)) &&
      /^(?:die|der|das|Frau|Herr|Dr\.?|Prof\.?|unsere?|\p{Lu})/u.test(words)) ||
    // "quick webinar for reception staff about …"
    /^(?:an? )?(?:(?:quick|short|brief|small|little|live|free|joint|internal|public|informal|intro|kurzes|kleines|petit) )+webina(?:r|ire)(?!\p{L})/iu.test(
      words,
    ) ||
    // "people keep asking about pensions"
    language.nameWords.never.has(bare(words.split(/\s+/).at(-1) ?? "")) ||
    /(?<!\p{L})(?:for|with|by|to|für|mit|von|pour|avec|par) (?:(?:the|our|all|new|die|das|den|unsere|les?|la|nos) )*$/iu.test(masked.slice(0, from));
  return isTalk ? { piece, other: edges.other ?? name.text } : { piece: name, other: piece.text };
};
const TALK =
  /(?:^| )(?:talks?|talking|speaks?|speaking|sessions?|chats?|chatting|workshops?|seminars?|presentations?|class(?:es)?|lectures?|discussions?|conversations?|courses?|training|lessons?|events?|meetings?|demos?|masterclass(?:es)?|tutorials?|information|info|something|stuff|more|how|what|learn|learning|hear|tell|know|think|one|hour|slot|vortrag|vorträge|gespräch|schulung|kurs|seminar|fortbildung|veranstaltung|infoabend|conférence|formation|atelier|présentation|cours|réunion|truc|quelque chose|machin|webinaire)$/iu;

/** "how are we doing for 15 December": the small word that leads to the date is no part of the name. */
const endOfName = (masked: string, { from, to }: Edge): number =>
  from + masked.slice(from, to).replace(/(?: (?:on|at|for|in|from|by|am|um|le|à|pour|für))+$/iu, "").length;

type Verdict = "off" | "name" | "either";

const shown = (masked: string, from: number, to: number) =>
  masked
    .slice(from, to)
    .replace(/\s+/g, " ")
    .replace(/^[\s'’]+|[\s,;:.]+$/gu, "")
    .replace(/^\(([^()]*)\)?$/u, "$1")
    .trim();

interface Edge {
  /** Where the border begins. */
  border: number;
  from: number;
  to: number;
  words: readonly string[];
  /** True if the word webinar is the border. */
  isWebinar: boolean;
  /** True if what was understood is the border. */
  isFact: boolean;
  /** True if nothing stands behind the border: the sentence begins or ends there. */
  isEnd: boolean;
}
const EMPTY: Edge = { border: 0, from: 0, to: 0, words: [], isWebinar: false, isFact: false, isEnd: false };

const headOf = (piece: Piece, text: string): Edge => {
  const before = text.slice(0, piece.from);
  const marks = [...findAll(before, MARKS), ...findAll(before, ONLY_WEBINAR)].map((match) => ({ at: match.index, said: match[0] }));
  const last = marks.reduce<{ at: number; said: string } | null>((best, mark) => (best === null || mark.at > best.at ? mark : best), null);
  const border = last === null ? 0 : last.at + last.said.length;
  const from = border + (text.slice(border).search(/[^\s'’]/) === -1 ? 0 : text.slice(border).search(/[^\s'’]/));
  return {
    border: last?.at ?? 0,
    from: Math.min(from, piece.from),
    to: piece.from,
    words: bareWords(text.slice(Math.min(from, piece.from), piece.from)),
    isWebinar: last !== null && last.said.length > 1,
    isFact: last?.said === HIDDEN,
    isEnd: last === null,
  };
};

const tailOf = (piece: Piece, text: string): Edge => {
  const behind = text.slice(piece.to);
  const marks = [...findAll(behind, MARKS), ...findAll(behind, ONLY_WEBINAR)].map((match) => ({ at: match.index, said: match[0] }));
  const next = marks.reduce<{ at: number; said: string } | null>((best, mark) => (best === null || mark.at < best.at ? mark : best), null);
  const border = next === null ? behind.length : next.at;
  const end = behind.slice(0, border).trimEnd().length;
  return {
    border: piece.to + border,
    from: piece.to,
    to: piece.to + end,
    words: bareWords(behind.slice(0, border)),
    isWebinar: next !== null && next.said.length > 1,
    isFact: next?.said === HIDDEN,
    isEnd: next === null,
  };
};

const judgeHead = ({ words: said, from, isWebinar, isFact, isEnd }: Edge, isBeforeWebinar: boolean, masked: string): Verdict => {
  const [first = "", second = ""] = said;
  if (said.length === 0) return "off";
  // "Webinar Neues im Ticketsystem", "Webinar Start in den Herbst": behind the word webinar, a word in capitals and the small words behind it begin a name
  if (isWebinar && SMALL_AHEAD.test(second) && /^\p{Lu}/u.test(masked.slice(from)) && !ASKS.has(first) && said.every((word) => LINKS.has(word)))
    return "name";
  if (/^(?:new|neues|news|nouveautés?|nouveau)$/.test(first) && /^(?:in|im|at|from|vom|aus|bei|beim|zu|zum|zur|dans|chez)$/.test(second))
    return "name";
  // "15 June at 4, till training"
  if (/^(?:until|till)$/.test(said.join(" ")) && !isFact && !isWebinar && !isEnd) return "name";
  if (MAY_BEGIN_A_NAME.test(said.join(" "))) return "either";
  // "bei uns im Kiez", "du champ à l'assiette": words of the two other languages that ask for nothing
  if (/^(?:am|bei|an|vom|von|im|aus|zu|du|au|aux|en|à|chez|dans)$/.test(first) && said.length <= 3) return isWebinar || isEnd ? "either" : "name";
  if (said.some((word) => ASKS.has(word))) return "off";
  if (said.every((word) => ARTICLES.has(word))) return isBeforeWebinar || isEnd ? "off" : "name";
  if (said.every((word) => ARTICLES.has(word) || OWNERS.has(word))) return isBeforeWebinar || isEnd ? "either" : "name";
  // "From Script to Stage"
  if (first === "from" && /^From \p{Lu}[^,;:.\n]* to \p{Lu}/u.test(masked.slice(from))) return "name";
  if (BEGINS_A_NAME.has(first)) return isWebinar || isEnd ? "either" : "name";
  if (/^(?:with|for|by|without|mit|für|ohne|avec|pour|sans|par)$/.test(first)) return "either";
  return said.every((word) => LINKS.has(word) && !ARTICLES.has(word)) ? "off" : "either";
};

/** "zum Thema Beete anlegen am 15. Dezember anlegen": the verb of the request is still to come. */
const asksAtEnd = (masked: string, from: number): boolean => ENDS_A_REQUEST.test(/(\p{Ll}+)[\s.!?]*$/u.exec(masked.slice(from))?.[1] ?? "");

const judgeTail = ({ words: said, to, isWebinar, isFact }: Edge, head: Edge, masked: string): Verdict => {
  if (said.length === 0 || (isWebinar && said.every((word) => LINKS.has(word)))) return "off";
  const [first = ""] = said;
  if (said.length === 1 && ENDS_A_REQUEST.test(first))
    return ASKS_IN_GERMAN.test(masked) ? (asksAtEnd(masked, to) ? "name" : "off") : head.isWebinar || head.words.length > 0 ? "either" : "name";
  if (said.every((word) => LINKS.has(word))) return !isFact && !isWebinar && MAY_END_A_NAME.test(said.join(" ")) ? "either" : "off";
  if (
    said.some((word) =>
      /^(?:please|pls|plz|thanks|thank|thx|ta|ty|cheers|regards|bitte|danke|merci|svp|stp|lg|vg|mfg|mettre|créer|planifier|programmer|organiser|réserver|prévoir|can|could|would|will|kindly|asap)$/.test(
        word,
      ),
    )
  )
    return "off";
  return isFact || isWebinar ? "either" : "name";
};
