import { randomBytes } from "node:crypto";
import { open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrivateFolder, InputError, withFileLock, writeFileAtomic } from "@zoom-webinar/foundation";
import { isObject } from "../http/json.ts";
import { Refusal } from "../http/reply.ts";
import { noteChange } from "./generation.ts";
import { migrate } from "./migrate.ts";
import { type EmulatorState, STATE_VERSION, type StateHolder } from "./state.ts";

/** Name of the file in the state folder. */
export const STATE_FILE = "zoom-emulator.json";

const isState = (value: unknown): value is EmulatorState =>
  isObject(value) &&
  value.version === STATE_VERSION &&
  typeof value.seed === "string" &&
  isObject(value.serials) &&
  isObject(value.account) &&
  isObject(value.day) &&
  isObject(value.webinars) &&
  [value.users, value.mails, value.revokedTokens, value.templates, value.trackingFields, value.webhooks].every(Array.isArray) &&
  [value.clockOffsetMs, value.tokenGeneration].every(Number.isFinite);

const parse = (path: string, text: string): EmulatorState => {
  let value: unknown;
  try {
    value = migrate(JSON.parse(text));
  } catch {
    // falls through: what is no JSON is no state either
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

/** The file begins with a random name for what it holds, so that a look at its head tells whether anybody wrote it since. */
const HEAD_BYTES = 64;
const REVISION = /^\{"revision":"(\w+)",/;

const toText = (revision: string, state: EmulatorState): string => `{"revision":"${revision}",${JSON.stringify(state).slice(1)}`;

interface Loaded {
  /** "" for a file without one, which an older version wrote. */
  revision: string;
  state: EmulatorState;
}

/**
 * Keeps the state in one JSON file, private to its owner, that several processes may share. A read takes the file as it is: it is replaced in one step,
 * so there is never half of it. A change holds the lock from loading to replacing, so that nothing is lost. What was read or written last is kept, and
 * taken again while the file's head says that it is still that. `createWorld` fills a folder without a file.
 * Throws `InputError` for a damaged or newer file, which is left as it is, and `UnavailableError` where the lock cannot be had.
 */
export const fileState = async (folder: string, createWorld: () => EmulatorState): Promise<StateHolder> => {
  const path = join(folder, STATE_FILE);
  await ensurePrivateFolder(folder);
  let kept: Loaded | null = null;
  /** What a change works on: until it is in the file, nobody else may look at it. */
  let changing: EmulatorState | null = null;

  const load = async (): Promise<Loaded | null> => {
    const file = await open(path, "r").catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    });
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
  const save = async (state: EmulatorState): Promise<void> => {
    const revision = randomBytes(9).toString("hex");
    await writeFileAtomic(path, toText(revision, state), { mode: 0o600 });
    noteChange(state);
    kept = { revision, state };
  };

  let isSwept = false;
  /** Removes what writers left behind that were killed on the way; who holds the lock is the only writer. */
  const sweep = async (): Promise<void> => {
    if (isSwept) return;
    isSwept = true;
    const left = (await readdir(folder)).filter((name) => name.startsWith(`${STATE_FILE}.`) && name.endsWith(".tmp"));
    await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
  };

  // Calls of this process queue up here rather than at the lock, where waiting means asking again and again.
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => withFileLock(`${path}.lock`, work));
    last = turn.catch(() => undefined);
    return turn;
  };

  const holder: StateHolder = {
    read: async (look) => {
      let loaded = await load();
      while (loaded !== null && loaded.state === changing) loaded = await load();
      if (loaded === null) return look(await holder.change((created) => created));
      kept = loaded;
      return look(loaded.state);
    },
    change: (work) =>
      alone(async () => {
        await sweep();
        const loaded = await load();
        const state = loaded?.state ?? createWorld();
        kept = null;
        changing = state;
        try {
          const result = work(state);
          await save(state);
          return result;
        } catch (error) {
          if (error instanceof Refusal) kept = loaded; // refused before anything was changed
          throw error;
        } finally {
          changing = null;
        }
      }),
    reset: (another = createWorld) =>
      alone(async () => {
        await load(); // a file that this version cannot read is not this version's to overwrite
        await save(another());
      }),
  };
  return holder;
};
