import type { HttpResponse, Send } from "@zoom-webinar/auth";
import { isZoomWebinarError, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { validInput } from "@zoom-webinar/testing/arbitrary-input";
import { NOW } from "@zoom-webinar/testing/emulated";
import { generatedZoom } from "@zoom-webinar/testing/generated-zoom";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnyOperation } from "../../operation/operation.ts";
import { operations } from "../../operations/index.ts";
import { runOperation } from "../../run.ts";
import { createSession } from "../../session/session.ts";

const all: AnyOperation[] = Object.values(operations)
  .flatMap((verbs): AnyOperation[] => Object.values(verbs))
  .filter(({ long }) => long !== true); // long ones keep a journal from call to call

/** Another spelling of one value of a reply, its parts spelled already. */
type Spell = (value: unknown) => unknown;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** How Zoom's replies differ from its reference in recorded answers and in other clients' test data. */
const SPELLINGS: Readonly<Record<string, Spell>> = {
  "numbers as text": (value) => (typeof value === "number" ? String(value) : value),
  "text as numbers": (value) => (typeof value === "string" && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : value),
  "booleans as text": (value) => (typeof value === "boolean" ? String(value) : value),
  "booleans as numbers": (value) => (typeof value === "boolean" ? Number(value) : value),
  "null for an empty list": (value) => (Array.isArray(value) && value.length === 0 ? null : value),
  "one thing for a list of it": (value) => (Array.isArray(value) && value.length === 1 ? value[0] : value),
  "times without a zone": (value) => (typeof value === "string" ? value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z$/, "$1 $2") : value),
  "times with an offset": (value) =>
    typeof value === "string" ? value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z$/, " $1T$2.0000000+00:00") : value,
  "fields that nobody documents": (value) => (isRecord(value) ? { ...value, of_tomorrow: [{ more: 1 }] } : value),
};

const respell = (value: unknown, spell: Spell): unknown => {
  if (Array.isArray(value)) return spell(value.map((item) => respell(item, spell)));
  if (isRecord(value)) return spell(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, respell(inner, spell)])));
  return spell(value);
};

/** The answer, its body in another spelling; what is not JSON, or not an answer of the API, stays as it is. */
const respelled = (url: string, answer: HttpResponse, spell: Spell): HttpResponse => {
  if (!url.includes("/v2/") || answer.text === "" || answer.status >= 300) return answer;
  try {
    return { ...answer, text: JSON.stringify(respell(JSON.parse(answer.text), spell)) };
  } catch {
    return answer;
  }
};

const outcome = async (op: AnyOperation, input: unknown, send: Send): Promise<unknown> => {
  const clock = virtualClock(NOW, { autoAdvance: true });
  const faults: unknown[] = [];
  const session = createSession({
    credentials: { accountId: "acc", clientId: "app", clientSecret: "spelling-secret" },
    send,
    clock,
    store: memoryStore({ clock }),
    reveal: "host",
    zone: "UTC",
    pace: false,
    onInternalError: (error) => faults.push(error),
  });
  const result = await runOperation(op, input, session).catch((error: unknown) => {
    if (!isZoomWebinarError(error)) throw error;
    return error.code;
  });
  if (faults.length > 0) throw faults[0];
  return result;
};

test.each(Object.entries(SPELLINGS))("every operation reads a reply the same with %s", async (_name, spell) => {
  const withReplies = all.filter(({ local }) => !local);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...withReplies).chain((op) => fc.tuple(fc.constant(op), validInput(op))),
      fc.gen(),
      async ([op, input], draw) => {
        const generated = generatedZoom(draw);
        const answers: (HttpResponse | Error)[] = [];
        const asDocumented: Send = async (request) => {
          try {
            const answer = await generated(request);
            answers.push(answer);
            return answer;
          } catch (error) {
            answers.push(error as Error);
            throw error;
          }
        };
        const expected = await outcome(op, input, asDocumented);
        let sent = 0;
        const inTheField: Send = async ({ url }) => {
          const answer = answers[sent++];
          if (answer === undefined) throw new Error(`${op.id} asks more of a reply in another spelling`);
          if (answer instanceof Error) throw answer;
          return respelled(url, answer, spell);
        };
        expect([op.id, await outcome(op, input, inTheField)]).toEqual([op.id, expected]);
      },
    ),
    { numRuns: 150, seed: 11, endOnFailure: true },
  );
});
