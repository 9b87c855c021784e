const GREETING =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|servus|bonjour|bonsoir|salut|chers?|chères?)(?: (?!please|could|can|we|i\b|bitte|pourriez)[\p{L}.]+){0,3}?\s*(?:[,!:\n]| [-–] )/iu;
const COURTESY = "(?=\\s*(?:sorry|could|can|please|would|hope|hoping|i |we |könnt|kannst|bitte|ich |wir ))";
/** "Morning!", "Evening all,": a part of the day that greets; a comma before a day or a number may mean that part of the day. */
const BARE_GREETING = new RegExp(
  `^\\s*(?:[Mm]orning|[Aa]fternoon|[Ee]vening|Morgen|Abend|Tag|Mahlzeit)(?: (?:all|team|everyone|everybody|folks|both|there|zusammen|allerseits|Team)\\s*(?:[,!\\n]| [-–] )| \\p{Lu}\\p{L}+\\s*(?:[,!\\n]| [-–] )${COURTESY}|\\s*[!\\n]|\\s*,${COURTESY})`,
  "u",
);
const CLOSING =
  /(?:^|[\n.!?,;]|\s[-–])\s*(?:(?:many |with )?(?:thanks|thank you|thx|cheers|kind regards|best regards|warm regards|regards|best wishes|all the best|yours(?: sincerely| faithfully)?|sincerely|sent from my)|mit (?:freundlichen|besten|lieben) grüßen|(?:viele|liebe|beste|schöne) grüße|vielen dank|besten dank|danke|gruß|lg|vg|merci(?: d['’]avance| beaucoup)?|cordialement|bien (?:à vous|cordialement)|bonne journée)(?![\p{L}])/giu;

const REPLY =
  /^(?:>.*|-{2,} ?(?:original message|ursprüngliche nachricht|message d['’]origine) ?-{2,}|(?:on|am|le) [^\n]{4,120}(?:wrote|schrieb[^\n:]{0,60}|a écrit) ?:)$/gimu;
const HEADERS = /^(?:from|von|de) ?: ?[^\n]*(?:\n(?:sent|gesendet|envoyé|date|datum|to|an|à|cc|subject|betreff|objet) ?: ?[^\n]*){2,}/gimu;

/** Lines of a mail that is answered or passed on: "> Friday is fine", "On 3 December Ada wrote:", and the lines "From, Sent, To". */
export const findReplyParts = (text: string): { from: number; to: number }[] =>
  [REPLY, HEADERS].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length })));

/** Places of the greeting and of the closing with its signature, which say nothing about the webinar. */
export const findLetterParts = (text: string): { from: number; to: number }[] => {
  const parts: { from: number; to: number }[] = [];
  const greeting = GREETING.exec(text) ?? BARE_GREETING.exec(text);
  if (greeting) parts.push({ from: 0, to: greeting[0].length });
  for (const match of text.matchAll(CLOSING)) {
    const from = match.index + (/^[\n.!?,;]/.test(match[0]) ? 1 : 0);
    // A closing stands at the end: a line of its own with a signature, or the last few words.
    const rest = text.slice(match.index + match[0].length);
    if (/\n/.test(match[0]) || /^[^\n]*\n/.test(rest) || rest.length <= 60) {
      if (from < text.length / 4) continue;
      parts.push({ from, to: text.length });
      break;
    }
  }
  return parts;
};
