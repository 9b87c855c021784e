import { beginsClause, REST_OF_CLAUSE } from "../every-language.ts";
import { type Phrase, phrase } from "../facts.ts";
import { MONTH } from "./days.ts";

const TIME = "(?:\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?|noon)";
const WHO = "(?:(?:our |the |all )?(?:panell?ists?|speakers?|presenters?|hosts|guests|attendees|people|crew|moderators?)|we|they|everyone|everybody)";
const BEGINS = beginsClause("and|but|so");
const MINE = "(?:i|we)(?:['’]m|['’]re|['’]ll be| am| are| will be)";

const aside = (source: string): Phrase =>
  phrase(`${BEGINS}(?:\\(|and |but |so )?(?:${source})`, (_, said) => (/webinar/i.test(said) ? null : { kind: "aside" }));

/** Words that say no more than what is known: "is what our webinar is about", "same weekday as today", "hour 16:00". */
export const known: readonly Phrase[] = [
  phrase("is what (?:the|our|this|my) (?:(?-i:[\\p{Ll}'’-]+) ){0,2}webinar (?:is|will be|would be|should be) (?:about|on|called|all about)", () => ({
    kind: "filler",
  })),
  phrase("(?:on )?(?:the )?same (?:weekday|day|day of the week) as (?:today|now)", () => ({ kind: "filler" })),
  phrase("(?<=^|[,;\\n] ?)(?:the )?hour ?[:=]?(?= ?(?:\\d{1,2}[:.h]\\d\\d|\\d{1,2} ?[ap]\\.?m))", () => ({ kind: "filler" })),
  phrase("(?:an? )?(?:quick|short|brief|little|small|wee|tiny|lunchtime|lunch[- ]hour|midday)(?= webinar)", () => ({ kind: "filler" })),
  phrase("(?:and )?(?:do )?oblige", () => ({ kind: "filler" })),
  phrase("can (?:key|put|slot|book) (?:it )?in(?: now)?(?= ?(?:[.!?\\n]|$))", () => ({ kind: "filler" })),
  phrase("(?<=\\d(?: ?[ap]m)? )or not(?: ah| huh)?(?= ?(?:[,.?!]|$))", () => ({ kind: "filler" })),
  phrase("(?:aye|aye aye|righto|rightio|roger|kia ora|howzit)(?=[,.! ])", () => ({ kind: "filler" })),
  // "the Registrar has directed that Thesis Rules be held on …"
  phrase("the [\\p{L} ]{2,30}? (?:has |have )?(?:directed|requested|asked|instructed|decided|ordered|proposed|resolved|ruled|approved) that", () => ({
    kind: "filler",
  })),
  // "suits Fr Brennan for the safeguarding refresher"
  phrase(
    "(?:(?:would |will )?suits?|(?:would |will )?works? (?:best |well |fine |great )?for|is (?:good|fine|best|ok|okay|great|grand) for) (?:(?-i:\\p{Lu})[\\p{L}.'’-]+(?: (?-i:\\p{Lu})[\\p{L}.'’-]+){0,2}|everyone|everybody|us|me|all|the (?-i:\\p{Ll}+)(?: (?-i:\\p{Ll}+))?) for(?! (?:the|our|an?) (?:\\p{L}+ )?webinar)(?: the| our| an?)?",
    () => ({ kind: "intro", rank: 2 }),
  ),
  phrase(
    "(?<=(?:to|we|i|we['’]ll|will|would like to) )host (?:something|one|(?:an?|the|our|another) (?:(?-i:\\p{Ll}+) )?(?:talk|lecture|workshop|briefing|seminar|discussion|event|call))(?= (?:on|at|about|called|titled|entitled|named|for) )",
    () => ({ kind: "filler" }),
  ),
  phrase(
    "(?:the )?(?:topic|title|subject|name|theme) (?:she|he|they|we|i|the (?-i:\\p{Ll}+)) (?:gave|chose|picked|wants?|wanted|suggested|said|used|prefers?|likes?)(?: (?:me|us|is|was))?:?",
    () => ({ kind: "intro", rank: 1 }),
  ),
  phrase("(?:,? ?)it (?:goes|goes out|goes live|airs|happens|is happening|takes place)(?= (?:on|at|this|next|tomorrow|\\d))", () => ({
    kind: "filler",
  })),
  phrase("(?<=webinar )then(?= (?:on|about|called|for) )", () => ({ kind: "filler" })),
  phrase(`this coming(?= (?:${MONTH}(?!\\p{L})|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}))`, () => ({ kind: "filler" })),
  phrase(
    "(?<=(?:min(?:ute)?s?|hours?|hrs?) )(?:is|are|will be|should be|would be) (?:loads|heaps|plenty|enough|fine|grand|ample|sufficient)(?= ?(?:[,.;:!–—-]|$))",
    () => ({ kind: "filler" }),
  ),
  phrase(
    "(?<=days?(?: and \\p{L}+days?)? )(mornings|afternoons|evenings|nights)",
    ([part = ""]) => ({ kind: "part", half: part === "mornings" ? "am" : "pm" }),
    { weak: true },
  ),
  phrase("webinar name(?: is)?:?(?= (?-i:\\p{Lu}))", () => ({ kind: "intro", rank: 1 })),
  // "could Wednesday 8am be used for pool chemicals"
  phrase(
    "(?<=(?:could|can|may|might|will|would|shall|should)(?!\\p{L})[^.!?\\n]{2,60} )be (?:used|booked|reserved|kept|taken|blocked(?: out| off)?|set aside|earmarked|allocated)(?: up)? (?:for|to)(?: the| our| an?)?",
    () => ({ kind: "intro", rank: 2 }),
  ),
  // "need 5 June at 11am reserved for driver training"
  phrase(
    "(?<=(?:[ap]\\.?m\\.?|\\d|noon|day|tomorrow|morning|afternoon|evening),? )(?:reserved|booked|blocked(?: out| off)?|kept|set aside) for(?: the| our| an?)?",
    () => ({ kind: "intro", rank: 2 }),
  ),
  phrase(
    "(?:should|will|would|ought to)(?: be)? (?:enough|plenty|sufficient|ample|fine|do|suffice)(?: time)? for(?! (?:this|it|us|me|that|(?:the|our|a) webinar)(?!\\p{L}))(?: the| our| an?)?",
    () => ({
      kind: "intro",
      rank: 2,
    }),
  ),
  // "for passcode 7731 on the webinar Neutering Myths"
  phrase("(?:on|for|in|to) (?:the|this|our) webinar(?= (?-i:\\p{Lu}))", () => ({ kind: "intro", rank: 2 })),
  phrase(
    "(?:the|our|a|my) (?-i:[\\p{Ll}'’-]+ ){1,3}(?:hosts|is hosting|will host|runs|is running|will run|offers|holds|puts on|is putting on|wants|would like) (?:an?|the|our|its|their) (?:(?!\\p{L}+ly(?!\\p{L})|recurring|repeating|repeated|two|three|half|one|hour)(?-i:\\p{Ll}+) )?webinar",
    () => ({ kind: "filler" }),
  ),
  phrase("(?:the|our) (?-i:[\\p{Ll}'’-]+ ){1,2}(?:repeats|reruns|runs|offers|hosts)(?= \\u0001)", () => ({ kind: "filler" })),
  // "let's repeat 'Wheelchair Maintenance' every three weeks"
  phrase("(?:let['’]?s |let us |please |to |and )repeat(?: (?:the|our) (?:webinar|session|series))?(?= (?:\\u0001|(?-i:\\p{Lu})))", () => ({
    kind: "filler",
  })),
  // "chuck it in the calendar would ya"
  phrase(
    "(?:,? ?)(?:chuck|stick|pop|put|bung|whack|throw|get|slot|pencil|book|add|drop) (?:it|this|that)(?: one)? (?:in|on|onto|into|up|down)(?: (?:the|our|my) (?:calendar|diary|schedule|books|zoom))?(?:,? (?:would|will|can|could) (?:ya|ye|you|u))?(?: (?:please|pls|thanks|ta|for me|for us))*(?=[.!?]|$|\\n)",
    () => ({ kind: "filler" }),
  ),
  phrase(
    "(?<=^|\\n ?|[\\u0001] ?)(?:good (?:morning|afternoon|evening|day|am|pm|noon)|(?:morning|afternoon|evening)(?= (?:all|team|everyone|everybody|both|there|folks)))(?: po)?(?: (?:all|team|sir|madam|everyone|both|there|folks))?(?=[,!.\\n])",
    () => ({
      kind: "filler",
    }),
  ),
  // "webinar about snake-proof boots mate"
  phrase(
    "(?<=\\p{L},? )(?<!(?:running|room|flat|class|soul|team|house|work|play|ship|first|best|check|my|your|our|a|the|ideal|perfect|to|and|of) )(?:mate|mates|pal|bud|buddy|hun|luv|fam|bro|bruv|dude|lah|leh|innit|eh)(?= ?(?:[.!?,\\n]|$))",
    () => ({ kind: "filler" }),
  ),
];

/** What is for people, and speaks of another time than that of the webinar: it is shown as not used. */
export const asides: readonly Phrase[] = [
  phrase(
    "(?<=(?:min(?:ute)?s?|hours?|hrs?|h),? )(?:(?:with|including|incl\\.?|and) )(?:an? |two |three |short )*(?:\\d{1,2}|five|ten|fifteen|twenty)[- ]?min(?:ute)?s? (?:\\p{L}+ )?breaks?",
    () => ({ kind: "aside" }),
  ),
  phrase(
    "(?<=[,;(–-] ?)(?:and |with )?(?:(?:time|room|space) for )?(?:any )?questions (?:at|towards|for|until|till|to|in) the end(?= ?(?:[,;:.!)\\n]|$))",
    () => ({ kind: "aside" }),
  ),
  // "doors 18:45, start 19:00"
  aside(`(?:the )?(?:doors?|lobby|lines|(?:virtual )?waiting room)(?: will)?(?: opens?| opening| are open)?(?: at| from|:)? ?${TIME}`),
  aside(`(?:(?:a )?(?:tech|sound|av|audio|mic)[- ]?checks?)(?: is| will be)?(?: at| from|:)? ?${TIME}`),
  aside(
    `${WHO} (?:(?:can|should|will|must|to|please) )?(?:arrive|log (?:in|on)|dial in|join|be there|be online|meet)(?: (?:at|from|by) ${TIME}| (?:\\d{1,2}|five|ten|fifteen|twenty|thirty) (?:minutes?|mins?) (?:early|before(?:hand)?|earlier|ahead|in advance))`,
  ),
  aside(
    `(?:please )?(?:(?:send|email) (?:out )?)?(?:an? |the |out )*(?:(?:e-?mail )?reminders?|invitations?|invites?)(?: (?:e-?mails?|out))?(?: to \\p{L}+)? (?:on|by|at|before|the day|(?:\\d{1,2}|an?|one|two|three) (?:minutes?|hours?|days?|weeks?)) ?${REST_OF_CLAUSE}`,
  ),
  aside(`(?:please )?remind (?:me|us|them|everyone) ${REST_OF_CLAUSE}`),
  aside(
    `(?:following|after|further to|as per|thanks for) (?:last (?:week|month|night|\\p{L}+day)|yesterday|this (?:morning|afternoon|week)|(?:mon|tues|wednes|thurs|fri)day)['’]s (?:call|chat|conversation|meeting|e-?mail|message|discussion|talk)`,
  ),
  aside(
    `(?:following|after|further to|as per|per|thanks for) (?:our|the|your|my) (?:\\p{L}+ )?(?:call|chat|conversation|meeting|e-?mail|message|discussion|talk)s?(?: (?:of |on |from )?(?:yesterday|today|this (?:morning|afternoon|week)|earlier(?: today)?|last (?:week|night|\\p{L}+day)|\\p{L}+day))?`,
  ),
  aside(
    `(?:when(?:ever)?|if|once) you(?:['’]ve)? (?:have|get|got|can spare)(?: got)? (?:an?|some|the|half an?|five|ten|\\d{1,2})? ?(?:spare |free |quiet |couple of )?(?:minutes?|mins?|moments?|seconds?|secs?|hours?|time|chance)(?: (?:to spare|today|tomorrow|this (?:morning|afternoon|week)))?`,
  ),
  aside(
    "(?:it )?(?:only |just )?(?:takes?|should take|will take) (?:you )?(?:only |just )?(?:an?|two|five|ten|\\d{1,2}) (?:minutes?|mins?|moments?|seconds?|secs?) to (?:set up|do|book|arrange|schedule|create|fill in|organi[sz]e)(?: it)?",
  ),
  aside("(?:just |give me |one )an? (?:minute|min|moment|second|sec)"),
  aside(
    "(?:have |(?:have )?you )?got an? (?:quick )?(?:minute|min|moment|second|sec)|(?:just )?an? (?:quick )?(?:minute|second|sec|moment) of your time",
  ),
  aside(
    "(?:it |this )?(?:should(?:n['’]t| only)?|will(?: only)?|won['’]t|['’]ll)(?: only)? take you (?:more than )?(?:an?|two|five|ten|\\d{1,2}) (?:minutes?|mins?|moments?|seconds?)",
  ),
  aside(`(?:please )?rsvp (?:by|before|until) ${REST_OF_CLAUSE}`),
  aside(`(?:i|we)(?: will|['’]ll)? need (?:this|it|that|the link|an answer|a reply)(?: back| sorted| done| set up)? (?:by|before) ${REST_OF_CLAUSE}`),
  aside(
    `(?:please )?(?:let (?:me|us) know|get back to (?:me|us)|reply|confirm|ping me|call me|ring me)(?: back)?(?: this| it)? (?:by|before|on) ${REST_OF_CLAUSE}`,
  ),
  aside(
    `${MINE} (?:only )?(?:on (?:leave|holiday|vacation)|away|out(?: of (?:the )?office)?|off|back|in the office|travelling|traveling|busy|unavailable|not in)(?: again)? (?:on|from|until|till|next|this|all|in|by|tomorrow|today) ?${REST_OF_CLAUSE}`,
  ),
  // "on behalf of Claire, who is away until Monday:"
  phrase(
    `(?:(?<=,? ?\\(?)(?:who|as (?:he|she|they)|(?:he|she|they))(?: is|['’]?s| are|['’]re)|(?<=(?:@[\\w.-]+|behalf of (?:\\p{L}+ ?){1,2}),? ?\\(?))(?: ?(?:only|just|currently|still|now))? ?(?:on (?:leave|holiday|vacation|parental leave|maternity leave)|away|out(?: of (?:the )?office)?|off(?: sick)?|sick|ill|travelling|traveling|busy|unavailable|in (?:surgery|meetings?|court|theatre|class|clinic|transit|the field))(?: (?:on|until|till|til|from|through|next|this|all|in|by|tomorrow|today)(?!\\p{L})(?:[^,;:.!?\\n()]|\\.(?=[\\d\\p{Ll}]))*)?`,
    () => ({ kind: "aside" }),
  ),
  // "1pm MST (Arizona doesn't change)"
  phrase("(?<=(?-i:[A-Z]{2,5}),? )\\((?:[^()\\d]*)(?:changes?|clocks|daylight|summer time|dst|all year)(?:[^()\\d]*)\\)", () => ({
    kind: "aside",
  })),
  // "(so late morning for us)"
  aside(
    "(?<=\\(|so |which is |that is |that['’]s )(?:so |which is |that['’]s |that is )?(?:an? )?(?:bit |little |very |rather |quite |still )*(?:early|late|mid|first thing in the)?[- ]?(?:morning|afternoon|evening|night)?(?<=[\\p{L}]) (?:for (?:us|them|me|the [\\p{L}]+(?: [\\p{L}]+)?)|over (?:there|here))\\)?(?= ?(?:[,;.:)\\n–—-]|$))",
  ),
  aside(`(?:so )?(?:that['’]s |that is |it['’]s |it is )?(?:breakfast|lunch|dinner|tea)[- ]?time (?:for|here|there|over) ?${REST_OF_CLAUSE}`),
];
