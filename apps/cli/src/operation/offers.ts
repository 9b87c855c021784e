import { InputError } from "@zoom-webinar/foundation";
import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type Catalog, runPages } from "@zoom-webinar/webinar-core/doors";
import { safeLine } from "../output/safe-text.ts";
import { isRow, rowsOf, valueAt } from "../output/shape.ts";

/** Something that a field may be. */
export interface Offer {
  readonly value: string;
  /** What people call it. */
  readonly name: string;
  /** Name and what tells it from others. */
  readonly label: string;
}

/** Beyond so many, nobody chooses from a list. */
const MOST_OFFERS = 300;

/** What a field may be, read from the list that offers it; null if none does. */
export const offersOf = async (field: string, catalog: Catalog, session: Session, call: CallOptions): Promise<readonly Offer[] | null> => {
  const operation = await catalog.find(({ offers }) => offers === field)?.load();
  const offers = operation?.cli?.offers;
  if (operation === undefined || offers === undefined) return null;
  const { each, value, label } = offers;
  const outer = each === undefined ? [null] : ((await offersOf(each, catalog, session, call)) ?? []);
  const found: Offer[] = [];
  for (const one of outer) {
    const input = one === null || each === undefined ? {} : { [each]: one.value };
    try {
      for await (const { page } of runPages(operation, input, session, call)) {
        for (const row of isRow(page) ? rowsOf(page, operation.rows ?? "") : []) {
          const words = label.map((path) => safeLine(String(valueAt(row, path) ?? ""))).filter((word) => word !== "");
          found.push({ value: String(valueAt(row, value)), name: words[0] ?? "", label: words.join(", ") });
        }
        if (found.length >= MOST_OFFERS) return found;
      }
    } catch (error) {
      if (outer.length === 1) throw error; // one of several hosts may have no webinars to list
    }
  }
  return found;
};

/** The one offer that is meant by its name. Throws `InputError` that lists those that fit if there are several, or none and `mustFit`; else null for none. */
export const offerNamed = (text: string, field: string, offers: readonly Offer[], mustFit: boolean): Offer | null => {
  const wanted = text.trim().toLowerCase();
  const exact = offers.filter(({ name }) => name.toLowerCase() === wanted);
  const fits = exact.length > 0 ? exact : offers.filter(({ name }) => name.toLowerCase().includes(wanted));
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return only;
  if (only === undefined && !mustFit) return null;
  const shown = (list: readonly Offer[]) => list.slice(0, 8).map(({ label, value }) => `${value} (${label})`);
  throw only === undefined
    ? InputError.at(field, `nothing is called ${JSON.stringify(text)}`, `There are: ${shown(offers).join("; ") || "none"}.`)
    : InputError.at(field, `${JSON.stringify(text)} fits ${fits.length}`, `Give one of: ${shown(fits).join("; ")}.`);
};
