import { searchIndex } from "../generated/search-index.ts";
import type { Catalog } from "../operation/catalog.ts";
import { createFinder as createFinderOver, type Finder } from "./finder.ts";
import type { SearchIndex } from "./search-index.ts";

export type { Finder, Match } from "./finder.ts";

let index: SearchIndex | undefined;

/** Makes a finder over those operations of ours that a catalog offers. The index is read once, however many callers have a finder. */
export const createFinder = (catalog: Catalog): Finder => {
  index ??= JSON.parse(searchIndex) as SearchIndex;
  return createFinderOver(catalog, index);
};
