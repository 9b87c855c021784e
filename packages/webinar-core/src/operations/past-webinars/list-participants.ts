import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { paged, pagedInput, pagedOutput } from "../../operation/paged.ts";
import { checkHeld, heldInput, toHeld } from "./instance.ts";

const participantRow = z.object({
  id: z.string().nullable().describe("The person, where signed in"),
  user_id: z.string().nullable().describe("This joining only"),
  registrant_id: z.string().nullable(),
  name: z.string().nullable().meta({ untrusted: true }),
  email: z.string().nullable().describe("Null for most people outside the account"),
  join_time: z.string().nullable().describe("UTC"),
  leave_time: z.string().nullable().describe("UTC"),
  duration_seconds: z.number().nullable().describe("May be 0 for a while after the end"),
  duration_minutes: z.number().nullable(),
  status: z.string().nullable(),
  internal_user: z.boolean().nullable().describe("Belongs to the account"),
});

export const listParticipants = defineOperation({
  id: "pastWebinars.listParticipants",
  tool: "list_webinar_participants",
  summary: "List who joined a held webinar and for how long, one row per joining.",
  endpoints: ["GET /past_webinars/{webinarId}/participants"],
  scopes: {
    classic: ["webinar:read:admin", "webinar:read"],
    granular: ["webinar:read:list_past_participants:admin", "webinar:read:list_past_participants"],
  },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({ ...heldInput, ...pagedInput }).check(checkHeld),
  output: z.object({ participants: z.array(participantRow), ...pagedOutput }),
  rows: "participants",
  cli: {
    positional: ["webinar_uuid"],
    columns: ["name", "email", "join_time", "leave_time", "duration_minutes"],
    examples: ["past-webinars list-participants 91974973765 --all"],
  },

  async run(input, ctx) {
    const { rows, ...page } = await paged(input, ctx, async ({ page_size, next_page_token }) => {
      const reply = await ctx.zoom.call("GET /past_webinars/{webinarId}/participants", {
        path: toHeld(input),
        query: { page_size, next_page_token },
      });
      return { rows: reply.participants ?? [], next_page_token: reply.next_page_token, total_records: reply.total_records };
    });
    const participants = rows.map((row) => ({
      id: row.id || null,
      user_id: row.user_id || null,
      registrant_id: row.registrant_id || null,
      name: row.name ?? null,
      email: row.user_email || null,
      join_time: row.join_time ?? null,
      leave_time: row.leave_time ?? null,
      duration_seconds: row.duration ?? null,
      duration_minutes: row.duration === undefined ? null : Math.round(row.duration / 6) / 10,
      status: row.status ?? null,
      internal_user: row.internal_user ?? null,
    }));
    return { participants, ...page };
  },
  describe: ({ participants, total_records }) => `${participants.length} of ${total_records ?? "?"} joinings`,
});
