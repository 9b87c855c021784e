import type { StartWords } from "../time/start-time.ts";

/** Lets a start time be said in words, counted from now; the reader of sentences is loaded only for a text that is neither wall time nor instant. */
export const startWords =
  ({ now }: { now(): Promise<number> }): StartWords =>
  async (text, hostZone, field) =>
    (await import("./read-moment.ts")).readMoment(text, { nowMs: await now(), hostZone }, field);
