import type { Catalog, Safety } from "@zoom-webinar/webinar-core";

/** Which tools are listed. */
export type Surface = "standard";

/** Operation ids of each surface, in the order of the catalog; null: all of them. */
const LISTED: Readonly<Record<Surface, readonly string[] | null>> = {
  standard: null,
};

export const SURFACES = Object.keys(LISTED) as readonly Surface[];

/**
 * The entries that a server offers, in the catalog's order. Read-only beats every other setting: whatever the surface says, only operations that
 * read are left.
 */
export const offeredEntries = (catalog: Catalog, surface: Surface, safety: Safety): Catalog => {
  const listed = LISTED[surface];
  return catalog.filter(({ id, effect }) => (listed === null || listed.includes(id)) && (safety !== "read-only" || effect === "read"));
};
