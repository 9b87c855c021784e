import type { Settled } from "../options.ts";
import { demoWorld } from "../state/demo-world.ts";
import type { EmulatorState } from "../state/state.ts";
import { emptyWorld, type WorldOptions } from "../state/world.ts";
import { conferenceWorld } from "./conference-series.ts";
import { largeWorld } from "./large.ts";
import { rejoinsWorld } from "./rejoins.ts";

const MAKERS = {
  demo: demoWorld,
  empty: emptyWorld,
  "conference-series": conferenceWorld,
  rejoins: rejoinsWorld,
  large: largeWorld,
} as const satisfies Readonly<Record<string, (options: WorldOptions) => EmulatorState>>;

/** A world that can be seeded. */
export type WorldName = keyof typeof MAKERS;

/** The names of all worlds. */
export const WORLD_NAMES: readonly string[] = Object.keys(MAKERS);

/** True for the name of a world. */
export const isWorldName = (name: unknown): name is WorldName => typeof name === "string" && Object.hasOwn(MAKERS, name);

/** Makes a world: the same one for the same seed and time. */
export const createWorld = (world: WorldName, { clock, seed, scopes }: Pick<Settled, "clock" | "seed" | "scopes">): EmulatorState =>
  MAKERS[world]({ seed, scopes, nowMs: clock.now() });
