import { lstatSync } from "node:fs";
import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { describeUnread, errnoOf, InputError, plainTargetOf, readPlainFile } from "@zoom-webinar/foundation";
import type { Io } from "../io.ts";
import type { CliOutput } from "../output/output.ts";
import { clientNamed } from "./client-named.ts";
import { placeOf } from "./clients.ts";
import { mergeServer, SERVER_NAME, type ServerEntry } from "./merge.ts";

interface InstallOptions {
  readonly client: string;
  /** Null takes the entry out. */
  readonly entry: ServerEntry | null;
  /** Another file than the assistant's own. */
  readonly file: string | undefined;
  readonly isDry: boolean;
}

/** Writes our server into an assistant's configuration, or takes it out, and shows what was done. The earlier file stays beside it. */
export const install = async ({ client: name, entry, file: given, isDry }: InstallOptions, io: Io, output: CliOutput): Promise<void> => {
  if (name === "print")
    return output.show({
      value: { mcpServers: { [SERVER_NAME]: entry } },
      text: () => `${JSON.stringify({ mcpServers: { [SERVER_NAME]: entry } }, null, 2)}\n`,
    });
  const client = clientNamed(name, ["print"]);
  const file = given ?? client.file(placeOf(io.env));
  const before = readConfig(file);
  if (before === null && entry === null) {
    await output.remark(`${client.title} has no file ${file}: there is nothing to take out.`);
    return output.show({ value: { client: name, file, ...(isDry ? { would_change: false } : { changed: false, backup: null }) } });
  }
  const after = mergeServer(before ?? "", client, entry === null ? null : { ...client.extra, ...entry }, file);
  const isChanged = after !== before;
  const backup = before !== null && isChanged ? freeName(`${file}.before-zoom-webinar`) : null;
  if (isChanged && !isDry) await put(file, after, before, backup);
  const done = isDry
    ? "Dry run, nothing was written"
    : !isChanged
      ? "Nothing to change: it was done already"
      : entry === null
        ? `Taken out of ${client.title}`
        : `${client.title} knows it now; start it again`;
  await output.show({
    sentence: `${done}.`,
    value: { client: name, file, ...(isDry ? { would_change: isChanged } : { changed: isChanged, backup }), ...(entry === null ? {} : { entry }) },
  });
};

/** A name that is free, so that a copy from an earlier change stays. */
const freeName = (name: string): string => {
  const taken = (each: string) => lstatSync(each, { throwIfNoEntry: false }) !== undefined;
  for (let count = 1; ; count += 1) {
    const each = count === 1 ? name : `${name}-${count}`;
    if (!taken(each)) return each;
  }
};

/** Null if it is not there yet. */
const readConfig = (file: string): string | null => {
  try {
    return Buffer.from(readPlainFile(file)).toString("utf8");
  } catch (cause) {
    if (errnoOf(cause) === "ENOENT") return null;
    throw InputError.at(
      "--client",
      `cannot read ${file}: it ${describeUnread(cause)}`,
      "Make sure that it is a plain file and that you may read it.",
      {
        cause,
      },
    );
  }
};

/** Makes a file whole, beside its name first. */
const putWhole = async (path: string, text: string, mode: number): Promise<void> => {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text, { mode, flag: "wx" });
    await chmod(draft, mode);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {}); // the folder may be the fault
    throw error;
  }
};

/** Keeps the file's permissions; a link keeps its target. */
const put = async (file: string, text: string, before: string | null, backup: string | null): Promise<void> => {
  try {
    if (before === null) await mkdir(dirname(file), { recursive: true });
    const { path, mode } = await plainTargetOf(file);
    if (backup !== null && before !== null) await putWhole((await plainTargetOf(backup)).path, before, mode ?? 0o600);
    await putWhole(path, text, mode ?? 0o600);
  } catch (cause) {
    throw InputError.at(
      "--client",
      `cannot write ${file}`,
      "Make sure that you may write there, or add the entry by hand: --client print shows it.",
      {
        cause,
      },
    );
  }
};
