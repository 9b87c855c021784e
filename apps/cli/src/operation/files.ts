import { InputError } from "@zoom-webinar/foundation";
import type { AnyOperation, FileHint } from "@zoom-webinar/webinar-core/doors";
import { Option } from "commander";
import { endingOf } from "../output/endings.ts";

/** Which file a command line asks for. */
export interface FileRequest {
  /** Null: none, the answer itself is shown. */
  hint: FileHint | null;
  layout: string | undefined;
  isRaw: boolean;
  /** A file or folder; undefined: stdout. */
  output: string | undefined;
}

type Files = NonNullable<NonNullable<AnyOperation["cli"]>["files"]>;

const layoutsOf = (files: Files): string[] => [...new Set(Object.values(files).flatMap(({ layouts = [] }) => layouts))];

/** The flags of an operation's files: one for each kind, and those that say how and where to. */
export const fileOptions = (files: Files | undefined): Option[] => {
  if (files === undefined) return [];
  const layouts = layoutsOf(files);
  const guarded = Object.entries(files).filter(([, { isGuarded }]) => isGuarded);
  return [
    ...Object.entries(files).map(([kind, { description }]) => new Option(`--${kind}`, description)),
    ...(layouts.length === 0 ? [] : [new Option("--layout <layout>", `other form of the file: ${layouts.join(", ")}`)]),
    ...(guarded.length === 0 ? [] : [new Option("--raw", "no quote before cells that a spreadsheet would run as a formula")]),
    new Option("--output <path>", "write to this file, or below this folder, instead of stdout"),
  ];
};

/** Whether a flag asks for a format, and for JSON. */
interface AskedFormat {
  isAsked: boolean;
  isJson: boolean;
}

/** Reads which file is asked for, by a flag, or by the ending of `--output` if no flag asks for a format. Throws `InputError` for flags that do not go together. */
export const readFileRequest = (
  flags: Readonly<Record<string, unknown>>,
  files: Files | undefined,
  { isAsked, isJson }: AskedFormat,
): FileRequest => {
  const named = Object.keys(files ?? {}).filter((kind) => flags[kind] === true);
  const ending = typeof flags.output === "string" ? endingOf(flags.output) : undefined;
  const kinds = named.length > 0 || isAsked ? named : Object.keys(files ?? {}).filter((kind) => kind === ending);
  const [kind = null, second] = kinds;
  const hint = (kind === null ? undefined : files?.[kind]) ?? null;
  const layout = typeof flags.layout === "string" && files !== undefined ? flags.layout : undefined;
  const isRaw = files !== undefined && flags.raw === true;
  const output = typeof flags.output === "string" && files !== undefined ? flags.output : undefined;
  const all = Object.keys(files ?? {}).map((name) => `--${name}`);
  if (second !== undefined) throw InputError.at(`--${second}`, `cannot be combined with --${kind}`, "Ask for one file at a time.");
  if (isJson && kind !== null) throw InputError.at(`--${kind}`, "cannot be combined with --json", "Ask for one of the two.");
  if (layout !== undefined && hint?.layouts?.includes(layout) !== true) {
    const known = hint?.layouts ?? [];
    throw known.length === 0
      ? InputError.at("--layout", "works only with a file that has layouts", `Add ${all.join(" or ")}.`)
      : InputError.at("--layout", `expected one of ${known.join(", ")}`, "Leave --layout out for our own columns.");
  }
  if (isRaw && hint?.isGuarded !== true) throw InputError.at("--raw", "works only with a file for spreadsheets", "Add --csv.");
  if (output === undefined && hint?.needsOutput === true)
    throw InputError.at("--output", `is required with --${kind}`, `Name a file: --output report.${kind}`);
  return { hint, layout, isRaw, output };
};

/** What the operation has to be asked for so that the file can be made. */
export const inputOf = ({ hint, layout }: FileRequest): Readonly<Record<string, unknown>> => hint?.input?.[layout ?? ""] ?? {};
