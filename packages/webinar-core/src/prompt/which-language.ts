export type Tongue = "english" | "german" | "french";

/** Words in small letters that give a language away, and are not words of the others. */
const ENGLISH = `
  a about an and at book booked by called can cheers could dear december each ends end every for friday fridays from fyi hello hi hosted hour is it january
  february march june july minutes monday mondays next noon october of on our please recording regards registration saturday saturdays schedule session sessions
  set start starting starts sunday sundays thanks the thursday thursdays time times title to today tomorrow topic tuesday tuesdays until we wednesday wednesdays
  week weeks when where with you`;
const GERMAN = `
  ab alle anmeldung auch aufzeichnung beginn bis bitte das datum dauer den der dezember die dienstag dienstags donnerstag donnerstags dreiviertelstunde ein eine
  einen einer eines februar freitag freitags für grüße halb hallo heute ich im immer januar jede jedem jeden jeder jedes jeweils juli juni jänner kannst können
  könnten liebe lieber liebes mal minuten mit mittwoch mittwochs montag montags morgen märz nicht noch nur nächste nächsten nächster nächstes ohne oktober
  samstag samstags sind sonntag sonntags stunde stunden termine thema titel tägl uhr uhrzeit um und uns viertel viertelstunde vom von wann wir wo wochen zum
  über übermorgen`;
const FRENCH = `
  aujourd août au avec avril bonjour chaque cette cordialement dans de demain dimanche dimanches du durée décembre dès en enregistrement est fois février heure
  heures huitante inscription janvier jeudi jeudis juillet juin la le les lundi lundis mardi mardis mars merci mercredi mercredis midi nonante notre nous objet
  octante octobre où peux pour pourriez prochain prochaine prévoir quand réserver samedi samedis sans semaine semaines septante stp sur svp séances titre tous
  toutes un une vendredi vendredis vous webinaire webinaires à`;
/** Words of Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish, Czech and Turkish. */
const OTHERS = `
  el los las una por para sobre favor martes lunes miércoles jueves viernes sábado domingo mañana hoy diciembre enero febrero cada seminario programa programar
  crea semanas il lo gli della delle dei alle ogni lunedì martedì mercoledì giovedì venerdì sabato domenica domani dicembre gennaio febbraio organizza sui sul
  sulla seminário segunda terça quarta quinta sexta feira amanhã dezembro janeiro às uma reunião het een voor maandag dinsdag woensdag donderdag vrijdag
  zaterdag zondag elke uur graag over proszę poniedziałek wtorek środę środa czwartek piątek jutro godzinie grudnia stycznia på och klockan måndag tisdag
  onsdag torsdag fredag kl imorgon om den lördag hver til prosím každý zítra pazartesi salı çarşamba perşembe cuma yarın saat haftalık`;
const LANGUAGES = [ENGLISH, GERMAN, FRENCH, OTHERS] as const;
/** For each word the places of the languages that it is a sign of. */
const signs = new Map<string, number[]>();
for (const [place, list] of LANGUAGES.entries()) for (const word of list.trim().split(/\s+/)) signs.set(word, [...(signs.get(word) ?? []), place]);

/** What begins like this, in any form. */
const GERMAN_ADVERB = /(?<!\p{L})(?:wöchentlich|täglich|monatlich)\p{L}*/gu;
/** "at 10am." holds no German word. */
const GERMAN_AM = /(?<!\p{L})am(?!\p{L}| ?[,.;]| [a-z]+ webinar)/u;
/** Times in digits as English and French write them. */
const ENGLISH_TIME = /\d+ ?(?:am|pm)(?!\p{L})/gu;
const FRENCH_TIME = /\d+ ?h(?: ?\d\d)?(?!\p{L})/gu;
const countDifferent = (lower: string, pattern: RegExp): number => new Set(lower.match(pattern)).size;

/** How many different signs of each language a text has. */
const countSigns = (lower: string): { english: number; german: number; french: number; others: number } => {
  const counts = LANGUAGES.map(() => 0);
  const words = new Set(lower.match(/\p{L}+/gu));
  for (const word of words) for (const place of signs.get(word) ?? []) counts[place] = (counts[place] ?? 0) + 1;
  const [english = 0, german = 0, french = 0, others = 0] = counts;
  const isAm = words.has("am") && GERMAN_AM.test(lower);
  return {
    english: english + countDifferent(lower, ENGLISH_TIME),
    german: german + (lower.includes("lich") ? countDifferent(lower, GERMAN_ADVERB) : 0) + (isAm ? 1 : 0),
    french: french + countDifferent(lower, FRENCH_TIME),
    others,
  };
};

const BEYOND_LATIN = /[\u{250}-\u{10ffff}]/u;
/** Whether less than half of the letters are Latin ones. */
const isMostlyForeign = (text: string): boolean => (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 < (text.match(/\p{L}/gu)?.length ?? 0);

/** The language of a sentence without its quotes; null for one that is not read. */
export const whichLanguage = (text: string): Tongue | null => {
  if (BEYOND_LATIN.test(text) && isMostlyForeign(text)) return null;
  const { others, ...signsOf } = countSigns(text.toLowerCase());
  const most = Math.max(signsOf.english, signsOf.german, signsOf.french);
  if (others >= 3 && others > most) return null;
  if (most > 0) return signsOf.english === most ? "english" : signsOf.german === most ? "german" : "french";
  // "Do 8:30 Frühstücksrunde": letters that only one of them has
  return /[äöüß]/iu.test(text) ? "german" : /[àâéèêëîïôûçœ]/iu.test(text) ? "french" : "english";
};
