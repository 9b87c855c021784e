import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import type { AnyOperation, Effect } from "../operation/operation.ts";
import { type AuditEntry, type Audited, idsIn, outcomeOf, signInOf } from "./audit.ts";

const EFFECTS: Readonly<Record<string, Effect>> = { POST: "create", PUT: "update", PATCH: "update", DELETE: "delete" };

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The same client, with a count of the calls that change something. */
export const countingWrites = (zoom: ZoomClient, writes: { count: number }): ZoomClient => ({
  ...zoom,
  call: (endpoint, args, options) => {
    if (!endpoint.startsWith("GET ")) writes.count += 1;
    return zoom.call(endpoint, args, options);
  },
});

/** What a call names: the ids of its path, query and body. */
const namedBy = (args: unknown): Record<string, unknown> => {
  const { path, query, body } = (args ?? {}) as { path?: object; query?: object; body?: object };
  const all = Object.entries({ ...body, ...query, ...path });
  return Object.fromEntries(all.map(([name, value]) => [snake(name), value]));
};

/** The same client, with a line in the session's audit for every write: for operations whose input does not say what they write to. */
export const auditingCalls = (zoom: ZoomClient, op: AnyOperation, session: Audited, principal: string): ZoomClient => {
  const { audit, clock } = session;
  if (audit === undefined) return zoom;
  return {
    ...zoom,
    call: async (endpoint, args, options) => {
      const effect = EFFECTS[endpoint.slice(0, endpoint.indexOf(" "))];
      if (effect === undefined) return zoom.call(endpoint, args, options);
      const startedMs = clock.monotonic();
      const say = (entry: Pick<AuditEntry, "outcome" | "code" | "made">) =>
        audit({
          principal,
          ...signInOf(session),
          operation: op.id,
          effect,
          targets: idsIn(namedBy(args)),
          ms: Math.round(clock.monotonic() - startedMs),
          ...entry,
        });
      try {
        const reply = await zoom.call(endpoint, args, options);
        say({ outcome: "done", code: null, made: effect === "create" ? idsIn(reply) : {} });
        return reply;
      } catch (error) {
        say(
          isZoomWebinarError(error) ? { outcome: outcomeOf(error), code: error.code, made: {} } : { outcome: "unknown", code: "internal", made: {} },
        );
        throw error;
      }
    },
  };
};
