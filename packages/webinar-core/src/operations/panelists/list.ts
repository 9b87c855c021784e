import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listPanelists = endpointOperation("GET /webinars/{webinarId}/panelists", {
  id: "panelists.list",
  tool: "list_panelists",
  summary: "List the panelists of a webinar.",
  alsoKnownAs: `
    speakers, who is speaking, presenters, list of speakers, panelists' join links, speaker line-up, who is on the panel, presenters' links,
    invited speakers, panel members, link for a speaker,
    who is presenting, links for our guest speakers, panelists still on the list, which speakers are invited, names of the moderators,
    how many panelists, who is talking, e-mails of the speakers`,
  joinLinks: true,
  cli: {
    verbs: ["ls"],
    positional: ["webinar_id"],
    columns: ["name", "email", "id"],
    offers: { fields: ["panelist_id"], value: "id", label: ["name", "email"], address: "email", within: "webinar_id" },
    examples: ["panelists list 82834512568"],
  },
  describe: ({ panelists }) => countOf(panelists?.length ?? 0, "panelist"),
});
