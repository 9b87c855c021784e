export type Tongue = "english" | "german" | "french";

/** Words that give a language away, and are not words of the others; looked for in small letters, which takes half the time. */
const SIGNS: Readonly<Record<Tongue, RegExp>> = {
  english:
    /(?<!\p{L})(?:the|at|on|and|for|about|called|every|each|with|please|could|from|until|schedule|book|next|of|to|tomorrow|today|week|weeks|sessions?|times|\d+ ?(?:am|pm)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|noon|january|february|march|june|july|october|december|is|it|a|an|by|starting|hosted|registration|recording|minutes|hour|topic|title|when|where|time|can|you|we|our|thanks|regards|cheers|set|hi|hello|dear|booked?|fyi|starts?|ends?)(?!\p{L})/gu,
  german:
    /(?<!\p{L})(?:uhr|um|am(?! ?[,.;]| [a-z]+ webinar)|bis|jede[nrsm]?|für|über|und|der|die|das|bitte|heute|morgen|übermorgen|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|januar|jänner|februar|märz|juni|juli|oktober|dezember|mit|ohne|termine|mal|ab|von|den|vom|ein|eine[nrs]?|nächste[nrs]?|wöchentlich\p{L}*|täglich\p{L}*|monatlich\p{L}*|im|zum|thema|datum|uhrzeit|dauer|minuten|stunden?|alle|könnten|wochen|halb|viertel|titel|wann|wo|beginn|hallo|liebe[rs]?|grüße|wir|ich|uns|kannst|können|anmeldung|aufzeichnung|nur|auch|noch|nicht|sind|immer|jeweils|(?:drei)?viertelstunde|tägl)(?!\p{L})/gu,
  french:
    /(?<!\p{L})(?:webinaires?|le|la|les|du|au|à|demain|après-demain|aujourd['’]hui|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|janvier|février|mars|avril|juin|juillet|août|octobre|décembre|heures?|\d+ ?h(?: ?\d\d)?|tous|toutes|chaque|jusqu['’]au|séances|fois|pour|avec|sans|sur|prochaine?|pourriez|de|un|une|midi|en|dans|semaines?|titre|quand|où|objet|durée|bonjour|merci|cordialement|nous|vous|peux|est|inscription|enregistrement|dès|nonante|septante|huitante|octante|svp|stp|prévoir|réserver|cette|notre)(?!\p{L})/gu,
};

const OTHERS =
  /(?<!\p{L})(?:el|los|las|una|por|para|sobre|favor|martes|lunes|miércoles|jueves|viernes|sábado|domingo|mañana|hoy|diciembre|enero|febrero|cada|seminario|programa|programar|crea|semanas|il|lo|gli|della|delle|dei|alle|ogni|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|domani|dicembre|gennaio|febbraio|organizza|sui|sul|sulla|um seminário|segunda|terça|quarta|quinta|sexta|feira|amanhã|dezembro|janeiro|às|uma|sobre|reunião|het|een|voor|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|elke|uur|morgen om|graag|over|proszę|poniedziałek|wtorek|środę|środa|czwartek|piątek|jutro|godzinie|grudnia|stycznia|på|och|klockan|måndag|tisdag|onsdag|torsdag|fredag|kl|imorgon|om|i morgen|den|lördag|hver|til|prosím|každý|zítra|pazartesi|salı|çarşamba|perşembe|cuma|yarın|saat|haftalık)(?!\p{L})/gu;

const count = (lower: string, signs: RegExp): number => new Set(lower.match(signs)).size;

const BEYOND_LATIN = /[\u{250}-\u{10ffff}]/u;
/** Whether less than half of the letters are Latin ones. */
const isMostlyForeign = (text: string): boolean => (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 < (text.match(/\p{L}/gu)?.length ?? 0);

/** The language of a sentence without its quotes; null for one that is not read. */
export const whichLanguage = (text: string): Tongue | null => {
  if (BEYOND_LATIN.test(text) && isMostlyForeign(text)) return null;
  const lower = text.toLowerCase();
  const scores: [Tongue, number][] = [
    ["english", count(lower, SIGNS.english)],
    ["german", count(lower, SIGNS.german)],
    ["french", count(lower, SIGNS.french)],
  ];
  const [best = ["english", 0] as const] = scores.sort(([, a], [, b]) => b - a);
  const others = count(lower, OTHERS);
  if (others >= 3 && others > best[1]) return null;
  if (best[1] > 0) return best[0];
  // "Do 8:30 Frühstücksrunde": letters that only one of them has
  return /[äöüß]/iu.test(text) ? "german" : /[àâéèêëîïôûçœ]/iu.test(text) ? "french" : "english";
};
