import { isNearly } from "./mend.ts";
import type { Mood } from "./search-index.ts";

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
  /^\W*(hi|hello|hey|dear|ok|okay|so|now|and|also|well|oh|please|pls|plz|kindly|quickly|just|simply|next|then|first|actually|maybe|(can|could|would|will) (you|we|i)( please| kindly| quickly| just)?|i'?d (like|love|prefer) (you )?to|(i|we) would (like|love) (you )?to|(i|we) (want|need|have|wish|would like|must|should|will|are going|plan) (you )?to|we'?ll|i'?ll|let'?s|let us|help me( to)?|is it possible to|it is|it'?s|time to|would you mind|go ahead and|i'?m (trying|going) to|(we|i) (want|need) (?=(the|a|an|our|my|all|every)\b))\b[\s,:]*/i;

/** Begins as only a question or a wish to see does. */
const ASKS = new RegExp(
  `^(${[
    "((a|the|full|complete) )*(list|names|number|record|log|share|table|file|copy) of",
    "who'?s?|whom|whose|what'?s?|which|wich|when|where|why|hows?|whether",
    "is|isn'?t|are|aren'?t|was|were|wasn'?t|weren'?t|did|didn'?t|does|doesn'?t|has|hasn'?t|haven'?t|had|am|any|anyone|anybody|anything",
    // "Do they come back" asks, "do it again" does not; "have they registered" asks, "have them register" does not.
    "do (i|you|we|they|people|any|both|all|our|my|these|those|the (?!same (thing|event|webinar|one|again))|attendees|guests|viewers|hosts|panelists|speakers|registrants)|don'?t (we|you|they)",
    "have (i|you|we|they|any|\\w+ \\w+ed)",
    "show|shwo|list|see|view|find (?!a date)|look|check|tell|display|read (me|us|out|the|all|what|one|every|my (poll|summar))|give (me|us)|get (me|us)|fetch|download|export|print|count|compare|verify|review|search|summari[sz]e|sum (it )?up|monitor|track|know|learn|hear|overview|report|status of (?!.* to )|results?|statistics|stats|figures|number of|names of|details|history|log of|preview|pull (up|the (list|report|figures|numbers))|bring (me|up the)|read",
  ].join("|")})\\b`,
  "i",
);
/** A read in the form of an order: it writes to a file. */
const INTO_FILE =
  /^(save|dump|put|write|get|copy|extract|pull|give|send|pour|store|keep|turn)\b.*\b(as|into|to|onto|for|in(?= git| excel)) (an? |one |our |the |my )?(\w+ )?(csv|yaml|json|jsonl|excel|xlsx|spreadsheet|sheet|files?|disk|git|rows|crm|hubspot|salesforce|tableau|text files?)\b/i;
/** A sentence that begins as a question and is an order. */
const ORDERS_NOT_ASKS = /^(get rid|do not|don'?t|show (it|them) (on|in)|find (a|another) (date|slot)|look after)\b/i;
const ASKS_ANYWHERE =
  /\?\s*$|\b(want(s|ed)? to (see|know)|need(s)? to (see|know)|wonder(ing)?|whether|how many|how much|how long|let me (see|know)|so (that )?(i|we) can see|overview of|results|statistics|figures|transcript|(as|into|to) an? (yaml|csv|json|excel) file)\b/i;
/** Asks for the way to do something: what counts is the something. */
const ASKS_HOW =
  /^(how|where) ((do|does|can|could|should|would|might) (i|we|you|one|people|they|somebody|someone)|to)\b|^what('?s| is) the (best )?way to\b|^(is there|any) (a )?way to\b/i;
/** What is before the verb of such a question. */
const WAY_TO = /^(how|where) (do|does|can|could|should|would|to)( (i|we|you|one|people|they))?\s+/i;
/** Begins with a thing, not with an order: a verb further on does not order anything, unless it says that something has to be done. */
const NAMES = /^(the|an?|our|my|your|their|his|her|this|that|these|those|all|every|people|everyone|everybody) (?!me\b)/i;
const HAS_TO = /\b(should|must|shall|ought to|needs? to|(has|have|wants?|wish(es)?|going) to|please|instead|be \w+ed)\b/i;

const DELETES =
  /\b(get rid|throw .*(out|away)|take .*(off|away|down|out)|call(ing)? .*off|no .*any ?more|not doing|(don'?t|do not|no longer) (need|want)|not needed|done with|strike .*off|cross .*off|not take place|is off|(must|has to|have to|should|can) go|should be no|will be no|no longer|not .* any ?more|nobody .* any ?more|lose the|away with|out with|do without|superfluous|is history|is out of date|would rather not|(won'?t|will not|can'?t|can ?not) (be|come|make|attend|speak|present|join)|not (going to|able to) (be|come|make|attend|speak|present|join))\b|^(?!(roll|carry|find|read|print|check|work|send|hand|give|start|stand|log|sign|turn|opt|point)\b)\w+( \w+){0,2} (off|out|away|gone)( please)?$|^no (?!(shows?|one|idea|matter)\b)/i;
const DELETE_WORDS =
  "delete remove erase cancel drop clear scrap kick wipe purge uninvite unregister withdraw revoke disinvite discard undo skip scrub strike kill bin chuck ditch toss trash axe".split(
    " ",
  );
/** Verbs that order a change wherever they are. */
const ORDER_WORDS =
  "add adding create change edit update rename move invite register enrol enroll schedule approve deny reject accept enable disable switch stop upload make replace save import apply clone duplicate copy put send allow require postpone reschedule let organise organize prepare push bring extend shorten close hand assign give fix correct swap pick choose keep block mute hide broadcast confirm".split(
    " ",
  );
const ORDERS = new RegExp(
  `\\b(${ORDER_WORDS.join("|")}|do not|don'?t|sign (up (?!forms?\\b|pages?\\b|lists?\\b|questions?\\b)|.* up\\b)|turn (on|off|down)|go live|ask (people|them|for|registrants|attendees)|say (no|yes))\\b`,
  "i",
);
/** Words that are things as often as orders, "start time", "use of the link": an order only in front of what it is about. */
const ORDERS_IN_FRONT =
  /^(set|start|end|stream|record|open|book|plan|limit|cap|use|remind|mail|set up|invite) (the|an?|our|my|it|its|them|this|that|these|all|every|everyone|everybody|some|people|up|to|on|for|with|\d|[A-Z])|\b(to|and|please|then) (set|start|end|stream|record|open|book|plan|limit|cap|use) /;

/** Words that stand before an order in the middle of a sentence, and after one that is a thing: "schedule of next week". */
const BEFORE_ORDER = /(^((bulk|mass|batch|group)[- ])?|[,:;.!] ?|\b(to|please|and|then|we|i|but) )$/i;
const AFTER_THING = /^ (of|list|history|status|page|links?|log)\b/i;

const DELETE_ORDERS = new RegExp(`\\b(${DELETE_WORDS.join("|")})\\b`, "i");

/** "Cancelled registrations" are a thing to look at; "should be cancelled" is an order. */
const PARTICIPLE = /ed$/;
const TO_BE = /\b(be|get|gets|being) \w+ed\b/i;

/** The question without what people say before they come to what they want. */
export const withoutPolite = (asked: string): string => {
  const rest = asked.replace(POLITE, "");
  return rest === asked || rest.trim() === "" ? asked : withoutPolite(rest);
};

const saysDelete = (asked: string): boolean => {
  // A kick-off is a thing, as long as nobody kicks anybody off.
  const words =
    asked
      .replace(/\bkick-?offs?\b/gi, "")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const isOrder = (word: string) => !PARTICIPLE.test(word) || TO_BE.test(asked);
  return words.some((word) => isOrder(word) && DELETE_WORDS.some((verb) => isNearly(word, verb) || word === `${verb}ing` || word === `${verb}ling`));
};

/** Whether the order is at the place of an order, and not within the name of a thing. */
const isCommand = (plain: string): boolean => {
  const { 0: order = "", index = 0 } = ORDERS.exec(plain) ?? DELETE_ORDERS.exec(plain) ?? {};
  return order !== "" && BEFORE_ORDER.test(plain.slice(0, index)) && !AFTER_THING.test(plain.slice(index + order.length));
};

/** Reads from the first words whether somebody asks or orders, and whether something is to go. */
export const intentOf = (asked: string): Intent => {
  const plain = withoutPolite(asked);
  const isHow = ASKS_HOW.test(plain);
  const isAsked = !ORDERS_NOT_ASKS.test(plain) && (ASKS.test(plain) || ASKS_ANYWHERE.test(plain) || INTO_FILE.test(plain));
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
      writes &&
      (deletes ||
        isHow ||
        /^(do not|don'?t)\b/i.test(plain) ||
        HAS_TO.test(plain) ||
        (isMistyped && !ORDERS.test(plain)) ||
        ORDERS_IN_FRONT.test(plain) ||
        isCommand(plain)),
  };
};

/** The one word for it. */
export const moodOf = ({ reads, deletes, writes }: Intent): Mood => (reads ? "asks" : deletes ? "deletes" : writes ? "orders" : "names");
