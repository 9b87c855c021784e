import { type ReplyOf, ROW_KEYS } from "@zoom-webinar/zoom-client";
import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { partOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { type PageAt, paged, pagedInput, pagedOutput } from "../../operation/paged.ts";
import { full, shortRows, withZoomFields } from "../../operation/short.ts";
import { joiningRow, shortJoining, toJoining } from "../past-webinars/joining.ts";

const ROW_KEY = ROW_KEYS["GET /report/webinars/{webinarId}/participants"];

const reportRow = joiningRow.extend({
  participant_user_id: z.string().nullish().describe("The person's user ID, if signed in"),
  customer_key: z.string().nullish().describe("Set by an app built on Zoom's SDK"),
  failover: z.boolean().nullish().describe("Connection failed over meanwhile"),
  bo_mtg_id: z.string().nullish().describe("Breakout room"),
});

type Reply = ReplyOf<"GET /report/webinars/{webinarId}/participants">;
const toReportRow = (row: NonNullable<NonNullable<Reply["participants"]>[number]>): z.output<typeof reportRow> => ({
  ...toJoining(row),
  participant_user_id: row.participant_user_id || null,
  customer_key: row.customer_key || null,
  failover: row.failover ?? null,
  bo_mtg_id: row.bo_mtg_id || null,
});

export const listReportParticipants = defineOperation({
  id: "reports.listParticipants",
  tool: "list_webinar_report_participants",
  summary: "Report who came to a webinar held in the last six months and for how long, one row per joining.",
  alsoKnownAs: `
    participant report, attendance report rows, who came and for how long, time in session, join and leave report, report of attendees, minutes
    per person, how long did each person stay, detailed participant list, attendance log, attendance over six months, minutes attended by each
    person, proof of attendance, in and out times, how long was each person in, minutes of every attendee, who came and left when, proof that she
    attended, attendance record by person, how long did Bob stay, report of everyone present, time each guest spent, who was present with times,
    attendance for certificates, when each one joined and left, official attendance record, everyone who attended with duration, detailed attendee
    report, participation in minutes, who stayed for how many minutes, entry and exit times, how long was Jo there, attendance list with times,
    proof of presence for each, report on each attendee, when did people leave, time per participant`,
  endpoints: ["GET /report/webinars/{webinarId}/participants"],
  input: z.strictObject({ webinar_id: inputSchema("GET /report/webinars/{webinarId}/participants").shape.webinar_id, ...pagedInput, full }),
  output: z.object({ participants: z.array(withZoomFields("GET /report/webinars/{webinarId}/participants", reportRow)), ...pagedOutput }),
  rows: "participants",
  short: shortRows("participants", shortJoining),
  rowKey: ROW_KEY,
  cli: {
    positional: ["webinar_id"],
    columns: ["name", "email", "join_time", "leave_time", "duration_minutes"],
    examples: ["reports list-participants 91974973765 --all"],
  },

  async run({ webinar_id, full: _whole, ...at }, ctx) {
    const read = async ({ page_size, next_page_token }: PageAt) => {
      const { participants, ...page } = await ctx.zoom.call("GET /report/webinars/{webinarId}/participants", {
        path: { webinarId: webinar_id },
        query: { include_fields: "registrant_id", page_size, next_page_token },
      });
      return { ...page, rows: (participants ?? []).map((row) => ({ ...row, ...toReportRow(row) })) };
    };
    const { rows: participants, ...page } = await paged(at, ctx, read, { rowKey: ROW_KEY });
    return { participants, ...page };
  },
  describe: ({ participants, total_records }) => partOf(participants.length, total_records, "joining"),
});
