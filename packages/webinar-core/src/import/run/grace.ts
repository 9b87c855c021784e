import { setMaxListeners } from "node:events";
import { GRACE_MS } from "./bounds.ts";

/** Stops what is under way a while after the caller asked to stop: until then it may end by itself. */
export const withGrace = (signal: AbortSignal | undefined): { signal: AbortSignal; clear(): void } => {
  const hard = new AbortController();
  setMaxListeners(0, hard.signal); // every call under way listens
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => {
    timer = setTimeout(() => hard.abort(), GRACE_MS);
  };
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  return {
    signal: hard.signal,
    clear: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    },
  };
};
