import { tooDeepInYaml } from "@zoom-webinar/foundation";
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  parseAllDocuments,
} from "yaml";
import { type FileFault, fileError, MOST_SHOWN, type Place } from "./file-faults.ts";
import { OPEN_BRACKET, type ParserFault, withOpenBrackets } from "./open-brackets.ts";

/** One document of a YAML text: its value, and where each part of it stands. */
export interface YamlDocument {
  file: string;
  /** Place in the file, from 0. */
  index: number;
  value: unknown;
  node: Document;
  /** Where a field stands: the key for what is missing or wrong about a key, else the value. The nearest thing around it that is there. */
  placeOf(path: readonly (string | number)[], onKey?: boolean): Place;
  /** The text of a scalar as it is written, for values that YAML takes for numbers. Null for anything else. */
  sourceOf(path: readonly (string | number)[]): string | null;
}

const MOST_DOCUMENTS = 500;
const TAGGED = "a tag (!) is not accepted here; write plain values";
const TOO_DEEP = "it is nested too deeply";

/** Ours, for a key that the parser takes for a part of the value above it. */
const INDENTED_KEY = "INDENTED_KEY";

/** Words for the faults that people make; the parser's own words for the rest. */
const wordsFor = (code: string, message: string): string => {
  switch (code) {
    case "TAG_RESOLVE_FAILED":
      return TAGGED;
    case "TAB_AS_INDENT":
      return "a tab cannot indent YAML; use spaces";
    case "MULTILINE_IMPLICIT_KEY":
      return "this line is not a key with a value; write key: value, with a space after the colon";
    case INDENTED_KEY:
      return INDENTED;
    case OPEN_BRACKET:
      return `a ${message.endsWith("}") ? "brace" : "bracket"} is opened here and never closed; close it, or put the whole text in quotes`;
    case "BAD_INDENT":
      return "this line is indented differently from those around it";
    case "BLOCK_AS_IMPLICIT_KEY":
      return "a colon and a space start a new value here; put the whole text in quotes";
    case "BAD_SCALAR_START":
      return `a value that begins with ${message.at(-1)} needs quotes around it`;
    case "MISSING_CHAR":
      return /closing ["']/.test(message) ? "a quote is opened here and never closed" : plainWords(message);
    default:
      return plainWords(message);
  }
};

/** The parser's own messages that people meet, in words for people. */
const PARSER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Unexpected scalar at node end/, "there is more text behind the value; put the whole text in quotes"],
  [/^Unexpected block-seq-ind on same line/, "a list begins on a line of its own, below its key"],
  [/^Implicit map keys need to be followed by map values/, "this line has no value; write key: value"],
];

const plainWords = (message: string): string => {
  const [first = message] = message.split("\n");
  return PARSER_WORDS.find(([begins]) => begins.test(first))?.[1] ?? first.replace(/ at line \d+, column \d+:?$/, "");
};

const INDENTED =
  "this line is indented, so it belongs to the value above it; begin it where the keys around it begin, or put that whole value in quotes";

/**
 * The parser's faults, each once. A key that is indented below a value continues that value for the parser, which then blames the value's first line, twice:
 * the fault is at the key.
 */
const withIndentedKeys = (told: readonly ParserFault[]): ParserFault[] =>
  told.flatMap((fault, at): ParserFault[] => {
    const [start] = fault.pos;
    const isSame = (other: ParserFault | undefined, code: string) => other?.code === code && other.pos[0] === start;
    if (fault.code === "BLOCK_AS_IMPLICIT_KEY" && isSame(told[at + 1], "MULTILINE_IMPLICIT_KEY")) return [];
    if (fault.code !== "MULTILINE_IMPLICIT_KEY" || !isSame(told[at - 1], "BLOCK_AS_IMPLICIT_KEY")) return [fault];
    return [{ ...fault, code: INDENTED_KEY }];
  });

/** Where a fault is shown: behind the spaces of its line, and for a quote that is never closed where it is opened. */
const placeOfFault = (text: string, { code, message, pos }: ParserFault): number => {
  const [start, end] = pos;
  if (code === INDENTED_KEY) {
    const line = text.lastIndexOf("\n", end - 1) + 1;
    return line + (/^ */.exec(text.slice(line))?.[0].length ?? 0);
  }
  if (code === "BAD_INDENT") return start + (/^ */.exec(text.slice(start))?.[0].length ?? 0);
  if (code !== "MISSING_CHAR" || !/closing ["']/.test(message)) return start;
  const quote = /closing (["'])/.exec(message)?.[1] ?? '"';
  const opened = [...text.slice(0, start).matchAll(new RegExp(`(?:^|[\\s:,[{-])(${quote})`, "g"))].at(-1);
  return opened === undefined ? start : opened.index + opened[0].length - 1;
};

const placeIn = (file: string, text: string, offset: number): Place => {
  const before = text.slice(0, offset);
  return { file, line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
};

/** What git leaves in a file that two people changed. */
const MERGE_MARK = /^(<{7}|={7}|>{7})( |$)/m;
const IN_MERGE = "these are the marks of a merge that is not finished; decide which lines stay";
const ODD_SPACE = /^[\u00a0\u2000-\u200b\u3000]/;

/**
 * Reads a YAML text. Anchors, aliases, tags and merge keys are refused: a file of webinars needs none, and they can make a small text endless.
 * Throws `InputError` with file, line and column for what is not plain YAML.
 */
export const readYaml = (file: string, withMark: string): YamlDocument[] => {
  const lines = new LineCounter();
  const text = withMark.replace(/^\u{feff}/u, "");
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const merge = MERGE_MARK.exec(text);
  if (merge !== null) throw fileError([{ ...placeIn(file, text, merge.index), at: "", message: IN_MERGE }]);
  const deep = tooDeepInYaml(text, { Lexer, Parser });
  if (deep !== null) throw fileError([{ ...placeIn(file, text, deep), at: "", message: TOO_DEEP }]);
  // The parser compares each key of a map with all before it; `faultsOfNode` finds repeated keys in one pass.
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, version: "1.2" });
  const documents: Document[] = Array.isArray(parsed) ? parsed : [];
  // After the last line of --- there is no webinar if nothing follows.
  const filled = documents.filter(
    ({ contents, errors }) => (contents !== null && !(isScalar(contents) && contents.value === null)) || errors.length > 0,
  );
  const found = filled.map((document) => faultsOf(document, text, at));
  const faults = found.flatMap((one) => one.faults);
  if (faults.length > 0)
    throw fileError(
      faults,
      found.reduce((sum, { further }) => sum + further, 0),
    );
  if (filled.length === 0) throw fileError([{ file, line: 1, column: 1, at: "", message: "holds no webinar" }]);
  if (filled.length > MOST_DOCUMENTS)
    throw fileError([{ file, line: 1, column: 1, at: "", message: `holds ${filled.length} webinars; at most ${MOST_DOCUMENTS} go together` }]);
  return filled.map((node, index) => ({
    file,
    index,
    node,
    value: toValue(node.contents),
    placeOf: (path, onKey = false) => at(offsetOf(node, path, onKey)),
    sourceOf: (path) => {
      const found = node.getIn(path, true);
      return isScalar(found) && typeof found.source === "string" ? found.source : null;
    },
  }));
};

const MOST_LEVELS = 100;

interface Faults {
  faults: FileFault[];
  /** How many more there are; their places are not looked for. */
  further: number;
}

const faultsOf = (document: Document, text: string, at: (offset: number) => Place): Faults => {
  const told = withIndentedKeys(withOpenBrackets([...document.errors, ...document.warnings], text));
  const faults = told
    .slice(0, MOST_SHOWN)
    .map((fault) => ({ ...at(placeOfFault(text, fault)), at: "", message: wordsFor(fault.code, fault.message) }));
  if (faults.length > 0) return { faults, further: told.length - faults.length };
  let further = 0;
  const refuse = (node: Node, message: string) => {
    if (faults.length === MOST_SHOWN) {
      further += 1;
      return;
    }
    const start = node.range?.[0] ?? 0;
    // A node begins behind its anchor and its tag.
    const lead = /(?:[&!]\S*[ \t]+)+$/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1, start))?.[0] ?? "";
    faults.push({ ...at(start - lead.length), at: "", message });
  };
  let level: unknown[] = [document.contents];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return { faults: [{ ...at(0), at: "", message: TOO_DEEP }], further: 0 };
    for (const node of level) if (isNode(node)) faultsOfNode(node, refuse);
    level = level.flatMap((node): unknown[] => {
      if (isPair(node)) return [node.key, node.value];
      return isCollection(node) ? node.items : [];
    });
  }
  return { faults, further };
};

const faultsOfNode = (node: Node, refuse: (node: Node, message: string) => void): void => {
  if (isAlias(node)) return void refuse(node, `*${node.source} is an alias; write out what it stands for`);
  if (node.anchor) return void refuse(node, `&${node.anchor} is an anchor, which is not accepted here`);
  if (node.tag !== undefined) return void refuse(node, TAGGED);
  if (isMap(node)) {
    const keys = new Set<string>();
    for (const { key } of node.items) {
      if (!isScalar(key) || typeof key.value !== "string") refuse(isNode(key) ? key : node, "a key must be a plain word");
      else if (ODD_SPACE.test(key.value)) refuse(key, "this line begins with a space that YAML does not accept; use plain spaces");
      else if (key.value === "<<") refuse(key, "<< merges another part; write out what it stands for");
      else if (keys.has(key.value)) refuse(key, "this key appears twice; keep one of them");
      else keys.add(key.value);
    }
  }
};

/** The plain value of a checked node: no aliases are left in it. */
const toValue = (node: unknown): unknown => {
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : "", toValue(value)]));
  if (isSeq(node)) return node.items.map(toValue);
  return isScalar(node) ? (node.value ?? null) : null;
};

const offsetOf = (document: Document, path: readonly (string | number)[], onKey: boolean): number => {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step));
      if (pair === undefined) return offset;
      const key = isNode(pair.key) ? pair.key.range?.[0] : undefined;
      const value = isNode(pair.value) ? pair.value.range?.[0] : undefined;
      const isLast = depth === path.length - 1;
      offset = (isLast && !onKey ? value : key) ?? key ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
};
