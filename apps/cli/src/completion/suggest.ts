import type { Catalog } from "@zoom-webinar/webinar-core/doors";
import { fieldsOf } from "../fields/fields.ts";
import { toJsonSchema } from "../fields/json-schema.ts";
import { shownNames } from "../fields/shown-names.ts";
import { PROGRAM_FLAGS } from "../globals.ts";
import { groupsOf, verbNamed } from "../groups.ts";

/** What may stand in place of the last word: resources, verbs, flags, values of a choice. */
export const suggest = async (words: readonly string[], catalog: Catalog, own: readonly string[]): Promise<readonly string[]> => {
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  const [group, verb] = before.filter((word) => !word.startsWith("-"));
  const fits = (all: readonly string[]) => [...new Set(all)].filter((word) => word.startsWith(last));
  const groups = groupsOf(catalog);
  const aliases = catalog.flatMap(({ alias }) => alias ?? []);
  if (group === undefined)
    return fits([...groups.filter(({ verbs }) => verbs.some(({ isHidden }) => !isHidden)).map(({ name }) => name), ...aliases, ...own]);
  const found = groups.find(({ name }) => name === group);
  const entry = catalog.find(({ alias }) => alias === group) ?? (found && verbNamed(found, verb)?.entry);
  if (entry === undefined) return verb === undefined ? fits((found?.verbs ?? []).filter(({ isHidden }) => !isHidden).map(({ name }) => name)) : [];
  const operation = await entry.load();
  const { words: codes, everyone } = operation.cli ?? {};
  const fields = fieldsOf(toJsonSchema(operation.input), { words: codes });
  const shown = shownNames(operation.cli ?? {});
  const flagOf = (path: readonly string[], flag: string) => {
    const other = shown[path.join(".")];
    return other === undefined ? flag : `--${other}`;
  };
  const valued = fields.find(({ path, flag }) => flagOf(path, flag) === before.at(-1) && (path.length === 1 || flag === before.at(-1)));
  if (valued !== undefined && valued.choices.length > 0) return fits(valued.choices.map((choice) => valued.words[String(choice)] ?? String(choice)));
  if (!last.startsWith("-")) return [];
  const more = everyone === undefined ? [] : [`--${everyone.flag}`];
  return fits([
    ...fields.filter(({ isRare }) => !isRare).map(({ path, flag }) => flagOf(path, flag)),
    ...more,
    ...PROGRAM_FLAGS.flatMap(({ name, isHidden = false }) => (isHidden ? [] : [`--${name}`])),
  ]);
};
