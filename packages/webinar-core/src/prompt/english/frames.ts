import { requestFrame } from "../request-frames.ts";

const WHO = "(?:you|u|ya|ye|we|i|us|someone|somebody|anyone|anybody|the (?:team|office))";
const MODAL = "(?:can|could|would|will|might|may|shall|should|do)";
/** "the committee", "our finance team" */
const GROUP = "(?:(?:i|we|they)(?: all| both)?|(?:the|our|my) [\\p{L}'’-]+(?: [\\p{L}'’-]+)?)";
const WOULD = "(?:['’]d|['’]ll|['’]re|['’]ve| would| should| will| do| have| has| are| is)?";
const WISH =
  "(?:like|love|want(?:s|ed)?|wish(?:es|ed)?|hop(?:es?|ing)|need(?:s|ed)?|intends?|proposes?|plan(?:s|ning)?|keen|looking|going|after|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|thinking|decided|agreed|resolved|voted|settled(?: on)?)";
const ADVERBS = "please|ever|pls|plz|kindly|possibly|just|also|now|then|quickly|really|very much|if possible";

/** How English asks for a webinar. */
export const frames = requestFrame({
  openers:
    "(?:respected|dear|good) (?:sir|madam|sirs|ma['’]?am)(?=,)|yes|yep|yeah|yup|sure|sure thing|great|perfect|lovely|cool|brilliant|agreed|absolutely|of course|no problem|thanks|thank you|(?:please )?go ahead(?: and| with)?|feel free to|so|and|hi|hiya|heya|hello|hey|yo|ok|okay|right|also|then|well|now|but|just|quick one|quick ask|(?:all|team|folks|guys)(?=,)|morning|afternoon(?=,)|evening(?=,)",
  asks: [
    `${MODAL} ${WHO}(?: be so (?:kind|good) as to| (?:please )?be able to| be (?:happy|willing|available|free|up for it) to| manage to| find (?:the )?time to| please be so kind as to)?`,
    "(?:please )?go ahead(?: and| with)?|feel free to|(?:so|yes|yep|yeah|sure|ok|okay|great|perfect|anyway|anyhow|anyways)(?=,? (?:please |just )?(?:book|schedule|put|set up|arrange|create|add|plan|pop|get|make|do) )",
    "please|pls|plz|kindly|(?<=^[^\\p{L}]*(?:(?:please|so|and|then),? )?)do(?= \\p{Ll})|you (?:might|could|can|may|should|will)",
    `${GROUP}${WOULD}(?: (?:really|very much|also|just|still|all))* (?:${WISH}|be (?:keen|looking|hoping))(?: (?:you|u|someone|somebody))?(?: (?:to|if|for you to))?(?: ${WHO}(?: (?:can|could|would|might|will))?)?`,
    `${GROUP}(?:['’]d|['’]m|['’]re| would| should)?(?: (?:be|was|were|am|are))?(?: (?:so|very|most|really|ever so|just|much|deeply|extremely|only))* (?:grateful|obliged|delighted|glad|happy|thankful|pleased|wondering|hoping)(?: (?:to|whether|if))?(?: ${WHO}(?: (?:can|could|would|might|will|were to))?)?`,
    `${GROUP}(?:['’]d| would| should)?(?: (?:really|greatly|much|very much))* appreciate (?:it )?(?:very much |greatly )?if ${WHO}(?: (?:can|could|would|might|will))?`,
    `it(?:['’]d| would| will|['’]s| is) be (?:[\\p{L}'’]+ ){1,3}?(?:to|if ${WHO}(?: (?:can|could|would|might|will))?)`,
    `(?:would|will|is|might) it (?:be )?(?:[\\p{L}'’]+ ){1,3}?(?:to|for ${WHO} to|if ${WHO}(?: (?:can|could|would|might|will))?)`,
    `(?:is there |there['’]s )?any chance(?: (?:that |of )?(?:${WHO}(?: (?:can|could|would|might|will))?)?)?`,
    "be (?:so |a )?(?:kind|good|dear|love)(?: enough)?(?: as)?(?: to| and)?",
    `${MODAL} ${WHO} (?:trouble|ask|get|bother|beg) (?:you|someone|somebody)(?: to)?`,
    `(?:would|do) you mind(?: (?:awfully|terribly|please))?|(?:how|what) about(?: (?:we|you|i))?(?= \\p{L})`,
    "(?:to )?request(?:ing)? that (?:you|someone|somebody)",
    `i(?: was|['’]m| am)? (?:wondering|hoping|wonder|hope|trust|think|thought)(?: (?:that|if|whether))? ${WHO}(?: (?:can|could|would|might|will|should))?`,
    `if (?:at all )?(?:possible|convenient)|if ${WHO} (?:can|could|would|will|might|may|please)(?: be so (?:kind|good))?`,
    `when(?:ever)? ${WHO} (?:can|could|get a (?:chance|moment|minute|sec))`,
    "let['’]?s|let us|(?:(?:i|we)(?:['’]m|['’]re| are| am)? )?(?:gonna|wanna|gotta|need to|want to|got to|have to)(?: need)?",
    "it (?:has been|had been|was|is|['’]s been) (?:\\p{L}+ ){0,2}?(?:agreed|decided|settled|planned|arranged|proposed|hoped|intended|resolved) (?:that we(?: will| shall)?|to)",
  ].join("|"),
  adverbs: ADVERBS,
  verbs:
    "(?<=(?:mind|about) (?:please |kindly |just )?)(?:creating|scheduling|planning|setting (?:it )?up|booking(?: in)?|hosting|organi[sz]ing|arranging|making|adding|running|holding|putting(?: (?:in|on|down|together))?|popping(?: in)?|getting|doing|having|noting(?: down)?|pencil?ling in|fixing(?: up)?|sorting(?: out)?|slotting in|squeezing in|listing|entering)|create|schedule|plan|set(?: it)? up|setup|book(?: in)?|host|organi[sz]e|arrange|make|add|run|hold|put(?: (?:in|on|down|together|up))?|pop(?: in)?|squeeze in|slot in|pencil|fit in|get(?: in)?|do|have|enter|log|note(?: down)?|diari[sz]e|calendar|pencil in|offer|give|list|prepare|fix(?: up)?|sort(?: out)?|line up|lay on|launch|open(?= (?:an?|another|the|our|one) )|jot down|mark(?: down)?|write down|block out|reserve|stage|present|announce|open up|start up|see about|find room for|find (?:a |us a )?(?:slot|time|space) for|stick(?: in)?|whack(?: in)?|chuck(?: in)?|bung(?: in)?|throw(?: in)?|drop(?: in)?|shove(?: in)?|post|register(?= (?:a|an|the) (?:webinar|session))",
  objects:
    "for (?:us|me|them)|us|me|in|up|on(?= (?:a|an|the|our) )|down|(?:an?|another|one|some|our|the) (?:slot|booking|date|place|space|spot|time|entry)(?: for| of)?|(?:in|into|on|to) (?:the|our|my|your) (?:calendar|diary|schedule|list|books|programme|program)",
  wishes: `${GROUP}${WOULD}(?: (?:really|very much|also|just|still|all))* (?:${WISH})(?: (?:for|to have|to see))?(?: (?:an?|another|one|some) (?:slot|booking|date|place|space|spot|time|(?:(?:whole|full|short|new|little) )?(?:series|course|run|set)(?= of))(?: for| of)?)?|${MODAL} (?:${WHO}|(?:the|our|my) (?-i:[\\p{Ll}'’-]+)(?: (?-i:[\\p{Ll}'’-]+))?|(?-i:\\p{Lu}[\\p{L}&]+)) have|any chance of|(?:how|what) about|(?:be )?(?:possible|convenient|okay|ok|all right|alright|fine|suitable|free|available) for|let the (?:diary|calendar|record) (?:show|have|say)|it (?:has been|had been|was|is|['’]s been) (?:\\p{L}+ ){0,2}?(?:agreed|decided|settled|planned|arranged|proposed|hoped|intended|resolved) (?:that|on)|(?:an? |my |our |new )*(?:webinar |zoom )?(?:request|booking|slot|entry)(?: for| of| to (?:book|schedule|set up|hold|run|create))|gonna need|(?:i|we) (?:gotta|wanna) have|${GROUP}(?:['’]d| would| should)?(?: be)? (?:very |most )?(?:grateful|glad|obliged|pleased|happy) (?:of|for|to have)`,
  calls:
    "(?:just )?(?:an? )?(?:quick|small|tiny|little) (?:one|ask|request|favou?r|question)(?: for (?:you|ya))?|one more(?: for you)?|another one|new one|next one|heads[- ]up|fyi|(?:hi|hiya|hey|hello)(?: (?:all|there|team|folks|guys|both))?|(?:an? |my |our |new )*(?:webinar |zoom )?(?:request|booking|booking request|booking form|diary note|diary|entry)",
  bare: "(?:is there |there['’]s )?any chance (?:of|to|we can|you can) (?:getting|having|putting|booking|doing|scheduling|get|have|put|book)(?= )|get (?=[^,;.!?\\n]* (?:scheduled|booked|set up)$)|get (?=[^,;.!?\\n]* (?:going|started|sorted|booked|scheduled|set up|organised|organized|arranged|(?:in|on|onto|into) (?:the|our|my) (?:diary|calendar|schedule))(?!\\p{L}))|(?:slot|squeeze|pencil|fit|pop|put|book|sign|stick|whack|bung|chuck) (?:me|us) (?:in|down|up)(?: for(?: (?:an?|the|our))?)?(?=[ ,.!?]|$)|(?:need|needing|want|wanting|gonna need|require|requesting)(?= (?!to |for |of |not |analysis|assessment|based|help |is |are )\\p{L})",
  articles: "(?-i:the|an?|our) (?=\\p{L})",
  wished: "(?:(?:an?|the|our|another) |(?-i:\\p{Lu}))",
});
