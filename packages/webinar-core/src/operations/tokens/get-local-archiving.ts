import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getLocalArchivingToken = endpointOperation("GET /webinars/{webinarId}/jointoken/local_archiving", {
  id: "tokens.getLocalArchiving",
  tool: "get_webinar_local_archiving_token",
  summary: "Issue a token that lets a bot archive sound and picture of a webinar; valid for 120 seconds.",
  alsoKnownAs: `
    token for an archiving bot, archive a webinar, compliance archiving, local archiving token, archive sound and picture, bot that archives,
    retention bot, archive with our own software, authorise an archiver, legal archive, archive for compliance, compliance bot joins, compliance
    archiver needs its token, we have to archive for the regulator, let the archive bot in, key for archiving software, legal wants everything
    archived, token so that a bot may archive, retention software, the archiver's token, auditors need a copy by bot, keep a compliance copy,
    archiving robot joins, authorise the archive client, record keeping for legal reasons by a bot, we must keep it for the auditors, archiver
    wants in, a bot stores everything for compliance, token for legal archiving, give the archiving software access, for the regulator we have to
    store sound and picture`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens get-local-archiving 82834512568"] },
  describe: ({ expire_in }) => `A token, valid for ${countOf(expire_in ?? 120, "second")}`,
});
