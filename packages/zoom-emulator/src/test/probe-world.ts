import { virtualClock } from "@zoom-webinar/foundation";
import { buildEmulator } from "../emulator.ts";
import { type EmulatorOptions, settle } from "../options.ts";
import { memoryState } from "../state/memory-state.ts";
import type { EmulatorState, InstanceRecord, WebinarRecord } from "../state/state.ts";
import { demoWorld } from "../worlds/demo-world.ts";
import { callerOf } from "./probe.ts";

/** Two of the demo world's webinars: one ahead, and the small one that was held at 2027-01-05T16:00:00Z for 47 minutes. */
export interface DemoWebinars {
  upcoming: WebinarRecord;
  past: WebinarRecord;
  /** The one instance of `past`. */
  instance: InstanceRecord;
}

/** The webinars of a demo world. Throws where it is another world. */
export const demoWebinars = (state: EmulatorState): DemoWebinars => {
  const [upcoming, past] = Object.values(state.webinars).sort((a, b) => a.instances.length - b.instances.length);
  const instance = past?.instances[0];
  if (upcoming === undefined || past === undefined || instance === undefined) throw new Error("not the demo world");
  return { upcoming, past, instance };
};

/** A probe on a demo world that was changed before it began, past all rules: for what neither the API nor a control brings about. */
export const probeWorld = async (prepare: (webinars: DemoWebinars, state: EmulatorState) => void = () => {}, options: EmulatorOptions = {}) => {
  const clock = virtualClock();
  const settled = settle({ clock, ...options });
  const createWorld = () => {
    const state = demoWorld({ seed: settled.seed, scopes: settled.scopes, nowMs: clock.now() });
    // Figures that are counted by hand come from the small webinar; the large one is there for people.
    for (const { id, instances } of Object.values(state.webinars)) if ((instances[0]?.participants.length ?? 0) > 10) delete state.webinars[id];
    prepare(demoWebinars(state), state);
    return state;
  };
  const emulator = buildEmulator(memoryState(createWorld), settled);
  return { clock, emulator, ...demoWebinars(createWorld()), ...(await callerOf(emulator)) };
};

/** A UUID as it is in a path: encoded twice, which is always right. */
export const inPath = (uuid: string): string => encodeURIComponent(encodeURIComponent(uuid));
