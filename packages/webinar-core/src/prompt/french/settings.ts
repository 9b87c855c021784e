import { type Phrase, phrase, type Settings } from "../facts.ts";
import { passcodeOf, passcodePattern } from "../passcode.ts";
import { NO_DAY, PEOPLE, roleIs, toPeople } from "../people.ts";

const set = (settings: Settings, assumed?: string) => ({ kind: "settings", settings, ...(assumed === undefined ? {} : { assumed }) }) as const;
const EMAIL = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";
const NAME = `(?-i:\\p{Lu})[\\p{L}'’-]+(?: ${NO_DAY}(?-i:\\p{Lu})[\\p{L}'’-]+){0,2}`;
const WHO = `(${EMAIL}|(?:(?:Dr|Mme|M|Mlle|Pr|Me|Madame|Monsieur|Maître|Docteur|Professeure?)\\.? ){0,2}${NAME})`;
const host = ([name = ""]: readonly (string | undefined)[]) => ({ kind: "host", host: name }) as const;
const IS = roleIs("(?:c['’])?est|sont|sera|seront");
const QA = "(?:questions?[- ](?:et |\\/ ?)?réponses?|Q ?[&+/] ?[RA]|séance de questions)";
const PRACTICE = "(?:(?:session|séance) (?:d['’]entraînement|d['’]entrainement|d['’]essai|de répétition|de pratique|de test|pratique)|répétition)";
const leaning = (settings: Settings) => ({ kind: "settings", settings, leans: true }) as const;
const AND = "(?:et |ainsi que |plus |\\+ ?|& ?|, ?)?";
const WITH = "(?:,? ?(?:et )?(?:avec (?:une? |la |le |les |l['’])?))";
const WITHOUT = "(?:,? ?(?:et |mais )?(?:sans |pas d['’]|pas de ))";
const OFF = "(?: ?:? (?:est |sont )?(?:non|désactivée?s?|pas nécessaires?))";
const ON = "(?: ?:? (?:est |sont |à )?(?:oui|activée?s?|activer|obligatoire|requise?|nécessaire|svp|s['’]il (?:vous|te) plaît))";

const TURNED_OFF = `(?:inscriptions?|${QA}|questions|${PRACTICE}|enregistrement)`;
const turnedOff = (list: string): Settings => ({
  ...(/inscription/i.test(list) ? { registration: "none" } : {}),
  ...(/question|q ?[&+/]/i.test(list) ? { qa: false } : {}),
  ...(/entra[iî]nement|répétition|pratique|essai|test/i.test(list) ? { practice_session: false } : {}),
  ...(/enregistrement/i.test(list) ? { recording: "none" } : {}),
});

/** How settings and hosts are said in French. */
export const settings: readonly Phrase[] = [
  phrase(
    passcodePattern({
      leads: "(?:,? ?(?:et |avec )?(?:le |un )?)",
      names: "code secret|mot de passe|code d['’]accès|code",
      is: "est|sera",
      joins: "et|avec|sans|merci|svp",
    }),
    (groups) => {
      const code = passcodeOf(groups);
      return /^(?:et|pour|est|avec|à|le|la|les|un|une|comme|habituel|sera|sans|aucun|au|ou|de|du|obligatoire|nécessaire|requis)$/i.test(code)
        ? null
        : set({ passcode: code });
    },
  ),
  // "sans inscription ni enregistrement"
  phrase(
    `(?:,? ?(?:et |mais )?)(?:(?:avec )?ni|sans|pas d['’]|pas de ?) ?(${TURNED_OFF}(?:,? (?:ni|ou)(?: d['’]| de)? ?${TURNED_OFF})+)`,
    ([list = ""]) => set(turnedOff(list)),
  ),
  phrase(`${WITHOUT}inscription|(?:,? ?(?:et )?)inscriptions?${OFF}`, () => set({ registration: "none" })),
  phrase(`${WITH}(?:inscriptions?)(?: obligatoire| requise)?|(?:,? ?(?:et )?)inscriptions?${ON}`, () => set({ registration: "automatic" })),
  phrase(
    "(?:,? ?(?:et )?)(?:(?:avec )?(?:une )?inscriptions?,? (?:et |avec |à )?)?(?:avec )?(?:une )?(?:approbation|validation|acceptation) automatique(?: des (?:inscriptions|participants|inscrits))?|(?:,? ?(?:et )?)(?:approbation|validation|acceptation)(?: des (?:inscriptions|participants|inscrits))? ?:? automatique|inscriptions?(?:(?: sont| est)? (?:obligatoires?|requises?|nécessaires?),? ?(?:mais|et)?)?(?: sont| seront)? (?:approuvées?|validées?|acceptées?) automatiquement",
    () => set({ registration: "automatic" }),
  ),
  phrase(
    "(?:,? ?(?:et )?)(?:(?:avec )?(?:une )?inscriptions?,? (?:et |avec |à )?)?(?:avec )?(?:une )?(?:approbation|validation|acceptation) (?:manuelle|à la main)(?: (?:des (?:inscriptions|participants|inscrits)|de chaque (?:inscription|participant|inscrit)))?|(?:,? ?(?:et )?)(?:approbation|validation|acceptation)(?: des (?:inscriptions|participants|inscrits))? ?:? (?:manuelle|à la main)|(?:,? ?(?:et )?)(?:les )?inscriptions? (?:approuvées?|validées?|acceptées?) (?:manuellement|à la main)",
    () => set({ registration: "manual" }),
  ),
  // "je valide chaque inscription à la main"
  phrase(
    "(?:,? ?(?:et |mais )?)(?:(?:(?:je|nous|on) |j['’])(?:valide(?:rai|rons|ra)?|validons|approuve(?:rai|rons|ra)?|approuvons|accepte(?:rai|rons|ra)?|acceptons) (?:chaque (?:inscription|demande|participante?|inscrite?|personne)|toutes les (?:inscriptions|demandes)|les (?:inscriptions|demandes)|chacune?|tout le monde)|(?:je|nous) (?:les|l[ae]s?) (?:valide|validons|approuve|approuvons))(?: (?:moi-même|nous-mêmes|à la main|manuellement|un par un|une par une|individuellement|personnellement))+",
    () => set({ registration: "manual" }),
  ),
  phrase(`${AND}(?:une )?inscriptions?`, () => leaning({ registration: "automatic" }), { weak: true }),
  phrase(`${AND}(?:une )?${QA}`, () => leaning({ qa: true }), { weak: true }),
  phrase(`${AND}(?:une )?${PRACTICE}`, () => leaning({ practice_session: true }), { weak: true }),
  phrase(`${AND}(?:un )?enregistrement`, () => leaning({ recording: "cloud" }), { weak: true }),
  phrase(
    "(?:,? ?(?:et )?)(?:avec )?(?:une |les )?inscriptions?,? (?:(?:sont |est )?soumises? à (?:mon |notre )?(?:approbation|validation|autorisation)|(?:avec|après) (?:mon |notre |une )?(?:approbation|validation|autorisation)(?! automatique)|sur (?:approbation|validation)|à (?:approuver|valider)(?: par (?:nous|moi))?)",
    () => set({ registration: "manual" }),
  ),
  phrase(
    "(?:,? ?(?:et )?)(?:les )?(?:participants?|gens) (?:doivent|devront) (?:d['’]abord )?s['’]inscrire(?: à l['’]avance| avant)?|(?:,? ?)sur inscription",
    () => set({ registration: "automatic" }),
  ),
  phrase(`${WITHOUT}${QA}|(?:,? ?(?:et )?)${QA}${OFF}`, () => set({ qa: false })),
  phrase(`${WITH}${QA}|(?:,? ?(?:et )?)${QA}${ON}|(?<=,) ?(?:et )?${QA}(?= ?[,.]|$)|(?<=\\p{L} )et ${QA}(?= ?[,.]|$)`, () => set({ qa: true })),
  phrase(`${WITHOUT}${PRACTICE}|(?:,? ?(?:et )?)${PRACTICE}${OFF}`, () => set({ practice_session: false })),
  phrase(
    `${WITH}${PRACTICE}|(?:,? ?(?:et )?)${PRACTICE}${ON}|(?<=,) ?(?:et )?${PRACTICE}(?: avant| au préalable)?(?: svp| stp)?(?= ?[,.]|$| et )|(?<=\\p{L} )et (?:une )?${PRACTICE}(?= ?[,.]|$)`,
    () => set({ practice_session: true }),
  ),
  phrase(
    "(?:,? ?(?:et )?)(?:avec (?:un |l['’])?)?(?:enregistrement ?:? ?(?:dans|sur) (?:le (?:cloud|nuage)|l['’]infonuage)|(?:on |nous |je |j['’])?enregistr(?:e|es|ez|ons|er|era|erons)(?: (?:le tout|tout|la séance|le webinaire|ça|cela))? (?:dans|sur) (?:le )?(?:cloud|nuage)|enregistrement ?:? ?(?:cloud|infonuagique|infonuage|en ligne|en nuage)(?: ?:? (?:oui|svp|stp)(?! \\p{L}))?|enregistr(?:er|é|ée) (?:dans|sur) (?:le (?:cloud|nuage)|l['’]infonuage))",
    () => set({ recording: "cloud" }),
  ),
  phrase("(?:,? ?(?:et )?)(?:avec (?:un |l['’])?)?(?:enregistrement ?:? ?(?:en )?local|enregistr(?:er|é|ée) (?:localement|en local))", () =>
    set({ recording: "local" }),
  ),
  phrase(
    "(?:,? ?(?:et |avec )?)(?:l['’]|un )?(?:enregistr(?:ement|er|é|ée)(?: (?:est|sera|à))?|(?:sauvegard(?:er|é|ée)|conserv(?:er|é|ée)|gard(?:er|é|ée)|enregistr(?:er|ez|e)) l['’]enregistrement|(?:on |nous |je |j['’])?enregistr(?:e|es|ez|ons|er|era|erons)(?: (?:le tout|tout|la séance|le webinaire|ça|cela))?) ?:? ?(?:sur|dans) (?:mon|notre|l['’]|le|son|votre) ?(?:propre )?(?:ordinateur|ordi|pc|portable|disque dur|disque|poste)(?= ?(?:[,.;!()\\n\\p{Extended_Pictographic}]|$| et | svp| stp| s['’]il | merci| sans | avec | le \\d| \\d))",
    () => set({ recording: "local" }),
  ),
  phrase(
    "(?<=[,;.] ?|et |avec )(?:les )?(?:questions ?:? oui|questions (?:autorisées|activées|permises)|(?:les )?participants (?:peuvent|pourront) poser (?:des|leurs) questions)(?= ?(?:[,.;!()\\n\\p{Extended_Pictographic}]|$| et ))",
    () => set({ qa: true }),
  ),
  phrase(`(?:,? ?(?:et )?)(?:activ(?:e|er|ez|ons)|autoris(?:e|er|ez|ons)|ouvr(?:e|ir|ez|ons)) (?:les |la |le )?${QA}`, () => set({ qa: true })),
  phrase("(?<=[,;.] ?|et |mais )(?:(?:sans|pas de) questions|questions ?:? non)(?= ?(?:[,.;!()\\n\\p{Extended_Pictographic}]|$| et ))", () =>
    set({ qa: false }),
  ),
  phrase(
    "(?:,? ?(?:et |mais )?)(?:sans enregistrement|pas d['’]enregistrement|ne pas (?:l['’])?enregistrer|non enregistrée?|enregistrement ?:? (?:non|désactivé))",
    () => set({ recording: "none" }),
  ),
  phrase("(?:,? ?(?:et )?)(?:avec (?:un )?enregistrement|enregistrement ?:? (?:oui|activé|svp|s['’]il (?:vous|te) plaît))", () =>
    set({ recording: "cloud" }, "It did not say where to record: in the cloud."),
  ),
  phrase(
    `(?:,? ?(?:et |avec )?)(?:l['’]|un |une |les |des )?(?:hôtes?|animateurs?|animatrices?|co-?hôtes?) (?:alternatifs?|suppléants?|suppléantes?|alternatives?|de remplacement)${IS}(${PEOPLE})`,
    ([list = ""]) => set({ alternative_hosts: toPeople(list).map(({ email }) => email) }),
  ),
  phrase(
    `(?:,? ?(?:et |avec )?)(?:les |la |le |des |un |une )?(?:panélistes?|panelistes?|intervenants?|intervenantes?|conférenciers?|conférencières?|participants? au panel)${IS}(${PEOPLE})`,
    ([list = ""]) => set({ panelists: toPeople(list) }),
  ),
  // "Mme Petit est intervenante, petit@example.com"
  phrase(
    `(?:,? ?(?:et )?)(?:(?:[\\p{L}.'’-]+ ){1,3}?(?:est|comme|sera) (?:notre |la |le |une? |l['’])?(?:paneliste|panéliste|intervenante?|conférencière?)|(?:paneliste|panéliste|intervenante?|conférencière?)(?: est| sera| ?:)? ?(?:[\\p{L}.'’-]+ ){1,3}?)(?:,? ?\\(?(?:son |sa )?(?:mail|e-?mail|courriel|adresse)?(?: est| ?:)? ?)(${PEOPLE})\\)?`,
    ([list = ""]) => set({ panelists: toPeople(list) }),
  ),
  phrase(`(?:,? ?(?:et )?)avec (${PEOPLE}) (?:comme|en tant que) (?:panélistes?|intervenante?s?)`, ([list = ""]) =>
    set({ panelists: toPeople(list) }),
  ),
  phrase(
    `(?:,? ?(?:et )?)(?:avec )?(${PEOPLE}) (?:comme|en|en tant qu['’]) ?hôtes? (?:alternati(?:fs?|ves?)|suppléante?s?|adjointe?s?|de remplacement|de secours)`,
    ([list = ""]) => set({ alternative_hosts: toPeople(list).map(({ email }) => email) }),
  ),
  phrase(`(?:,? ?)(?:animée?|organisée?|présentée?|hébergée?) par ${WHO}`, host),
  phrase(`(?:,? ?)(?:l['’])?(?<!(?:comme|en|est|sera) (?:l['’])?)(?:hôte|animateur|animatrice|organisateur|organisatrice)${IS}${WHO}`, host),
  phrase(
    `(?:,? ?)(?:avec )?(?!(?:mets|mettez|mettre|prends|prenez) )${WHO} comme (?:hôte|animateur|animatrice)(?! (?:alternati|supplé|adjoint|de remplacement|remplaçant|de secours|secondaire))`,
    host,
  ),
  phrase(
    `(?:,? ?)(?:(?:mets|mettez|mettre|prends|prenez) )${WHO} (?:comme|en) (?:hôte|animateur|animatrice)|(?:,? ?)(?:c['’]est )?${WHO} (?:qui anime|anime|sera l['’]hôte|est l['’]hôte|sera (?:l['’])?(?:animateur|animatrice))(?= ?[:,;.–-]|$)`,
    ([first, second]) => host([first ?? second]),
  ),
  phrase(
    `(?<=^|[\\u0001\\n.!?;,(–—] ?)${WHO} (?:assure|assurera|fait|fera|prend|prendra|aura) (?:l['’]|la |le )?(?:animation|présidence|modération|rôle d['’]hôte)(?= ?(?:[,.;:!)\\n–—]|$|- ))|(?<=^|[\\u0001\\n.!?;,(–—] ?)${WHO} (?:animera|préside|présidera|modère|modérera)(?= ?(?:[,.;:!)\\n–—]|$|- ))`,
    ([first, second]) => host([first ?? second]),
  ),
  // "c'est Jeanne qui anime, pas moi"
  phrase(
    "(?<=(?:hôte|anim|organis|modér|présid|@)(?:[^.;\\n]|\\.(?=\\p{L})){0,60})(?:,? ?\\(?|,? )(?:et )?(?:(?:et )?(?:non )?pas (?:pour )?(?:moi|nous)|non (?:pas )?moi|au lieu de moi|plutôt que moi|à ma place)(?: ?!)*\\)?(?= ?(?:[:,;.\\n–—-]|$))",
    () => ({ kind: "filler" }),
  ),
  phrase(`(?:,? ?)(?:au nom de|de la part de|(?:pour|sur|avec) le compte de|(?:sur|dans) l['’]agenda de) ${WHO}`, host),
  phrase(`pour (${EMAIL})`, host),
  phrase(`(?<=[Ww]ebinaire )pour ${WHO}(?= ?(?:,|;|\\.|:|$|le |à |demain|sur |["«]))`, host, { weak: true }),
  phrase(`(?<=[,;] ?)pour ${WHO}(?= ?(?:[,;.]|$))`, host, { weak: true }),
  phrase("\\(?(?:à l['’])?heure (?:de |d['’])((?-i:\\p{Lu})[\\p{L}'’-]+(?:[ -](?-i:\\p{Lu})[\\p{L}'’-]+)?)\\)?", ([place = ""]) => ({
    kind: "zone",
    said: `place:${place}`,
  })),
];
