import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrivateFolder, type FileHold, InputError, LeaseLostError, sweepLeftovers, withFileLock } from "@zoom-webinar/foundation";
import { isObject } from "../http/json.ts";
import { Refusal } from "../http/reply.ts";
import { noteChange } from "./generation.ts";
import { migrate } from "./migrate.ts";
import { type EmulatorState, STATE_VERSION, type StateHolder } from "./state.ts";
import { asNewWorld } from "./world-id.ts";

/** Name of the file in the state folder. */
export const STATE_FILE = "zoom-emulator.json";

const isListedWebinar = (value: unknown): boolean =>
  isObject(value) && [value.occurrences, value.registrants, value.panelists, value.instances].every(Array.isArray);

const isState = (value: unknown): value is EmulatorState =>
  isObject(value) &&
  value.version === STATE_VERSION &&
  typeof value.seed === "string" &&
  isObject(value.serials) &&
  isObject(value.account) &&
  isObject(value.day) &&
  isObject(value.webinars) &&
  Object.values(value.webinars).every(isListedWebinar) &&
  [value.users, value.mails, value.templates, value.webhooks].every((list) => Array.isArray(list) && list.every(isObject)) &&
  [value.users, value.mails, value.revokedTokens, value.templates, value.trackingFields, value.webhooks].every(Array.isArray) &&
  [value.clockOffsetMs, value.tokenGeneration].every(Number.isFinite);

const parse = (path: string, text: string): EmulatorState => {
  let value: unknown;
  try {
    value = migrate(JSON.parse(text));
  } catch {
    // falls through: text that is not JSON is not a state either
  }
  if (isState(value)) return value;
  if (isObject(value) && typeof value.version === "number" && value.version > STATE_VERSION) {
    throw new InputError(
      `The emulator's state in ${path} was written by a newer version of zoom-webinar (format ${value.version}, this one knows ${STATE_VERSION}).`,
      [],
      {
        hint: "Update zoom-webinar, or move the file away to start again with the demo data.",
      },
    );
  }
  throw new InputError(`The emulator's state in ${path} cannot be read: it is damaged, or not a state file.`, [], {
    hint: "Move the file away to start again with the demo data. It was not changed.",
  });
};

/** Folder of the snapshots in the state folder, one file each. */
const SNAPSHOTS = "snapshots";

/** What is there, null if there is nothing of that name. */
const ifThere = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });

/** The file begins with a random name for what it holds, so that a look at its head tells whether anybody wrote it since. */
const HEAD_BYTES = 64;
const REVISION = /^\{"revision":"(\w+)",/;

const toText = (revision: string, state: EmulatorState): string => `{"revision":"${revision}",${JSON.stringify(state).slice(1)}`;

/** More often than this, a process is not paused by chance. */
const MOST_TAKE_OVERS = 20;

/** Windows has neither. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

const notPlain = (path: string, cause?: unknown) =>
  new InputError(`The emulator's state in ${path} cannot be read: it is a link, a pipe or a device, not a plain file.`, [], {
    hint: "Move it away to start again with the demo data. It was not changed.",
    ...(cause === undefined ? {} : { cause }),
  });

/** Null if it is not there yet. Anything but a plain file would be waited for without end, or replaced by one. */
const openState = async (path: string): Promise<FileHandle | null> => {
  const file = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") return null;
    throw code === "ELOOP" || code === "ENXIO" ? notPlain(path, error) : error;
  });
  if (file === null || (await file.stat()).isFile()) return file;
  await file.close();
  throw notPlain(path);
};

interface Loaded {
  /** "" for a file without one, which an older version wrote. */
  revision: string;
  state: EmulatorState;
}

/**
 * Keeps the state in one JSON file, private to its owner, that several processes may share. A read takes the file as it is: it is replaced in one
 * step, so there is never half of it. A change holds the lock from loading to replacing, so that nothing is lost; if this process was paused so long
 * that another one took its place, the change is repeated on what the other one wrote. The last state is kept in memory, and used again while the
 * file's head says that it is current. `createWorld` fills a folder without a file. Throws `InputError` for a damaged or newer file, which is left as
 * it is, `UnavailableError` if the lock cannot be had, and `StorageError` if it cannot be written. `staleMs`: how long a process may give no sign of
 * life before another takes its place; default 10,000.
 */
export const fileState = async (
  folder: string,
  createWorld: () => EmulatorState,
  { staleMs }: { staleMs?: number | undefined } = {},
): Promise<StateHolder> => {
  const path = join(folder, STATE_FILE);
  await ensurePrivateFolder(folder);
  let kept: Loaded | null = null;
  /** What a change works on: until it is in the file, nobody else may look at it. */
  let changing: EmulatorState | null = null;

  const load = async (): Promise<Loaded | null> => {
    const file = await openState(path);
    if (file === null) return null;
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      const revision = REVISION.exec(buffer.toString("latin1", 0, bytesRead))?.[1] ?? "";
      if (kept !== null && revision !== "" && kept.revision === revision) return kept;
      // one file all the while: who replaces it meanwhile makes another, under the same name
      const { revision: _, ...state }: EmulatorState & { revision?: string } = parse(path, await file.readFile("utf8"));
      return { revision, state };
    } finally {
      await file.close();
    }
  };
  const save = async (hold: FileHold, state: EmulatorState): Promise<void> => {
    const revision = randomBytes(9).toString("hex");
    await hold.replace(path, toText(revision, state));
    noteChange(state);
    kept = { revision, state };
  };

  let isSwept = false;
  /** Removes what writers left behind that were killed on the way. */
  const sweep = async (): Promise<void> => {
    if (isSwept) return;
    isSwept = true;
    await sweepLeftovers(folder, { isOurs: (name) => name.startsWith(`${STATE_FILE}.`) && name !== `${STATE_FILE}.lock` });
  };

  // Calls of this process queue up here rather than at the lock, where waiting means asking again and again.
  let last: Promise<unknown> = Promise.resolve();
  const untilKept = async <T>(work: (hold: FileHold) => Promise<T>): Promise<T> => {
    for (let takeOvers = 0; ; takeOvers++) {
      try {
        return await withFileLock(`${path}.lock`, work, { staleMs });
      } catch (error) {
        if (!(error instanceof LeaseLostError) || takeOvers >= MOST_TAKE_OVERS) throw error;
      }
    }
  };
  const alone = <T>(work: (hold: FileHold) => Promise<T>): Promise<T> => {
    const turn = last.then(() => untilKept(work));
    last = turn.catch(() => undefined);
    return turn;
  };

  const snapshotFile = (name: string) => join(folder, SNAPSHOTS, `${name}.json`);

  const holder: StateHolder = {
    read: async (look) => {
      let loaded = await load();
      while (loaded !== null && loaded.state === changing) loaded = await load();
      if (loaded === null) return look(await holder.change((created) => created));
      kept = loaded;
      return look(loaded.state);
    },
    change: (work) =>
      alone(async (hold) => {
        await sweep();
        const loaded = await load();
        const state = loaded?.state ?? asNewWorld(createWorld());
        kept = null;
        changing = state;
        try {
          const result = work(state);
          await save(hold, state);
          return result;
        } catch (error) {
          if (error instanceof Refusal) kept = loaded; // refused before anything was changed
          throw error;
        } finally {
          changing = null;
        }
      }),
    reset: (another = createWorld) =>
      alone(async (hold) => {
        await load(); // a file that this version cannot read is not this version's to overwrite
        await save(hold, asNewWorld(another()));
      }),
    snapshots: {
      save: async (name) => {
        await holder.read(() => undefined); // a new folder has no file yet
        await ensurePrivateFolder(join(folder, SNAPSHOTS));
        await alone(async (hold) => {
          const loaded = await load();
          if (loaded !== null) await hold.replace(snapshotFile(name), JSON.stringify(loaded.state));
        });
      },
      restore: (name) =>
        alone(async (hold) => {
          await load(); // a file that this version cannot read is not this version's to overwrite
          const text = await ifThere(readFile(snapshotFile(name), "utf8"));
          if (text !== null) await save(hold, asNewWorld(parse(snapshotFile(name), text)));
          return text !== null;
        }),
      remove: (name) =>
        alone(async (hold) => {
          const isThere = (await ifThere(stat(snapshotFile(name)))) !== null;
          if (isThere) await hold.remove(snapshotFile(name));
          return isThere;
        }),
      list: async () => {
        const files = (await ifThere(readdir(join(folder, SNAPSHOTS)))) ?? [];
        return files.flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : [])).sort();
      },
    },
  };
  return holder;
};
