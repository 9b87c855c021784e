import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { ifAllowed } from "../../operation/if-allowed.ts";
import { webinarTarget } from "../../operation/preview-change.ts";
import { noteRemoved } from "../../people/removed.ts";
import { findPanelist, type Panelist, toTarget } from "./people.ts";

export const removePanelist = endpointOperation("DELETE /webinars/{webinarId}/panelists/{panelistId}", {
  id: "panelists.remove",
  tool: "remove_panelist",
  summary: "Take one panelist off a webinar, by ID or e-mail; their join link stops working.",
  alsoKnownAs: `
    remove a speaker, uninvite a presenter, take a panelist off, drop a speaker, speaker cancelled, delete a panelist, kick a presenter, speaker
    cannot make it, remove from the panel, disinvite, a speaker dropped out, speaker cannot come, take somebody off the panel, remove email from
    the panel, drop a presenter, moderator is ill, disinvite a speaker, no longer speaking, uninvite a speaker, drop the moderator, she is not
    speaking any more, take Omar off the stage, our expert is ill, kick him off the panel, the professor cancelled, strike one presenter, the
    speaker cannot make it, Lena will not present, cross a speaker off, remove one from the podium, he backed out as speaker, throw a presenter
    off, withdraw the invitation of a speaker, no longer a panelist, take away her speaker role, the guest speaker pulled out, one name less on
    the panel, get rid of a presenter, Omar won't speak after all, take the professor off the panel, she is off the stage list, cancel the
    speaker, uninvite kim@example.com, moderator fell ill, one presenter less, her talk is cancelled so drop her from the panel, get him off the
    line-up, the expert has to go`,
  cli: { verbs: ["rm"], positional: ["webinar_id", "panelist_id"], examples: ["panelists remove 82834512568 mina@example.com"] },
  looksAt: ["GET /webinars/{webinarId}/panelists", "GET /webinars/{webinarId}"],
  // Zoom answers with success for somebody who is no panelist, too: a mistyped address must not look like a speaker who is off.
  mustBeThere: ({ webinar_id, panelist_id }, { zoom }) => findPanelist(zoom, webinar_id, panelist_id),
  onDone: ({ webinar_id, panelist_id }, ctx, named) =>
    noteRemoved(ctx, "panelist", webinar_id, [(named as Panelist | null) ?? { id: panelist_id, email: panelist_id }]),
  async preview({ webinar_id, panelist_id }, { zoom }) {
    const known = await ifAllowed(() => findPanelist(zoom, webinar_id, panelist_id));
    return {
      summary: "Take a panelist off the webinar; their join link stops working.",
      targets: [known === null ? { kind: "panelist", id: panelist_id } : toTarget(known), await webinarTarget(zoom, webinar_id)],
      recipients: null,
      reversible: false,
    };
  },
  describe: ({ webinar_id, panelist_id }) => `Removed panelist ${panelist_id} from webinar ${webinar_id}`,
});
