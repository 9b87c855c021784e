import { isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { validInput } from "@zoom-webinar/testing/arbitrary-input";
import { type AnyOperation, manifest, parseInput } from "@zoom-webinar/webinar-core/doors";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { branchesOf, isOptional, takesNull } from "./field-schema.ts";
import { readClientInput } from "./read-client-input.ts";

type Input = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, z.ZodType>>;

/** One field of an input as a client sends it, and what it has to mean; `undefined` for a field that is left out. Nothing if the habit does not concern it. */
type Habit = (field: z.ZodType, value: unknown, at: number) => { sent: unknown; means: unknown } | null;

const kindsOf = (field: z.ZodType) => branchesOf(field).map(({ kind }) => kind);
const only = (field: z.ZodType, kind: string) => kindsOf(field).every((one) => one === kind);
const isId = (field: z.ZodType) => branchesOf(field).some(({ schema }) => schema.meta()?.zoomId === true);
const of = (choices: readonly unknown[], at: number): unknown => choices[at % choices.length];

/** What clients were seen to do, and neighbours of it, by kind. */
const HABITS: Readonly<Record<string, Habit>> = {
  "numbers as text, with spaces": (field, value, at) =>
    typeof value === "number" && only(field, "number")
      ? { sent: of([`${value}`, ` ${value}`, `${value} `, `+${value}`, `${value}.0`, `${value},0`], at), means: value }
      : null,
  "booleans as words": (field, value, at) =>
    typeof value === "boolean" && only(field, "boolean")
      ? {
          sent: of(
            [`${value}`, value ? "True" : "False", value ? "TRUE" : "FALSE", value ? "yes" : "no", value ? "1" : "0", value ? 1 : 0, ` ${value} `],
            at,
          ),
          means: value,
        }
      : null,
  "lists as JSON text": (field, value, at) =>
    Array.isArray(value) && only(field, "list")
      ? {
          sent: of(
            [
              JSON.stringify(value),
              ` ${JSON.stringify(value, null, 1)}\n`,
              JSON.stringify(value).replaceAll('"', "'"),
              JSON.stringify(JSON.stringify(value)),
            ],
            at,
          ),
          means: value,
        }
      : null,
  "a single value for a list": (field, value) =>
    Array.isArray(value) && value.length === 1 && only(field, "list") ? { sent: value[0], means: value } : null,
  "objects as JSON text": (field, value, at) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && only(field, "object")
      ? { sent: of([JSON.stringify(value), `\n${JSON.stringify(value, null, 2)}`, JSON.stringify(JSON.stringify(value))], at), means: value }
      : null,
  "null for what is left out": (field, value) =>
    value === undefined && isOptional(field) && !takesNull(field) ? { sent: null, means: undefined } : null,
  "the word null for what is left out": (field, value, at) =>
    value === undefined && isOptional(field) ? { sent: of(["null", "undefined"], at), means: undefined } : null,
  "empty text for what is left out": (field, value, at) =>
    value === undefined && isOptional(field) && !field.safeParse("").success ? { sent: of(["", " "], at), means: undefined } : null,
  "an empty list or object for what is left out": (field, value) =>
    value === undefined && isOptional(field) && !kindsOf(field).some((kind) => kind === "list" || kind === "object")
      ? { sent: [], means: undefined }
      : null,
  "ids in other spellings": (field, value, at) =>
    typeof value === "string" && isId(field) && /^\d{10,11}$/.test(value)
      ? {
          sent: of(
            [
              Number(value),
              ` ${value}`,
              `${value}\n`,
              `${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}`,
              `${value.slice(0, 3)}-${value.slice(3, 7)}-${value.slice(7)}`,
              `"${value}"`,
              `#${value}`,
            ],
            at,
          ),
          means: value,
        }
      : null,
  "addresses as a mail program writes them": (field, value, at) =>
    typeof value === "string" && /^\S+@\S+$/.test(value) && field.safeParse("a b").success === false
      ? { sent: of([` ${value} `, `mailto:${value}`, `<${value}>`, `Ada <${value}>`, `${value},`], at), means: value }
      : null,
  "text where objects are listed": (field, value) =>
    Array.isArray(value) && value.some((item) => typeof item === "object") && only(field, "list")
      ? { sent: value.map(() => "ada@example.com"), means: null }
      : null,
};

const EACH = 60;
/** Fields that no tool has. */
const OWN_FIELDS = [
  "_meta",
  "random_string",
  "reasoning",
  "thought",
  "explanation",
  "session_id",
  "toolCallId",
  "task_progress",
  "confirm",
  "input",
  "kwargs",
];

const textsOf = (value: unknown): string[] =>
  typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];

/** Valid inputs of an operation in which no text is empty or a word for nothing: those mean one thing at one place and another at the next. */
const basesOf = (operation: AnyOperation, numRuns: number): Input[] =>
  fc
    .sample(validInput(operation), { numRuns, seed: 11 })
    .filter((base) => operation.input.safeParse(base).success && !textsOf(base).some((text) => text === "" || /^(null|undefined)$/.test(text)));

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, inner]) => [name, sorted(inner)]),
        )
      : value;
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const operations = new Map<string, AnyOperation>();
beforeAll(async () => {
  for (const entry of manifest) operations.set(entry.tool, await entry.load());
});

const fieldsOf = ({ input }: AnyOperation): Fields => branchesOf(input)[0]?.fields ?? {};

/** What the door makes of a call: the input that runs, or the refusal. */
const through = (operation: AnyOperation, args: unknown): { input: unknown } | { refusal: ZoomWebinarError } => {
  try {
    const { input } = readClientInput(operation.input, args, { onlyReads: operation.effect === "read" });
    return { input: parseInput(operation.input, input) };
  } catch (error) {
    if (isZoomWebinarError(error)) return { refusal: error };
    throw error;
  }
};

/** A list of texts where objects are wanted: the refusal has to say what such an object holds. */
const habitNeedsFields = (sent: unknown): boolean => Array.isArray(sent) && sent.length > 0 && sent.every((item) => item === "ada@example.com");

const wrongOf = (operation: AnyOperation, name: string, sent: Input, meant: Input | null): string | null => {
  const outcome = through(operation, sent);
  const shown = `${operation.tool} ${JSON.stringify({ [name]: sent[name] })}`;
  if ("refusal" in outcome) {
    const { code, message, hint } = outcome.refusal;
    if (code !== "input_invalid" || !message.includes(name)) return `${shown} is refused without its name: ${message}`;
    if (habitNeedsFields(sent[name]) && !/object (with|such as) /.test(message))
      return `${shown} is refused without the fields that it takes: ${message}`;
    return hint === undefined && !/expected|must|at most|at least|one of|is /.test(message)
      ? `${shown} is refused without a way out: ${message}`
      : null;
  }
  if (meant === null) return `${shown} runs as ${JSON.stringify(outcome.input)}`;
  const right = operation.input.safeParse(meant);
  return right.success && isSame(right.data, outcome.input) ? null : `${shown} runs as ${JSON.stringify(outcome.input)}`;
};

describe("what clients send, by habit: it means what it stands for, or is refused by the field's name", () => {
  // It only computes, for seconds: on a machine that does other things besides, for minutes.
  it.each(Object.keys(HABITS))("%s, sixty times for every tool", { timeout: 120_000 }, (habit) => {
    const wrongs = new Set<string>();
    let tried = 0;
    for (const operation of operations.values()) {
      const fields = fieldsOf(operation);
      for (const [at, base] of basesOf(operation, EACH).entries()) {
        for (const [name, field] of Object.entries(fields)) {
          const change = HABITS[habit]?.(field, base[name], at) ?? null;
          if (change === null) continue;
          tried += 1;
          const meant = change.means === null ? null : { ...base, [name]: change.means };
          const wrong = wrongOf(operation, name, { ...base, [name]: change.sent }, meant);
          if (wrong !== null) wrongs.add(wrong.slice(0, 300));
        }
      }
    }
    expect(tried).toBeGreaterThan(EACH);
    expect([...wrongs]).toEqual([]);
  });

  it.each(OWN_FIELDS)("a field of its own called %s", (name) => {
    const wrongs: string[] = [];
    for (const operation of operations.values()) {
      if (name in fieldsOf(operation)) continue;
      const [base] = basesOf(operation, EACH);
      const wrong = base && wrongOf(operation, name, { ...base, [name]: "x" }, base);
      if (wrong) wrongs.push(wrong.slice(0, 300));
    }
    expect(wrongs).toEqual([]);
  });
});
