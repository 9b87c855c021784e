import type { Catalog } from "../operation/catalog.ts";
import type { Bounds } from "../policy/allowed.ts";
import { REVEALS } from "../policy/reveal.ts";
import { needsInUse, usedBy } from "./in-use.ts";

/** Scopes that are of use only if a session is started with these flags. */
export interface ScopesBeyond {
  flags: string;
  scopes: string[];
}

/** Bounds that allow more than these, with the flags that set them: those that add the least first. */
const widerThan = ({ safety, reveal }: Bounds): { flags: string; bounds: Bounds }[] => {
  const reveals = REVEALS.slice(REVEALS.indexOf(reveal));
  const safeties = safety === "read-only" ? ([safety, "confirm"] as const) : [safety];
  return safeties.flatMap((freer) =>
    reveals.flatMap((more) => {
      const flags = [...(freer === safety ? [] : [`--safety ${freer}`]), ...(more === reveal ? [] : [`--reveal ${more}`])];
      return flags.length === 0 ? [] : [{ flags: flags.join(" "), bounds: { safety: freer, reveal: more } }];
    }),
  );
};

/** Of scopes that a session has no use for, those that it would have if it were allowed more, by the flags that allow it. Words as for `needsInUse`. */
export const scopesBeyond = async (
  scopes: readonly string[],
  catalog: Catalog,
  bounds: Bounds,
  words: readonly string[],
): Promise<ScopesBeyond[]> => {
  const found: ScopesBeyond[] = [];
  let left = scopes;
  for (const { flags, bounds: wider } of widerThan(bounds)) {
    const used = usedBy(await needsInUse(catalog, wider, words));
    const here = left.filter((scope) => used.has(scope));
    if (here.length > 0) found.push({ flags, scopes: here });
    left = left.filter((scope) => !used.has(scope));
  }
  return found;
};
