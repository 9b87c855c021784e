import { beginsClause, REST_OF_CLAUSE } from "./every-language.ts";
import { type Phrase, refused } from "./facts.ts";

const BEGINS = beginsClause("and|und|et|but|aber|mais|please|bitte");
const PEOPLE =
  "(?:people|everybody|all|guests|attendees|registrants|participants|members|the (?:team|group|attendees|registrants|participants|speakers?|panel)|(?:our|all) \\p{L}+)";

/** "remind people 1 hour before", in every language that is read: no setting of a sentence, and never its topic. */
export const reminders: readonly Phrase[] = [
  `(?:please )?(?:remind|notify|nudge|ping|e-?mail) ${PEOPLE} ${REST_OF_CLAUSE}`,
  `(?:please )?(?:with )?(?:an? )?(?:e-?mail )?reminders? (?:(?:should |to )?(?:go|goes|be sent)(?: out)? )?(?:one|an?|two|half|\\d{1,2}) ${REST_OF_CLAUSE}`,
  `(?:bitte )?(?:erinner(?:n|e|t)(?: sie)? )?(?:die |alle )?(?:teilnehmer\\p{L}*|leute|gäste|alle) ${REST_OF_CLAUSE}(?:vorher|zuvor|davor|vor beginn)(?: erinnern)?`,
  `(?:mit )?(?:einer )?erinnerung(?:en)? (?:\\d|eine?|zwei|am|per|vor) ?${REST_OF_CLAUSE}`,
  `(?:merci de |pensez à |penser à )?(?:rappeler|rappelez|rappelle) (?:aux|à|les|tous) ${REST_OF_CLAUSE}`,
  `(?:avec )?(?:un )?rappels? (?:une?|deux|\\d{1,2}|la veille|par) ?${REST_OF_CLAUSE}`,
].map((source) =>
  refused(
    `${BEGINS}(?:${source})`,
    (said) => `"${said}" asks for a reminder, and a sentence sets none`,
    "Leave it out, and set reminders on Zoom's page of the webinar.",
  ),
);
