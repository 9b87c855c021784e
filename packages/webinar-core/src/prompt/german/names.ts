import type { NameWords } from "../name-words.ts";
import { words } from "../word-list.ts";

/** What no name of a webinar holds in German. */
export const nameWords: NameWords = {
  never: words(
    `ich wir du ihr er es man ihnen mir dir jemand ist sind war waren wird werden würde würden hat haben hatte hatten hätte hätten soll sollen
    sollte sollten muss müssen kann kannst können könnte könnten könntest hiermit ersuchen ersuche beauftrage bräuchte müsste müssten gibts
    fehlt freu freue sagt wärs dus drum dafür sorgen vergessen welches wer eintragung darf dürfte dürften möchte möchten möchtest magst will
    wollen wollt passt kommt läuft bietet braucht brauchen bräuchten wünscht wünschen fragt fragen nehmen nimmt stünde wäre wären wärst sei gibt
    geht gehts findet bitte danke gern gerne dass weil ob deshalb daher deswegen nämlich also wenn falls damit besprochen einverstanden melde meldet gehört`,
  ),
  auxiliaries: words("ist sind war waren wird werden hat haben soll muss kann darf wir man er es"),
  ends: words(`nochmal wieder eingeplant erstellt angesetzt gebucht geplant eingetragen einzurichten aufzusetzen anzulegen einzuplanen laufen steht
    vorgesehen angedacht reserviert vorgemerkt drin dran`),
  opens:
    /^(?:(?:der|die|das|ein|eine|einen|neuer?s?|mit|dem|den|grünes) )*(?:name[ns]?|bezeichnung|titel|thema|termin|eintrag|platz|licht|antrag|anfrage|bitte) (?:für|von|um|zu|zum|zur|mit)(?: das| den| die| ein)?(?= )/iu,
  leads:
    /^(?:(?:mich|uns|dich|wieder|nochmal|noch|schon|mal|auch|doch|gerne?|klar|wohl|eben|schnell|kurz|rasch|fix|geschwind|für|zu|auf|schon auf) )+(?=\p{Lu}|(?:den|die|das|eine?n?|unser\p{L}*) \p{L})/u,
  isBehindWebinar: true,
  notAtEdge: words(
    `nun ideal fertig dazu sehr froh mein richtest kümmerst legst trägst machst ganz hab gehen zu gewünschter vereinsleitung laut steht mich dich
    uns euch sich wieder nochmal noch mal schon dann so wohl ja nein doch auch jetzt heute machen macht bieten planen plant planst anlegen
    anbieten laufen eintragen einplanen einrichten erstellen erstellt ansetzen terminieren erfassen reinstellen einstellen aufnehmen vormerken
    freischalten buchen setzen legen stattfinden angesetzt geplant gebucht vereinbart bestätigt angenommen genehmigt gewünscht los rein draus
    dran hin fest schnell eben kurz rasch geschwind einfach genau ach übrigens apropos und zwar bekommen kommen`,
  ),
  parts: words(
    `webinar webinars webinare webinarplanung termin titel thema name namen bezeichnung anfang beginn start tag datum uhrzeit zeit eintrag notiz
    hinweis wunschtermin vorschlag antrag anlage programm webinarprogramm kalender zoom neuer neues neue`,
  ),
  joints: words(
    `der die das den dem des ein eine einen einem einer und oder für im in am an auf mit von vom zu zum zur bei aus über unter um wegen unser unsere
    unseren & + – — -`,
  ),
  opensTitle: /^(?:wie|was|warum|wer|wo|wann|welche\p{L}*|wozu|weshalb|ist|sind|kann|darf)(?!\p{L})/iu,
};
