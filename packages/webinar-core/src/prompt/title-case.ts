import { HELLO } from "./greetings.ts";

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
  const [lead, core, tail] = [words.slice(0, best.from), words.slice(best.from, best.to + 1), words.slice(best.to + 1)].map((part) => part.join(" "));
  return lead === undefined || core === undefined || tail === undefined || (lead === "" && tail === "") ? null : { lead, core, tail };
};

/** Words in front of a name that say who asks for it, or that it is asked for: none of them begins a name that is in capitals behind them. */
const ASKS = new RegExp(
  `(?<!\\p{L})(?:${HELLO}|thanks|webinars?|says?|said|ask(?:s|ed|ing)|told|tells?|wants?|wanted|wonders?|wondering|suggests?|suggested|remember|promised|mentioned|discussed|agreed|sounds?|running|doing|hosting|holding|having|repeating|booking|scheduling|book|schedule|shedule|put|got|get|going|go|let['’]?s|works?|yes|yep|sure|please|could|can|would|should|will|is|are|was|be|need(?:s|ed)?|i|we|you|he|she|they|it|that['’]s|it['’]s|again|next up|up next|so|then|also|ok|okay|here['’]s|there['’]s|fine|free|works|suits)(?![\\p{L}-])`,
  "iu",
);
/** Words behind a name that belong to what is asked for. */
const FOLLOWS =
  /^(?:(?:down|again|there|then|recurring|repeating|too|also|once more|this time|this year|please|in|on|up|needs?|wants?|happening|going(?: ahead| live)?|live|as (?:well|usual|before|always|planned|discussed|agreed)|like last (?:year|time|month)|one|thing|slot|for (?:us|me|everyone|you)|instead|next|now|itself|is|will be|should be|goes|go|run|running|happens|starts|set up|booked|scheduled|added|created)[\s,]*)+$/iu;

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
