import { fixed, type Language, phrase } from "../facts.ts";
import { numeric } from "../numeric.ts";
import { zones } from "../zones.ts";
import { days, rhythms } from "./days.ts";
import { settings } from "./settings.ts";
import { times } from "./times.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** French. */
export const french: Language = {
  phrases: [
    ...days,
    ...rhythms,
    ...times,
    ...settings,
    ...zones,
    ...numeric,
    fixed("(?:qui sera |s['’])?(?:intitulée?|appelée?|nommée?|appellera)", { kind: "intro", rank: 1 }),
    fixed("(?:avec le |le |ayant pour )?(?:titre|sujet|thème|objet)(?: (?:est|sera))? ?:?", { kind: "intro", rank: 1 }),
    fixed("au sujet (?:de |du |des |d['’])|à propos (?:de |du |des |d['’])|concernant|consacrée? (?:à |au |aux )|portant sur", {
      kind: "intro",
      rank: 2,
    }),
    fixed("sur", { kind: "intro", rank: 2 }),
    phrase("^(?:veuillez |merci de |s['’]il vous plaît,? )?(?:annule|supprime|déplace|reporte|modifie)[rz]?", () => ({
      kind: "refused",
      message: "it does not ask for a new webinar",
      hint: "A sentence schedules a webinar; use update_webinar or delete_webinar for one that exists.",
    })),
  ],
  fillers: words(
    `pourriez pourrais pouvez peux vous tu nous je on un une le la les du des de webinaire webinaires webinar webinars série créer crée créez planifier planifie planifiez programmer programme programmez
    organiser organise organisez réserver réserve réservez prévoir prévois prévoyez mettre mets mettez place en voudrais voudrions aimerais aimerions besoin avons ai faut d'un d'une svp stp s'il s’il plaît te merci bonjour
    salut veuillez bien cordialement nouveau pour est sera que date heure durée à au agenda calendrier dans mon notre l'agenda`,
  ),
  joints: words("le la les à au aux de du des d' en dans pour et ou par avec un une chaque jusqu'au – - & dès sur"),
  names: "janvier février avril juillet septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
  timeWords:
    /(?<![\p{L}\p{N}])(?:janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|(?:en|de|mi-?|dès) (?:mars|mai)|nuits?|quinzaine|semaines?|mois|jours?|heures?|minutes?|ans?|années?|midi|minuit|matin|après-midi|soir|hier|quotidien|hebdomadaire|mensuel|chaque|tous|toutes|sauf|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|demie|quart|\d{1,2} ?h|\d{1,2}[:.]\d{2})(?![\p{L}\p{N}])/iu,
  settingWords:
    /(?<![\p{L}\p{N}])(?:mot de passe|code secret|code d['’]accès|inscriptions?|s['’]inscrire|approbation|validation|enregistrement|enregistrer|panélistes?|intervenante?s?|répétition|questions?[- ](?:et )?réponses?)(?![\p{L}\p{N}])/iu,
  hasPlainNouns: true,
  turning: /(?:^|[\s,(])(?:après|avant|vers|environ|pas|sauf|entre|au plus tard|ou)\s+(?:le |à |les )*$/i,
};
