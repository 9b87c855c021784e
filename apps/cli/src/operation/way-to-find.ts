import { InputError } from "@zoom-webinar/foundation";
import { type AnyOperation, type Catalog, type CatalogEntry, commandOf } from "@zoom-webinar/webinar-core/doors";
import type { Field } from "../fields/fields.ts";
import { jsonExample } from "../fields/json-example.ts";
import type { Io } from "../io.ts";
import { quotedFor, shellOf } from "../shell-quotes.ts";

interface Known {
  operation: AnyOperation;
  fields: readonly Field[];
  io: Pick<Io, "env" | "platform">;
  /** A program hears of JSON what it hears through every door. */
  isJson: boolean;
  catalog: Catalog;
  /** What leads a command to the account of this call. */
  account: readonly string[];
  /** What lists need, as far as the call says it. */
  needed: ReadonlyMap<string, readonly string[]>;
}

/** How a field that takes objects is written, by an example that works. */
export const howToWrite = (field: Field, { cli }: AnyOperation, { io: { env, platform }, account }: Pick<Known, "io" | "account">): string => {
  const example = cli?.examples?.find((line) => line.includes(`${field.flag} `));
  const shown =
    example === undefined
      ? `${field.flag} '${jsonExample(field)}'`
      : quotedFor(["zoom-webinar", example, ...account].join(" "), shellOf(env, platform));
  return `It takes JSON, or a file with --input. As in: ${shown}`;
};

const takesObjects = ({ kind, item }: Field): boolean => kind === "object" || item === "object";

/**
 * A refusal for a value that is missing, with the list that shows what it may be, since nobody knows the ids of Zoom by heart, or with an example if it is
 * JSON. Any other error as it is.
 */
export const withWayToFind = (error: unknown, { operation, fields, catalog, account, needed, io, isJson }: Known): unknown => {
  if (!(error instanceof InputError)) return error;
  const missing = error.faults.flatMap(({ field, message }) =>
    message === "is required" ? fields.filter(({ path }) => path.join(".") === field) : [],
  );
  const ways = missing.flatMap((field) => {
    if (takesObjects(field)) return isJson ? [] : [howToWrite(field, operation, { io, account })];
    const [name = ""] = field.path;
    const list = catalog.find(({ offers }) => offers?.includes(name));
    if (list === undefined) return [];
    const way = (one: CatalogEntry) => ["zoom-webinar", commandOf(one.id), ...(needed.get(one.id) ?? []), ...account].join(" ");
    // A list of each host's is of no use before somebody knows the hosts.
    const [host = ""] = Object.entries(list.needs ?? {}).find(([, flag]) => flag !== "") ?? [];
    const isOpen = needed.get(list.id)?.some((word) => /^--.*>$/.test(word)) === true && !missing.some(({ path }) => path[0] === host);
    const hosts = isOpen ? catalog.find(({ offers }) => offers?.includes(host)) : undefined;
    const shown = hosts === undefined ? `${way(list)} shows them` : `${way(hosts)} shows the hosts; ${way(list)} shows what each of them has`;
    return [`${shown}${name === operation.cli?.host ? "; zoom-webinar config set host <e-mail> remembers one" : ""}.`];
  });
  const hints = [...new Set(ways)];
  if (hints.length === 0) return error;
  return new InputError(error.message, error.faults, { hint: hints.join(" "), cause: error });
};
