import { InputError } from "@zoom-webinar/foundation";
import type { Fault } from "./sentence.ts";

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
  const hints = [...new Set(faults.map(({ hint }) => hint).filter((hint) => hint !== ""))];
  const unsaid = faults.flatMap((fault) => fault.unsaid ?? []);
  const isComplete = unsaid.length === faults.length;
  return new InputError(
    `prompt: ${messages.join("; ")}${places.length === 0 ? "" : `. In: ${marked}`}`,
    messages.map((message) => ({ field: "prompt", message })),
    { hint: hints.join(" "), ...(isComplete ? { details: { unsaid } } : {}) },
  );
};
