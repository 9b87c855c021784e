type Place = { from: number; to: number };

const WHOSE = "(?:(?:my|our|the|a|one of our|mein\\p{L}*|unser\\p{L}*|dem|der|einem|einer|mon|ma|notre|une?|la|le) |l['’])?";
const SOMEBODY = `${WHOSE}(?:(?!webina|passcode|host)[\\p{L}.'’-]+ ?){1,4}?`;
const BORDER = "[^\\S\\n]*(?:→|->|=>|>>|:|[–—]|-(?= ))\\s*";
/** What somebody who passes a request on writes in front of it: "Passing this on from my user:", "Task from user →", "Anfrage vom Kunden:". */
const PASSED_ON = [
  `(?:(?:i['’]?m )?(?:just )?(?:passing|sending|forwarding|relaying|handing) (?:this|it|that|the following)?(?: ?(?:on|along|over|an?|the|request|message|ask))* (?:from|for) ${SOMEBODY})`,
  `(?:(?:new |incoming |another |voice |quick |webinar |zoom |booking |event )*(?:task|request|message|msg|ask|note|order|instructions?|command|prompt|voicemail|memo|dictation|transcript|ticket) (?:from|by) ${SOMEBODY})`,
  `(?:${WHOSE}(?:user|client|customer|boss|manager|colleague|caller|supervisor|director)(?:['’]s)? (?:request|message|ask|says?|said|writes|wrote|instructions?|dictated|dictates)(?: this)?)`,
  `(?:${WHOSE}[\\p{L} ]{2,30}['’]s (?:note|message|mail|request|memo|text)(?: (?:reads|says|said))?)`,
  `(?:(?:mon|ma|notre|le|la) \\p{Ll}+ (?:demande|souhaite|écrit|dit|veut|voudrait)(?: ceci)?)`,
  `(?:(?:unser\\p{L}*|die|der|mein\\p{L}*) \\p{Lu}\\p{Ll}+ (?:haben|hat|wollen|will|wünschen|wünscht|fragen|fragt|bitten|bittet)(?: (?!webina)[\\p{L}]+){0,4})`,
  `(?:(?:my|our) \\p{Ll}+ (?:says|said|writes|wrote|asks|asked)(?: this| for this)?)`,
  "(?:[\\p{L} ]{2,40} (?:asked|wants?|told) (?:me|us) to (?:pass|send|forward|relay|hand) (?:this|it|that)(?: (?:along|on|over|to you))*)",
  `(?:(?:note|message|text|mail|request) from ${SOMEBODY},? pasted(?: as is| below| here)?)`,
  "(?:(?:ok |okay |so )*(?:i['’]?m )?dictating(?: this)?)",
  "(?:user(?: input| request| message)?|transcript|dictated|dictation|voice (?:note|memo|message))",
  `(?:(?:ich )?(?:gebe|leite|reiche)(?: ich)? (?:das|dies|folgendes|mal)?(?: hier)? ?(?:weiter )?(?:von|für) ${SOMEBODY}(?:weiter)?)`,
  `(?:(?:weitergeleitet|weitergegeben|anfrage|auftrag|nachricht|aufgabe|bitte|wunsch|sprachnachricht) (?:von|vom|der|des) ${SOMEBODY})`,
  "(?:(?:der|die|mein\\p{L}*|unser\\p{L}*) (?:be)?(?:nutzer(?:in)?|kundin|kunde|chefin|chef|kollegin|kollege) (?:schreibt|sagt|bittet|möchte|will|meldet)(?: folgendes)?)",
  `(?:(?:je )?(?:transmets|transfère|relaie|relaye)(?: ceci| cela| ça| la demande)? (?:de(?: la part)?(?: de)?|du|pour) ?${SOMEBODY})`,
  `(?:(?:demande|message|tâche|requête|consigne) (?:de la part (?:de |du |d['’])|de |du |d['’])${SOMEBODY})`,
  "(?:urgent|important|reminder(?: to (?:self|me|us))?|note to self|fyi|to[- ]?do|action(?: item)?(?: from [\\p{L} ]{2,20}?)?|(?:as|like) (?:promised|discussed|agreed|mentioned|requested)|(?:as )?per (?:my|our|the|your) (?:voicemail|message|call|e-?mail|chat|note|request)|follow(?:ing)?[- ]up|(?:and )?(?:another|one more|last one|next one|one last one|new one)(?: (?:please|pls|one|request))?)",
  "(?:dringend|wichtig|eilig|zur erinnerung|nicht vergessen|wie (?:besprochen|versprochen|vereinbart|telefonisch besprochen)|(?:und )?noch (?:eins|eines|einer|ein webinar)|rappel|à faire|comme (?:convenu|promis|prévu|discuté)|(?:et )?encore une?|(?:et )?un autre)",
  "(?:(?:l['’]utilisat(?:eur|rice)|mon client|ma cliente|notre client|le client|mon chef|ma cheffe) (?:demande|souhaite|écrit|dit|veut)(?: ceci)?)",
].join("|");

/** Words with which somebody begins to speak, and what has to follow so that they begin no name: "okay so", "oh and for the …", "also, für das …", "bon alors". */
const OPENS =
  "(?:(?:no (?:rush|hurry|pressure|worries(?: if not)?),? but|not urgent,? but|sorry(?: to (?:bother|trouble|be a pain)(?: you)?| (?:it|this)['’]?s (?:late|last minute))?,? (?:but|and)|hope (?:all(?:['’]s| is) well|you(?:['’]re| are) (?:well|ok(?:ay)?|good)),? ?(?:but|and)?|(?:one (?:more|other|last)|another|last|next) thing|next up|quick one|noch (?:was|etwas|eine sache)|(?:encore|une dernière) (?:une )?chose|keine eile,? aber|nicht dringend,? aber|pas urgent,? mais|désolée?(?: de (?:te|vous) déranger)?,? mais|ok|okay|k|oh|ah|right|righto|alright|all right|so|well|yeah|yep|hey|and|also|now|anyway|btw|listen|look|plus|actually|basically|also|ja|gut|na gut|ach ja|ach|übrigens|und|alors|bon|donc|ben|bah|oui|du coup|bref|sinon|et)(?: then)?[,.…]*[^\\S\\n]+)+";
const FOLLOWS =
  "(?=(?:(?:for|für|pour) (?:the|our|my|that|this|das|den|die|unser\\p{L}*|le|la|les|notre|nos)|the|our|lets|let['’]s|let us|can|could|would|please|pls|plz|I|i|we|set|schedule|book|put|bitte|kannst|könn\\p{L}+|wir|ich|leg|trag|mach|le|la|les|on|je|peux|pouvez|pourr\\p{L}+|merci|mets|crée|notre|il faut|faut)(?![\\p{L}’'])|l['’])";
/** "/schedule", as a command of a chat. */
const COMMAND = "\\/(?:zoom|webinar|schedule|book|create|new|add|plan)(?:[-_ ](?:webinar|event|create|schedule|new))?[^\\S\\n]+";
/** "From: Dana", as the first line. */
const SENDER =
  "(?:from|von|de) ?: ?(?!(?:[\\p{L}]+(?:day|tag|di)|mittwoch|now|today|tomorrow|heute|morgen|demain)(?!\\p{L}))(?:[\\p{L}.'’-]+ ?){1,3}\\n(?![^\\n]{0,12}: )";
/** Looked for first: a command, or a border that stands behind no number. */
const MAY_LEAD_IN = /^\s*\/|(?:[→>–—:]|-(?=[> ]))(?<!\d.)/u;
const LEAD_IN = new RegExp(`(?:${COMMAND})?(?:${SENDER}|(?:${PASSED_ON})${BORDER})?`, "iuy");
const OPENING = new RegExp(`${OPENS.replace("|ok|", "|[Oo][Kk]|")}${FOLLOWS}`, "uy");
const CAPITAL_FIRST = /^\p{Lu}(?=\p{Ll})/u;

/** What stands in front of a request and says only who passes it on, or that somebody begins to speak; null if a name may begin there. `at` is where the greeting ends. */
export const findLeadIn = (text: string, at: number): Place | null => {
  LEAD_IN.lastIndex = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
  const from = LEAD_IN.lastIndex;
  const passed = MAY_LEAD_IN.test(text.slice(from)) ? (LEAD_IN.exec(text)?.[0].length ?? 0) : 0;
  const opens = openingAt(text, from + passed);
  return passed + opens === 0 ? null : { from, to: from + passed + opens };
};

/** A sentence begins with a capital, and so may its first word. */
const openingAt = (text: string, from: number): number => {
  const lowered = CAPITAL_FIRST.test(text.slice(from)) ? text.slice(0, from) + text.charAt(from).toLowerCase() + text.slice(from + 1) : text;
  OPENING.lastIndex = from;
  return OPENING.exec(lowered)?.[0].length ?? 0;
};
