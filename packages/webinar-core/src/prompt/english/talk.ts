import { type Phrase, phrase } from "../facts.ts";
import { MONTH } from "./days.ts";

/** What people say around a webinar: words that say nothing about it ("same weekday as today"), and words that its name follows. */
export const talk: readonly Phrase[] = [
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
  phrase(
    "(?:could|can|would|will) (?:that|this|it) be (?:made|turned|put|set up|scheduled)(?: (?:into|as|up as|on as))?(?: an?| our| one)? (?:zoom )?webinar",
    () => ({ kind: "filler" }),
  ),
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
  phrase("(?:on|for|in|to|about) (?:the|this|our) webinar(?= (?-i:\\p{Lu}))", () => ({ kind: "intro", rank: 2 })),
  phrase(
    "(?:the|our|a|my) (?-i:[\\p{Ll}'’-]+ ){1,3}(?:hosts|is hosting|will host|runs|is running|will run|offers|holds|puts on|is putting on|wants|would like) (?:an?|the|our|its|their) (?:(?!\\p{L}+ly(?!\\p{L})|recurring|repeating|repeated|two|three|half|one|hour)(?-i:\\p{Ll}+) )?webinar",
    () => ({ kind: "filler" }),
  ),
  phrase("(?:the|our) (?-i:[\\p{Ll}'’-]+ ){1,2}(?:repeats|reruns|runs|offers|hosts)(?= \\u0001)", () => ({ kind: "filler" })),
  phrase("(?<=(?:\\d|[ap]\\.?m\\.?|noon|day|tomorrow) )in for(?= (?-i:\\p{Lu}))", () => ({ kind: "intro", rank: 2 })),
  phrase("(?<=(?:computer|laptop|pc|mac|locally|disk|drive),? )(?:and )?not (?:to |in |on )?(?:the )?cloud", () => ({ kind: "filler" })),
  phrase("(?<!(?:you|we|i['’]m|it['’]s|is|are|being) )ok(?:ay)?(?=\\?)", () => ({ kind: "filler" })),
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
