import { beginsClause } from "./every-language.ts";
import { type Phrase, phrase } from "./facts.ts";
import { mailsNobody } from "./no-mails.ts";
import { cityZone } from "./places.ts";
import { reasons } from "./reasons.ts";

const BEGINS = beginsClause("and|but|so|und|aber|also|et|mais|donc");
const ENDS = "(?: (?:please|pls|plz|thanks|thx|ta|though|tho|btw|by the way|bitte|svp))*[!.]*\\)?(?= ?(?:[,;:.!?)\\n\\u0001]|$|[-–—] ))";
/** To the end of the clause, without a number: a time may not be passed over. */
const REST = "[^,;:.!?\\n()\\d]*";
const IT = "(?:it|that|this|the (?:date|time|day|slot))";
const DEAL = "(?:joke|joking|kidding|making (?:this|it) up|typo|mistake|trick)";
const DAY_OFF = "(?:weekend|sunday|saturday|bank holiday|holiday|holidays)";
const SHORT_NOTICE = "(?:last[- ]minute|(?:at )?short notice|(?:a )?(?:bit |little )?late(?: in the day)?|(?:a )?rush)";
const HASTE = "(?:kurzfristig|spät|knapp|spontan|(?:das )?wochenende|sonntag|samstag|feiertag)";

const aside = (source: string): Phrase => phrase(`${BEGINS}\\(?(?:${source})${ENDS}`, (_, said) => (/webina/i.test(said) ? null : { kind: "aside" }));
const filler = (source: string): Phrase => phrase(`${BEGINS}\\(?(?:${source})${ENDS}`, () => ({ kind: "filler" }));

/** What is said beside a request and changes nothing of it: "can't move it", "not a joke", "I'll bring the donuts". It is shown as not used. */
export const remarks: readonly Phrase[] = [
  ...mailsNobody,
  ...reasons,
  // "bit short notice I know sorry"
  aside(
    `(?:sorry,? |apologies,? )?(?:i know )?(?:it['’]?s |that['’]?s )?(?:(?:a )?(?:bit|little) (?:of )?)?${SHORT_NOTICE},? ?(?:i know)?,? ?(?:sorry|apologies|soz)?`,
  ),
  aside(
    "(?:i['’]?m |we['’]?re |sorry,? )?(?:running|a bit|bit) (?:a bit |very )?(?:late|behind)(?: (?:on|with) (?:this|it|everything))?,? ?(?:sorry|apologies)?",
  ),
  // the date stands
  aside(`(?:sorry,? )?(?:and |but )?(?:we |i |it |you )?(?:can['’]?t|cannot|won['’]t) (?:be )?(?:moved?|changed?|shift(?:ed)?|budged?)(?: ${IT})?`),
  aside(
    `(?:the |that )?(?:date|time|day|hour)(?:['’]?s| is) (?:set in stone|final|firm|locked in|not (?:moving|negotiable|up for (?:debate|discussion)))`,
  ),
  aside(
    `(?:i['’]?m |it['’]?s |this is |that['’]?s )?(?:not|no) (?:an? )?${DEAL}|(?:yes,? )?(?:really|seriously)|oui,? (?:vraiment|c['’]est (?:tôt|tard)|je sais)|ja,? (?:wirklich|echt|ich weiß|ich weiss)|yes,? (?:i know|that (?:early|late))`,
  ),
  aside(`(?:please |and )?(?:do not|don['’]?t) (?:shout|yell|scream|blame|laugh|ask|hate|swear|judge|look)(?: (?:at|me|us))* ?${REST}`),
  // "11am Brisbane (not Sydney)": both are places
  phrase(
    `(?<=((?-i:\\p{Lu})[\\p{L}]+)( time)?,? )\\(?(?:and )?not ((?-i:\\p{Lu})\\p{L}+(?: (?-i:\\p{Lu})\\p{L}+)?)(?: time)?${ENDS}`,
    ([place = "", time, other = ""]) =>
      (time !== undefined || cityZone(place) !== undefined) && cityZone(other) !== undefined ? { kind: "aside" } : null,
  ),
  aside(
    `(?:so |which |and )?(?:that(?:['’]?s| is| will be| would be)|which is|it(?:['’]s| is)) (?:already |still |only )?(?:the )?(?:early |late |mid[- ]?)?(?:evening|night|day|morning|afternoon|lunchtime)(?: before| after)? (?:for|over|where|with) (?:you lot|us|them|you|me|everyone else|the \\p{L}+(?: \\p{L}+)?)(?: (?:over|down|up|back) (?:here|there))?`,
  ),
  aside("(?:so |and )?this (?:one|webinar|session)(?:['’]?s| is) for (?:the|our|all) (?-i:\\p{Ll})[\\p{Ll}'’-]+(?: (?-i:\\p{Ll})[\\p{Ll}'’-]+){0,2}"),
  // "all the volunteers said that works"
  aside(
    `(?:and |as |because )?(?:(?:all|both|most|half)(?: of)? )?(?:the|our|my) (?-i:[\\p{Ll}'’-]+)(?: (?-i:[\\p{Ll}'’-]+))? (?:said|say|says|told (?:me|us)|agreed|agrees|confirmed|confirms|voted|reckons?|thinks?|thought)(?: that)? ${IT} (?:works?|is (?:fine|good|ok|okay|great)|was (?:fine|good|ok)|suits?|will do)(?: ${REST})?`,
  ),
  // "it's for our Year 6 parents"
  aside(
    "(?:and |so )?(?:(?:it|this)(?:['’]s| is)|its|thats) for (?:(?:the|our|all|my)(?: (?:the|our))?(?: (?:year|grade|class|form|key stage) \\d{1,2})?(?: (?-i:[\\p{Ll}'’-]+)){0,2} (?-i:[\\p{Ll}'’-]+s|people|staff|team|crew|board|committee|children|public|everyone|folks)|(?-i:[\\p{Ll}-]{3,}s))",
  ),
  aside(
    `(?:and )?not (?:a|one) (?:second|minute|moment) (?:more|longer|less)|(?:et )?pas un mot (?:à|au|aux) ${REST}|(?:and )?not a word to ${REST}|(?:und )?kein wort zu[mr]? ${REST}`,
  ),
  aside(
    `(?:so |and )?(?:please |pls )?(?:do not|don['’]?t) (?:let (?:the|that|this) (?:title|name|topic|date) (?:confuse|fool|throw|put|mislead)|be (?:fooled|confused|misled|put off)|(?:change|convert|touch|edit|alter|shorten|translate|correct|adjust)(?: (?:it|that|them|anything|the (?:title|name|time|zone|spelling)))?(?=[ !.,)]|$)) ?${REST}`,
  ),
  aside(`(?:just )?(?:(?:fyi|btw),? )?(?:i['’]?m )?(?:typing|sending|writing|dictating|doing) this (?:from|on|in|while|at|with) ${REST}`),
  aside("(?:please )?excuse (?:the |my |any )?(?:typos?|mistakes?|mistaks?|spelling|errors?|brevity|english)"),
  aside(
    `(?:(?:sir|madam|ma['’]?am|boss|chief|he|she|they|everyone|everybody)|the \\p{Ll}+(?: \\p{Ll}+)?)(?: has| have| already)?(?: already)? (?:approved?|confirm(?:ed)?|agreed|okayed|signed off)(?: (?:it|this|that|on it|the (?:slot|date|time|topic)))?(?: already)?(?: ah| lah| liao)?`,
  ),
  aside("(?:exactly )?(?:the )?same as (?:on )?(?:the|our) (?:flyer|poster|website|leaflet|brochure|programme|program|newsletter|invitation)"),
  aside(
    "(?:as|like) (?:agreed|discussed|arranged) with (?:\\p{Lu}\\p{L}+|him|her|them|the \\p{Ll}+)|comme (?:convenu|prévu|discuté|vu) avec (?:\\p{Lu}\\p{L}+|lui|elle|eux|l['’]équipe|la \\p{Ll}+|le \\p{Ll}+)|wie mit (?:\\p{Lu}\\p{L}+|ihm|ihr|ihnen|dem \\p{Lu}\\p{L}+|der \\p{Lu}\\p{L}+) (?:besprochen|vereinbart|abgemacht)",
  ),
  // "10am Montreal time (yes yes, Montreal)"
  phrase(`(?<=((?-i:\\p{Lu})[\\p{L}-]+)(?: time)?,? )\\((?:(?:yes|oui|ja|si),? ?)+\\1!*\\)`, () => ({ kind: "aside" })),
  phrase("(?<=(?:fragen und antworten|questions? (?:and|&) answers?|questions-réponses|fragerunde) )\\(q ?(?:&|und|and) ?[ra]\\)", () => ({
    kind: "filler",
  })),
  phrase("(?<=time,? )\\(?(?:and )?not (?:ours|mine|here|your time|my time|our time|yours)(?![\\p{L}])!*\\)?", () => ({ kind: "aside" })),
  phrase(
    `${BEGINS}(?:we|i|they)(?:['’](?:re|m|ll)| are| am| will be| want to| would like to)? (?:inviting|invite|asking|ask|expecting) (?:all|every|our|the|some) [\\p{L} '’-]{2,40}? to (?:an?|the|our|this)(?= webinar)`,
    () => ({ kind: "aside" }),
  ),
  aside(
    "(?:it(?:['’]s| is|['’]?s) |that(?:['’]s| is) )?(?:my |our |\\p{L}+['’]s |his |her |their )?(?:\\p{L}+['’]s|his|her|their) idea,? not (?:mine|ours)",
  ),
  aside(
    "(?:it |this |and )*(?:does not|doesn['’]t|will not|won['’]t) repeat|(?:it['’]s |this is )?(?:just |only )?(?:a )?one[- ](?:off|time)(?: webinar| event)?(?:,? not (?:a )?(?:series|recurring|repeating))?|not (?:a )?(?:series|recurring|repeating)(?: (?:one|webinar|thing))?",
  ),
  aside(`not to be (?:dramatic|difficult|rude|a pain|that person|funny|picky|a bore)|(?:kindly |please )?excuse the (?:delay|rush|mess|wait)${REST}`),
  aside(
    `(?:i )?(?:didn['’]t|did not) (?:pick|choose|come up with|write|name) (?:it|the (?:title|name|topic))|(?:der )?titel (?:kommt|ist|stammt) nicht von mir|ne me jugez pas|ce n['’]est pas mon titre|don['’]t judge(?: me)?`,
  ),
  aside("(?:wine|cameras?|tea|coffee|snacks?|cake|mics?|pyjamas|hats?|ties?|shoes|biscuits|popcorn) optional"),
  aside("(?:et )?bon(?:ne)? (?:courage|journée|soirée|week-end|continuation)(?: à (?:tous|toutes|vous|toi))*"),
  aside(`(?:ta|thanks|thx|cheers|love|regards|greetings) from (?:the|all|us|your|everyone|\\p{Lu})${REST}`),
  aside("(?:ma |mon |notre |nos |mes |l['’])?\\p{L}+ (?:vous|te) remercie(?:nt)?(?: d['’]avance)?"),
  aside("pretty please(?: with (?:a cherry|sugar) on top)?|pas plus(?: long)?|(?:voilà,? )?c['’]est tout"),
  aside("(?:that['’]s |it['’]s )?a webinar,? (?:i should add,? |mind you,? )?not an? \\p{Ll}+"),
  aside(
    "(?:i['’]?m|we['’]?re|i am|we are) (?:an|one|two|three|\\d|a few|some) hours? (?:ahead|behind)(?: (?:here|there|of (?:you|them|that)))?(?:,? so (?:pls |please )?(?:mind|note|watch|beware of) (?:that|it))?",
  ),
  phrase(`${BEGINS}the (?-i:\\p{Ll}+)(?: (?-i:\\p{Ll}+))? (?:has|have) (?:voted|spoken|decided|agreed)(?:,? so)?(?= ?[:,–-])`, () => ({
    kind: "aside",
  })),
  aside("(?:nice and )?(?:quick(?:ly)?|fast|sharpish)(?= ?(?:[!.]|$|\\n))"),
  phrase("(?<=(?:heure|temps) [^,;.\\n]{2,30} )(?:et )?pas (?:chez nous|ici|la nôtre|d['’]ici|chez moi)", () => ({ kind: "aside" })),
  aside(
    "no more(?: no less)?|(?:(?:the )?(?:boss|client|chair|board|team)|she|he|they) (?:wants?|needs?|prefers?|likes?) it (?:online|on zoom|as a webinar|virtual)(?: this time| now)?",
  ),
  aside(
    "(?:kriegst|schaffst|machst|bekommst|packst) du (?:das |es )?(?:hin)?(?: (?:hin|bitte|für mich|noch|heute))*|(?:passt|ok|okay|ja|recht)(?=\\?)|(?:ginge|geht|passt|klappt) das(?: (?:so|klar|bei dir|für euch))*|tu (?:(?:peux|pourrais) )?(?:(?:me |nous )?(?:valider|confirmer|dire|gérer|poser|mettre|caler|caser|noter|inscrire|programmer|planifier|bloquer|prévoir|ajouter|rentrer|glisser) (?:ça|cela|ca)|valides|confirmes|me dis|gères|poses ça|mets ça)|ça (?:te|vous) (?:va|convient)|c['’]est bon(?: pour (?:toi|vous|nous))?|ok pour (?:toi|vous)|(?:could|can|would) (?:that|this|it) be (?:made|turned|put|set up|scheduled)(?: (?:into|as|up as))?(?: a| our| one)? (?:webinar|zoom)|(?:can you (?:manage|do)|does) that(?: work)?|(?:you )?(?:ok|okay|happy) with that|sounds? good|all good|(?:can|could) (?:that|this|it) (?:go|be put) (?:in|on|up)(?: please)?|thank u(?: (?:so|very) much)?|same (?:drill|procedure|deal|thing|story|routine) as (?:always|usual|before|ever|last (?:time|year|month))|same as (?:the |our |my )?(?:office|usual|always|last (?:time|year|month|week))",
  ),
  aside("(?:i['’]?m |we['’]?re )?(?:working|writing|sending this|here|at it) on a (?:saturday|sunday|bank holiday|public holiday|holiday|weekend)"),
  aside("(?:y['’]all|you(?: guys| all| lot)?|u)(?:['’]re| are| r)? (?:the best|awesome|amazing|great|wonderful|brilliant|legends?|stars?|heroes)"),
  aside("(?:richtest|legst|trägst|planst|machst|setzt|stellst|nimmst) du (?:das|es|mir das|uns das)(?: bitte| noch)? (?:ein|an|auf|klar|rein|fest)"),
  aside("(?:the )?same (?:title|name|topic) as (?:the |in the )?(?:subject(?: line)?|above|title)"),
  aside("(?:(?:yep|yeah|ok|yes|so),? )?that['’]?s (?:it|all)(?: for now| from me| thx| thanks)?"),
  aside(
    "(?:totally |completely |nearly |almost )?forgot(?: about (?:it|this))?,? ?(?:sorry|soz|apologies)?|vergelt['’]?s gott|behüt['’]? (?:dich|euch) gott|gott zum gru(?:ß|ss)e?",
  ),
  // excuses
  aside(
    `(?:sorry|apologies|soz|i know|i realise|i realize)(?:[ ,]+(?:i know|for|the|that|it['’]?s|this is|it is|a|bit|little|very|so|rather|quite|super|really))* ${SHORT_NOTICE}(?:[ ,]+(?:i know|one|request|again|but))*`,
  ),
  aside(`(?:bit|little|very|rather|quite) (?:last[- ]minute|short notice)(?: (?:i know|one|request))?`),
  phrase(
    `${BEGINS}(?:i|we) (?:know|realise|realize|appreciate) (?:that )?(?:it['’]?s|it is|this is|that['’]?s|tomorrow is|today is) (?:the |a |an |on a |very |so |such a |rather |quite |bit |little )*(?:${DAY_OFF}|${SHORT_NOTICE}|busy(?: time)?|early|big ask|lot to ask|not ideal)(?: (?:for (?:you|everyone)|again|already))?,? (?:but(?= )|so(?= ))?`,
    () => ({ kind: "aside" }),
  ),
  aside(
    `(?:and |so )?(?:i|we)(?:['’]?ll| will| can) (?:bring|make|get|bake|buy|supply|provide) (?:the |some |an? |you )*(?:\\p{L}+ )?(?:donuts?|doughnuts?|coffees?|tea|cakes?|biscuits|cookies|snacks|popcorn|sandwiches|pizza|drinks?|wine|beers?|brownies|pastries|muffins)`,
  ),
  aside(
    `no (?!regist|record|pass|practi|q ?[&+]|questions|sign|panel|host|approv)\\p{Ll}+(?: or \\p{Ll}+)? (?:needed|required|necessary)(?: (?:this time|from us|today))?|nothing (?:(?:too )?(?:fancy|special|formal|complicated)|else)|that['’]?s (?:it|all)(?: (?:i|we) (?:know|need|have))?|fingers crossed|wish me luck|no biggie|easy peasy`,
  ),
  aside(
    `(?:it['’]?s |it will be )?(?:really )?(?:just|only) an? (?:quick |little |short |informal |casual |friendly )*(?:chat|natter|catch[- ]up)(?: really| tbh| thing)?`,
  ),
  aside(
    `(?:please )?(?:lmk|let (?:me|us) know|give (?:me|us) a shout|ping me|shout)(?: (?:when|once|if) (?:it['’]?s |that['’]?s |this is |it is |you['’]?ve |you |there['’]?s )?(?:all )?(?:done|sorted|booked|up|ready|live|in|ok(?:ay)?|fine|have|a problem|any (?:problems?|issues?|questions?)|anything (?:else|is unclear)|questions)(?: (?:it|so|please|thanks))?)?(?: (?:please|pls|thanks|thx|cheers|asap))*`,
  ),
  aside(`no need to (?:check|reply|respond|call|ask|confirm|ring|write back)(?: (?:with|back|to|me|us|it|this))*`),
  // who is to do it
  filler(
    `(?:(?:(?:can|could|would|will) (?:you|u|someone|somebody)(?: please| kindly)?|please|you can) )(?:do the honou?rs|do your (?:thing|magic|stuff)|make it (?:so|happen)|work your magic|sort (?:it|this|that)(?: out)?|take care of (?:it|this|that)|see to (?:it|this|that)|handle (?:it|this|that)|do (?:that|this|it)(?: for (?:me|us))?|oblige|help(?: (?:me|us))?(?: out)?)(?: please| thanks| for (?:me|us))*`,
  ),
  filler("(?:kindly |please |pls |and )*do the needful(?: please| asap)?"),
  filler("(?:so |and |please |just )*(?:book away|crack on|fire away|go for it|knock yourself out)"),
  // "everybody is happy with 4 February": the moment follows
  phrase(
    `${BEGINS}(?:everyone|everybody)(?:['’]s| is) (?:agreed|happy|fine|good|ok(?:ay)?)(?: (?:on|with|for|about))?(?= )|(?:${BEGINS}|(?<=: ))tout le monde est d['’]accord(?: (?:pour|sur))?(?= )|(?:${BEGINS}|(?<=(?:alors|bon) ))du coup`,
    () => ({ kind: "filler" }),
  ),
  filler("(?:(?:u+[mh]+|er+m?|hmm+|ok(?:ay)?|right|well|so),? )*(?:let['’]?s see|let me (?:see|think)|where was i|here goes)"),
  // German
  aside(
    `(?:das ist )?kein (?:witz|scherz)|(?:im )?ernst|nichts (?:besonderes|wildes|großes|grosses)|daumen drücken|ich bring(?:e)? (?:den )?(?:kuchen|kaffee) mit`,
  ),
  aside(
    `(?:der )?(?:termin |tag |es |das )?(?:ist fix|steht fest|lässt sich (?:leider )?nicht (?:verschieben|ändern)|ist nicht (?:verschiebbar|verhandelbar)|kann (?:leider )?nicht verschoben werden)`,
  ),
  aside(
    `(?:sorry|entschuldigung|entschuldige|tut mir leid|ich weiß|ich weiss|weiß schon|weiss schon)(?:[ ,]+(?:es|das|ist|sehr|etwas|ein|bisschen|wieder|mal|ziemlich|recht|für|die))* ${HASTE}(?:e|en|er|es)?(?: anfrage| bitte)?(?:,? aber)?`,
  ),
  aside(
    "(?:gib|gebt|geben sie) (?:mir |uns )?(?:kurz )?bescheid(?:,? wenn (?:es|alles) (?:steht|fertig ist|erledigt ist|drin ist))?|sag(?:t)? (?:mir |uns )?(?:kurz )?bescheid",
  ),
  // French
  aside(
    "(?:(?:non |oui )?ce n['’]est pas |c['’]est pas |sans |pas )(?:une |de )?(?:blague|plaisanterie)s?|rien de (?:compliqué|spécial|extraordinaire)|je croise les doigts|j['’]apporte(?:rai)? (?:le |les )(?:croissants|gâteaux?|café)",
  ),
  aside(
    "(?:(?:on|nous|je) (?:ne )?(?:peut|pouvons|peux) pas (?:la |le |l['’])?(?:déplacer|décaler|changer|bouger)(?: (?:la date|le jour|l['’]heure))?|(?:la |cette )?date (?:est fixe|est fixée|ne bouge(?:ra)? (?:pas|plus)|n['’]est pas négociable))",
  ),
  aside(
    "(?:désolée?|pardon|navrée?|je sais)(?:[ ,]+(?:que|pour|c['’]est|le|la|un|peu|du|très|délai|demande|de|ce|cette))* ?(?:dernière minute|court|tard(?:if|ive)?|à la bourre|délai)(?:,? mais)?",
  ),
  aside("(?:tu me |vous me |dis-moi |tenez-moi |tiens-moi )(?:dis|dites|diras|quand c['’]est fait|au courant)(?: (?:quand|si) [^,;:.!?\\n()\\d]*)?"),
];
