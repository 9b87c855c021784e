import { InputError } from "@zoom-webinar/foundation";
import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, type Catalog, runPages } from "@zoom-webinar/webinar-core/doors";
import { fieldsOf } from "../fields/fields.ts";
import { toJsonSchema } from "../fields/json-schema.ts";
import { ownZoneOf } from "../output/cells.ts";
import { safeLine } from "../output/safe-text.ts";
import { isRow, rowsOf, valueAt } from "../output/shape.ts";
import { isInstant, localTime } from "../output/times.ts";
import { runEvery } from "./by-value.ts";

/** Something that a field may be. */
export interface Offer {
  readonly value: string;
  /** What people call it. */
  readonly name: string;
  /** Its e-mail address; null if it is not a person. */
  readonly address: string | null;
  /** Name and what distinguishes it. */
  readonly label: string;
}

/** Where offers are looked for. */
export interface OfferSearch {
  readonly catalog: Catalog;
  readonly session: Session;
  readonly call: CallOptions;
  /** The input as far as it is known: the webinar whose registrants are meant. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Only rows of this kind: those who wait. */
  readonly only?: Readonly<Record<string, unknown>> | undefined;
  /** Only rows that this is true of. */
  readonly isOffered?: ((row: Readonly<Record<string, unknown>>) => boolean) | undefined;
  /** Null reads the whole list, so that a name stands for one thing only. */
  readonly most: number | null;
}

/** Beyond so many, nobody chooses from a list. */
export const MOST_TO_CHOOSE = 300;

/** What a field may be, read from the list that offers it; null if none does, or what the list needs is not known. */
export const offersOf = async (field: string, search: OfferSearch): Promise<readonly Offer[] | null> => {
  const operation = await search.catalog.find(({ offers }) => offers?.includes(field))?.load();
  const offers = operation?.cli?.offers;
  if (operation === undefined || offers === undefined) return null;
  const { each, within } = offers;
  const { isOffered = () => true } = search;
  if (within !== undefined && search.input[within] === undefined) return null;
  const outer = within !== undefined ? [{ [within]: search.input[within] }] : await outerInputs(each, search);
  const found: Offer[] = [];
  for (const input of outer) {
    try {
      for await (const { page } of walk(operation, input, search)) {
        for (const row of isRow(page) ? rowsOf(page, operation.rows ?? "") : []) if (isOffered(row)) found.push(toOffer(row, offers));
        if (search.most !== null && found.length >= search.most) return found;
      }
    } catch (error) {
      if (outer.length === 1) throw error; // one of several hosts may have no webinars to list
    }
  }
  return found;
};

const outerInputs = async (each: string | undefined, search: OfferSearch): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  each === undefined ? [{}] : ((await offersOf(each, search)) ?? []).map(({ value }) => ({ [each]: value }));

/** The whole list, whatever divides it: people of every status. */
const walk = (operation: AnyOperation, input: Readonly<Record<string, unknown>>, { session, call, only = {} }: OfferSearch) => {
  const fields = fieldsOf(toJsonSchema(operation.input));
  const maximum = fields.find(({ path }) => path.join(".") === "page_size")?.maximum;
  const asked = { ...input, ...(maximum === undefined ? {} : { page_size: maximum }), ...only };
  const dividing = fields.find(({ path }) => path.join(".") === operation.cli?.countsBy);
  return dividing === undefined || dividing.path.join(".") in only
    ? runPages(operation, asked, session, call)
    : runEvery(operation, { field: dividing.path.join("."), values: dividing.choices }, asked, session, call);
};

const toOffer = (row: unknown, { value, label, address }: NonNullable<NonNullable<AnyOperation["cli"]>["offers"]>): Offer => {
  const zone = isRow(row) ? ownZoneOf(row) : null;
  const texts = label.map((path) => {
    const found = valueAt(row, path);
    return isInstant(found) && zone !== null ? `${localTime(found, zone)} ${zone}` : safeLine(String(found ?? ""));
  });
  return {
    value: String(valueAt(row, value)),
    name: texts[0] ?? "",
    address: address === undefined ? null : String(valueAt(row, address) ?? ""),
    label: texts.filter((text) => text !== "").join(", "),
  };
};

/** The one offer that is meant by its name or address. Throws `InputError` that lists those that fit if there are several, or none and `mustFit`; else null for none. */
export const offerNamed = (text: string, field: string, offers: readonly Offer[], mustFit: boolean): Offer | null => {
  const wanted = tidy(text);
  const exact = offers.filter(({ name, address }) => tidy(name) === wanted || (address !== null && tidy(address) === wanted));
  const fits = exact.length > 0 ? exact : offers.filter((offer) => isPart(wanted, offer));
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return only;
  if (only === undefined && !mustFit) return null;
  // Nobody types the id of a person.
  const shown = (list: readonly Offer[]) =>
    `${list
      .slice(0, MOST_SHOWN)
      .map(({ label, value, address }) => (address === null ? `${value} (${label})` : label))
      .join("; ")}${list.length > MOST_SHOWN ? `; and ${list.length - MOST_SHOWN} more` : ""}`;
  throw only === undefined
    ? InputError.at(
        field,
        `${offers.some(({ address }) => address !== null) ? "nobody" : "nothing"} there is called ${JSON.stringify(text)}`,
        offers.length === 0 ? "The list is empty." : `There are: ${shown(offers)}.`,
      )
    : InputError.at(field, `${JSON.stringify(text)} fits ${fits.length}`, `Give one of: ${shown(fits)}.`);
};

const MOST_SHOWN = 5;

const tidy = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, " ");

/** Part of a topic is enough; a person is known by whole names, so that "Ann" is not Anna. */
const isPart = (wanted: string, { name, address }: Offer): boolean => {
  if (address === null) return tidy(name).includes(wanted);
  const names = new Set(tidy(name).split(" "));
  return wanted.split(" ").every((word) => names.has(word));
};
