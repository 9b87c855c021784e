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

/** Whether a text is a link to a page for signing up, which holds no id. */
export const isSignUpLink = (text: string): boolean => /^\s*https:\/\/[^\s/]+\/webinar\/register\/\S+$/.test(text);

/** What a link leads to: the things are read one by one until one has it. Null if none of the list can be read by link. Throws `InputError` if none has it. */
export const offerByLink = async (text: string, field: string, search: Omit<OfferSearch, "most">): Promise<Offer | null> => {
  const list = await search.catalog.find(({ offers }) => offers?.includes(field))?.load();
  const link = list?.cli?.offers?.link;
  const reader = await search.catalog.find(({ id }) => id === link?.from)?.load();
  if (link === undefined || reader === undefined) return null;
  const offers = (await offersOf(field, { ...search, most: null })) ?? [];
  for (const offer of offers) {
    const found = await runOperation(reader, { [link.input]: offer.value }, search.session, search.call);
    const own = isRow(found) ? found[link.property] : undefined;
    if (typeof own === "string" && pageOf(own) === pageOf(text)) return offer;
  }
  throw InputError.at(field, "no webinar that this app can see has this sign-up page", "Give the webinar's ID, its topic, or a link to join it.");
};
