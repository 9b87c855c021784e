/** The part of the `yaml` package that goes through a text token by token, and never a call deeper for a level. */
interface YamlTokens {
  Lexer: new () => { lex(text: string): Iterable<string> };
  Parser: new () => { next(source: string): Iterable<unknown>; readonly offset: number; readonly stack: readonly { readonly type: string }[] };
}

/** Deeper files are nobody's; what composes a document goes a call deeper for each level, which may end the process. */
const MOST_LEVELS = 100;
const LEVELS = ["block-map", "block-seq", "flow-collection"];

/** Where a YAML text is nested deeper than 100 levels, to be asked before it is parsed; null if it is not. */
export const tooDeepInYaml = (text: string, { Lexer, Parser }: YamlTokens): number | null => {
  const parser = new Parser();
  for (const source of new Lexer().lex(text)) {
    const { offset } = parser;
    for (const _token of parser.next(source));
    const { stack } = parser;
    if (stack.length > MOST_LEVELS && stack.filter(({ type }) => LEVELS.includes(type)).length > MOST_LEVELS) return offset;
  }
  return null;
};
