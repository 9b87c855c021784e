import type { NameWords } from "../name-words.ts";
import { words } from "../word-list.ts";

/** What no name of a webinar holds in English. */
export const nameWords: NameWords = {
  never: words(
    `i we he she they him them it's it'd it'll i'm i've i'd i'll we've we'd we're we'll he'd she'd he's she's they've they'd they're they'll
    you'll you'd you've you're there's there'd that's that'd here's what's who's let's lets everybody's everyone's somebody anyone anybody is
    isn't are aren't was wasn't were been wld cld would could should shall might has hasn't had does did didn't says said asks asked asking
    want wants wanted wishes wishing heard thinks thinking hopes hoping promised requested requesting picked chose chosen signed teh gonna wanna
    jot please pls plz kindly namely um er uh hmm lol lmao haha hehe btw tbh obvs obvz lmk prob probs probably pleeease pleease plss ya innit kinda dunno tho appreciate can't couldn't wouldn't`,
  ),
  auxiliaries: words("is are was were been has had shall they them we"),
  ends: words(
    "exactly precisely again scheduled booked arranged created organised organized required sorted lined slotted pencilled penciled noted added onto into gets",
  ),
  opens:
    /^(?:(?:the|an?|our|my|and|green|good|all|to|get|open|one|your|right|new|this|of|for me|in|zoom|webinar|diary|calendar|events?) )*(?:dates?|room|light|approval|permission|go-ahead|name|ok|okay|ahead|go|attention|favou?r|advance|slot|entry|request|title|subject|topic|desk|diary|calendar|scheduling|sounds?|waiting) (?:(?:from|by) \p{Lu}\p{Ll}+ )?(?:for|of|with|about|to (?:run|hold|do|have|put on|host|offer|schedule|book))(?: the| our| a)?(?= )/iu,
  leads: /^(?:(?:under|by) the (?:name|title) (?:of )?|(?:so |and |ok )?(?:its|thats) (?:the |our |an? )?(?=\p{L}))/u,
  isBehindWebinar: false,
  notAtEdge: words(
    `stick thx tks tyvm sry soz its thats everybody everyone nobody someone something cheers thanks thank requests again so then now also just already finally yes yep yeah sure ok
    okay right hold run present create schedule book add put get set arrange organise organize do make open offer confirm scheduled scheduling
    booked booking arranged arranging created creating added adding organised organized held required needed needs need sorted agreed decided
    settled confirmed approved announced planned going goes go gets getting happening happens takes take begins begin commencing commences
    running runs hosting presenting broadcasting streaming airing holding doing having being be will can must may have up down away in out off onto into live there here
    because since therefore hence anyway though although whether if maybe perhaps instead asap fyi me us it you well too really terribly ahead
    only checking say ready`,
  ),
  parts: words(
    `webinar webinars zoom date time title name topic subject colon start announcement notes note news attention desk approval permission
    go-ahead favour favor diary calendar system slot entry request list action reminder item agenda objections advance help moment green light
    form plan question word idea one members what this that these those session like love prefer welcome`,
  ),
  joints: words("of the a an and for in to on at with by from or as our my your their its & + – — - into onto via per about"),
  opensTitle: /^(?:how|what|why|when|who|where|which|whose|can|should|is|are|do|does|will)(?!\p{L})/iu,
};
