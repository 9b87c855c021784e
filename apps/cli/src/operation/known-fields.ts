import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import * as z from "zod";
import type { CliOutput } from "../output/output.ts";

interface OutputSchema {
  type?: string | string[];
  properties?: Readonly<Record<string, OutputSchema>>;
  items?: OutputSchema;
  anyOf?: readonly OutputSchema[];
  secret?: string;
}

/** Names of the plain fields of an operation's rows, or of its one answer, by its output's schema: dotted one level down, secrets only if they were asked for. */
export const knownFields = ({ output, rows, cli }: AnyOperation, asksForLinks: boolean): readonly string[] => {
  const schema = z.toJSONSchema(output, { io: "output", unrepresentable: "any", reused: "inline" }) as OutputSchema;
  const list = rows ?? cli?.list;
  const row = list === undefined ? schema : withoutNull(withoutNull(schema).properties?.[list] ?? {}).items;
  return row === undefined ? [] : namesIn(withoutNull(row), asksForLinks, "", 1);
};

/** Whether what is asked for is more than a short answer holds: a spreadsheet gets every column, and --fields may name any. */
export const needsFull = (
  { short, rows, cli }: AnyOperation,
  { format, fields, showsEach }: Pick<CliOutput, "format" | "fields" | "showsEach">,
): boolean => {
  if (short === undefined) return false;
  if (showsEach && cli?.answers?.sums !== undefined) return true;
  if (fields === null) return format === "csv" || format === "tsv";
  const kept = short.map((path) => (rows !== undefined && path.startsWith(`${rows}.`) ? path.slice(rows.length + 1) : path));
  return fields.some((field) => !kept.some((name) => name === field || field.startsWith(`${name}.`)));
};

const namesIn = ({ properties = {} }: OutputSchema, asksForLinks: boolean, above: string, depth: number): string[] =>
  Object.entries(properties).flatMap(([name, property]) => {
    const inner = withoutNull(property);
    if (!asksForLinks && (property.secret === "personal" || property.secret === "host" || inner.secret === "personal" || inner.secret === "host"))
      return [];
    if (inner.properties !== undefined && depth > 0) return namesIn(inner, asksForLinks, `${above}${name}.`, depth - 1);
    return [`${above}${name}`];
  });

const withoutNull = (schema: OutputSchema): OutputSchema => {
  const variants = (schema.anyOf ?? []).filter(({ type }) => type !== "null");
  const [only] = variants;
  return variants.length === 1 && only !== undefined ? only : schema;
};
