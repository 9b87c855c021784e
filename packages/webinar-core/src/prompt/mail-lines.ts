import { findAll } from "./pattern.ts";
import { findQuotes } from "./quotes.ts";

type Place = { from: number; to: number };

/** The line of a mail that says what it is about: "Subject: …", "Betreff: …", "Objet : …". */
const SUBJECT = /^(?:(?:from|von|de|to|an|à) ?: ?[^\n]*\n){0,2}(?:(?:subject|betreff|objet|subj|re|aw|wg|fwd?|tr) ?: ?)+([^\n]*)(?:\n|$)/iu;
/** A title of its own: "Title: …", "Webinar called …". */
const TITLED =
  /^\s*(?:\p{L}+ )?(?:title|topic|theme|name|event|what|webinar|titel|thema|titre|thème|sujet|intitulé|was|quoi) ?(?::|[–-] )\s*\S|(?<!\p{L})(?:called|titled|entitled|named|namens|mit dem titel|zum thema|intitulée?|appelée?|nommée?|topic is|title is|topic:|title:|thema:|titel:|titre ?:|sujet ?:)\s*\S|webina(?:r|ire)s? (?:on(?! (?:the )?\d| (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*[ .,]+(?:\d|at)| (?:mon|tues|wednes|thurs|fri|satur|sun)day)|about|regarding|über|zu|zum|zur|sur|«) ?\S/imu;
/** "webinar request", "Neues Webinar", "demande de webinaire": says no topic. */
const GENERIC =
  /^(?:(?:new|next|our|a|an|your|my|for|the|please|pls|urgent|quick|zoom|online|re|webinars?|webinaires?|requests?|bookings?|book|booking|enquiry|inquiry|needed|wanted|set-?up|set|up|schedule|scheduling|help|question|details|info|planning|diary|dates?|neue[snr]?|ein|eine|bitte|anfrage|buchung|webinaranfrage|webinarbuchung|webinartermin|webinarwunsch|termin|terminanfrage|planung|anlegen|unser|nouveau|nouvelle|une?|de|du|demande|réservation|planification|création|créer|programmer|organisation|d['’]un|pour|le|la)[\s,:!.–-]*)*$/iu;
/** The subject of a reply is that of the first mail; a line of its own names the webinar: "Zoning Appeals Explained, april 29, 12pm". */
const REPLY = /^(?:re|aw) ?:/iu;
const NAMES_ANOTHER =
  /(?:^|[\n.!?:] *)(?!(?:Hi|Hello|Dear|Hey|Hallo|Liebe|Bonjour|Thanks|Best|Kind|Warm|Many)(?!\p{L}))\p{Lu}[\p{L}'’-]+(?: (?:of|the|and|for|in|to|on|with|your|a|&|\p{Lu}[\p{L}'’-]+)){1,7},? [^\n]*\d/u;
const SAYS_WHEN =
  /\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche/iu;

/** What becomes of the subject of a mail. */
export interface SubjectLine extends Place {
  /** A topic that it may name beside the one that the mail names; null if it is the topic, or names none. */
  other: string | null;
}

/** The subject line of a mail to leave out, because the mail names its topic elsewhere or the subject names none. If the subject names a day, only its label is left out. Null if the subject is needed, or there is none. */
export const findSubject = (text: string): SubjectLine | null => {
  const found = SUBJECT.exec(text);
  const [line = "", said = ""] = found ?? [];
  const rest = text.slice(line.length);
  if (found === null || rest.trim() === "") return null;
  const isTitled = TITLED.test(rest) || findQuotes(rest).length > 0;
  const isGeneric = GENERIC.test(said);
  const isAnswered = (REPLY.test(line) || /^(?:zoom )?webina(?:r|ire)(?!\p{L})/iu.test(said)) && NAMES_ANOTHER.test(rest);
  if (!isTitled && !isGeneric && !isAnswered) return null;
  const to = line.trimEnd().length;
  const from = 0;
  if (SAYS_WHEN.test(said)) return { from, to: to - said.trim().length, other: null };
  return { from, to, other: isGeneric ? null : said.trim() };
};

const DAYS = "(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)";
/** Lines of a signature: when an office is open, telephone, street. */
const CONTACT = [
  "(?:our |my |the )?(?:office|opening|working|business|desk|phone|reception|clinic|shop|helpline|core|support)(?:[- ]?(?:hours|times?))(?!\\p{L})[^\\n]*",
  `(?:[^\\n\\d]{0,40}[|•·,–] ?)?(?:hours|open|office|office open|reception|geöffnet|erreichbar|ouverte?s?|phones?|available|in the office|i work|working days) ?:? ?(?:on |from |von |du |le |les )*${DAYS}\\p{L}*\\.? ?(?:[-–&/,]|to|bis|au|and|und|et)[^\\n]*`,
  "(?:unsere |meine )?(?:büro|bürozeiten|öffnungs|sprech|geschäfts|service|telefon|kontakt|praxis)(?:zeiten|stunden)?(?: sind)? ?:? ?(?=[^\\n]*\\d)(?<=zeiten ?:? ?|stunden ?:? ?|sind ?:? ?)[^\\n]*",
  "(?:nos |mes )?(?:horaires?|permanence|heures)(?: (?:d['’]ouverture|de bureau|du bureau|d['’]accueil|téléphoniques?))? ?:? ?(?=[^\\n]*\\d)(?:du |le |lun|mar|mer|jeu|ven|de )[^\\n]*",
  "(?:[^\\n]{0,40}[|•·,] ?)?(?:ext|extension|durchwahl|dw|poste)\\.? ?:? ?\\d{2,5}[^\\n]*",
  "(?:[^\\n]{0,40}[|•·,] ?)?(?:tel|phone|telephone|telefon|tél|téléphone|mobile?|mob|cell|fax|direct|office|ph|handy|[tmp])(?:\\.|:|\\.:| :) ?[+(]?\\d[\\d ()./+-]{4,}[^\\n]*",
  "[+(]\\d[\\d ()./+-]{6,}",
  "(?:[^\\n]{0,40}, ?)?(?:(?:unit|suite|ste|floor|level|apt|room|po box|p\\.o\\. box)\\.? ?#?\\d+[^\\n]*|\\d{1,5}[a-z]? (?:(?!(?:webinar|session|minutes?|hours?|of|at|on)(?!\\p{L}))[\\p{L}'’.-]+ ){1,3}(?:st|street|ave|avenue|rd|road|blvd|boulevard|lane|ln|drive|dr|way|square|terrace|crescent|quay|parade|court)\\.?(?=[,\\n]|$)[^\\n]*|\\p{Lu}[\\p{L}-]*(?:straße|strasse|str\\.|gasse|platz|weg|allee) \\d+[^\\n]*|\\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|place|quai|chemin|impasse|allée)(?= )[^\\n]*)",
].map((source) => new RegExp(`(?<=\\n)[^\\S\\n]*(?:${source})(?=\\n|$)`, "giu"));
/** "Where: Zoom" */
const PLACE =
  /(?<=^|\n)(?:where|location|place|venue|room|platform|via|wo|ort|raum|plattform|où|lieu|salle|plateforme|format) ?: ?(?:on |via |über |auf |sur |par |live |a |en )*(?:zoom(?: ?(?:webinars?|webinaires?|meeting|online|link|call))?|online|virtual(?:ly)?|remote|virtuell|en ligne|distanciel|webinars?|webinaires?|internet|teams|n\/a)(?: only| please)?\.?(?=\n|$)/giu;

/** Lines of a mail that say nothing of the webinar, although they may speak of days, times and numbers. */
export const findContactLines = (text: string): Place[] =>
  text.includes("\n")
    ? [...CONTACT, PLACE].flatMap((pattern) => findAll(text, pattern).map((match) => ({ from: match.index, to: match.index + match[0].length })))
    : [];
