import { brackets } from "../brackets.ts";
import { courtesies } from "../courtesies.ts";
import { NEW_HINT } from "../every-language.ts";
import { fixed, type Language, phrase } from "../facts.ts";
import { HELLOS } from "../greetings.ts";
import { smallHosts } from "../hosted-by.ts";
import { military } from "../military.ts";
import { numeric } from "../numeric.ts";
import { peopleClauses } from "../people-clauses.ts";
import { cityZone } from "../places.ts";
import { remarks } from "../remarks.ts";
import { reminders } from "../reminders.ts";
import { smallZones } from "../small-zones.ts";
import { words } from "../word-list.ts";
import { lowerZones, zones } from "../zones.ts";
import { asides } from "./asides.ts";
import { days, LONG_DAY, MONTH } from "./days.ts";
import { frames } from "./frames.ts";
import { hosts } from "./hosts.ts";
import { nameWords } from "./names.ts";
import { ORDINAL } from "./numbers.ts";
import { ranges } from "./ranges.ts";
import { recording } from "./recording.ts";
import { ends, rhythms } from "./rhythm.ts";
import { settings } from "./settings.ts";
import { slots } from "./slots.ts";
import { talk } from "./talk.ts";
import { lengths, times } from "./times.ts";

const NOT_NEW = "cancel|delete|move|reschedule|postpone|change|update|remove|edit|rename|copy|duplicate";

/** A day or a time is to follow. */
const BEFORE_A_MOMENT = `(?= (?:for |on |at |is )?(?:the )?(?:\\d|${MONTH}(?!\\p{L})|${LONG_DAY}|tomorrow|today|next|this))`;

/** English, as people write it on both sides of the Atlantic and in India. */
export const english: Language = {
  tongue: "english",
  phrases: [
    ...days,
    ...times,
    ...lengths,
    ...rhythms,
    ...ends,
    ...ranges,
    ...settings,
    ...hosts,
    ...smallHosts,
    ...asides,
    ...talk,
    ...recording,
    ...slots,
    ...courtesies,
    ...brackets,
    ...peopleClauses,
    ...remarks,
    ...reminders,
    ...zones,
    ...smallZones,
    // "noon mountain time"
    phrase(
      "(?:in )?(eastern|central|mountain|pacific|atlantic|alaska|hawaii|newfoundland)(?: (?:standard|daylight))? time(?! (?:zone|series|management))",
      ([name = ""]) => ({
        kind: "zone",
        said: name,
      }),
    ),
    // "aest 7pm"
    phrase(
      `(?<![\\p{L}\\p{N}])((?-i:aest|aedt|awst|acst|acdt|nzst|nzdt|pst|pdt|cst|cdt|mst|mdt|edt|est|bst|gmt|utc|cet|cest|sgt|hkt|jst|sast|ist))(?=,? (?:at )?\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]\\.?m|:\\d\\d|,))`,
      ([name = ""]) => ({
        kind: "zone",
        said: name.toUpperCase(),
      }),
    ),
    lowerZones("et|est|ct|cst|mt|mst|pt|ist|aest|aedt|jst|sgt|hkt"),
    phrase(
      "(?<=(?:\\d|[ap]\\.?m\\.?|noon|o['’]clock) )\\(?(eastern|central|mountain|pacific|east coast|west coast|uk|british|indian?)(?:(?: standard| daylight)? time)\\)?",
      ([name = ""]) => ({
        kind: "zone",
        said: name,
      }),
    ),
    phrase(
      "(?<=(?:\\d|[ap]\\.?m\\.?|noon|o['’]clock) )\\(?(eastern|central|mountain|pacific|atlantic|east coast|west coast|uk)\\)?(?= ?(?:[,.;:()!?\\n]|$)| [-–] | \\d| (?:on|for|this|next|tomorrow|please|pls|i|i['’]d|we|we['’]d|can|could|let|our|the|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)(?!\\p{L}))",
      ([name = ""]) => ({
        kind: "zone",
        said: name,
      }),
    ),
    // "(that is 4pm for us in London)"
    phrase(
      "(?<=(?:\\d ?[ap]\\.?m\\.?|[:.]\\d\\d|noon) )(?:for (?:us|me|them|everyone|the team) )?(?:here |over )?in ((?-i:\\p{Lu})\\p{L}+(?: (?-i:\\p{Lu})\\p{L}+)?)(?=\\))",
      ([name = ""]) => (cityZone(name) === undefined ? null : { kind: "zone", said: `place:${name}` }),
    ),
    ...numeric,
    ...military,
    fixed(
      "(?<!(?:just|have|has|had|already|who|i|we|they|he|she|you|somebody|someone) )(?:it |which |that )?(?:is |should be |will be |shall be |to be |be )?(?:called|titled|entitled|named)(?: as)?:?",
      {
        kind: "intro",
        rank: 1,
      },
    ),
    fixed(
      "(?:the |its |our )(?:topic|title|subject|theme|name) (?:of|for) (?:it|this|this one|the (?:webinar|session)) (?:is|should be|would be|will be|shall be):?|(?:(?:the|its|our) )?(?:topic|title|subject|theme|name) (?:of|for) (?:it|this|this one|the (?:webinar|session)) ?:",
      {
        kind: "intro",
        rank: 1,
      },
    ),
    fixed(
      "(?:with )?(?:the |its |our )?(?:topic|title|subject(?: line)?|theme|name|heading)(?: ?:| (?:is|being|reads|(?:should|would|will|shall|must|is to|has to|to)(?: (?:be|read|say))):?)",
      { kind: "intro", rank: 1 },
    ),
    // without a colon only where a clause begins, or behind the word webinar: "subject choices", "book title design" are names
    fixed(
      "(?:with (?:the |its )?|the |its )(?:topic|title|subject|theme)(?=[ ,])(?! (?:of|for) )(?! (?-i:[IVX]+|\\d+)(?!\\p{L}))|(?<=[,;.?!\\n(–—/|] ?|- |webinar |session |[ap]m |:\\d\\d |(?<!\\d)20\\d\\d |\\d(?:st|nd|rd|th) )(?:topic|title|subject)(?=[ ,])(?! (?:[IVX]+|\\d+|insurance|deeds?|search(?:es)?|fights?|tracks?|pages?|loans?|access|matters?|teach\\p{L}+|lines?|model\\p{L}*|maps?|sentences?)(?!\\p{L}))|(?<=: )(?:topic|title|subject|name)(?= [^\\n]*, (?:date|day|time|start|when)(?!\\p{L}))",
      { kind: "intro", rank: 1 },
    ),
    fixed(
      "(?:and )?(?:please |let['’]s |let us |(?:we|i|they)(?:['’]ll| will| shall|['’]d like to| want to)? )?(?:just )?(?:call|name|title) (?:it|this|this one|that|the (?:webinar|session)):?",
      { kind: "intro", rank: 1 },
    ),
    fixed(
      "(?:and )?(?:(?:we|i|they)(?:['’]re|['’]m| are| am|['’]ve been| have been) |to be |has |have )?(?:calling|naming|titling|called|titled|named|entitled) (?:it|this|this one|the (?:webinar|session)):?",
      { kind: "intro", rank: 1 },
    ),
    fixed("(?:it|this|the webinar|the session) (?:goes|will go|runs) (?:by|under) the (?:name|title)(?: of)?:?", { kind: "intro", rank: 1 }),
    fixed(
      "(?:it(?:['’]s| is) |that(?:['’]s| is) )?(?:dedicated to|devoted to|focus(?:s?ing|s?ed) on|to discuss|discussing|to talk about|talking about|(?:we|they|i|he|she)(?:['’]ll| will|['’]re| are)(?: be)? (?:looking at|exploring|going through|diving into|learning about|hearing about)|where we(?:['’]ll| will)? (?:talk|speak) about|in which we (?:talk|speak) about)",
      {
        kind: "intro",
        rank: 2,
      },
    ),
    // "webinar for the sales interns: Cold Calling": who it is for stands in front, and the topic behind a colon
    fixed(
      "(?<=(?:webinar|session|training|workshop|series|[ap]\\.?m|\\d|noon),? )for (?:(?:all|the|our|my|any|every|new)(?: of)? ){0,3}(?:(?-i:\\p{Lu})\\p{L}+ (?=(?-i:\\p{Ll})))?(?-i:[\\p{Ll}][\\p{Ll}'’-]* ){0,4}(?-i:[\\p{Ll}'’-]+s|people|staff|everyone|everybody|team|crew|mob|gang|lot|bunch|squad|choir|branch|chapter|network|forum|community|public|ward|unit|leadership|management|class|department|office|group|children|committee|board)(?=: ?\\p{L})",
      { kind: "aside" },
    ),
    fixed(
      "(?<=^|[.!?\\n\\u0001] ?)for (?:(?:all|the|our|my|any|every|new)(?: of)? ){1,3}(?:(?-i:\\p{Lu})\\p{L}+ )?(?-i:[\\p{Ll}][\\p{Ll}'’-]* ){0,3}(?-i:[\\p{Ll}'’-]+s|people|staff|team|crew|board|committee|department|children)(?=: ?\\p{L})",
      { kind: "aside" },
    ),
    // "friday not too early like ten am"
    fixed(
      "(?:,? ?)(?:(?:and |but |so )?(?:not too (?:early|late)|nice and early|bright and early),?(?: (?:so|maybe|like|say|just|let['’]?s say)){0,2}|(?<!(?:would|['’]d|we|i|you|they|to|might|do|also|really) )(?:so |just )?(?:like|say|let['’]?s say)),?(?= (?:at )?(?:\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m|o['’]?clock)|\\d{1,2}[:.]\\d\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:thirty|fifteen))? ?(?:[ap]\\.?m|o['’]?clock)|noon|half past|quarter (?:past|to)))",
      { kind: "filler" },
    ),
    fixed("(?:(?:our|the|my) )?(?:next|new|upcoming) webinar is(?! (?:called|titled|named|about|on|at))", { kind: "intro", rank: 3 }),
    fixed(
      "(?:in|as|during) (?:a|an|our|the|my|one) (?:webinar|session)|(?:new )?webinar (?:request|booking|idea|wanted|needed|required)(?::| [-–](?= ))",
      { kind: "filler" },
    ),
    fixed("(?:pop|stick|put|squeeze|slot|drop|throw) (?:in )?(?:a|an|our|one|another) webinar(?: in)?(?= )", { kind: "filler" }),
    fixed(
      "(?:and |which |that )?(?:it )?(?:should |will |shall |must |is to |to |can |could |may )?(?:take place|takes place|be held|(?<!(?:dry|trial|test|practice|fun|school) )runs?|happen|happens|go live|goes live|go(?:es)? (?:in|out|ahead|on air)|be (?:put in|booked|added|scheduled|arranged|set up|entered|broadcast))(?: online)?(?= (?:on|at|from|every|each|this|next|in|tomorrow|today|tonight|as (?:an?|our|the) webinar)(?![\\p{L}]))",
      { kind: "filler" },
    ),
    fixed(
      "(?:(?:could|can|would|will) you (?:please |kindly )?|please )(?:book(?: in)?|schedule|set up|arrange|create|add|plan|organi[sz]e|program(?:me)?)(?= )|^program(?:me)?(?= (?:an?|our|the) )",
      {
        kind: "filler",
      },
    ),
    // "pop this in please: …"
    fixed(
      "^(?:(?:can|could|would|will) (?:you|we|i) |please |pls |kindly |just )*(?:pop|put|add|book|schedule|set up|stick|slot|get|arrange|create|log|enter|diari[sz]e) (?:this|it|these|that|the following|another|one(?: more)?|a new one)(?: one)?(?:(?: (?:in|up|on)| (?:to|in|into|on) (?:the|my|our) (?:calendar|diary|schedule)| for (?:me|us)| please| pls| thanks| thank you))*(?: ?:| ?[–-](?= )|,(?= \\p{L}))",
      { kind: "filler" },
    ),
    fixed("(?<=(?:[ap]\\.?m\\.?|\\d|noon|midday|o['’]clock),? )(?:on the dot|sharp|prompt(?:ly)?)(?= ?(?:[,;:.!)\\n]|$|[-–] | on | for ))", {
      kind: "filler",
    }),
    // "half an hour, no more"
    fixed(
      "(?<=(?:hours?|hrs?|minutes?|mins?),? )(?:(?:no more|not a minute more|tops)(?= ?(?:[,;:.)\\n]|$))|(?:(?:is|will be|would be|should be|ought to be|['’]s) )?(?:plenty|enough|ample|fine|sufficient|all (?:we|i) need|more than enough)(?: (?:for (?:this|that|it|us|me|everyone|the)|(?:of )?time)(?: (?:one|webinar|session|time))?)*(?= ?(?:[,;:.)\\n–—-]|$)))",
      { kind: "filler" },
    ),
    fixed("(?:under|by|with|bearing) the (?:name|title)(?: of)?:?", { kind: "intro", rank: 1 }),
    fixed("what:", { kind: "intro", rank: 1 }),
    fixed(
      `(?<!(?:was|were|been) (?:\\p{L}+ )?)(?:(?:which|that) )?(?:(?:is|are|will be|should be|must be|needs to be|can be) )?(?:to be )?(?:dated|scheduled|planned|slated|booked|held|set|delivered|broadcast|streamed|penciled in|pencilled in|happening|taking place|kicking off|due)${BEFORE_A_MOMENT}`,
      { kind: "filler" },
    ),
    fixed(`(?<=[,;(] ?)(?:date|day|time|start time)${BEFORE_A_MOMENT}`, { kind: "filler" }),
    // "title chair yoga date eighteenth february time noon", as it is dictated
    fixed(
      `(?<=(?<!\\p{L})(?:title|topic|subject) [^\\n,;:.]{3,80} )(?<!(?:the|an?|our|my|due|first|blind) )(?:date${BEFORE_A_MOMENT}|(?:date|on)(?= ${ORDINAL} (?:of )?${MONTH})|time(?= (?:noon|midday|\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\\p{L})|half|quarter)))`,
      { kind: "filler" },
    ),
    // "tomorrow first thing, 8am"
    fixed(
      `(?:,? ?)(?-i:first|1st) thing(?: in the morning)?(?=,? ?(?:(?:at |@ ?)?\\d|(?:on )?(?:tomorrow|today|next|${LONG_DAY}|${MONTH})(?!\\p{L})))`,
      { kind: "filler" },
    ),
    // "thurs lunchtime 12:30"
    fixed(
      "(?:at |over )?lunch ?time(?=,? (?:at |@ ?|[-–] )?(?:1[12]|[12](?!\\d))(?:[:.]\\d\\d)?(?: ?[ap]\\.?m)?)|(?<=(?<![\\d./-])(?:12|1)(?:[:.]\\d\\d)?(?: ?pm)? )(?:at )?lunch ?time",
      { kind: "filler" },
    ),
    // not behind a word, unless there are more labels: "Office Hour: 10 March", "demo day: 3 May"
    fixed(
      "(?:(?:when|where|who|how long|repeats?|frequency|recurrence|venue|format)|(?:(?<![\\p{L}\\p{N}'’)] )|(?<!(?-i:\\p{Lu}[\\p{L}'’-]*) )(?<=(?:title|topic|name|date|day|when) ?:[^\\n]*))(?:hour|day|date|time)|(?<!(?-i:\\p{Lu}[\\p{L}'’-]*) )(?:hour|day|date|time)(?= ?:[^\\n]*(?:hour|day|date|time|start|length|duration) ?:)) ?:",
      { kind: "filler" },
      { weak: true },
    ),
    fixed("(?:on|about) the (?:topic|subject|theme) of", { kind: "intro", rank: 1 }),
    fixed(
      "about|abt|(?<=(?:webinar|session|talk|training|one|thing|chat|[ap]\\.?m|\\d) )bout|regarding|(?:re: ?)+|(?:with|in) regards? to|concerning|(?<!(?<!\\p{L})(?:for|on|of|in|and|schedule|book|do|run|host|plan|:) )(?:covering|dealing with)|all about|(?:we|i)(?:['’]ll| will|['’]re going to| want to|['’]d like to) cover",
      { kind: "intro", rank: 2 },
    ),
    // "reg. Leave Policy", as in India
    fixed("(?-i:[Rr]eg\\.)(?= (?-i:\\p{Lu}))(?! (?:req|need|on|off|yes|no|open|closed)(?!\\p{Ll}))", { kind: "intro", rank: 2 }),
    fixed("(?<!['’])(?-i:re)(?= \\p{L})", { kind: "intro", rank: 2 }),
    fixed(
      "(?<!(?<!(?:it|this|that|webinar|session|talk|one|which)) (?:will be|is|are|was|were|am|be) |(?:we|i|they|you|he|she)['’](?:ll be|re|m|s) |(?:pass|passed|passing|carry|carried|sign|signed|log|logged|switch|switched|hold|rely|depend|depends|insist|insists|insisted|come|goes|went|gets|getting|has been|have been) )on(?!-\\p{L})",
      { kind: "intro", rank: 3 },
      { weak: true },
    ),
    fixed(
      "(?:on|in|into|to|onto) (?:the|my|our|your) (?:(?:zoom|webinar|team|shared|events?|office|club) )?(?:cal[ae]nd[ae]r|callend[ae]r|diary|schedule|books)",
      { kind: "filler" },
    ),
    fixed("sent from my [\\p{L}]+", { kind: "filler" }),
    fixed(
      "(?:it )?(?:repeats?|repeating|recurs?|recurring)(?= (?:daily|weekly|fortnightly|monthly|quarterly|every|each|on |(?:mon|tues|wednes|thurs|fri|satur|sun)days))",
      { kind: "filler" },
    ),
    fixed("as (?:usual|always|discussed|agreed)", { kind: "filler" }),
    phrase(
      "(?:do not|don['’]t|never|can['’]t|cannot|won['’]t) (?:\\p{L}+ )?(?:schedule|book|set up|create|plan|make|arrange|organi[sz]e|add|run|hold|host)",
      (_, said) => ({
        kind: "refused",
        message: `"${said}" does not ask for a new webinar`,
        hint: NEW_HINT,
      }),
    ),
    phrase(
      "^(?:(?:so|and|hi|hey),? )?(?:(?:is|are|was|were) there|when (?:is|was|are|were|did|does|do|will)|who(?= (?:is|are|was|were|has|have|had|did|do|does|will|can|came|joined|attended|registered|signed|hosts?|hosted|runs|presents)(?!\\p{L}))|(?:did|do|does|have) (?:we|you|they|i) (?:have|got|had|booked|planned|scheduled)|had|did|why(?= (?:is|are|was|were|did|do|does|can|can['’]t|has|have|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t)(?!\\p{L}))|how (?:many|long))",
      () => ({ kind: "refused", message: "it asks a question, and not for a new webinar", hint: NEW_HINT }),
    ),
    phrase(
      "^(?:please |could you |can you |would you |kindly )*(?:please )?(move|shift|push|bring forward) (?!(?:on|in|out|up)(?!\\p{L}))[^\\n,;:]* (?:to|back|forward|from)(?= )",
      ([verb = ""]) => ({ kind: "refused", message: `"${verb.toLowerCase()}" does not ask for a new webinar`, hint: NEW_HINT }),
    ),
    phrase("^(?:please )?(start|end) (?:my|the|our|this|that|all|webinars?|it)(?! up)", ([verb = ""]) => ({
      kind: "refused",
      message: `"${verb.toLowerCase()}" does not ask for a new webinar`,
      hint: NEW_HINT,
    })),
    phrase(
      `^(?:please |could you |can you |would you |kindly )*(?:please )?(${NOT_NEW}) (?:my|the|our|this|that|all|a|an|webinars?|it)`,
      ([verb = ""]) => ({
        kind: "refused",
        message: `"${verb.toLowerCase()}" does not ask for a new webinar`,
        hint: NEW_HINT,
      }),
    ),
  ],
  fillers: words(
    `gimme oh tx thnx n nd tks abeg oya biko create schedule shedule plan set up setup book host organize organise arrange make add run hold have please pls plz can could you would will shall we i us me my our put get got
    mind booking setting scheduling arranging organising organizing creating
    a an the new webinar webinars recurring repeating repeated series session sessions online zoom event it its is be this that there need want planning planning like id i'd let's lets we'd we're are doing going to give
    kindly ${HELLOS.join(" ")} g'day greetings dear thanks thank ty thx ta thanx thankyou cheers regards aside in should must just also date time length duration when starts start starting begins takes place lasting each every day
    sharp prompt sched slot needs needed wanted following details do one single course calendar diary asap sir madam team all colleagues everyone for us incl`,
  ),
  joints: words(
    "on at from for in with of to by and or & + - – as every each until till starting beginning lasting will be is it which that the a an , via per it's its also please using",
  ),
  names: "january february april august september october november december monday tuesday wednesday thursday friday saturday sunday tomorrow".split(
    " ",
  ),
  terms:
    `webinar registration passcode password recording record panelist panelists panellists approval alternative rehearsal practice duration length minute minutes
    sessions session morning afternoon evening weekly fortnightly monthly`.split(/\s+/),
  states:
    "required needed enabled disabled automatic automatically manual manually approval approved local locally cloud mandatory allowed practice session recording registration please".split(
      " ",
    ),
  timeWords:
    /(?<![\p{L}\p{N}])(?:\d+(?:[.,]\d+)? ?(?:h|hrs?|min|mins|std|stunden?|minuten?|minutes?|heures?)|january|february|april|june|july|august|september|october|november|december|(?:in|from|since|until|by|during|of) (?:march|may)|(?:jan|feb|apr|aug|sept|oct|nov|dec)\.?(?= ?\d|$|[ ,]*(?:and|or|&|,) )|nights?|weeks?|months?|fortnights?|fortnightly|days?|hours?|hourly|minutes?|years?|noon|midnight|mornings?|afternoons?|evenings?|lunchtimes?|in a row|on the trot|consecutive|bi-?weekly|bi-?monthly|quarterly|yearly|annually|tonight|tomorrow|yesterday|daily|weekly|monthly|every|each|until|except|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[:.]\d{2}|\d{1,2} ?[ap]\.?m|o'clock|times|a?\.?m\.|pm|mon|tues?|weds?|thu|thurs?|fri|weekends?|weekdays?|lunch ?time|tea ?time|dinner ?time|c?w[kc]? ?\d{1,2}|eod|cob|eve|seconds?|\d+ ?(?:hrs?|h)\d+|\d+['’′]|close of business|christmas|easter|new year|term|usual (?:time|day|length|slot)|as long|half|quarter|(?:at|@|by|until|till) \d{1,2}|postpone|cancel)(?![\p{L}\p{N}])/iu,
  zoneWords: /(?<![\p{L}\p{N}])(?:time ?zones?|local time|zulu|(?:east|west) coast)(?![\p{L}\p{N}])/iu,
  numberWords:
    /(?<![\p{L}])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|quarter|dozen)(?![\p{L}])/giu,
  turns:
    /(?<![\p{L}])(?:not|never|cannot|\p{L}+n['’]t|neither|nor|none|^no$|no (?:sessions?|webinars?|meetings?|class(?:es)?|events?|dates?)|no longer|instead|rather than|except|excluding|unless|only if|provided|(?<!-)bar(?!-)|cancel\p{L}*|called off|^(?:(?:is|are|will be) )?off$|skip\p{L}*|postpon\p{L}*|moved|reschedul\p{L}*|pushed|swapped|changed (?:to|from)|tentativ\p{L}*|provisional\p{L}*|maybe|perhaps|possibly|probably|might|(?:may|could) (?:still |yet )?(?:move|change|shift|slip|be (?:moved|changed|cancell?ed))|optional\p{L}*|tbc|tbd|to be (?:confirmed|decided)|undecided|^(?:(?:is|are|will be) )?(?:confirmed|decided|announced)$|either|whichever|repeat\p{L}*|twice|thrice|same|did|took|attended|happened|(?:was|were|has been|have been|had been) (?:planned|scheduled|held|booked|set|due|supposed|meant)|(?:first|\d+(?:st|nd|rd|th)?) of \d+)(?![\p{L}])/iu,
  courtesies:
    /(?<![\p{L}])(?:no (?:rush|hurry|worries|problem|pressure)|not urgent|(?:don['’]t|do not|didn['’]t|did not) (?:worry|forget|hesitate|mind|reply)|if not|can['’]t wait|if it(?:['’]s| is) not too much (?:trouble|bother|hassle|to ask|of a (?:bother|hassle|pain)))(?![\p{L}])/giu,
  settingWords:
    /(?<![\p{L}\p{N}])(?:hosted|hosts?|(?:pwd?|pass|code):? ?\w*\d\w*|pass ?codes?|passwords?|registrations?|register(?:s|ing)?|registrants?|reg(?= ?(?:req|on|off|need|yes|no)|['’]?n)|rec(?= ?(?:cloud|local|on|off|yes)| (?:to|in) (?:the )?cloud|['’]d)|(?<=(?:cloud|local|no) )rec|sign-?ups?|alternat(?:iv)?e hosts?|panell?ists?|record(?:ing|ed)?|practi[cs]e (?:sessions?|runs?)|rehears(?:e|al)s?|dry[- ]runs?|q ?(?:[&+/]|and|['’]?n['’]?) ?a|enroll?(?:ments?)?|approv(?:al|e|ed)|authori[sz](?:ations?|ed?))(?![\p{L}\p{N}])/iu,
  frames,
  nameWords,
  hasPlainNouns: true,
  turning:
    /(?:^|[\s,(])(?:after|before|by|around|approximately|roughly|circa|not|except|excluding|between|no later than|no earlier than|earlier than|later than|at about|(?<!(?:how|what) )about|at around|maybe|perhaps|or|following|some|any|either|another|previous|was|were|took place|happened|eve of|instead of|rather than|next|but|bar|minus|save|no (?:session|webinar|meeting|class))\s+(?:on |at |the )*$/i,
};
