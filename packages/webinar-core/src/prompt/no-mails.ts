import { beginsClause, CLAUSE_ENDS } from "./every-language.ts";
import { type Phrase, phrase } from "./facts.ts";

const BEGINS = beginsClause("please|pls|and|but|so|just|bitte|und|aber|et|mais|merci,");
const REST = "[^,;:.!?\\n()\\d]*";
/** Zoom mails panelists and alternative hosts as soon as they are named; then the sentence asks for two things. */
const MAILS_SOMEBODY = "panell?ist|panélist|panelist|speaker|referent|intervenant|alternat|co-?host|stellvertret|suppléant";
const NOBODY_NAMED = `(?<!(?:${MAILS_SOMEBODY})[^]*)(?![^]*(?:${MAILS_SOMEBODY}))`;

const noMails = (source: string): Phrase =>
  phrase(`${BEGINS}${NOBODY_NAMED}(?:${source})${CLAUSE_ENDS}`, (_, said) => ({
    kind: "aside",
    assumed: `"${said.trim()}": scheduling a webinar mails nobody.`,
  }));

/** "don't send any invites yet": scheduling mails nobody, so it changes nothing; said in every language that is read. */
export const mailsNobody: readonly Phrase[] = [
  noMails(
    `(?:please |but |and |just )*(?:do not|don['’]?t|no need to|hold off on|without) (?:yet )?(?:send(?:ing)?|mail(?:ing)?|e-?mail(?:ing)?|invit(?:e|ing)|notify(?:ing)?|announc(?:e|ing)|publish(?:ing)?|advertis(?:e|ing)|shar(?:e|ing)|tell(?:ing)?|post(?:ing)?)(?: out)? (?:(?:any|the|out|our|anyone|anybody|anything|everyone|people|them|invites?|invitations?|e-?mails?|mails?|members|parents|customers|staff|links?|it)(?!\\p{L}) ?)+${REST}`,
  ),
  noMails(
    "(?:please |but |and )*no (?:invites?|invitations?|e-?mails?|mails?|mail-?outs?|announcements?)(?: (?:yet|for now|please|so far|at this point|just yet|until [^,;:.!?\\n()\\d]*))+",
  ),
  noMails(
    `(?:bitte )?(?:noch )?(?:keine (?:einladungen|mails|e-mails)(?: (?:an \\p{L}+|vorher|noch|vorerst))* (?:verschicken|senden|versenden|rausschicken|schicken)|(?:verschick|send|schick|lad)\\p{L}* (?:sie )?(?:bitte )?(?:noch )?(?:keine (?:einladungen|mails|e-mails)|niemanden)(?: (?:raus|ein|vorerst|noch))*|(?:noch )?keine (?:einladungen|mails|e-mails)(?: bitte)?)`,
  ),
  noMails(
    `(?:merci de |prière de )?(?:n['’](?:envoie|envoyez|envoyer|invitez|invite|avertissez)|ne (?:pas )?(?:prévenez|préviens|pas envoyer|pas inviter))(?: (?:pas|encore|rien|d['’]invitations?|les|aux|à|l['’]invitation|invitations?|mails?|e-mails?|courriels?|de|personne|tout de suite))+`,
  ),
  noMails("pas (?:encore )?d['’](?:invitations?|e-mails?)(?: (?:pour l['’]instant|pour le moment|encore|svp))*"),
];
