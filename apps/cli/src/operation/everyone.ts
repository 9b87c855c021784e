import { InputError } from "@zoom-webinar/foundation";
import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, addressKey, type Catalog, runPages } from "@zoom-webinar/webinar-core/doors";
import { Option } from "commander";
import { isRow, rowsOf, valueAt } from "../output/shape.ts";

type Everyone = NonNullable<NonNullable<AnyOperation["cli"]>["everyone"]>;

/** The flags that fill a field from another list. */
export const everyoneOptions = (everyone: Everyone | undefined): Option[] =>
  everyone === undefined
    ? []
    : [
        new Option(`--${everyone.flag}`, everyone.description),
        new Option("--all", `the same as --${everyone.flag}`),
        new Option("--except <values>", `with --${everyone.flag}: not these, separated by commas`),
      ];

/** What the flags of a command line leave to be looked up; null if nothing is. Throws `InputError` if the field is given as well. */
export const readEveryone = (
  everyone: Everyone | undefined,
  flags: Readonly<Record<string, unknown>>,
  input: Readonly<Record<string, unknown>>,
): { everyone: Everyone; except: ReadonlySet<string> } | null => {
  if (everyone === undefined) return null;
  const { flag, field } = everyone;
  const except = typeof flags.except === "string" ? flags.except.split(",").map(addressKey) : [];
  if (flags[flag] !== true && flags.all !== true) {
    if (except.length > 0) throw InputError.at("--except", `works only with --${flag}`, `Add --${flag}.`);
    return null;
  }
  if (input[field] !== undefined) throw InputError.at(`--${flag}`, `cannot be combined with ${field}`, "Name people, or take everybody.");
  return { everyone, except: new Set(except) };
};

/** Reads the whole list. Throws `InputError` if nobody is left, or somebody to leave out is not in it. */
export const lookUpEveryone = async (
  { everyone, except }: { everyone: Everyone; except: ReadonlySet<string> },
  input: Readonly<Record<string, unknown>>,
  catalog: Catalog,
  session: Session,
  call: CallOptions,
): Promise<Record<string, unknown>> => {
  const { field, flag, list, input: more, take } = everyone;
  const operation = await catalog.find(({ id }) => id === list)?.load();
  if (operation === undefined) throw new TypeError(`no operation is called ${list}`);
  const shared = Object.fromEntries(
    Object.entries(input).filter(([name]) =>
      operation.input.safeParse({ [name]: null }).error?.issues.every(({ code }) => code !== "unrecognized_keys"),
    ),
  );
  const values: string[] = [];
  for await (const { page } of runPages(operation, { ...shared, ...more }, session, call)) {
    for (const row of isRow(page) ? rowsOf(page, operation.rows ?? "") : []) values.push(String(valueAt(row, take)));
  }
  const missing = [...except].filter((each) => !values.some((value) => addressKey(value) === each));
  if (missing.length > 0)
    throw InputError.at("--except", `not in the list: ${missing.join(", ")}`, `The list has ${values.length}: ${values.slice(0, 10).join(", ")}.`);
  const left = values.filter((value) => !except.has(addressKey(value)));
  if (left.length === 0) throw InputError.at(`--${flag}`, "nobody is left", "Nothing was changed.");
  return { ...input, [field]: left };
};

/** A refusal because nobody is named, with the flag that takes everybody. Any other error as it is. */
export const withEveryone = (error: unknown, everyone: Everyone | undefined): unknown => {
  if (everyone === undefined || !(error instanceof InputError)) return error;
  if (!error.faults.some(({ field, message }) => field === everyone.field && message === "is required")) return error;
  return new InputError(error.message, error.faults, { hint: `Name them, or add --${everyone.flag}: ${everyone.description}.`, cause: error });
};
