import { type Phrase, phrase } from "./facts.ts";

const NAME = "(?-i:\\p{Lu})[\\p{L}'’-]+(?: (?-i:\\p{Lu})[\\p{L}'’.-]+){0,2}";
const SEVERAL = `${NAME}(?:(?:, ?(?:and |und |et )?| and | und | et | & | ?\\+ ?)${NAME})+`;
const NAMES = `${NAME}(?:(?:, ?(?:and |und |et )?| and | und | et | & | ?\\+ ?)${NAME})*`;
/** One name, or two with a word between; behind a comma, the topic may stand in front of them. */
const FEW = `(?:${NAME}(?: and | und | et | & | ?\\+ ?)${NAME}|${NAME}, ${NAME},? (?:and|und|et|&) ${NAME}|${NAME})`;
const CLAUSE = "(?<=^|[\\n,;:.(–—] ?| - |\\u0001 ?)";
const END = "(?= ?(?:[,;:.)–—\\n\\u0001]|$| - | (?:please|bitte|svp|stp)(?!\\p{L})))";
/** Roles of people whom Zoom invites: in these languages, nothing else is called so. */
const PANEL = "(?:panell?ists?|panélistes?|panelistes?|intervenante?s?|panelist(?:en|in|innen)|podiumsgäste?n?|podiumsgast)";
/** Roles that a topic may speak of as well. */
const SPEAKERS =
  "(?:(?:guest )?speakers?|presenters?|guests?|conférenci(?:er|ère)s?|orateurs?|oratrices?|referent(?:en|in|innen)?|sprecher(?:n|in|innen)?|vortragende[rn]?|redner(?:n|in|innen)?)";
const ROLE = `(?:${PANEL}|${SPEAKERS})`;
const LEAD = "(?:(?:and|with|plus|our|the|as|und|mit|den|die|unsere[nr]?|et|avec|les|nos|la|le) )*";
const VERB = "(?:is|are|will be|should be|join(?:s|ing)? as|speak(?:s|ing)? as|sind|ist|werden|sont|est|seront|sera)";

const NAMES_A_PANEL = new RegExp(`(?<!\\p{L})(?:${PANEL}|panel|podium)(?!\\p{L})`, "iu");

/** People who are named without an address: Zoom writes to panelists, and cannot take them; speakers are listed as not used. Such a clause is never the topic. */
export const peopleClauses: readonly Phrase[] = [
  // "panelists Odalys, Bertrand and Chidi", "speakers: Ada", "unsere Referenten sind Maja und Tom"
  `${CLAUSE}${LEAD}(?:(?-i:panell?ists?|panélistes?|panelistes?|intervenante?s?)|${ROLE} ?:|${ROLE} ${VERB}) ?${NAMES}${END}`,
  `(?<=[,;] ?)${LEAD}(?:${PANEL}|(?-i:speakers|presenters|guest speakers?|conférencières|conférenciers)|(?-i:Referenten|Referentinnen|Sprecher|Vortragende)) ${SEVERAL}${END}`,
  // "Kit and Noor are panelists", "Maja und Tom sind Podiumsgäste"
  `${CLAUSE}${LEAD}${FEW} ${VERB} (?:(?:the|our|an?|die|der|unsere|les|nos|une?|ein|eine) )*${ROLE}${END}`,
  `${CLAUSE}${LEAD}${NAMES} (?:as|als|comme|en tant qu(?:e |['’])) ?(?:(?:the|our|an?|die|der|unsere|les|nos|une?) )*${PANEL}${END}`,
  `${CLAUSE}${LEAD}${SEVERAL} (?:are |sind |sont )?(?:on the panel|auf dem podium|dans le panel)${END}`,
].map((source) =>
  phrase(source, (_, said) =>
    NAMES_A_PANEL.test(said)
      ? {
          kind: "refused",
          message: `"${said}" names people without an address, and Zoom invites panelists by e-mail`,
          hint: 'Write an address behind each name, as in "panelists: Ada Lane ada@example.com, bo@example.com", or leave the people out.',
        }
      : { kind: "aside" },
  ),
);
