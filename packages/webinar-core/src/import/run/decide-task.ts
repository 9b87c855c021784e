import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { CALL_DEADLINE_MS } from "./bounds.ts";
import { lookForPeople } from "./look-for-people.ts";
import type { Listed, Task } from "./task.ts";

/** What a decision about many needs to know. */
export interface BulkDecision {
  zoom: ZoomClient;
  webinarId: string;
  action: "approve" | "deny" | "cancel";
  occurrenceId: string | undefined;
}

const MOST_IN_ONE = 30;
const RESULT = { approve: "approved", deny: "denied", cancel: "denied" } as const;

const NOT_THERE = "is not registered for this webinar";

/** Approves, denies or cancels registrants, thirty at a time. Their ids come from the latest look. */
export const decideTask = ({ zoom, webinarId, action, occurrenceId }: BulkDecision): Task => {
  const known = new Map<string, Listed>();
  const know = (listed: ReadonlyMap<string, Listed>) => {
    for (const [key, one] of listed) known.set(key, one);
  };
  const isDone = (listed: Listed | undefined) => (listed === undefined ? action === "cancel" && known.size > 0 : listed.status === RESULT[action]);
  return {
    size: MOST_IN_ONE,
    isRepeatable: false,
    send: async (people, { signal }) => {
      const registrants = people.map(({ email, key }) => ({ id: known.get(key)?.id ?? undefined, email: email === "" ? undefined : email }));
      await zoom.call(
        "PUT /webinars/{webinarId}/registrants/status",
        { path: { webinarId }, query: { occurrence_id: occurrenceId }, body: { action, registrants } },
        { signal, deadlineMs: CALL_DEADLINE_MS },
      );
      return people.map(({ key }) => ({ standing: "done", id: known.get(key)?.id ?? null }));
    },
    look: async (wanted) => {
      const found = await lookForPeople(zoom, webinarId, wanted, occurrenceId);
      // The list dates a sign-up, not the decision: a status that is there proves that the list shows what was decided.
      const listed = new Map([...found].map(([key, one]) => [key, { ...one, createdMs: null }]));
      know(listed);
      return listed;
    },
    know,
    before: (listed) => {
      if (listed === undefined) return { standing: "invalid", message: NOT_THERE };
      return listed.status === RESULT[action]
        ? { standing: "already", message: `was ${listed.status} already` }
        : { standing: "open", message: null };
    },
    after: (listed) => (isDone(listed) ? "done" : null),
  };
};

/** Removes registrants, one after the other. Zoom mails nobody about it, and removing somebody twice changes nothing. */
export const removeTask = ({ zoom, webinarId, occurrenceId }: Omit<BulkDecision, "action">): Task => {
  const known = new Map<string, Listed>();
  const know = (listed: ReadonlyMap<string, Listed>) => {
    for (const [key, one] of listed) known.set(key, one);
  };
  return {
    size: 1,
    isRepeatable: true,
    send: async ([person], { signal }) => {
      const id = known.get(person?.key ?? "")?.id ?? null;
      if (id !== null) {
        await zoom.call(
          "DELETE /webinars/{webinarId}/registrants/{registrantId}",
          { path: { webinarId, registrantId: id }, query: { occurrence_id: occurrenceId } },
          { signal, deadlineMs: CALL_DEADLINE_MS },
        );
      }
      return [{ standing: "done", id }];
    },
    look: async (wanted) => {
      const listed = await lookForPeople(zoom, webinarId, wanted, occurrenceId);
      know(listed);
      return listed;
    },
    know,
    before: (listed) => (listed === undefined ? { standing: "invalid", message: NOT_THERE } : { standing: "open", message: null }),
    after: (listed) => (listed === undefined ? "done" : null),
  };
};
