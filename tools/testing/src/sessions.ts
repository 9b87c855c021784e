import { memoryStore, type Store, type VirtualClock, virtualClock } from "@zoom-webinar/foundation";
import type { ConfirmBy, Safety, Session } from "@zoom-webinar/webinar-core";
import { createSession } from "@zoom-webinar/webinar-core/doors";

interface FakeSessionOptions {
  safety?: Safety;
  confirmBy?: ConfirmBy;
  store?: Store;
  clock?: VirtualClock;
  onInternalError?: (error: unknown, correlationId: string) => void;
}

/** A session that never reaches a network. */
export const fakeSession = ({
  safety = "confirm",
  clock = virtualClock(undefined, { autoAdvance: true }),
  ...options
}: FakeSessionOptions = {}): Session =>
  createSession({
    credentials: { kind: "access-token", accessToken: "not-a-real-token" },
    send: () => Promise.reject(new Error("a test reached for the network")),
    store: memoryStore({ clock }),
    clock,
    safety,
    ...options,
  });
