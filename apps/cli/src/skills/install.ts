import { lstatSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { errnoOf, InputError, plainTargetOf, readPlainFile, writeFileAtomic } from "@zoom-webinar/foundation";
import { didYouMean } from "@zoom-webinar/webinar-core/doors";
import { type Skill, skills } from "@zoom-webinar/webinar-core/doors/skills";
import type { Io } from "../io.ts";
import { clientNamed } from "../mcp/client-named.ts";
import { CLIENTS, isHere, placeOf } from "../mcp/clients.ts";

/** What became of a file of a skill. */
export interface WrittenSkill {
  name: string;
  file: string;
  /** `replaced`: another text stood there, which now stands beside it. In a dry run, what would become of it. */
  outcome: "written" | "replaced" | "unchanged" | "would be written" | "would be replaced";
  /** Where the earlier text is; null if there was none, or it was the same. */
  backup: string | null;
}

interface InstallOptions {
  readonly names: readonly string[];
  readonly client: string | undefined;
  readonly folder: string | undefined;
  readonly isDry: boolean;
}

/** The skill of this name. Throws `InputError` for any other. */
export const skillNamed = async (name: string): Promise<Skill> => {
  const found = skills.find((skill) => skill.name === name);
  if (found !== undefined) return found;
  const known = skills.map((skill) => skill.name);
  const near = didYouMean(name, known);
  throw InputError.at(
    "<name>",
    `there is no skill ${JSON.stringify(name)}${near === null ? "" : `, did you mean ${near}?`}`,
    `Known are ${known.join(", ")}.`,
  );
};

/** The folders to write into. Throws `InputError` for an assistant that is not known, and if none is found. */
const foldersFor = ({ client, folder }: InstallOptions, { env }: Io): string[] => {
  const place = placeOf(env);
  if (folder !== undefined) {
    if (client !== undefined) throw InputError.at("--folder", "a folder and an assistant were named", "Leave one of the two flags out.");
    return [folder];
  }
  const places = Object.entries(CLIENTS).flatMap(([name, one]) =>
    one.skills === undefined ? [] : [{ name, path: one.skills(place), isFound: isHere(one, place) }],
  );
  if (client === undefined) {
    const found = places.filter(({ isFound }) => isFound).map(({ path }) => path);
    if (found.length > 0) return found;
    throw InputError.at(
      "--client",
      "no assistant was found on this machine",
      `Name one (${places.map(({ name }) => name).join(", ")}), or a --folder.`,
    );
  }
  const named = places.find(({ name }) => name === client);
  if (named !== undefined) return [named.path];
  clientNamed(client);
  throw InputError.at(
    "--client",
    `${client} has no folder of skills; it gets them over MCP`,
    `Known are ${places.map(({ name }) => name).join(", ")}.`,
  );
};

/** Null if it is not there yet. A pipe or a device is neither waited for nor replaced. */
const readBefore = (file: string): string | null => {
  try {
    return Buffer.from(readPlainFile(file)).toString("utf8");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return null;
    throw error;
  }
};

/** Refuses a link below the folder: one that came with a project leads to whatever file its author meant to have overwritten, or copied. */
const assertNoLink = (folder: string, file: string): void => {
  let at = folder;
  for (const part of relative(folder, file).split(sep)) {
    at = join(at, part);
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true) throw new Error(`${at} is a link`);
  }
};

const put = async (folder: string, file: string, text: string, isDry: boolean): Promise<Pick<WrittenSkill, "outcome" | "backup">> => {
  assertNoLink(folder, file);
  const before = readBefore(file);
  if (before === text) return { outcome: "unchanged", backup: null };
  const backup = before === null ? null : `${file}.before-zoom-webinar`;
  if (backup !== null) assertNoLink(folder, backup);
  if (!isDry) {
    await mkdir(dirname(file), { recursive: true });
    const { path, mode } = await plainTargetOf(file);
    if (backup !== null && before !== null) await writeFileAtomic((await plainTargetOf(backup)).path, before, { mode: mode ?? 0o644 });
    await writeFileAtomic(path, text, { mode: mode ?? 0o644 });
  }
  if (isDry) return { outcome: before === null ? "would be written" : "would be replaced", backup: null };
  return { outcome: before === null ? "written" : "replaced", backup };
};

/** Writes skills where assistants look for them. Throws `InputError` that names the flag, or the file that cannot be written. */
export const install = async (options: InstallOptions, io: Io): Promise<{ written: WrittenSkill[]; sentence: string }> => {
  const chosen = options.names.length === 0 ? skills : await Promise.all(options.names.map(skillNamed));
  const folders = foldersFor(options, io);
  const written: WrittenSkill[] = [];
  for (const folder of folders) {
    for (const { name, files } of chosen) {
      for (const [path, text] of Object.entries(files)) {
        const file = join(folder, name, path);
        try {
          written.push({ name, file, ...(await put(folder, file, text, options.isDry)) });
        } catch (cause) {
          throw InputError.at(
            "--folder",
            `cannot write ${file} (${errnoOf(cause) ?? (cause instanceof Error ? cause.message : "it cannot be opened")})`,
            "Name another --folder, or make sure that you may write there.",
            {
              cause,
            },
          );
        }
      }
    }
  }
  const changed = written.filter(({ outcome }) => outcome !== "unchanged").length;
  const sentence = options.isDry
    ? `Dry run, nothing was written: ${changed} ${changed === 1 ? "file" : "files"} would be.`
    : changed === 0
      ? "They were there already."
      : `Wrote ${changed} ${changed === 1 ? "file" : "files"}. Start the assistant again.`;
  return { written, sentence };
};
