import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrivateFolder, InputError, withFileLock, writeFileAtomic } from "@zoom-webinar/foundation";
import { isObject } from "../http/json.ts";
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

/**
 * Keeps the state in one JSON file, private to its owner, that several processes may share. A read takes the file as it is: it is replaced in one step,
 * so there is never half of it. A change holds the lock from loading to replacing, so that nothing is lost. `createWorld` fills a folder without a file.
 * Throws `InputError` for a damaged or newer file, which is left as it is, and `UnavailableError` where the lock cannot be had.
 */
export const fileState = async (folder: string, createWorld: () => EmulatorState): Promise<StateHolder> => {
  const path = join(folder, STATE_FILE);
  await ensurePrivateFolder(folder);

  const load = async (): Promise<EmulatorState | null> => {
    try {
      return parse(path, await readFile(path, "utf8"));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    }
  };
  const save = (state: EmulatorState) => writeFileAtomic(path, JSON.stringify(state), { mode: 0o600 });

  // Calls of this process queue up here rather than at the lock, where waiting means asking again and again.
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => withFileLock(`${path}.lock`, work));
    last = turn.catch(() => undefined);
    return turn;
  };

  const holder: StateHolder = {
    read: async (look) => {
      const state = await load();
      return look(state ?? (await holder.change((created) => created)));
    },
    change: (work) =>
      alone(async () => {
        const state = (await load()) ?? createWorld();
        const result = work(state);
        await save(state);
        return result;
      }),
    reset: (another = createWorld) =>
      alone(async () => {
        await load(); // a file that this version cannot read is not this version's to overwrite
        await save(another());
      }),
  };
  return holder;
};
