import type { Found } from "./facts.ts";
import { isDay, isTime } from "./sentence.ts";

/** "…, not 10 February": what follows is said to be wrong. */
const NOT_BEFORE = /[\s,;(–-]*(?:and |but |und |et )?(?:not|no longer|nicht|pas|non|et non)(?: (?:on|at|the|for|am|um|der|den|le|à))* $/iu;
/** Looked for first: hardly a text says so. */
const MAY_SAY_NOT = /(?:not|longer|nicht|pas|non)[ \p{L}]* $/iu;
/** "…, like I wrote before": without it, a webinar that exists may be meant, and which of the two it is on is not said. */
const AS_SAID =
  /^[,)]? (?:(?:like|as|which) (?:i|we) (?:said|wrote|had|put|told you|mentioned)|as (?:said|written|announced)|wie (?:ich )?(?:geschrieben|gesagt|angekündigt)(?: habe)?|comme (?:je l['’]ai )?(?:dit|écrit|annoncé))(?: (?:before|earlier|first|at first|in my (?:last|first) (?:mail|e-?mail|message)|yesterday|vorher|zuerst|avant|d['’]abord))?/iu;

const isAlike = (one: Found, other: Found): boolean =>
  one !== other && ((isDay(one) && isDay(other)) || (isTime(one) && isTime(other)) || (one.fact.kind === "length" && other.fact.kind === "length"));

/** A day, time or length that somebody takes back, beside the one that is meant: "17 February, not 10 February as I wrote". It is listed as not used. */
export const withoutCorrected = (found: readonly Found[], text: string): Found[] => {
  for (const [at, one] of found.entries()) {
    const before = isDay(one) || isTime(one) || one.fact.kind === "length" ? text.slice(0, one.from) : "";
    const not = MAY_SAY_NOT.test(before) ? NOT_BEFORE.exec(before) : null;
    if (not === null) continue;
    const from = not.index + not[0].search(/\p{L}/u);
    const meant = found.slice(0, at).findLast(({ to }) => to <= from);
    if (meant === undefined || !isAlike(meant, one) || !/^[\s,;(–-]*$/.test(text.slice(meant.to, from))) continue;
    // "not Monday 10 February": all of it is wrong
    let end = one;
    for (const other of found.slice(at + 1)) if (isAlike(one, other) && /^ ?,? ?$/.test(text.slice(end.to, other.from))) end = other;
    const said = AS_SAID.exec(text.slice(end.to))?.[0];
    if (said === undefined) continue;
    const to = end.to + said.length;
    const aside: Found = { fact: { kind: "aside" }, from, to, said: text.slice(from, to), weak: false };
    return found.flatMap((other) => (other === one ? [aside] : other.from >= one.from && other.to <= end.to ? [] : [other]));
  }
  return [...found];
};
