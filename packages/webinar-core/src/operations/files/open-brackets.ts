import { CST, Lexer } from "yaml";

/** A fault as the parser tells it, by places in the text. */
export interface ParserFault {
  code: string;
  message: string;
  pos: readonly [number, number];
}

/** Ours, for a bracket or a brace that is never closed: its place is where it is opened. */
export const OPEN_BRACKET = "OPEN_BRACKET";

const isUnclosed = ({ message }: ParserFault): boolean => /^Flow (?:map|sequence) .*end with a [\]}]$/.test(message);
const isOpenQuote = ({ message }: ParserFault): boolean => /closing ["']/.test(message);

interface Opened {
  offset: number;
  /** The end of these is there, but the parser takes it for that of one inside them: they are not at fault. */
  isClosedByText: boolean;
}

/** What the lexer says in between and is not in the text. */
const UNWRITTEN = ["doc-mode", "flow-error-end", "scalar"];
const PARTNERS: Readonly<Record<string, string>> = { "flow-seq-end": "flow-seq-start", "flow-map-end": "flow-map-start" };

/** Brackets and braces that the parser finds no end for, in the order of the text. */
const openedIn = (text: string): Opened[] => {
  const found: Opened[] = [];
  const open: { type: string; offset: number }[] = [];
  let offset = 0;
  for (const source of new Lexer().lex(text)) {
    const type = CST.tokenType(source) ?? "";
    if (type === "flow-seq-start" || type === "flow-map-start") open.push({ type, offset });
    const partner = open.findLastIndex((one) => one.type === PARTNERS[type]);
    if (partner !== -1) {
      const [closed, ...inside] = open.splice(partner);
      if (closed !== undefined && inside.length > 0) found.push({ offset: closed.offset, isClosedByText: true });
      found.push(...inside.map((one) => ({ offset: one.offset, isClosedByText: false })));
    }
    if (type === "flow-error-end" || type === "doc-mode") found.push(...open.splice(0).map((one) => ({ offset: one.offset, isClosedByText: false })));
    if (!UNWRITTEN.includes(type)) offset += source.length;
  }
  found.push(...open.map((one) => ({ offset: one.offset, isClosedByText: false })));
  return found.sort((a, b) => a.offset - b.offset);
};

/**
 * The parser's faults, with a bracket that is never closed told where it is opened: the parser blames the line behind it, and what it takes for a part of the
 * brackets. A quote that is never closed holds the brackets' end, and is told alone.
 */
export const withOpenBrackets = (told: readonly ParserFault[], text: string): ParserFault[] => {
  if (!told.some(isUnclosed)) return [...told];
  const left = openedIn(text);
  const quote = told.find(isOpenQuote)?.pos[0] ?? Number.POSITIVE_INFINITY;
  const spans: (readonly [number, number])[] = [];
  const moved = told.flatMap((fault): ParserFault[] => {
    if (!isUnclosed(fault)) return [fault];
    const [end] = fault.pos;
    const at = left.findLastIndex(({ offset }) => offset < end);
    if (end >= quote) return [];
    const [opened] = at === -1 ? [] : left.splice(at, 1);
    if (opened === undefined) return [fault];
    spans.push([opened.offset, end]);
    return opened.isClosedByText ? [] : [{ ...fault, code: OPEN_BRACKET, pos: [opened.offset, end] }];
  });
  const isInside = ({ pos: [start] }: ParserFault) => spans.some(([from, to]) => from < start && start <= to);
  return moved.filter((fault) => fault.code === OPEN_BRACKET || isUnclosed(fault) || isOpenQuote(fault) || !isInside(fault));
};
