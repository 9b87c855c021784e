import { Document, isMap, isScalar, isSeq, Scalar, stringify } from "yaml";
import type * as z from "zod";
import { partsOf } from "../../operation/schema-parts.ts";
import { documentSchema, shapeOf } from "./schema.ts";

/** Where editors find what a file may hold. */
export const SCHEMA_URL = "https://unpkg.com/@zoom-webinar/webinar-core/schemas/webinar-file.schema.json";

const describe = (schema: z.ZodType | undefined): string | null => {
  if (schema === undefined) return null;
  const { innerType } = partsOf(schema);
  return schema.description ?? (innerType ? describe(innerType) : null);
};

/** Keys that say themselves what they are. */
const PLAIN = new Set(["host", "topic", "agenda", "start_time", "timezone", "duration", "id", "format"]);

/** Texts of several lines stand as blocks; what YAML would read as something else is quoted. */
const tidyScalar = (node: Scalar): void => {
  if (typeof node.value !== "string") return;
  const { value } = node;
  // What editors change or do not show is written out.
  if (/[\r\u0085\u2028\u2029\ufeff]|[^\P{C}\n]/u.test(value)) node.type = Scalar.QUOTE_DOUBLE;
  else if (value.includes("\n") && !/^\s|[ \t]\n|\n$/.test(value)) node.type = Scalar.BLOCK_LITERAL;
  else if (/^[\d.+-]/.test(value) && !/^\d{4}-\d{2}-\d{2}/.test(value)) node.type = Scalar.QUOTE_DOUBLE;
};

const tidy = (node: unknown): void => {
  if (isScalar(node)) tidyScalar(node);
  else if (isSeq(node)) node.items.forEach(tidy);
  else if (isMap(node)) for (const { value } of node.items) tidy(value);
};

/** Says beside each key what it is: in front of a list or an object, behind a value of one line. */
const comment = (node: unknown, shape: Readonly<Record<string, z.ZodType>>, isTop: boolean): void => {
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const text = PLAIN.has(name) ? null : describe(shape[name]);
    const isLong = !isScalar(value) || value.type === Scalar.BLOCK_LITERAL;
    if (text !== null && isLong && (isTop || !isScalar(value))) {
      key.commentBefore = ` ${text}`;
      if (isTop) key.spaceBefore = true;
    } else if (text !== null && isScalar(value) && !isLong) value.comment = ` ${text}`;
    if (name === "settings" && shape[name] !== undefined) comment(value, shapeOf(shape[name]), false);
  }
};

/** A webinar as a YAML document with comments, without `---`. Reading it back gives the same. */
export const writeDocument = (fields: Readonly<Record<string, unknown>>): string => {
  const document = new Document(fields, { aliasDuplicateObjects: false, version: "1.2" });
  tidy(document.contents);
  comment(document.contents, documentSchema.shape, true);
  return written(document.toString({ lineWidth: 0, indentSeq: true }));
};

/**
 * The text with its invisible characters written out. `tidyScalar` put all of them between double quotes, where YAML takes them as \x9b; the library leaves
 * those beyond ASCII as they are, and a terminal or a reviewer would see something else than what stands there.
 */
const written = (text: string): string =>
  text.replace(/[\u2028\u2029]|[^\P{C}\n]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
  });

/** Documents as one file that editors can check. */
export const writeFile = (documents: readonly Readonly<Record<string, unknown>>[]): string =>
  `# yaml-language-server: $schema=${SCHEMA_URL}\n${documents.map(writeDocument).join("---\n")}`;

/** The line with which a text gets its id: at the top of a document, before everything else. */
export const idLine = (id: string): string => stringify({ id }, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
