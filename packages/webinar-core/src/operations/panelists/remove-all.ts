import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { webinarTarget } from "../../operation/preview-change.ts";
import { noteAllRemoved } from "../../people/removed.ts";
import { noPanelists, toTarget } from "./people.ts";

export const removeAllPanelists = endpointOperation("DELETE /webinars/{webinarId}/panelists", {
  id: "panelists.removeAll",
  tool: "remove_all_panelists",
  summary: "Take every panelist off a webinar; their join links stop working.",
  alsoKnownAs: `
    remove all speakers, clear the panel, take everybody off the panel, delete all panelists, uninvite every presenter, empty the speaker list,
    reset the panel, remove every panelist, drop all presenters, start over with speakers, start the panel over, no panelists any more, clear the
    stage, nobody is speaking any more, wipe the line-up, take everyone off the podium, drop the whole panel, all presenters out, empty the panel,
    throw all speakers out, none of the speakers stays, cancel every speaker, reset the list of presenters, remove them all from the stage, get
    rid of the entire panel, we change the whole line-up, strike all panelists, no speakers at all, wipe the panel clean, none of them will speak,
    all experts off, clear all presenters, take the complete line-up down, every speaker goes, start with an empty panel, no one is presenting now`,
  cli: { positional: ["webinar_id"], examples: ["panelists remove-all 82834512568"] },
  looksAt: ["GET /webinars/{webinarId}/panelists", "GET /webinars/{webinarId}"],
  nothingThere: noPanelists,
  onDone: ({ webinar_id }, ctx) => noteAllRemoved(ctx, "panelist", webinar_id),
  async preview({ webinar_id }, { zoom }) {
    const { panelists = [] } = await zoom.call("GET /webinars/{webinarId}/panelists", { path: { webinarId: webinar_id } });
    return {
      summary: `Remove ${panelists.length === 1 ? "the only panelist" : `all ${countOf(panelists.length, "panelist")}`} of webinar ${webinar_id}.`,
      targets: [...panelists.map(toTarget), await webinarTarget(zoom, webinar_id)],
      recipients: null,
      reversible: false,
    };
  },
  describe: ({ webinar_id }) => `Removed all panelists of webinar ${webinar_id}`,
});
