import { brackets } from "../brackets.ts";
import { courtesies } from "../courtesies.ts";
import { asksToChange, beginsClause, digits } from "../every-language.ts";
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

const BEGINS_CLAUSE = beginsClause("et|mais");
const REST = "[^,;.!?\\n()]*";
/** What is for people, and speaks of another time. */
const ASIDES = [
  "(?:l['’])?(?:accueil|ouverture(?: de la salle| des portes)?|(?:le )?test (?:technique|son))(?: est)?(?: à| dès| :)? ?\\d{1,2} ?h ?(?:\\d{2})?",
  `(?:je suis|nous sommes|je serai|nous serons) (?:en congés?|absente?s?|en vacances|en déplacement|au bureau) ${REST}`,
  `(?<=,? \\(?)(?:qui (?:est|sera|sont) |(?:actuellement )?(?<=@[\\w.-]+,? \\(?|au nom de (?:\\p{L}+ ){1,2}\\(?|au nom de \\p{L}+(?: \\p{L}+)?, ))(?:en (?:congés?|vacances|déplacement|arrêt)|absente?s?|malade|indisponible)(?:(?= ?[,:;.)])| [^,;:.!?\\n()]*)`,
  `merci de (?:me |nous )?(?:répondre|confirmer|revenir vers (?:moi|nous)) (?:avant|d['’]ici) ${REST}`,
  `(?:merci d['’])?(?:envoyer|envoyez|envoie) (?:un |le |les |des )?(?:rappels?|invitations?) ${REST}`,
];

/** French. */
export const french: Language = {
  tongue: "french",
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
    ...reminders,
    ...digits,
    fixed("(?:le |la |l['’])?(?:jour|date|heure)(?=,? (?:c['’]est |ce sera )?(?:(?:le|à) )?(?:lun|mar|mer|jeu|ven|sam|dim|\\d))", { kind: "filler" }),
    fixed("(?:on|nous) (?:part|partons|partirait|partirions) sur(?= (?:\\d|une?|deux|trois))", { kind: "filler" }),
    fixed(
      "(?<=(?:minutes?|min|mn|heures?|\\dh|demie|quart),? )(?:(?:ça|cela|ca) )?(?:suffi(?:ra|t|rait|sent|ront)|devrait suffire)(?: (?:largement|amplement|bien|je pense))*",
      { kind: "filler" },
    ),
    fixed(
      "(?:quand|où|qui|fréquence|récurrence|pour qui|combien de temps|jour|date|heure|horaire|début|lieu|durée) ?:",
      { kind: "filler" },
      { weak: true },
    ),
    fixed(
      "(?:ça|cela|il|elle|le webinaire|la séance) (?:s['’]appelle(?:ra)?|s['’]intitule(?:ra)?|se nomme(?:ra)?|porte(?:ra)? le (?:titre|nom)(?: de)?) ?:?",
      {
        kind: "intro",
        rank: 1,
      },
    ),
    fixed("qui s['’](?:appelle(?:ra)?|intitule(?:ra)?) ?:?", { kind: "intro", rank: 1 }),
    fixed("(?:là-dessus|à ce sujet|ci-dessous) ?:", { kind: "intro", rank: 1 }),
    fixed("(?:sous|portant|avec) le (?:nom|titre)(?: de)? ?:?", { kind: "intro", rank: 1 }),
    fixed("(?:on|nous) (?:l['’]appelle(?:ra|rons)?|l['’]appelons|l['’]intitule|le nomme) ?:?", { kind: "intro", rank: 1 }),
    fixed(
      "(?:le |son )?(?:titre|nom|sujet|thème)(?: du webinaire| de la séance)? ?(?:: ?|(?:est|étant|sera|serait|(?:doit|devrait) être|,? ?c['’]est|,? ?ce sera) ?:? ?)",
      {
        kind: "intro",
        rank: 1,
      },
    ),
    fixed(
      "(?:c['’]est|ce sera|ça parle(?:ra)?|cela parle(?:ra)?|ça porte(?:ra)?|cela porte(?:ra)?) (?:sur|au sujet d(?:e|u|es)|à propos d(?:e|u|es)|de(?= (?:la|l['’])))",
      {
        kind: "intro",
        rank: 2,
      },
    ),
    fixed("(?:qui sera |s['’])?(?:intitulée?|appelée?|nommée?|appellera)(?: ?:)?", { kind: "intro", rank: 1 }),
    fixed("(?:avec le |le |ayant pour )?(?:titre|sujet|thème|objet)(?: (?:est|sera))? ?:?", { kind: "intro", rank: 1 }),
    fixed("(?:(?:sur|avec pour|pour) )?(?:le |un )?(?:thème|sujet) (?:de|du|des|d(?=['’]))", { kind: "intro", rank: 1 }),
    fixed(
      "(?:prévue?|programmée?|planifiée?|fixée?)(?= (?:le|pour|au|à|en|dès|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\\p{L}))",
      { kind: "filler" },
    ),
    // "webinaire pour les nouveaux bénévoles : Haies vives"
    fixed(
      "(?<=(?:webinaire|séance|formation|\\dh|h\\d\\d|\\d),? )pour (?:(?:les|nos|tous les|toutes les|mes|vos|notre|la|le) |l['’])(?-i:\\p{Ll}[\\p{Ll}'’-]*)(?: (?-i:\\p{Ll}[\\p{Ll}'’-]*)){0,3}(?= ?: ?\\p{L})",
      { kind: "aside" },
    ),
    // "une demi-heure suffit pour ce webinaire"
    fixed(
      "(?<=(?:heures?|h|minutes|min|mn|demie) )(?:suffi(?:t|sent|ra|ront|rait)|devrai(?:en)?t suffire|c['’]est (?:bien|assez|suffisant))(?: (?:largement|amplement|bien))*(?: pour (?:ce|le|cette|la)(?: webinaire| séance)?)?(?= ?(?:[,;:.)\\n–—-]|$))",
      { kind: "filler" },
    ),
    fixed(
      "(?<=@[\\w.-]+ )qui (?:est|sera) (?:en (?:congés?|vacances|déplacement|arrêt)|absente?|malade|indisponible)(?: (?:jusqu|cette|pour|depuis|dès)[^,;:.!?\\n()]*)?(?= ?[,:;.)])",
      {
        kind: "aside",
      },
    ),
    // "demain pas trop tôt, genre 10h"
    fixed(
      "(?:,? ?)(?:pas trop (?:tôt|tard)(?:,? (?:genre|disons|plutôt vers))?|genre|disons)(?=,? (?:à )?\\d{1,2} ?(?:h|heures?)(?!\\p{L})|,? midi)",
      { kind: "filler" },
    ),
    // "pas à mon nom", beside who hosts
    fixed(
      "(?:,? ?)pas (?:à|sous|sur|avec|en) (?:mon|notre) (?:nom|compte|zoom)(?: svp| stp| s['’]il (?:te|vous) plaît)?(?=[^\\n]*(?:(?<!co-?)(?:hôte|animat\\p{L}+)(?! (?:alternati|suppl|de rem))|pour [\\w.+-]+@)|(?<=(?:(?<!co-?)(?:hôte|animat\\p{L}+)(?! (?:alternati|suppl|de rem))|pour [\\w.+-]+@)[^\\n]*))",
      { kind: "filler" },
    ),
    ...ASIDES.map((source) => fixed(`${BEGINS_CLAUSE}(?:${source})`, { kind: "aside" })),
    fixed(
      "^(?:(?:merci (?:de |d['’])|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|veuillez|il faudrait|à) ?)*(?:ajouter|noter|note[rz]?|ajoute[rz]?|créer|programmer|planifier|caler|inscrire|mettre)(?: (?:ceci|cela|ça|celui-ci|ce webinaire|ce qui suit))?(?: (?:au calendrier|à l['’]agenda|dans l['’]agenda|svp|stp|s['’]il (?:te|vous) plaît|merci))* ?:",
      { kind: "filler" },
    ),
    fixed("(?:on a|j['’]ai|nous avons) besoin(?= d)", { kind: "filler" }),
    fixed(
      "aura lieu|ait lieu|soit (?:programmée?|planifiée?|prévue?|organisée?)|se (?:tiendra|déroulera)|(?:et )?(?:ça |cela |ca )?(?:durera|dure)(?= )",
      {
        kind: "filler",
      },
    ),
    fixed("(?:appelle|appelez|nomme|nommez|intitule|intitulez)-l[ea]", { kind: "intro", rank: 1 }),
    fixed("au sujet (?:de|du|des|d(?=['’]))|à propos (?:de|du|des|d(?=['’]))|concernant|(?:consacré|dédié)e? (?:à|au|aux)|portant sur", {
      kind: "intro",
      rank: 2,
    }),
    fixed("(?<=: ?)(?-i:Midis?) (?:de la |de l['’]|du |des |de |d['’])\\p{L}[\\p{L}-]+", { kind: "name" }),
    fixed("sur", { kind: "intro", rank: 2 }),
    asksToChange("^(?:veuillez |merci de |s['’]il vous plaît,? )?(?:annule|supprime|déplace|reporte|modifie)[rz]?"),
  ],
  fillers: words(
    `oui mrci merki mci bises bisous biz peux-tu pourrais-tu pourriez-vous pouvez-vous pile précises précis pourriez pourrais pouvez peux vous tu nous je on un une le la les du des de webinaire webinaires webinar webinars série créer crée créez planifier planifie planifiez programmer programme programmez
    organiser organise organisez réserver réserve réservez prévoir prévois prévoyez mettre mets mettez place en voudrais voudrions aimerais aimerions besoin avons ai faut d'un d'une svp stp s'il s’il plaît te merci bonjour
    j'ai j’ai salut veuillez bien cordialement nouveau pour est sera que date heure durée à au début agenda calendrier dans mon notre l'agenda`,
  ),
  joints: words("le la les à au aux de du des d' en dans pour pr ds et ou par avec un une chaque jusqu'au – - & dès sur"),
  names: "janvier février avril juillet septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
  terms: "webinaire inscription enregistrement obligatoire approbation répétition séances minutes après-midi".split(" "),
  states: "obligatoire requise requis activée activé désactivée automatique manuelle manuellement locale local validation approbation".split(" "),
  timeWords:
    /(?<![\p{L}\p{N}])(?:\d+(?:[.,]\d+)? ?(?:h|hrs?|min|mins|std|stunden?|minuten?|minutes?|heures?)|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|(?:en|de|mi-?|dès) (?:mars|mai)|nuits?|quinzaine|semaines?|mois|jours?|heures?|minutes?|ans?|années?|midi|minuit|matin|après-midi|soir|hier|d['’]affilée|de suite|bi-?mensuel\p{L}*|trimestriel\p{L}*|soirs|matins|quotidien\p{L}*|hebdomadaire\p{L}*|mensuel\p{L}*|chaque|tous|toutes|sauf|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|(?:à|vers) \d{1,2}|demie?|quart|trente|trimestre|veille|lendemain|week-?end|noël|pâques|\d{1,2} ?h|\d{1,2}[:.]\d{2})(?![\p{L}\p{N}])/iu,
  settingWords:
    /(?<![\p{L}\p{N}])(?:cloud|mot de passe|code secret|code d['’]accès|codes?|inscriptions?|s['’]inscrire|approbation|approuvée?s?|approuver|validation|enregistrement|enregistr(?:er|e|es|ez|ons|era)|panélistes?|intervenante?s?|répétition|(?:session|séance) d['’]entra[iî]nement|q ?[&+/] ?[ra]|questions?[- ](?:et )?réponses?)(?![\p{L}\p{N}])/iu,
  zoneWords: /(?<![\p{L}\p{N}])(?:heure locale|heure de|fuseau)(?![\p{L}\p{N}])/iu,
  numberWords:
    /(?<![\p{L}])(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante(?:-cinq)?|soixante|quatre-vingt-dix|\d+(?:e|ème))(?![\p{L}])/giu,
  turns:
    /(?<![\p{L}])(?:ne|n['’]\p{L}+|pas|aucune?|jamais|annul\p{L}+|report\p{L}+|déplac\p{L}+|au lieu|plutôt|sauf|hormis|à moins|peut-être|éventuellement|probablement|facultati\p{L}+|optionnel\p{L}*|provisoire\p{L}*|sous réserve|à confirmer|répét(?:er|ez|é|ée|er)|même|deux fois|était|avait|a eu lieu|y a-t-il|quand|\d+e? sur \d+)(?![\p{L}])/iu,
  courtesies:
    /(?<![\p{L}])(?:n['’](?:hésitez|hésite|oubliez|oublie) pas|ne pas oublier|pas (?:urgent|de problème|de souci|pressé|d['’]urgence))(?![\p{L}])/giu,
  frames,
  nameWords,
  hasPlainNouns: true,
  turning:
    /(?:^|[\s,(])(?:après|avant|vers|environ|pas|sauf|entre|au plus tard|ou|lendemain d[ue]|veille d[ue]|au lieu de|plutôt que|était|pas de (?:séance|webinaire))\s+(?:le |à |les )*$/i,
};
