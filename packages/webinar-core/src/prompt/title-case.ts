import { HELLO } from "./greetings.ts";
import { findAll } from "./pattern.ts";
import { startsSentence } from "./sentence.ts";

/** A name in capitals within a longer topic, and the words around it. */
interface Core {
  lead: string;
  core: string;
  tail: string;
}

const CAPITAL = /^["'(]?\p{Lu}/u;
/** Small words within a name in capitals: "State of the Bees", "Bees & Wasps". */
const JOINS = /^(?:of|the|and|or|for|in|to|a|an|on|with|at|by|from|as|vs\.?|your|our|&|\+|\/|[–—-]|\d[\d.,%]*)$/;

const isName = (word: string): boolean => CAPITAL.test(word) && !/^I(?:['’].*)?$/.test(word);

/** The longest run of words in capitals, with the small words between them; null if fewer than two words are in capitals, or none is in small letters around them. */
const findCore = (text: string, isStart: boolean): Core | null => {
  const words = text.split(" ");
  // the first word of a sentence is in capitals anyway
  const opens = isStart && words.length > 1 && /^\p{Lu}\p{Ll}*[:,]?$/u.test(words[0] ?? "") && /^\p{Ll}/u.test(words[1] ?? "");
  let best: { from: number; to: number; count: number } | null = null;
  for (let from = opens ? 1 : 0; from < words.length; from += 1) {
    if (!isName(words[from] ?? "")) continue;
    let [to, count] = [from, 1];
    for (let at = from + 1; at < words.length && (isName(words[at] ?? "") || JOINS.test(words[at] ?? "")); at += 1) {
      if (!isName(words[at] ?? "")) continue;
      to = at;
      count += 1;
    }
    if (best === null || count > best.count) best = { from, to, count };
  }
  if (best === null || best.count < 2) return null;
  const [lead, run, tail] = [words.slice(0, best.from), words.slice(best.from, best.to + 1), words.slice(best.to + 1)].map((part) => part.join(" "));
  const core = run?.replace(/^\(([^()]*)\)?$/u, "$1");
  return lead === undefined || core === undefined || tail === undefined || (lead === "" && tail === "") ? null : { lead, core, tail };
};

/** Words in front of a name that say who asks for it, or that it is asked for: none of them begins a name that is in capitals behind them. */
const ASKS = new RegExp(
  `(?<!\\p{L})(?:${HELLO}|thanks|webinars?|says?|said|ask(?:s|ed|ing)|told|tells?|wants?|wanted|wonders?|wondering|suggests?|suggested|remember|promised|mentioned|discussed|agreed|sounds?|repeat|starting|launching|give|gives|giving|present|presents|conduct|conducts|deliver|delivers|running|doing|hosting|holding|having|repeating|booking|scheduling|book|schedule|shedule|put|got|get|going|go|let['’]?s|works?|yes|yep|sure|please|could|can|would|should|will|is|are|was|be|need(?:s|ed)?|i|we|you|he|she|they|it|me|us|like|love|prefer|find|use|enter|record|offer|offers|approved|approves|confirmed|announced|chose|chosen|picked|requests?|requested|request that|decided|down for|that['’]s|it['’]s|again|next up|up next|so|then|also|ok|okay|here['’]s|there['’]s|fine|free|works|suits)(?![\\p{L}-])`,
  "iu",
);
/** Words behind a name that belong to what is asked for. */
const FOLLOWS =
  /^(?:(?:down|sitting|waiting|done|sorted|ready|up and running|again|there|then|recurring|repeating|too|also|once more|this time|this year|please|in|on|up|needs?|wants?|happening|going(?: ahead| live)?|live|as (?:well|usual|before|always|planned|discussed|agreed)|like last (?:year|time|month)|one|thing|slot|for (?:us|me|everyone|you)|instead|next|now|itself|is|will be|should be|goes|go|run|running|happens|starts|set up|booked|scheduled|added|created)[\s,]*)+$/iu;

/**
 * "running Kiln Care again", "manager says book Kiln Care": the name in capitals is meant, if the words around it ask; if they may belong to it ("welcome evening
 * for New Starters"), both are shown. `isStart` is whether a sentence begins there.
 */
export const readCore = (text: string, isStart: boolean): { topic: string; other: string | null } => {
  const found = findCore(text, isStart);
  if (found === null) return { topic: text, other: null };
  const { lead, core, tail } = found;
  const isLeadOff = lead === "" || ASKS.test(lead);
  const isTailOff = tail === "" || FOLLOWS.test(tail);
  const topic = [isLeadOff ? "" : lead, core, isTailOff ? "" : tail].filter((part) => part !== "").join(" ");
  return { topic, other: topic === core ? (isLeadOff && isTailOff ? null : core) : core };
};

/** What is said of a webinar behind its name: "… has finally got a date", "… is now fixed". */
const SAID_BEHIND =
  /^,? (?:has|have|had|['’]s|is|are|was|gets?|got|will be|needs?)(?: (?:finally|now|just|all|also|at last|been|got|to be|getting|already))* (?:(?:an?|its|their|the) )?(?:(?:new|firm|final|fixed) )?(?:date|slot|time|go-ahead|green light|fixed|confirmed|on|set|settled|agreed|approved|announced|arranged|happening|going ahead|back|due|ready|next|up|booked|scheduled|sorted|decided)(?: (?:for|at last|now|again|ahead|too))*[,.]?$/u;
/** What is said in front of it: "our chief executive has approved …". */
const SAID_BEFORE =
  /(?:^|\s)(?:has|have|had|['’]s|['’]ve)(?: (?:now|just|finally|also|all|kindly))* (?:approved|chosen|picked|agreed(?: (?:on|to))?|confirmed|accepted|selected|requested|asked for|proposed|planned|settled on|decided on|signed off(?: on)?|gone for|gone with|opted for)$/u;

/** "The Trade Evening has finally got a date": the name in a clause that says only that there is to be a webinar; null if it is no such clause. */
export const readClauseTitle = (text: string): string | null => {
  const runs = findRuns(text);
  const [run] = runs;
  if (run === undefined || runs.length > 1) return null;
  const [lead, tail] = [text.slice(0, run.from).trimEnd(), text.slice(run.to)];
  const isSubject = /^(?:(?:The|Our|An?|So|And|the|our|an?|so|and),? ?)*$/u.test(lead) && SAID_BEHIND.test(tail);
  const isObject = SAID_BEFORE.test(lead) && (tail === "" || /^[,.]$/.test(tail));
  return isSubject || isObject ? run.text : null;
};

/** Words in capitals one behind the other, with the small words between them. */
export interface Run {
  from: number;
  to: number;
  text: string;
}

const WORD = "\\p{Lu}[\\p{L}\\p{N}'’&-]*";
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])${WORD}(?: (?:(?:of|the|and|for|in|to|an?|with|vs\\.?|your|our|&|\\+|[–-]) ){0,2}(?:${WORD}|\\d{1,4}(?![\\d:.])))+`,
  "gu",
);
/** In capitals only because a sentence begins with them, or no part of a name anyway. */
const NO_PART =
  /^(?:(?:I|I['’]\p{L}+|The|An?|Our|My|We|You|It|This|That|There|So|And|But|Now|Then|Right|Well|Ok|Okay|Please|Pls|Could|Can|Would|Will|May|Might|Should|Book|Schedule|Add|Put|Get|Create|Set|Plan|Arrange|Organi[sz]e|Run|Host|Hold|Let['’]?s|Need|Re|Fwd|FYI|Hi|Hello|Hey|Dear|Zoom|Webinar|As|For|From|To|On|At|In|If|When|Next|New|Just|Also|Yes|No|Sorry|Thanks|Tell|Is|Are)(?: |$))+/u;
/** "Dr Amy Lund", "with Grace Obi", "from Acme Ltd": somebody, and no name of a webinar. */
const BEFORE_PEOPLE =
  /(?<!\p{L})(?:Dr|Prof|Mrs?|Ms|Mx|Sir|Dame|by|with|from|hosts?|speakers?|panell?ists?|presenters?|behalf of(?: the)?|at(?: the)?|via)\.?:? $/iu;
const BEHIND_PEOPLE =
  /^(?:['’]s(?!\p{L})|,? (?:\p{Ll}+ly |has |have |had |just )?(?:wants?|asks?|asked|asking|says?|said|would|needs?|requests?|requested|hopes?|wishes|is (?:free|back|away|keen|happy|available|presenting|speaking|hosting|the)|will (?:speak|present|host|join)|can(?! be)|could do|called|rang|emailed|confirmed)(?!\p{L}))/u;
/** Two words may be those of a person, unless the last is a word for a thing. */
const A_THING =
  /(?:ing|[st]ions?|ments?|ics|ness|ty|ties|[ae]nces?|isms?|y's|ures?|ships?|s|\p{Ll}date|view|day|work|shop|talk|class|course|clinic|training|workshop|briefing|update|review|refresher|update|care|law|tips|forum|week|hour|plan|guide|intro|club|live|101)$/iu;

/** The runs of a part of a sentence that may be the name of a webinar: no person, and not only the first word of a sentence. */
export const findRuns = (masked: string, begin = 0, end = masked.length): Run[] =>
  findAll(masked.slice(begin, end), RUN).flatMap((match) => {
    const skipped = NO_PART.exec(match[0])?.[0].length ?? 0;
    const from = begin + match.index + skipped;
    const text = match[0].slice(skipped);
    const to = from + text.length;
    const before = masked.slice(0, from);
    const [first = "", ...others] = text.split(" ");
    const capitals = text.split(" ").filter((word) => CAPITAL.test(word) || /^\d/.test(word)).length;
    // "Volcanoes of Iceland": the first word has its capital anyway
    const isSmall = startsSentence(before) && /^\p{Ll}/u.test(others[0] ?? "");
    if (capitals < 2 || (isSmall && capitals < 3) || first === "") return [];
    if (BEFORE_PEOPLE.test(before) || BEHIND_PEOPLE.test(masked.slice(to))) return [];
    const isLed = /(?<!\p{L})(?:the|our|an?|about|on|for|of) $/u.test(before);
    return text.split(" ").length === 2 && !A_THING.test(text) && !isLed ? [] : [{ from, to, text }];
  });
