import { InputError } from "@zoom-webinar/foundation";
import type * as z from "zod";
import { didYouMean, parseInput } from "../../operation/input-faults.ts";
import { partsOf } from "../../operation/schema-parts.ts";
import { faultsBetween } from "./document-faults.ts";
import { documentSchema, FORMAT, type fileInput, type WebinarDocument } from "./schema.ts";
import { type FileFault, fileError, readYaml, type YamlDocument } from "./yaml-read.ts";

/** One webinar of a file, checked, and where its parts stand. */
export interface FileDocument {
  document: WebinarDocument;
  yaml: Source;
  /** The path of the file on this machine, or null. */
  path: string | null;
}

/** What a document was read from. A copy of a webinar was read from no file: its faults name the field only. */
export type Source = Pick<YamlDocument, "file" | "index" | "placeOf"> & { isFile: boolean };

type FileInput = z.output<typeof fileInput>;

/** Reads the webinars of all files. Throws one `InputError` that names every fault by file, line and column. */
export const readFiles = (files: readonly FileInput[]): FileDocument[] => {
  const faults: FileFault[] = [];
  let further = 0;
  const documents = files.flatMap(({ name, text, path = null }) => {
    try {
      return readYaml(name, text).flatMap((yaml): FileDocument[] => {
        const checked = check(yaml);
        if ("faults" in checked) {
          faults.push(...checked.faults);
          further += checked.further;
        }
        return "faults" in checked ? [] : [{ document: checked.document, yaml: { ...yaml, isFile: true }, path }];
      });
    } catch (error) {
      if (!(error instanceof InputError) || !Array.isArray(error.details.places)) throw error;
      faults.push(...(error.details.places as FileFault[])); // ours: `fileError` made them
      further += furtherOf(error);
      return [];
    }
  });
  if (faults.length > 0) throw fileError(faults, further);
  assertDistinct(documents);
  return documents;
};

/** How many faults an error counts without naming them. */
const furtherOf = ({ details: { more_faults: more } }: InputError): number => (typeof more === "number" ? more : 0);

const check = (yaml: YamlDocument): { document: WebinarDocument } | { faults: FileFault[]; further: number } => {
  const { value, file } = yaml;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { faults: [{ ...yaml.placeOf([]), file, at: "", message: "expected a webinar: lines such as topic: Launch" }], further: 0 };
  }
  const { format } = value as { format?: unknown };
  if (typeof format === "number" && format > FORMAT) {
    const message = `this file has format ${format}, newer than this version reads (${FORMAT}); update zoom-webinar`;
    return { faults: [{ ...yaml.placeOf(["format"]), at: "format", message }], further: 0 };
  }
  const text = withText(yaml, value);
  try {
    const document = parseInput(documentSchema, text);
    const between = faultsBetween(document);
    return between.length === 0 ? { document } : { faults: between.map((fault) => placed(yaml, fault)), further: 0 };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { faults: error.faults.map((fault) => placed(yaml, fault)), further: furtherOf(error) };
  }
};

/** YAML takes a passcode or an answer of digits for a number; a field that wants text gets what is written. */
const withText = (yaml: YamlDocument, value: object): unknown => {
  const { error } = documentSchema.safeParse(value);
  if (error === undefined) return value;
  const repaired: unknown = structuredClone(value);
  for (const issue of error.issues) {
    if (issue.code !== "invalid_type" || issue.expected !== "string") continue;
    const path = issue.path.filter((step): step is string | number => typeof step !== "symbol");
    const source = yaml.sourceOf(path);
    if (source !== null && source !== "" && !["null", "~"].includes(source)) put(repaired, path, source);
  }
  return repaired;
};

const put = (value: unknown, path: readonly (string | number)[], text: string): void => {
  const [step, ...rest] = path;
  if (typeof value !== "object" || value === null || step === undefined) return;
  const inside = value as Record<string | number, unknown>;
  if (rest.length === 0) inside[step] = text;
  else put(inside[step], rest, text);
};

const UNKNOWN = "unknown field";

/** What people call those who sign up. */
const PEOPLE: ReadonlySet<string> = new Set(["registrants", "registrant", "attendees", "attendee", "participants", "guests", "people", "invitees"]);

/** A fault of a field at its place in the file, with the word that was probably meant. */
const placed = (yaml: Pick<YamlDocument, "placeOf">, { field, message }: { field: string; message: string }): FileFault => {
  const path = field === "" ? [] : field.split(".");
  const isUnknown = message.startsWith(UNKNOWN);
  const place = yaml.placeOf(path, isUnknown || message.startsWith("is required"));
  if (isUnknown && path.length === 1 && PEOPLE.has(field.toLowerCase()))
    return { ...place, at: field, message: "registrants are never in a file; registrants.import registers the people of a list" };
  if (!isUnknown || message.includes("did you mean")) return { ...place, at: field, message };
  return { ...place, at: field, message: `${message}${whatWasMeant(path)}` };
};

/** The key that an unknown one was meant to be, or the place where it belongs. */
const whatWasMeant = (path: readonly string[]): string => {
  const key = path.at(-1) ?? "";
  const isInSettings = path.length === 2 && path[0] === "settings";
  if (path.length === 1 && keysAt(documentSchema, ["settings"]).includes(key)) return "; it belongs below settings:";
  if (isInSettings && keysAt(documentSchema, []).includes(key)) return "; it belongs to the webinar itself, not below settings:";
  const near = didYouMean(key, keysAt(documentSchema, path.slice(0, -1)));
  return near === null ? "" : `, did you mean ${near}?`;
};

/** The keys that a schema takes below a path. */
const keysAt = (schema: z.ZodType, path: readonly string[]): string[] => {
  const { shape, innerType, element } = partsOf(schema);
  if (innerType) return keysAt(innerType, path);
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(shape ?? {});
  const inner = element ?? shape?.[step];
  return inner === undefined ? [] : keysAt(inner, rest);
};

const assertDistinct = (documents: readonly FileDocument[]): void => {
  const seen = new Map<string, FileDocument>();
  const faults: FileFault[] = [];
  for (const one of documents) {
    const { id } = one.document;
    if (id === undefined) continue;
    const before = seen.get(id);
    if (before === undefined) seen.set(id, one);
    else {
      const { file, line } = before.yaml.placeOf(["id"]);
      faults.push({ ...one.yaml.placeOf(["id"]), at: "id", message: `${id} is already at ${file}:${line}; one webinar is described once` });
    }
  }
  if (faults.length > 0) throw fileError(faults);
};

/** Runs what reads a part of a document; an `InputError` about a field is passed on with its file, line and column. */
export const atPlace = async <T>({ yaml }: FileDocument, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!yaml.isFile || !(error instanceof InputError) || error.details.places !== undefined) throw error;
    const hint = error.hint === undefined ? "" : ` ${error.hint}`;
    throw fileError(error.faults.map((fault) => placed(yaml, { field: fault.field, message: `${fault.message}.${hint}` })));
  }
};
