import { requestFrame } from "../request-frames.ts";

const WHO = "(?:sie|du|ihr|wir|ich|man|jemand)";
const ADVERBS = "bitte|mal|noch|gern|gerne|mir|uns|doch|auch|für mich|für uns|einmal|kurz|wenn möglich|falls möglich";
/** "der Vorstand", "unser Team" */
const GROUP = "(?:wir|ich|sie|(?:der|die|das|unser|unsere|mein|meine) [\\p{L}-]+)";
const WISH =
  "(?:möchten?|wünsch(?:t|en|e)(?: sich)?|würden?|hätten?|brauch(?:t|en|e)?(?: ma)?|bräuchten?|plan(?:t|en|e)|will|wollen|bitte(?:t|n)? um|benötig(?:t|en|e)|suchen|such(?:t|e))";

/** How German asks for a webinar. */
export const frames = requestFrame({
  openers: "ja|gern|gerne|klar|super|prima|perfekt|einverstanden|genau|danke|alles klar|hallo|guten tag|also|und|so|moin|ok|okay|dann",
  asks: [
    `(?:können|könnten|könntest|kannst|könnt|könntet|kann|könnte|würden|würdest|würdet|magst|mögen|möchten|möchtest|wollen|willst|dürfen|darf|dürfte|dürften|sollen|sollten) ${WHO}(?: (?:sie|euch|dich) bitten)?`,
    "bitte",
    `(?:wäre es|ist es|es wäre|wäre) (?:[\\p{L}]+ ){0,3}?(?:möglich|schön|nett|toll|super|prima|gut)(?:, ?(?:wenn|dass) ${WHO})?`,
    `(?:ich|wir) (?:wäre|wären|bin|sind|würde|würden) (?:ihnen |dir |euch |mich |uns )?(?:[\\p{L}]+ ){0,2}?(?:dankbar|froh|freuen|verbunden)(?:, ?wenn ${WHO})?`,
    "(?:seien sie|sei|seid) (?:bitte )?so (?:gut|nett|freundlich|lieb)(?:,? und)?",
    `wenn ${WHO} so (?:gut|nett|freundlich) (?:wären|wärst|sind|bist)`,
  ].join("|"),
  adverbs: ADVERBS,
  verbs:
    "(?:trag(?:en|t|e)?|notier(?:en|t|e)?|setz(?:en|t|e)?|leg(?:en|t|e)?|plan(?:en|t|e)?|buch(?:en|t|e)?|stell(?:en|t|e)?|nehm(?:en|t)|nimm|mach(?:en|t|e)?|erstell(?:en|t|e)?|organisier(?:en|t|e)?|richt(?:en|et|e)?|schreib(?:en|t|e)?|reservier(?:en|t|e)?|veranstalt(?:en|et|e)?)(?: (?:sie|ihr|du|wir))?",
  objects: "mir|uns|bitte|noch|gleich|auch|für (?:mich|uns)|in den kalender|(?:einen|den) (?:termin|platz|slot) für",
  wishes: `(?:trag(?:en|t|e)?|notier(?:en|t|e)?|setz(?:en|t|e)?|leg(?:en|t|e)?|buch(?:en|t|e)?|stell(?:en|t|e)?|nehm(?:en|t)|nimm|schreib(?:en|t|e)?|reservier(?:en|t|e)?|plan(?:en|t|e))(?: (?:sie|ihr))?|${GROUP} ${WISH}|(?:können|könnten|könntest|kannst|könnt|könntet|würden|würdest|magst|möchten|wollen) ${WHO}|(?:ich|wir) (?:wäre|wären) (?:ihnen |dir |euch )?(?:sehr )?(?:dankbar|froh), ?wenn ${WHO}|bitte um (?:die )?(?:einrichtung|planung|buchung|eintragung|anlage|organisation|terminierung)|(?:wäre es|ist es) (?:wohl |vielleicht )?möglich,?`,
  bare: "(?:brauche|brauchen|benötige|benötigen|wünsche)(?= )",
  articles: "(?-i:eine[nrs]?|ein|de[rns]|die|das|unseren?|unsere) (?=\\p{L})",
  calls:
    "(?:kurze |kleine |neue )?(?:bitte|frage|anfrage|buchung|terminanfrage|buchungsanfrage|notiz)(?: an dich| an sie)?|zur info|fyi|(?:bitte )?(?:trag|leg|plan|setz)(?:e|t|en sie)? (?:(?:bitte|mal|noch|uns|mir) )*(?:ein|an|auf)|bitte (?:eintragen|anlegen|einplanen|einrichten)",
  wished: "(?:ein|eine|einen|eines|einer|der|die|das|den|des|dem|unser|unsere|unseren|unserer) ",
});
