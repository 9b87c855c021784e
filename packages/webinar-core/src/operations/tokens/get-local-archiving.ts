import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getLocalArchivingToken = endpointOperation("GET /webinars/{webinarId}/jointoken/local_archiving", {
  id: "tokens.getLocalArchiving",
  tool: "get_webinar_local_archiving_token",
  summary: "Issue a token that lets a bot archive sound and picture of a webinar; good for 120 seconds.",
  alsoKnownAs: `
    token for an archiving bot, archive a webinar, compliance archiving, local archiving token, archive sound and picture, bot that archives,
    retention bot, archive with our own software, authorise an archiver, legal archive,
    archive for compliance, compliance bot joins`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens get-local-archiving 82834512568"] },
  describe: ({ expire_in }) => `A token, good for ${expire_in ?? 120} seconds`,
});
