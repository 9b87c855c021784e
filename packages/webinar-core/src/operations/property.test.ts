import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { validInput, wrongInput } from "@zoom-webinar/testing/arbitrary-input";
import { emulated } from "@zoom-webinar/testing/emulated";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { runOperation } from "../run.ts";
import { operations } from "./index.ts";

const all: AnyOperation[] = Object.values(operations).flatMap((verbs): AnyOperation[] => Object.values(verbs));
const RUNS = 8;
/** Operations that gave a result at least once: a generator whose inputs are all refused would prove nothing. */
const succeeded = new Set<string>();

/** One call on a world of its own: a result that keeps its form, or an error of ours; never a request outside the document, never a secret unasked. */
const drive = async (op: AnyOperation, input: unknown): Promise<void> => {
  const faults: unknown[] = [];
  const session = { reveal: op.reveals ?? ("personal" as const), onInternalError: (error: unknown) => faults.push(error) };
  const zoom = emulated({ session });
  const outcome = await runOperation(op, input, zoom.session).then(
    (output) => ({ output }),
    (error: unknown) => ({ error }),
  );
  if (faults.length > 0) throw faults[0];
  for (const { endpoint, method, path } of zoom.seen()) expect(endpoint, `${method} ${path}`).not.toBeNull();
  if ("error" in outcome) {
    if (!isZoomWebinarError(outcome.error)) throw outcome.error;
    expect(outcome.error.message).not.toMatch(/not emulate/);
    return;
  }
  const { output } = outcome;
  succeeded.add(op.id);
  expect(op.output.safeParse(output).error?.issues ?? []).toEqual([]);
  if (op.reveals === undefined) {
    const asks = (input as { include_join_links?: unknown }).include_join_links === true;
    expect(JSON.stringify(output)).not.toMatch(asks ? /zak=/ : /zak=|[?&]tk=/);
  }
};

it.each(all.map((op) => [op.id, op] as const))("%s: a result or a typed error, whatever it is given", async (_id, op) => {
  const options = { numRuns: RUNS, seed: 20_270_115 };
  await fc.assert(
    fc.asyncProperty(validInput(op), (input) => drive(op, input)),
    options,
  );
  await fc.assert(
    fc.asyncProperty(wrongInput(op), (input) => drive(op, input)),
    options,
  );
});

afterAll(() => {
  expect(succeeded.size).toBeGreaterThan(all.length / 2);
});
