import type { OperationContext } from "../../operation/operation.ts";
import { codeOf, type Standing } from "../journal/standing.ts";

/** A look at all rows takes its time: not after every call. */
const LEAST_GAP_MS = 250;

const left = ({ codes }: Standing): number => {
  const open = codeOf("open");
  let count = 0;
  for (const code of codes) if (code === open) count += 1;
  return count;
};

const duration = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);

/** Returns a function that gets every answer and reports progress: how many of `total`, how fast, how much longer. */
export const reportProgress = (
  { standing, total, soFar }: { standing: Standing; total: number; soFar: () => unknown },
  { progress, clock }: Pick<OperationContext, "progress" | "clock">,
): (() => void) => {
  const startedMs = clock.monotonic();
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = clock.monotonic();
    if (nowMs - toldAtMs < LEAST_GAP_MS) return;
    toldAtMs = nowMs;
    const open = left(standing);
    const done = total - open;
    const rate = done / Math.max((nowMs - startedMs) / 1000, 0.001);
    const message =
      done === 0 ? "begun" : `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second, ${duration(open / Math.max(rate, 0.001))} left`;
    progress({ done, total, message, soFar: soFar() });
  };
};
