import { Refusal } from "../http/reply.ts";
import type { StateHolder, WebhookRecord } from "../state/state.ts";
import type { Courier } from "./courier.ts";
import { isDisabled, MOST_FAILURES } from "./disabled.ts";

/** How often Zoom validates an address again. Source: Zoom API. */
const EVERY_MS = 72 * 3_600_000;
/** How many validations of a webhook are due. One from a file of an earlier version is due at once. */
const dueOf = (webhook: WebhookRecord, nowMs: number): number => {
  if (isDisabled(webhook)) return 0;
  return webhook.validatedMs === undefined ? 1 : Math.floor((nowMs - webhook.validatedMs) / EVERY_MS);
};

/** Validates webhooks again and again. */
export interface Validator {
  /** Validates what is due by then. Does not wait. */
  check(webhooks: readonly WebhookRecord[], nowMs: number): void;
  /** Resolves once no validation is on its way. */
  settle(): Promise<void>;
}

/** Repeats the challenge to each webhook every 72 hours of the emulator's time, and disables a webhook that fails it six times in a row. */
export const validator = (holder: StateHolder, courier: Pick<Courier, "post">): Validator => {
  const underway = new Map<string, Promise<void>>();

  const passes = async (webhook: WebhookRecord, nowMs: number): Promise<boolean> => {
    const { challenge } = await import("./challenge.ts");
    try {
      await challenge(courier, webhook, nowMs);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };

  const validate = async (webhook: WebhookRecord, nowMs: number): Promise<void> => {
    let { failures = 0 } = webhook;
    // After a long time several are due. More than it takes to disable a webhook change nothing.
    for (let left = Math.min(dueOf(webhook, nowMs), MOST_FAILURES); left > 0 && failures < MOST_FAILURES; left -= 1) {
      failures = (await passes(webhook, nowMs)) ? 0 : failures + 1;
    }
    const validatedMs = webhook.validatedMs === undefined ? nowMs : webhook.validatedMs + dueOf(webhook, nowMs) * EVERY_MS;
    await holder.change(({ webhooks }) => {
      const kept = webhooks.find(({ id }) => id === webhook.id);
      if (kept !== undefined) Object.assign(kept, { validatedMs, failures });
    });
  };

  return {
    check: (webhooks, nowMs) => {
      for (const webhook of webhooks) {
        if (dueOf(webhook, nowMs) === 0 || underway.has(webhook.id)) continue;
        const going = validate(structuredClone(webhook), nowMs).finally(() => underway.delete(webhook.id));
        underway.set(webhook.id, going);
      }
    },
    settle: async () => {
      while (underway.size > 0) await Promise.all(underway.values());
    },
  };
};
