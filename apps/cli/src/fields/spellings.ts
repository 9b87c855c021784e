import type { Field } from "./fields.ts";

const dashed = ({ path }: Field): string => `--${path.map((name) => name.replaceAll("_", "-")).join("-")}`;
const last = ({ path }: Field): string => `--${(path.at(-1) ?? "").replaceAll("_", "-")}`;

/** "--occurrence-id" for "--occurrence-ids": one of a list is named as other commands name the only one. */
const oneOf = ({ path, kind, flag }: Field): readonly string[] =>
  path.length === 1 && kind === "list" && flag.endsWith("-ids") ? [flag.slice(0, -1)] : [];

/**
 * Other ways to write the flag of a field inside an object, which nobody has to know: "--recurrence-type" and "--weekly-days" for
 * "--recurrence.type" and "--recurrence.weekly-days"; and of a list of IDs. None that two fields would share, or that is a flag already.
 */
export const spellingsOf = (fields: readonly Field[], taken: readonly string[]): ReadonlyMap<Field, readonly string[]> => {
  const others = new Map(fields.map((field) => [field, field.path.length > 1 ? [dashed(field), last(field)] : oneOf(field)]));
  const counts = new Map<string, number>();
  for (const flag of [...taken, ...fields.map(({ flag }) => flag), ...[...others.values()].flat()]) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  return new Map([...others].map(([field, flags]) => [field, flags.filter((flag) => counts.get(flag) === 1)]));
};
