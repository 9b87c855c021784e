import type { Catalog, CatalogEntry } from "@zoom-webinar/webinar-core/doors";
import { kebab } from "./command-path.ts";
import { actionMeant } from "./verb-words.ts";

/** One verb of a resource on the command line. */
export interface Verb {
  readonly name: string;
  /** Other words for it. */
  readonly aliases: readonly string[];
  readonly isHidden: boolean;
  readonly entry: CatalogEntry;
}

/** One resource on the command line, with its verbs. */
export interface Group {
  readonly name: string;
  readonly section: string;
  readonly verbs: readonly Verb[];
}

/** The resources of a catalog, in its order. */
export const groupsOf = (catalog: Catalog): readonly Group[] => {
  const groups = new Map<string, Verb[]>();
  for (const entry of catalog) {
    const [resource = "", verb = ""] = entry.id.split(".");
    const verbs = groups.get(kebab(resource)) ?? [];
    groups.set(kebab(resource), verbs);
    verbs.push({ name: kebab(verb), aliases: entry.verbs ?? [], isHidden: entry.isHidden === true, entry });
  }
  return [...groups].map(([name, verbs]) => ({ name, section: verbs[0]?.entry.section ?? "", verbs }));
};

/** The verb of this name, whichever of its names it is. */
export const verbNamed = ({ verbs }: Group, word: string | undefined): Verb | undefined =>
  verbs.find(({ name, aliases }) => word !== undefined && (name === word || aliases.includes(word)));

/** The verb that does what a word asks for, and the flags that say so: "end" is "update-status --action end". Null if no verb does. */
export const actionNamed = ({ verbs }: Group, word: string): { verb: string; flags: readonly string[] } | null => {
  for (const { name, entry } of verbs)
    for (const [field, actions = []] of Object.entries(entry.actions ?? {})) {
      const action = actionMeant(word, actions);
      if (action !== undefined) return { verb: name, flags: [`--${kebab(field)}`, action] };
    }
  return null;
};
