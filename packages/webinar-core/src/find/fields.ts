import type { SearchedOperation } from "./search-index.ts";
import { termsOf } from "./terms.ts";

/** More of them would not be read. */
export const MOST_FIELDS = 3;

/** A name of several parts, as no word of a sentence has: "follow_up_attendees_email_notification", "settings.on_demand". */
const FIELD_NAME = /^[a-z]+(\[?\]?[._][a-z0-9]+)+$/;
/** Fields that almost every operation has. */
const COMMON = /(^|\.)(webinar_id|user_id|page_size|next_page_token|all)$/;

/** The paths of the fields that a question is exactly the name of. */
export const fieldsNamed = (asked: string, { fields }: SearchedOperation): readonly string[] =>
  FIELD_NAME.test(asked)
    ? Object.keys(fields)
        .filter((path) => path === asked || path.endsWith(`.${asked}`))
        .slice(0, MOST_FIELDS)
    : [];

/** The fields that a question speaks of, by their own name first. */
export const fieldsFor = (terms: ReadonlySet<string>, { fields }: SearchedOperation): string[] =>
  Object.entries(fields)
    .map(([path, meaning]) => {
      const name = termsOf(path.slice(path.lastIndexOf(".") + 1).replaceAll("_", " "));
      const inName = [...name].filter((term) => terms.has(term)).length / Math.max(name.size, 1);
      const inMeaning = [...termsOf(meaning)].filter((term) => terms.has(term)).length;
      const isAllOfIt = terms.size > 0 && [...terms].every((term) => name.has(term));
      return { path, fit: inName * 2 + Math.min(inMeaning, 2) / 2 + (isAllOfIt ? 1 : 0) };
    })
    .filter(({ fit, path }) => fit >= 1 && !COMMON.test(path))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST_FIELDS)
    .map(({ path }) => path);
