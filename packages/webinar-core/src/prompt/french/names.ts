import type { NameWords } from "../name-words.ts";
import { words } from "../word-list.ts";

/** What no name of a webinar holds in French. */
export const nameWords: NameWords = {
  never: words(
    `je j'ai j'aimerais j'avais tu t'es il elle on nous vous ils elles c'est c'était ça cela est sont était sera serait serais seras sommes ai
    avons avez ont aura aurait aurais aurais-tu puis-je peut peux pouvez pourrais pourrait pourriez voudrais voudrait voudrions voulons veut
    veux veuillez doit devons faut faudrait souhaite souhaitons souhaitez demande demandons proposons dit veut-on peux-tu crée créez ajoute
    ajoutez ajoutons ajoute-le planifie planifies planifiez inscris inscrivez cale calez fixons fixez mettez bloque bloquez prend prenons va vas
    allons-y svp stp s.v.p merci donc alors oui d'accord parfait dis hé euh voilà qu'on qui puisque refait convient approuvé réclament céduler
    rajoute prévois tente s'ajoute débutera sollicitons ait te me m'en crées prévoyez entendus crée-le réservez l'ajoutes ferait feraient ferais ferions ferons disons m'ont m'a l'ont toi validé retenu confirmé souviens souvenez confirme prépares rappelles verrais verrait fera feront mettes mettions créiez programmes planifies ajoutes écrire permets permettons amitiés bises coucou
    mci booker`,
  ),
  auxiliaries: words("est sont était sera ai avons ont peut va nous on il elle"),
  ends: words("également aussi créé programmé planifié prévu ajouté"),
  opens:
    /^(?:(?:le|la|les|un|une|notre|du|au|feu) )*(?:nom|titre|sujet|date|place|feu|vert|demande|besoin|créneau|service|accord|part) (?:de|du|d['’]|pour)(?: le| la| les| un| une)?(?= |(?<=['’]))/iu,
  leads: /^(?:(?:te|me|donc|aussi|encore|bien|que|et|à te demander,|convient pour|passe) )+(?=\p{L})/u,
  isBehindWebinar: true,
  notAtEdge: words(
    `possible faisable passe soit se a demander d'inscrire installer voir dire enfin sa fixer note prochaine être mesdames messieurs chez avec ce
    mets créer ajouter planifier programmer inscrire noter caler préparer prépare mettre bloquer réserver prévoir prévu monter organiser
    afficher d'afficher glisser figurer figure intégrer garde lance faire fait encore aussi déjà bien bon très que si et mais sur dans en pour à
    de du créé revient manque lieu vite ainsi simplement souhaitée demandé demandée retenue décidé décidée ligne`,
  ),
  parts: words(
    `création programmation conseil membres adhérents comité équipe amour génial hâte bonté sorte place besoin webinaire webinaires zoom titre
    nom sujet thème date heure début départ jour format formulaire point liste programme planification calendrier agenda savoir plaisir service
    part réflexion nouvelle prochain reste instant aide`,
  ),
  joints: words("de du des la le les l' un une et ou à au aux en dans pour sur avec par notre nos votre vos mon ma mes & + – — - chez"),
  opensTitle: /^(?:comment|pourquoi|quand|où|qui|quoi|quelle?s?|combien|ce que|ce qui)(?!\p{L})/iu,
};
