import { findAll } from "../pattern.ts";
/** Verbs at the end of a German request, or of a name: "Beete anlegen". */
export const ENDS_A_REQUEST =
  /^(?:plane|anleg|einplan|anset|aufset|einricht|erstell|buch|organisier|veranstalt|mach|durchführ|anbiet|abhalt|planen|ansetz|aufsetz|einstell|aufschalt|freischalt|eintrag|reinstell|reinsetz|reinnehm|aufnehm|einpfleg|hinterleg|notier|vormerk|festhalt|terminier|aufgleis|erfass|ausschreib|reservier|ausricht|fixier|eröffn|bereitstell|vorbereit|einschieb|unterbring|blocken|blockier|eingeb|einbuch|einsetz|hochzieh|starten$)\p{L}*$/u;
const WHO = "(?:du|ihr|sie|wir|ich|man|jemand|bitte|uns|mir)";
/** "Kannst du …", "wir möchten …": such a clause ends with the verb that is asked for. */
const OPENS_A_CLAUSE = new RegExp(
  `(?<!\\p{L})(?:(?:kannste|könnste|magste|willste)|(?:kannst|könn\\p{L}+|könnt\\p{L}*|würd\\p{L}+|magst|mögt|möcht\\p{L}+|darf|dürf\\p{L}+|woll\\p{L}+|soll\\p{L}*|müss\\p{L}+|lass\\p{L}*) ${WHO}|${WHO} (?:kannst|könn\\p{L}+|würd\\p{L}+|möcht\\p{L}+|will|woll\\p{L}+|soll\\p{L}*|muss|müss\\p{L}+))(?!\\p{L})`,
  "giu",
);
const ASKS_SHORTLY = /(?<!\p{L})bitte(?!\p{L})/iu;
/** "Am Montag soll ein Webinar mit dem Titel Mietrecht laufen" */
const IS_TO_RUN =
  /(?<!\p{L})(?:soll|sollen|sollte|muss|müsste|wird|kann|könnte|darf)(?!\p{L})[\s\S]*(?:webinar|(?:die|der|das|unser\p{L}*|ein|eine) )/iu;
const RUNS = /^(?:laufen|stattfinden|anlaufen|starten|beginnen|steigen|kommen)$/u;
/** "möchte die Architektin ein Webinar über Holzbau halten" */
const SOMEBODY_WANTS =
  /(?<!\p{L})(?:möchte|will|würde|kann|könnte|soll|wird|darf)n? (?:die|der|das|unsere?|mein\p{L}?|Frau|Herr) [\p{L} .’'-]{2,40}? (?:ein(?:e[nr]?)? (?:\p{L}+ )?Webinar|über |zu[mr]? )/u;
const HOLDS =
  /^(?:halten|geben|anbieten|veranstalten|machen|durchführen|abhalten|organisieren|leiten|moderieren|starten|ausrichten|sprechen|reden|referieren|berichten|vortragen)$/u;
/** The dot of "3. Mai" ends nothing. */
const SENTENCE_END = /(?<!\d)[.!?]\s|\n/u;
const INFINITIVE = /^(.*\p{Lu}.*) (\p{Ll}{2,}(?:en|ern|eln))$/u;

/** Where nothing is in capitals, no noun is either. */
const IN_SMALL_LETTERS = /^(.*\p{L}.*) (\p{Ll}{2,}(?:en|ern|eln))$/u;

/**
 * "Kannst du für Montag das Webinar Brandschutz einstellen?": the last verb of such a clause is that of the request, whatever it is. Behind "bitte" alone only
 * a verb that asks is. Null if the name stays as it is. `before` is the sentence up to the name.
 */
export const withoutInfinitive = (name: string, before: string): string | null => {
  const [, rest, verb = ""] = (/\p{Lu}/u.test(before) ? INFINITIVE : IN_SMALL_LETTERS).exec(name) ?? [];
  if (rest === undefined || /[:–—]\s*$/.test(before)) return null;
  const clause = before.split(SENTENCE_END).at(-1) ?? "";
  const opener = findAll(clause, OPENS_A_CLAUSE).at(-1);
  if (opener === undefined)
    return (ASKS_SHORTLY.test(clause) && ENDS_A_REQUEST.test(verb)) ||
      (IS_TO_RUN.test(clause) && RUNS.test(verb)) ||
      (SOMEBODY_WANTS.test(clause) && HOLDS.test(verb))
      ? rest
      : null;
  const between = clause.slice(opener.index + opener[0].length).split(/[\s,]+/);
  return between.some((word) => ENDS_A_REQUEST.test(word)) ? null : rest;
};
