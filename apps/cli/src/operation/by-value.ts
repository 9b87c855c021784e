import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, type PageStep, type PagesBounds, runOperation, runPages } from "@zoom-webinar/webinar-core/doors";
import { isRow } from "../output/shape.ts";

type Input = Readonly<Record<string, unknown>>;

/** The word that stands for every value of the field that divides a list. */
export const EVERY = "all";

/** The values that a text names, if it names several: "all", or values with commas between. Each has a list of its own. Null for one value and for any other text. */
export const valuesAsked = (asked: unknown, values: readonly unknown[]): readonly unknown[] | null => {
  if (asked === EVERY) return values;
  if (typeof asked !== "string" || !asked.includes(",")) return null;
  const named = asked.split(",").map((part) => values.find((value) => String(value) === part.trim().toLowerCase()));
  return named.every((value) => value !== undefined) ? [...new Set(named)] : null;
};

/** Walks a list once for each value of a field, as if it were one list. */
export async function* runEvery(
  operation: AnyOperation,
  { field, values }: { field: string; values: readonly unknown[] },
  input: Input,
  session: Session,
  call: CallOptions,
  bounds: PagesBounds = {},
): AsyncGenerator<PageStep<unknown>> {
  for (const [at, value] of values.entries()) {
    const isLast = at === values.length - 1;
    for await (const step of runPages(operation, { ...input, [field]: value }, session, call, bounds))
      yield isLast ? step : { ...step, complete: false };
  }
}

/** How many there are for each value: "0 approved, 5 pending". Null if Zoom does not count them. */
export const countEach = async (
  operation: AnyOperation,
  { field, values }: { field: string; values: readonly unknown[] },
  input: Input,
  session: Session,
  call: CallOptions,
): Promise<string | null> => {
  const counts: string[] = [];
  for (const value of values) {
    const answer = await runOperation(operation, { ...input, page_size: 1, [field]: value }, session, call);
    if (!isRow(answer) || typeof answer.total_records !== "number") return null;
    counts.push(`${answer.total_records} ${String(value)}`);
  }
  return counts.join(", ");
};
