import { branchesIn, partsOf, type SchemaParts } from "@zoom-webinar/webinar-core/doors";
import type * as z from "zod";
import { cleanText } from "./clean-text.ts";

/** Stands where `--lockdown` withholds what somebody wrote. */
export const WITHHELD = "[withheld]";

/** An output as it may go out. */
export interface CleanOutput {
  readonly output: unknown;
  /** Whether it still holds text that strangers wrote. */
  readonly isForeign: boolean;
}

const UNKNOWN: SchemaParts = { type: "unknown" };

/** What a walk knows on its way down. */
interface Walk {
  readonly isLockdown: boolean;
  isForeign: boolean;
}

const walkText = (text: string, isMarked: boolean, walk: Walk): string => {
  const cleaned = cleanText(text);
  if (!isMarked || cleaned === "") return cleaned;
  walk.isForeign ||= !walk.isLockdown;
  return walk.isLockdown ? WITHHELD : cleaned;
};

const walkValue = (schema: z.ZodType | undefined, value: unknown, isMarked: boolean, walk: Walk): unknown => {
  if (value === null || (typeof value !== "object" && typeof value !== "string")) return value;
  const marked = isMarked || schema?.meta()?.untrusted === true;
  const parts = schema ? partsOf(schema) : UNKNOWN;
  const { type, innerType, out, element, valueType, catchall, shape } = parts;
  const inside = innerType ?? (type === "pipe" ? out : undefined);
  if (inside) return walkValue(inside, value, marked, walk);
  const branches = branchesIn(parts);
  // A value fits one branch; which one is not known here, so the marks of all count.
  if (branches) return branches.reduce((kept: unknown, branch) => walkValue(branch, kept, marked, walk), value);
  if (typeof value === "string") return walkText(value, marked, walk);
  if (Array.isArray(value)) return value.map((item) => walkValue(element, item, marked, walk));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner], index) => {
      const known = shape && Object.hasOwn(shape, name) ? shape[name] : undefined;
      const field = known ?? valueType ?? catchall;
      // In a record of typed texts, the names are typed too: the questions of a form, say.
      const isTyped = !known && (marked || field?.meta()?.untrusted === true);
      const shown = known ? name : isTyped && walk.isLockdown ? `${WITHHELD} ${index + 1}` : cleanText(name);
      return [shown, walkValue(field, inner, marked, walk)];
    }),
  );
};

/**
 * The output of an operation, every text in it without invisible characters. Fields marked `untrusted` hold what strangers wrote: with `lockdown` they are
 * withheld. The shape stays, so that the output still fits its schema.
 */
export const cleanOutput = (schema: z.ZodType, output: unknown, lockdown: boolean): CleanOutput => {
  const walk: Walk = { isLockdown: lockdown, isForeign: false };
  return { output: walkValue(schema, output, false, walk), isForeign: walk.isForeign };
};

/** Any value, every text in it without invisible characters: for what has no schema. */
export const cleanAny = (value: unknown): unknown => walkValue(undefined, value, false, { isLockdown: false, isForeign: false });
