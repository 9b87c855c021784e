/** The character under which a quoted part hides from every pattern; it is neither a letter nor a digit. */
export const HIDDEN = "\u0001";

/** A pattern that is compiled when it is first needed: most of a long list never are. */
export class LazyPattern {
  /** As it is written, and as the table of pieces knows it. */
  readonly source: string;
  readonly #compile: () => RegExp;
  #pattern: RegExp | undefined;

  constructor(source: string, compile: () => RegExp) {
    this.source = source;
    this.#compile = compile;
  }

  get pattern(): RegExp {
    this.#pattern ??= this.#compile();
    return this.#pattern;
  }
}

/** The last character that takes one place of a text. */
const ONE_UNIT = 0xff_ff;

/** Every match of a pattern that has the flag g, as `matchAll` finds them; that makes a copy of the pattern for each text, which is slow. */
export const findAll = (text: string, pattern: RegExp): RegExpExecArray[] => {
  // without it, the first match would be found for ever
  if (!pattern.global) throw new TypeError(`The pattern ${pattern} needs the flag g.`);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex += pattern.unicode && (text.codePointAt(match.index) ?? 0) > ONE_UNIT ? 2 : 1;
  }
  return found;
};

/** What is typed on a keyboard without accents. */
const PLAIN: Readonly<Record<string, string>> = {
  à: "a",
  â: "a",
  é: "e",
  è: "e",
  ê: "e",
  ë: "e",
  î: "i",
  ï: "i",
  ô: "o",
  ù: "u",
  û: "u",
  ç: "c",
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
};
/** "créer" as it is typed without accents: "creer". */
export const plainOf = (word: string): string => word.replace(/[àâéèêëîïôùûçäöüß]/gu, (char) => PLAIN[char] ?? char);
const ACCENTED = /\[[^\]]*\]|[àâéèêëîïôùûçäöüß]/gu;
/** "thème" finds "theme" as well, and "für" finds "fuer"; a class of characters stays as it is. */
const withoutAccents = (source: string): string =>
  source.replace(ACCENTED, (char) => (char.length > 1 ? char : `(?:${char}|${PLAIN[char] ?? char})`));

/**
 * Letters of the scripts that names come in, with the marks between them. Of all letters there are hundreds of ranges: for a text beyond Latin-1, as with a dash,
 * that makes code three times as large, and reading takes twice as long.
 */
const LETTERS = "A-Za-zªµºÀ-ÖØ-öø-ʯͰ-ҁҊ-ֿא-ײؠ-ݿऀ-ॣ\u0966-\u1fff\u3041-\u318f\u31a0-\ud7ff\uf900-\ufdff\uff21-\uff5a";
const CLASS_OR_LETTER = /\[(?:\\[\s\S]|[^\]\\])*\]|\\p\{L\}/g;
const withLetters = (source: string): string =>
  source.replace(CLASS_OR_LETTER, (part) => (part.startsWith("[") ? part.replaceAll("\\p{L}", LETTERS) : `[${LETTERS}]`));

const CASED = "(?-i:";
const ESCAPE = /^\\(?:[pP]\{[^}]+\}|u[0-9a-fA-F]{4}|.)/;

/**
 * Compiles a pattern that ignores capitals except inside `(?-i: … )`, which Node learns only with version 23:
 * a pattern with such a part names both cases of each letter outside of it instead.
 */
export const toPattern = (written: string, search: "g" | "y" = "g"): RegExp => {
  // "anything but a space" must not run on into a part that is hidden
  const source = withLetters(withoutAccents(written.replaceAll("[^", `[^${HIDDEN}`)));
  if (!source.includes(CASED)) return new RegExp(source, `${search}iu`);
  let out = "";
  let depth = 0;
  let casedAt: number | null = null;
  let isInClass = false;
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const escaped = ESCAPE.exec(rest)?.[0];
    if (escaped !== undefined) {
      out += escaped;
      at += escaped.length;
      continue;
    }
    if (!isInClass && casedAt === null && rest.startsWith(CASED)) {
      casedAt = depth;
      depth += 1;
      out += "(?:";
      at += CASED.length;
      continue;
    }
    const char = rest.charAt(0);
    if (char === "[") isInClass = true;
    else if (char === "]") isInClass = false;
    else if (!isInClass && char === "(") depth += 1;
    else if (!isInClass && char === ")") {
      depth -= 1;
      if (depth === casedAt) casedAt = null;
    }
    out += casedAt === null ? bothCases(char, isInClass, source.charAt(at + 1), source.charAt(at - 1)) : char;
    at += 1;
  }
  return new RegExp(out, `${search}u`);
};

const bothCases = (char: string, isInClass: boolean, next: string, before: string): string => {
  const [lower, upper] = [char.toLowerCase(), char.toUpperCase()];
  if (lower === upper || upper.length !== 1) return char;
  if (!isInClass) return `[${lower}${upper}]`;
  // "A-Z" in a class is kept: a range that is meant for both cases has both written out.
  return next === "-" || before === "-" ? char : `${lower}${upper}`;
};
