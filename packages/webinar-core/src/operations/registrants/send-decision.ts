import type { OperationContext } from "../../operation/operation.ts";
import { settleSlice } from "../../settle/settle-slice.ts";
import type { Action, Decision, FoundRegistrant, Status } from "./decide.ts";

/** Where those are to be found whom a decision has reached; those whom a cancellation has reached are just not where they were. */
const LOOK_IN: Readonly<Record<Action, readonly Status[]>> = { approve: ["approved"], deny: ["denied"], cancel: ["approved", "pending"] };

/**
 * Changes the status of one slice of registrants, none of whom has it yet. Zoom mails at each change, so an unanswered one is looked up before it is
 * sent again. Gives those of whom nobody knows.
 */
export const sendDecision = (
  { action, webinar_id, occurrence_id }: Decision,
  slice: readonly FoundRegistrant[],
  ctx: OperationContext,
): Promise<readonly FoundRegistrant[]> => {
  const { zoom } = ctx;
  const path = { webinarId: webinar_id };
  return settleSlice(
    slice,
    {
      operation: `registrants.${action}`,
      what: `The decision to ${action} ${slice.length} registrants`,
      identity: [webinar_id, occurrence_id, slice.map(({ id }) => id)],
      where: "the webinar's registrants",
      send: () =>
        zoom.call("PUT /webinars/{webinarId}/registrants/status", {
          path,
          query: { occurrence_id },
          body: { action, registrants: slice.map(({ id, email }) => ({ id, email })) },
        }),
      doneOf: async () => {
        const there = new Set<string | undefined>();
        for (const status of LOOK_IN[action]) {
          const pages = zoom.pages("GET /webinars/{webinarId}/registrants", { path, query: { status, occurrence_id, page_size: 300 } });
          for await (const { registrants = [] } of pages) for (const { id } of registrants) there.add(id);
        }
        return slice.filter(({ id }) => there.has(id) === (action !== "cancel"));
      },
    },
    ctx,
  );
};
