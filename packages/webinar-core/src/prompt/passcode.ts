/** The words for a passcode in one language, and those that only speak of one. */
interface PasscodeWords {
  /** In front of the word: "with", "and the". */
  leads: string;
  names: string;
  /** "is", "should be" */
  is: string;
  /** Behind a bare word, these begin the next part of the sentence. */
  joins: string;
}

const CODE = "[^\\s\"“”‘'’«»,;]*[^\\s\"“”‘'’«»,;:.!?…–—-]";
const OPEN = "[\"“„‘'«]";
const CLOSE = "[\"“”’'»]";

/**
 * The pattern of a passcode with its name: behind a sign, "is" or in quotes, any word; alone, a word with a digit, or one that ends its clause.
 * "Code of conduct" and "Passwort Manager im Alltag" are names.
 */
export const passcodePattern = ({ leads, names, is, joins }: PasscodeWords): string =>
  `${leads}(?:${names})(?: ?[:=] ?${OPEN}? ?(${CODE})(?: ?${CLOSE})?| (?:${is})(?![\\p{L}\\p{N}]) ?[:=]? ?${OPEN}? ?(${CODE})(?: ?${CLOSE})?| ?${OPEN} ?(${CODE}) ?${CLOSE}| ([^\\s"“”«»,;]*\\d(?:${CODE})?)| (${CODE})(?= ?(?:[,;.!?)\\n]|[-–] |$)| (?:${joins})(?![\\p{L}\\p{N}])| (?:on|at|from|am|um|ab|le|à|dès) (?:the )?\\d))`;

/** The passcode, from the groups of the pattern. Zoom takes no brackets and no quotes in one: "a password (Tulip77)" names what stands in them. */
export const passcodeOf = (groups: readonly (string | undefined)[]): string =>
  (groups.find((group) => group !== undefined) ?? "").replace(/^[([{"'“„«»‘]+|[)\]}"'”“«»’]+$/gu, "");
