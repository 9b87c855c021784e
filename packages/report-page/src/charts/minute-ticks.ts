const MINUTE_MS = 60_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240] as const;
const MOST = 13;
const LONGEST = 480;

export interface MinuteTick {
  ms: number;
  /** True: a narrow page leaves it out. */
  isMinor: boolean;
}

/** Round times between two moments: at most thirteen; a narrow page shows every second one. */
export const minuteTicks = (fromMs: number, toMs: number): MinuteTick[] => {
  const minutes = (toMs - fromMs) / MINUTE_MS;
  const step = (STEPS.find((size) => minutes / size <= MOST - 1) ?? LONGEST) * MINUTE_MS;
  const first = Math.ceil(fromMs / step) * step;
  const count = Math.floor((toMs - first) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_tick, index) => ({ ms: first + index * step, isMinor: index % 2 === 1 }));
};
