import { MARK, type MarkedText, notUnderstood } from "./marked-text.ts";

const HINT = 'Put the topic in quotes: create a webinar "AI Safety" on 2027-03-01 at 10:00.';
const LONGEST = 200;

const QUOTED = /["“”„«]([^"“”„«»]{1,400})["“”»]/;
const VERBS = "create|schedule|plan|set up|setup|book|host|organi[sz]e|arrange|make|add|run|hold|have|need|want|like";
/** Behind its own word, up to what was understood otherwise or the end of the sentence. */
const INTRODUCED = new RegExp(
  `\\b(?:about|titled|entitled|called|named|on the (?:topic|subject)(?: of)?|(?:the )?(?:topic|title)(?: is)?:?)[ :]+([^${MARK}]+?)(?=${MARK}|[.;!?](?: |$)|$)`,
  "i",
);
const BEHIND = new RegExp(`\\bwebinar(?: series)? on ([^${MARK}]+?)(?=${MARK}|[.;!?](?: |$)|$)`, "i");
const BEFORE = new RegExp(`\\b(?:${VERBS})(?: me| us)?(?: an?| the| our| my)?(?: new| recurring)? ?(?:${MARK} ?)*([^${MARK}]+?)(?= webinar\\b)`, "i");
const LOOSE_END = /(?:[\s,–-]+(?:on|at|from|starting|starts|beginning|for|in|every|each|and|with|the|of|to|it|lasting|will be|is))+$/i;

/** Before a day, a time or a rhythm these words change it: what they say must not end up in the topic. */
const TURNING =
  /\b(?:(?:every|each)(?: \S+)?|by|around|about|than|before|after|until|till|first|second|third|fourth|fifth|last|next|this|or|not|except|approximately|between|\d+(?:st|nd|rd|th))$/i;

/** Cuts out a topic in quotes, before anything else is read: whatever stands in quotes is the topic. Throws `InputError` for two quotes. */
export const takeQuotedTopic = (text: MarkedText): string | null => {
  const topic = text.take(QUOTED)?.[1];
  if (topic === undefined) return null;
  if (QUOTED.test(text.rest)) throw notUnderstood("it has two quotes", "Put only the topic in quotes.");
  return assertTopic(topic.trim());
};

/** Cuts the topic out of what is left when time, length and rhythm are gone. Throws `InputError` where none stands out. */
export const takeTopic = (text: MarkedText): string => {
  for (const pattern of [INTRODUCED, BEHIND, BEFORE]) {
    const found = pattern.exec(text.rest);
    if (!found) continue;
    const [whole, said = ""] = found;
    const from = found.index + whole.length - said.length;
    const isCutShort = text.rest.charAt(from + said.length) === MARK;
    const topic = (isCutShort ? said.trimEnd().replace(LOOSE_END, "") : said).replace(/^[\s:,]+|[\s,.;:]+$/g, "");
    if (wordsOf(topic).every(isFiller)) continue;
    if (isCutShort && TURNING.test(topic)) throw notUnderstood(`it is not clear where the topic "${topic}" ends`, HINT);
    text.cut(from + said.indexOf(topic), topic.length);
    return assertTopic(topic);
  }
  throw notUnderstood("it names no topic", HINT);
};

const assertTopic = (topic: string): string => {
  if (topic.length > LONGEST) throw notUnderstood(`the topic is longer than ${LONGEST} characters`, "Shorten it.");
  if (topic === "") throw notUnderstood("the topic is empty", HINT);
  return topic;
};

const FILLERS = new Set(
  `create schedule plan set up setup book host organize organise arrange make add run hold have please can could you would will shall we i us me my our
  a an the new webinar webinars recurring repeating repeated series session sessions online zoom event on at for in of with it its is that which be
  starts start starting begins begin beginning from takes taking take place lasting lasts last long each and about titled entitled called named topic
  title subject to like want need going let s there as time o clock date day days until times d m ll hours`.split(/\s+/),
);

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
const isFiller = (word: string) => FILLERS.has(word.toLowerCase());

/** Throws `InputError` that names what was not understood, where anything but small words is left. */
export const assertNothingLeft = ({ rest }: MarkedText): void => {
  const words = wordsOf(rest).filter((word) => !isFiller(word));
  if (words.length === 0) return;
  throw notUnderstood(`this was not understood: "${words.slice(0, 12).join(" ")}"`, `Say it otherwise or leave it out. ${HINT}`);
};
