import { ROW_KEYS } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { partOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { type PageAt, paged, pagedInput, pagedOutput } from "../../operation/paged.ts";
import { includeJoinLinks, occurrenceId } from "../../operation/params.ts";
import { full, shortRows, withZoomFields } from "../../operation/short.ts";
import { registrantRow, toRegistrantRow } from "../registrants/row.ts";
import { checkHeld, heldInput, toHeld } from "./instance.ts";

const absentee = withZoomFields("GET /past_webinars/{webinarId}/absentees", registrantRow);

const ROW_KEY = ROW_KEYS["GET /past_webinars/{webinarId}/absentees"];

export const listAbsentees = defineOperation({
  id: "pastWebinars.listAbsentees",
  tool: "get_webinar_absentees",
  summary: "List the registrants who never joined a held webinar.",
  alsoKnownAs: `
    who did not show up, no-shows, absentees, who missed it, registered but never joined, did not attend, missing people, who was absent, people
    who stayed away, did not come, no show list, people who registered and did not turn up, no-shows to write to, registrants who did not show,
    who skipped it, did not make it, whom do we send the recording, who stayed at home, who signed up but did not come, who let us down, empty
    seats by name, who did not bother, which guests were missing, who never showed, list those who missed it, people to send the recording to, who
    skipped last night, which registered people failed to appear, was anyone missing, names of the no-shows, who did not make it yesterday, who
    was not there, who ghosted us, the missing ones, who didn't come, registered and not seen, who was missing yesterday, those who stayed away,
    which sign-ups never joined, no-show names please, who forgot about it, whom did we wait for in vain`,
  endpoints: ["GET /past_webinars/{webinarId}/absentees"],
  input: z
    .strictObject({ ...heldInput, occurrence_id: occurrenceId.optional(), include_join_links: includeJoinLinks, full, ...pagedInput })
    .check(checkHeld),
  output: z.object({ absentees: z.array(absentee), ...pagedOutput }),
  rows: "absentees",
  short: shortRows("absentees", registrantRow),
  rowKey: ROW_KEY,
  cli: {
    positional: ["webinar_uuid"],
    columns: ["email", "name", "registered_at", "id"],
    examples: ["past-webinars list-absentees 91974973765 --all"],
  },

  async run(input, ctx) {
    const { occurrence_id } = input;
    const read = async ({ page_size, next_page_token }: PageAt) => {
      const query = { occurrence_id, page_size, next_page_token };
      const { registrants, ...page } = await ctx.zoom.call("GET /past_webinars/{webinarId}/absentees", { path: toHeld(input), query });
      return { ...page, rows: (registrants ?? []).map((person) => ({ ...person, ...toRegistrantRow(person) })) };
    };
    const { rows: absentees, ...page } = await paged(input, ctx, read, { rowKey: ROW_KEY });
    return { absentees, ...page };
  },
  describe: ({ absentees, total_records }) => partOf(absentees.length, total_records, "absentee"),
});
