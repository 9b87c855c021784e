// What a regular expression asks of a text before it is worth trying: pieces of text of which each match holds one, and what a match can begin with. The
// first is what RE2 calls a prefilter. Both may ask too little, and never too much; prompt/prefilter.test.ts compares them with real matches.

/** Alternatives beyond these are no longer written out one by one. */
const MOST_STRINGS = 60;
/** A list of pieces longer than this is hardly quicker than the pattern. */
const MOST_PIECES = 150;
/** Characters of a piece that are looked for; more of them find hardly less. */
const LONGEST_PIECE = 5;
const MOST_IN_CLASS = 6;

const ATOM = /\\(?:[pP]\{[^}]+\}|u[0-9a-fA-F]{4}|.)|\[(?:\\.|[^\]\\])*\]|[^()|\\[\]]/suy;
const GROUP = /\((?:\?(?:<?[=!]|:))?/y;
const REPEATS = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y;
/** Places in a text, and no characters. */
const PLACES = new Set(["^", "$", "\\b", "\\B"]);

/** A pattern as a tree: { alternatives }, { parts }, { part, min, max }, { looks, part }, { atom } and { back }, for what was matched before. */
export const parsePattern = (source) => {
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) at += match[0].length;
    return match;
  };
  const takeAlternatives = () => {
    const alternatives = [takeSequence()];
    while (source[at] === "|") {
      at += 1;
      alternatives.push(takeSequence());
    }
    return alternatives.length === 1 ? alternatives[0] : { alternatives };
  };
  const takeSequence = () => {
    const parts = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") parts.push(withRepeats(takeOne()));
    return { parts };
  };
  const takeOne = () => {
    const opened = take(GROUP)?.[0];
    if (opened === undefined) {
      const atom = take(ATOM)?.[0];
      if (atom === undefined) throw new Error(`cannot read the pattern ${source} at ${at}`);
      if (PLACES.has(atom)) return { parts: [] };
      return /^\\[1-9]/.test(atom) ? { back: atom } : { atom };
    }
    const part = takeAlternatives();
    at += ")".length;
    const looks = /[=!]$/.exec(opened)?.[0];
    return looks === undefined ? part : { looks, part };
  };
  const withRepeats = (part) => {
    const repeats = take(REPEATS);
    if (repeats === null) return part;
    const [said, least, more, most] = repeats;
    if (least === undefined) return { part, min: said[0] === "+" ? 1 : 0, max: said[0] === "?" ? 1 : Number.POSITIVE_INFINITY };
    return { part, min: Number(least), max: more === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most) };
  };
  return takeAlternatives();
};

/** The few characters that an atom stands for, folded; null if they are many. */
const charactersOf = (atom, foldText) => {
  if (atom === "." || /^\\[pPsSwWD]/.test(atom)) return null;
  if (!atom.startsWith("[")) return [foldText(plain(atom))];
  if (atom.startsWith("[^")) return null;
  const found = new Set();
  const members = [...atom.slice(1, -1).matchAll(/\\(?:[pP]\{[^}]+\}|u[0-9a-fA-F]{4}|.)|[^\\]/gsu)].map(([one]) => one);
  for (let at = 0; at < members.length; at += 1) {
    const one = members[at];
    if (/^\\[pPsSwWD]/.test(one)) return null;
    const last = members[at + 1] === "-" ? members[at + 2] : undefined;
    if (last === undefined) {
      found.add(foldText(plain(one)));
      continue;
    }
    for (let code = plain(one).codePointAt(0); code <= plain(last).codePointAt(0); code += 1) {
      found.add(foldText(String.fromCodePoint(code)));
      // a script has tens of thousands
      if (found.size > MOST_IN_CLASS) return null;
    }
    at += 2;
  }
  return found.size > MOST_IN_CLASS ? null : [...found];
};

const NAMED = { "\\d": "0", "\\n": "\n", "\\t": "\t", "\\r": "\r" };
const plain = (atom) =>
  NAMED[atom] ??
  (/^\\u/.test(atom) ? String.fromCharCode(Number.parseInt(atom.slice(2), 16)) : atom.length > 1 && atom[0] === "\\" ? atom.slice(1) : atom);

const join = (heads, tails) => [...new Set(heads.flatMap((head) => tails.map((tail) => head + tail)))];
/** The beginnings or the ends of texts, short enough to be joined to what stands beside them. */
const edges = (texts, side) => {
  const cut = (length) => [...new Set(texts.map((text) => (side === "head" ? text.slice(0, length) : text.slice(-length))))];
  const [long, short] = [cut(4), cut(2)];
  return long.length <= MOST_STRINGS ? long : short.length <= 2 * MOST_STRINGS ? short : [""];
};
const asPieces = (texts) => (texts.length <= MOST_PIECES && texts.every((text) => text.length > 1) ? texts : null);
/** Long pieces are rarer, and few pieces are rarer than many. */
const worth = (pieces) => {
  if (pieces === null) return -1;
  const shortest = Math.min(...pieces.map(({ length }) => length));
  return shortest > 2 ? 1000 - pieces.length + Math.min(shortest, 6) * 30 : 500 - pieces.length * 3;
};
const rarer = (...lists) => lists.reduce((best, one) => (worth(one) > worth(best) ? one : best), null);

/** `texts` if a match is one of few, else how it begins and ends; `pieces` of which it holds one, beside those. */
const NOTHING = { texts: [""], pieces: null };
const ANYTHING = { texts: null, pieces: null, heads: [""], tails: [""] };
const headsOf = ({ texts, heads }) => texts ?? heads;
const tailsOf = ({ texts, tails }) => texts ?? tails;
const piecesOf = ({ texts, pieces }) => rarer(pieces, texts === null ? null : asPieces(texts));

const follow = (before, next) => {
  if (before.texts !== null && next.texts !== null && before.texts.length * next.texts.length <= MOST_STRINGS)
    return { texts: join(before.texts, next.texts), pieces: rarer(before.pieces, next.pieces) };
  const [tails, heads] = [tailsOf(before), headsOf(next)];
  const seam = tails.length * heads.length <= MOST_PIECES ? join(tails, heads) : null;
  return {
    texts: null,
    pieces: rarer(piecesOf(before), piecesOf(next), seam === null ? null : asPieces(seam)),
    heads: before.texts === null ? before.heads : edges(seam ?? before.texts, "head"),
    tails: next.texts === null ? next.tails : edges(seam ?? next.texts, "tail"),
  };
};

const study = (node, foldText) => {
  const inside = (part) => study(part, foldText);
  if ("back" in node) return ANYTHING;
  if ("looks" in node) return node.looks === "=" ? { texts: [""], pieces: piecesOf(inside(node.part)) } : NOTHING;
  if ("atom" in node) {
    const characters = charactersOf(node.atom, foldText);
    return characters === null ? ANYTHING : { texts: characters, pieces: null };
  }
  if ("parts" in node) return node.parts.map(inside).reduce(follow, NOTHING);
  if ("alternatives" in node) {
    const ways = node.alternatives.map(inside);
    const pieces = ways.map(piecesOf);
    const texts = ways.every((way) => way.texts !== null) ? [...new Set(ways.flatMap((way) => way.texts))] : null;
    // what a look ahead asks for in one of the ways may be lost here
    if (texts !== null && texts.length <= MOST_STRINGS)
      return { texts, pieces: pieces.every((one) => one !== null) ? asPieces(pieces.flat()) : null };
    return {
      texts: null,
      pieces: pieces.every((one) => one !== null) ? asPieces([...new Set(pieces.flat())]) : null,
      heads: edges(ways.flatMap(headsOf), "head"),
      tails: edges(ways.flatMap(tailsOf), "tail"),
    };
  }
  const { part, min, max } = node;
  const once = inside(part);
  if (min === 0) return max === 1 && once.texts !== null ? { texts: [...new Set(["", ...once.texts])], pieces: null } : ANYTHING;
  if (once.texts !== null && max <= 3) {
    const counted = [];
    let texts = [""];
    for (let count = 1; count <= max; count += 1) {
      texts = join(texts, once.texts);
      if (count >= min) counted.push(...texts);
      if (counted.length > MOST_STRINGS) break;
    }
    if (counted.length <= MOST_STRINGS) return { texts: [...new Set(counted)], pieces: once.pieces };
  }
  return { texts: null, pieces: piecesOf(once), heads: edges(headsOf(once), "head"), tails: edges(tailsOf(once), "tail") };
};

/** Pieces of folded text of which each match holds at least one; null if there are no such pieces. */
export const requiredPieces = ({ source }, foldText) => {
  const pieces = piecesOf(study(parsePattern(source), foldText));
  return pieces === null ? null : withoutLonger(withoutLonger(pieces).map((piece) => piece.slice(0, LONGEST_PIECE))).sort();
};
/** A piece that holds another says nothing more. */
const withoutLonger = (pieces) => [...new Set(pieces)].filter((piece) => !pieces.some((other) => other !== piece && piece.includes(other)));

/** Characters of a beginning; more of them find hardly less. */
const LONGEST_BEGINNING = 3;
/** A class of more characters than this is not written out behind the first. */
const MOST_IN_BEGINNING = 12;
/** "(?!)", which matches nowhere. */
const isNever = ({ looks, part }) => looks === "!" && part.parts?.length === 0;
/** Behind a beginning of which nothing more is said. */
const OPEN = "…";
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/**
 * What a match can begin with, in folded ASCII, up to three characters each; fewer if anything may follow them. Null if it can begin with anything.
 * Characters beyond ASCII are not told: a text that has one there is always worth a try.
 */
export const beginningsOf = ({ source, flags }, foldText) => {
  const isDone = (text) => text.endsWith(OPEN) || text.length === LONGEST_BEGINNING;
  const cut = (text) => (text.length > LONGEST_BEGINNING ? text.slice(0, LONGEST_BEGINNING) : text);
  const append = (texts, more) => new Set([...texts].flatMap((text) => (isDone(text) ? [text] : more().map((next) => cut(text + next)))));
  const charactersAt = (atom, isFirst) => {
    const one = new RegExp(`^${atom}$`, flags.replace(/[gy]/g, ""));
    const found = [...new Set(ASCII.filter((character) => one.test(character)).map(foldText))];
    return isFirst || (found.length > 0 && found.length <= MOST_IN_BEGINNING) ? found : [OPEN];
  };
  const note = (node, isFirst) => {
    if ("back" in node) return [OPEN];
    if ("looks" in node) return isNever(node) ? [] : [""];
    if ("atom" in node) return charactersAt(node.atom, isFirst);
    if ("parts" in node) return [...node.parts.reduce((texts, part) => append(texts, () => note(part, isFirst && texts.has(""))), new Set([""]))];
    if ("alternatives" in node) return [...new Set(node.alternatives.flatMap((way) => note(way, isFirst)))];
    const { part, min, max } = node;
    const counted = new Set(min === 0 ? [""] : []);
    let texts = new Set([""]);
    // an empty part may stand as often as it likes: what comes first is found with the first
    for (let count = 1; count <= Math.min(max, min + LONGEST_BEGINNING); count += 1) {
      texts = append(texts, () => note(part, isFirst && texts.has("")));
      if (count >= min) for (const text of texts) counted.add(text);
    }
    return [...counted];
  };
  const all = new Set(note(parsePattern(source), true).map((text) => (text.endsWith(OPEN) ? text.slice(0, -1) : text)));
  if (all.has("")) return null;
  return [...all].filter((text) => ![...text.slice(0, -1)].some((_, at) => all.has(text.slice(0, at + 1)))).sort();
};
