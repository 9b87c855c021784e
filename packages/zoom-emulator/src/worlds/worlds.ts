import type { Clock } from "@zoom-webinar/foundation";
import type { EmulatorState } from "../state/state.ts";
import { emptyWorld, type WorldOptions } from "../state/world.ts";
import { conferenceWorld } from "./conference-series.ts";
import { demoWorld } from "./demo-world.ts";
import { largeWorld } from "./large.ts";
import type { WorldName } from "./names.ts";
import type { PlannedWorld } from "./planned-world.ts";
import { plant } from "./plant.ts";
import { rejoinsWorld } from "./rejoins.ts";

const MAKERS = {
  demo: demoWorld,
  empty: emptyWorld,
  "conference-series": conferenceWorld,
  rejoins: rejoinsWorld,
  large: largeWorld,
} as const satisfies Readonly<Record<WorldName, (options: WorldOptions) => EmulatorState>>;

/** Makes a world, by name or as it is planned: the same one for the same seed and time. Throws `InputError` for a plan that does not fit together. */
export const createWorld = (
  world: WorldName | PlannedWorld,
  { clock, seed, scopes }: Omit<WorldOptions, "nowMs"> & { clock: Clock },
): EmulatorState => {
  const options = { seed, scopes, nowMs: clock.now() };
  return typeof world === "string" ? MAKERS[world](options) : plant(world, options, MAKERS[world.base ?? "empty"]);
};
