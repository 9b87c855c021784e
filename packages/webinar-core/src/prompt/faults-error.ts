import { InputError } from "@zoom-webinar/foundation";
import { findQuotes } from "./quotes.ts";
import type { Fault } from "./sentence.ts";

const PUT_IN_QUOTES = "Put the topic in quotes.";
/** Each piece of advice once; whoever has quotes already is not asked for them. */
const adviseOn = (faults: readonly Fault[], prompt: string): string => {
  const said = faults.flatMap(({ hint }) => hint.replace("; put the topic in quotes.", `. ${PUT_IN_QUOTES}`).split(/(?<=\.) (?=\p{Lu})/u));
  const advice = [...new Set(said.filter((one) => one !== ""))];
  const others = advice.filter((one) => one !== PUT_IN_QUOTES);
  const isAsked = others.length < advice.length && (others.length === 0 || findQuotes(prompt).length === 0);
  return [...others, ...(isAsked ? [PUT_IN_QUOTES] : [])].join(" ");
};

/** One error for all that was not understood, with the sentence marked. */
export const refuse = (prompt: string, faults: readonly Fault[], text = prompt): InputError => {
  const places = faults.flatMap(({ at }) => (at === undefined ? [] : [at])).sort((a, b) => b.from - a.from);
  let marked = text;
  let border = text.length + 1;
  for (const { from, to } of places) {
    if (to > border) continue;
    marked = `${marked.slice(0, from)}[${marked.slice(from, to)}]${marked.slice(to)}`;
    border = from;
  }
  const messages = [...new Set(faults.map(({ message }) => message))];
  const unsaid = faults.flatMap((fault) => fault.unsaid ?? []);
  const isComplete = unsaid.length === faults.length;
  return new InputError(
    `prompt: ${messages.join("; ")}${places.length === 0 ? "" : `. In: ${marked}`}`,
    messages.map((message) => ({ field: "prompt", message })),
    { hint: adviseOn(faults, prompt), ...(isComplete ? { details: { unsaid } } : {}) },
  );
};
