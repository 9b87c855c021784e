import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";
import { CALL_DEADLINE_MS } from "./bounds.ts";
import type { Listed, Task } from "./task.ts";

const MOST_IN_ONE = 30;

/** Invites panelists, thirty at a time. */
export const inviteTask = ({ zoom, webinarId }: { zoom: ZoomClient; webinarId: string }): Task => {
  const path = { webinarId };
  return {
    size: MOST_IN_ONE,
    isRepeatable: false,
    send: async (people, { signal }) => {
      const panelists = people.map(({ email, first_name, last_name }) => ({ email, name: [first_name, last_name].filter(Boolean).join(" ") }));
      await zoom.call("POST /webinars/{webinarId}/panelists", { path, body: { panelists } }, { signal, deadlineMs: CALL_DEADLINE_MS });
      // Zoom's answer names nobody.
      return people.map(() => ({ standing: "done", id: null }));
    },
    look: async (wanted) => {
      const { panelists = [] } = await zoom.call("GET /webinars/{webinarId}/panelists", { path });
      const found = new Map<string, Listed>();
      for (const { id, email, join_url } of panelists) {
        const key = addressKey(email ?? "");
        if (wanted.has(key)) found.set(key, { id: id ?? null, status: "approved", createdMs: null, joinUrl: join_url ?? null });
      }
      return found;
    },
    before: (listed) => (listed === undefined ? { standing: "open", message: null } : { standing: "already", message: "is a panelist already" }),
    after: (listed) => (listed === undefined ? null : "done"),
  };
};
