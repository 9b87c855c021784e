import { type Phrase, phrase, refused, when } from "./facts.ts";
import { cityZone, isPlainWord } from "./places.ts";
import { SHORTS } from "./shorts.ts";

const AREAS = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US|Canada|Brazil|Chile|Mexico";
const REGIONS =
  "Eastern|Central|Mountain|Pacific|Atlantic|Alaska|Hawaii|Central European|Western European|Eastern European|British|Greenwich Mean|Indian?|India Standard|Japan|UK|US Eastern|US Central|US Mountain|US Pacific";
export const SHORT = Object.keys(SHORTS)
  .filter((name) => /^[A-Z]+$/.test(name))
  .sort((a, b) => b.length - a.length)
  .join("|");
/** What names a zone for sure: none of it may go unused. */
export const ZONE_WORDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:UTC|GMT|${SHORT}|(?:${AREAS})/[A-Z]\\w+)(?![\\p{L}\\p{N}])`, "u");
/** What is behind the name of a zone that is not said to be one. */
const ENDS =
  '(?= ?(?:[,.;:()!?/\\n]|[-–] |$|["“„«\\u0001])| (?:on|with|without|for|please|and|every|each|from|until|called|about|titled|mit|ohne|für|am|bitte|über|avec|sans|pour|le|sur|webinar|webinaire)\\b)';
/** "10am Eastern" is a zone, "10am Eastern philosophy" a topic. */
const ENDS_REGION = `(?:${ENDS}|(?= (?:\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|this|next|daily|weekly|monthly|hosted|named|entitled|recorded|recurring|lasting|the|then|start|webcast|session|series|registration|passcode|by|in|at|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.? \\d)))`;
/** Right behind a time of day. */
const BEHIND_TIME = "(?<=(?:\\d|[ap]\\.?m\\.?|noon|o['’]clock|Uhr|h) )";

/** Abbreviations in lower case, right behind a time; some are words of another language. */
export const lowerZones = (names: string): Phrase =>
  phrase(`${BEHIND_TIME}\\(?((?-i:${names}))\\)?(?: time)?(?! (?:and|or|vs\\.?|&) \\p{L})`, ([name = ""]) => ({
    kind: "zone",
    said: name.toUpperCase(),
  }));

/** A name of one to three words in capitals. */
const PLACE = "((?![ap]m\\b)(?-i:\\p{Lu})(?:[\\p{L}'-]|\\.(?=\\p{L})|(?<=St)\\.)+(?: (?-i:\\p{Lu})(?:[\\p{L}'-]|\\.(?=\\p{L}))+){0,2})";

const IN = "(?:\\(?(?:in |,? ?à l['’]|,? ?)?)";

/** Zones, whatever the language: IANA names, abbreviations, offsets. A place is looked up if a time stands beside it. */
export const zones: readonly Phrase[] = [
  phrase(`\\(?(?:in )?((?-i:${AREAS})(?:/[A-Za-z0-9_+-]+){1,2})\\)?(?: time\\b)?`, ([name = ""]) => ({ kind: "zone", said: name })),
  phrase(`\\(?(?:in )?((?-i:UTC|GMT) ?[+\\-−]\\d{1,2}(?::?\\d{2})?)\\)?`, ([name = ""]) => ({ kind: "zone", said: name })),
  phrase("\\(?(?:in )?((?-i:UTC|GMT))\\)?(?: time\\b)?", ([name = ""]) => ({ kind: "zone", said: name })),
  phrase(`${IN}((?-i:${SHORT}))\\)?(?: time\\b)?`, ([name = ""]) => ({ kind: "zone", said: name })),
  phrase(`${IN}(?:the )?((?-i:${REGIONS})(?: (?:Standard|Daylight|Summer|Winter))?) time\\)?`, ([name = ""]) => ({
    kind: "zone",
    said: name.replace(/^US /, ""),
  })),
  phrase(`(?<=(?:\\d|[ap]\\.?m\\.?|noon|o['’]clock) )\\(?((?-i:Eastern|Central|Mountain|Pacific))(?:\\)|${ENDS_REGION})`, ([name = ""]) => ({
    kind: "zone",
    said: name,
  })),
  refused(
    "(?<!of )(?:in )?(?:their|your|his|her|(?!(?:it|that|let|here|what|who|there)['’]s)\\p{L}+['’]s|\\p{L}+s['’]) (?:own |local )?time(?: ?zone)?(?! (?:to|for|of|off|management))",
    (said) => `whose zone "${said}" is cannot be known`,
    "Name the zone: New York time, 10:00 UTC.",
  ),
  phrase("(?:in )?(?:my |the host['’]s |our )?local time|(?:in )?(?:my|the host['’]s|our) time(?: zone)?", () => ({ kind: "filler" })),
  ...when("time", [
    phrase(`(?:,? ?in )?${PLACE} time\\b(?! (?:management|series|tracking|travel|off))`, ([place = ""]) =>
      cityZone(place) === undefined ? null : { kind: "zone", said: `place:${place}` },
    ),
    // "3pm Springfield time" is refused; "21 January: Telescope time allocation" is a topic
    phrase(`${BEHIND_TIME.replace(") )", "),? )")}\\(?(?:in )?${PLACE} time\\)?(?= ?(?:[,.;:()!?\\n]|$))`, ([place = ""]) => ({
      kind: "zone",
      said: `place:${place}`,
    })),
    // "3pm berlin time", "at the end, nairobi time"
    ...["", " \\p{L}+"].map((second) =>
      phrase(`(?:${BEHIND_TIME}|(?<=[,(] ?))\\(?(?:in )?((?![ap]m\\b)\\p{L}{2,}${second}) time\\)?`, ([place = ""]) =>
        cityZone(place) === undefined || (isPlainWord(place) && place.length > 2) ? null : { kind: "zone", said: `place:${place}` },
      ),
    ),
  ]),
  lowerZones("utc|gmt|cet|cest|bst|edt|pst|pdt|cdt|mdt|mez|mesz"),
  // one word or two: "10am London Webinar" has its place in the first
  ...["", " [\\p{L}.'-]+"].map((second) =>
    phrase(
      `${BEHIND_TIME}(?:,? ?)\\(?(?:in |à )?((?![ap]m\\b)[\\p{L}][\\p{L}.'-]+${second})(?: time)?\\)?${ENDS}`,
      ([place = ""]) => (cityZone(place) === undefined || isPlainWord(place) ? null : { kind: "zone", said: `place:${place}` }),
      { weak: true },
    ),
  ),
];
