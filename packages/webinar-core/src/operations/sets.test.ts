import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { AnyOperation } from "../operation/operation.ts";
import { commandOf } from "../operation/operation.ts";
import { operations } from "./index.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(HERE, "../../../..");
const all: AnyOperation[] = Object.values(operations).flatMap((verbs): AnyOperation[] => Object.values(verbs));

/** Source files below a folder, tests left out. */
const filesOf = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(ending) && !file.endsWith(".test.ts"))
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
/** Phrases in which people ask are vocabulary, not code. */
const withoutPhrases = ({ file, text }: { file: string; text: string }) => ({ file, text: text.replace(/ {2}alsoKnownAs: `[^`]*`,\n/, "") });
const linesOf = ({ text }: { text: string }) => text.trimEnd().split("\n").length;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The tools of the Python server, registered or promised. */
const PYTHON_TOOLS = `auto_configure_zoom configure_zoom get_token_status refresh_token list_users_for_selection get_users create_webinar
  create_webinar_interactive create_recurring_webinar add_panelists create_webinar_poll create_webinar_invite_links list_webinars get_webinar
  add_webinar_registrant list_webinar_registrants find_registrant_by_email list_panelists get_webinar_polls list_webinar_participants
  get_webinar_absentees list_webinar_qa update_webinar update_webinar_status update_webinar_registrant_status delete_webinar remove_panelist
  remove_all_panelists delete_webinar_registrant schedule_webinar_from_prompt schedule_recurring_webinar_from_prompt`.split(/\s+/);

describe("the operations together", () => {
  it("use every endpoint of our document", () => {
    const used = new Set(all.flatMap((op) => op.endpoints));
    expect(Object.keys(endpoints).filter((id) => !used.has(id as keyof typeof endpoints))).toEqual([]);
  });

  it("have every tool of the Python server, under its name", () => {
    const tools = all.map(({ tool }) => tool);
    expect(PYTHON_TOOLS.filter((tool) => !tools.includes(tool))).toEqual([]);
  });

  it("are in docs/operations.md, each with its tool, command, library call and scopes", () => {
    const rows = readFileSync(join(ROOT, "docs/operations.md"), "utf8").split("\n");
    for (const { id, tool, scopes } of all) {
      const row = rows.find((line) => line.startsWith(`| \`${id}\``)) ?? "";
      for (const text of [tool, commandOf(id), `\`${id}(`, ...scopes.classic, ...scopes.granular]) expect(row, `${id}: ${text}`).toContain(text);
    }
  });

  it("say in a dry run of their own whom Zoom writes to, if they mail", () => {
    const fieldsOf = (schema: z.ZodType, io: "input" | "output") => (z.toJSONSchema(schema, { io }) as Shape).properties ?? {};
    const own = all.filter(({ input, emails }) => emails !== "nobody" && "dry_run" in fieldsOf(input, "input"));
    expect(own.length).toBeGreaterThan(1);
    const silent = own.filter(({ output }) => {
      const { recipients, plan } = fieldsOf(output, "output");
      return recipients === undefined && !("mails" in (plan?.properties ?? {}));
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("are small: a median of at most 25 lines a file, none above 120, all of them less than the document", () => {
    const files = filesOf(HERE, ".ts")
      .filter(({ text }) => /= (define|endpoint|list|export|sum)Operation\(/.test(text))
      .map(withoutPhrases);
    const lengths = files.map((file) => ({ ...file, lines: linesOf(file) }));
    const [median] = lengths
      .map(({ lines }) => lines)
      .sort((a, b) => a - b)
      .slice(Math.floor(lengths.length / 2));
    expect(lengths).toHaveLength(all.length);
    expect(median).toBeLessThanOrEqual(25);
    expect(lengths.filter(({ lines }) => lines > 120).map(({ file }) => file)).toEqual([]);
    const document = filesOf(join(ROOT, "packages/zoom-client/openapi"), ".yaml");
    expect(sum(files.map(linesOf))).toBeLessThan(sum(document.map(linesOf)));
    expect(sum(files.map(({ text }) => text.length))).toBeLessThan(sum(document.map(({ text }) => text.length)));
  });

  it("hint at fields, columns and rows that they have, and show one command of their own at least", () => {
    for (const { id, cli, rows, input, output } of all) {
      const fields = Object.keys(z.toJSONSchema(input, { io: "input" }).properties ?? {});
      expect(fields, id).toEqual(expect.arrayContaining([...(cli?.positional ?? [])]));
      const { properties = {} } = z.toJSONSchema(output, { io: "output" }) as Shape;
      const row = rows === undefined ? properties : (itemsOf(properties[rows])?.properties ?? {});
      for (const column of cli?.columns ?? []) expect(Object.keys(row), `${id}: column ${column}`).toContain(column.split(".")[0]);
      expect(cli?.examples?.length ?? 0, `${id}: examples`).toBeGreaterThan(0);
      for (const example of cli?.examples ?? []) expect(example, id).toMatch(new RegExp(`^(${cli?.alias ?? "-"}|${commandOf(id)})( |$)`));
      // A command at the top must not hide a group of commands, unless it is the group's own: its verbs then count more.
      if (cli?.alias !== undefined && cli.alias in operations) expect(cli.alias, id).toBe(id.split(".")[0]);
    }
  });
});

it('lists of one say one: no description reads "1 people" or "1 of 1 webinars"', () => {
  const said = all.flatMap(({ id, rows, describe: tell }) => {
    if (rows === undefined) return [];
    try {
      const of = (count: number) => tell({ [rows]: Array.from({ length: count }, () => ({})), total_records: count, notes: [] }, {});
      return [[id, of(1), of(2).replaceAll("2", "1")] as const];
    } catch {
      return []; // it tells more than how many there are
    }
  });
  expect(said.length).toBeGreaterThan(15);
  for (const [id, one, many] of said) if (/\b1 (people|(\w+ )?\w+s)\b/.test(one)) expect(one, id).not.toBe(many);
});

interface Shape {
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
}
const itemsOf = (shape: Shape | undefined): Shape | undefined => {
  const found = shape?.items ?? shape?.anyOf?.find(({ items }) => items !== undefined)?.items;
  return found?.anyOf?.find(({ properties }) => properties !== undefined) ?? found;
};
