import { type Fact, type Phrase, phrase } from "./facts.ts";
import { toPeople } from "./people.ts";

const NAME = "(?:(?-i:Dr|Prof|Mr|Ms|Mrs|Mme|Herr|Frau)\\.? )?(?-i:\\p{Lu})[\\p{L}'’-]+(?: (?-i:\\p{Lu})[\\p{L}'’.-]+){0,2}";
const SEVERAL = `${NAME}(?:(?:, ?(?:and |und |et )?| and | und | et | & | ?\\+ ?)${NAME})+`;
const NAMES = `${NAME}(?:(?:, ?(?:and |und |et )?| and | und | et | & | ?\\+ ?)${NAME})*`;
/** One name, or two with a word between; behind a comma, the topic may stand in front of them. */
const FEW = `(?:${NAME}(?: and | und | et | & | ?\\+ ?)${NAME}|${NAME}, ${NAME},? (?:and|und|et|&) ${NAME}|${NAME})`;
const CLAUSE = "(?<=^|[\\u0001\\n,;:.(–—] ?| - |\\u0001 ?|(?:[ap]\\.?m\\.?|\\d|noon|uhr|\\dh) )";
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
const A_NAME = new RegExp(NAME.replaceAll("(?-i:", "(?:"), "gu");
/** Words in capitals of such a clause that name nobody. */
const NO_NAME = /^(?:The|Our|And|With|Plus|As|Die|Den|Unsere[nr]?|Und|Mit|Les|Nos|Le|La|Et|Avec|Panel|Podium)(?!\p{L})|^\P{L}*$/u;
const ROLES = new RegExp(`(?<!\\p{L})${ROLE}(?!\\p{L})`, "giu");
const namesOf = (said: string): string[] =>
  [...said.replace(ROLES, " ").matchAll(A_NAME)].map(([name]) => name.replace(/[\s.]+$/u, "")).filter((name) => !NO_NAME.test(name));

const EMAIL = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";
const ONE = `(?:${NAME},? ?[<(]?${EMAIL}[>)]?|[<(]?${EMAIL}[>)]?|${NAME})`;
const MIXED = `${ONE}(?:(?:, ?(?:and |und |et )?| and | und | et | & | ?\\+ ?|; ?)${ONE})+`;
const IS_ADDRESS = new RegExp(`${EMAIL}`, "u");
/** "panelists: ada@example.com, Bo and Cy": Zoom invites those with an address, and the others are named. */
const readMixed = (said: string): Fact[] | null => {
  const parts = said.split(/, ?(?:and |und |et )?| and | und | et | & | ?\+ ?|; ?/u);
  const named = parts.filter((part) => !IS_ADDRESS.test(part)).flatMap(namesOf);
  const panelists = parts.filter((part) => IS_ADDRESS.test(part)).flatMap(toPeople);
  return panelists.length === 0 || named.length === 0
    ? null
    : [
        { kind: "settings", settings: { panelists } },
        { kind: "people", names: named },
      ];
};

/** Lists of people with an address and without. */
const mixedClauses: readonly Phrase[] = [
  phrase(`${CLAUSE}${LEAD}(?:${PANEL} ?:|${PANEL} ${VERB}|(?-i:[Pp]anell?ists?|[Ii]ntervenante?s?)) ?(${MIXED})${END}`, ([list = ""]) =>
    readMixed(list),
  ),
  phrase(`${CLAUSE}${LEAD}(${MIXED}) (?:(?:${VERB}|as|als|comme) (?:(?:the|our|die|unsere|les|nos) )*${PANEL})${END}`, ([list = ""]) =>
    readMixed(list),
  ),
];

/** People who are named without an address: Zoom writes to panelists, and cannot take them. They are named in the preview, and never the topic. */
export const peopleClauses: readonly Phrase[] = [
  ...mixedClauses,
  ...[
    // "panelists Odalys, Bertrand and Chidi", "speakers: Ada", "unsere Referenten sind Maja und Tom"
    `${CLAUSE}${LEAD}(?:(?-i:[Pp]anell?ists?|[Pp]anélistes?|[Pp]anelistes?|[Ii]ntervenante?s?)|${ROLE} ?:|${ROLE} ${VERB}) ?${NAMES}${END}`,
    `(?<=[,;] ?)${LEAD}(?:${PANEL}|(?-i:speakers|presenters|guest speakers?|conférencières|conférenciers)|(?-i:Referenten|Referentinnen|Sprecher|Vortragende)) ${SEVERAL}${END}`,
    // "Kit and Noor are panelists", "Maja und Tom sind Podiumsgäste"
    `${CLAUSE}${LEAD}${FEW} ${VERB} (?:(?:the|our|an?|die|der|unsere|les|nos|une?|ein|eine) )*${ROLE}${END}`,
    `${CLAUSE}${LEAD}${NAMES} (?:as|als|comme|en tant qu(?:e |['’])) ?(?:(?:the|our|an?|die|der|unsere|les|nos|une?) )*${PANEL}${END}`,
    `${CLAUSE}${LEAD}${SEVERAL} (?:are |sind |sont )?(?:on the panel|auf dem podium|dans le panel)${END}`,
  ].map((source) => phrase(source, (_, said) => (NAMES_A_PANEL.test(said) ? { kind: "people", names: namesOf(said) } : { kind: "aside" }))),
];
