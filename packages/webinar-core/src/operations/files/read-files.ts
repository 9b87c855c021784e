import { InputError, type InputFault } from "@zoom-webinar/foundation";
import type * as z from "zod";
import { didYouMean, parseInput } from "../../operation/input-faults.ts";
import { partsOf } from "../../operation/schema-parts.ts";
import { faultsBetween, missingIn } from "./document-faults.ts";
import { type FileFault, faultList, fileError } from "./file-faults.ts";
import { documentSchema, FORMAT, type fileInput, type WebinarDocument } from "./schema.ts";
import { readYaml, type YamlDocument } from "./yaml-read.ts";

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
  const faults = faultList();
  const documents = files.flatMap(({ name, text, path = null }) =>
    (faults.triedNow(() => readYaml(name, text)) ?? []).flatMap((yaml): FileDocument[] => {
      const document = faults.triedNow(() => check(yaml));
      return document === null ? [] : [{ document, yaml: { ...yaml, isFile: true }, path }];
    }),
  );
  faults.assertNone();
  assertDistinct(documents);
  return documents;
};

/** Checks all that a document alone shows. Throws one `InputError` with every fault of it. */
const check = (yaml: YamlDocument): WebinarDocument => {
  const { value, file } = yaml;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw fileError([{ ...yaml.placeOf([]), file, at: "", message: "expected a webinar: lines such as topic: Launch" }]);
  const { format } = value as { format?: unknown };
  if (typeof format === "number" && format > FORMAT) {
    const message = `this file has format ${format}, newer than this version reads (${FORMAT}); update zoom-webinar`;
    throw fileError([{ ...yaml.placeOf(["format"]), at: "format", message }]);
  }
  const { faults, further, ...read } = readFields(withText(yaml, value));
  const all = [...faults, ...missingIn(value), ...faultsBetween(read.sound)];
  if (all.length > 0 || read.whole === null)
    throw fileError(
      all.map((fault) => placed(yaml, fault)),
      further,
    );
  return read.whole;
};

interface ReadFields {
  /** Null if a field is at fault. */
  whole: WebinarDocument | null;
  /** The document without the fields that are at fault. */
  sound: WebinarDocument;
  faults: readonly InputFault[];
  /** How many more faults there are than `faults` names. */
  further: number;
}

const readFields = (value: object): ReadFields => {
  try {
    const whole = parseInput(documentSchema, value);
    return { whole, sound: whole, faults: [], further: 0 };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const bad = new Set((documentSchema.safeParse(value).error?.issues ?? []).flatMap(topKeys));
    const sound = documentSchema.safeParse(Object.fromEntries(Object.entries(value).filter(([key]) => !bad.has(key))));
    const { more_faults: more } = error.details;
    return { whole: null, sound: sound.data ?? {}, faults: error.faults, further: typeof more === "number" ? more : 0 };
  }
};

/** The fields of a document that a fault is in. */
const topKeys = (issue: z.core.$ZodIssue): string[] => {
  const [key] = issue.path;
  if (key !== undefined) return [String(key)];
  return issue.code === "unrecognized_keys" ? issue.keys : [];
};

/** YAML takes a passcode or an answer of digits for a number; a field that wants text gets what is written. */
const withText = (yaml: YamlDocument, value: object): object => {
  const { error } = documentSchema.safeParse(value);
  if (error === undefined) return value;
  const repaired = structuredClone(value);
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
    throw fileError(error.faults.map((fault) => placed(yaml, { field: fault.field, message: withWayOut(fault.message, error.hint) })));
  }
};

const withWayOut = (message: string, hint: string | undefined): string => `${message.replace(/\.$/, "")}.${hint === undefined ? "" : ` ${hint}`}`;
