import { partsOf } from "@zoom-webinar/webinar-core/doors";
import type * as z from "zod";

/** What a caller may send for a field, as far as this door looks at it. */
export type FieldKind = "text" | "number" | "boolean" | "list" | "object" | "choice" | "other";

const WRAPPERS = new Set(["optional", "nullable", "default", "prefault", "nonoptional", "readonly", "catch"]);

/** One way to fill a field: what is left of its schema without wrappers, unions taken apart. */
export interface Branch {
  readonly kind: FieldKind;
  readonly schema: z.ZodType;
  /** What the items of a list are. */
  readonly items: z.ZodType | null;
  /** The fields of an object. */
  readonly fields: Readonly<Record<string, z.ZodType>> | null;
}

const known = new WeakMap<z.ZodType, readonly Branch[]>();

/** Every way to fill a field, in the schema's order. */
export const branchesOf = (schema: z.ZodType): readonly Branch[] => {
  const made = known.get(schema) ?? takeApart(schema);
  known.set(schema, made);
  return made;
};

const takeApart = (schema: z.ZodType): readonly Branch[] => {
  const { type, innerType, in: input, options, element, shape, values, getter } = partsOf(schema);
  if (WRAPPERS.has(type) && innerType) return branchesOf(innerType);
  if (type === "pipe" && input) return branchesOf(input);
  if (type === "lazy" && getter) return branchesOf(getter());
  if (type === "union" && options) return options.flatMap(branchesOf);
  return [{ kind: kindOf(type, values), schema, items: element ?? null, fields: shape ?? null }];
};

const KINDS: Readonly<Record<string, FieldKind>> = {
  string: "text",
  number: "number",
  boolean: "boolean",
  array: "list",
  object: "object",
  record: "object",
  enum: "choice",
};

const kindOf = (type: string, values: readonly unknown[] | undefined): FieldKind => {
  if (type !== "literal") return KINDS[type] ?? "other";
  if (values?.every((value) => typeof value === "number")) return "number";
  return values?.every((value) => typeof value === "boolean") ? "boolean" : "choice";
};

/** Whether a field may be left out. */
export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

/** Whether null says something here. */
export const takesNull = (schema: z.ZodType): boolean => schema.safeParse(null).success;
