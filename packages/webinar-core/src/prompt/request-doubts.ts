import type { Piece } from "./left-out.ts";

/** Words with which somebody asks, and which no name of a webinar holds at its beginning or behind a comma. */
const ASKS =
  /^(?:sounds? (?:good |ok(?:ay)? |fine )?for|(?:i|we)['’]ve got|remember the|next up|up next|as promised|promised|(?:\p{L}+ )?\p{L}+ (?:says|said|asks|asked|wants|told (?:me|us))(?: me| us)?(?: to| that)? (?:book|schedule|put|set up|run|add|create|arrange))(?!\p{L})|^(?:let the (?:diary|calendar|record)|(?:has|have) been (?:agreed|decided)|it (?:has|had|was) been?|possible (?:for|to)|be possible|any chance)(?!\p{L})|(?:^|[,;–—] ?|(?<!\p{L})(?:i|we|so|and|it) )(?:(?:can|could|would|will|might|may|shall) (?:you|u|ya|we|i|someone|somebody)|please|pls|plz|kindly|(?:i|we)(?:['’]d| would| should| was| am| are| were)|grateful|wondering if|appreciate it if|is it possible|any chance|so (?:kind|good) as|if you (?:would|could|can|please)|do let|you might)(?!\p{L})|(?<!\p{L})(?:put|set|make|have|name|list) (?:her|him|them|this|that|it) (?:as|down|up|in|into|on)(?!\p{L})|(?<!\p{L})(?:diari[sz]e|pencil in|trouble you|take care of (?:it|this)|thank you|many thanks)(?!\p{L})|(?<!\p{L})(?:(?:peux|pourrais|voudrais|veux)[- ]tu|(?:pouvez|pourriez|voulez|voudriez)[- ]vous|veuillez|merci (?:de|d['’])|prière de|s['’]il (?:te|vous) pla[iî]t|bien vouloir|reconnaissante?s? de|serait[- ]il possible)(?!\p{L})|(?<!\p{L})(?:bitte|(?:könn(?:en|ten)|würden|möchten|wollen|mögen) sie|(?:kannst|könntest|würdest|magst) du|(?:wäre|wären|bin|sind) (?:ihnen|dir|euch) |seien sie so|wäre es möglich|tragen sie|notieren sie|setzen sie)(?!\p{L})/iu;
/** Words with which a request says who hosts. */
const HOSTS =
  /(?<!\p{L})(?:(?:as|the|our|to be|is|will) hosts?(?!\p{L}| famil| countr| cit| communit| organi)|(?:to be |being |is |are )(?:led|run|hosted|chaired|presented|moderated|facilitated|given) by (?=(?:our |the )?\p{Lu})|hosting ?:|^\p{Lu}\p{Ll}+ (?:to )?hosts? (?=\p{Lu})|hosting (?:it|this)|(?:in|takes|taking|take) the chair|['’]s account|als (?:host|gastgeber\p{L}*)|comme (?:hôte|animat\p{L}+)|(?:assure|assurera|fera) l['’]animation|übernimmt die (?:leitung|moderation))/iu;
/** "Bea is bringing cake, kiln safety": a clause about somebody stands in front of a comma. */
const SAYS_OF_SOMEBODY =
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? (?:is|will|['’]ll|has|can|wants|needs|asked|takes|wird|ist|hat|kann|möchte|übernimmt|est|sera|fera|va|peut|veut|prend)(?: \p{L}[\p{L}'’-]*)+[,;–—]/u;

/** "Grace Obi presents Safer Ladders", "moderiert Jana Weiß das Webinar": who may be the host stands in the topic. */
const LEADS_IT =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms|Mme|M)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?: (?:presents|runs|leads|moderates|chairs|teaches|facilitates)|(?: is|['’]s| will be|['’]ll be) (?:chairing|leading|running|presenting|moderating|facilitating|giving|teaching|hosting)|(?: will|['’]ll|is going to) (?:chair|lead|run|present|moderate|facilitate|give|teach|host)| (?:moderiert|leitet|präsentiert|übernimmt|anime|animera|présente|présentera|dirige|donnera)) (?:the |our |an? |on |about |die |das |den |ein |eine |le |la |les |une? |l['’]|\p{Lu})|(?<!\p{L})(?:moderiert|leitet|präsentiert|hält|spricht|anime|animera|présentera) (?:(?:Dr|Prof|Frau|Herr|Mme|M)\.? )?\p{Lu}[\p{L}'’-]+ (?:\p{Lu}[\p{L}'’-]+ )?(?:die|das|den|über|zu|le|la|les|une?)(?!\p{L})|(?<!\p{L})(?:moderiert von|geleitet von|animée? par|présentée? par|modérée? par|hosted by|chaired by|run by|led by|presented by|moderated by) \p{Lu}\p{Ll}/u;

/** Whether words say who hosts, or what somebody does. */
export const saysWhoHosts = (text: string): boolean => HOSTS.test(text) || LEADS_IT.test(text);

/** Why a topic that is neither in quotes nor introduced may still hold a part of the request; null if nothing speaks for it. */
export const findRequestIn = ({ text }: Piece, isTitle: boolean): string | null => {
  if (isTitle) return null;
  if (ASKS.test(text)) return "holds words of a request";
  if (HOSTS.test(text)) return "may say who hosts";
  if (LEADS_IT.test(text)) return "may say who hosts";
  return SAYS_OF_SOMEBODY.test(text) ? "may say what somebody does" : null;
};
