import { brackets } from "../brackets.ts";
import { courtesies } from "../courtesies.ts";
import { asksToChange, beginsClause, digits, REST_OF_CLAUSE } from "../every-language.ts";
import { fixed, type Language } from "../facts.ts";
import { englishHosts } from "../hosted-by.ts";
import { peopleClauses } from "../people-clauses.ts";
import { remarks } from "../remarks.ts";
import { reminders } from "../reminders.ts";
import { words } from "../word-list.ts";
import { days } from "./days.ts";
import { frames } from "./frames.ts";
import { nameWords } from "./names.ts";
import { ranges } from "./ranges.ts";
import { rhythms } from "./rhythm.ts";
import { settings } from "./settings.ts";
import { times } from "./times.ts";

const BEGINS_CLAUSE = beginsClause("und|aber");
/** What is for people, and speaks of another time. */
const ASIDES = [
  "(?:Einlass|Einwahl|Technik-?check|Soundcheck|Türöffnung)(?: ist)?(?: ab| um|:)? ?\\d{1,2}(?:[:.]\\d{2})?(?: Uhr)?",
  `(?:ich bin|wir sind) (?:ab|bis|am|von|nächste|diese|heute|morgen) ?${REST_OF_CLAUSE} (?:im Urlaub|weg|nicht da|unterwegs|abwesend|im Büro|erreichbar)`,
  "(?<=(?:@[\\w.-]+|(?:Namen|Auftrag) von (?:\\p{L}+ ?){1,2}),? ?\\(?)(?:krank|abwesend|verreist|im Urlaub|in Elternzeit|unterwegs|außer Haus)(?: (?:bis|ab|am|von|vom|diese|nächste|heute|morgen)(?!\\p{L})[^,;:.!?\\n()]*)?",
  `(?<=, ?)(?:der|die) (?:noch |derzeit |gerade |nur )?(?:bis|ab|am|von|vom|diese|nächste|heute|morgen|im|in) ?(?:[^,;:.!?\\n()]|\\.(?=[\\d\\p{Ll} ]))*(?:im Urlaub|weg|nicht da|unterwegs|abwesend|krank|verreist|in Elternzeit|auf Reisen|verhindert)(?: ist| sind)`,
  `(?:bitte )?(?:um )?(?:Rückmeldung|Antwort|Bestätigung|Bescheid)(?: bitte)? (?:bis|vor) ${REST_OF_CLAUSE}`,
  `(?:bitte )?(?:schickt?|senden?|verschickt?)(?: Sie)? (?:eine |die )?(?:Erinnerung(?:en)?|Einladung(?:en)?) ${REST_OF_CLAUSE}`,
];

/** German. */
export const german: Language = {
  tongue: "german",
  phrases: [
    ...days,
    ...rhythms,
    ...ranges,
    ...times,
    ...settings,
    ...englishHosts,
    ...courtesies,
    ...brackets,
    ...peopleClauses,
    ...remarks,
    fixed("bitte einmal(?= \\p{Ll}+en(?!\\p{L}))", { kind: "filler" }),
    // "Leg doch bitte fürs Wochenende noch was an, und zwar Samstag": the day follows
    fixed(
      "(?:leg|trag|setz|plan|mach|richt)\\p{L}* (?:(?:doch|bitte|mal|mir|uns|noch|schnell|auch|kurz|sie|du) )*(?:(?:fürs|für das|am) wochenende (?=[^.!?\\n]*(?:samstag|sonnabend|sonntag)))?(?:(?:noch|bitte|mal|auch) )*(?:was|etwas|eins|eines) (?:neues )?(?:an|ein|auf|fest|rein)?(?:,? und zwar|,? nämlich)?",
      { kind: "filler" },
    ),
    ...reminders,
    ...digits,
    fixed(
      "(?:wann|wo|wer|wiederholung|turnus|rhythmus|für wen|wie lange|tag|datum|uhrzeit|zeit|beginn|ort|veranstaltung|dauer) ?:",
      { kind: "filler" },
      { weak: true },
    ),
    fixed("(?:es |das |soll )*(?:namens|genannt|betitelt|(?:mit|unter) (?:dem|der) (?:Titel|Namen?|Bezeichnung|Arbeitstitel)|heißt|heißen)", {
      kind: "intro",
      rank: 1,
    }),
    fixed(
      "(?:mit dem |zum |das )?(?:Thema|Titel|Betreff)(?: (?:ist|lautet|wäre|wär|wird|sei|heißt|heisst|bleibt|(?:wäre|wär|ist|wird) (?:dann|also|diesmal|wieder)|(?:soll(?:te)?|muss) (?:lauten|heißen|sein)))?:?",
      {
        kind: "intro",
        rank: 1,
      },
    ),
    fixed("(?:der |das )?(?:Titel|Thema|Name) (?:dafür |davon |des Webinars |ist |lautet |wäre |wär |heisst |heißt |wird )+(?:sein )?:?", {
      kind: "intro",
      rank: 1,
    }),
    fixed(
      "(?:wir|ich) (?:nennen|nenne|taufen|betiteln) (?:es|das|das Webinar|das Ganze):?|(?:es|das|das Webinar|das Ganze) (?:heißt|nennt sich|trägt den Titel|hat den Titel):?",
      {
        kind: "intro",
        rank: 1,
      },
    ),
    fixed("(?<=^|[\\u0001.,;\\n] ?)(?:Name|Bezeichnung|Titel)(?= (?-i:\\p{Lu}))", { kind: "intro", rank: 1 }),
    fixed("(?:der |das )?(?:Titel|Thema|Name) soll(?:te)?(?= )|(?:bitte )?nenn(?:e|en wir|t)? (?:es|das|das Webinar):?|Name:", {
      kind: "intro",
      rank: 1,
    }),
    fixed(
      "^(?:(?:bitte|kannst du|könntest du|könnt ihr|können sie|nur kurz) )*(?:das|dies|dieses|diesen|folgendes|folgenden termin|den termin|eins|noch eins)?(?: ?(?:bitte|hier|mal|kurz))* ?(?:eintragen|anlegen|einplanen|aufnehmen|einstellen|ansetzen|buchen)(?:,? (?:bitte|danke))?(?: ?:| ?[–-](?= ))",
      { kind: "filler" },
    ),
    fixed("(?:geplant|angesetzt|vorgesehen|terminiert|eingeplant)(?= (?:für|am|auf|um|den|ab) )", { kind: "filler" }),
    // "Webinar für unsere neuen Azubis: Arbeitssicherheit"
    fixed(
      "(?<=(?:Webinar|Schulung|Termin|Uhr|\\d),? )für (?:(?:alle|die|den|das|unsere?n?|meine|neue[nr]?|interne[nr]?) ){1,3}(?:\\p{L}+ ){0,2}?\\p{L}+(?=: ?\\p{L})",
      { kind: "aside" },
    ),
    // "eine halbe Stunde reicht für dieses Webinar"
    fixed(
      "(?<=(?:stunden?|std\\.?|minuten|min\\.?|h) )(?:(?:reicht|reichen|genügt|genügen|sollten? (?:reichen|genügen)|ist genug|ist völlig ausreichend)(?: (?:aus|völlig|uns|dafür|mir|vollkommen))*(?: für (?:das|dieses|unser)(?: Webinar| Thema)?)?)(?= ?(?:[,;:.)\\n–—-]|$))",
      { kind: "filler" },
    ),
    // "morgen nicht zu früh, so um 10 Uhr"
    fixed(
      "(?:,? ?)(?:(?:bitte )?nicht (?:zu|ganz so) (?:früh|spät)(?:,? (?:so|vielleicht|etwa))?|(?:so|sagen wir|sagen wir mal))(?:,? )?(?<=so|wir|mal|früh|spät|, )(?=,? ?(?:um )?\\d{1,2}(?:[:.]\\d\\d)? ?(?:Uhr|h(?!\\p{L}))|,? ?(?:um )?\\d{1,2}:\\d\\d)",
      { kind: "filler" },
    ),
    fixed(
      "(?<=^|[,!.\\n\\u0001] ?)(?:bitte )?(?:trag|trage|tragt|tragen sie|leg|lege|setz|setze|plan|plane)(?: (?:doch|bitte|mal|schnell|noch|kurz|das|dies|folgendes|mir|uns|hier|eben))* (?:ein|an|rein)(?= ?:)",
      { kind: "filler" },
    ),
    // "kannst du am 3. März was zu Deichpflege eintragen"
    fixed("(?:was|etwas|eins) (?:zu[mr]?|über)(?= (?-i:\\p{Lu}))", { kind: "intro", rank: 2 }),
    // "für den Imkerverein: Varroa im Winter": who it is for stands in front, and the topic behind a colon
    fixed(
      "(?:online )?(?<=^|[,.\\n\\u0001–-] ?|webinar |uhr |online )für (?:(?:den|die|das|unsere?n?|alle) )+(?:\\p{Ll}+ ){0,2}(?-i:\\p{Lu})[\\p{L}-]+(?=: ?\\p{L})",
      { kind: "aside" },
    ),
    // "nicht unter meinem Namen", beside who hosts
    fixed(
      "(?:,? ?)(?:bitte )?nicht (?:unter|auf|in|mit|über) (?:meine[mnr]?|unsere[mnr]?) (?:Namen?|Konto|Account|Zoom)(?: bitte)?(?=[^\\n]*(?:(?<!alternative[rnm]? |ersatz-?)(?:host|gastgeb)|für [\\w.+-]+@)|(?<=(?:(?<!alternative[rnm]? |ersatz-?)(?:host|gastgeb)|für [\\w.+-]+@)[^\\n]*))",
      { kind: "filler" },
    ),
    ...ASIDES.map((source) => fixed(`${BEGINS_CLAUSE}(?:${source})`, { kind: "aside" })),
    fixed("über|zur|bezüglich|betreffend|rund um|zu(?! (?:Hause|zweit|dritt|viel|viele|wenig|spät|Fuß)(?!\\p{L}))", { kind: "intro", rank: 2 }),
    asksToChange("^(?:bitte )?(?:sage|lösche|verschiebe|ändere|storniere)n?(?: sie)?"),
  ],
  fillers: words(
    `bidde reinmachen reinstellen reinsetzen reinnehmen kannste könnste magste n nen ne tach tachchen grüezi findet statt stattfinden stattfindet dauern dauert anbieten durchführen abhalten sein heißen lauten pünktlich punkt bitte könnten könnte können kannst könntest merci sie du ihr wir ich mir uns ein eine einen einem das der die den webinar webinare webinarreihe reihe serie plane planen plan anlegen einplanen ansetzen einzuplanen aufsetzen lege leg an
    einrichten richte ein erstellen erstelle ansetzen setze setz buchen buche organisieren organisiere veranstalten veranstalte machen mache brauchen brauche bräuchten bräuchte möchte möchten würde gerne gern
    hallo liebe lieber guten tag morgen danke dank vielen grüße gruß für soll sollen wird werden es ist im kalender eintragen trage neues neue termin termine zoom online hätte hätten noch dazu datum uhrzeit dauer beginn`,
  ),
  joints: words("am um von ab für im in mit zu zum und oder bis der die das den dem ein eine einen jeweils immer – - & an bei als"),
  names:
    "januar februar april august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag übermorgen".split(
      " ",
    ),
  terms: "webinar anmeldung registrierung kenncode passwort aufzeichnung probelauf minuten stunden termine nachmittag vormittag".split(" "),
  states:
    "erforderlich aktiviert deaktiviert automatisch automatische automatischer manuell manuelle manueller lokal lokale freigabe genehmigung notwendig aufzeichnen cloud".split(
      " ",
    ),
  timeWords:
    /(?<![\p{L}\p{N}])(?:\d+(?:[.,]\d+)? ?(?:h|hrs?|min|mins|std|stunden?|minuten?|minutes?|heures?)|januar|jänner|februar|märz|april|juni|juli|august|september|oktober|november|dezember|(?:im|ab|seit|bis|von) mai|nachts?|\p{L}+tag(?:morgen|vormittag|mittag|nachmittag|abend|nacht)s?|wochen?|monate?|tage?n?|stunden?|minuten?|jahre?|mittags?|mitternacht|morgens?|vormittags?|nachmittags?|abends?|gestern|[\p{L}\d-]*(?:täg|wöch|monat|stünd|minüt)ig\p{L}*|in folge|hintereinander|täglich|wöchentlich|monatlich|jede[nrsm]?|alle|bis|außer|(?:mon|diens|donners|frei|sams|sonn)tag(?:s|e|en)?|mittwoch(?:s|e|en)?|(?:um|bis|gegen) \d{1,2}|uhr|halb\p{L}{0,2}|viertel|dreißig|vortag|folgetag|feiertag\p{L}*|wochenenden?|feierabend|kw ?\d{1,2}|ostern|weihnacht\p{L}*|silvester|neujahr|heiligabend|pfingsten|\d{1,2}[:.]\d{2}|\d{1,2}\.)(?![\p{L}\p{N}])/iu,
  settingWords:
    /(?<![\p{L}\p{N}])(?:cloud|zeichne(?:n sie|t)?|mitschneiden|mitschnitt|kenncode|kennwort|passwort|passcode|zugangscode|codes?|anmeldung(?:en)?|voranmeldung|registrierung|einschreibung|anmelden|registrieren|freigabe|freigegeben|freigeben|freizugeben|genehmigung|genehmigt|angemeldet|aufgezeichnet|aufzeichnung|aufzeichnen|aufnehmen|panelist(?:en)?|podiumsgäste|übungs(?:sitzung|session|termin|runde)|probe(?:lauf|sitzung|session|durchlauf|termin)?|generalprobe|practice session|fragerunde|frage-antwort-runde|fragen (?:und|&|\+|u\.) antworten|[qf] ?[&+/] ?a)(?![\p{L}\p{N}])/iu,
  zoneWords: /(?<![\p{L}\p{N}])(?:ortszeit|zeitzone|\p{L}+er zeit|dt\.? zeit|deutsche[rn]? zeit)(?![\p{L}\p{N}])/iu,
  numberWords:
    /(?<![\p{L}])(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|vierzig|fünfundvierzig|sechzig|neunzig)(?![\p{L}])/giu,
  turns:
    /(?<![\p{L}])(?:nicht|kein(?:e[nmrs]?)?|nie(?:mals)?|weder|abgesagt|absagen|fällt|fallen|entfällt|entfallen|ausfallen|verschoben|verlegt|sondern|statt(?= \p{L})|stattdessen|anstatt|außer|ausser|sofern|falls|es sei denn|vielleicht|eventuell|evtl|voraussichtlich|vorläufig|unter vorbehalt|vorbehaltlich|optional|wahrscheinlich|wiederhol\p{L}*|derselbe|dasselbe|dieselbe|gleiche[nrsm]?|zweimal|war|waren|fand|gibt|gab|wann|wurde|hatten?|\d+\.? von \d+)(?![\p{L}])/iu,
  courtesies:
    /(?<![\p{L}])(?:nicht (?:dringend|eilig|vergessen|zögern|schlimm)|keine? (?:eile|problem|sorge|stress)|falls (?:möglich|nötig|fragen|es passt))(?![\p{L}])/giu,
  frames,
  nameWords,
  hasPlainNouns: false,
  turning:
    /(?:^|[\s,(])(?:nach|vor|gegen|circa|ca\.|etwa|ungefähr|nicht|außer|zwischen|spätestens|frühestens|oder|(?:über)?nächste[nmrs]?|folgende[nmrs]?|vorletzte[nmrs]?|irgendeine[nmrs]?|war|statt|anstatt|ausgenommen|bis auf|kein (?:termin|webinar))\s+(?:am |um |dem |den )*$/i,
};
