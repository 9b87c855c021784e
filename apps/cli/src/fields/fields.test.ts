import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { withPlainSwitches } from "./boolean-flags.ts";
import { convert } from "./convert.ts";
import { describeField } from "./describe.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { toInput } from "./input.ts";
import { toJsonSchema } from "./json-schema.ts";

const fieldOf = (schema: z.ZodType): Field => {
  const [field] = fieldsOf(toJsonSchema(z.strictObject({ some_field: schema })));
  if (!field) throw new Error("no field");
  return field;
};

describe("fieldsOf", () => {
  it.each([
    ["text", z.string()],
    ["text", z.email().optional()],
    ["text", z.string().nullable()],
    ["text", z.union([z.number(), z.string()])],
    ["number", z.int()],
    ["number", z.number().nullish()],
    ["boolean", z.boolean().default(true)],
    ["choice", z.enum(["a", "b"])],
    ["choice", z.literal([0, 1])],
    ["choice", z.union([z.literal("x"), z.literal("y")])],
    ["choice", z.literal("only")],
    ["list", z.array(z.string())],
    ["object", z.strictObject({ a: z.string() })],
    ["object", z.record(z.string(), z.string())],
    ["any", z.union([z.number(), z.boolean()])],
    ["any", z.unknown()],
  ])("%s", (kind, schema) => {
    expect(fieldOf(schema).kind).toBe(kind);
  });

  it("makes kebab flags, dotted below an object, one level deep", () => {
    const schema = z.strictObject({
      page_size: z.number(),
      globalDial: z.string(),
      settings: z.strictObject({ on_demand: z.boolean(), deep: z.strictObject({ a: z.string() }) }),
    });
    expect(fieldsOf(toJsonSchema(schema)).map(({ flag, kind }) => `${flag} ${kind}`)).toEqual([
      "--page-size number",
      "--global-dial text",
      "--settings object",
      "--settings.on-demand boolean",
      "--settings.deep object",
    ]);
  });

  it("takes a file's path if bytes are wanted", () => {
    const data = z.string().meta({ contentEncoding: "base64" });
    expect(fieldOf(z.strictObject({ name: z.string(), data })).kind).toBe("file");
  });

  it.each<[string, z.ZodType, string]>([
    ["choices and a default", z.enum(["a", "b"]).default("a").describe("Which"), "Which. One of a, b. If left out: a"],
    ["what is required", z.string().describe("What"), "What. Required"],
    ["a list without a description", z.array(z.string()).optional(), "Repeat it, or put commas between"],
    [
      "a list of objects",
      z
        .array(z.strictObject({ a: z.string() }))
        .optional()
        .describe("All."),
      "All. A JSON list, or repeat it",
    ],
    ["a whole number's bounds", z.number().int().min(1).max(30).optional().describe("People"), "People. A whole number from 1 to 30"],
    ["a number's bounds", z.number().min(0).max(20_000).optional(), "A number from 0 to 20,000"],
    [
      "no bounds that are said already",
      z.number().int().min(1).max(300).default(30).describe("Rows, 1-300; default 30"),
      "Rows, 1 to 300; if left out: 30",
    ],
    ["no bounds that no person means", z.number().int().optional().describe("Skip so many"), "Skip so many"],
    ["an off switch", z.boolean().optional().describe("High definition; default false"), "High definition; if left out: no"],
    ["what holds unless given", z.string().optional().describe("Days; 30d unless given"), "Days; if left out: 30d"],
    ["a month as it is", z.string().optional().describe("Licence, announced 2025-11"), "Licence, announced 2025-11"],
    ["a file that is the default", z.string().optional().describe("File for results. Default: FILE.csv"), "File for results. If left out: FILE.csv"],
  ])("says %s in plain words, without brackets", (_what, schema, expected) => expect(describeField(fieldOf(schema))).toBe(expected));

  it("says what else a field may be, behind a phrase or as a sentence", () => {
    const hints = { minutes: ["x"], moments: ["y"], knownBy: (name: string) => (name === "x" ? "topic" : undefined) };
    const schema = z.strictObject({ x: z.string().describe("Webinar ID"), y: z.string().describe("When: a wall time").optional() });
    expect(fieldsOf(toJsonSchema(schema), hints).map(describeField)).toEqual([
      "Webinar ID, or the topic or 1h30. Required",
      "When: a wall time. Or in words: Tuesday 3 pm",
    ]);
  });
});

/** Nothing is on stdin, and nobody interrupts. */
const NO_IO = { stdin: Readable.from([]), stderr: new PassThrough(), signal: new AbortController().signal };

describe("convert", () => {
  it.each<[string, z.ZodType, string[], unknown]>([
    ["text as it is", z.string(), ["953 1234 5678"], "953 1234 5678"],
    ["text that looks like a number", z.string(), ["007"], "007"],
    ["the last of several", z.string(), ["a", "b"], "b"],
    ["a whole number", z.int(), ["300"], 300],
    ["a negative number", z.number(), ["-1.5"], -1.5],
    ["a choice", z.enum(["a", "b"]), ["b"], "b"],
    ["a choice of numbers", z.literal([0, 1]), ["1"], 1],
    ["no choice, left to the operation", z.enum(["a", "b"]), ["c"], "c"],
    ["a list by commas and repetition", z.array(z.string()), ["a, b", "c"], ["a", "b", "c"]],
    ["a list as JSON", z.array(z.string()), ['["Yes, definitely","no"]'], ["Yes, definitely", "no"]],
    ["a list of numbers", z.array(z.number()), ["1,2"], [1, 2]],
    ["a list of objects", z.array(z.strictObject({ a: z.string() })), ['{"a":"x,y"}', '[{"a":"z"}]'], [{ a: "x,y" }, { a: "z" }]],
    ["an object", z.strictObject({ a: z.number() }), ['{"a":1}'], { a: 1 }],
    ["anything, as JSON", z.unknown(), ["[1]"], [1]],
    ["anything, as text", z.unknown(), ["hello"], "hello"],
  ])("%s", async (_what, schema, texts, value) => {
    expect(await convert(fieldOf(schema), texts, NO_IO)).toEqual({ value });
  });

  it.each<[string, z.ZodType, string, string]>([
    ["a word for a number", z.number(), "ten", 'expected a number, got "ten"'],
    ["nothing for a number", z.number(), "", 'expected a number, got ""'],
    ["hexadecimal", z.number(), "0x10", 'expected a number, got "0x10"'],
    ["a word in a list of numbers", z.array(z.number()), "1,x", 'expected a number, got "x"'],
    ["text for an object", z.strictObject({ a: z.number() }), "a=1", 'expected JSON, such as {"key": "value"}'],
    ["a broken list", z.array(z.string()), "[1,", "expected a JSON list"],
    [
      "a file that is not there",
      z.strictObject({ name: z.string(), data: z.string().meta({ contentEncoding: "base64" }) }),
      "/none.png",
      "cannot read the file /none.png: it is not there",
    ],
    ["a folder for a file", z.strictObject({ name: z.string(), data: z.string().meta({ contentEncoding: "base64" }) }), "/", "/ is not a file"],
  ])("refuses %s", async (_what, schema, text, fault) => {
    expect(await convert(fieldOf(schema), [text], NO_IO)).toEqual({ fault });
  });
});

describe("toInput", () => {
  const fields = fieldsOf(
    toJsonSchema(z.strictObject({ topic: z.string(), count: z.number(), settings: z.strictObject({ on: z.boolean(), n: z.number() }) })),
  );
  const byFlag = (flag: string) => fields.find((field) => field.flag === flag) as Field;

  it("lays flags over --input, and dotted flags over the object they belong to", async () => {
    const input = await toInput(
      { topic: "from file", count: 1, settings: { n: 1, on: false } },
      [
        [byFlag("--settings.on"), true],
        [byFlag("--settings"), ['{"n":5}']],
        [byFlag("--topic"), ["typed"]],
      ],
      fields,
      NO_IO,
    );
    expect(input).toEqual({ topic: "typed", count: 1, settings: { n: 5, on: true } });
  });

  it("leaves the base as it was", async () => {
    const base = { settings: { n: 1 } };
    await toInput(base, [[byFlag("--settings.n"), ["2"]]], fields, NO_IO);
    expect(base).toEqual({ settings: { n: 1 } });
  });

  it("names every fault at once, by the operation's names", async () => {
    const typed = [
      [byFlag("--count"), ["x"]],
      [byFlag("--settings.n"), ["y"]],
    ] as const;
    await expect(toInput({}, typed, fields, NO_IO)).rejects.toThrow(/count: expected a number, got "x"; settings\.n: expected a number, got "y"/);
  });
});

describe("withPlainSwitches", () => {
  const rewrite = (line: string) => withPlainSwitches(line.split(" "), new Set(["--on", "--settings.on"])).join(" ");
  it.each([
    ["get 1 --on", "get 1 --on"],
    ["get --on 1", "get --on 1"],
    ["get --on false 1", "get --no-on 1"],
    ["get --on=false", "get --no-on"],
    ["get --on=true", "get --on"],
    ["get --settings.on=false", "get --no-settings.on"],
    ["get --on=maybe", "get --on=maybe"],
    ["get -- --on=false", "get -- --on=false"],
  ])("%s", (line, expected) => {
    expect(rewrite(line)).toBe(expected);
  });
});
