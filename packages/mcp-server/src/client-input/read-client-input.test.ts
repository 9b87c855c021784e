import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { validInput } from "@zoom-webinar/testing/arbitrary-input";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { branchesOf } from "./field-schema.ts";
import { readClientInput } from "./read-client-input.ts";

const read = (schema: z.ZodType, args: unknown, onlyReads = false) => readClientInput(schema, args, { onlyReads });
const schema = z.strictObject({
  id: z.string().min(1).meta({ zoomId: true }).optional(),
  topic: z.string().min(1).optional(),
  agenda: z.string().optional(),
  size: z.number().int().min(1).max(300).optional(),
  type: z.literal([0, 1, 2]).optional(),
  video: z.boolean().optional(),
  status: z.enum(["pending", "approved"]).optional(),
  people: z.array(z.string()).optional(),
  questions: z.array(z.strictObject({ title: z.string(), required: z.boolean().optional() })).optional(),
  settings: z.strictObject({ qa: z.boolean().optional(), note: z.string().nullable().optional() }).optional(),
});

describe("what clients send, read by the field's own schema", () => {
  it.each([
    [{ size: "10" }, { size: 10 }],
    [{ size: "10 rows" }, { size: "10 rows" }],
    [{ size: "" }, {}],
    [{ type: "2" }, { type: 2 }],
    [{ video: "False" }, { video: false }],
    [{ video: "no" }, { video: "no" }],
    [{ people: '["a@example.com"]' }, { people: ["a@example.com"] }],
    [{ people: "a@example.com" }, { people: ["a@example.com"] }],
    [{ people: "[not json" }, { people: "[not json" }],
    [{ questions: { title: "Why?" } }, { questions: [{ title: "Why?" }] }],
    [{ questions: '[{"title":"Why?","required":"true"}]' }, { questions: [{ title: "Why?", required: true }] }],
    [{ settings: '{"qa":"true","note":null}' }, { settings: { qa: true, note: null } }],
    [{ id: 82834512568 }, { id: "82834512568" }],
    [{ id: 2 ** 53 }, { id: 2 ** 53 }],
    [{ topic: 2027 }, { topic: 2027 }],
    [{ topic: "10" }, { topic: "10" }],
    [{ topic: null, status: "null", size: null }, {}],
    [{ agenda: "", topic: "" }, { agenda: "" }],
    [{ sessionId: "x", chatInput: "y", random_string: "z", nonsense: 1 }, { nonsense: 1 }],
  ])("%j is %j", (args, input) => {
    expect(read(schema, args).input).toEqual(input);
  });

  it("an empty text is left out of what only reads", () => {
    expect(read(schema, { agenda: "" }, true).input).toEqual({});
  });

  it("the word null is not text", () => {
    expect(() => read(schema, { topic: "null" })).toThrow("topic: is the word null, which is not a value");
    expect(() => read(schema, { questions: [{ title: "undefined" }] })).toThrow("questions.0.title: is the word undefined");
  });

  it("what was changed is named, without its value", () => {
    expect(read(schema, { size: "10", topic: "mine" }).changes).toEqual(["size: text, as the number it is"]);
    expect(read(schema, { topic: "mine", size: 3 }).changes).toEqual([]);
  });
});

/** The same input as a client with habits sends it. */
const mangled = (field: z.ZodType, value: unknown, habit: number): unknown => {
  const [branch] = branchesOf(field);
  if (typeof value === "number") return habit % 2 ? String(value) : value;
  if (typeof value === "boolean") return habit % 2 ? String(value) : value;
  if (typeof value === "string") return branch?.schema.meta()?.zoomId === true && String(Number(value)) === value ? Number(value) : value;
  const isOther = branchesOf(field).some(({ kind }) => kind !== "list" && kind !== "object");
  if (Array.isArray(value)) {
    const items = branch?.items ? value.map((item) => mangled(branch.items as z.ZodType, item, habit)) : value;
    if (habit % 3 === 1 && !isOther) return JSON.stringify(items);
    const [only] = items;
    return items.length === 1 && habit % 3 === 2 && !isOther && typeof only !== "string" ? only : items;
  }
  if (typeof value === "object" && value !== null && branch?.fields) {
    const fields = branch.fields;
    const inside = Object.entries(value).map(([name, inner]) => [name, fields[name] ? mangled(fields[name], inner, habit) : inner] as const);
    const absent = Object.keys(fields).filter((name) => !Object.hasOwn(value, name));
    const nulls = habit % 2 ? absent.slice(0, 2).map((name) => [name, null] as const) : [];
    const made = Object.fromEntries([...inside, ...nulls]);
    return habit % 5 === 1 && !isOther ? JSON.stringify(made) : made;
  }
  return value;
};

const textsOf = (value: unknown): string[] =>
  typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];

describe("input of every operation", () => {
  it.each(manifest.map((entry) => [entry.id, entry] as const))(
    "%s: what a client sends is the input it stands for, or is refused",
    async (_id, entry) => {
      const operation = await entry.load();
      const onlyReads = operation.effect === "read";
      const [top] = branchesOf(operation.input);
      const fields = top?.fields ?? {};
      fc.assert(
        fc.property(validInput(operation), fc.nat({ max: 30 }), (input, habit) => {
          const meant = operation.input.safeParse(input);
          // An empty text has no one reading: at times it empties, at times it means nothing.
          fc.pre(!textsOf(input).some((text) => text === "" || /^(null|undefined)$/.test(text)));
          const sent = Object.fromEntries(
            Object.entries(input).map(([name, value]) => [name, fields[name] ? mangled(fields[name], value, habit) : value]),
          );
          const absent = Object.keys(fields).filter((name) => !Object.hasOwn(input, name) && !fields[name]?.safeParse(null).success);
          for (const name of absent.slice(0, habit % 4)) sent[name] = null;
          let understood: unknown;
          try {
            understood = readClientInput(operation.input, { ...sent, sessionId: "x" }, { onlyReads }).input;
          } catch (error) {
            expect(isZoomWebinarError(error) && error.code).toBe("input_invalid");
            return;
          }
          const parsed = operation.input.safeParse(understood);
          expect(parsed.success, `${JSON.stringify(sent)} → ${JSON.stringify(understood)}: ${parsed.error?.message}`).toBe(meant.success);
          if (meant.success) expect(JSON.stringify(parsed.data)).toEqual(JSON.stringify(meant.data));
        }),
        { numRuns: 60, seed: 7 },
      );
    },
  );
});
