import { noteChange } from "./generation.ts";
import type { EmulatorState, StateHolder } from "./state.ts";
import { asNewWorld } from "./world-id.ts";

/** Keeps the state in this process; it is gone with it. */
export const memoryState = (createWorld: () => EmulatorState): StateHolder => {
  let state = asNewWorld(createWorld());
  const kept = new Map<string, EmulatorState>();
  return {
    read: async (look) => look(state),
    change: async (work) => {
      noteChange(state);
      return work(state);
    },
    reset: async (another = createWorld) => {
      state = asNewWorld(another());
    },
    snapshots: {
      save: async (name) => {
        kept.set(name, structuredClone(state));
      },
      restore: async (name) => {
        const saved = kept.get(name);
        if (saved !== undefined) state = asNewWorld(structuredClone(saved));
        return saved !== undefined;
      },
      remove: async (name) => kept.delete(name),
      list: async () => [...kept.keys()].sort(),
    },
  };
};
