import type * as z from "zod";

/** What zod documents in the `def` of a schema, whatever its class: a part is there only if that kind of schema has it. */
export interface SchemaParts {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly innerType?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
}

/** The parts of a schema, for whoever walks through it. The one place that looks behind zod's classes. */
export const partsOf = (schema: z.ZodType): SchemaParts => schema.def as unknown as SchemaParts;

/** The branches of a union or an intersection; null for other schemas. */
export const branchesIn = ({ options, left, right }: SchemaParts): readonly z.ZodType[] | null => options ?? (left && right ? [left, right] : null);

/** Every schema that a schema is made of. */
export const childrenOf = (schema: z.ZodType): readonly z.ZodType[] => {
  const { shape, innerType, element, valueType, catchall, in: input, out, options, left, right } = partsOf(schema);
  const parts = [innerType, element, valueType, catchall, input, out, left, right, ...(options ?? []), ...Object.values(shape ?? {})];
  return parts.filter((part) => part !== undefined);
};

/** A schema without what may stand around it: optional, nullable, default, pipe. */
export const unwrapSchema = (schema: z.ZodType): z.ZodType => {
  const { innerType, in: input } = partsOf(schema);
  const inside = innerType ?? input;
  return inside ? unwrapSchema(inside) : schema;
};
