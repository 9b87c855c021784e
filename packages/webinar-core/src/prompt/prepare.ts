import { english } from "./english/english.ts";
import type { Language } from "./facts.ts";
import { french } from "./french/french.ts";
import { german } from "./german/german.ts";
import { findLetterParts, findReplyParts } from "./letter.ts";
import { findQuotes, hide } from "./quotes.ts";
import type { Sentence } from "./sentence.ts";
import { mendSlips } from "./slips.ts";
import { whichLanguage } from "./which-language.ts";

const LANGUAGES: Readonly<Record<string, Language>> = { english, german, french };

/** Makes a text ready to be read: its language, quotes and signature, slips of the pen. Null for a language that is not read. */
export const prepare = (prompt: string, assumed: string[]): Sentence | null => {
  // A control character of the text itself must not pass for a hidden part.
  const clean = prompt
    .replace(/[^\S\n]+/g, " ")
    .replace(/(?!\n)\p{Cc}+/gu, " ")
    .replace(/ *\n */g, "\n")
    .replace(NUMBERED, (lines) => lines.replace(/^\d{1,2}[.)] /gm, ""))
    .trim();
  const tongue = whichLanguage(hide(clean, [...findQuotes(clean), ...findLetterParts(clean)]));
  const language = tongue === null ? undefined : LANGUAGES[tongue];
  if (language === undefined) return null;
  const { text, slips } = mendOutsideQuotes(clean, language);
  for (const { wrong, right } of slips) assumed.push(`"${wrong}" was read as ${right}.`);
  const replies = findReplyParts(text);
  const quotes = findQuotes(hide(text, replies));
  const letterParts = [...replies, ...findLetterParts(hide(text, [...quotes, ...replies]))];
  return { text, masked: hide(text, [...quotes, ...letterParts]), quotes, letterParts, language };
};

/** Lines that are counted, "1. Topic: …", "2. Date: …"; a German day of a month is no such number. */
const NUMBERED =
  /(?<=^|\n)1[.)] (?!jan|jän|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|o[kc]t|nov|de[zc])\p{L}[^\n]*(?:\n\d{1,2}[.)] (?!jan|jän|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|o[kc]t|nov|de[zc])\p{L}[^\n]*)+/giu;
/** "10-Dec-26", "10 Dec '26" */
const SHORT_YEAR =
  /((?<![\p{L}\p{N}])\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}(?=-)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?(?: \d{1,2}(?:st|nd|rd|th)?,?)?(?= ?['’]))(?:-| ?['’])(\d{2})(?![\p{L}\p{N}])/giu;

/** "w/ registration", "10 Dec '26" */
const writeOut = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{N}])w\/o ?(?=\p{L})/giu, "without ")
    .replace(/(?<![\p{L}\p{N}/])w\/(?!(?:th?|f|[cbe])(?!\p{L})) ?(?=\p{L})/giu, "with ")
    .replace(SHORT_YEAR, "$1 20$2");

const mendOutsideQuotes = (text: string, language: Language) => {
  const slips: { wrong: string; right: string }[] = [];
  let out = "";
  let from = 0;
  for (const quote of [...findQuotes(text), null]) {
    const mended = mendSlips(writeOut(text.slice(from, quote?.from ?? text.length)), language);
    slips.push(...mended.slips);
    out += mended.text + (quote === null ? "" : text.slice(quote.from, quote.to));
    from = quote?.to ?? text.length;
  }
  return { text: out, slips };
};
