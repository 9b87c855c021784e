import { inSlices } from "../../operation/in-slices.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { slicesEnded } from "../../operation/slices-ended.ts";
import { invite } from "./invite.ts";
import type { NewPanelist } from "./people.ts";

/** Zoom takes at most this many panelists in one call. */
const SLICE = 30;

/**
 * Invites people to a webinar that was just created and has no panelists yet; returns how many.
 * Throws `PartialError`, or `CancelledError` if it is interrupted, which says that the webinar is there, if somebody could not be invited.
 */
export const inviteNew = async (webinarId: string, people: readonly NewPanelist[], ctx: OperationContext): Promise<number> => {
  const failures = await inSlices(people, SLICE, (slice) => invite(webinarId, slice, ctx), ctx);
  if (failures.size === 0) return people.length;
  throw slicesEnded({
    rows: people.map((person) => {
      const failure = failures.get(person);
      return { email: person.email, outcome: failure?.outcome ?? ("done" as const), message: failure?.message ?? null };
    }),
    failures,
    one: "panelist",
    done: "added",
    before: `Webinar ${webinarId} was created; `,
    hint: "Add them with panelists add, which skips whoever is one already; the webinar itself is there, so do not schedule it again.",
    details: { webinar_id: webinarId },
  });
};
