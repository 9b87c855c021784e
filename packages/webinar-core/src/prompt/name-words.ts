const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Which words cannot be part of the name of a webinar, in small letters, in one language. */
export interface NameWords {
  /** Nowhere in a name: pronouns, forms of "to be", verbs of who asks. */
  never: ReadonlySet<string>;
  /** A form of "to be" or "to have" alone does not yet make a request of a title: "Content is king". */
  auxiliaries: ReadonlySet<string>;
  /** These are off if a clause ends with them: "wound care update scheduled". */
  ends: ReadonlySet<string>;
  /** A piece that begins with such words up to "for", "of" or "with" speaks of the request so far: "green light for …", "a date for …". */
  opens: RegExp;
  /** In small letters at the beginning of what is left over, these belong to what stands in front of it. */
  leads: RegExp;
  /** True if the name may follow the word webinar in the middle: "die Einrichtung des Webinars Brandschutz". */
  isBehindWebinar: boolean;
  /** Not at the edge of a clause: "again", "so", "scheduled". */
  notAtEdge: ReadonlySet<string>;
  /** What a request calls the parts of a webinar; beside words of the other kinds they are none of the name either: "a date for", "the title is". */
  parts: ReadonlySet<string>;
  /** Small words, which join the words of a name and never begin or end it. */
  joints: ReadonlySet<string>;
  /** A title may be a clause behind these: "how we grew", "What you need to know". */
  opensTitle: RegExp;
}

export const ENGLISH_NAMES: NameWords = {
  never: words(
    `i we he she they him them it's it'd it'll i'm i've i'd i'll we've we'd we're we'll he'd she'd he's she's they've they'd they're they'll you'll you'd you've you're there's there'd that's that'd here's
    what's who's let's lets  everybody's  everyone's  somebody anyone anybody   is isn't are aren't was wasn't were been wld cld would could should shall might has hasn't had
    does did didn't says said asks asked asking wants wanted wishes wishing heard thinks thinking hopes hoping promised requested requesting picked chose chosen signed teh gonna wanna stick jot
    please pls plz kindly namely um er uh hmm appreciate    can't couldn't wouldn't`,
  ),
  auxiliaries: words("is are was were been has had shall they them we"),
  ends: words("exactly precisely again scheduled booked arranged created organised organized requested required sorted added onto into"),
  opens:
    /^(?:(?:the|an?|our|my|and|green|good|all|to|get|open|one|your|right|new|this|of|for me|in|zoom|webinar|diary|calendar|events?) )*(?:dates?|room|light|approval|permission|go-ahead|name|ok|okay|ahead|go|attention|favou?r|advance|slot|entry|request|title|subject|topic|desk|diary|calendar|scheduling|sounds?|waiting) (?:(?:from|by) \p{Lu}\p{Ll}+ )?(?:for|of|with|about|to (?:run|hold|do|have|put on|host|offer|schedule|book))(?: the| our| a)?(?= )/iu,
  leads: /^(?:(?:under|by) the (?:name|title) (?:of )?)/u,
  isBehindWebinar: false,
  notAtEdge: words(
    `everybody everyone nobody someone something cheers thanks thank requests again so then now also just already finally yes yep yeah sure ok okay right hold run present create schedule book add put get set arrange organise organize do make open offer confirm
    scheduled scheduling booked booking arranged arranging created creating added adding organised organized held required wanted needed needs need requested sorted agreed decided settled confirmed approved announced planned
    going goes go gets getting happening happens takes take begins begin commencing commences running runs hosting presenting holding doing having been being be will can must may have up down away in out off onto into live there here
    because since therefore hence anyway though although whether if maybe perhaps instead asap fyi me us it you well too really terribly ahead only away checking commencing say ready goes`,
  ),
  parts: words(
    `webinar webinars zoom date time title name topic subject colon start announcement notes note news attention desk approval permission go-ahead favour favor diary calendar system slot entry request list
    action reminder item agenda objections advance help moment green light form plan question word idea one members what moment this that these those here session`,
  ),
  joints: words("of the a an and for in to on at with by from or as our my your their its & + – — - into onto via per about"),
  opensTitle: /^(?:how|what|why|when|who|where|which|whose|can|should|is|are|do|does|will)(?!\p{L})/iu,
};

export const GERMAN_NAMES: NameWords = {
  never: words(
    `ich wir du ihr er es man     ihnen mir dir jemand ist sind war waren wird werden würde würden hat haben hatte hatten hätte hätten soll sollen sollte sollten muss müssen kann kannst können könnte könnten könntest
    hiermit ersuchen ersuche beauftrage bräuchte müsste müssten gibts fehlt freu freue sagt wärs dus drum dafür sorgen vergessen welches wer eintragung
    darf dürfte dürften möchte möchten möchtest magst will wollen wollt passt kommt läuft bietet braucht brauchen bräuchte bräuchten wünscht wünschen fragt fragen nehmen nimmt stünde wäre wären wärst sei gibt geht gehts findet
    bitte danke gern gerne dass weil ob deshalb daher deswegen nämlich also wenn falls damit besprochen einverstanden`,
  ),
  auxiliaries: words("ist sind war waren wird werden hat haben soll muss kann darf wir man er es"),
  ends: words(
    "nochmal wieder eingeplant erstellt angesetzt gebucht geplant eingetragen einzurichten aufzusetzen anzulegen einzuplanen laufen kommt steht",
  ),
  opens:
    /^(?:(?:der|die|das|ein|eine|einen|neuer?s?|mit|dem|den|grünes) )*(?:name[ns]?|bezeichnung|titel|thema|termin|eintrag|platz|licht|antrag|anfrage|bitte) (?:für|von|um|zu|zum|zur|mit)(?: das| den| die| ein)?(?= )/iu,
  leads: /^(?:(?:mich|uns|dich|wieder|nochmal|noch|schon|mal|auch|doch|gerne?|klar|wohl|eben|für|zu|auf|schon auf) )+(?=\p{Lu})/u,
  isBehindWebinar: true,
  notAtEdge: words(
    `nun ideal fertig dazu sehr froh mein richtest kümmerst legst trägst machst ganz hab gehen zu gewünschter vereinsleitung laut steht kommt läuft mich dich uns euch sich wieder nochmal noch mal schon dann so wohl ja nein doch auch jetzt heute machen macht bieten planen plant planst anlegen anbieten laufen eintragen einplanen einrichten erstellen erstellt ansetzen terminieren erfassen
    reinstellen einstellen aufnehmen vormerken freischalten buchen setzen legen stattfinden angesetzt geplant gebucht vereinbart bestätigt angenommen genehmigt gewünscht los rein draus dran hin fest und zwar muss bekommen kommen`,
  ),
  parts: words(
    "euch uns dich mich webinar webinars webinare webinarplanung termin titel thema name namen bezeichnung anfang beginn start tag datum uhrzeit zeit eintrag notiz hinweis wunschtermin vorschlag antrag anlage programm webinarprogramm kalender zoom neuer neues neue",
  ),
  joints: words(
    "der die das den dem des ein eine einen einem einer und oder für im in am an auf mit von vom zu zum zur bei aus über unter um unser unsere unseren & + – — -",
  ),
  opensTitle: /^(?:wie|was|warum|wer|wo|wann|welche\p{L}*|wozu|weshalb|ist|sind|kann|darf)(?!\p{L})/iu,
};

export const FRENCH_NAMES: NameWords = {
  never: words(
    `je j'ai j'aimerais j'avais tu t'es il elle on nous vous ils elles c'est c'était ça cela est sont était sera serait serais seras sommes ai avons avez ont aura aurait aurais aurais-tu puis-je peut peux pouvez pourrais pourrait pourriez
    voudrais voudrait voudrions voulons veut veux veuillez doit devons faut faudrait souhaite souhaitons souhaitez demande demandons  proposons dit veut-on peux-tu  crée créez ajoute ajoutez ajoutons ajoute-le
    planifie planifies planifiez inscris inscrivez cale calez  fixons fixez  mettez bloque bloquez  prend prenons va vas allons-y svp stp s.v.p merci donc alors oui d'accord parfait dis hé euh voilà qu'on qui puisque
    refait convient approuvé réclament  céduler rajoute prévois tente s'ajoute débutera  sollicitons  ait puis-je te me t'es m'en crées prévoyez entendus 
    crée-le  réservez l'ajoutes amitiés bises coucou mci booker`,
  ),
  auxiliaries: words("est sont était sera ai avons ont peut va nous on il elle"),
  ends: words("svp stp également aussi créé programmé planifié prévu ajouté"),
  opens:
    /^(?:(?:le|la|les|un|une|notre|du|au|feu) )*(?:nom|titre|sujet|date|place|feu|vert|demande|besoin|créneau|service|accord|part) (?:de|du|d['’]|pour)(?: le| la| les| un| une)?(?= |(?<=['’]))/iu,
  leads: /^(?:(?:te|me|donc|aussi|encore|bien|que|et|à te demander,|convient pour|passe) )+(?=\p{L})/u,
  isBehindWebinar: true,
  notAtEdge: words(
    `possible faisable passe soit se a ait demander d'inscrire installer voir dire enfin sa fixer note prochaine être mesdames messieurs chez nous avec mets créer ajouter planifier programmer inscrire d'inscrire noter caler fixer préparer prépare mettre bloquer réserver prévoir prévu monter installer organiser afficher d'afficher glisser figurer figure intégrer garde note lance faire fait encore aussi déjà bien
    bon très que si et mais sur dans avec en pour à de du créé revient manque lieu vite ainsi simplement souhaitée demandé demandée retenue décidé décidée ligne`,
  ),
  parts: words(
    "création programmation conseil membres adhérents comité équipe amour génial hâte bonté sorte place lieu besoin messieurs ligne webinaire webinaires zoom titre nom sujet thème date heure début départ jour format demande formulaire ligne point liste programme planification calendrier agenda savoir plaisir service part réflexion nouvelle prochain reste instant sorte bonté aide",
  ),
  joints: words("de du des la le les l' un une et ou à au aux en dans pour sur avec par notre nos votre vos mon ma mes & + – — - chez"),
  opensTitle: /^(?:comment|pourquoi|quand|où|qui|quoi|quelle?s?|combien|ce que|ce qui)(?!\p{L})/iu,
};
