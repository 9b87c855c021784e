import { beginsClause, REST_OF_CLAUSE } from "../every-language.ts";
import { type Phrase, phrase } from "../facts.ts";

const TIME = "(?:\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?|noon)";
const WHO = "(?:(?:our |the |all )?(?:panell?ists?|speakers?|presenters?|hosts|guests|attendees|people|crew|moderators?)|we|they|everyone|everybody)";
const BEGINS = beginsClause("and|but|so");
const MINE = "(?:i|we)(?:['’]m|['’]re|['’]ll be| am| are| will be)";

const aside = (source: string): Phrase =>
  phrase(`${BEGINS}(?:\\(|and |but |so )?(?:${source})`, (_, said) => (/webinar/i.test(said) ? null : { kind: "aside" }));

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
