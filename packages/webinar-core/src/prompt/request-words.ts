import { HELLO } from "./greetings.ts";
import { startsSentence } from "./sentence.ts";
import { words } from "./word-list.ts";

/** A word of a piece, bare of its marks and in lower case, with its place in the text of the piece. */
export interface Token {
  word: string;
  bare: string;
  at: number;
}

/** Words of a request that are as well words of a name: "book circle", "event planning", "neue Regeln", "créer son entreprise". */
const NAMEABLE = words(
  `create schedule plan set setup book host organize organise arrange make add run hold have put get got mind booking setting scheduling arranging
  organising organizing creating new recurring repeating repeated series session sessions online zoom event need planning do doing going give date time
  length duration start starting beginning just each every day sharp prompt slot needs following details one single course calendar diary team all colleagues everyone
  folks madam sir aside regards place
  plane planen anlegen einplanen ansetzen aufsetzen einrichten erstellen buche buchen organisieren veranstalten machen brauchen durchführen anbieten
  neue neues reihe serie termin termine kalender dauer datum uhrzeit beginn punkt mache
  créer planifier programmer programme organiser réserver prévoir mettre besoin nouveau série heure durée début agenda calendrier`,
);
const isNameable = (bare: string): boolean => NAMEABLE.has(bare);

const WEBINAR = /^webina(?:rs?|ires?|rreihe)$/;
const VERBS =
  /^(?:create|s?hedule|schedule|plan|set|setup|book|host|organi[sz]e|arrange|make|add|run|hold|have|put|get|need|give|do|sched|mind|(?:book|sett|schedul|arrang|organi[sz]|creat|plann|do|go)ing|plane|planen|buche|buchen|erstellen|mache|anlegen|créer|planifier|programmer|programme|organiser|réserver|prévoir|mettre|besoin)$/;
/** Behind these, a verb asks. */
const ASKING = new RegExp(
  `^(?:abeg|oya|biko|please|pls|plz|can|could|would|will|shall|should|must|you|we|i|i['’]d|id|to|want|like|let['’]?s|kindly|just|also|we['’](?:d|re)|are|is|mind|${HELLO}|bitte|können|könnten?|kannst|könntest|möchten?|wir|ich|du|sie|veuillez|peux-tu|pourrais-tu|pourriez-vous|pouvez-vous|de|nous|je|faut|vous|tu)$`,
);
const GREETS = new RegExp(`^(?:${HELLO}|dear|thanks?|you|morning|liebes?|hallo|bonjour|merci)$`);
const GREETED = /^(?:team|all|colleagues|everyone|folks|sir|madam)$/;
const EVENTS = /^(?:sessions?|series|event|serie|reihe|termine?|série|slot)$/;
/** What stands before the word for an event: "a session", "new online series". */
const BEFORE_AN_EVENT =
  /^(?:an?|the|our|one|my|another|new|recurring|repeating|repeated|online|zoom|single|webina(?:rs?|ires?)|eine?n?|neuer?s?|une?|nouvelle)$/;
/** Nouns that a verb of a request makes a name with: "book circle", "run club", "set design", "Plan B". */
const MAKES_A_NAME: Readonly<Record<string, RegExp>> = {
  book: /^(?:clubs?|circles?|groups?|fairs?|launch(?:es)?|talks?|reviews?|reading|swaps?|sales?|discussions?|festivals?|lovers|writing|keeping|binding|marketing|publishing|proposals?|tours?|chats?|week|signing|exchanges?|design|illustration|repair|covers?|trade|history|awards?|tokens?|banks?)$/,
  plan: /^(?:[a-d]|reviews?|changes|comparison|administrators?|sponsors?|updates?)$/,
  run: /^(?:clubs?|clinics?|coaching|leaders?|rate|time)$/,
  set: /^(?:design(?:ers?)?|theory|texts?|building|menus?|dressing|pieces?)$/,
  host: /^(?:famil(?:y|ies)|training|cities|city|countr(?:y|ies)|communit(?:y|ies)|schools?|plants?|organi[sz]ations?)$/,
  hold: /^(?:music|times?|baggage|harmless)$/,
  schedule: /^(?:management|changes|planning|building|[a-k])$/,
  need: /^(?:for|to know|assessments?|analysis)$/,
  make: /^(?:your|do|it|or|sense|money|more)$/,
  add: /^(?:value|ons?|colou?r)$/,
  get: /^(?:started|ready|going|fit|set)$/,
  give: /^(?:back|and)$/,
  programme: /^(?:de|d['’].*|du|des|management|planning|fidélité)$/,
  créer: /^(?:sa|son|ses|ton|ta|votre)$/,
};

interface Lead {
  /** The first word that stays. */
  first: number;
  /** True if it stands behind a colon or a dash: all that follows is a title. */
  isTitle: boolean;
}

/** Where the name begins in a piece whose first words, up to `end`, may be those of a request; if both can be, they stay. */
export const findLead = (tokens: readonly Token[], end: number, before: string, text: string): Lead => {
  const bareAt = (at: number) => tokens[at]?.bare ?? "";
  const hasComma = (at: number) => text.slice(tokens[at]?.at, tokens[at + 1]?.at).includes(",");
  const border = tokens.findLastIndex(({ word }, at) => at < end && /:$|^[–—-]$|[–—]$/.test(word));
  const isTitled = border !== -1 && (before !== "" || tokens.slice(0, border + 1).some(({ bare }) => WEBINAR.test(bare)));
  const strong = tokens.findLastIndex(
    ({ bare }, at) => at > border && at < end && (WEBINAR.test(bare) || OPENS_A_REQUEST.test(bare) || asksForOne(tokens, at)),
  );
  // "for priya@example.com: schedule Fire Drills": behind the colon, a verb in small letters asks, and the name in capitals follows
  const [verb, name] = tokens.slice(border + 1);
  const asksBehind = VERBS.test(verb?.bare ?? "") && /^\p{Ll}/u.test(verb?.word ?? "") && /^\p{Lu}/u.test(name?.word ?? "");
  if (isTitled && strong === -1) return { first: border + (asksBehind ? 2 : 1), isTitle: true };
  const isRequest = (at: number): boolean => {
    const [word, last] = [bareAt(at), bareAt(at - 1)];
    if (at <= border) return true;
    // "starting a choir"
    if (/^(?:an?|the|your)$/.test(word) && BEGINS_A_NAME.test(last) && !ASKING.test(bareAt(at - 2))) return WEBINAR.test(bareAt(at + 1));
    // "should bees swarm": without a verb of a request behind it, such a word asks nothing of us
    if (STANCE.test(word) && (at === 0 || !STATES.test(word)) && (!STATES.test(word) || /^\s*,/.test(text)))
      return tokens.slice(at + 1, end).some(({ bare }) => VERBS.test(bare) || WANTS.test(bare));
    if (word === "just") return startsSentence(before) || /^\p{Lu}/u.test(tokens[at + 1]?.word ?? "");
    if (GREETED.test(word)) return GREETS.test(last);
    if (EVENTS.test(word)) return BEFORE_AN_EVENT.test(last) && !tokens.slice(at + 1).some(({ bare }) => WEBINAR.test(bare));
    // "length of stay", "programme de fidélité"
    if (LINKS.test(word)) return !(at > 0 && LINKED.test(last)) || BEFORE_AN_EVENT.test(bareAt(at - 2));
    if (word === "zoom") return /^(?:on|via|per|auf|in|sur)$/.test(last);
    return !isNameable(word);
  };
  let first = end;
  while (first > 0 && !isRequest(first - 1) && !hasComma(first - 1)) first -= 1;
  // "on Sunday at 7pm run Screen Time at Home": in small letters in front of a name in capitals, it asks as well
  const isStart = first === 0 && (startsSentence(before) || (/^\p{Ll}/u.test(tokens[0]?.word ?? "") && /^\p{Lu}/u.test(tokens[1]?.word ?? "")));
  const asks = (at: number) => VERBS.test(bareAt(at)) && !(MAKES_A_NAME[bareAt(at)]?.test(bareAt(at + 1)) ?? false);
  const isAsked = first > 0 && ASKING.test(bareAt(first - 1));
  while (first < end && asks(first) && (isAsked || (isStart && !NO_COMMAND.test(bareAt(first))))) first += 1;
  // "put down Lambing Losses"
  if (first > 0 && /^(?:put|note|jot|pencil|take|set|pop|mark|write)$/.test(bareAt(first - 1)) && /^(?:down|in|up)$/.test(bareAt(first))) first += 1;
  // "kindly fix Stock Count Coaching"
  if (
    first < tokens.length &&
    first > 0 &&
    /^(?:kindly|please|pls|plz)$/.test(bareAt(first - 1)) &&
    /^(?:fix|block|enter|log|list|announce|prepare|note)$/.test(bareAt(first))
  )
    first += 1;
  return { first, isTitle: false };
};
/** "we need a bees webinar" */
const asksForOne = (tokens: readonly Token[], at: number): boolean =>
  /^(?:an?|another|eine?n?|une?)$/.test(tokens[at]?.bare ?? "") &&
  (VERBS.test(tokens[at - 1]?.bare ?? "") || /^(?:want|like|up)$/.test(tokens[at - 1]?.bare ?? "")) &&
  tokens.slice(at).some(({ bare }) => WEBINAR.test(bare));
const STANCE = /^(?:can|could|would|will|shall|should|must|is|are|when|you|we|it|this|that|there|its)$/;
/** "Friday 3pm is off" says something of the webinar; "Friday 3pm, is your shop ready" is a name. */
const STATES = /^(?:is|are|it|this|that|there|its)$/;
const WANTS = /^(?:want|like|please|pls|plz|kindly|webina(?:rs?|ires?)|up|an?|be)$/;
const BEGINS_A_NAME = /^(?:starting|making|giving|doing|getting)$/;
const LINKS = /^(?:of|for|de|du|des|à)$/;
const LINKED = /^(?:length|time|course|day|date|calendar|mind|details|team|programme|plan|planning|place|start|event|agenda|calendrier|début|durée)$/;
/** "going green", "mind matters": at the beginning of a sentence, these ask for nothing. */
const NO_COMMAND = /^(?:mind|have|do|give|get|need|besoin|programme|programmer|\p{L}+ing)$/u;
const OPENS_A_REQUEST = new RegExp(`^(?:please|pls|plz|kindly|bitte|veuillez|merci|${HELLO}|moin|servus|salut|coucou|dear|hallo|bonjour)$`);

/** Words that say no more than that there is to be a webinar, or that thank: no title consists of them. */
const GENERIC = words(
  `new online zoom session sessions series event one single recurring webinar date time start starts duration length day sharp prompt place all team everyone
  please pls thanks thank you thx cheers bitte danke merci svp need needs set up book plan create schedule make add run hold have put it is be
  neue neues serie reihe termin termine dauer datum uhrzeit beginn nouveau série heure durée début date`,
);
/** "1pm: this is us": behind its colon, several words are a title although a request uses each of them. */
export const isTitleOfSmallWords = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 &&
  tokens.some(({ bare }) => bare !== "" && !GENERIC.has(bare)) &&
  !tokens.some(
    ({ bare }) => WEBINAR.test(bare) || OPENS_A_REQUEST.test(bare) || /^(?:can|could|would|will|i|i['’]d|id|us|thanks?|thx|danke)$/.test(bare),
  );
/** Where a request begins again behind a name: "…, please set up", "… - can you set it up"; -1 if none does. */
export const findAfterthought = (tokens: readonly Token[], first: number, isLoose: (at: number) => boolean, text: string): number => {
  for (let at = tokens.length - 1; at > first && isLoose(at); at -= 1) {
    const isBorder = /^[–—-]$/.test(tokens[at]?.word ?? "") || text.slice(tokens[at - 1]?.at, tokens[at]?.at).includes(",");
    if (isBorder && tokens.slice(at).some(({ bare }) => ASKS_AGAIN.test(bare))) return at;
    // "yoga webinar for the team"
    if (ONE_WEBINAR.test(tokens[at]?.bare ?? "") && !/^(?:an?|the|our|your|my|une?|eine?)$/.test(tokens[at - 1]?.bare ?? "")) return at;
  }
  return -1;
};
const ASKS_AGAIN = /^(?:please|pls|plz|can|could|would|will|kindly|bitte|können|könnt(?:en|est)|merci|peux-tu|pourriez-vous|svp)$/;
const ONE_WEBINAR = /^webinar(?:e)?$|^webinaire$/;
