import fc from "fast-check";
import { expect, it } from "vitest";
import { writeIds } from "./write-ids.ts";
import { readYaml } from "./yaml-read.ts";
import { writeFile } from "./yaml-write.ts";

const isLong = process.env.FAULTS === "long";
const RUNS = isLong ? 20_000 : 500;
/** Minutes for the long form, and more beside other work. */
const TIMEOUT = { timeout: isLong ? 1_800_000 : 20_000 };

/** Texts that YAML likes to take for something else, and any others. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "yes",
    "no",
    "null",
    "~",
    "true",
    "0x1F",
    "1e3",
    "0123",
    "2027-03-01",
    "12:30",
    "- a",
    "a: b",
    "# no comment",
    "---",
    "...",
    "*x",
    "&x",
    "!x",
    "%a",
    "@a",
    "`a`",
    "'",
    '"',
    " a",
    "a ",
    "a\r\nb",
    "a\n\nb\n",
    "\n",
    "\ta",
    "a\tb",
    "\u2028",
    "\ufeffa",
    "<<",
    "{a",
    "[a",
    "|",
    ">",
    "?",
    "",
  ),
);
const question = fc.record({ name: text, type: fc.constant("single"), answers: fc.array(text, { minLength: 2, maxLength: 3 }) });
const document = fc.record(
  {
    host: text,
    topic: text,
    agenda: text,
    duration: fc.integer(),
    settings: fc.record({ contact_name: text, on_demand: fc.boolean() }, { requiredKeys: [] }),
    polls: fc.array(fc.record({ poll_title: text, questions: fc.array(question, { maxLength: 2 }) }), { maxLength: 2 }),
  },
  { requiredKeys: ["topic", "host"] },
);

it("what is written is read back as it was, whatever the texts are", TIMEOUT, () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 3 }), (documents) => {
      expect(readYaml("x.yaml", writeFile(documents)).map(({ value }) => value)).toEqual(documents);
    }),
    { numRuns: RUNS },
  );
});

it("what is written holds nothing invisible: it is written out, and read back the same", TIMEOUT, () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 2 }), (documents) => {
      expect(writeFile(documents)).not.toMatch(/[\u2028\u2029]|[^\P{C}\n]/u);
    }),
    { numRuns: RUNS },
  );
  const topic = "\u009b31mTides\u202e\u007f\u200b\u{e0041}";
  const text = writeFile([{ topic }]);
  expect(text).toContain('topic: "\\x9b31mTides\\u202e\\x7f\\u200b\\U000e0041"');
  expect(readYaml("x.yaml", text).map(({ value }) => value)).toEqual([{ topic }]);
});

it("IDs are put in without changing anything else, and written twice are written once", TIMEOUT, () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 3 }), fc.boolean(), (documents, isWindows) => {
      const plain = writeFile(documents);
      const written = isWindows && !/\r/.test(plain) ? plain.replaceAll("\n", "\r\n") : plain;
      const ids = documents.map((_, at) => `9531234567${at}`);
      const withIds = writeIds(written, ids);
      const before = readYaml("x.yaml", written).map(({ value }) => value as object);
      expect(readYaml("x.yaml", withIds).map(({ value }) => value)).toEqual(before.map((value, at) => ({ id: ids[at], ...value })));
      expect(writeIds(withIds, ids)).toBe(withIds);
      for (const line of written.split("\n")) expect(withIds).toContain(line);
    }),
    { numRuns: RUNS },
  );
});

it.each([
  ["a document in braces", "{topic: A, host: b}\n", '{ id: "1", topic: A, host: b}\n'],
  ["one that has an ID", "id: 5 # mine\ntopic: A\n", 'id: "1" # mine\ntopic: A\n'],
  ["one behind ---", "---\ntopic: A\n", '---\nid: "1"\ntopic: A\n'],
])("%s gets its ID in place", (_what, text, expected) => {
  expect(writeIds(text, ["1"])).toBe(expected);
});
