import type { Field } from "./fields.ts";

/** Few enough to read in one line. */
const MOST_PARTS = 4;

const sampleOf = ({ kind, choices, minimum, item }: Field): unknown => {
  if (kind === "number") return minimum ?? 1;
  if (kind === "boolean") return true;
  if (kind === "choice") return choices[0];
  if (kind === "object") return {};
  if (kind === "list") return choices.length > 0 ? [choices[0]] : item === "object" ? [] : ["…", "…"];
  return "…";
};

/** What a field takes as JSON, by an object with what it must have, else with what comes first: {"name":"…","type":"single"}. */
export const jsonExample = (field: Field): string => {
  const parts = field.parts();
  const required = parts.filter(({ isRequired }) => isRequired);
  const shown = required.length > 0 ? required : parts;
  if (shown.length === 0) return '{"key": "value"}';
  return JSON.stringify(Object.fromEntries(shown.slice(0, MOST_PARTS).map((part) => [part.path.at(-1) ?? "", sampleOf(part)])));
};
