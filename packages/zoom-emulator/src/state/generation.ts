import type { EmulatorState } from "./state.ts";

const generations = new WeakMap<EmulatorState, number>();

/** A number that grows with every change of a state: what was derived from it is good for as long as this stays the same. */
export const generationOf = (state: EmulatorState): number => generations.get(state) ?? 0;

/** Notes that a state may have been changed. */
export const noteChange = (state: EmulatorState): void => {
  generations.set(state, generationOf(state) + 1);
};
