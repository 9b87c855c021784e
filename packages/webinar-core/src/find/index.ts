import { searchIndex } from "../generated/search-index.ts";
import type { Catalog } from "../operation/catalog.ts";
import { createFinder as createFinderOver, type Finder } from "./finder.ts";
import type { SearchIndex } from "./search-index.ts";

export type { Finder, Match } from "./finder.ts";

/** Makes a finder over those operations of ours that a catalog offers. */
export const createFinder = (catalog: Catalog): Finder => createFinderOver(catalog, JSON.parse(searchIndex) as SearchIndex);
