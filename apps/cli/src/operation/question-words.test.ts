import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { type Field, fieldsOf } from "../fields/fields.ts";
import { toJsonSchema } from "../fields/json-schema.ts";
import { cliOf, demoZoom } from "../test/run-cli.ts";
import { QUESTIONS, questionFor } from "./question-words.ts";

/** The fields that a terminal may ask for before it runs an operation. */
const askedBy = async (id: string): Promise<Field[]> => {
  const operation = await manifest.find((entry) => entry.id === id)?.load();
  const fields = operation === undefined ? [] : fieldsOf(toJsonSchema(operation.input), operation.cli ?? {});
  return fields.filter(({ path, isRequired }) => isRequired || operation?.cli?.asks?.[path.join(".")] !== undefined);
};
const isJson = ({ kind, item }: Field) => kind === "object" || item === "object";

describe("a question", () => {
  it.each(manifest.map(({ id }) => id))("of %s is a question and no help text", async (id) => {
    for (const field of (await askedBy(id)).filter((each) => !isJson(each))) {
      expect(QUESTIONS, field.flag).toHaveProperty([field.path.join(".")]);
      const asked = questionFor(field, { label: field.flag, empty: null, isChosen: false });
      expect(asked).not.toContain(field.description);
      expect(asked.length).toBeLessThan(110);
    }
  });

  it("for what an operation finds to be missing is the gist of its description", () => {
    const [field] = fieldsOf({
      type: "object",
      properties: { colour: { type: "string", description: "Colour of the tent, unless it rains: a word; needed if it shines" } },
    });
    expect(field && questionFor(field, { label: "--colour", empty: "red", isChosen: false })).toBe("Colour of the tent? (empty: red) --colour");
  });

  it("says how a moment may be written, and which hosts can have a webinar", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const create = (words: readonly string[], question: string) =>
      cli(["webinars", "create", ...words, "--no-color"], { columns: 200, keys: "\u0003", question });
    const host = await create([], "Who is the host?");
    expect(host.stderr).toContain("Grace Example, grace@example.com");
    expect(host.stderr).not.toContain("linus@example.com");
    const start = await create(["--host", "ada@example.com", "--topic", "Tides"], "When does it start?");
    expect(start.stderr).toContain("When does it start? (2032-03-01 10:00, or in words: Tuesday 3 pm; empty: one hour from now) --start-time");
    // Whoever has no licence may still have had webinars.
    const list = await cli(["webinars", "list", "--no-color"], { columns: 200, keys: "\u0003", question: "Who is the host?" });
    expect(list.stderr).toContain("linus@example.com");
  });
});
