import { keepLast } from "./keep.ts";
import { findAll } from "./pattern.ts";

const GREETING =
  /^\s*(?:(?:lads|guys|folks|gang|team|girls|ladies|mates?|chaps|everyone|everybody|y['’]all|peeps|leute|ihr lieben|kolleg(?:en|innen und kollegen)|tout le monde|les amis|les gars)\s*[,!](?= )|(?:(?:hi|hiya|hello|hey|dear|morning|hallo|bonjour|salut),? )?@[\w.-]+(?:,? (?:and |und |et )?@[\w.-]+)*\s*[,:!]?(?= )|(?:hi|hiya|hello|hey|howdy|greetings|dear|good (?:morning|afternoon|evening|day)|g['’]?day|hallo|(?:einen )?(?:wunder)?(?:schönen )?guten (?:tag|morgen|abend)|grüß gott|grüezi|liebe[rs]?|sehr geehrte[rs]?|moin|servus|hoi(?: zäme)?|sal[iü]|huhu|hallöchen|griaß (?:di|eich|enk)|grüß (?:dich|euch)|kia ora|coucou|bjr|bsr|slt|re-?bonjour|bonjour|bon matin|bonne soirée|bonsoir|salut|chers?|chères?)(?: (?!please|could|can|we|i\b|bitte|pourriez)[\p{L}.]+){0,3}?\s*(?:[,!:\n]| [-–—] ))/iu;
const COURTESY = "(?=\\s*(?:sorry|could|can|please|would|hope|hoping|i |we |könnt|kannst|bitte|ich |wir ))";
/** "Morning!", "Evening all,": a part of the day that greets; a comma before a day or a number may mean that part of the day. */
const BARE_GREETING = new RegExp(
  `^\\s*(?:[Mm]orning|[Aa]fternoon|[Ee]vening|Morgen|Abend|Tag|Mahlzeit)(?: (?:all|team|everyone|everybody|folks|both|there|zusammen|allerseits|Team)\\s*(?:[,!\\n]| [-–] )| \\p{Lu}\\p{L}+\\s*(?:[,!\\n]| [-–] )${COURTESY}| \\p{Lu}\\p{L}+\\s*(?:!|[,]?\\n)|\\s*[!\\n]|\\s*,${COURTESY})`,
  "u",
);
/** "G'day can you": a greeting without a comma. */
const OPEN_GREETING = new RegExp(
  `^\\s*(?:(?:hi|hiya|hello|hey|dear|hallo|bonjour|salut) (?!(?:please|pls|could|can|we|i|bitte|pourriez)(?!\\p{L}))\\p{L}+(?= (?:pls|plz|please|can|could|would|i need|we need|need|schedule|book|set up|kannst|könnt|bitte|peux|pourr|merci de)(?!\\p{L}))|(?:good (?:morning|afternoon|evening|day)|g['’]?day|(?:schönen )?guten (?:tag|morgen|abend)|bonjour|bonsoir)(?: (?:all|team|everyone|mate|zusammen|à tous))?${COURTESY})`,
  "iu",
);
/** "Kia ora Ngaire, can we book …", "Quick one for you: please add …": what stands before the request addresses somebody. */
const ADDRESS =
  /^\s*(?=[^,:!–\n\d]{2,40}?(?:[,:!]| –| -) )(?![^,:!–\n]*(?:webina|\d|@|behalf|au nom|im (?:namen|auftrag)|passcode|kenncode|regist|record|panel|host|day(?!\p{L})|tag(?!\p{L})|morgen|demain|every|each|weekly|daily|jede|chaque))[^,:!–\n\d]{2,40}?(?:[,:!]| –| -) (?=(?:(?:please|pls|bitte|so|and|und|et) )*(?:(?:can|could|would|will|shall|may|might) (?:we|you|i)(?: be able to| manage to| be so (?:kind|good) as to)?|let['’]?s|please|i['’]d like to|we['’]d like to|(?:i|we) (?:need|want|would like) to|kannst du|könntest du|könn(?:t|en|te|ten) (?:ihr|sie|wir|ich)|bitte|wir möchten|ich möchte|peux-tu|pourrais-tu|pouvez-vous|pourriez-vous|peut-on|pourrait-on|merci de|veuillez) (?:(?:please|kindly|also|bitte) )*(?:(?:book|schedule|set up|add|create|arrange|plan|organi[sz]e|put in|réserver|planifier|programmer|créer|ajouter|organiser|prévoir) (?:in )?(?:(?:an?|the|our|une?|le|la) )?(?:new |nouveau )?(?:(?:webinar|webinaire) (?:on|about|called|titled|entitled|named|sur|intitulé) )?(?!(?:webinar|webinaire|it|this|that|these|one|for|on|at|in|from|le|la|pour|à|au|demain|tomorrow|today|next|every|each|the|\p{L}+day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L}))\p{L}{2}|(?:ein(?:en?)? )?(?:neues )?Webinar (?:zum Thema|zu|zur|über|„)))/iu;
/** True if a text begins with an address in front of a request. */
export const beginsWithAddress = (text: string): boolean => ADDRESS.test(text);

/** Wishes that speak of a day and mean none: "Happy Monday!", "Have a great weekend", "Schönes Wochenende", "Bonne journée". */
const WISH =
  /(?<=^|[\n.!?]\s*|,\s*(?=[^\n.!?]{0,60}[\s.!?]*$))(?:happy (?:mon|tues|wednes|thurs|fri|satur|sun)day|happy (?:new year|holidays|easter)|merry christmas|(?:please )?(?:have|enjoy|(?:i )?hope (?:you['’]re|you(?: are|['’]ve| have|['’]re)?) (?:having|had|have|enjoying)) (?:an?|the|your)(?: (?:really|very|good|great|nice|lovely|wonderful|pleasant|rest of (?:the|your)))* (?:day|morning|afternoon|evening|week|weekend|one)(?: ahead| so far)?|(?:(?:ich )?wünsche (?:euch|ihnen|dir|allen) )?(?:noch )?(?:eine?n? )?(?:schöne[nrs]?|angenehme[nrs]?|gute[ns]?|frohe[ns]?) (?:tag|abend|nachmittag|feierabend|woche|wochenstart|wochenende|sonntag|ostern|weihnachten|neues jahr)(?: noch| euch| ihnen| allen| zusammen)*|(?:passez (?:une? )?|je vous souhaite (?:une? )?)?(?:bonne|bon|belle|joyeux|joyeuses) (?:fin de )?(?:journée|soirée|après-midi|semaine|week-?end|année|fêtes|noël|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))(?: (?:all|everyone|everybody|team|folks|à (?:tous|toutes|vous)))*(?=\s*(?:[.!,\n]|$))/giu;
/** Looked for first: most texts wish nothing. */
const MAY_WISH = /happy|merry|have|enjoy|hope|wünsch|schön|angenehm|gute|frohe|passez|souhait|bon|belle|joyeu/;
/** A line that begins a signature, as mail programs write it. */
const SIGNATURE = /(?<=\S[^\S\n]*)\n+(?:--|—|_{2,})(?=\n)/u;
/** What is behind such a line may as well be the rest of a form. */
const FORM =
  /^\s*(?:topic|title|subject|date|day|time|when|start|duration|length|host|passcode|password|registration|panelists?|repeats?|thema|titel|datum|tag|uhrzeit|zeit|dauer|beginn|kenncode|anmeldung|sujet|titre|jour|heure|durée|début|code|inscription)\s*:/imu;
const CLOSING =
  /(?:^|[\n.!?,;]|\s[-–])\s*(?:(?:thanking you(?: in (?:advance|anticipation))?|yours (?:truly|obediently|faithfully|sincerely)|with (?:kind |best |warm )?regards|ta|ty|best|warmly|yours|respectfully|love|b?rgds|regds|br|kr|bw|mfg|beste|herzlich|herzlichst|cdt|amicalement|bises|x{1,3})(?=[,.!]*\n)|(?:sweet as|chur(?: bro)?|ka pai|ta(?: very much)?|tyvm|tysm|ty|thanx|thnx|thankyou|thx{2,}|kthx|mercii+|merki|dankee+|cheerz|xoxo|x{1,3}|bisous?|bises|(?:k |ok )?(?:thanks? |thx )?bye(?:ee*)?|ok(?:ay)? (?:thanks|thank you|thx|cheers)|ok(?:ay)?(?=\?)|right(?=\?)|much love|you(?:['’]re| are)? (?:an? |the )?(?:star|legend|gem|angel|best|hero)|grazie(?: mille)?|(?:muchas |mil )?gracias|obrigad[oa]|appreciate(?:d| it| that)|no (?:rush|hurry|pressure)|hope (?:that|this|it)(?: all)? (?:works|helps|is (?:ok(?:ay)?|fine))|let me know(?: if (?:that|this|it)(?:['’]s| is)? (?:an? (?:problem|issue)|ok(?:ay)?|fine|not ok(?:ay)?|works|doesn['’]t work))?|(?:and )?that(?:['’]s| is) (?:it|all)(?: for now| from me)?|over and out|tschüss?i?|ciao|servus|bis (?:dann|später)|(?:lieben|tausend|herzlichen) dank|gell|passt das(?: so)?|eilt nicht|à plus(?: tard)?|(?:mille|grand) mercis?|ça (?:marche|(?:te|vous) va|roule)|d['’]accord|hein|pas urgent)(?=[\s.!?…x🙏😊🙂👍)]*$)|(?:b?rgds|regds|rgrds|kr|br|bw|mfg|cdl?t|vg|lg)(?=,? ?\p{L}[^\n]{0,60}$)(?<=[.!?,;\n]\s*\p{L}+)|(?:many |with )?(?:thanks|thank you|thx|tks|tia|cheers|kind regards|best regards|warm regards|regards|best wishes|kind wishes|warm wishes|all the best|take care|speak soon|ngā mihi(?: nui)?|nga mihi(?: nui)?|slán|sláinte|aroha nui|mahalo|(?:many |every |with )?blessings|god bless(?: you)?|yours in \p{L}+|in haste|onwards(?: and upwards)?(?=[,!.]*\n)|talk soon|see you (?:soon|then)|with (?:kind|best|warm) regards|respectfully yours|yours(?: sincerely| faithfully)?|sincerely|sent from my)|mit (?:freundlichen|besten|lieben) grüßen|(?:viele|liebe|beste|schöne|herzliche|freundliche|sonnige) grü(?:ße|sse)|mit (?:freundlichem|bestem|herzlichem) gru(?:ß|ss)|bis bald|vielen dank|besten dank|danke|gruß|lg|vg|merci(?: d['’]avance| beaucoup)?(?! (?:pour|de (?!votre|ton|ta|vos)|d['’]))|(?:bien )?cordialement|(?:sincères|meilleures|cordiales) salutations|salutations(?=[,.!]*\n)|à bientôt|bien (?:à vous|cordialement)|bonne journée)(?![\p{L}])/giu;

const REPLY =
  /^(?:>.*|-{2,} ?(?:original message|ursprüngliche nachricht|message d['’]origine) ?-{2,}|(?:on|am|le) [^\n]{4,120}(?:wrote|schrieb[^\n:]{0,60}|a écrit) ?:)$/gimu;
const HEADERS = /^(?:from|von|de) ?: ?[^\n]*(?:\n(?:sent|gesendet|envoyé|date|datum|to|an|à|cc|subject|betreff|objet) ?: ?[^\n]*){2,}/gimu;

/** Looked for first: most texts answer no mail. */
const MAY_REPLY = />|--|:(?=\n|$)/;
/** Lines of a mail that is answered or passed on: "> Friday is fine", "On 3 December Ada wrote:", and the lines "From, Sent, To". */
export const findReplyParts = (text: string): { from: number; to: number }[] =>
  [...(MAY_REPLY.test(text) ? [REPLY] : []), ...(text.includes("\n") ? [HEADERS] : [])].flatMap((pattern) =>
    findAll(text, pattern).map((match) => ({ from: match.index, to: match.index + match[0].length })),
  );

const letterPartsOf = (text: string): { from: number; to: number }[] => {
  const parts: { from: number; to: number }[] = [];
  const greeting = GREETING.exec(text) ?? BARE_GREETING.exec(text) ?? OPEN_GREETING.exec(text) ?? ADDRESS.exec(text);
  if (greeting) parts.push({ from: 0, to: greeting[0].length });
  const end = endOf(text);
  if (MAY_WISH.test(text.toLowerCase()))
    for (const wish of findAll(text.slice(0, end), WISH)) parts.push({ from: wish.index, to: wish.index + wish[0].length });
  if (end < text.length) parts.push({ from: end, to: text.length });
  return parts;
};

/** Places of the greeting and of the closing with its signature, which say nothing about the webinar. */
export const findLetterParts: (text: string) => readonly { from: number; to: number }[] = keepLast(letterPartsOf);

const SAYS_WHEN =
  /\d|(?<!\p{L})(?:tomorrow|today|tonight|heute|morgen|demain|aujourd['’]hui|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)(?!\p{L})/iu;

/** Whether a text holds a number or a day. */
export const saysWhen = (text: string): boolean => SAYS_WHEN.test(text);

/** Where the closing or the signature begins. */
const endOf = (text: string): number => {
  const line = text.includes("\n") ? SIGNATURE.exec(text) : null;
  const signature = line === null || FORM.test(text.slice(line.index + line[0].length)) ? text.length : line.index;
  for (const match of findAll(text, CLOSING)) {
    const from = match.index + (/^[\n.!?,;]/.test(match[0]) ? 1 : 0);
    // A closing stands at the end: a line of its own with a signature, or the last few words.
    const rest = text.slice(match.index + match[0].length);
    if (/\n/.test(match[0]) || /^[^\n]*\n/.test(rest) || rest.length <= 60) {
      if (from < text.length / 4) continue;
      // "Can you handle? Thx" above the mail that it passes on
      if (!saysWhen(text.slice(0, match.index)) && saysWhen(rest)) continue;
      return Math.min(from, signature);
    }
  }
  return signature;
};
