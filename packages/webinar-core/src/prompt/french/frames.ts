import { requestFrame } from "../request-frames.ts";

const POLITE = "s['’]il (?:te|vous) pla[iî]t|svp|stp|si possible";
const WHO = "(?:tu|vous|on|nous|je|quelqu['’]un|ils|elles)";
/** "le comité", "notre équipe" */
const GROUP = "(?:(?:nous|je|on|ils|elles)|j['’]|(?:le|la|l['’]|les|notre|nos|mon|ma) ?[\\p{L}'’-]+(?: [\\p{L}'’-]+)?)";
const WISH =
  "(?:voudrai(?:s|t|ent)|voudrions|aimerai(?:s|t|ent)|aimerions|souhait(?:e|ent|ons|erai[st]|erions|eraient)|désir(?:e|ent|ons|erai[st])|veux|veut|veulent|voulons|demand(?:e|ent|ons)|compt(?:e|ent|ons)|prévoi(?:t|s|ent)|prévoyons)";

/** How French asks for a webinar. */
export const frames = requestFrame({
  openers: "d['’]accord|parfait|super|très bien|entendu|merci|bien sûr|alors|et|bonjour|bonsoir|salut|donc|oui|ok|puis",
  asks: [
    `(?:peux|pourrais|pouvez|pourriez|pourrait|peut|voudrais|voulez|veux|voudriez|serait|est)[- ](?:tu|vous|on|nous|t-on|il)(?: (?:possible|envisageable|faisable) (?:de |d['’]))?`,
    `(?:est-ce que |est-ce qu['’])?${WHO} ?(?:peux|peut|pouvez|pourrais|pourrait|pourriez|pouvons|pourrions)`,
    `${GROUP} ?(?:vous |te )?(?:serai[st]|serions|saurai[st]|saurions) (?:[\\p{L}]+ ){0,2}(?:reconnaissante?s?|gré|obligée?s?|ravie?s?|heureux|heureuses?) (?:de|d['’]|si ${WHO} (?:pouviez|pouvais))(?: (?:bien )?vouloir)?`,
    `${GROUP} ?${WISH}(?: (?:bien|beaucoup|vivement))?(?: que (?:tu|vous))?`,
    "(?:un grand )?merci (?:de |d['’])(?:bien vouloir)?",
    "(?:prière |bien vouloir |veuillez )(?:de |d['’])?",
    "veuillez|bien vouloir",
    "(?:on|nous|je) (?:vais|va|allons|veut|voulons|voudrait|doit|devons)",
    "il (?:faudrait|faut|me faut|nous faut|nous faudrait|serait (?:bien|bon|possible|souhaitable) (?:de|d['’]))",
    "serait[- ]il possible (?:de |d['’])|(?:y a-t-il|y aurait-il) moyen (?:de |d['’])",
    POLITE,
    "ayez l['’](?:amabilité|obligeance) (?:de |d['’])|auriez-vous l['’](?:amabilité|obligeance) (?:de |d['’])",
  ].join("|"),
  adverbs: `${POLITE}|nous|me|m['’]|moi|aussi|donc|(?-i:bien)|également|y`,
  verbs:
    "(?:ajouter|noter|inscrire|caler|créer|programmer|planifier|organiser|réserver|prévoir|mettre(?: en place)?|fixer|placer|poser|bloquer|enregistrer|faire|tenir|proposer|monter|préparer|ouvrir|lancer|animer|présenter|offrir|avoir|glisser)(?: (?:en place|au calendrier|à l['’]agenda))?",
  objects:
    "nous|me|moi|pour nous|pour moi|au calendrier|à l['’]agenda|dans l['’]agenda|au planning|au programme|à l['’]horaire|à l['’]ordre du jour|à la grille|en ligne|sur zoom|dans le calendrier|(?:sur|dans) l['’]agenda|(?:une?|le) (?:créneau|date|place|rendez-vous) (?:pour|de|du|d['’])",
  wishes: `(?:ajoute[sz]?|note[sz]?|inscri(?:s|vez)|cale[sz]?|crée[sz]?|programme[sz]?|planifie[sz]?|organise[sz]?|réserve[sz]?|prévoi(?:s|t)|prévoyez|met(?:s|tez)|fixe[sz]?|place[sz]?|bloque[sz]?)(?:[- ](?:nous|moi))?|${GROUP} ?${WISH}(?: bien)?|il (?:nous|me) (?:faut|faudrait)|${GROUP} ?${WISH}(?: bien)? (?:que|qu['’])|(?:demande|création|réservation|programmation|planification) (?:de|d['’]|du)`,
  bare: "(?!)",
  articles: "(?-i:(?:une?|le|la|les|notre|nos) |l['’])(?=\\p{L})",
  calls:
    "(?:petite |nouvelle )?(?:demande|question|requête)(?: (?:de|d['’]) ?(?:création|réservation|programmation|planification|webinaire|inscription au calendrier))?|pour info|petit mot|réservation",
  wished: "(?:(?:une?|le|la|les|notre|nos) |l['’]|(?-i:\\p{Lu}))",
});
