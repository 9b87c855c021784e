import * as z from "zod";
import { wallMinute } from "../time/wall-minute.ts";

/** Stands beside a `start_time` whose zone is told: every answer whose schema has the field gets it here. */
export const localStart = z.string().optional().describe("start_time as wall time in timezone");

const mayBeAbsent = new WeakMap<z.ZodType, boolean>();

const isOptional = (field: z.ZodType): boolean => {
  // If a value may be anything, null counts as one.
  const known = mayBeAbsent.get(field) ?? (field.safeParse(undefined).success && !field.safeParse({ any: ["value"] }).success);
  mayBeAbsent.set(field, known);
  return known;
};

type Fields = Readonly<Record<string, z.ZodType | undefined>>;

/** The schema below optional, nullable and lists. */
const within = (schema: z.ZodType | undefined): z.ZodType | undefined => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return within(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodArray ? within(schema.element as z.ZodType) : schema;
};

/** The wall time of a start for which the schema has room, and which does not say it itself. */
const localOf = (fields: Fields, value: Readonly<Record<string, unknown>>, zone: string | null): string | null =>
  zone !== null && fields.local_start && typeof value.start_time === "string" && typeof value.local_start !== "string"
    ? wallMinute(value.start_time, zone)
    : null;

const tidy = (schema: z.ZodType | undefined, value: unknown, zone: string | null, keepEmpty: boolean): unknown => {
  if (typeof value !== "object" || value === null) return value;
  const row = within(schema);
  if (Array.isArray(value)) return value.map((one) => tidy(row, one, zone, keepEmpty));
  if (!(row instanceof z.ZodObject)) return value;
  const fields = row.shape as Fields;
  const keepsEmpty = keepEmpty || row.meta()?.keepsEmpty === true;
  const given = value as Readonly<Record<string, unknown>>;
  const own = typeof given.timezone === "string" ? given.timezone : zone;
  const local = localOf(fields, given, own);
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, inner]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (inner === null && !keepsEmpty && field !== undefined && isOptional(field)) return [];
      const kept: [string, unknown] = [name, tidy(field, inner, own, keepEmpty)];
      return name === "start_time" && local !== null ? [kept, ["local_start", local]] : [kept];
    }),
  );
};

/**
 * An output as it is answered: without keys that have no value, if the schema lets them be absent and is not marked `keepsEmpty`, so that a null that stays
 * says something; and with the wall time beside each start whose zone is told, if the schema has a place for it.
 */
export const tidied = (schema: z.ZodType, output: unknown, { keepEmpty = false }: { keepEmpty?: boolean } = {}): unknown =>
  tidy(schema, output, null, keepEmpty);
