import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { paged, pagedInput, pagedOutput } from "../../operation/paged.ts";
import { checkHeld, heldInput, toHeld } from "./instance.ts";
import { joiningShape, toJoining } from "./joining.ts";

const participantRow = z.object({ ...joiningShape, internal_user: z.boolean().nullable().describe("Belongs to the account") });

export const listParticipants = defineOperation({
  id: "pastWebinars.listParticipants",
  tool: "list_webinar_participants",
  summary: "List who joined a held webinar and for how long, one row per joining.",
  alsoKnownAs: `
    who joined, who attended, who came, participants of a past webinar, join and leave times, who was there, people in the webinar,
    audience list, participant list, joinings, who was in the session`,
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
    const participants = rows.map((row) => ({ ...toJoining(row), internal_user: row.internal_user ?? null }));
    return { participants, ...page };
  },
  describe: ({ participants, total_records }) => `${participants.length} of ${total_records ?? "?"} joinings`,
});
