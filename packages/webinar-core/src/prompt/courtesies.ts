import { type Phrase, phrase } from "./facts.ts";

const ENDS = "(?= ?(?:[,.;:!?)\\n\\u0001]|$|[-–] |(?:on|at|for|am|um|le|à|pour) (?:the )?(?:\\d|\\p{L}+(?:day|tag|di)(?!\\p{L}))))";
const BEGINS = "(?<!(?:what|as|only|even|nur|auch|als|comme|même|seulement) )";

/** What only asks politely, in every language that is read: "if you would", "wenn möglich", "si possible". It is shown as not used. */
export const courtesies: readonly Phrase[] = [
  "if (?:you|u|we) (?:would|could|can|please|like|may|might|will|have (?:time|room|a (?:moment|minute|sec))|agree|(?:wouldn|don)['’]t mind|would be so (?:kind|good))(?: (?:please|be so (?:kind|good)))?",
  "if (?:at all )?(?:possible|poss|convenient|feasible|ok(?:ay)?|all right|alright|not too late|I may|not too much (?:trouble|bother|hassle|to ask))(?: please)?",
  "if (?:that|this|it)(?:['’]s| is| would be| will be| still)? ?(?:at all )?(?:ok(?:ay)?|fine|possible|convenient|all right|alright|suits|works|helps|suitable|agreeable|no trouble|not too much (?:trouble|bother|hassle|to ask|of a (?:bother|hassle|pain)))(?: (?:for|with|by))?(?: (?:you|u|all|everyone|everybody|us))*",
  "(?:that|it|this)?(?:['’]d| would| will)? ?be (?:really |very |so |most )?(?:great|lovely|good|fab|fantastic|brilliant|super|wonderful|appreciated|ideal|perfect)(?: if you (?:could|can|would)(?: (?:add|do|book|set up|arrange|manage) (?:it|this|that))?)?",
  "(?:much|greatly) (?:appreciated|obliged)|with (?:many )?thanks|(?:many )?thanks in advance",
  "if (?:it(?:['’]s| is)? ?(?:isn['’]t|not)?|that(?:['’]s| is)? not) too much (?:bother|trouble|hassle|to ask)(?: (?:–|-|,) (?:and )?(?:do )?say if it is)?",
  "si (?:possible|(?:vous (?:pouvez|pouviez|voulez bien)|tu (?:peux|pouvais|veux bien))|(?:cela|ça) (?:vous|te) (?:convient|va)|(?:cela|ça) (?:convient|va))",
  "if (?:(?:it|that)(?:['’]s| is) )?(?:still )?(?:free|available)|(?:wenn|falls|sofern) (?:(?:da )?(?:noch )?(?:frei|verfügbar|platz)(?: ist)?|noch möglich)|si (?:c['’]est )?(?:encore )?(?:libre|dispo(?:nible)?)",
  "(?:(?:i|we)(?:['’]ll)? owe (?:you|u|ya)|you can have) (?:one|a (?:coffee|beer|pint|drink|cake|lunch|big one|favou?r))",
  "nothing (?:more|else)|mehr (?:nicht|brauch(?:en|t) (?:wir|es|ihr) nicht)|(?:c['’]est tout|rien de plus)",
  "(?:wenn|falls|sofern) (?:möglich|machbar|es (?:(?:ihnen|dir|euch) )?(?:passt|recht ist|möglich ist|geht)|das (?:(?:so |für (?:sie|dich|euch) )?(?:passt|geht|in ordnung ist|ok ist)))",
].map((source) => phrase(`${BEGINS}(?:,? ?)(?:${source})${ENDS}`, () => ({ kind: "aside" })));
