import { HELLO } from "./greetings.ts";
import type { Piece } from "./left-out.ts";
import { findAll, HIDDEN } from "./pattern.ts";
import { findAfterthought, findLead, isTitleOfSmallWords, type Token } from "./request-words.ts";
import type { Sentence } from "./sentence.ts";

/** A sentence begins there: what is hidden in front is a greeting or who passes the request on. */
const BEGINS = new RegExp(`(?:^|[.!?:\\n${HIDDEN}]\\s*)$`, "u");
const TOKEN = /[^\s,]+/gu;

interface TrimOptions {
  /** True behind "called" or "about". */
  isIntroduced: boolean;
  /** True if nothing else can be the topic. */
  isAlone?: boolean;
}

/** Takes off both ends the words that say nothing; null if nothing is left. */
export const trimPiece = (from: number, to: number, { masked, language }: Sentence, { isIntroduced, isAlone = false }: TrimOptions): Piece | null => {
  const text = masked.slice(from, to);
  const bare = (word: string) => word.toLowerCase().replace(/^[[("'‘“]+|[\].,:;!?)"'’”]+$/gu, "");
  const tokens: Token[] = findAll(text, TOKEN).map((match) => ({ word: match[0], bare: bare(match[0]), at: match.index }));
  const isEmpty = (word: string) => !/[\p{L}\p{N}]/u.test(word);
  const isLoose = (word: string) => isEmpty(word) || language.fillers.has(bare(word)) || language.joints.has(bare(word));
  // "New Hire Orientation", "Pensions Q and A": a capital in the middle of a sentence belongs to a name.
  const isName = (word: string, at: number) =>
    language.hasPlainNouns &&
    /^\p{Lu}/u.test(word) &&
    !/^(?:webinars?|i|i['’]d)$/.test(bare(word)) &&
    (bare(word) !== "zoom" ||
      (TITLE_FOLLOWS.test(text.slice(at + word.length)) && !isThatZoom(masked.slice(0, from + at), text.slice(at + word.length)))) &&
    (!BEGINS.test(masked.slice(0, from + at)) || opensName(word, masked.slice(0, from + at), text.slice(at + word.length)));
  const isLooseAt = (token: { word: string; at: number } | undefined) => token !== undefined && isLoose(token.word) && !isName(token.word, token.at);
  // "called Just in Time"
  const isLooseName = ({ word, at }: { word: string; at: number }) =>
    !language.joints.has(bare(word)) && !COURTESY.test(bare(word)) && isName(word, at);
  const named = tokens.findIndex((token) => !isLooseAt(token));
  // A topic that is introduced begins where it begins: "called The Big Picture".
  const lead = isIntroduced ? { first: 0, isTitle: false } : findLead(tokens, named === -1 ? tokens.length : named, masked.slice(0, from), text);
  const { first, isTitle } = lead;
  const isSmall = tokens.every((token) => isLoose(token.word) && !(isIntroduced && isLooseName(token)));
  if (isSmall && !(isAlone && isTitle && isTitleOfSmallWords(tokens.slice(first)))) return null;
  const again = isIntroduced || isSmall ? -1 : findAfterthought(tokens, first, (at) => isLooseAt(tokens[at]), text);
  let last = (again === -1 ? tokens.length : again) - 1;
  const isHeading =
    first === 0 &&
    !isIntroduced &&
    BEGINS.test(masked.slice(0, from)) &&
    /\p{L}:$/u.test(tokens.at(-1)?.word ?? "") &&
    tokens.length > 3 &&
    !isLooseAt(tokens[0]);
  // "Title: what tenants can do\n": a line that is labelled is the title up to its end
  const isLine = isIntroduced && LABEL.test(masked.slice(0, from)) && /^\s*\n/.test(masked.slice(to)) && !masked.slice(from, to).includes("\n");
  const isLooseTail = () => {
    const word = bare(tokens[last]?.word ?? "");
    // "What assessors look for: 10 March": in front of its colon, a title that begins the sentence ends with any word
    if (isHeading && last === tokens.length - 1) return false;
    // "Webinar: Beete planen": behind its colon, a title ends with any word but a joint
    if (isTitle && !language.joints.has(word) && !COURTESY.test(word) && !COURTESY.test(bare(tokens[last - 1]?.word ?? "")))
      return isEmpty(word) || /^webinaire|^webinar$/.test(word);
    return isLooseAt(tokens[last]);
  };
  // "moving on", "what we live for": at the end of a clause, a small word has nothing to join
  const isClosing = () => {
    const word = tokens[last];
    return word !== undefined && last > first && PARTICLE.test(word.bare) && CLOSES.test(masked.slice(from + word.at + word.word.length));
  };
  const isJoined = () => {
    const [before = "", word = ""] = [tokens[last - 1]?.word, tokens[last]?.word];
    return (
      last - 1 >= first && ((/^[&+]$/.test(before) && last - 2 >= first) || (/^(?:in|on|up|off|out)$/.test(word) && TAKES_A_PARTICLE.test(before)))
    );
  };
  // "meet the team", "choosing a course", "care for all": a noun with its article or "for" in front ends a name that a word of its own began
  const isObject = () => {
    const [verb, small, noun] = [tokens[last - 2], tokens[last - 1], tokens[last]];
    if (verb === undefined || small === undefined || noun === undefined || last - 2 < first) return false;
    // "two at a time"
    if (last - 3 >= first && AT_A_TIME.test(`${verb.bare} ${small.bare} ${noun.bare}`) && !isLooseAt(tokens[last - 3])) return true;
    if (isLooseAt(verb)) return false;
    return OBJECT.test(`${small.bare} ${noun.bare}`) && !/[,;.:]/.test(text.slice(verb.at, noun.at));
  };
  // "our five year plan", "discharge planning"; "…, please book" asks
  const endsName = () =>
    last > first &&
    ENDS_A_NAME.test(tokens[last]?.word ?? "") &&
    !/[,;.:]/.test(text.slice(tokens[last - 1]?.at, tokens[last]?.at)) &&
    (!ASKS.test(bare(tokens[last - 1]?.word ?? "")) ||
      isObject() ||
      /^in need$/.test(text.slice(tokens[last - 1]?.at, tokens[last]?.at) + (tokens[last]?.word ?? "")));
  // "hofübergabe richtig planen": behind how it is done, the verb belongs to the name
  const isDoneWell = () =>
    last > first &&
    !ASKS_IN_GERMAN.test(masked.slice(0, from)) &&
    /(?:en|ern|eln)$/u.test(tokens[last]?.bare ?? "") &&
    WELL.test(tokens[last - 1]?.word ?? "");
  const isQuestion = () => {
    const token = tokens[last];
    return (
      token !== undefined &&
      last === tokens.length - 1 &&
      /^\s*\?/.test(masked.slice(from + token.at + token.word.length)) &&
      ASKS_A_QUESTION.test(text.slice(tokens[first]?.at, token.at))
    );
  };
  // "ta x"
  if (/^x{1,3}$/.test(tokens[last]?.word ?? "") && COURTESY.test(tokens[last - 1]?.bare ?? "")) last -= 1;
  while (
    last >= first &&
    !isQuestion() &&
    !isJoined() &&
    !isClosing() &&
    !isDoneWell() &&
    (isLine ? COURTESY.test(bare(tokens[last]?.word ?? "")) : isTail(tokens[last]?.word ?? "", isLooseTail, bare, isIntroduced)) &&
    !endsName()
  )
    last -= 1;
  const [head, tail] = [tokens[first], tokens[last]];
  if (head === undefined || tail === undefined) return null;
  const whole = text.slice(head.at, tail.at + tail.word.length);
  const said = whole
    .replace(/^[\s:=,(–-]+|[\s,;:.(–-]+$/gu, "")
    .replace(/…$/u, (mark) => (/\S/.test(masked.slice(from + tail.at + tail.word.length)) ? "" : mark))
    .replace(/^([^(]*)\)$/, "$1")
    .replace(/\?$/u, (mark) => (masked.charAt(from + tail.at + tail.word.length) === "?" ? "" : mark))
    .replace(/!+$/u, (marks) => (SHOUTS.test(masked.slice(from + tail.at)) ? "" : marks))
    .replace(/(?: [–—-]|,) zoom$/iu, "")
    .replace(/(?:, (?:a |ein |un )?webinar(?:e|s)?| \((?:zoom )?webina(?:r|ire)\)?)$/i, "");
  const start = from + head.at + (/^[\s:=,(–-]+/u.exec(whole)?.[0].length ?? 0);
  return said === "" || said.includes(HIDDEN) ? null : { from: start, to: start + said.length, text: said.replace(/\s+/g, " ") };
};

/** "the Zoom for Barolo vs Barbaresco": the webinar is called so; "the Zoom for Beginners webinar" is a name. */
const isThatZoom = (before: string, behind: string): boolean =>
  /(?:^|[^\p{L}])(?:the|a|our|my|this|that) $/iu.test(before) &&
  /^ for (?=\p{Lu})/u.test(behind) &&
  !/ (?:webinar|session|training|course|workshop|class|series)(?!\p{L})/iu.test(behind);

const ASKS_IN_GERMAN = /(?<!\p{L})(?:kannst|könn\p{L}+|würd\p{L}+|magst|möcht\p{L}+|bitte|sollen|wollen)(?!\p{L})/iu;
const WELL = /^(?:richtig|gut|besser|selbst|sicher|einfach|clever|digital|erfolgreich|gemeinsam|leicht|stressfrei|günstig|fair|neu|gezielt|gesund)$/u;
/** "check-in!!" */
const SHOUTS = /^\S*!!/u;
/** "Steuern – was geht noch?": a question is a title up to its mark. */
const ASKS_A_QUESTION = /[:–—-] (?:was|wie|warum|wer|wo|wann|what|how|why|who|where|when|quoi|comment|pourquoi|qui|quand)(?!\p{L})[^:–—?]*$/iu;

const ENDS_A_NAME =
  /^(?:plan|planning|book|booking|set|setting|run|host|hosting|hold|schedule|scheduling|creating|organi[sz]ing|arranging|making|slot|details|diary|calendar|course|length|need|needs|event|date|time|start|day|team|zoom|prompt|all|everyone|colleagues|online|recurring|single|mind|doing|duration|till)[,.;:]?$/;
const LABEL = /(?:^|\n)[^\S\n]*(?:topic|title|subject|name|thema|titel|titre|sujet|thème) ?:\s*$/iu;
const AT_A_TIME = /^(?:at a time|of the (?:day|team|event)|all the time)$/;
const OBJECT =
  /^(?:(?:an?|the|our|my|your) (?:course|date|team|plan|event|book|calendar|diary|schedule|slot|day|time|needs|till)|for (?:all|everyone|one)|of (?:mind|need|all)|by doing|on (?:time|hold|call)|in time)$/;
/** "how to log in" */
export const TAKES_A_PARTICLE =
  /^(?:log|sign|opt|check|clock|fill|hand|plug|tune|phone|cash|switch|carr|mov|turn|hold|build|speak|stand|catch|back|start|scal|level|step|stay|com|writ|tak|giv|clos|wak|grow|pass|drop|run|set|shut|cut|tidy|dress|eat|dry|sort|work|chill|link)(?:[a-z]?ing|y|e|s)?$/i;
const PARTICLE = /^(?:on|in|up|off|out|for|with|of|about|by|over|around|along|auf|an|ab|mit|avec)$/;
/** The sentence ends, or only thanks follow. */
const CLOSES = new RegExp(
  `^,|^\\s*(?:(?:please|pls|plz|thanks|thank you|thx|cheers|bitte|danke|merci|svp)(?!\\p{L})[\\s,!.]*)*(?:[.!?](?:\\s|$)|[\\n${HIDDEN}]|$)`,
  "u",
);
/** "webinar:", "webinar –" */
export const HEADS = /(?:^| )webina(?:rs?|ires?) ?[:–—-]$/i;
/** A word in capitals follows, if need be behind a small one: "Trading", "in Mindfulness". */
const TITLE_FOLLOWS =
  /^,? (?:(?:in|to|and|of|with|for|the|an?|&) ){0,2}(?!(?:[Ww]ebinars?|[Ss]essions?|[Ss]eries|[Mm]eeting|[Ee]vent|[Cc]all|[Zz]oom)(?!\p{L}))\p{Lu}/u;
const ASKS = new RegExp(
  `^(?:please|pls|plz|can|could|would|will|shall|should|must|are|is|be|we\\P{L}*\\p{L}*|i(?:['’]\\p{L}+)?|me|my|us|want|${HELLO}|g['’]day|greetings|hallo|moin|servus|salut|bonjour|coucou|dear|thanks?|ty|thx|kindly|have|get|when|prompt|sir|madam|on|at|from|for|in|by|with|as|of|to|until|till|and|or|via|per|a|an)$`,
  "iu",
);
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
const COURTESY =
  /^(?:please|pls|plz|thanks|thank|you|thx|thnx|tx|tks|ta|bidde|büdde|bitte|danke|dank|dir|merci|mrci|merki|biz|bises|svp|stp|lg|vg|mfg)$/;
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
