import { findAll, LazyPattern } from "./pattern.ts";
import { foldText, Prefilter } from "./prefilter.ts";

/** Where a sentence or a clause of a mail begins. */
const BEGINS = "(?<=^|[\\n.!?;] ?|[,–—(] ?|(?<=[\\s])- )";
const REST = "(?:[^.!?\\n,;–—()]|[.](?=\\d))*\\)?";
/** To the end of the sentence; what asks for a webinar is no talk. */
const DAY =
  "(?:(?:(?:on|the) )*(?:mon|tues|wednes|thurs|fri|satur|sun)day|the \\d{1,2}(?:st|nd|rd|th)?|(?:der |am )?(?:mon|diens|donners|frei|sams|sonn)tag|(?:der |am )?mittwoch|(?:le )?(?:lun|mar|mercre|jeu|vendre|same)di)";
export const TALK: readonly LazyPattern[] = [
  // wishes and thanks
  `(?:i |we |just |and )*hop(?:e|ing) (?:you|all|everything|everyone|this|your|things|the)(?!\\p{L})${REST}`,
  `(?:many |so many |and )?(?:thanks|thank you|cheers|ta)(?: so much| very much| again| a lot| ever so much)? for (?:the|your|our|a|all|that|calling|getting|coming|meeting|taking|sorting|sending|being|joining|having)(?!\\p{L})${REST}`,
  `(?:(?:it|that) was )?(?:so |very |really )?(?:good|great|nice|lovely|wonderful|a pleasure) (?:to (?:see|meet|talk|speak|chat|catch up|hear)|seeing|meeting|talking|speaking|chatting|catching up|hearing)(?!\\p{L})${REST}`,
  `how (?:was|is|are|did)(?: (?:your|the|you|things))${REST}\\?`,
  `sorry (?:for|about|to|i|we|that|this)(?!\\p{L})${REST}`,
  `apologies (?:for|about)(?!\\p{L})${REST}`,
  `(?:see|talk to|speak to|catch) you (?:(?:all|then|there|up) )*(?:on |at |next |this )?(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day`,
  // who is away, and when a desk is open
  `(?:(?:but|and|as|note that|fyi) )*(?:i|we)(?:['’]m| am|['’]re| are|['’]ll be| will be) (?:only |just )?(?:away|off|out|on leave|on holiday|on vacation|back|travelling|traveling|closed|in the office|at my desk|not in|unavailable)(?!\\p{L})${REST}`,
  `(?:the|our|my) (?:office|desk|shop|team) (?:is|will be) (?:closed|open|shut|away)(?!\\p{L})${REST}`,
  `(?:i|we) (?:can['’]t|cannot|could not|couldn['’]t) (?:make|do) (?:it )?(?:on )?${DAY}`,
  `(?:so |please |or |just |and )*(?:call|ring|phone|text|reach|contact|e-?mail|ask|rufen sie|ruf|appelez|contactez)(?: (?:me|us|him|her|mich|uns|moi|nous)| \\p{Lu}\\p{Ll}+){1,2} (?:on|at|unter|au|under) [+(]?\\d[\\d ()./+-]{5,}${REST}`,
  `(?:further to|following(?: on from)?|with reference to|after|thanks for|per|as per) (?:our|your|my) (?:\\p{L}+ )?(?:call|chat|conversation|meeting|e-?mail|message|discussion|talk|letter|visit)s? (?:of|on|from|dated) [^,.;!?\\n]{3,25}(?=[,.;!?\\n])`,
  // what was settled
  `(?:as|like) (?:we |i |you )?(?:discussed|agreed|talked about|mentioned|said|promised|spoke about)(?: (?:(?:on|last|at|in|over|by) )+(?:the )?(?:\\p{L}+)(?: (?:meeting|call|chat))?)?(?=[,.!?:\\n]|$)`,
  `(?:so )?${DAY} (?:works|suits|is (?:fine|good|great|perfect|ok|okay)|sounds (?:good|great|fine))(?: (?:best|well|fine|better|great))?(?: (?:for|with) (?:me|us|everyone|everybody|all|the team|all of us))?(?:,? so(?= (?:let|we|i)))?(?=[,.!?\\n–—]| so | then )`,
  // German
  `(?:ich |wir )?hoff(?:e|en|entlich)(?:,)? (?:es|du|ihr|sie|dir|euch|ihnen|das|alle|dass)(?!\\p{L})${REST}`,
  `(?:vielen |besten |herzlichen |lieben |schönen )?dank(?:e)?(?: dir| ihnen| euch)?(?: schön| sehr| nochmals| noch(?: ein)?mal)? für (?:das|die|den|dein|deine[nrm]?|ihre?n?|eure?n?|euer)(?!\\p{L})${REST}`,
  `(?:es war |war )?(?:schön|nett|toll),? (?:dich|sie|euch|mit dir|mit ihnen|mit euch|von dir|von ihnen)(?!\\p{L})${REST}`,
  `(?:sorry|entschuldigung|entschuldige|entschuldigen sie|verzeihung)(?:,)? (?:für|wegen|dass|die|bitte)(?!\\p{L})${REST}`,
  `(?:ich|wir) (?:bin|sind) (?:erst |nur |noch )?(?:bis|ab|am|von|vom|im|in|nicht|wieder|heute|morgen|montags|freitags|übermorgen|abwesend|verreist|unterwegs)(?!\\p{L})${REST}`,
  `(?:unser|das) büro (?:ist|bleibt)(?!\\p{L})${REST}`,
  `${DAY} (?:passt|geht|wäre gut|ist gut|klingt gut)(?: (?:mir|uns|allen|bei uns|bei mir|gut|am besten|super|prima))*(?:,? (?:also|daher|dann))?(?=[,.!?\\n–—])`,
  `wie (?:am|letzten|gestern|vorgestern|heute|vorhin|bereits|schon) ?(?:\\p{L}+ )?(?:besprochen|vereinbart|abgemacht|angekündigt|telefonisch besprochen)|wie (?:besprochen|vereinbart|abgemacht|angekündigt)(?: am \\p{L}+| gestern)?(?=[,.!?:\\n]|$)`,
  // French
  `(?:j['’]|nous )?esp(?:ère|érons|érant) (?:que|qu['’]|de|avoir)${REST}`,
  `(?:un grand |grand )?merci(?: beaucoup| encore| à vous| à toi)? pour (?:le|la|les|votre|vos|ton|ta|tes|notre|cet|cette|ce|l['’])${REST}`,
  `(?:c['’]était |ce fut )?(?:un |très |ravie? |ravis |content |contente )*(?:plaisir|agréable|sympa|de vous|de te) (?:de |d['’])?(?:vous|te|voir|revoir|parler|échanger|rencontrer)(?!\\p{L})${REST}`,
  `(?:désolée?s?|pardon|navrée?s?|toutes mes excuses|mes excuses) (?:pour|de|du|d['’])${REST}`,
  `(?:mon|ma|notre) [\\p{L}-]+ (?:est|sera) (?:absente?|malade|en congés?|en vacances|en déplacement|en formation|en arrêt)(?! \\p{L}+ \\d)(?:(?! (?:alors|donc)(?!\\p{L}))[^.!?\\n,;–—():\\d])*`,
  `(?:je|nous) (?:suis|sommes|serai|serons) (?:absente?s?|en congés?|en vacances|en déplacement|de retour|au bureau|injoignables?|fermés?)(?!\\p{L})${REST}`,
  `${DAY} (?:me |nous )?(?:convient|va|marche|nous va|me va)(?: (?:bien|parfaitement|très bien|à tous|à tout le monde))*(?:,? donc)?(?=[,.!?\\n–—])`,
  `comme (?:convenu|discuté|prévu|évoqué|vu)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|hier|ensemble|au téléphone|ce matin|la semaine dernière))*(?=[,.!?:\\n]|$)`,
].map((written) => {
  const source = `${BEGINS}(?:${written})`;
  return new LazyPattern(source, () => new RegExp(source, "giu"));
});

/** What only asks, sets or moves something may not be passed over. */
const ASKS =
  /(?<!\p{L})(?:webina(?:r|ire)s?|book|schedul\p{L}*|set(?:ting)? (?:up|it)|arrang\p{L}*|session|creat\p{L}*|host|record\p{L}*|passcode|registr\p{L}*|panell?ist\p{L}*|start\p{L}*|mov(?:e|ed|ing)|cancel\p{L}*|chang(?:e|ed|ing)|instead|anlegen|planen|einplanen|termin\p{L}*|aufzeichn\p{L}*|anmeld\p{L}*|kenncode|planifi\p{L}*|programm\p{L}*|organis\p{L}*|inscri\p{L}*|enregistr\p{L}*|réserv\p{L}*|séance)(?!\p{L})/iu;

/** A time of day may be that of the webinar. */
const SAYS_A_TIME = /\d ?(?:[ap]\.?m|uhr|h)(?!\p{L})|\d:\d\d|(?:at|by|until|till|before|after) \d|noon|mittag|midi(?!\p{L})/iu;

const prefilter = new Prefilter("talk", TALK);

/** Small talk of a mail: "hope you had a good weekend", "thanks for the chat on Monday", "I'm away until Monday". */
export const findSmallTalk = (text: string): { from: number; to: number }[] =>
  prefilter
    .select(foldText(text))
    .flatMap(({ item: { pattern } }) =>
      findAll(text, pattern).flatMap((match) =>
        ASKS.test(match[0]) || SAYS_A_TIME.test(match[0]) ? [] : [{ from: match.index, to: match.index + match[0].trimEnd().length }],
      ),
    );
