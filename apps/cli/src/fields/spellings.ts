import type { Field } from "./fields.ts";

const dashed = ({ path }: Field): string => `--${path.map((name) => name.replaceAll("_", "-")).join("-")}`;
const last = ({ path }: Field): string => `--${(path.at(-1) ?? "").replaceAll("_", "-")}`;

/**
 * Other ways to write the flag of a field inside an object, which nobody has to know: "--recurrence-type" and "--weekly-days" for
 * "--recurrence.type" and "--recurrence.weekly-days". None that two fields would share, or that is a flag already.
 */
export const spellingsOf = (fields: readonly Field[], taken: readonly string[]): ReadonlyMap<Field, readonly string[]> => {
  const inner = fields.filter(({ path }) => path.length > 1);
  const counts = new Map<string, number>();
  for (const flag of [...taken, ...fields.map(({ flag }) => flag), ...inner.flatMap((field) => [dashed(field), last(field)])])
    counts.set(flag, (counts.get(flag) ?? 0) + 1);
  return new Map(inner.map((field) => [field, [dashed(field), last(field)].filter((flag) => counts.get(flag) === 1)]));
};
