import { stat } from "node:fs/promises";
import { relative, sep } from "node:path";
import { isOfDeadProcess } from "@zoom-webinar/foundation";
import * as z from "zod";
import type { OperationContext } from "../operation/operation.ts";
import { lastingStore } from "../people/keyed-hash.ts";
import { FILE_KINDS, type FileKind } from "./file-kinds.ts";
import { jobOf, type Trail } from "./jobs.ts";
import { isThere, readRemembered } from "./remembered.ts";
import { readStateFiles, type StateFile, stateFolderOf, worldOfNote } from "./state-files.ts";
import { LEAVES, NEVER_LEAVES } from "./transfers.ts";

const kind = z.string();
const place = z.enum(["state folder", "elsewhere"]);
const personal = z.enum(["no", "hashed", "yes"]).describe("hashed: keyed hashes or Zoom's ids; yes: names or addresses");
const stays = z.string().describe("How long it stays");

/** What this product left on this machine. */
export const dataListing = z.object({
  folder: z.string().describe("The state folder"),
  kinds: z.array(z.object({ kind, place, files: z.number().describe("How many there are"), personal, stays })),
  files: z
    .array(
      z.object({
        kind,
        place,
        name: z.string().describe("Its path below the state folder; elsewhere the whole path"),
        path: z.string(),
        bytes: z.number(),
        changed_at: z.string().describe("UTC"),
        personal,
        stays,
        job: z.string().nullable().describe("The import or export that left it"),
        world: z
          .enum(["zoom", "emulator"])
          .nullable()
          .describe("Whether it is of a real account or of an emulator; null: it is of neither, or does not say"),
      }),
    )
    .optional(),
  elsewhere: z.array(z.string().max(4096)).describe("Files outside the state folder that imports and exports wrote, and that are still there"),
  also: z.array(z.string()).describe("Kinds of files that lie elsewhere and are not noted"),
  leaves: z.array(z.string()).describe("What leaves this machine"),
  never_leaves: z.array(z.string()),
});
type DataListing = z.output<typeof dataListing>;
type ListedFile = NonNullable<DataListing["files"]>[number];

/** A file elsewhere, and the import or export that wrote it. */
interface Written {
  path: string;
  kind: FileKind;
  job: string | null;
  world: Trail["world"];
}

const KINDS: readonly FileKind[] = FILE_KINDS;
const ofId = (id: (typeof FILE_KINDS)[number]["id"]): FileKind => {
  const found = KINDS.find((one) => one.id === id);
  if (found === undefined) throw new TypeError(`no kind of file is called ${id}`);
  return found;
};
const [EXPORT, RESULTS] = [ofId("export-file"), ofId("results-file")];

/** Kinds whose files nobody notes: how each is called, and what shows it. */
export const UNNOTED = KINDS.filter((one) => one.place !== "state" && one !== EXPORT && one !== RESULTS);
const ALSO = UNNOTED.map(({ title, path, holds, see }) => `${title}: ${path}. ${holds}${see === undefined ? "" : ` (${see} shows it)`}`);

const worldWord = (world: Trail["world"]): ListedFile["world"] => (world === undefined ? null : world === null ? "zoom" : "emulator");

const writtenBy = ({ files, draft, importId, world }: Pick<Trail, "files" | "draft" | "importId" | "world">, job: string | null): Written[] =>
  [...files, ...(draft === null ? [] : [draft])].map((path) => ({ path, kind: importId === null ? EXPORT : RESULTS, job, world }));

const LEFT_BEHIND = "its process is gone: until the next sweep";

/** What nobody knows may hold anything, and stay for ever. What a process left that is gone is held by nobody. */
const staysOf = (file: FileKind | null, name: string): string =>
  file?.id === "lock" && name.split("/").some(isOfDeadProcess) ? LEFT_BEHIND : (file?.stays ?? "unknown");

const dateOf = (ms: number): string => new Date(Math.round(ms)).toISOString();

/** A file elsewhere as it is now; null if it is gone, or cannot be looked at. */
const listWritten = async ({ path, kind, job, world }: Written): Promise<ListedFile | null> => {
  const facts = await stat(path).catch(() => null);
  if (facts === null) return null;
  const { title, personal, stays } = kind;
  const own = { kind: title, place: "elsewhere" as const, name: path, path, personal, stays };
  return { ...own, bytes: facts.size, changed_at: dateOf(facts.mtimeMs), job, world: worldWord(world) };
};

const listStored = async (file: StateFile, folder: string): Promise<{ listed: ListedFile; written: Written[] }> => {
  const job = await jobOf(file);
  const world = job === null ? await worldOfNote(file) : job.world;
  const name = relative(folder, file.path).split(sep).join("/");
  const shown = job === null ? null : `${job.title}, ${job.isDone ? "done" : "not done"}${typeof world === "string" ? ", in an emulator" : ""}`;
  const listed: ListedFile = {
    kind: file.kind?.title ?? "unknown",
    place: "state folder",
    name,
    path: file.path,
    bytes: file.bytes,
    changed_at: dateOf(file.changedMs),
    personal: file.kind?.personal ?? "yes",
    stays: staysOf(file.kind, name),
    job: shown,
    world: worldWord(world),
  };
  return { listed, written: job === null ? [] : writtenBy(job, shown) };
};

const ORDER = new Map(KINDS.map(({ title }, at) => [title, at]));

/** How many files there are of each kind, in the order of the page about data protection. */
const countKinds = (files: readonly ListedFile[]): DataListing["kinds"] => {
  const counts = new Map<string, DataListing["kinds"][number]>();
  for (const { kind, place, personal, stays } of files) {
    const known = counts.get(kind);
    const usual = KINDS.find(({ title }) => title === kind)?.stays;
    if (known === undefined) counts.set(kind, { kind, place, files: 1, personal, stays });
    else counts.set(kind, { ...known, files: known.files + 1, stays: known.stays === stays ? stays : (usual ?? stays) });
  }
  return [...counts.values()].sort((a, b) => (ORDER.get(a.kind) ?? ORDER.size) - (ORDER.get(b.kind) ?? ORDER.size));
};

/** Lists the files of the state folder, and those elsewhere that imports and exports wrote. */
export const listData = async (ctx: OperationContext): Promise<DataListing> => {
  const folder = stateFolderOf(ctx);
  const stored = await Promise.all((await readStateFiles(folder)).map((file) => listStored(file, folder)));
  const purged = await readRemembered(lastingStore(ctx));
  const written = new Map(
    [...purged.flatMap((one) => writtenBy({ ...one, draft: null }, null)), ...stored.flatMap((one) => one.written)].map((one) => [one.path, one]),
  );
  const elsewhere = [...written.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = (await Promise.all(elsewhere.map(listWritten))).filter((one) => one !== null);
  const files = [...stored.map(({ listed }) => listed), ...found];
  const paths: string[] = [];
  for (const { path } of elsewhere) if (await isThere(path)) paths.push(path);
  return { folder, kinds: countKinds(files), files, elsewhere: paths, also: ALSO, leaves: [...LEAVES], never_leaves: [...NEVER_LEAVES] };
};
