import { type Phrase, phrase } from "../facts.ts";
import { NO_DAY } from "../people.ts";
import { cityZone } from "../places.ts";
import { MONTH } from "./days.ts";

const EMAIL = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";
// a dot belongs to an initial; behind a word it ends the sentence
const NAME_WORD = "(?:(?-i:\\p{Lu})\\.|(?-i:\\p{Lu})[\\p{L}'’-]+)";
const NAME = `(?-i:\\p{Lu})(?:\\.|[\\p{L}'’-]+)(?: ${NO_DAY}${NAME_WORD}){0,2}`;
const WHO = `(${EMAIL}|(?:(?:Dr|Mr|Ms|Mrs|Miss|Mx|Prof|Rev|Sir|Dame|Sister|Father|Professor|Doctor)\\.? ){0,2}${NAME})`;
/** "for Fire Warden Briefing", "for Spring Enrolment": words that name what a webinar is for, and nobody. */
const NOBODY =
  /(?<!\p{L})(?:\p{L}+(?:ings?|tion|tions|ment|ments|ship|shop|ness|ance|ence|ery|ers|ors|ists|ants|ents|ees|ians|folks?|people)|review|update|updates|launch|day|night|week|month|season|supper|dinner|lunch|breakfast|fair|festival|show|class|course|courses|hours|kick-?off|q&a|demo|demos|clinic|club|council|committee|team|teams|staff|members|parents|teachers|students|volunteers|managers|leaders|owners|beginners|starters|users|customers|clients|partners|interns|nurses|wardens?|officers?|circle|network|group|groups|sales|support|safety|care|basics|policy|plan|plans|project|report|results|tour|talk|talks|summit|forum|panel|conference|congress|exam|exams|school|college|university|guide|rules|skills|spring|summer|autumn|winter|easter|christmas|ramadan|diwali)(?!\p{L})/iu;
/** A host behind "for": an address, or a name that is nothing else. */
const hostFor = (groups: readonly (string | undefined)[]) => (NOBODY.test((groups[0] ?? "").replace(/^\S+@.*$/u, "")) ? null : host(groups));
/** "Alternative hosts for bat viruses": no name of a person. */
const NO_PERSON = /^(?:alternat(?:iv)?e|alt|co|guest|backup|our|your|the|event|webinar|party|game|quiz|home|new|all)$/i;
const host = ([name = ""]: readonly (string | undefined)[]) =>
  NO_PERSON.test(name) ? null : ({ kind: "host", host: name.replace(/[.,]+$|['’]s$/, "") } as const);

/** Somebody is said to host, and not only beside another. */
const NAMES_A_HOST = "(?:(?<!(?:alternat(?:iv)?e|alt\\.?|backup|stand-?in|substitute|co|second)[- ])host(?!s)|on behalf of |for [\\w.+-]+@)";
/** "make Desmond the host: Customer marketing": who hosts stands in front, and the topic behind. */
const NAMED_ALREADY =
  "(?<!(?!(?:The|Our|And|With|Its|For|Host)(?!\\p{L}))(?-i:\\p{Lu})[\\p{L}'’-]+ (?:(?:is|as|to|to be|will|will be|can|should|should be|being) )?(?:the |our |its )?)(?<!(?!(?:The|Our|And|With|Its|For)(?!\\p{L}))(?-i:\\p{Lu})[\\p{L}'’-]+ the )";

/** How the host is named in English. */
export const hosts: readonly Phrase[] = [
  phrase(
    `(?:,? ?(?:and )?)(?:to be |which is |it is |it['’]s |that is )?(?:hosted|led|run|presented|moderated|given|organi[sz]ed) by:? (?:(?:the |my |our )?(?:boss|chair|manager|colleague|director|head)(?:,| i\\.?e\\.?| namely)+ )?${WHO}`,
    host,
  ),
  phrase(
    `(?<!(?:alternat(?:iv)?e|alt\\.?|backup|stand-?in|substitute|co|second)[- ])(?:,? ?(?:and )?)(?:the )?(?<!(?:alternat(?:iv)?e|alt\\.?|backup|stand-?in|substitute|co|second)[- ])${NAMED_ALREADY}(?<!(?:to|we|i|you|they|will|can|could|would|['’]ll|let['’]s|please) )(?:host|organi[sz]er)(?:(?: is(?: to be)?| will be| should be| has to be| must be)(?![\\p{L}\\p{N}]))? ?[:=–-]? ?${WHO}`,
    host,
  ),
  phrase(
    `(?:,? ?(?:and )?)(?:with )?${WHO} (?:as (?:the )?host|hosting|is hosting|will be hosting|['’]ll be hosting|['’]ll host|is going to host|is to host|shall host|will be (?:the )?host|is the host|will host|(?-i:hosts)(?<!^(?-i:\\p{Lu}[\\p{L}'’-]*) \\p{L}+(?= ?[,:–]))|is chairing|will be chairing|will chair|is going to chair)`,
    host,
  ),
  phrase(
    `(?:,? ?(?:and )?)${WHO} (?:to be (?:the |our )host|should (?:be (?:the |our )?)?host|can host|is (?:the |our )host)(?: (?:it|this))?(?= ?[:,;.–-]|$)`,
    host,
  ),
  phrase(
    `(?:please |and )?(?:make|have|set|let|put|get|use|i want|we want|i['’]d like|we['’]d like) ${WHO} (?:(?:as |to be |be )?(?:the |our )host|as host|(?:to )?host|hosting)(?: (?:it|this))?(?= ?[:,;.–-]|$)`,
    host,
  ),
  // "Aoife will be in the chair, so please put her down as host for …"
  phrase(
    `(?<=^|[\\u0001\\n.!?;(] ?)${WHO} (?:is|will|['’]s|has|takes|took|can|volunteered|agreed|offered)(?!\\p{L})[^.!?;\\n,\\d]{0,40},? (?:so|and) (?:(?:please|kindly|can you|could you|just|would you) )*(?:put|set|make|have|enter|list|mark|name|add|use) (?:her|him|them)(?: down| in)? (?:(?:as|to be) )?(?:the |our |its )?host(?: (?:for|of|on)(?= (?!\\d)))?`,
    host,
  ),
  phrase(
    `(?:please |and |so )*(?:put|name|list|enter|show|mark|make|have|add|set|use|register) ${WHO} (?:down |in )?(?:as|to be) (?:the |our |its )?host(?: (?:for|of|on)(?= (?!\\d)(?!\\p{L}+day)))?`,
    host,
  ),
  phrase(
    `(?<=^|[\\u0001\\n.!?;,(–—] ?)${WHO} (?:should|must|is|will|has agreed|has offered|needs|wants|would like)(?: to)? (?:be )?(?:(?:shown|listed|named|entered|put|put down|marked|set) )?(?:as )?(?:the |our |its )?host(?: (?:for|of)(?= (?!\\d)))?`,
    host,
  ),
  phrase(
    `(?<=^|[\\u0001\\n.!?;,(–—] ?)${WHO} to host(?: (?:it|this|the webinar))?(?= ?(?:[,.;:!)\\n–—]|$|- ))|(?<=[\\n.!?;,(–—] ?)((?-i:\\p{Lu})[\\p{L}-]+)['’]s hosting(?= ?(?:[,.;:!)\\n–—]|$|- ))`,
    ([first, second]) => host([first ?? second]),
  ),
  phrase(`(?:,? ?)(?:please )?(?:from|via|through|using|use) ${WHO}['’]s (?:account|calendar|licen[cs]e|zoom)`, host),
  // "not under my name pls, luis@example.com is the host"
  phrase(
    `(?:,? ?\\(?)(?:please |pls )?(?:and )?(?:not|(?:do not|don['’]?t) (?:put|book|set|do|schedule|create|make|host|have|run)(?: (?:it|this|that|them|the (?:webinar|session)))?(?: up)?) (?:under|in|with|from|on|as) (?:my|our)(?: own)? (?:name|account|login|zoom|licen[cs]e)(?: please| pls| this time)?\\)?(?=[^\\n]*${NAMES_A_HOST}|(?<=${NAMES_A_HOST}[^\\n]*))`,
    () => ({ kind: "filler" }),
  ),
  // "I'm to host …", "(she hosts, not me)"
  phrase(
    "(?:i['’]?m|i am|we['’]?re|we are|(?:she|he)['’]?s|(?:she|he) is) (?:to|going to|due to|meant to) host(?= ?(?:\\u0001|(?-i:\\p{Lu})))",
    () => ({ kind: "filler" }),
  ),
  phrase(
    "(?<=(?:@|host)[^;\\n]{0,60})\\(?(?:she|he|they)(?: is| are|['’]s|['’]re| will)? (?:hosts?|hosting|the host|be hosting)(?:,? (?:and )?not (?:me|us|i))?\\)?(?= ?(?:[,;.:)\\n–—-]|$))",
    () => ({ kind: "filler" }),
  ),
  // "hosted by Ann, not me": who does not host, beside who does
  phrase(
    "(?<=(?:host|@)(?:[^.;\\n]|\\.(?=\\p{L})){0,60})(?:,? ?\\(?|,? )(?:and )?(?:(?:not|rather than|instead of|in place of) (?:me|myself|us)|instead)!*\\)?(?= ?(?:[:,;.\\n–—-]|$))",
    () => ({ kind: "filler" }),
  ),
  // "have Marta host Quiet Gardens"
  phrase(`(?:please |and |could you |can you )*(?:have|get|let|ask) ${WHO} (?:to )?host(?= (?:\\p{Lu}|the |our |an? |my |it |this ))`, host),
  // "Please can Marta host Quiet Gardens"
  phrase(
    `(?:please |and |so )*(?:can|could|will|would|may|should|shall|let) ${WHO} (?:please |kindly )?(?:host|run|lead|chair|present|moderate|facilitate)(?= (?:\\p{Lu}|the |our |an? |my |it |this |["“]))`,
    host,
  ),
  // "Bea takes the chair for …"
  phrase(`(?<=^|[\\u0001\\n.!?;,(–—] ?)${WHO} (?:takes|will take|is taking|is in) the chair(?: (?:for|of|at)(?= (?!\\d)))?`, host),
  phrase(
    `(?<=^|[\\u0001\\n.!?;(] ?)(?:hosting|chair|in the chair) ?: ?${WHO}|(?<=[,;] ?)${WHO} (?:in the chair|hosting|chairing|leading)(?= ?(?:[,.;:!)\\n–—]|$))`,
    ([first, second]) => host([first ?? second]),
  ),
  // "Bea will chair.", "Bea is in the chair, kiln safety"
  phrase(
    `(?<=^|[\\u0001\\n.!?;,(–—] ?)${WHO} (?:(?:is|will be|['’]s|['’]ll be) (?:in the chair|chairing|leading|running|moderating|presenting|facilitating|the (?:chair|moderator|facilitator))|(?:will |['’]ll )(?:chair|lead|run|moderate|present|facilitate|take the chair)|takes the chair|(?-i:chairs|leads|moderates|presents|facilitates)(?<!^(?-i:\\p{Lu}[\\p{L}'’-]*) \\p{L}+(?!, (?!(?:from|on|at|every|each|next|this|tomorrow|today|until|\\p{L}+day|january|february|march|april|may|june|july|august|september|october|november|december)(?!\\p{L}))\\p{L})))(?: (?:it|this(?: one)?|the (?:webinar|session|series)))?(?= ?(?:[,.;:!)\\n–—]|$|- ))`,
    host,
  ),
  phrase(`(?:,? ?)on behalf of ${WHO}`, host),
  phrase(`(?:,? ?)(?:under|in|on) ${WHO}['’]s? (?:account|name|calendar)`, host),
  phrase(`for (${EMAIL})`, host),
  phrase(`(?<=(?:set up|book|schedule|arrange|create|organise|organize|plan) )for ${WHO}(?= (?:an?|the) )`, hostFor),
  phrase(
    `(?<=(?<!\\p{L})(?:webinar|session|it|one|book|schedule|this|series) )for ${WHO}(?= ?(?:,|;|\\.|:|$| - | – | at \\d| on | called | about | titled | a webinar| tomorrow| today| next | every | (?:mon|tue|wed|thu|fri|sat|sun)(?:\\p{L}*)(?!\\p{L})| \\d))`,
    hostFor,
    { weak: true },
  ),
  // "webinar on donor retention for Grace": one name that is no group, behind words without capitals
  phrase(
    "(?<=(?:on|about|called) (?:(?-i:\\p{Ll}[\\p{L}’'-]*) ){1,6})for ((?-i:\\p{Lu})\\p{Ll}+)(?= ?(?:[,;]|$| on \\d| at \\d))",
    ([name = ""]) =>
      /s$|^(?:Ramadan|Easter|Lent|Eid|Diwali|Advent|Pride|Hanukkah|Brexit|Excel|Zoom|Europe|Africa|Asia)$/.test(name) || cityZone(name) !== undefined
        ? null
        : host([name]),
    { weak: true },
  ),
  phrase(`(?<=[,;.] ?)for ${WHO}(?= ?(?:[,;.:]|$))`, hostFor, { weak: true }),
  phrase(`(?<=(?:(?:${MONTH}|/|\\.|:\\d|at|,) ?\\d{1,2}(?:st|nd|rd|th)?|20\\d\\d|[ap]m|noon) )for ${WHO}(?= ?:)`, hostFor, { weak: true }),
  phrase(`^for ${WHO}(?= ?[,:])`, hostFor, { weak: true }),
];
