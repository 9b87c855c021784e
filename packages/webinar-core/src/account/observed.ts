import type { HttpResponse, Send } from "@zoom-webinar/auth";
import type { Clock } from "@zoom-webinar/foundation";

/** What Zoom's answers said besides their content. Everything is null until an answer says it. */
export interface Observation {
  /** HTTP status of the latest answer. */
  status: number | null;
  /** How far this machine's clock is ahead of Zoom's, in milliseconds; a second exact at best. */
  clockAheadMs: number | null;
  /** Zoom's own words of the limit that the latest answer was counted against. */
  rate: { category: string | null; type: string | null; limit: number | null; remaining: number | null } | null;
  /** Which world of an emulator gave the latest answer: it has another one after each reset. Always null at Zoom. */
  world: string | null;
}

const number = (text: string | undefined): number | null => (text !== undefined && /^\d+$/.test(text) ? Number(text) : null);

/** The same `send`, with a note of what answers say of clock and limits. */
export const observed = (send: Send, clock: Clock): { send: Send; observation: () => Observation } => {
  let latest: Observation = { status: null, clockAheadMs: null, rate: null, world: null };
  const note = ({ status, headers }: HttpResponse, sentAtMs: number) => {
    const date = headers.date === undefined ? Number.NaN : Date.parse(headers.date);
    // Zoom wrote the date while we waited, and without milliseconds: half of each is the best guess.
    const clockAheadMs = Number.isNaN(date) ? latest.clockAheadMs : Math.round((sentAtMs + clock.now()) / 2 - (date + 500));
    const category = headers["x-ratelimit-category"] ?? null;
    const limit = number(headers["x-ratelimit-limit"]);
    const rate =
      category === null && limit === null
        ? latest.rate
        : { category, type: headers["x-ratelimit-type"] ?? null, limit, remaining: number(headers["x-ratelimit-remaining"]) };
    latest = { status, clockAheadMs, rate, world: headers["x-emulator-world"] ?? null };
  };
  return {
    send: async (request) => {
      const sentAtMs = clock.now();
      const response = await send(request);
      note(response, sentAtMs);
      return response;
    },
    observation: () => latest,
  };
};
