import type { Language } from "./facts.ts";
import type { Sentence } from "./sentence.ts";

/** "about Pension Transfers so put one on": behind a name in capitals, a word that joins two clauses ends it. */
export const untilClause = (text: string, { hasPlainNouns }: Language): string =>
  (hasPlainNouns
    ? (BEFORE_A_CLAUSE.exec(text)?.[1]?.replace(/,$/u, "") ?? BEFORE_AN_ORDER.exec(text)?.[1] ?? BEFORE_A_JOINT.exec(text)?.[1])
    : undefined) ?? text.replace(GOES, "");

/** "the farm vets asked": somebody does something. */
const SOMEBODY_DOES =
  "(?:the|our|my) [\\p{Ll}'’-]+(?: [\\p{Ll}'’-]+)? (?:chose|said|asked|wants?|picked|insists?|prefers?|has|have|is|are|will|can)(?!\\p{L})";
const BEFORE_A_CLAUSE = new RegExp(
  `^((?:(?:The|A|An|the|a|an|our) )?\\p{Lu}.*\\p{Lu}\\S*)(?:,?| [–—-]) (?:so|and (?:we|i|it|they|that|put|book|please|${SOMEBODY_DOES})|but|which|because|since|then|as (?:we|i|they)|if|please|though|although|even if|while|${SOMEBODY_DOES})(?: (?!.*\\p{Lu})|$)`,
  "u",
);
/** "webinar on stamp duty traps, so get it ready for me" */
const BEFORE_AN_ORDER =
  /^(.*?[\p{L}\p{N})])(?:,? (?:so|and) |, )(?:please |pls |just |can you |could you )*(?:get|put|book|set|make|add|schedule|pop|create|do|sort|enter|arrange|let) (?:it|this|that|them|me|us)(?!\p{L}).*$/u;
/** "webinar about moving house goes on 19 January" */
const GOES = / (?:goes live|goes|takes place|is scheduled|is planned|is set|happens|airs)$/u;
/** "webinar about the trading card boom, so 18 June at 7pm": the moment follows. */
const BEFORE_A_JOINT =
  /^(.*[\p{L}\p{N})])(?:,? (?:so|then)|, (?:it|this|that)|,? (?:and|but)(?: (?:it|this|that) (?:runs|starts|begins|lasts|goes|is|will be|will run))?)$/u;

/** "asks that a webinar on moths be arranged" */
const BE_HELD = / (?:should |must )?be(?: (?:arranged|scheduled|set up|booked|organi[sz]ed|held|planned|created|put on|hosted|fixed|added))?$/u;
/** "could the webinar on moths go to 4 February": the verb of the request ends it. */
export const untilVerb = (text: string, from: number, { masked, language }: Sentence): string =>
  // "Put a webinar on inverters down for this evening"
  / (?:down|in)$/u.test(text) &&
  /(?:^|[\n.!?,;] ?)(?:please |can you |could you )*(?:put|note|jot|mark|pencil|write|pop|set) (?:me |us )?(?:an?|the|our)[^.!?\n]*$/iu.test(
    masked.slice(0, from),
  )
    ? text.replace(/ \p{L}+$/u, "")
    : // "a webinar about the new timetable set for noon"
      / (?:set|scheduled|planned|booked|due)$/u.test(text) && masked.startsWith(`${text} for `, from)
      ? text.replace(/ \p{L}+$/u, "")
      : language.hasPlainNouns && /(?<!\p{L})(?:could|can|would|will|should|may|might|shall|let)(?!\p{L})[^.!?\n]*$/iu.test(masked.slice(0, from))
        ? text.replace(/ (?:ready|sorted|going|set up|go|be|happen|take place|go (?:in|out|ahead)|go (?:out )?live)$/u, "").replace(BE_HELD, "")
        : language.hasPlainNouns && /(?<!\p{L})that (?:an?|the|our) (?:\p{L}+ )?webinar[^.!?\n]*$/iu.test(masked.slice(0, from))
          ? text.replace(BE_HELD, "")
          : text;
