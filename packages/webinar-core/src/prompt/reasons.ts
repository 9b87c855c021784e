import { beginsClause, CLAUSE_ENDS } from "./every-language.ts";
import { type Phrase, phrase } from "./facts.ts";

const BEGINS = beginsClause("and|but|so|und|aber|et|mais");
/** To the end of the clause, without a number: a time may not be passed over. */
const REST = '[^,;:.!?\\n()\\d"“”„«»]*';
/** Behind a setting, the reason for it needs no mark: "turn off the Q&A since the speaker is shy". */
const BEHIND_A_SETTING =
  "(?<=(?:q ?[&+] ?a|registration|recording|passcode \\S{1,20}|practice session|approval|chat|anmeldung|aufzeichnung|fragerunde|kenncode \\S{1,20}|inscription|enregistrement|minutes|mins?|tops|max|hours?|hrs?|stunden?|heures?) )";
/** A clause has a verb, so "since the start" and "da unten" are no reasons. */
const VERB =
  "(?:is|are|was|were|['’]s|['’]re|isn['’]t|aren['’]t|wasn['’]t|has|have|had|hasn['’]t|haven['’]t|can|can['’]t|cannot|could|couldn['’]t|will|won['’]t|would|do|don['’]t|does|doesn['’]t|did|didn['’]t|\\p{L}{3,}ed|wants?|needs?|asks?|likes?|prefers?|says?|said|keeps?|kept|comes?|came|goes|went|gets?|got|starts?|leaves?|left|works?|takes?|took|chose|knows?|lives?|sits?|told|made|makes?|moves?|finishe?s?|listens?|stays?|sleeps?|talks?|minds?|cares?|reads?|watch(?:es)?)";
const DE_VERB =
  "(?:ist|sind|war|waren|hat|haben|hatte|hatten|kann|können|konnte|will|wollen|wollte|muss|müssen|musste|möchte|möchten|soll|sollte|wird|werden|wurde|braucht|brauchen|geht|kommt|kommen|liegt|sitzt|sitzen|\\p{L}{2,}(?:te|ten))";
const FR_VERB =
  "(?:est|sont|était|étaient|a|ont|avait|avaient|peut|peuvent|veut|veulent|doit|doivent|préfère(?:nt)?|demande(?:nt)?|sera|seront|n['’]\\p{L}+|l['’]a|l['’]ont|s['’]\\p{L}+)";

const reason = (source: string): Phrase =>
  phrase(`(?:${BEGINS}|${BEHIND_A_SETTING})(?:\\(|and |but |so )?(?:${source})\\)?${CLAUSE_ENDS}`, (_, said) =>
    /webina|passcode|registr|record|panell?ist|host/i.test(said) ? null : { kind: "aside" },
  );

/** Why it is asked for, which changes nothing of it: "because half of the nurses are on the other coast". The preview lists it as not used. */
export const reasons: readonly Phrase[] = [
  reason(
    `(?:just |only |mainly |simply )?(?:because|['’]?cause|cuz|coz|cos|bc|since|as|seeing (?:as|that)|given that|now that) (?:\\p{Ll}[^,;:.!?\\n()\\d"“”„«»]* |i['’]?)${VERB}(?!\\p{L})${REST}`,
  ),
  // what somebody does meanwhile: "while the soup cooks", "tant que j'y pense"
  reason(`(?:(?:so|right|ok|okay|hey),? )?(?:while|whilst|before) (?:i|we|(?:the|my|our) (?-i:\\p{Ll}+) (?:is|are|\\p{L}{3,}s))(?!\\p{L})${REST}`),
  reason(`(?:(?:so|also|ach|ok),? )?(?:während|bevor|solange|ehe) (?:ich|wir|der|die|das|mein\\p{L}*|unser\\p{L}*) ${REST}`),
  reason(
    `(?:(?:dis|bon|tiens|alors|ok),? )?(?:pendant|tant|avant|puis) (?:que |qu['’])(?:je |j['’]|on |nous |le |la |l['’]|les |mon |ma |notre )${REST}`,
  ),
  reason('(?:because|on account|as a result) of (?:the|our|my|a|an|their|his|her|all) [^,;:.!?\\n()\\d"“”„«»]{3,60}'),
  reason(
    `(?:weil|da|denn|zumal|nachdem) (?:der|die|das|wir|ich|sie|er|es|unser\\p{L}*|viele|alle|einige|mein\\p{L}*|man|ein\\p{L}*|halb\\p{L}*)[^,;:.!?\\n()\\d"“”„«»]* ${DE_VERB}(?!\\p{L})${REST}`,
  ),
  reason(
    `(?:parce que?|puisque?|car|comme|vu que|étant donné que) ?(?:l['’]|qu['’]|le |la |les |un |une |on |nous |je |il |elle |ils |elles |notre |nos |mon |la moitié )[^,;:.!?\\n()\\d"“”„«»]* ?${FR_VERB}(?!\\p{L})${REST}`,
  ),
];
