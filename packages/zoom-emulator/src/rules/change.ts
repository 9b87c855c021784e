import type { Clock } from "@zoom-webinar/foundation";
import type { News, WebhookEvent } from "../state/event.ts";
import type { StateHolder } from "../state/state.ts";
import type { Change } from "./call.ts";

import type { Switches } from "./switches.ts";

/** Changes the state on behalf of a control, and tells webhooks of it once it is kept. */
export type Changer = <T>(work: (change: Change) => T) => Promise<T>;

/** A changer for one emulator. `tell` gets what there is to tell. */
export const changer =
  (holder: StateHolder, { clock, switches }: { clock: Clock; switches: Switches }, tell: (news: News) => void): Changer =>
  async (work) => {
    const events: WebhookEvent[] = [];
    const { result, webhooks } = await holder.change((state) => {
      const done = work({ state, nowMs: clock.now() + state.clockOffsetMs, switches, events });
      return { result: done, webhooks: events.length === 0 ? [] : [...state.webhooks] };
    });
    tell({ events, webhooks });
    return result;
  };
