import { english } from "./english/english.ts";
import type { Language } from "./facts.ts";
import { withFormLines, withoutHeaders } from "./form-lines.ts";
import { french } from "./french/french.ts";
import { german } from "./german/german.ts";
import { withoutHesitation } from "./hesitation.ts";
import { findLeadIn } from "./lead-ins.ts";
import { findLetterParts, findReplyParts, saysWhen } from "./letter.ts";
import { findContactLines, findSubject } from "./mail-lines.ts";
import { HIDDEN } from "./pattern.ts";
import { findQuotes, hide } from "./quotes.ts";
import type { Sentence } from "./sentence.ts";
import { mendSlips, noteOfSlip } from "./slips.ts";
import { withNamesOfHosts } from "./small-names.ts";
import { findSmallTalk } from "./small-talk.ts";
import { whichLanguage } from "./which-language.ts";
import { writeOut } from "./write-out.ts";

const LANGUAGES: Readonly<Record<string, Language>> = { english, german, french };

/** Makes a text ready to be read: its language, quotes and signature, slips of the pen. Null for a language that is not read. */
export const prepare = (prompt: string, assumed: string[]): Sentence | null => {
  // A control character of the text itself must not pass for a hidden part.
  const clean = withNamesOfHosts(named(withFormLines(withoutHeaders(tidy(prompt)).replace(SUBJECT_ASKS, "$1"))));
  const tongue = whichLanguage(hide(clean, [...findQuotes(clean), ...findLetterParts(clean)]));
  const language = tongue === null ? undefined : LANGUAGES[tongue];
  if (language === undefined) return null;
  const { text, slips } = mendOutsideQuotes(clean, language);
  assumed.push(...slips.map(noteOfSlip));
  const subject = findSubject(text);
  const replies = [...findReplyParts(text), ...(subject === null ? [] : [subject])];
  const quotes = findQuotes(hide(text, replies));
  const letterParts = [...replies, ...findTalk(hide(text, [...quotes, ...replies]))];
  return { text, masked: hide(text, [...quotes, ...letterParts]), quotes, letterParts, language, subject: subject?.other ?? null, slips };
};

/** The line that a mail program puts above what is passed on. */
const FORWARDS = /^\s*(?:begin forwarded message|anfang der weitergeleiteten \p{L}+|début du message (?:transféré|réexpédié)) ?:\s*\n+/iu;
/** Faces and hands at the end say how somebody feels, and name nothing. */
const FEELINGS =
  /(?:\s*[\u{1F600}-\u{1F64F}\u{1F44D}\u{1F44C}\u{1F44F}\u{1F91E}\u{1F917}\u{1F970}\u{1F972}\u{1F97A}\u{1F923}\u{1F937}\u{1F4AA}\u{2764}\u{2728}][\u{FE0F}\u{1F3FB}-\u{1F3FF}]?)+\s*$/u;
/** One space between words, no space at the ends of lines, no numbers in front of them. */
const tidy = (prompt: string): string => {
  const text = withBorders(withColons(withMarks(withoutVerbatim(unquoted(prompt.replace(FEELINGS, "").replace(FORWARDS, ""))))))
    .replace(/[^\S\n]+/g, " ")
    .replace(/(?!\n)\p{Cc}+/gu, " ");
  return (text.includes("\n") ? text.replace(/ *\n */g, "\n").replace(NUMBERED, (lines) => lines.replace(/^\d{1,2}[.)] /gm, "")) : text).trim();
};

/** "Tidy Towns Volunteers is the title.": a name that stands in front of what it is, as if it was labelled. */
const NAMES_BEHIND =
  /(?<=^|[.!?\n]\s*)(\p{Lu}(?:(?![.!?](?:\s|$))[^\n,;:\d"“„«]){1,90}?) (?:is|will be|should be|shall be|would be|ist|wird|wäre|lautet|est|sera|serait) (?:(?:the|our|its|der|das|unser|le|notre) (?:(?:working|webinar|arbeits) ?)?(title|name|topic|subject|titel|name|thema|titre|nom|sujet|thème))(?: (?:of|for) (?:it|this|the webinar)| (?:du|de ce) webinaire| des webinars)?(?=\s*(?:[.!;,\n]|$))/giu;
/** "Mittagspause mit Moos heißt das Ganze." */
const IS_CALLED =
  /(?<=^|[.!?\n]\s*)(\p{Lu}[^\n,;:.!?\d"“„«]{2,80}?) (?:heißt|heisst|nennt sich) (?:das Ganze|es|das|die (?:Reihe|Serie|Sache)|das Webinar)(?=\s*(?:[.!;,\n]|$))/gu;
/** What points back or asks is no name: "This is the title", "What is the topic". */
const POINTS = /^(?:this|that|it|here|what|which|there|das|dies|es|hier|was|ce|cela|ça|c['’]|quel|quelle|voici|il|below|above)(?!\p{L})/iu;
const named = (text: string): string =>
  findQuotes(text).length > 0
    ? text
    : text
        .replace(IS_CALLED, (all: string, name: string) => (POINTS.test(name) ? all : `Thema: ${name}`))
        .replace(NAMES_BEHIND, (all: string, name: string, label: string) =>
          POINTS.test(name) || !/^\p{Lu}/u.test(name) ? all : `${label}: ${name}`,
        );

const PASSED_ON = /^[^\S\n]*>+[^\S\n]?/gm;
/** A mail that only passes another one on: what it quotes is what it asks for, if nothing around it names a day or a number. */
const unquoted = (text: string): string => {
  if (!text.includes(">")) return text;
  const unsigned = text.replace(/\n-- ?\n[\s\S]*$/u, "");
  const own = unsigned.replace(/^[^\S\n]*>[^\n]*$/gm, "");
  if (own.trim() === "") return text.replace(PASSED_ON, "");
  return own === unsigned || saysWhen(own) || !(PASSES_ON.test(own) || ASKED_FOR.test(text)) ? text : text.replace(PASSED_ON, "");
};
/** "User request (verbatim): "set up bees, Friday 5pm"": what is in quotes is no title if it is all that says when, and asks. */
const withoutVerbatim = (text: string): string => {
  const [quote, another] = findQuotes(text);
  if (quote === undefined || another !== undefined) return text;
  const [before, behind] = [text.slice(0, quote.from), text.slice(quote.to)];
  // "The user said "45 minutes, not a second more"; the webinar is called Old Endpoints"
  if (SAYS.test(before) && /^[^\p{L}]*\p{Ll}|^\d/u.test(quote.text) && NAMED_ELSEWHERE.test(before + behind)) return before + quote.text + behind;
  if (!saysWhen(quote.text) || saysWhen(before + behind)) return text;
  if (!ASKS_IN_QUOTES.test(quote.text)) return SAYS.test(before) ? before + quote.text + behind : text;
  return `${before.trimEnd()}\n${quote.text}\n${behind.trimStart()}`.trim();
};
const SAYS =
  /(?<!\p{L})(?:said|says|saying|words? (?:were|was|are|is)|wrote|writes|asked|asks|told (?:me|us|you)|quote|verbatim|insist(?:s|ed)|put it|notes?|noted|meinte|meint|sagte|sagt|schrieb|schreibt|wörtlich|a dit|dit|écrit|demande)(?!\p{L})[^\p{L}]{0,6}(?:me |us |that |for )?["“„«'‘\s]*$/iu;
const NAMED_ELSEWHERE =
  /(?<!\p{L})(?:called|titled|entitled|named|title|topic|about|namens|heißt|titel|thema|intitulé|s['’]appelle|titre|sujet|über|sur)(?!\p{L})/iu;
const ASKS_IN_QUOTES =
  /^(?:put|pop|get|stick|add|run|host|hold|let['’]?s|do|make)(?!\p{L})|(?<!\p{L})(?:set ?up|schedule|book|create|plan|arrange|organi[sz]e|please|can (?:you|we)|could (?:you|we)|need|bitte|anlegen|einplanen|planen|webinar|webinaire|planifi\p{L}+|programm\p{L}+|cré\p{L}+|réserv\p{L}+)(?!\p{L})/iu;
/** "Our Perth people asked for\n> June 2nd" */
const ASKED_FOR = /(?:asked?(?: for)?|wants?|wanted|said|says|writes?|wrote|requested|:)\s*\n[^\S\n]*>/iu;
const PASSES_ON =
  /^\s*(?:fwd?|fw|wg|tr)(?: (?:from|by|von|de) [^\n:]{1,40})? ?:|(?<!\p{L})(?:see|as|the one|request) below|(?:please )?do (?:as|what) (?:she|he|they) (?:asks?|says?|wants?)|please (?:action|handle|see to|deal with)|fyi|forward\p{L}*|pass\p{L}* (?:this|it) on|(?:can|could|would) you (?:please )?(?:do|book|set up|sort|handle|see to|take care of|deal with)|siehe unten|weitergeleitet|voir (?:ci-dessous|plus bas)|ci-dessous|transf\p{L}+|peux-tu|kannst du|könn\p{L}+ sie/iu;
const SUBJECT_LINE = new RegExp(`^(?:${HIDDEN}+|(?:subject|betreff|objet|re|aw|fwd?) ?:[^\\n]*)(?=\\n)`, "iu");
/** "Subject: New webinar: fire doors" */
const SUBJECT_ASKS =
  /^((?:(?:subject|betreff|objet|re|aw|fwd?) ?: ?)+)(?:(?:please|new|next|another|request|booking|neues|nouveau|demande(?: de)?)(?: for)?(?: a| ein| une?)?:? )*webina(?:r|ire)(?:[- ]?(?:request|booking|anfrage|buchung))? ?(?:[:–-]|(?:on|about|zum thema|über|sur)(?= )) */iu;
/** "title colon fire doors, full stop", as a machine writes down what is dictated. */
const SPOKEN = /(?<=(?<!\p{L})(?:title|topic|subject|name|date|day|time|start|host|duration|length)) colon(?= )|,? full stop(?=[\s,.]|$)/giu;
/** Looked for first: hardly a text has one. */
const MAY_SPEAK = /colon|full stop/i;
/** Where a text has no mark at all, these words are marks: "title chair yoga comma thursday". */
const SPOKEN_MARKS = /(?:^| )(comma|period|full stop|new line)(?= |$)/giu;
/** Who says comma twice, and types none, dictates. */
const DICTATES = /^[^,;!?\n]*(?<!\p{L})comma(?!\p{L})[^,;!?\n]*(?<!\p{L})(?:comma|full stop)(?!\p{L})[^,;!?\n]*$/iu;
const withMarks = (text: string): string => {
  const marked =
    /[,.:;!?\n]/.test(text) && !DICTATES.test(text)
      ? text
      : text.replace(SPOKEN_MARKS, (_, mark: string) => (/^comma$/i.test(mark) ? "," : /line/i.test(mark) ? "\n" : "."));
  return MAY_SPEAK.test(marked) ? marked.replace(SPOKEN, (said) => (/colon/i.test(said) ? ":" : ".")) : marked;
};

/** "Topic - fire doors" in a form whose lines are all written like that. */
const DASHED =
  /((?:^|[;|] ?|[.,] )(?:webinar )?(?:topic|title|date|day|time|when|start|duration|length|host|passcode|zone|time ?zone|thema|titel|datum|uhrzeit|dauer|wann|kenncode|titre|sujet|quand|heure|durée)) ?[–=-] +(?=\S)/gimu;
/** "registration=yes; title = fire doors" */
const EQUALS =
  /(?<=(?<!\p{L})(?:topic|title|name|subject|request|webinar|event|series|date|day|time|when|start|end|duration|length|host|passcode|password|pw|registration|recording|approval|q ?& ?a|qa|panell?ists?|practi[cs]e(?: session)?|alt(?:ernative)? hosts?|zone|thema|titel|datum|uhrzeit|beginn|dauer|wann|kenncode|titre|nom|sujet|quand|heure|durée|code)) ?= ?(?=\S)/giu;
const withColons = (written: string): string => {
  const text = written.includes("=") ? written.replace(EQUALS, ": ") : written;
  return (text.match(DASHED)?.length ?? 0) > 1 ? text.replace(DASHED, "$1: ") : text;
};

/** "Genetic testing / 21 April / panelists: …": between several parts, a stroke is the border of a clause. */
const STROKE = /(?<=[^\s;]) (?:\/{1,2}|\|{1,2}|>{1,3}) (?!\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.? )?\p{Lu})(?=\S)/gu;
const withBorders = (text: string): string => ((text.match(STROKE)?.length ?? 0) > 1 ? text.replace(STROKE, "; ") : text);

/** Greeting, signature, lines of an address and small talk, each place once. */
const findTalk = (text: string): { from: number; to: number }[] => {
  // the greeting stands behind the subject
  const subject = SUBJECT_LINE.exec(text)?.[0].length ?? 0;
  const parts = findLetterParts(text.replace(SUBJECT_LINE, (line) => " ".repeat(line.length))).map(({ from, to }) => ({
    from: Math.max(from, subject),
    to,
  }));
  const leadIn = findLeadIn(text, parts.find(({ from }) => from === subject)?.to ?? subject);
  for (const part of [...(leadIn === null ? [] : [leadIn]), ...findContactLines(text), ...findSmallTalk(text)])
    if (!parts.some(({ from, to }) => part.from < to && from < part.to)) parts.push(part);
  return parts.map((part) => withoutClosing(part, text)).sort((a, b) => a.from - b.from);
};

/** "(keep it short this time, ok?)": a bracket that was opened in front stays visible. */
const withoutClosing = ({ from, to }: { from: number; to: number }, text: string): { from: number; to: number } => {
  const said = text.slice(from, to);
  return said.endsWith(")") && !said.includes("(") ? { from, to: to - 1 } : { from, to };
};

/** Lines that are counted, "1. Topic: …", "2. Date: …"; a German day of a month is no such number. */
const NUMBERED =
  /(?<=^|\n)1[.)] (?!jan|jän|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|o[kc]t|nov|de[zc])\p{L}[^\n]*(?:\n\d{1,2}[.)] (?!jan|jän|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|o[kc]t|nov|de[zc])\p{L}[^\n]*)+/giu;
const mendOutsideQuotes = (text: string, language: Language) => {
  const slips: { wrong: string; right: string }[] = [];
  let out = "";
  let from = 0;
  for (const quote of [...findQuotes(text), null]) {
    const mended = mendSlips(writeOut(withoutHesitation(text.slice(from, quote?.from ?? text.length), language)), language);
    slips.push(...mended.slips);
    out += mended.text + (quote === null ? "" : text.slice(quote.from, quote.to));
    from = quote?.to ?? text.length;
  }
  return { text: out, slips };
};
