import type { OperationContext } from "../../operation/operation.ts";
import type { JoiningRow } from "../engine/input.ts";
import { toSecond } from "../engine/seconds.ts";
import { readJoinings } from "./lists.ts";
import { type Part, readPart } from "./part.ts";
import type { Details, Found, ListedInstance } from "./webinar.ts";

/** An instance with what the report says of it; its joinings too if they had to be read to know when it ended. */
export interface KnownInstance {
  listed: ListedInstance;
  details: Part<Details>;
  joinings: Part<readonly JoiningRow[]> | null;
}

const detailsOf = ({ zoom }: OperationContext, key: string): Promise<Part<Details>> =>
  readPart(() => zoom.call("GET /report/webinars/{webinarId}", { path: { webinarId: key } }));

/** When an instance ended: by its details, else by the last leave; null if it runs or nobody knows. */
const endOf = ({ details, joinings }: KnownInstance): number | null => {
  const end = toSecond(details.value?.end_time);
  if (end !== null || details.value !== null) return end;
  const leaves = (joinings?.value ?? []).flatMap(({ leave_time }) => toSecond(leave_time) ?? []);
  return leaves.length === 0 ? null : leaves.reduce((most, leave) => Math.max(most, leave));
};

const startOf = ({ listed, details }: KnownInstance): number | null => toSecond(details.value?.start_time) ?? listed.start;

/** Reads an instance so far that its end is known. `found` holds the details of one that were read already. */
export const knowInstance = async (ctx: OperationContext, listed: ListedInstance, found: Found): Promise<KnownInstance> => {
  const isFound = found.details.value !== null && (listed.uuid === null || found.details.value.uuid === listed.uuid);
  const details = isFound ? found.details : await detailsOf(ctx, listed.uuid ?? found.id);
  const joinings = details.value === null ? await readJoinings(ctx, listed.uuid ?? found.id) : null;
  return { listed, details, joinings };
};

/** Whether one instance follows the other so closely that both are one session. */
export const isContinued = (before: KnownInstance, after: KnownInstance, gapSeconds: number): boolean => {
  const end = endOf(before);
  const start = startOf(after);
  return end !== null && start !== null && start - end <= gapSeconds;
};

/** The latest instance, and every one before it that it continues. */
export const readLatestSession = async (
  ctx: OperationContext,
  found: Found,
  instances: readonly ListedInstance[],
  gapSeconds: number,
): Promise<KnownInstance[]> => {
  const session: KnownInstance[] = [];
  for (const listed of instances.toReversed()) {
    const known = await knowInstance(ctx, listed, found);
    const [after] = session;
    if (after !== undefined && !isContinued(known, after, gapSeconds)) break;
    session.unshift(known);
  }
  return session;
};

/** All instances, those that continue each other together. */
export const readAllSessions = async (
  ctx: OperationContext,
  found: Found,
  instances: readonly ListedInstance[],
  gapSeconds: number,
): Promise<KnownInstance[][]> => {
  const known = await Promise.all(instances.map((listed) => knowInstance(ctx, listed, found)));
  const sessions: KnownInstance[][] = [];
  for (const instance of known) {
    const last = sessions.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && isContinued(before, instance, gapSeconds)) last.push(instance);
    else sessions.push([instance]);
  }
  return sessions;
};
