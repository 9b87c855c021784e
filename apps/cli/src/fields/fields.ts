import { kebab } from "../command-path.ts";
import type { JsonSchema } from "./json-schema.ts";

/** How text becomes a value. `any` is JSON if it parses, else text; `file` is a path whose bytes are sent, `text-file` one whose text is, `named-file` one whose text goes with its name, or a folder of them. */
export type FieldKind = "text" | "text-file" | "named-file" | "number" | "boolean" | "choice" | "list" | "object" | "file" | "any";

/** One field of an operation's input, as a flag. */
export interface Field {
  /** Names from the input down, as a fault's dotted path has them. */
  readonly path: readonly string[];
  /** "--settings.approval-type" */
  readonly flag: string;
  readonly kind: FieldKind;
  /** What the items of a list are. */
  readonly item: FieldKind | undefined;
  readonly choices: readonly unknown[];
  readonly isRequired: boolean;
  readonly default: unknown;
  readonly description: string;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly isInteger: boolean;
  /** Few people need it: help shows it only with --help-all. */
  readonly isRare: boolean;
  /** Words that stand for its codes. */
  readonly words: Readonly<Record<string, string>>;
  /** True: a moment, which may be said in words. */
  readonly isMoment: boolean;
  /** What it may be in place of an id, because a list can be searched: "topic". */
  readonly knownBy: string | null;
  /** True: a day, which is one of the viewer's zone. */
  readonly isDay: boolean;
  /** True: addresses, with names if people have them: "Ada Example <ada@example.com>". */
  readonly takesNames: boolean;
  /** True: a number of minutes, which may be written as "1h30". */
  readonly isMinutes: boolean;
  /** True: divides the list, so that "all" stands for each of its values in turn. */
  readonly isDividing: boolean;
  /** What is written into it as JSON: the fields of an object that has no flags of its own, or of each object in a list. */
  parts(): readonly Field[];
}

/** Fields of objects are dotted flags down to this depth; deeper ones are written as JSON. */
const DOTTED_DEPTH = 1;

/** The fields of an input, each object followed by its own. */
export const fieldsOf = (input: JsonSchema, hints: FieldHints = {}): Field[] => fieldsBelow(input, [], hints, false);

/** What an operation says of its fields for a terminal. */
interface FieldHints {
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  readonly about?: Readonly<Record<string, string>> | undefined;
  readonly minutes?: readonly string[] | undefined;
  readonly countsBy?: string | undefined;
  readonly moments?: readonly string[] | undefined;
  readonly days?: Readonly<Record<string, unknown>> | undefined;
  readonly named?: Readonly<Record<string, unknown>> | undefined;
  /** What a thing may be called by, for a field that takes its id. */
  knownBy?(name: string): string | undefined;
}

const fieldsBelow = (schema: JsonSchema, above: readonly string[], hints: FieldHints, isBelowRare: boolean): Field[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = [...above, name];
    const shape = withoutNull(property);
    const choices = choicesOf(shape);
    const kind = choices.length > 0 ? "choice" : kindOf(shape);
    const isRare = isBelowRare || property.rare === true || shape.rare === true;
    const isDotted = kind === "object" && above.length < DOTTED_DEPTH;
    const inner = kind === "list" && shape.items ? withoutNull(shape.items) : shape;
    const field: Field = {
      path,
      flag: `--${path.map(kebab).join(".")}`,
      kind,
      item: kind === "list" && shape.items ? itemKind(shape.items) : undefined,
      choices: kind === "list" && shape.items ? choicesOf(withoutNull(shape.items)) : choices,
      isRequired: schema.required?.includes(name) === true && above.length === 0,
      default: property.default,
      description: saidOf(property.description ?? shape.description ?? "", path.join("."), hints),
      minimum: shape.minimum,
      maximum: shape.maximum,
      isInteger: typesOf(shape).has("integer"),
      isRare,
      words: hints.words?.[path.join(".")] ?? {},
      isMoment: hints.moments?.includes(path.join(".")) === true,
      knownBy: hints.knownBy?.(path.join(".")) ?? null,
      isDay: hints.days?.[path.join(".")] !== undefined,
      takesNames: hints.named?.[path.join(".")] !== undefined,
      isDividing: hints.countsBy === path.join("."),
      isMinutes: hints.minutes?.includes(path.join(".")) === true,
      parts: () => (isDotted ? [] : partsOf(inner, path, hints)),
    };
    return isDotted ? [field, ...fieldsBelow(shape, path, hints, isRare)] : [field];
  });

/** A description that explains codes, in words: what is said of it instead, and what holds if the field is left out. */
const saidOf = (description: string, path: string, { about, words }: FieldHints): string => {
  const said = about?.[path];
  if (said === undefined) return description;
  const [, leftOut] = /(?:^|[;.,] )((?:default|unset):? [^;.]+)$/.exec(description) ?? [];
  return leftOut === undefined ? said : `${said}; ${leftOut.replaceAll(/-?\d+/g, (code) => words?.[path]?.[code] ?? code)}`;
};

const partsOf = (object: JsonSchema, path: readonly string[], hints: FieldHints): Field[] =>
  fieldsBelow(object, path, hints, false)
    .filter((part) => part.path.length === path.length + 1)
    .map((part) => ({ ...part, isRequired: object.required?.includes(part.path.at(-1) ?? "") === true }));

const itemKind = (items: JsonSchema): FieldKind => (choicesOf(withoutNull(items)).length > 0 ? "choice" : kindOf(withoutNull(items)));

const variantsOf = (schema: JsonSchema): JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [];

/** The schema without "or null": nobody types null. */
const withoutNull = (schema: JsonSchema): JsonSchema => {
  const variants = variantsOf(schema).filter(({ type }) => type !== "null");
  const [only] = variants;
  return variants.length === 1 && only ? { ...only, ...(schema.description === undefined ? {} : { description: schema.description }) } : schema;
};

const choicesOf = (schema: JsonSchema): readonly unknown[] => {
  if (schema.enum) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  const variants = variantsOf(schema);
  const choices = variants.map(choicesOf);
  return variants.length > 0 && choices.every((each) => each.length > 0) ? choices.flat() : [];
};

const kindOf = (schema: JsonSchema): FieldKind => {
  const types = typesOf(schema);
  if (types.has("string") && schema.contentMediaType !== undefined) return "text-file";
  if (types.has("string")) return "text"; // also if a number would do: operations that take both read text
  if (types.size !== 1) return "any";
  if (types.has("integer") || types.has("number")) return "number";
  if (types.has("boolean")) return "boolean";
  if (types.has("array")) return "list";
  if (!types.has("object")) return "any";
  if (schema.properties?.text?.contentMediaType !== undefined) return "named-file";
  return schema.properties?.data?.contentEncoding === "base64" ? "file" : "object";
};

const typesOf = (schema: JsonSchema): ReadonlySet<string> => {
  const own = schema.type === undefined ? [] : [schema.type].flat();
  return new Set([...own, ...variantsOf(schema).flatMap((variant) => [...typesOf(variant)])].filter((type) => type !== "null"));
};
