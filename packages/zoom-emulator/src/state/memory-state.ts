import { noteChange } from "./generation.ts";
import type { EmulatorState, StateHolder } from "./state.ts";

/** Keeps the state in this process; it is gone with it. */
export const memoryState = (createWorld: () => EmulatorState): StateHolder => {
  let state = createWorld();
  return {
    read: async (look) => look(state),
    change: async (work) => {
      noteChange(state);
      return work(state);
    },
    reset: async (another = createWorld) => {
      state = another();
    },
  };
};
