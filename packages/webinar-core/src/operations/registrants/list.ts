import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { includeJoinLinks, occurrenceId, pageInput, pageOutput, registrantStatus, toPage, webinarId } from "../../params.ts";
import { registrantRow, toRegistrantRow } from "./row.ts";

export const listRegistrants = defineOperation({
  id: "registrants.list",
  tool: "list_webinar_registrants",
  summary: "List the people registered for a webinar, one page at a time.",
  endpoints: ["GET /webinars/{webinarId}/registrants"],
  scopes: { classic: ["webinar:read:admin", "webinar:read"], granular: ["webinar:read:list_registrants", "webinar:read:list_registrants:admin"] },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({
    webinar_id: webinarId,
    status: registrantStatus.default("approved"),
    occurrence_id: occurrenceId.optional(),
    include_join_links: includeJoinLinks,
    ...pageInput,
  }),
  output: z.object({ registrants: z.array(registrantRow), ...pageOutput }),
  rows: "registrants",
  cli: {
    positional: ["webinar_id"],
    columns: ["email", "name", "status", "registered_at", "id"],
    examples: ["registrants list 95312345678 --status pending"],
  },

  async run({ webinar_id, status, occurrence_id, page_size, next_page_token }, { zoom }) {
    const page = await zoom.call("GET /webinars/{webinarId}/registrants", {
      path: { webinarId: webinar_id },
      query: { status, occurrence_id, page_size, next_page_token },
    });
    return { registrants: (page.registrants ?? []).map(toRegistrantRow), ...toPage(page) };
  },
  describe: (page) => `${page.registrants.length} of ${page.total_records ?? "?"} registrants`,
});
