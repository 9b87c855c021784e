import { findAll, HIDDEN } from "./pattern.ts";

/** A quoted part, with its place and what stands inside. */
export interface Quote {
  from: number;
  to: number;
  text: string;
}

const QUOTED =
  /(?=["“„«»`*_<'‘‚])(?:"([^"\n]{1,400})"|[“„]([^“”„"\n]{1,400})[”“"]|«\s?([^«»\n]{1,400}?)\s?»|(?<![\p{L}\p{N}])»([^«»\n]{1,400}?)«(?![\p{L}\p{N}])|`([^`\n]{1,400})`|(?<![\p{L}\p{N}*])\*{1,2}(?! )([^*\n]{1,400})(?<! )\*{1,2}(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?! )([^_\n]{1,400})(?<! )_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}])<([^<>@\n]{1,400})>|(?<![\p{L}\p{N}])['‘‚]((?:[^'‘’\n]|['’](?=\p{L})){1,400})['’‘](?![\p{L}\p{N}]))/gu;
const CODE_BEFORE = /(?:pass ?code|pass ?word|kenncode|kennwort|passwort|code|mot de passe|secret)(?: (?:is|ist|est|lautet))?\s*:?\s*$/i;

/** Looked for first: most texts quote nothing. */
const OPENS = /["“„«»`*_<]|(?<![\p{L}\p{N}])['‘‚]/u;

/** Quoted parts, except passcodes in quotes. */
export const findQuotes = (text: string): Quote[] =>
  !OPENS.test(text)
    ? []
    : findAll(text, QUOTED).flatMap((match) => {
        const inside = match.slice(1).find((part) => part !== undefined) ?? "";
        if (inside.trim() === "" || CODE_BEFORE.test(text.slice(Math.max(0, match.index - 40), match.index))) return [];
        return [{ from: match.index, to: match.index + match[0].length, text: inside.trim() }];
      });

/** The text with some places hidden from every pattern; all other places stay where they are. */
export const hide = (text: string, places: readonly { from: number; to: number }[]): string => {
  let out = text;
  for (const { from, to } of places) out = out.slice(0, from) + HIDDEN.repeat(to - from) + out.slice(to);
  return places.length === 0 || BEYOND_ONE_BYTE.test(out) ? out : inOneByte(out);
};
const BEYOND_ONE_BYTE = /[^\0-\u00ff]/u;
/** The same text, kept with one byte for each character: what was cut from a text with “quotes” would keep two, for which every pattern is slower. */
const inOneByte = (text: string): string => Buffer.from(text, "latin1").toString("latin1");
