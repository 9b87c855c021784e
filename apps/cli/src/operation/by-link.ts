import { InputError } from "@zoom-webinar/foundation";
import { runOperation } from "@zoom-webinar/webinar-core/doors";
import { isRow } from "../output/shape.ts";
import { type Offer, type OfferSearch, offersOf } from "./offers.ts";

/** The page of a link: what follows a "?" says only who was sent there. */
const pageOf = (link: string): string =>
  link
    .trim()
    .replace(/[?#].*$/, "")
    .replace(/^https?:\/\/[^/]+/, "");

/** Whether a text is a link to a page. */
export const isLink = (text: string): boolean => /^\s*https:\/\/[^\s/]+\/\S+$/.test(text);

/**
 * What a link leads to: the things are read one by one until one has it. Null if the list has no such links. Throws `InputError` if none of the things has
 * it.
 */
export const offerByLink = async (text: string, field: string, search: Omit<OfferSearch, "most">): Promise<Offer | null> => {
  const list = await search.catalog.find(({ offers }) => offers?.includes(field))?.load();
  const link = list?.cli?.offers?.link;
  const reader = await search.catalog.find(({ id }) => id === link?.from)?.load();
  if (link === undefined || reader === undefined || !pageOf(text).startsWith(link.path)) return null;
  const offers = (await offersOf(field, { ...search, most: null })) ?? [];
  for (const offer of offers) {
    const found = await runOperation(reader, { [link.input]: offer.value }, search.session, search.call);
    const own = isRow(found) ? found[link.property] : undefined;
    if (typeof own === "string" && pageOf(own) === pageOf(text)) return offer;
  }
  throw InputError.at(field, link.unknown.message, link.unknown.hint);
};
