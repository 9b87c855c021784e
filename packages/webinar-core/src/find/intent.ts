import { distance } from "fastest-levenshtein";

/** What a question wants done. A bare name of a thing, "passcode of a webinar", wants neither. */
export interface Intent {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly deletes: boolean;
  /** True for a clear order; what only may be one never finds a change first. */
  readonly commands: boolean;
}

/** How people begin before they come to what they want. */
const POLITE =
  /^\W*(hi|hello|hey|ok|okay|so|now|and|also|well|please|pls|plz|kindly|quickly|just|(can|could|would|will) (you|we|i)( please| kindly| quickly)?|i'?d (like|love) (you )?to|i would like (you )?to|(i|we) (want|need|have|wish|would like|must|should) (you )?to|let'?s|help me( to)?|is it possible to|time to|i'?m (trying|going) to)\b[\s,:]*/i;

const ASKS =
  /^(((a|the|full|complete) )*(list|names|number|record|log) of|who'?s?|whom|whose|what'?s?|which|wich|when|where|why|hows?|is|isn'?t|are|aren'?t|was|were|did|didn'?t|do|does|has|have|had|am|any|anyone|anybody|show|shwo|list|see|view|read|find|look|check|tell|display|give me|get|fetch|pull|download|export|print|count|compare|verify|review|search|summari[sz]e|monitor|track|know|learn|hear|overview|report|status|results?|statistics|stats|figures|number of|names of|details|history|log of)\b/i;
const ASKS_ANYWHERE =
  /\?\s*$|\b(want(s|ed)? to (see|know)|need(s)? to (see|know)|wonder(ing)?|whether|how many|how much|how long|let me (see|know)|so (that )?(i|we) can see|overview of|results|statistics|figures|transcript|(as|into|to) an? (yaml|csv|json|excel) file)\b/i;
/** Asks for the way to do something: what counts is the something. */
const ASKS_HOW = /^(how|where) (do|does|can|could|should|would|to)\b|^what('?s| is) the (best )?way to\b|^(is there|any) (a )?way to\b/i;
/** What stands before the verb of such a question. */
const WAY_TO = /^(how|where) (do|does|can|could|should|would|to)( (i|we|you|one|people|they))?\s+/i;
/** Begins with a thing, not with an order: a verb further on does not order anything, unless it says that something has to be done. */
const NAMES = /^(the|an?|our|my|your|their|his|her|this|that|these|those|all|every|people|everyone|everybody) (?!me\b)/i;
const HAS_TO = /\b(should|must|shall|ought to|needs? to|(has|have|wants?|wish(es)?|going) to|please|instead|be \w+ed)\b/i;

const DELETES =
  /\b(get rid|throw .*(out|away)|take .*(off|away|down|out)|call(ing)? .*off|no .*any ?more|not doing|(don'?t|do not|no longer) (need|want)|not needed|done with|strike .*off|cross .*off|not take place|is off|(must|has to|have to|should) go)\b/i;
const DELETE_WORDS =
  "delete remove erase cancel drop clear scrap kick wipe purge uninvite unregister withdraw revoke disinvite discard undo skip dump kill bin chuck ditch toss trash axe".split(
    " ",
  );
/** Verbs that order a change wherever they stand. */
const ORDER_WORDS =
  "add adding create change edit update rename move invite register enrol enroll schedule approve deny reject accept enable disable switch stop upload make replace save import apply clone duplicate copy put send allow require postpone reschedule let organise organize prepare push bring extend shorten close hand assign give fix correct swap pick choose keep block mute hide broadcast confirm".split(
    " ",
  );
const ORDERS = new RegExp(
  `\\b(${ORDER_WORDS.join("|")}|sign .* up|turn (on|off|down)|go live|ask (people|them|for|registrants|attendees)|say (no|yes))\\b`,
  "i",
);
/** Words that are things as often as orders, "start time", "use of the link": an order only in front of what it is about. */
const ORDERS_IN_FRONT =
  /^(set|start|end|stream|record|open|book|plan|limit|cap|use|remind|mail|set up|invite) (the|an?|our|my|it|its|them|this|that|these|all|every|everyone|everybody|some|people|up|to|on|for|with|\d|[A-Z])|\b(to|and|please|then) (set|start|end|stream|record|open|book|plan|limit|cap|use) /;

/** Words that stand before an order in the middle of a sentence, and after one that is a thing: "schedule of next week". */
const BEFORE_ORDER = /(^|[,:;.!] ?|\b(to|please|and|then|we|i|but) )$/i;
const AFTER_THING = /^ (of|list|history|status|page|links?|log)\b/i;

const DELETE_ORDERS = new RegExp(`\\b(${DELETE_WORDS.join("|")})\\b`, "i");

/** "Cancelled registrations" are a thing to look at; "should be cancelled" is an order. */
const PARTICIPLE = /ed$/;
const TO_BE = /\b(be|get|gets|being) \w+ed\b/i;

/** Whether a word is another but for one typing error: a letter too much, missing or wrong, or two that changed places. */
export const isNearly = (term: string, word: string): boolean =>
  term === word || (term.length > 4 && (distance(term, word) <= 1 || isSwapped(term, word)));

const isSwapped = (term: string, word: string): boolean => {
  if (term.length !== word.length) return false;
  const at = [...term].findIndex((letter, index) => letter !== word[index]);
  return at >= 0 && term.slice(0, at) + (term[at + 1] ?? "") + (term[at] ?? "") + term.slice(at + 2) === word;
};

/** The question without what people say before they come to what they want. */
export const withoutPolite = (asked: string): string => {
  const rest = asked.replace(POLITE, "");
  return rest === asked || rest.trim() === "" ? asked : withoutPolite(rest);
};

const saysDelete = (asked: string): boolean => {
  const words = asked.toLowerCase().match(/[a-z]+/g) ?? [];
  const isOrder = (word: string) => !PARTICIPLE.test(word) || TO_BE.test(asked);
  return words.some((word) => isOrder(word) && DELETE_WORDS.some((verb) => isNearly(word, verb) || word === `${verb}ing` || word === `${verb}ling`));
};

/** Whether an order stands where orders stand, and not within the name of a thing. */
const isCommand = (plain: string): boolean => {
  const { 0: order = "", index = 0 } = ORDERS.exec(plain) ?? DELETE_ORDERS.exec(plain) ?? {};
  return order !== "" && BEFORE_ORDER.test(plain.slice(0, index)) && !AFTER_THING.test(plain.slice(index + order.length));
};

/** Reads from the first words whether somebody asks or orders, and whether something is to go. */
export const intentOf = (asked: string): Intent => {
  const plain = withoutPolite(asked);
  const isHow = ASKS_HOW.test(plain);
  const isAsked = ASKS.test(plain) || ASKS_ANYWHERE.test(plain);
  const isLookedFor = isHow && ASKS.test(plain.replace(WAY_TO, ""));
  const deletes = (!isAsked || isHow) && (DELETES.test(plain) || saysDelete(plain));
  const isThing = NAMES.test(plain) && !HAS_TO.test(plain);
  // A typing error must not turn the first word of an order into a thing.
  const [first = ""] = plain.toLowerCase().match(/[a-z]+/) ?? [];
  const isMistyped = !PARTICIPLE.test(first) && [...ORDER_WORDS, ...DELETE_WORDS].some((word) => isNearly(first, word));
  const orders = deletes || ((isMistyped || ORDERS.test(plain) || ORDERS_IN_FRONT.test(plain)) && !isThing);
  const reads = isAsked && (isLookedFor || !(isHow && orders));
  const writes = !reads && orders;
  return {
    reads,
    deletes,
    writes,
    commands:
      writes && (deletes || isHow || HAS_TO.test(plain) || (isMistyped && !ORDERS.test(plain)) || ORDERS_IN_FRONT.test(plain) || isCommand(plain)),
  };
};
