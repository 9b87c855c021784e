import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, previewOperation } from "@zoom-webinar/webinar-core/doors";
import { withWords } from "../fields/codes.ts";
import type { Field } from "../fields/fields.ts";
import type { Names } from "../our-names.ts";
import { keyValues } from "../output/key-values.ts";
import type { CliOutput } from "../output/output.ts";
import { isRow } from "../output/shape.ts";
import { type PreviewReader, previewText } from "./preview-text.ts";

/** The files that were named for fields whose value is a file's text. */
export type FilePaths = ReadonlyMap<Field, string>;

/** Shows what a call would touch and with which input, and changes nothing. */
export const showDryRun = async (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  session: Session,
  call: CallOptions,
  { output, reader, fields, paths }: { output: CliOutput; reader: PreviewReader; fields: readonly Field[]; paths: FilePaths },
): Promise<void> => {
  const preview = await previewOperation(operation, input, session, call);
  await output.show({
    sentence: "Dry run: nothing was changed.",
    value: { dry_run: true, ...preview, input },
    // What changes, and what it is done to, is said by the preview; of a creation, only the input says what it will be.
    text: () =>
      `${previewText(preview, reader, true)}\n${(preview.changes ?? []).length > 0 ? "" : asTyped(keyValues(inFlags(withWords(withoutTexts(input, fields, paths), fields), reader.names)))}`,
  });
};

const asTyped = (facts: string): string => (facts === "" ? "" : `\nAsked for:\n${facts}`);

/** The input with names instead of the texts of files: whoever named a file has its text. */
const withoutTexts = (input: Readonly<Record<string, unknown>>, fields: readonly Field[], paths: FilePaths): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const field = fields.find(({ path }) => path.length === 1 && path[0] === name);
      return [name, field === undefined ? value : withoutText(field, value, paths)];
    }),
  );

const withoutText = (field: Field, value: unknown, paths: FilePaths): unknown => {
  const { kind, item } = field;
  if (kind === "text-file") return paths.get(field) ?? "the text of --input";
  return [kind, item].some((each) => each === "file" || each === "named-file") ? [value].flat().map(nameOfFile) : value;
};

/** The input by its flags, as it would be typed; what is given by its place names what it is about. */
const inFlags = (input: Readonly<Record<string, unknown>>, { labels }: Names): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      const label = labels.get(name) ?? name;
      return label.startsWith("<") ? [] : [[label, value]];
    }),
  );

const nameOfFile = (file: unknown): unknown => (isRow(file) ? (file.path ?? file.name ?? file.filename ?? "a file") : file);
