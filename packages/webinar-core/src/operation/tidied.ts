import * as z from "zod";
import { wallMinute } from "../time/wall-minute.ts";
import { mapChanged } from "./map-changed.ts";

/** Added beside a `start_time` whose zone is known, in every answer whose schema has the field. */
export const localStart = z.string().optional().describe("start_time as wall time in timezone");

const mayBeAbsent = new WeakMap<z.ZodType, boolean>();

const isOptional = (field: z.ZodType): boolean => {
  // If a value may be anything, null counts as one.
  const known = mayBeAbsent.get(field) ?? (field.safeParse(undefined).success && !field.safeParse({ any: ["value"] }).success);
  mayBeAbsent.set(field, known);
  return known;
};

/** Tidies one value. Answers have up to a hundred thousand rows, so unchanged values are not copied. */
type Tidy = (value: unknown, zone: string | null) => unknown;

interface FieldPlan {
  readonly isDroppedIfNull: boolean;
  /** Null if nothing below the field can change. */
  readonly tidy: Tidy | null;
}

const NOTHING: FieldPlan = { isDroppedIfNull: false, tidy: null };

/** The schema below optional, nullable and lists. */
const within = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return within(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodArray ? within(schema.element as z.ZodType) : schema;
};

const plans = { keeping: new WeakMap<z.ZodType, { tidy: Tidy | null }>(), dropping: new WeakMap<z.ZodType, { tidy: Tidy | null }>() };

/** How values of a schema are tidied; null if there is nothing to do, whatever they hold. */
const planOf = (schema: z.ZodType, keepEmpty: boolean): Tidy | null => {
  const row = within(schema);
  if (!(row instanceof z.ZodObject)) return null;
  const known = plans[keepEmpty ? "keeping" : "dropping"];
  const made = known.get(row);
  if (made !== undefined) return made.tidy;
  // A schema that holds itself meets this one while it is made.
  let late: Tidy = (value) => value;
  known.set(row, { tidy: (value, zone) => late(value, zone) });
  const tidy = planRow(row, keepEmpty);
  late = tidy ?? late;
  known.set(row, { tidy });
  return tidy;
};

const planRow = (row: z.ZodObject, keepEmpty: boolean): Tidy | null => {
  const shape = row.shape as Readonly<Record<string, z.ZodType>>;
  const keeps = keepEmpty || row.meta()?.keepsEmpty === true;
  const fields = new Map(
    Object.entries(shape).map(([name, field]): [string, FieldPlan] => [
      name,
      { isDroppedIfNull: !keeps && isOptional(field), tidy: planOf(field, keepEmpty) },
    ]),
  );
  const hasLocal = shape.local_start !== undefined;
  if (!hasLocal && [...fields.values()].every(({ isDroppedIfNull, tidy }) => !isDroppedIfNull && tidy === null)) return null;
  const one = (value: Readonly<Record<string, unknown>>, zone: string | null): unknown => {
    const own = typeof value.timezone === "string" ? value.timezone : zone;
    let kept: Record<string, unknown> | undefined;
    for (const name in value) {
      const inner = value[name];
      const { isDroppedIfNull, tidy } = fields.get(name) ?? NOTHING;
      const isDropped = inner === null && isDroppedIfNull;
      const shown = tidy === null ? inner : tidy(inner, own);
      const local = hasLocal && name === "start_time" ? localOf(value, own) : null;
      if (isDropped || shown !== inner || local !== null) kept ??= before(value, name);
      if (kept === undefined || isDropped) continue;
      kept[name] = shown;
      if (local !== null) kept.local_start = local;
    }
    return kept ?? value;
  };
  const each: Tidy = (value, zone) => {
    if (Array.isArray(value)) return mapChanged(value, (item) => each(item, zone));
    return typeof value === "object" && value !== null ? one(value as Readonly<Record<string, unknown>>, zone) : value;
  };
  return each;
};

/** The wall time of a start that does not say it itself. */
const localOf = ({ start_time, local_start }: Readonly<Record<string, unknown>>, zone: string | null): string | null =>
  zone !== null && typeof start_time === "string" && typeof local_start !== "string" ? wallMinute(start_time, zone) : null;

/** The fields of an object before one of them. */
const before = (value: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> => {
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.slice(
      0,
      entries.findIndex(([each]) => each === name),
    ),
  );
};

/**
 * An output as it is answered: without keys that have no value, if the schema lets them be absent and is not marked `keepsEmpty`, so that a null that
 * stays means something; and with the wall time beside each start whose zone is known, if the schema has a place for it.
 */
export const tidied = (schema: z.ZodType, output: unknown, { keepEmpty = false }: { keepEmpty?: boolean } = {}): unknown => {
  const tidy = planOf(schema, keepEmpty);
  return tidy === null ? output : tidy(output, null);
};
