import type * as z from "zod";
import { countOf, firstOf } from "../operation/counts.ts";
import { type dataListing, UNNOTED } from "./list.ts";

const MOST_NAMED = 10;

/** What a list of stored files says below itself: the files elsewhere, what is not counted, and how each file is shown. */
export const remarksOf = ({ elsewhere, files }: Readonly<Record<string, unknown>>): string[] => [
  ...(files === undefined && Array.isArray(elsewhere) && elsewhere.length > 0 ? [`Elsewhere: ${firstOf(elsewhere, MOST_NAMED)}`] : []),
  `Not counted, as nobody notes where they lie: ${UNNOTED.map(({ title, see }) => (see === undefined ? title : `${title} (see ${see})`)).join(", ")}.`,
  ...(files === undefined ? ["Each file by itself: data list --full"] : []),
];

/** A list of stored files in a line. */
export const sayListed = ({ kinds, folder }: Pick<z.output<typeof dataListing>, "kinds" | "folder">): string => {
  const count = (where: string) => kinds.filter(({ place }) => place === where).reduce((sum, { files }) => sum + files, 0);
  return `${countOf(count("state folder"), "file")} in ${folder}, ${count("elsewhere")} elsewhere`;
};
