import { InputError } from "@zoom-webinar/foundation";
import { accountFlags, type Catalog, commandOf } from "@zoom-webinar/webinar-core/doors";
import type { Field } from "../fields/fields.ts";

interface Known {
  fields: readonly Field[];
  /** Field that names who hosts. */
  host: string | undefined;
  catalog: Catalog;
  /** What leads a command to the account of this call. */
  account: Parameters<typeof accountFlags>[0];
}

/** A refusal for a value that is missing, with the list that shows what it may be: nobody knows the ids of Zoom by heart. Any other error as it is. */
export const withWayToFind = (error: unknown, { fields, host, catalog, account }: Known): unknown => {
  if (!(error instanceof InputError)) return error;
  const missing = error.faults.flatMap(({ field, message }) =>
    message === "is required" ? fields.filter(({ path }) => path.join(".") === field) : [],
  );
  const ways = missing.flatMap(({ path: [name = ""] }) => {
    const list = catalog.find(({ offers }) => offers?.includes(name));
    if (list === undefined) return [];
    const needs = list.positional.length === 0 ? "" : ` <${list.positional.join("> <").replaceAll("_", "-")}>`;
    const command = ["zoom-webinar", `${commandOf(list.id)}${needs}`, ...accountFlags(account)].join(" ");
    return [`${command} shows them${name === host ? "; zoom-webinar config set host <e-mail> remembers one" : ""}.`];
  });
  const hints = [...new Set(ways)];
  if (hints.length === 0) return error;
  return new InputError(error.message, error.faults, { hint: hints.join(" "), cause: error });
};
