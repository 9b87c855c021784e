import { toZoomTime } from "../http/json.ts";
import { type Settled, settle } from "../options.ts";
import type { Changer } from "../rules/change.ts";
import type { RateLimiter } from "../rules/rate-limits.ts";
import type { StateHolder } from "../state/state.ts";
import type { Courier, WebhookDelivery } from "../webhooks/courier.ts";
import type { NewWebhook } from "../webhooks/subscribe.ts";
import type { Validator } from "../webhooks/validation.ts";
import type { WorldName } from "../worlds/names.ts";
import { createWorld } from "../worlds/worlds.ts";
import { type ControlsOf, createActionControls } from "./action.ts";
import { ACTIONS } from "./actions.ts";
import { assertFault } from "./fault-check.ts";
import type { Fault, FaultPlan } from "./faults.ts";
import { createSnapshotControls, type SnapshotControls } from "./snapshot-controls.ts";

/** Webhooks and their deliveries. */
export interface WebhookControls {
  /** Subscribes an address, after Zoom's challenge to it. Returns its id and secret. Throws `Refusal` if the challenge fails. */
  addWebhook(webhook: NewWebhook): Promise<{ id: string; secret: string }>;
  /** Unsubscribes one, or all. */
  removeWebhook(id?: string): Promise<void>;
  /** The latest attempts of this process to deliver, oldest first. */
  webhookDeliveries(): readonly WebhookDelivery[];
  /** Resolves once every event so far was tried, and what was due again. */
  settleWebhooks(): Promise<void>;
}

/** What is done to a world from outside Zoom's API. */
export interface Controls extends ControlsOf<typeof ACTIONS>, WebhookControls, SnapshotControls {
  /** Puts a fresh world in place and forgets faults and counts. Tokens stay good. */
  reset(): Promise<void>;
  /** Puts a named world in place, and forgets the same. */
  seed(world: WorldName): Promise<void>;
  /** Moves the emulator's time ahead of its clock, for all processes that share the state. Returns the new time. */
  advanceClock(ms: number): Promise<string>;
  /** Plans something that goes wrong. Throws `InputError` for a fault of an unknown kind, without what its kind needs, or on an endpoint that does not exist. */
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** Forgets the requests so far: `requests()` and `expectRequest` begin again. */
  clearRequests(): void;
}

/** What the controls work on. */
export interface ControlledParts {
  holder: StateHolder;
  /** Changes the state and sends its events to webhooks. */
  change: Changer;
  limiter: RateLimiter;
  faults: FaultPlan;
  courier: Courier;
  validator: Validator;
  /** The requests so far. */
  log: { clear(): void };
  settled: Settled;
}

const createWebhookControls = ({ change, courier, validator, settled }: ControlledParts): WebhookControls => ({
  addWebhook: async (webhook) => {
    const { subscribe } = await import("../webhooks/subscribe.ts");
    const { id, secret } = await subscribe(webhook, courier, change, settled);
    return { id, secret };
  },
  removeWebhook: (id) =>
    change(({ state }) => {
      state.webhooks = id === undefined ? [] : state.webhooks.filter((webhook) => webhook.id !== id);
    }),
  webhookDeliveries: courier.deliveries,
  settleWebhooks: async () => {
    await validator.settle();
    await courier.settle();
  },
});

/** The controls of a world. */
export const createControls = (parts: ControlledParts): Controls => {
  const { holder, change, limiter, faults, courier, validator, log, settled } = parts;
  const forget = () => {
    limiter.reset();
    faults.clear();
  };
  return {
    ...createActionControls(ACTIONS, change),
    ...createWebhookControls(parts),
    ...createSnapshotControls(holder.snapshots, forget),
    reset: async () => {
      await holder.reset();
      forget();
    },
    seed: async (world) => {
      settle({ world });
      await holder.reset(() => createWorld(world, settled));
      forget();
    },
    advanceClock: async (ms) => {
      const nowMs = await change(({ state, nowMs: before }) => {
        state.clockOffsetMs += ms;
        return before + ms;
      });
      validator.check(await holder.read(({ webhooks }) => structuredClone(webhooks)), nowMs);
      await validator.settle();
      courier.wake(nowMs);
      return toZoomTime(nowMs);
    },
    addFault: (fault) => {
      assertFault(fault);
      faults.add(fault);
    },
    clearFaults: faults.clear,
    clearRequests: log.clear,
  };
};
