import { type Phrase, phrase, type Settings } from "../facts.ts";
import { passcodeOf, passcodePattern } from "../passcode.ts";
import { NO_DAY, PEOPLE, roleIs, toPeople } from "../people.ts";

const set = (settings: Settings, assumed?: string) => ({ kind: "settings", settings, ...(assumed === undefined ? {} : { assumed }) }) as const;
const leaning = (settings: Settings) => ({ kind: "settings", settings, leans: true }) as const;
const WITH = "(?:,? ?(?:und )?(?:mit |bitte mit |inklusive |inkl\\. |samt )?(?:einer |einem |der |eine |ein )?)";
const WITHOUT = "(?:,? ?(?:und |aber )?(?:ohne|keine?|bitte keine?) )";
const EMAIL = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";
const NAME = `(?-i:\\p{Lu})[\\p{L}'’-]+(?: ${NO_DAY}(?-i:\\p{Lu})[\\p{L}'’-]+){0,2}`;
const WHO = `(${EMAIL}|(?:(?:Dr|Frau|Herrn?|Prof|Dipl|Ing|Pfarrer(?:in)?|Professor(?:in)?)\\.?[ -]?(?<=[ -])){0,3}${NAME})`;
const host = ([name = ""]: readonly (string | undefined)[]) => ({ kind: "host", host: name.replace(/^(?:Frau|Herrn?) /, "") }) as const;
const REGISTRATION = "(?:Anmeldung|Registrierung|Voranmeldung|Einschreibung)";
const AND = "(?:und |sowie |plus |\\+ ?|& ?|, ?)?";
const IS = roleIs("ist|sind");
const QA = "(?:Fragen (?:und|&|\\+|u\\.) Antworten|[QF] ?[&+/] ?A|Fragerunde|Frage-Antwort-Runde)";
const PRACTICE =
  "(?:Übungs(?:sitzung|session|termin)|Probe(?:sitzung|session|durchlauf|termin)|Probelauf|Generalprobe|Übungsrunde|Practice Session|Probe)";

const TURNED_OFF = `(?:${REGISTRATION}|${QA}|${PRACTICE}|Aufzeichnung|Aufnahme)`;
const turnedOff = (list: string): Settings => ({
  ...(/meldung|regist|schreib/i.test(list) ? { registration: "none" } : {}),
  ...(/frage|[qf] ?[&+/]/i.test(list) ? { qa: false } : {}),
  ...(/prob|übung|practice/i.test(list) ? { practice_session: false } : {}),
  ...(/auf(?:zeich|nahm)/i.test(list) ? { recording: "none" } : {}),
});

/** "Lissabonner Zeit": cities whose adjective is not their name with -er. */
const CITIES: Readonly<Record<string, string>> = {
  Lissabonn: "Lissabon",
  Zürch: "Zürich",
  Basl: "Basel",
  Mailänd: "Mailand",
  Genf: "Genf",
  Neapolitan: "Neapel",
  Athen: "Athen",
};
/** How settings and hosts are said in German. */
export const settings: readonly Phrase[] = [
  phrase(
    passcodePattern({
      leads: "(?:,? ?(?:und |mit )?(?:dem |das |der )?)",
      names: "Kenncode|Kennwort|Passwort|Passcode|Zugangscode|Code",
      is: "ist|lautet",
      joins: "und|mit|bitte|ohne|danke",
    }),
    (groups) => {
      const code = passcodeOf(groups);
      return /^(?:und|für|mit|ist|bitte|geschützt|der|die|das|den|ein|eine[nrm]?|wie|noch|folgt|keine?[nrs]?|ohne|später|oder|wird|vom|von|am|um|zum|beliebig(?:es)?|zufällig(?:es)?|nötig|erforderlich|schützen)$/i.test(
        code,
      )
        ? null
        : set({ passcode: code });
    },
  ),
  // "keine Aufzeichnung oder Anmeldung", "weder Anmeldung noch Fragerunde"
  phrase(
    `(?:,? ?(?:und |aber )?)(?:(?:bitte )?(?:ohne|keine?) (${TURNED_OFF}(?:, ${TURNED_OFF})* (?:oder|noch) (?:keine )?${TURNED_OFF})|weder (${TURNED_OFF}(?: noch ${TURNED_OFF})+))`,
    ([first, second]) => set(turnedOff(first ?? second ?? "")),
  ),
  phrase(`${WITHOUT}${REGISTRATION}|(?:,? ?(?:und )?)${REGISTRATION} ?:? (?:aus|nein|nicht (?:nötig|erforderlich|notwendig))`, () =>
    set({ registration: "none" }),
  ),
  phrase(
    `(?:,? ?(?:und )?)(?:mit |inklusive |inkl\\. )(?:der |einer )?${REGISTRATION}(?: erforderlich)?|(?:,? ?(?:und )?)${REGISTRATION} ?:? (?:erforderlich|nötig|an|ja|erwünscht)|mit Anmeldepflicht|(?<=,) ?${REGISTRATION}(?: bitte)?(?=[,.]|$)`,
    () => set({ registration: "automatic" }),
  ),
  phrase(
    `${WITH}(?:${REGISTRATION},? (?:und |mit )?)?(?:automatische[rn]? (?:Freigabe|Genehmigung|Zulassung|Bestätigung)(?: der (?:Anmeldungen|Teilnehmer))?)|(?:,? ?(?:und )?)(?:${REGISTRATION},? (?:und |mit )?)?(?:Freigabe|Genehmigung|Zulassung|Bestätigung)(?: der (?:Anmeldungen|Teilnehmer))?:? (?:erfolgt |ist )?automatisch|(?:Anmeldungen|Teilnehmer|${REGISTRATION})(?: ist| sind)?(?: (?:nötig|erforderlich|notwendig|Pflicht))?,?(?: und| aber)?(?: werden| wird)?(?: aber| dann)? automatisch (?:genehmigt|freigegeben|bestätigt|freigeben|genehmigen)`,
    () => set({ registration: "automatic" }),
  ),
  phrase(
    `${WITH}(?:${REGISTRATION},? (?:und |mit )?)?(?:manuelle[rn]? (?:Freigabe|Genehmigung|Zulassung|Bestätigung|Prüfung)(?: der (?:Anmeldungen|Teilnehmer))?)|(?:,? ?(?:und )?)(?:${REGISTRATION},? (?:und |mit )?)?(?:Freigabe|Genehmigung|Zulassung|Bestätigung)(?: der (?:Anmeldungen|Teilnehmer))?:? (?:erfolgt |ist )?(?:manuell|von Hand|händisch|einzeln)|${WITH}${REGISTRATION},? (?:und |mit )?(?:Freigabe|Genehmigung|Zulassung) (?:von Hand|durch (?:mich|uns))|(?:,? ?(?:und )?)(?:Anmeldungen|Teilnehmer|${REGISTRATION})(?: ist| sind)?(?: (?:nötig|erforderlich|notwendig|Pflicht))?,?(?: und| aber)?(?: werden| wird)?(?: aber| dann)? (?:manuell|von Hand|einzeln|händisch|persönlich|von (?:mir|uns)) (?:genehmigt|freigegeben|bestätigt|freigeben|genehmigen)`,
    () => set({ registration: "manual" }),
  ),
  // "ich gebe jeden selbst von Hand frei", "wir prüfen jede Anmeldung einzeln"
  phrase(
    "(?:,? ?(?:und |aber )?)(?:(?:ich|wir) (?:gebe|geben|schalte|schalten|lasse|lassen) (?:sie|jeden?|jede[nrs]?|alle|die)(?: (?:einzelnen?|Einzelnen?|Anmeldung(?:en)?|Teilnehmer(?:innen|in)?|Person))?(?: (?:dann|selbst|selber|persönlich|von Hand|händisch|manuell|einzeln))+ (?:frei|zu)|(?:ich|wir) (?:prüfe|prüfen|genehmige|genehmigen|bestätige|bestätigen) (?:sie|jeden?|jede[nrs]?|alle|die)(?: (?:einzelnen?|Anmeldung(?:en)?|Teilnehmer(?:innen|in)?|Person))?(?: (?:dann|selbst|selber|persönlich|von Hand|händisch|manuell|einzeln))+|(?:die )?(?:Freigabe|Genehmigung|Freischaltung) (?:mache|machen|übernehme|übernehmen|erledige) (?:ich|wir)(?: (?:dann|selbst|selber|persönlich|von Hand|händisch|manuell|einzeln))*)",
    () => set({ registration: "manual" }),
  ),
  // "Anmeldung mit Freigabe", "Anmeldungen müssen freigegeben werden"
  phrase(
    `(?:,? ?(?:und |mit )?)(?:Anmeldungen|${REGISTRATION})(?: (?:nur )?(?:mit|nach|braucht|benötigt|erfordert) (?:einer |eine |meiner |unserer )?(?:Freigabe|Genehmigung|Bestätigung|Zustimmung)(?! (?:automatisch|erfolgt))|,? (?:die )?(?:muss|müssen|soll|sollen|sind|ist)(?: (?:erst|noch|von (?:mir|uns)))* (?:freigegeben|genehmigt|bestätigt|freizugeben|zu (?:genehmigen|bestätigen))(?: werden)?)`,
    () => set({ registration: "manual" }),
  ),
  // "und vorher Übungssitzung", "Probesitzung vorher ja"
  phrase(
    `(?:,? ?(?:und )?)(?:bitte )?(?:vorher|davor|zuvor|vorab) (?:noch )?(?:eine |einen )?${PRACTICE}(?= ?(?:[,.;:)\\n]|$| bitte))|(?:,? ?(?:und )?)(?:eine |einen )?${PRACTICE} (?:vorher|davor|zuvor|vorab)(?: (?:ja|bitte|auch))*(?= ?(?:[,.;:)\\n]|$))`,
    () => set({ practice_session: true }),
  ),
  phrase(`${AND}(?:einer )?${REGISTRATION}`, () => leaning({ registration: "automatic" }), { weak: true }),
  phrase(`${AND}(?:einer )?${QA}`, () => leaning({ qa: true }), { weak: true }),
  phrase(`${AND}(?:einer )?${PRACTICE}`, () => leaning({ practice_session: true }), { weak: true }),
  phrase(`${AND}(?:einer )?(?:Aufzeichnung|Aufnahme|Mitschnitt)`, () => leaning({ recording: "cloud" }), { weak: true }),
  phrase(
    "(?:,? ?(?:und )?)(?:die )?(?:Teilnehmer(?:innen)?|Leute|Gäste|alle) (?:müssen|sollen) sich (?:vorher |zuerst |vorab )?(?:anmelden|registrieren)|(?:,? ?(?:und )?)nur (?:mit|nach) (?:vorheriger )?(?:Anmeldung|Registrierung)",
    () => set({ registration: "automatic" }),
  ),
  phrase(`${WITHOUT}${QA}|(?:,? ?(?:und )?)${QA} ?:? (?:aus(?:geschaltet)?|nein)`, () => set({ qa: false })),
  phrase(
    `(?:,? ?(?:und )?)(?:mit|inklusive|inkl\\.)(?: einer| der)? ${QA}|(?:,? ?(?:und )?)(?:bitte )?${QA} ?:? (?:an|ein|ja|aktiv(?:iert)?|eingeschaltet|(?:bitte )?(?:aktivieren|einschalten|anschalten|zulassen|erlauben))|(?<=,) ?(?:und )?${QA}(?: bitte)?(?=[,.]|$)|(?<=\\p{L} )und ${QA}(?=[,.]|$)`,
    () => set({ qa: true }),
  ),
  phrase(`${WITHOUT}${PRACTICE}|(?:,? ?(?:und )?)${PRACTICE} ?:? (?:aus|nein)`, () => set({ practice_session: false })),
  phrase(
    `(?:,? ?(?:und )?)(?:mit|inklusive|inkl\\.)(?: einer| der| einem)? ${PRACTICE}(?: vorab)?|(?:,? ?(?:und )?)(?:bitte )?(?:den |die |eine |einen )?${PRACTICE} ?:? (?:an|ein|ja|aktiv(?:iert)?|(?:bitte )?(?:aktivieren|einschalten|einplanen|anschalten|dazu)|bitte(?= ?[,.]|$))|(?<=,) ?(?:und )?${PRACTICE}(?: bitte)?(?=[,.]|$)|(?<=\\p{L} )und ${PRACTICE}(?=[,.]|$)`,
    () => set({ practice_session: true }),
  ),
  phrase(
    "(?:,? ?(?:und )?)(?:mit )?(?:einer )?(?:(?:Aufzeichnung|Aufnahme|Mitschnitt):? (?:bitte )?(?:in )?(?:der |die )?Cloud|Cloud-?Aufzeichnung|Aufnahme in(?: der| die)? Cloud|Cloud-?Aufnahme)(?: ?:? (?:ja|an|bitte)(?! \\p{L}))?|in (?:der|die) Cloud (?:aufzeichnen|aufnehmen|aufgezeichnet)",
    () => set({ recording: "cloud" }),
  ),
  phrase(
    "(?:,? ?(?:und )?)(?:mit )?(?:einer )?(?:lokale[rn]? (?:Aufzeichnung|Aufnahme|Mitschnitt)|(?:Aufzeichnung|Aufnahme|Mitschnitt):? (?:bitte )?(?:nur )?lokal)|(?:bitte )?lokal (?:aufzeichnen|aufnehmen|aufgezeichnet)",
    () => set({ recording: "local" }),
  ),
  phrase(
    "(?:,? ?(?:und |bitte )*)(?:die |das |eine )?(?:Aufzeichnung|Aufnahme|Webinar|es)? ?(?:(?:soll|wird|bitte|nur) )*(?:auf|an) (?:(?:meinem|unserem|dem|eigenen|lokalen) )*(?:Computer|Rechner|Laptop|PC|Notebook|Festplatte|Gerät)(?: (?:aufzeichnen|aufnehmen|speichern|sichern|aufgezeichnet|gespeichert|aufgenommen|ablegen))?(?: werden)?(?= ?(?:[,.;!()\\n\\p{Extended_Pictographic}]|$))",
    (_, said) => (/auf(?:zeichn|nehm|nahm|gezeichn|genomm)|speicher|sicher/i.test(said) ? set({ recording: "local" }) : null),
  ),
  phrase(
    "(?<=[,;.] ?|und |mit )(?:(?:Teilnehmer(?:innen)?|alle|Gäste) (?:können|dürfen) Fragen stellen|Fragen (?:erlaubt|zulassen|aktiviert|möglich|an)|Fragen bitte (?:zulassen|erlauben))(?= ?(?:[,.;!()\\n\\p{Extended_Pictographic}]|$| und ))",
    () => set({ qa: true }),
  ),
  phrase("(?<=[,;.] ?|und |aber )(?:ohne|keine) Fragen(?= ?(?:[,.;!()\\n\\p{Extended_Pictographic}]|$| und ))", () => set({ qa: false })),
  phrase(
    "(?:,? ?(?:und |aber )?)(?:ohne|keine) (?:Aufzeichnung|Aufnahme|Mitschnitt)|(?:Aufzeichnung|Aufnahme|Mitschnitt) ?:? (?:aus|nein)|(?:bitte )?nicht (?:aufzeichnen|aufnehmen|aufgezeichnet)",
    () => set({ recording: "none" }),
  ),
  phrase("(?:in der |in die |in )?cloud (?:auf|aufzeichnen|aufnehmen|aufgezeichnet|mitschneiden)", () => set({ recording: "cloud" })),
  phrase("(?:lokal|auf (?:meinem|dem|unserem) (?:Rechner|Computer|PC|Laptop)) (?:auf|aufzeichnen|aufnehmen|aufgezeichnet|mitschneiden)", () =>
    set({ recording: "local" }),
  ),
  phrase("(?:bitte )?zeichne(?:n sie|t)?(?= (?:[^.!?\\n]|\\u0001|\\.(?= ?[\\p{L}\\d])){0,160}(?<!\\p{L})auf(?!\\p{L}))", () => ({ kind: "filler" })),
  phrase(
    "(?:,? ?(?:und )?)mit (?:Aufzeichnung|Aufnahme|Mitschnitt)|bitte (?:aufzeichnen|aufnehmen)|(?:Aufzeichnung|Aufnahme|Mitschnitt) bitte|(?:Aufzeichnung|Aufnahme|Mitschnitt) ?:? (?:ja|an)",
    () => set({ recording: "cloud" }, "It did not say where to record: in the cloud."),
  ),
  phrase(
    `(?:,? ?(?:und |mit )?)(?:der |dem |die |den )?(?:alternative[rnm]?|stellvertretende[rnm]?|Ersatz-?|Vertretungs-?) ?(?:Hosts?|Gastgeber(?:in|n|innen)?|Moderator(?:in|en)?)${IS}(${PEOPLE})`,
    ([list = ""]) => set({ alternative_hosts: toPeople(list).map(({ email }) => email) }),
  ),
  phrase(
    `(?:,? ?(?:und |mit )?)(?:den |dem |der |die )?(?:Panelist(?:en|in|innen)?|Podiumsteilnehmer(?:n|in|innen)?|Diskussionsteilnehmer(?:n|in|innen)?|Podiumsgäste?n?|Podiumsgast|Referent(?:en|in|innen)?|Sprecher(?:n|in|innen)?|Vortragende[rn]?)${IS}(${PEOPLE})`,
    ([list = ""]) => set({ panelists: toPeople(list) }),
  ),
  // "Frau Kurz ist Referentin, kurz@example.com", "Referentin: Dr. Kurz (kurz@example.com)"
  phrase(
    `(?:,? ?(?:und )?)(?:(?:[\\p{L}.'’-]+ ){1,3}?(?:ist|als|wird) (?:unsere?n? |die |der |eine? )?(?:Panelist(?:in)?|Referent(?:in)?|Sprecher(?:in)?|Podiumsgast|Vortragende[r]?)|(?:Panelist(?:in)?|Referent(?:in)?|Sprecher(?:in)?|Podiumsgast)(?: ist| wird|:)? ?(?:[\\p{L}.'’-]+ ){1,3}?)(?:,? ?\\(?(?:ihre |seine )?(?:Mail|E-?Mail|Adresse)?(?: ist|:)? ?)(${PEOPLE})\\)?`,
    ([list = ""]) => set({ panelists: toPeople(list) }),
  ),
  phrase(`(?:,? ?(?:und )?)(?:mit )(${PEOPLE}) als (?:Panelist(?:en|in)?|Podiumsgast|Podiumsgäste[n]?|Referent(?:en|in)?)`, ([list = ""]) =>
    set({ panelists: toPeople(list) }),
  ),
  phrase(`(?:,? ?)(?:gehostet|moderiert|geleitet|gehalten|veranstaltet|durchgeführt) von ${WHO}`, host),
  phrase(
    `(?:,? ?)(?:der |die )?(?<!(?:als|zum|zur|ist|wird) (?:der |die )?)(?:Host|Gastgeber(?:in)?|Moderation|Moderator(?:in)?|Leitung)(?: ist)? ?[:=]? ${WHO}`,
    host,
  ),
  phrase(`(?:,? ?)(?:der |die )?(?:Host|Gastgeber(?:in)?|Moderator(?:in)?) (?:soll|wird|ist|sei)(?: bitte)? ${WHO}(?: sein| werden)?`, host),
  phrase(`(?:,? ?)(?:mit )?${WHO} als (?:Host|Gastgeber(?:in)?)`, host),
  phrase(
    `(?:,? ?)(?:(?:bitte )?(?:mach|mache|machen Sie|setz|setze|nimm) )${WHO} (?:zum|zur|als) (?:Host|Gastgeber(?:in)?)|(?:,? ?)${WHO} (?:ist|wird|soll) (?:der |die )?(?:Host|Gastgeber(?:in)?)(?: sein| werden)?|(?:,? ?)${WHO} moderiert(?= ?[:,;.–-]|$)`,
    ([first, second, third]) => host([first ?? second ?? third]),
  ),
  phrase(
    `(?<=^|[\\u0001\\n.!?;,(–—] ?)${WHO} (?:übernimmt|hat|macht|führt) (?:die |den )?(?:Leitung|Moderation|Vorsitz|Gastgeberrolle)(?= ?(?:[,.;:!)\\n–—]|$|- ))|(?<=^|[\\u0001\\n.!?;,(–—] ?)${WHO} (?:leitet|moderiert|führt) (?:es|das|das Webinar|die Sitzung)(?= ?(?:[,.;:!)\\n–—]|$|- ))`,
    ([first, second]) => host([first ?? second]),
  ),
  // "Gastgeberin ist Jana, nicht ich"
  phrase(
    "(?<=(?:host|gastgeb|moderat|leit|@)(?:[^.;\\n]|\\.(?=\\p{L})){0,60})(?:,? ?\\(?|,? )(?:und )?(?:nicht (?:ich|mich|mir|wir|uns)|statt (?:mir|meiner|uns)|an meiner Stelle)\\)?(?= ?(?:[:,;.\\n–—-]|$))",
    () => ({ kind: "filler" }),
  ),
  phrase(`(?:,? ?)(?:unter|über|auf|in) (?:dem )?(?:Konto|Account|Kalender) von ${WHO}`, host),
  phrase(
    `(?:,? ?)im Namen von ${WHO}|(?:,? ?)im Auftrag von ${WHO}(?!(?: (?-i:\\p{Lu})[\\p{L}'’-]+)*,? (?:bitten?|ersuchen?|möchten?|darf|dürfen|soll|sollen|schreiben?|frage|fragen) (?:ich|wir)(?!\\p{L}))`,
    ([a, b]) => host([a ?? b]),
  ),
  phrase(`für (${EMAIL})`, host),
  phrase(`(?<=Webinar )für ${WHO}(?= ?(?:,|;|\\.|:|$|am |um |zum |über |["„]))`, host, { weak: true }),
  phrase(`(?<=[,;] ?)für ${WHO}(?= ?(?:[,;.]|$))`, host, { weak: true }),
  phrase("(?:um |nach |in )?((?!Uhr )(?-i:\\p{Lu})\\p{L}+(?: (?-i:\\p{Lu})\\p{L}+)?)er Zeit", ([place = ""]) => ({
    kind: "zone",
    said: `place:${CITIES[place] ?? place}`,
  })),
  phrase("(?:mitteleuropäische[rn]?) Zeit", () => ({ kind: "zone", said: "CET?" })),
];
