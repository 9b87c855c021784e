import { buildEmulator, type Emulator } from "./emulator.ts";
import { type EmulatorOptions, settle } from "./options.ts";
import { memoryState } from "./state/memory-state.ts";
import { fileState } from "./state/state-file.ts";
import { createWorld } from "./worlds/worlds.ts";

/** An emulator whose world lives in this process. */
export const createEmulator = (options: EmulatorOptions = {}): Emulator => {
  const settled = settle(options);
  return buildEmulator(
    memoryState(() => createWorld(settled.world, settled)),
    settled,
  );
};

/** An emulator whose world lives in a folder. */
export interface StoredEmulatorOptions extends EmulatorOptions {
  /** Made if it is not there. The world is one file in it, `zoom-emulator.json`; what it holds wins over `world`, `seed` and `scopes`. */
  folder: string;
  /** Milliseconds without a sign of life after which a process that is changing the world loses its place to the next. Default 10,000. */
  staleMs?: number;
}

/**
 * An emulator whose world outlasts the process, and which several processes may use at once without losing anything.
 * Throws `InputError` if the file is damaged or was written by a newer version; it is then left as it is.
 */
export const openStoredEmulator = async ({ folder, staleMs, ...options }: StoredEmulatorOptions): Promise<Emulator> => {
  const settled = settle(options);
  const holder = await fileState(folder, () => createWorld(settled.world, settled), { staleMs });
  await holder.read(() => undefined); // a file that cannot be read is an error now, not at the first request
  return buildEmulator(holder, settled);
};
