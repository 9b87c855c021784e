import { type Phrase, phrase } from "../facts.ts";
import { ANY_DAY, MONTH } from "./days.ts";

/** A day or a time stands in front. */
const BEHIND_A_MOMENT = `(?<=(?<!\\p{L})(?:${ANY_DAY}|today|tomorrow|tonight|noon|midday|[ap]\\.?m\\.?|week|o['’]clock|${MONTH}|\\d(?:st|nd|rd|th)?)\\)?,? )`;
const SUITS =
  "(?:(?:it |that |which )?(?:is|['’]s|looks|sounds|seems|would be|will be|should be)(?: still| all| also| really| perfectly| just)?(?: the)? (?:fine|good|great|perfect|ok(?:ay)?|free|open|available|clear|best|ideal|confirmed|agreed|settled|set|a good (?:time|day|slot)|all right|alright)|(?:still |also )?(?:works|suits|does nicely|fits|will do|would work|should work|will work|would suit|should suit))";
const WHOM =
  "(?: (?:best|well|fine|better|great|nicely))?(?: (?:for|with|by) (?:me|us|him|her|them|everyone|everybody|all|all of us|both|the team))?";

/** What is said of a day or a time that was asked about, and says nothing of the webinar: "Tuesday at 2 works for Bees", "Friday is fine, so put Bees there"; and the part of a day beside the webinar: "an evening webinar". */
export const slots: readonly Phrase[] = [
  phrase(`${BEHIND_A_MOMENT}${SUITS}${WHOM}(?: (?:for|to (?:run|hold|do|have|put on|book))(?= (?!(?:me|us|him|her|them)(?!\\p{L}))\\p{L}))?`, () => ({
    kind: "filler",
  })),
  // "Is 4 February at 2pm any good for the archive tour?"
  phrase(
    `${BEHIND_A_MOMENT}(?:any (?:good|use)|ok(?:ay)?|all right|alright|free|possible|doable|suitable|convenient) (?:for|to (?:run|hold|do|have|put on|book))(?= (?!(?:me|us|him|her|them|you)(?!\\p{L}))\\p{L})`,
    () => ({ kind: "filler" }),
  ),
  // "an evening webinar about bees"
  phrase("(?<=(?:an?|our|the|another) )(?-i:early |late )?(?-i:(morning|afternoon|evening))(?= (?:webinar|session))", ([part = ""]) => ({
    kind: "part",
    half: part === "morning" ? "am" : "pm",
  })),
  // "Put Sunday 6pm down for the novel writers' hour"
  phrase(`${BEHIND_A_MOMENT}(?:down|aside|in|by) for(?= (?:the|our|an?|my) )`, () => ({ kind: "filler" })),
];
