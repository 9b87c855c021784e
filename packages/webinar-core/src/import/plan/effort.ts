import { type EndpointId, LIMITS, type PaceOptions } from "@zoom-webinar/zoom-client";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import type { Task } from "../run/task.ts";

/** Calls that some people take. The last call of an import waits until all others are settled, so that a single batch is sent in two. */
const callsFor = (people: number, size: number): number => (size > 1 && people > 1 && people <= size ? 2 : Math.ceil(people / size));

const DEFAULT_HEAD_ROOM = 0.1;

/** What it takes to send some people: how many calls, and how long these take at the account's limits, in whole seconds. */
export const effortOf = (
  people: number,
  { size }: Pick<Task, "size">,
  endpoint: EndpointId,
  pace: PaceOptions | false,
): { calls: number; seconds: number } => {
  const calls = callsFor(people, size);
  const { plan = "business", headRoom = DEFAULT_HEAD_ROOM } = pace === false ? { headRoom: 0 } : pace;
  const { most, windowMs } = LIMITS[plan][endpoints[endpoint].rate];
  return { calls, seconds: Math.ceil(calls / ((most * (1 - headRoom)) / (windowMs / 1000))) };
};
