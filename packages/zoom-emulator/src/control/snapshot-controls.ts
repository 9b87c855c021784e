import { Refusal } from "../http/reply.ts";
import type { SnapshotHolder } from "../state/state.ts";

/** Worlds kept under a name, to come back to. */
export interface SnapshotControls {
  /** Keeps the world as it is now, its clock included, replacing an earlier snapshot of that name. Throws `Refusal` for a name that is not valid. */
  saveSnapshot(name: string): Promise<void>;
  /** Puts a kept world in place, and forgets faults and counts. Throws `Refusal` 404 if nothing is kept under the name. */
  restoreSnapshot(name: string): Promise<void>;
  /** Throws `Refusal` 404 if nothing is kept under the name. */
  removeSnapshot(name: string): Promise<void>;
  /** The names, in order. */
  snapshots(): Promise<string[]>;
}

const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

const assertName = (name: string): void => {
  if (NAME.test(name)) return;
  const message = `A snapshot's name has 1 to 64 letters a to z, digits, "-" and "_": ${JSON.stringify(name)} is not one.`;
  throw new Refusal(400, 300, message);
};

/** The controls of snapshots; `forget` clears what is kept in memory beside the saved state: faults and counts. */
export const createSnapshotControls = (kept: SnapshotHolder, forget: () => void): SnapshotControls => {
  const assertFound = async (isFound: boolean, name: string): Promise<void> => {
    if (isFound) return;
    const names = await kept.list();
    throw new Refusal(
      404,
      404,
      `There is no snapshot ${JSON.stringify(name)}. ${names.length === 0 ? "There are none." : `There are: ${names.join(", ")}.`}`,
    );
  };
  return {
    saveSnapshot: async (name) => {
      assertName(name);
      await kept.save(name);
    },
    restoreSnapshot: async (name) => {
      assertName(name);
      await assertFound(await kept.restore(name), name);
      forget();
    },
    removeSnapshot: async (name) => {
      assertName(name);
      await assertFound(await kept.remove(name), name);
    },
    snapshots: kept.list,
  };
};
