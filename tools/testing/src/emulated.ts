import { memoryStore, type VirtualClock, virtualClock, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { CallOptions, Session, SessionOptions } from "@zoom-webinar/webinar-core";
import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import { createSession, runOperation } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS, type Emulator, type EmulatorOptions, type RequestRecord } from "@zoom-webinar/zoom-emulator";
import type * as z from "zod";

/** Noon UTC on a Friday, in winter on both sides of the Atlantic. */
export const NOW = Date.UTC(2027, 0, 15, 12);

/** The people of the demo world. */
export const HOST = "ada@example.com";
export const OTHER_HOST = "grace@example.com";

/** An emulator and a session on it, as an operation's test needs them. */
export interface Emulated {
  emulator: Emulator;
  session: Session;
  clock: VirtualClock;
  run<Op extends AnyOperation>(op: Op, input: z.input<Op["input"]>, call?: CallOptions): Promise<z.output<Op["output"]>>;
  /** The refusal of a call that must not succeed. */
  refusal(op: AnyOperation, input: unknown, call?: CallOptions): Promise<ZoomWebinarError>;
  /** API requests since the last time this was asked, without token requests. */
  seen(): readonly RequestRecord[];
}

/** Opens an emulator without rate limits by default, and a trusted session on it. */
export const emulated = (options: EmulatorOptions & { session?: SessionOptions } = {}): Emulated => {
  const clock = virtualClock(NOW, { autoAdvance: true });
  const { session: sessionOptions, ...emulatorOptions } = options;
  const emulator = createEmulator({ clock, ...emulatorOptions });
  const session = createSession({ send: emulator.send, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), ...sessionOptions });
  let read = 0;
  return {
    emulator,
    session,
    clock,
    run: (op, input, call) => runOperation(op, input, session, call),
    refusal: (op, input, call) =>
      runOperation(op, input, session, call).then(
        (output) => Promise.reject(new Error(`it ran: ${JSON.stringify(output)}`)),
        (error: ZoomWebinarError) => error,
      ),
    seen: () => {
      const all = emulator.requests().filter(({ path }) => path.startsWith("/v2/"));
      const fresh = all.slice(read);
      read = all.length;
      return fresh;
    },
  };
};
