import { fixed, type Phrase, phrase } from "./facts.ts";

/** What a title has in brackets begins like this. */
const TITLES =
  "(?!(?:and|or|what|how|why|who|when|where|the|your|und|oder|wie|was|warum|wer|die|der|das|et|ou|comment|pourquoi|qui|les?|la)(?!\\p{L}))";
/** Who writes, what is usual between people, and thanks. */
const TALKS =
  /(?<!\p{L})(?:long story|i|i['’]\p{L}+|we|we['’]\p{L}+|me|us|you|he|she|they|rush|hurry|worr(?:y|ies)|pressure|stress|urgent|thanks|thank|thx|cheers|ta|please|pls|long story|don['’]t ask|sorry|apologies|obvs|obviously|usual|as (?:usual|always)|wie (?:immer|üblich)|comme d['’]habitude|discussed|agreed|promised|promise|finally|hopefully|fingers crossed|yay|long story|ich|wir|mir|uns|sie|eilt|eilig|dringend|danke|bitte|leider|besprochen|versprochen|sorry|endlich|je|j['’]\p{L}+|nous|vous|moi|merci|désolée?|pardon|convenu|promis|urgent|svp|enfin|(?:ask(?:s|ed)|wants|wanted|insists?|insisted|suggested|requested|approved|knows|said|says)(?= |\)))(?!\p{L})/iu;
/** What may change or say something of the webinar, or be a part of its name. */
const MATTERS =
  /@|(?<!\p{L})(?:[ap]\.?m\.?|regist\p{L}*|sign|pass\p{L}*|code|record\p{L}*|panel\p{L}*|host\p{L}*|approv\p{L}*|q ?(?:&|and|\+) ?a|questions?|practi[cs]e|rehears\p{L}*|(?:to|this|mon|tues|wednes|thurs|fri|satur|sun)day|days?|weeks?|months?|years?|mornings?|afternoons?|evenings?|nights?|tomorrow|tonight|noon|hours?|minutes?|mins?|cancel\p{L}*|instead|every|each|time|zone|until|till|from|after|before|unless|if|only|except|repeat\p{L}*|move[ds]?|or|\p{L}+n['’]t|not(?! (?:urgent|rushed))|no(?! (?:rush|hurry|worries|pressure|stress|problem))|without|with|anmeld\p{L}*|aufzeichn\p{L}*|aufnahme|kenncode|passwort|freigabe|uhr|\p{L}*tag|\p{L}*woche|stunden?|minuten?|kein\p{L}*|nicht(?=.*\p{L}{3,}.*\p{L}{3,}.*\p{L}{3,})|jede\p{L}*|bis|ab|ohne|statt|falls|wenn|inscri\p{L}*|enregistr\p{L}*|jours?|semaines?|heures?|minutes?|ne|n['’]\p{L}+|pas(?! (?:urgent|pressée?|grave|d['’]urgence))|sans|jusqu\p{L}*|sauf|si)(?!\p{L})/iu;
/** A name may be that of a place, and with it the time zone; the name of a person who asked for it is not. */
const NAMES =
  /(?<=^\(.*)(?!(?:I|Thanks?|Sorry|We|You|They|He|She|It|As|No|Not|Please|Pls|Obvs|Ich|Wir|Danke|Bitte|Leider|Je|Nous|Merci|Désolée?|Pardon)(?!\p{L})|(?<=^\()\p{L}+ (?:ask(?:s|ed)|wants|wanted|insist(?:s|ed)|suggested|requested|approved|knows|said|says)(?!\p{L}))(?<!\p{L})\p{Lu}/u;

/** "(you know the drill)", "(eilt nicht)", "(Ben asked for it)": what people say to each other in brackets. It is shown as not used. */
export const brackets: readonly Phrase[] = [
  fixed("\\((?:wie (?:immer|üblich|gehabt)|as (?:usual|always)|comme (?:d['’]habitude|toujours))(?:[^()\\d\\n]|\\u0001){0,40}\\)", { kind: "aside" }),
  fixed(
    "\\((?:the|our|my|her|his) (?-i:\\p{Ll}+)(?: (?-i:\\p{Ll}+))? (?:begged|asked|insist(?:s|ed)?|wants?|wanted|loved?|loves|voted|picked|chose|approves?|demanded|suggested)(?: (?:[^()\\d\\n]|\\u0001){0,40})?\\)",
    { kind: "aside" },
  ),
  fixed("\\((?:third|second|2nd|3rd|fourth|hundredth) time (?:i['’]m|i am|we['’]re) (?:sending|asking|writing)(?:[^()\\d\\n]|\\u0001)*\\)", {
    kind: "aside",
  }),
  fixed("\\((?:please |pls )?(?:keep it (?:short|brief|simple|light)|make it (?:snappy|short|quick))(?:[^()\\d\\n]|\\u0001)*\\)", { kind: "aside" }),
  fixed("\\((?:c['’]est|ce sera|c) pour (?:la|le|les|l['’]|nos|notre|mes|mon|ma) ?(?:[^()\\d\\n]|\\u0001){2,50}\\)", { kind: "aside" }),
  fixed(
    "\\((?:die |der |unsere? |mein(?:e)? )?(?:chefin|chef|boss|kundin|kunde|kollegin|kollege|vorstand|leitung|sie|er|wir) (?:will|will['’]s|wollte|wollen|möchte|möchten|wünscht|meint|sagt)(?:[^()\\d\\n]|\\u0001){0,50}\\)",
    { kind: "aside" },
  ),
  fixed("\\((?:yes|yep|oui|ja|sí),? (?!(?:but|not|aber|nicht|mais|pas))(?:(?!(?:not|nicht|pas|instead)(?!\\p{L}))(?:[^()\\d\\n]|\\u0001)){2,50}\\)", {
    kind: "aside",
  }),
  // "(pas Dakar !)", behind a zone
  fixed(
    "(?<=(?:heure (?:de |d['’])|[Zz]eit |time )?(?-i:\\p{Lu})[\\p{L}-]+(?: time| zeit)? ?)\\((?:pas|nicht|not) (?-i:\\p{Lu})[\\p{L}-]+(?: time)? ?!*\\)",
    { kind: "aside" },
  ),
  fixed("\\((?:ne (?:riez|ris) pas|pas de blague|nicht lachen|don['’]t laugh|no joke|kein (?:witz|scherz))\\)", { kind: "aside" }),
  fixed("\\((?:ignore|excuse|forgive|never mind|pardon) (?:my |the |any )?[\\p{L} ]{3,30}(?: lol| haha)?\\)", { kind: "aside" }),
  fixed(
    "\\((?-i:\\p{Ll}{3,}s|people|ppl|folks|everyone|everybody|nobody) (?:have|has|had|are|were|keep|kept|been|want|wanted|need|needed|asked|ask|love|loved|will)(?: (?:[^()\\d\\n]|\\u0001){2,50})?\\)",
    { kind: "aside" },
  ),
  // "(the guild's idea, not mine!)"
  fixed("\\((?:[^()\\d\\n]|\\u0001){2,60}(?:not (?:mine|ours)|(?:his|her|their|['’]s) idea(?:,? not (?:mine|ours))?)!*\\)", { kind: "aside" }),
  phrase("\\((?:[^()\\d\\n]|\\u0001){2,80}(?:long story|don['’]t ask|another (?:day|time))\\)", (_, said) =>
    MATTERS.test(said) ? null : { kind: "aside" },
  ),
  phrase(`\\(${TITLES}(?:[^()\\d\\n]|\\u0001){2,80}\\)`, (_, said) =>
    TALKS.test(said) && !MATTERS.test(said) && !NAMES.test(said) ? { kind: "aside" } : null,
  ),
];
