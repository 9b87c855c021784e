import { randomBytes } from "node:crypto";
import type { EmulatorState } from "./state.ts";

/** Header of every answer that says which world gave it, so that a caller forgets what it knew of another one. Zoom has no such header. */
export const WORLD_HEADER = "x-emulator-world";

/** The same state as a world that nobody has seen yet: one that was just made, or put back to what it was. Changes the state. */
export const asNewWorld = (state: EmulatorState): EmulatorState => {
  state.worldId = randomBytes(9).toString("hex");
  return state;
};
