import { type Phrase, phrase, refused } from "./facts.ts";
import { cityZone, isPlainWord, saidZone } from "./places.ts";
import { DOUBTFUL, REGIONS, SHORTS } from "./shorts.ts";

const AREAS = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US|Canada|Brazil|Chile|Mexico";
const REGION_NAMES =
  "Eastern|Central|Mountain|Pacific|Atlantic|Newfoundland|Alaska|Hawaii|Central European|Western European|Eastern European|British|Greenwich Mean|Indian?|India Standard|Japan|UK|US Eastern|US Central|US Mountain|US Pacific";
export const SHORT = Object.keys(SHORTS)
  .filter((name) => /^[A-Z]+$/.test(name) && !DOUBTFUL.has(name))
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
const PLACE = "((?![ap]m\\b)(?-i:\\p{Lu})(?:[\\p{L}'-]|\\.(?=\\p{L})|(?<=St)\\.)+(?: (?-i:\\p{Lu})(?:[\\p{L}'-]|\\.(?=\\p{L}))+){0,3})";

const IN = "(?:\\(?(?:in |,? ?à l['’]|,? ?)?)";
/** A time of day is to follow. */
const BEFORE_TIME = "(?= (?:at |um |à )?\\d{1,2}(?:(?:[:.]\\d{2})? ?(?:[ap]\\.?m\\b|uhr|h(?:\\d{2})?\\b|o['’]clock)|:\\d{2}))";

/** The place of a zone; "Melbourner Ortszeit" is that of Melbourne. */
const placeOf = (place: string): string =>
  [place, place.replace(/er$/, ""), place.replace(/r$/, "")].find((name) => saidZone(name) !== undefined) ?? place;
const zoneOf = ([place = ""]: readonly (string | undefined)[]) => ({ kind: "zone", said: `place:${placeOf(place)}` }) as const;

/** Words that stand before "time" and name no place. */
const ORDINARY =
  "story|screen|prime|family|quality|tea|lunch|dinner|show|play|bed|nap|circle|question|crunch|half|full|part|real|lead|down|over|free|spare|big|first|last|response|travel|break|summer|winter|standard|daylight|start|end|air|core|peak|party|any|some|more|good|great|high|wait|waiting|boot|space|deep|war|harvest|planting|run|reading|craft|coffee|local|same|usual|office|working|cooking|standard|daylight|saving|tax|term|turnaround|delivery|cycle|race|up|face|me|team";

/** "New-York-Zeit" */
const HYPHENED = "((?-i:\\p{Lu})[\\p{L}.]+(?:[- ](?-i:\\p{Lu})[\\p{L}.]+){0,2})";
const REGIONS_IN_FRENCH: Readonly<Record<string, string>> = {
  est: "E",
  centre: "C",
  pacifique: "P",
  rocheuses: "R",
  atlantique: "A",
  "terre-neuve": "T",
};
const PLACES_IN_FRENCH: Readonly<Record<string, string>> = {
  est: "Toronto",
  centre: "Winnipeg",
  pacifique: "Vancouver",
  rocheuses: "Edmonton",
  atlantique: "Halifax",
  "terre-neuve": "Newfoundland",
  "europe centrale": "Paris",
};

/** The zone behind its label: "Zone: Paris", "Time zone: EST", "Zone: Europe/Paris". */
const labelled = (said: string): string => {
  const bare = said.replace(/[.)]+$/, "").replace(/ (?:time|zeit)$/i, "");
  if (bare.includes("/") || /^(?:(?:UTC|GMT)(?: ?[+−-]\d{1,2}(?::?\d{2})?)?|[A-Z]{2,5})$/.test(bare)) return bare;
  return Object.hasOwn(REGIONS, bare.toLowerCase()) ? bare : `place:${placeOf(bare)}`;
};

/** Zones, whatever the language: IANA names, abbreviations, offsets. A place is looked up if a time stands beside it. */
export const zones: readonly Phrase[] = [
  phrase(`\\(?(?:in )?((?-i:${AREAS})(?:/[A-Za-z0-9_+-]+){1,2})\\)?(?: time\\b)?`, ([name = ""]) => ({ kind: "zone", said: name })),
  phrase(`\\(?(?:in )?((?-i:UTC|GMT|utc|gmt) ?[+\\-−]\\d{1,2}(?::?\\d{2})?)\\)?`, ([name = ""]) => ({ kind: "zone", said: name.toUpperCase() })),
  phrase("\\(?(?:in )?((?-i:UTC|GMT))\\)?(?: time\\b)?", ([name = ""]) => ({ kind: "zone", said: name })),
  phrase(`${IN}((?-i:${SHORT}))\\)?(?: time\\b)?`, ([name = ""]) => ({ kind: "zone", said: name })),
  phrase(`${IN}(?:the )?((?-i:${REGION_NAMES})(?: (?:Standard|Daylight|Summer|Winter))?) time\\)?`, ([name = ""]) => ({
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
  // "7pm IST (Kolkata)", "4.30pm IST (our Bangalore team)": the place says which of its zones an abbreviation means
  phrase(
    `(?<=(?-i:[A-Z]{2,5}),? )\\((?:(?:in|our|the|for|i\\.e\\.|that is|that['’]s) )*${PLACE}(?: (?-i:time|team|office|colleagues|side|based|crew|clocks))?\\)`,
    ([place = ""]) => (saidZone(place) === undefined ? null : zoneOf([place])),
  ),
  // "3pm IST here in Dublin"
  phrase(`(?<=(?-i:[A-Z]{2,5}),? )(?:here |over here |over )?in ${PLACE}(?= ?(?:[,:;)\\n–—-]|$))`, ([place = ""]) =>
    cityZone(place) === undefined ? null : zoneOf([place]),
  ),
  // "10 in the morning over in Tokyo"
  phrase(`(?:,? ?\\(?)(?:over|out|back|here) in ${PLACE}\\)?(?= ?(?:[,;:.!?)\\n\\u0001]|[-–—] |$))`, ([place = ""]) =>
    cityZone(place) === undefined ? null : zoneOf([place]),
  ),
  phrase(`${BEHIND_TIME}\\(?local(?:\\)|${ENDS})`, () => ({ kind: "filler" })),
  phrase("(?:in )?(?:my |the host['’]s |our )?local time|(?:in )?(?:my|the host['’]s|our) time(?: zone)?", () => ({ kind: "filler" })),
  phrase(`${BEHIND_TIME}\\(?((?-i:${[...DOUBTFUL].join("|")}))(?:\\)|${ENDS})`, ([name = ""]) => ({ kind: "zone", said: name })),
  phrase("(?:tz|(?:time ?)?zone) ?[:=] ?([^\\n,;]{2,40})|(?:zeitzone|fuseau(?: horaire)?) ?[:=] ?([^\\n,;]{2,40})", ([first, second]) => ({
    kind: "zone",
    said: labelled((first ?? second ?? "").trim()),
  })),
  // "Perth 10am": a place in front of its time, where a clause begins
  phrase(`(?<=^|[\\u0001,;:(\\n–-] ?)${PLACE}${BEFORE_TIME}`, ([place = ""]) =>
    cityZone(place) === undefined || isPlainWord(place) ? null : zoneOf([place]),
  ),
  phrase(`(?:,? ?(?:in |nach |um )?)(?!Uhr )${HYPHENED}-Zeit`, (groups) => zoneOf(groups)),
  phrase(
    `(?:,? ?(?:in |nach |um )?)(?:der )?Ortszeit (?:in |von |der )?${PLACE}|(?:,? ?(?:in |nach |um )?)(?!Uhr )${PLACE} Ortszeit`,
    ([first, second]) => zoneOf([first ?? second]),
  ),
  phrase(
    `\\(?(?:,? ?(?:à l['’])?)heure (?:normale |avancée |d['’]été |d['’]hiver )?(?:de l['’]|du |des |de |d['’])(est|centre|pacifique|rocheuses|atlantique|terre-neuve|europe centrale)(?: canadien)?\\)?`,
    ([name = ""], said) => {
      const short = REGIONS_IN_FRENCH[name.toLowerCase()] ?? "";
      const [standard, summer] = [`HN${short}`, `HA${short}`];
      return /normale|hiver/i.test(said) && short.length === 1
        ? { kind: "zone", said: standard }
        : /avancée|été/i.test(said) && short.length === 1
          ? { kind: "zone", said: summer }
          : { kind: "zone", said: `place:${PLACES_IN_FRENCH[name.toLowerCase()] ?? name}` };
    },
  ),
  phrase(
    `\\(?(?:,? ?(?:à l['’])?)heure (?:locale )?(?:de la |de l['’]|de |des |d['’]|du |à |aux |au |en |a )${PLACE}\\)?|\\(?(?:,? ?(?:à l['’])?)heure locale (?:\\(|: ?)?${PLACE}\\)?`,
    ([first, second]) => zoneOf([first ?? second]),
  ),
  phrase(`${BEHIND_TIME}\\(?(?:in |on |for )?(?:the )?((?:east|west) coast)\\)?${ENDS}`, ([name = ""]) => ({
    kind: "zone",
    said: name.toLowerCase(),
  })),
  refused(
    "anywhere on earth|(?-i:AoE|AOE)",
    (said) => `"${said}" is the zone of a deadline, 12 hours behind UTC, and Zoom keeps no webinar in it`,
    'Say the time in a zone such as UTC: "12:00 UTC".',
  ),
  // "irische Zeit", "heure irlandaise"
  phrase("(?:,? ?\\(?(?:in |nach |um )?)(\\p{L}+e)r? Zeit\\)?", ([people = ""]) =>
    saidZone(people) === undefined ? null : { kind: "zone", said: `place:${people}` },
  ),
  phrase("(?:,? ?\\(?(?:à l['’])?)heure (?:locale )?(\\p{L}+(?:-\\p{L}+)?)\\)?", ([people = ""]) =>
    saidZone(people) === undefined ? null : { kind: "zone", said: `place:${people}` },
  ),
  phrase(
    `(?:,? ?\\(?(?:in )?)${PLACE} local(?: time)?\\)?|(?:,? ?\\(?(?:in )?)(?:the )?local time (?:in |at |of |for )${PLACE}\\)?`,
    ([first, second]) => zoneOf([first ?? second]),
  ),
  phrase(`(?:,? ?in )?${PLACE} (?-i:time|TIME)\\b(?! (?:management|series|tracking|travel|off))`, ([place = ""]) =>
    saidZone(place) === undefined ? null : { kind: "zone", said: `place:${place}` },
  ),
  // "3pm Springfield time" is refused; "21 January: Telescope time allocation" is a topic
  phrase(`${BEHIND_TIME.replace(") )", "),? )")}\\(?(?:in )?${PLACE} time\\)?(?= ?(?:[,.;:()!?\\n]|[-–—] |$))`, ([place = ""]) => ({
    kind: "zone",
    said: `place:${place}`,
  })),
  // "11am Innsbrook time on 24 March": what is unknown is refused
  phrase(
    `${BEHIND_TIME.replace(") )", "),? )")}\\(?(?:in )?(?!(?:${ORDINARY}) )${PLACE} time\\)?(?= (?:(?:on |the )*(?:\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.? \\d)|tomorrow|today|next|every|each|this|from|until|with|please))`,
    ([place = ""]) => ({ kind: "zone", said: `place:${place}` }),
  ),
  // "11am innsbrook time, bees"
  phrase(
    `${BEHIND_TIME}\\((?:in )?(\\p{Ll}{4,}(?: \\p{Ll}{3,})?) time\\)|${BEHIND_TIME}(?!(?:${ORDINARY}|our|your|local|same|this|eastern|central|mountain|pacific|atlantic) )(\\p{Ll}{4,}) time(?=[,;:] ?[^\\n]*\\p{L}{3})`,
    ([first, second]) => ({
      kind: "zone",
      said: `place:${first ?? second ?? ""}`,
    }),
  ),
  // "3pm berlin time", "at the end, nairobi time"
  ...["", " \\p{L}+"].map((second) =>
    phrase(
      `(?:${BEHIND_TIME}|(?<=[,(] ?))\\(?(?:in )?((?![ap]m\\b|(?:eastern|central|mountain|pacific|atlantic) )\\p{L}{2,}${second}) time\\)?`,
      ([place = ""]) => (saidZone(place) === undefined || (isPlainWord(place) && place.length > 2) ? null : { kind: "zone", said: `place:${place}` }),
    ),
  ),
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
