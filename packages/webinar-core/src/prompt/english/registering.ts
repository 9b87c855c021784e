import { type Phrase, phrase, type Settings } from "../facts.ts";

const set = (settings: Settings) => ({ kind: "settings", settings }) as const;

const PEOPLE =
  "(?:all )?(?:the )?(?:attendees|participants|people|guests|members|viewers|staff|parents|everyone|everybody|they|all|those (?:who )?(?:coming|joining|attending|come|join|attend)|anyone (?:coming|joining|attending|who (?:wants to )?(?:comes?|joins?|attends?)))";
const REGISTER = "(?:register|sign up|enroll?)";
const MUST =
  "(?:must|should|ought to|(?:should |will |would )?(?:all )?(?:needs?|have|has) to|(?:are|is|will be) (?:required|asked|expected|obliged) to|(?:are|is) to)";
const EARLY = "(?: first| in advance| beforehand| ahead(?: of time)?| to (?:join|attend|come|get in|take part))";
const AND = "(?:,? ?(?:and |but |so )?)";

/** Whether people register, said of them: "people should have to register", "nobody needs to sign up". */
export const registering: readonly Phrase[] = [
  phrase(`${AND}${PEOPLE} (?:(?:shall|will|can) )?${REGISTER}${EARLY}`, () => set({ registration: "automatic" })),
  phrase(`${AND}(?:i want |we want |make |have )?${PEOPLE} ${MUST} (?:all )?${REGISTER}${EARLY}?`, () => set({ registration: "automatic" })),
  phrase(`${AND}(?:i|we) (?:want|need) ${PEOPLE} to ${REGISTER}${EARLY}?|${AND}(?:please )?(?:make|have) ${PEOPLE} ${REGISTER}${EARLY}?`, () =>
    set({ registration: "automatic" }),
  ),
  phrase(`(?<=[,;.(–] ?|- )(?:please )?(?:must|needs? to|has to|have to) ${REGISTER}${EARLY}?(?= ?(?:[,;.)\\n]|$| and ))`, () =>
    set({ registration: "automatic" }),
  ),
  // "no need to register", "nobody needs to register"
  phrase(
    `${AND}(?:there(?:['’]s| is) )?no need (?:for (?:people|anyone|anybody|attendees|participants) )?to ${REGISTER}(?: first| beforehand| in advance)?`,
    () => set({ registration: "none" }),
  ),
  phrase(
    `${AND}(?:nobody|no[ -]one|none of them) (?:must|should|(?:should |will |would )?(?:needs?|has|have) to|is (?:required|asked|expected) to) ${REGISTER}${EARLY}?`,
    () => set({ registration: "none" }),
  ),
  phrase(
    `${AND}${PEOPLE} (?:(?:do not|don['’]t|does not|doesn['’]t|won['’]t|will not|should not|shouldn['’]t)(?: (?:need|have))? to|needn['’]t|need not|should not(?: have to)?|shouldn['’]t(?: have to)?|won['’]t|will not|do not|don['’]t) ${REGISTER}${EARLY}?`,
    () => set({ registration: "none" }),
  ),
  phrase(`${AND}(?:${PEOPLE} )?(?:can |may |to )?(?:just )?(?:join|come|attend) without (?:registering|signing up|registration)`, () =>
    set({ registration: "none" }),
  ),
];
