import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listPanelists = endpointOperation("GET /webinars/{webinarId}/panelists", {
  id: "panelists.list",
  tool: "list_panelists",
  summary: "List the panelists of a webinar.",
  alsoKnownAs: `
    speakers, who is speaking, presenters, list of speakers, panelists' join links, speaker line-up, who is on the panel, presenters' links,
    invited speakers, panel members, link for a speaker, who is presenting, links for our guest speakers, panelists still on the list, which
    speakers are invited, names of the moderators, how many panelists, who is talking, e-mails of the speakers, who is on stage, who gives the
    talk, who will be presenting, is the professor invited as a speaker, names on the podium, what is the line-up, who has a speaker link, show me
    the panelists, has she been added as a panelist, who do we have as experts, where is the link for the presenter, how many speakers, read out
    the speakers, the panel for Monday, who is talking on Thursday, which guests are on the panel, who is down to speak, all the presenters with
    addresses, do we have a moderator, who talks on Monday, list our experts, is Dr. Hahn on the panel, presenters and their links please, who are
    the speakers, whom did we invite to speak, how many are on stage, send me the line-up, has the moderator got a link, who presents what`,
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
