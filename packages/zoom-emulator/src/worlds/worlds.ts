import type { Clock } from "@zoom-webinar/foundation";
import type { EmulatorState } from "../state/state.ts";
import { emptyWorld, type WorldOptions } from "../state/world.ts";
import { conferenceWorld } from "./conference-series.ts";
import { demoWorld } from "./demo-world.ts";
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

/** Makes a world: the same one for the same seed and time. */
export const createWorld = (world: WorldName, { clock, seed, scopes }: Omit<WorldOptions, "nowMs"> & { clock: Clock }): EmulatorState =>
  MAKERS[world]({ seed, scopes, nowMs: clock.now() });
