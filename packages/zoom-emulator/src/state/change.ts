import type { Change } from "../http/call.ts";
import type { Settled } from "../options.ts";
import type { News, WebhookEvent } from "../webhooks/event.ts";
import type { StateHolder } from "./state.ts";

/** Changes the state on behalf of a control, and tells webhooks of it once it is kept. */
export type Changer = <T>(work: (change: Change) => T) => Promise<T>;

/** A changer for one emulator. `tell` gets what there is to tell. */
export const changer =
  (holder: StateHolder, { clock, switches }: Settled, tell: (news: News) => void): Changer =>
  async (work) => {
    const events: WebhookEvent[] = [];
    const { result, webhooks } = await holder.change((state) => {
      const done = work({ state, nowMs: clock.now() + state.clockOffsetMs, switches, events });
      return { result: done, webhooks: events.length === 0 ? [] : [...state.webhooks] };
    });
    tell({ events, webhooks });
    return result;
  };
