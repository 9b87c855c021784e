import { expect, it } from "vitest";
import type * as z from "zod";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "./index.ts";

const all: AnyOperation[] = Object.values(operations).flatMap((verbs): AnyOperation[] => Object.values(verbs));

interface Text {
  /** "registrants.add custom_questions[].title" */
  at: string;
  schema: z.ZodType;
}

interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  options?: readonly z.ZodType[];
  shape?: Readonly<Record<string, z.ZodType>>;
}

/** Every text of an input, at any depth. */
const textsOf = (schema: z.ZodType, at: string): Text[] => {
  const { type, innerType, in: input, element, options, shape } = schema.def as unknown as Definition;
  const inside = innerType ?? input;
  if (inside) return textsOf(inside, at);
  if (element) return textsOf(element, `${at}[]`);
  if (options) return options.flatMap((option) => textsOf(option, at));
  if (shape) return Object.entries(shape).flatMap(([name, field]) => textsOf(field, at.endsWith(" ") ? `${at}${name}` : `${at}.${name}`));
  return type === "string" ? [{ at, schema }] : [];
};

const texts = all.flatMap((op) => textsOf(op.input, `${op.id} `));
const takes = (text: string) => texts.filter(({ schema }) => schema.safeParse(text).success).map(({ at }) => at);
const fieldOf = (at: string) => at.slice(at.indexOf(" ") + 1);

it("finds texts at every depth", () => {
  expect(texts.length).toBeGreaterThan(250);
});

it("only what may be long takes line breaks; every other text is one line", () => {
  expect([...new Set(takes("one\ntwo").map(fieldOf))].sort()).toMatchInlineSnapshot(`
    [
      "agenda",
      "alternative_hosts",
      "comments",
      "custom_questions[].value",
      "custom_survey.feedback",
      "custom_survey.questions[].name",
      "custom_survey.questions[].prompts[].prompt_question",
      "file_ids",
      "from",
      "prompt",
      "questions[].name",
      "questions[].prompts[].prompt_question",
      "settings.alternative_hosts",
      "settings.audio_conference_info",
      "settings.question_and_answer.auto_reply_text",
    ]
  `);
});

it.each(["\u0000", "a\u0007b", "a\u001bb", "a\u0085b", "a\u2028b"])("no text of one line takes %j", (text) => {
  const lines = new Set(takes("one\ntwo"));
  expect(takes(text).filter((at) => !lines.has(at))).toEqual([]);
});

it("no name, topic or heading is blank", () => {
  const named = /(^|[._])(name|title|topic|field)$/;
  const blank = takes("   ").filter((at) => named.test(at));
  expect([...new Set(blank.map(fieldOf))].sort()).toMatchInlineSnapshot(`
    [
      "settings.contact_name",
    ]
  `);
});

it("an e-mail address is read by one rule, in every field that takes one", () => {
  const addresses = texts.filter(({ at }) => /(^|[._ ])(emails?(\[\])?)$/.test(at));
  expect(addresses.length).toBeGreaterThan(12);
  for (const { at, schema } of addresses) {
    for (const good of ["ada@example.com", "jörg@xn--bcher-kva.example", "o'hara+x@sub.example.com"])
      expect(schema.parse(` ${good}\t`), at).toBe(good);
    for (const bad of ["ada", "ada@example", "ada..b@example.com", "ada@@example.com", "Ada <ada@example.com>", "a\u200bb@example.com"])
      expect(schema.safeParse(bad).success, `${at} ${bad}`).toBe(false);
  }
});

it("an id field takes a whole address or an id, and no broken address", () => {
  const ids = texts.filter(({ at }) =>
    /(^|[._ ])(user_id|panelist_id|registrant_id|registrant_ids\[\]|schedule_for|registrants\[\]|user_selection)$/.test(at),
  );
  expect(ids.length).toBeGreaterThan(15);
  for (const { at, schema } of ids) {
    expect(schema.parse(" Ada@example.com"), at).toBe("Ada@example.com");
    expect(schema.parse(" -hIp_x9Tq "), at).toBe("-hIp_x9Tq");
    expect(schema.safeParse("ada@").success, at).toBe(false);
  }
});
