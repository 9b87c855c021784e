import { type Clock, InputError, RateLimitError, type RateLimitKind } from "@zoom-webinar/foundation";
import type { RateLabel } from "../endpoint-info.ts";
import { nextUtcMidnight } from "../errors/retry-at.ts";
import { hostDays } from "./host-days.ts";
import { lane, type Turn } from "./lane.ts";
import { LIMITS, type ZoomPlan } from "./limits.ts";
import { pace } from "./pace.ts";

/** How a client keeps to Zoom's limits. */
export interface PaceOptions {
  /** Plan of the account. Default: learned, that is the largest one's limits until Zoom refuses. */
  plan?: ZoomPlan | undefined;
  /** Share of every limit that is left to other apps of the account: from 0 up to 0.9, default 0.1. */
  headRoom?: number | undefined;
}

/** Which call asks for its turn. */
export interface PacedCall {
  /** "POST /users/{userId}/webinars" */
  id: string;
  label: RateLabel;
  /** Path and query. */
  target: string;
}

/** Spaces the calls of one account so that Zoom has nothing to refuse. */
export interface Pacer {
  /** Resolves when the call may go. Throws `RateLimitError` if the wait would outlast the deadline or a day's limit is used up; never sent. */
  turn(call: PacedCall, turn: Turn): Promise<void>;
  /** Zoom refused the call. */
  refused(call: PacedCall, error: RateLimitError): void;
  /** Zoom did it. `webinarId`: the webinar that it made, null if it made none. */
  succeeded(call: PacedCall, webinarId: string | null): void;
}

const DEFAULT_HEAD_ROOM = 0.1;
const MOST_HEAD_ROOM = 0.9;
/** If a day's limit is used up, Zoom is still asked this often: somebody may have bought more. */
const ASK_AGAIN_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

const tooMany = (message: string, limit: RateLimitKind, retryAt: Date) =>
  new RateLimitError(message, limit, retryAt, {
    hint: "It was not sent. Come back at the time given.",
    details: { sent: "not-sent" },
  });

interface Day {
  number: number;
  count: number;
  /** Monotonic; until then Zoom is not asked. */
  closedUntilMs: number;
  retryAt: Date | null;
}

/** The pacer of one account: a lane per label, the days of labels and hosts. */
export const createPacer = (clock: Clock, options: PaceOptions = {}): Pacer => {
  const { plan } = options;
  if (plan !== undefined && !Object.hasOwn(LIMITS, plan))
    throw InputError.at("pace.plan", `expected one of ${Object.keys(LIMITS).join(", ")}, got ${JSON.stringify(plan)}`, "Leave it out to learn it.");
  const headRoom = Math.min(Math.max(options.headRoom ?? DEFAULT_HEAD_ROOM, 0), MOST_HEAD_ROOM);
  const limits = LIMITS[options.plan ?? "business"];
  const lanes = new Map<RateLabel, { rhythm: ReturnType<typeof pace>; queue: ReturnType<typeof lane> }>();
  const days = new Map<string, Day>();
  const hosts = hostDays();

  const laneOf = (label: RateLabel) => {
    const known = lanes.get(label);
    if (known !== undefined) return known;
    const rhythm = pace(limits[label], headRoom);
    const made = { rhythm, queue: lane(clock, rhythm) };
    lanes.set(label, made);
    return made;
  };
  const dayOf = (label: RateLabel): Day => {
    const number = Math.floor(clock.now() / DAY_MS);
    const known = days.get(limits[label].day);
    if (known?.number === number) return known;
    const fresh: Day = { number, count: 0, closedUntilMs: Number.NEGATIVE_INFINITY, retryAt: null };
    days.set(limits[label].day, fresh);
    return fresh;
  };
  const assertDay = ({ id, label, target }: PacedCall): void => {
    const nowMs = clock.now();
    const midnight = nextUtcMidnight(nowMs);
    if (hosts.isSpent(id, target, nowMs))
      throw tooMany("This host has created and updated the 100 meetings and webinars that Zoom lets one host have in a day.", "user-day", midnight);
    const day = dayOf(label);
    if (clock.monotonic() < day.closedUntilMs) throw tooMany("The account's calls for today are used up.", "day", day.retryAt ?? midnight);
    const { perDay } = limits[label];
    // A plan that is only guessed closes no day: that is for Zoom to say.
    if (options.plan !== undefined && perDay !== null && day.count >= perDay * (1 - headRoom))
      throw tooMany("This client has used its share of the account's calls for today.", "day", midnight);
  };
  return {
    turn: async (call, turn) => {
      assertDay(call);
      const lateMs = await laneOf(call.label).queue.turn(turn);
      if (lateMs !== null)
        throw tooMany(`So many calls wait for Zoom's limit that this one's turn would come too late.`, "second", new Date(clock.now() + lateMs));
      dayOf(call.label).count += 1;
    },
    refused: ({ id, label, target }, error) => {
      const nowMs = clock.now();
      const retryInMs = error.retryAt === null ? null : error.retryAt.getTime() - nowMs;
      if (error.limit === "user-day") return hosts.spent(id, target, nowMs);
      if (error.limit === "registrant-day") return;
      if (error.limit === "day") {
        const day = dayOf(label);
        day.closedUntilMs = clock.monotonic() + Math.min(retryInMs ?? ASK_AGAIN_MS, ASK_AGAIN_MS);
        day.retryAt = error.retryAt;
        return;
      }
      const told = error.details.zoom_limit;
      const monotonicMs = clock.monotonic();
      const pauseMs = Math.max(retryInMs ?? limits[label].windowMs, 0);
      laneOf(label).rhythm.refused(monotonicMs, monotonicMs + pauseMs, typeof told === "number" ? told : null);
    },
    succeeded: ({ id, target }, webinarId) => hosts.note(id, target, clock.now(), webinarId),
  };
};
