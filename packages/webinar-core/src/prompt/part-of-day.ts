import type { Found } from "./facts.ts";

/** "7pm, 18 May, Evening clinic for resellers": behind a time that needs no part of the day, such a word begins the topic. */
export const opensTopic = (one: Found, found: readonly Found[], text: string): boolean => {
  const times = found.filter((other) => other.fact.kind === "time" || other.fact.kind === "range");
  const isSure = times.every(({ fact }) => {
    const clock = fact.kind === "time" ? fact.clock : fact.kind === "range" ? fact.to : null;
    return clock !== null && (clock.half !== null || clock.exact);
  });
  if (times.length === 0 || !isSure || !/^ \p{L}{2}/u.test(text.slice(one.to)) || /^(?:in|on|the|at|am|im|le|l['’]|of) ?/i.test(one.said))
    return false;
  if (found.some((other) => other.from >= one.to && other.from - one.to < 3)) return false;
  return /[,;:–—\n] ?$| - $/.test(text.slice(0, one.from)) || (/^\p{Lu}/u.test(one.said) && one.from > 0);
};
