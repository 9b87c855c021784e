import type { OperationContext } from "../../operation/operation.ts";
import { noteAdded } from "../../people/removed.ts";
import { settleSlice } from "../../settle/settle-slice.ts";
import { keyOf, type NewPanelist, readPanelists } from "./people.ts";

/** Invites one slice of people, none of whom is a panelist yet; Zoom mails them. Returns those whose result is unknown. */
export const invite = async (webinarId: string, slice: readonly NewPanelist[], ctx: OperationContext): Promise<readonly NewPanelist[]> => {
  const unknown = await settleSlice(
    slice,
    {
      operation: "panelists.add",
      what: `Inviting ${slice.length} ${slice.length === 1 ? "panelist" : "panelists"}`,
      identity: [webinarId, slice],
      where: "the webinar's panelists",
      send: () => ctx.zoom.call("POST /webinars/{webinarId}/panelists", { path: { webinarId }, body: { panelists: [...slice] } }),
      doneOf: async () => {
        const listed = await readPanelists(ctx.zoom, webinarId);
        return slice.filter(({ email }) => listed.has(keyOf(email)));
      },
    },
    ctx,
  );
  await noteAdded(ctx, "panelist", webinarId, slice);
  return unknown;
};
