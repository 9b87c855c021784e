import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError, writeTargetOf } from "@zoom-webinar/foundation";
import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import { Option } from "commander";
import { type Io, say } from "../io.ts";
import { assertEndingOf } from "../output/endings.ts";
import type { CliOutput } from "../output/output.ts";
import { safeLine } from "../output/safe-text.ts";
import { isPlainFile } from "../output/sink.ts";
import { isFolder, writeOut } from "../output/write-file.ts";
import { writeFolder } from "./write-folder.ts";

/** Texts that are files: the list that holds them, where they go, and what each is about. */
interface Texts {
  list: string;
  output: string | undefined;
  folder: string | undefined;
  idsIn: (text: string) => readonly (string | null)[];
  madeBy: string;
  endings: readonly string[];
}

/** What happens to an answer besides showing it: texts that are files, files that are written back, an exit code that says that something differs. */
export interface AnswerUse {
  texts: Texts | null;
  writesBack: string | null;
  differs: ((answer: Readonly<Record<string, unknown>>) => boolean) | null;
}

type Hints = Pick<NonNullable<AnyOperation["cli"]>, "texts" | "writesBack" | "differs">;

/** Ends a command whose answer shows a difference, with `--detailed-exitcode`. */
export const EXIT_DIFFERENT = 10;

/** The flags that an operation's hints bring along. */
export const useOptions = ({ texts, differs }: Hints): Option[] => [
  ...(texts === undefined
    ? []
    : [
        new Option("--output <path>", "write to this file, or below this folder, instead of stdout"),
        new Option("--folder <path>", "write each as a file of its own below this folder, which is made if need be"),
      ]),
  ...(differs === undefined ? [] : [new Option("--detailed-exitcode", `end with ${EXIT_DIFFERENT} if anything differs`)]),
];

/** Reads those flags. Throws `InputError` if they do not go together. */
export const readUse = (
  { texts, writesBack, differs }: Hints,
  flags: Readonly<Record<string, unknown>>,
  shown: { asksJson: boolean; showsRows: boolean },
): AnswerUse => {
  const path = (name: string) => (texts !== undefined && typeof flags[name] === "string" ? flags[name] : undefined);
  const [output, folder] = [path("output"), path("folder")];
  if (output !== undefined && folder !== undefined) throw InputError.at("--output", "cannot be combined with --folder", "Give one of the two.");
  const isFile = (output ?? folder) !== undefined;
  if (shown.asksJson && isFile) throw InputError.at("--json", "cannot be combined with a file", "The files hold the texts; leave --json out.");
  return {
    texts: texts === undefined || (shown.showsRows && !isFile) ? null : { ...texts, output, folder },
    writesBack: writesBack ?? null,
    differs: flags.detailedExitcode === true ? (differs ?? null) : null,
  };
};

type Answer = Readonly<Record<string, unknown>>;
const isAnswer = (value: unknown): value is Answer => typeof value === "object" && value !== null && !Array.isArray(value);
const textIn = (row: Answer, name: string): string | undefined => (typeof row[name] === "string" ? row[name] : undefined);
const listIn = (answer: Answer, name: string): Answer[] => (Array.isArray(answer[name]) ? answer[name].filter(isAnswer) : []);

/** Writes the files of an answer and returns what is left to show, or null. */
export const useAnswer = async (
  answer: unknown,
  { texts, writesBack }: AnswerUse,
  io: Io,
  { replaces }: Pick<CliOutput, "replaces">,
): Promise<unknown> => {
  if (!isAnswer(answer)) return answer;
  if (texts !== null) {
    const rows = listIn(answer, texts.list);
    if (rows.length > 0) await writeTexts(rows, { ...texts, replaces }, io);
    for (const note of Array.isArray(answer.notes) ? answer.notes : []) await say(io.stderr, safeLine(String(note)));
    return null;
  }
  if (writesBack === null) return answer;
  const { [writesBack]: files, ...shown } = answer;
  for (const row of listIn({ files }, "files")) {
    const [path, text] = [textIn(row, "path") ?? textIn(row, "name"), textIn(row, "text")];
    if (path !== undefined && text !== undefined) await writeBack(path, text, io);
  }
  return shown;
};

/** Into the file that it was read from, unless that was a pipe: its writer does not read. */
const writeBack = async (path: string, text: string, io: Io): Promise<void> => {
  const target = await writeTargetOf(resolve(io.cwd, path)).catch(() => null); // what cannot be written at all is refused with its reason
  if (target === null || target.kind === "file") return writeOut({ name: path, pieces: [text] }, path, io, { replaces: true });
  await say(io.stderr, safeLine(`Not written back: ${path} is not a plain file.`));
};

interface TextTarget extends Texts {
  replaces: boolean;
}

const writeTexts = async (rows: readonly Answer[], { output, folder, idsIn, madeBy, endings, replaces }: TextTarget, io: Io) => {
  if (folder === undefined) {
    const pieces = rows.flatMap((row, at) => [...(at === 0 ? [] : ["---\n"]), textIn(row, "text") ?? ""]);
    if (output !== undefined && (await isPlainFile(output, io)) && !(await isFolder(resolve(io.cwd, output)))) assertEndingOf(output, endings);
    return writeOut({ name: textIn(rows[0] ?? {}, "name") ?? "answer", pieces }, output, io, { replaces });
  }
  const path = resolve(io.cwd, folder);
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw InputError.at("--folder", `cannot make the folder ${path}`, "Name a folder that you may write to.", { cause });
  }
  const texts = rows.map((row) => ({ name: textIn(row, "name") ?? "answer", text: textIn(row, "text") ?? "", madeBy: textIn(row, madeBy) }));
  await writeFolder(texts, { folder: path, shown: folder, idsIn, replaces }, io);
};
