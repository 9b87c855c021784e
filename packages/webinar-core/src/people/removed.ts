import { createHash } from "node:crypto";
import { addressKey } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../operation/operation.ts";
import { hashOf, keyOfRegistrant } from "./person-key.ts";

/** So long Zoom's lists may show somebody who was removed, or hide somebody who was added. */
export const RECENT_MS = 10 * 60_000;

type Notes = Pick<OperationContext, "store" | "account" | "principal" | "clock" | "world">;
/** erasing: whom an erasure was sent for, whatever became of it. */
type Role = "registrant" | "panelist" | "erasing";

/** Somebody, by what is known of them. */
interface Who {
  readonly id?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** What we did with people of a webinar last, by hash of the key: when, below zero if they were removed. */
type Times = Record<string, number>;

/** Stands for everybody. */
const ALL = "*";

const keyFor = ({ account, principal, world }: Notes, role: Role, webinarId: string): string => {
  const { credentials } = account.inForce;
  const owner = credentials !== null && "accountId" in credentials ? credentials.accountId : "";
  const parts = JSON.stringify([owner, principal, world(), role, webinarId.replace(/\D/g, "")]);
  return `removed:${createHash("sha256").update(parts).digest("hex").slice(0, 32)}`;
};

const keysOf = ({ id, email }: Who): string[] => [
  ...(id ? [hashOf(keyOfRegistrant(id))] : []),
  // Some operations take either where they name somebody.
  ...[email, id].flatMap((text) => (text?.includes("@") ? [hashOf(addressKey(text))] : [])),
];

const timesIn = (text: string | undefined): Times => (text === undefined ? {} : (JSON.parse(text) as Times));

const note = async (ctx: Notes, role: Role, webinarId: string, keys: readonly string[], sign: 1 | -1): Promise<void> => {
  if (keys.length === 0) return;
  const { store, clock } = ctx;
  const key = keyFor(ctx, role, webinarId);
  const nowMs = clock.now();
  const fresh = Object.fromEntries(keys.map((one) => [one, sign * nowMs]));
  for (;;) {
    const before = await store.get(key);
    const kept = Object.entries(timesIn(before?.value)).filter(([, ms]) => nowMs - Math.abs(ms) <= RECENT_MS);
    const value = JSON.stringify({ ...Object.fromEntries(kept), ...fresh });
    if (await store.compareAndSet(key, before?.version ?? null, value, { ttlMs: RECENT_MS })) return;
  }
};

/**
 * Notes that people were taken off a webinar, so that nothing takes them for people who are there while Zoom's lists still show them, or do not show them yet.
 * A store that fails costs this knowledge, never the call.
 */
export const noteRemoved = (ctx: Notes, role: Role, webinarId: string, people: readonly Who[]): Promise<void> =>
  note(ctx, role, webinarId, people.flatMap(keysOf), -1).catch(() => {});

/** Notes that everybody was taken off. */
export const noteAllRemoved = (ctx: Notes, role: Role, webinarId: string): Promise<void> => note(ctx, role, webinarId, [ALL], -1).catch(() => {});

/** Notes that people were added: whoever was removed before is there again. */
export const noteAdded = (ctx: Notes, role: Role, webinarId: string, people: readonly Who[]): Promise<void> =>
  note(ctx, role, webinarId, people.flatMap(keysOf), 1).catch(() => {});

/** What was done last with somebody by us, by hash of their key; null: nothing of late. */
export interface LastDone {
  readonly isRemoved: boolean;
  readonly atMs: number;
}

/** Reads what was noted of a webinar's people. Ask Zoom for something first: only an answer says which world of an emulator it is. */
export const readRemoved = async (ctx: Notes, role: Role, webinarId: string): Promise<(hash: string) => LastDone | null> => {
  const stored = await ctx.store.get(keyFor(ctx, role, webinarId)).catch(() => null);
  const times = timesIn(stored?.value);
  return (hash) => {
    const found = [times[hash], times[ALL]].filter((ms) => ms !== undefined).sort((one, other) => Math.abs(other) - Math.abs(one));
    const [last] = found;
    return last === undefined || ctx.clock.now() - Math.abs(last) > RECENT_MS ? null : { isRemoved: last < 0, atMs: Math.abs(last) };
  };
};
