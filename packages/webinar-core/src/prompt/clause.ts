import type { Language } from "./facts.ts";
import { withoutInfinitive } from "./german/infinitives.ts";
import type { Piece } from "./left-out.ts";
import { HIDDEN } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

/** Small words of a sentence that no noun phrase holds: who does something, and what is done with it. In lower case only: in capitals they are a title. */
const GRAMMAR =
  /(?<![\p{L}\p{N}'’-])(?:(?:I|we|he|she|they|there) (?:\p{Ll}+ )?(?:would|should|could|will|shall|can|may|must|are|is|was|were|have|has|had|do|does|did|need|want|wish|prefer|hope|think|expect|plan|hold|run|host)|it (?:is|was|will|should|would|lasts|takes|starts|begins|runs|ends)|(?:I|we|he|she|it|they|that|there|you)['’](?:m|re|s|ll|d|ve)|(?:would|should|shall|must|ought to) (?:be|have|prefer|like|go|run|last|start|begin|take)|(?:will|would|is going to|are going to) \p{Ll}+ (?:us|you|them|everyone)|will be|has been|have been|(?:who|which) (?:is|are|will|was|has|have)|(?:halten|machen|veranstalten|bieten|planen|führen|geben|haben|wollen|möchten|brauchen|laden|zeigen|starten|treffen|legen|setzen) (?:wir|sie|ich)|(?:wir|ich) (?:halten|machen|veranstalten|bieten|planen|führen|geben|haben|wollen|möchten|brauchen|laden|zeigen|starten|treffen|würde\p{L}*|können|hätte\p{L}*)|es (?:geht|ist|wird|soll|dauert|handelt)|(?:geht|handelt|dreht) (?:es |sich |dabei )*um|(?:soll|wird|muss|kann) (?:es|das|die|der)|(?:nous|je) \p{Ll}+|on (?:tient|fait|fera|organise|propose|parle|parlera|voudrait|aimerait|souhaite|veut|peut|prévoit|va|sera)(?= )|(?:ce|cela|ça) (?:sera|serait|est|doit|dure|devrait)|c['’]est|il (?:s['’]agit|faut|faudrait|sera|est)|(?:tenons|organisons|proposons|animons|donnons|ferons|faisons|prévoyons|présentons|tiendrons|organiserons|proposerons|animerons|aura lieu|se tiendra|serait|devrait))(?![\p{L}\p{N}])/u;
/** Words that no noun phrase holds, but a title of one clause may: "Content is king". */
const WEAK_GRAMMAR =
  /(?<![\p{L}\p{N}'’-])(?:I|we|he|she|they|it|us|there|would|should|could|shall|must|was|were|has|had|is|are|will|can|may|(?<!to )(?:have|do|be)|does|ich|wir|sie|es|uns|ist|sind|wird|werden|soll|sollen|hat|haben|kann|können|je|nous|vous|il|elle|ce|cela|est|sont|sera|ont)(?![\p{L}\p{N}'’-])/u;
/** "things we like", "Content is king", "Less is more" */
const SHORT_TITLE =
  /^(?:\p{Ll}+ (?:we|you|they|I) \p{Ll}+|\p{Lu}\p{Ll}+(?: \p{L}+)? (?:is|are|ist|sind|est|sont) (?!\p{Ll}{2,}(?:ing|ed)$)\p{L}+(?: \p{L}+)?)$/u;
export const isShortTitle = (text: string): boolean => SHORT_TITLE.test(text);
/** "sheep scab and how to keep it out": behind a question word, a title may be a clause. */
export const FROM_QUESTION =
  /(?=[ ,:–—-])(?<=[\p{L}\p{N}])(?:,? (?:and|or|or|und|oder|et|ou)|[:–—,-]| [–—-]) (?:how|what|why|when|who|where|which|wie|was|warum|wer|wo|wann|comment|pourquoi|quand|où|ce que|ce qui)(?!\p{L}).*$/iu;
/** "moderiert Jana Weiß das Webinar", "accueillons les bénévoles", "our volunteers learn first aid": a verb that is conjugated stands where a name begins. */
const BEGINS_WITH_VERB =
  /^(?:(?!zeit|welt|mit|seit|jetzt|rund)\p{Ll}{2,}(?:t|en) (?:wir|ich|sie|die|der|das|den|eine?n?|unsere?n?|Frau|Herr|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?:das|die|den|eine?n?|unsere?n?)) |\p{Ll}{2,}(?:ons|ez) (?:le|la|les|une?|des|nos|notre|votre|vos|ensemble)(?: |$)|\p{Ll}{2,}(?:ons|ez) l['’]|fait (?:une?|le|la|les) )/u;
/** A clause is not over there, or has begun before. */
const ENDS_OPEN =
  /(?<=[\p{L}\p{N}],?) (?:and it|and that|and this|and|but|or|then|although|though|because|so|if|that|which|it|they|he|she|we|I|is|are|was|will|shall|should|would|must|has|have|be|und|oder|aber|weil|dass|wenn|es|sie|wir|ich|ist|wird|soll|sind|que|qui|car|donc|mais|et|ou|ce|cela|ça|nous|on|il|elle|est|sera|serait)$/u;
const BEGINS_OPEN =
  /^(?:but|or|though|although|because|so|then|if|as if|oder|aber|weil|obwohl|dass|denn|car|donc|mais|que|qui|puisque|parce que|we|he|she|they|there|wir|ich|nous|je)(?= \p{Ll})/u;
/** "We thought bees would be good", "the library opens its doors", "notre équipe présentera les abeilles" */
const SAYS_WHO =
  /^(?:(?:[Ww]e|I|[Tt]hey|[Hh]e|[Ss]he|[Ss]omeone|[Ss]omebody) (?:thought|think|hoped|hope|wanted|asked|wondered|were|was|had|understand|gather|hear|believe|said|says)(?!\p{L})|(?:the|our|my) \p{Ll}+(?: \p{Ll}+)? \p{Ll}{2,}(?<!s)s (?:its|their|an?|our) |(?:notre|nos|le|la|les|l['’]) ?\p{Ll}+(?: \p{Ll}+)? (?:présent|organis|propos|anim|tien|donn|fer|parl|accueill|lanc|offr)(?:e|era|ent|eront|t|dra|a)(?= )|\p{Lu}\p{Ll}+ and \p{Lu}\p{Ll}+ (?:will|are|have|want)(?= )|(?:lance|tient|organise|propose|présente|anime|prépare|ouvre|accueille) (?:(?:le|la|les|une?|notre|nos) |l['’])|(?:voulons|voudrions|aimerions|souhaitons|parlerons|parlons) )/u;
const QUESTION =
  /^(?:how|what|why|when|who|where|which|whose|can|could|should|is|are|do|does|will|wie|was|warum|wer|wo|wann|welche\p{L}*|wozu|weshalb|wenn|comment|pourquoi|quand|où|qui|quoi|quelle?s?|combien|est-ce|que|ce que|ce qui)(?![\p{L}\p{N}])/iu;
/** "…, legen Sie … an": the other half of a German verb. */
const PARTICLE = / (?:an|auf|ab|ein|durch|vor|statt|fest)$/u;
const PARTED_IN_GERMAN = /(?<!\p{L})(?:leg|setz|trag|plan|halt|hält|biet|richt|führ|nehm|nimm|stell|find|kündig|schreib|merk|mach)\p{Ll}*(?!\p{L})/iu;

const isGerman = ({ hasPlainNouns }: Language): boolean => !hasPlainNouns;

/** Whether what was left over is a part of a sentence, and no title. */
export const isClause = (whole: string): boolean => isSurelyClause(whole) || (!QUESTION.test(whole) && hasWeakGrammar(whole));

/** The same for a topic in its place: behind a colon stands a title, and so it does behind "about", or in capitals that do not begin the sentence. */
export const isClauseThere = ({ from, to, text }: Piece, masked: string, isIntroduced: boolean): boolean => {
  const before = masked.slice(0, from).trimEnd();
  if (before.endsWith(":")) return false;
  if (isSurelyClause(text)) return true;
  const isTitle = /^\p{Lu}/u.test(text) && /[,;–—-]$/u.test(before) && CLOSES.test(masked.slice(to));
  return !isTitle && !isIntroduced && isClause(text);
};

const isSurelyClause = (text: string): boolean =>
  !QUESTION.test(text) &&
  (GRAMMAR.test(text.replace(FROM_QUESTION, "")) ||
    ENDS_OPEN.test(text) ||
    BEGINS_OPEN.test(text) ||
    BEGINS_WITH_VERB.test(text) ||
    SAYS_WHO.test(text));
const hasWeakGrammar = (text: string): boolean => !SHORT_TITLE.test(text) && WEAK_GRAMMAR.test(text.replace(FROM_QUESTION, ""));

/** Behind the particle, the sentence ends. */
const CLOSES = new RegExp(`^\\s*(?:(?:bitte|danke|please|thanks)[\\s,.!]*)?(?:[.,;!?\\n)${HIDDEN}]|$)`, "u");

/** "halten wir die Sprechstunde ab", "it is about bees": what the clause is about, without its verb. Each pattern holds the name in its first group. */
const FRAMES: readonly RegExp[] = [
  /^have (?:(?:the|our) )?(.+?) (?:begin|start|run|go|happen|take|air|open)(?: live| ahead)?$/u,
  /^(?:will |shall |['’]ll |would like to )?(?:speak|talk|present|lecture|be (?:speaking|talking|presenting)) (?:to|with) [^,;:]{2,50} (?:about|on) (.+)$/u,
  /^(?:will |shall |am |are |is )?(?:teach|teaching|speak(?:ing)? (?:about|on)|talk(?:ing)? about|lectur(?:e|ing) on) (?:(?:the|our|an?) )?(\p{Lu}.+)$/u,
  /^(?:(?:[Ii]t|[Tt]his|[Tt]hat)(?:['’]s| is|['’]ll be| will be)|(?:[Ww]e|I)['’]ve got) (?:(?:the|our|an?) )?(\p{Lu}.+)$/u,
  /^to (?:go through|go over|talk through|talk about|talk over|discuss|cover|explain|introduce|look at|learn about|present) (?:(?:the|our) )?(.+)$/u,
  /^(?:the |our )?\p{Ll}+(?: \p{Ll}+)?(?:['’]s| is| are) (?:going to be )?(?:doing|giving|running|holding) (?:(?:the|our|an?) )?(.+)$/u,
  /^(?:thing|one|something|session|bit) for (?:the |our )?[^,;:–]{3,60}(?:[,;:]| –| -) (.+)$/u,
  /^(?:unser|das|ein) Webinar(?: (?:zum Thema|über|zu|zur))? (.+)$/u,
  /^(?:and |so |as |where |in which |there )?(?:(?:I|we)(?: (?:will|shall|would|should|are|am|have|had))?|(?:I|we)['’](?:re|m|ll|d|ve)) (?:(?:also|just|all) )?(?:(?:be|like|want|wish|going|hoping|planning|plan|hope)(?: to)? )?(?:be )?(?:hold|holding|run|running|host|hosting|do|doing|have|having|offer|offering|give|giving|put on|putting on|present|presenting|plan|planning|start|starting|begin|beginning|launch|launching|teach|teaching) (?:(?:the|our|an?|another|this) )?(.+)$/u,
  /^(?:and |so |also |the )?(?:it|this|that|this one|the (?:subject|topic|theme|webinar|session|talk)|webinar|session|subject|topic|talk)(?:['’]s|['’]ll be| is| will be| should be)(?: going to be)? (?:all )?(?:about|on|called) (.+)$/iu,
  /^(?:(?:und|da|hier|dabei|darin|diesmal|inhaltlich) )?(?:(?:halten|machen|veranstalten|bieten|planen|führen|geben|haben|wollen|möchten|brauchen|zeigen|starten|legen|setzen|besprechen|behandeln|laden) (?:wir|sie|ich)|(?:wir|ich) (?:halten|machen|veranstalten|bieten|planen|führen|geben|haben|wollen|möchten|brauchen|zeigen|starten|besprechen|behandeln)) (?:(?:die|das|den|eine|einen|ein|unser|unsere|unseren|zum|zur) )?(.+?)(?: (?:ab|an|durch|ein|auf|statt|machen|halten|abhalten|anbieten|durchführen|veranstalten))?$/u,
  /^(?:(?:und|da|hier|dabei|darin|diesmal|inhaltlich|worin|wobei|in dem) )?(?:es )?(?:geht|dreht|handelt) (?:(?:es|sich|dabei|diesmal|dann|hier|alles) )*um (?:(?:das thema|den|die|das) )?(.+)$/iu,
  /^(?:[Aa]ls )?[Nn]ächstes (?:steht|kommt|folgt|machen wir|gibt es) (?:(?:die|das|der|den|ein|eine) )?(.+?)(?: an)?(?:,? und zwar)?$/u,
  /^(?:et |où |alors )?(?:[Nn]ous |[Oo]n )?(?:fait|fera|tenons|tiendrons|organisons|organiserons|proposons|proposerons|animons|animerons|donnons|donnerons|faisons|ferons|prévoyons|présentons|présenterons|lançons|lancerons|tient|organise|propose|lance|présente|prépare|ouvre) (?:(?:le|la|les|une?|notre|nos) |l['’])?(.+)$/u,
  /^(?:et |où )?(?:il (?:s['’]agit|s['’]agira|est question|sera question)|(?:(?:on|nous) )?(?:voulons parler|parlera|parle|parlons|parlerons)) (?:de la |de l['’]|des |du |de |d['’])(.+)$/u,
  /^(?:et |cela |ça |ca |il |elle )?(?:(?:parle|parlera) (?:de la |de l['’]|des |du |de |d['’])|(?:porte|portera) sur (?:le |la |les |l['’])?)(.+)$/u,
];

/** "…, Titel": what follows is a clause of its own. */
export const isLabelled = (before: string): boolean => /(?:^|[,;.:(\n–-]) ?(?:titel|thema|name):? ?$/iu.test(before);

/** "Könntest du ein Webinar zum Thema Mietrecht einstellen?": the last verb is that of the request. A verb that was taken off already was that, too. */
export const withoutRequestVerb = (piece: Piece, { masked, language }: Sentence): Piece => {
  const isWhole = masked.slice(piece.from, piece.to).replace(/\s+/g, " ").trim() === piece.text;
  // "ein Webinar, Titel Hofübergabe planen": it is a clause of its own
  if (isLabelled(masked.slice(0, piece.from))) return piece;
  const named =
    isGerman(language) && isWhole && CLOSES.test(masked.slice(piece.to)) ? withoutInfinitive(piece.text, masked.slice(0, piece.from)) : null;
  if (named !== null) return cut(piece, named.replace(/ als (?:Zoom-?)?Webinar$/u, ""));
  // "legen Sie ein Webinar zum Thema Impfen an"
  return isGerman(language) && isWhole && endsWithParticle(piece, masked) && !/[:=]\s*$/.test(masked.slice(0, piece.from))
    ? cut(piece, piece.text.replace(PARTICLE, ""))
    : piece;
};

/** The other half of a German verb that asks stands behind the name. */
const endsWithParticle = ({ text, from, to }: Piece, masked: string): boolean =>
  PARTICLE.test(text) && CLOSES.test(masked.slice(to)) && PARTED_IN_GERMAN.test(masked.slice(0, from));

/** What a topic that was left over is about, if it is a clause that says so; the topic as it is, if it is a name. */
export const withoutClause = (piece: Piece, sentence: Sentence): Piece => {
  const { masked, language } = sentence;
  const { text } = piece;
  const behind = masked.slice(piece.to);
  if (isGerman(language) && endsWithParticle(piece, masked)) return withoutClause(cut(piece, text.replace(PARTICLE, "")), sentence);
  // "Kiln care - Ted can do 4 February": a clause begins behind the mark
  const name = DOES.test(behind) ? BEFORE_SOMEBODY.exec(text)?.[1] : undefined;
  if (name !== undefined) return withoutClause(cut(piece, name), sentence);
  const asked = withoutRequestVerb(piece, sentence);
  if (asked !== piece) return asked;
  // "es soll um Mietrecht gehen"
  if (/ gehen$/u.test(text) && /(?<!\p{L})um (?:(?:die|das|den) )?$/iu.test(masked.slice(0, piece.from))) return cut(piece, text.slice(0, -6));
  // "Put wound care down for 8 March"
  if (/ down$/.test(text) && /(?:^|[\s,])(?:put|note|mark|jot|write|take|set|get) (?:the |our |an? )?$/iu.test(masked.slice(0, piece.from)))
    return cut(piece, text.slice(0, -5));
  // "we're running kiln care again"
  const again = WE_ARE.test(masked.slice(0, piece.from)) ? RUNNING.exec(text)?.[1] : undefined;
  if (again !== undefined) return cut(piece, again);
  // "Can Nutrition Labels Decoded go out on Wednesday"
  const asksFor = /^(?:Can|Could|May|Might|Shall|Should|Will|Would) ((?:the |our )?\p{Lu}.+)$/u.exec(text)?.[1];
  if (asksFor !== undefined && /^ (?:go|be|run|happen|take|air|start|begin|move|have|fit)(?!\p{L})/u.test(behind)) return cut(piece, asksFor);
  if (QUESTION.test(text) && !/^(?:où|in which|where) /.test(text)) return piece;
  for (const frame of FRAMES) {
    const name = frame.exec(text)?.[1];
    if (name !== undefined && /\p{L}/u.test(name)) return cut(piece, name);
  }
  // "have the webinar Autumn Tour take place"
  if (/ takes?$/.test(text) && /^ place(?!p{L})/.test(behind)) return cut(piece, text.replace(/ takes?$/, ""));
  // "Conversational Hokkien runs Tuesdays and Thursdays"
  const runs = RUNS_WHEN.test(behind) ? RUNS_AT.exec(text)?.[1] : undefined;
  if (runs !== undefined) return cut(piece, runs);
  const needing = A_WEBINAR.test(behind) ? NEEDS.exec(text)?.[1] : undefined;
  if (needing !== undefined) return cut(piece, needing);
  // "Dashboards your CFO will open" ends there
  const tails = CLOSES.test(behind) ? TAILS.slice(0, 1) : TAILS;
  for (const tail of tails) {
    const name = tail.exec(text)?.[1];
    if (name !== undefined && /\p{L}{2}/u.test(name)) return cut(piece, name);
  }
  return piece;
};

const DOES = /^ (?:can|could|will|would|wants|needs|says|said|only|kann|möchte|peut|veut)(?!\p{L})/u;
const BEFORE_SOMEBODY = /^(.*[\p{L}\p{N})]) [-–—] (?:\p{Lu}\p{Ll}+|he|she|they|er|sie|il|elle)$/u;

const RUNS_AT =
  /^(.*\S(?<!\b(?:dry|test|trial|practice|bull|fun|school|long|cold))) (?:goes|runs|airs|belongs|meets online|meets on zoom|happens|goes out live|go(?:es)? (?:out )?live)$/iu;
const RUNS_WHEN =
  /^ (?:(?:in|into|on|onto) (?:the|our|my) (?:diary|calendar|schedule)|every|each|on|from|weekly|monthly|daily|fortnightly|weekdays?|at|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*|tomorrow|tonight|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?)(?!\p{L})/iu;
const WE_ARE = /(?:^|[^\p{L}])(?:(?:we|i|they)(?:['’]re|['’]m| are| am| will be|['’]ll be)) (?:also |just |now )?$/iu;
const RUNNING =
  /^(?:running|doing|hosting|holding|having|repeating|putting on|offering|giving|planning|organi[sz]ing) (?:(?:the|our|an?) )?(.+?)(?: (?:again|once more|too|as well|instead))?$/u;

/** "Culture Club needs a repeating webinar" */
const NEEDS = /^(.*\S) (?:needs|wants|requires|gets|is getting|is to get|has)$/u;
const A_WEBINAR = /^ (?:an?|another|its|their|the) (?:[\p{L}-]+ ){0,3}(?:webinar|session|slot|series)(?!\p{L})/u;

/** "the vigil should open at …", "trail running and it lasts …": the verb behind the name, whose rest was understood. */
const TAILS: readonly RegExp[] = [
  /^(.*\S),? (?:and|und|et),? (?:it|this|that|they|es|sie|elle|il|cela|ça|ce)(?: (?:runs|starts|begins|lasts|goes|is|will be|will run|dauert|beginnt|läuft|ist|dure|commence|est|sera))?$/u,
  /^(.*\S) (?:(?:should|will|shall|must|ought to|needs? to|has to|is to|is going to|can|could|would)(?: \p{L}+ly| then| also| only| just| now)? (?:air|stream|begin|start|open|run|go|last|be|happen|commence|take place|kick off|go ahead|be on|be held|be at)|(?:can|could|must|may) (?:only|just)|meets(?: online)?|gathers|convenes|resumes|has|have|should|will|shall|begins|starts|opens|kicks off|takes place)$/u,
  /^(.*\S) (?:soll(?:te|en)?|wird|muss|findet|beginnt|startet|läuft|dauert|kommt|wäre|kriegt|bekommt)$/u,
  /^(.*?\S)(?:,? (?:ce|cela|ça))? (?:aura lieu|se tiendra|commencera|débutera|démarrera|commence|débute|doit (?:commencer|durer|avoir lieu)|devra|devrait|sera|serait|durera)$/u,
];

/** A part of a piece; spaces in the text may be fewer than in the sentence, so its end is that of the piece. */
const cut = ({ from, to }: Piece, text: string): Piece => ({ from, to, text });
