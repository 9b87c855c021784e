import { ROW_KEYS } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { partOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { type PageAt, paged, pagedInput, pagedOutput } from "../../operation/paged.ts";
import { full, shortRows, withZoomFields } from "../../operation/short.ts";
import { checkHeld, heldInput, toHeld } from "./instance.ts";
import { type Joining, joiningRow, shortJoining, toJoining } from "./joining.ts";

const ROW_KEY = ROW_KEYS["GET /past_webinars/{webinarId}/participants"];

const participantRow = joiningRow.extend({ internal_user: z.boolean().nullish().describe("Belongs to the account") });
const toParticipantRow = (row: Joining & { internal_user?: boolean | undefined }) => ({
  ...toJoining(row),
  internal_user: row.internal_user ?? null,
});

export const listParticipants = defineOperation({
  id: "pastWebinars.listParticipants",
  tool: "list_webinar_participants",
  summary: "List who joined a held webinar and for how long, one row per joining.",
  alsoKnownAs: `
    who joined, who attended, who came, participants of a past webinar, join and leave times, who was there, people in the webinar, audience list,
    participant list, joinings, who was in the session, names of those who joined, attendance list, did somebody attend, who showed up, was Otto
    there, people who attended, attendee list after the event, join times, when did she arrive, real audience, who dialled in, did email come,
    attendees of yesterday, list of joiners, who was in yesterday's talk, did Bob come, names of the people who came, who actually turned up, was
    she there, when did he arrive, who sat in on it, show me who joined, list of real attendees, was anyone from the press there, when did Tom
    leave, which guests appeared, did our boss join, people present last night, audience of the last one by name, did anyone named Otto join,
    everybody who was there, who came yesterday, was Mr Brown present, everyone that joined, names of those in the audience, who was with us last
    night, did the client show up, who attended the tax talk, when did Jo come in, the people who were there`,
  endpoints: ["GET /past_webinars/{webinarId}/participants"],
  input: z.strictObject({ ...heldInput, ...pagedInput, full }).check(checkHeld),
  output: z.object({ participants: z.array(withZoomFields("GET /past_webinars/{webinarId}/participants", participantRow)), ...pagedOutput }),
  rows: "participants",
  short: shortRows("participants", shortJoining),
  rowKey: ROW_KEY,
  cli: {
    positional: ["webinar_uuid"],
    columns: ["name", "email", "join_time", "leave_time", "duration_minutes"],
    examples: ["past-webinars list-participants 91974973765 --all"],
  },

  async run(input, ctx) {
    const read = async ({ page_size, next_page_token }: PageAt) => {
      const query = { page_size, next_page_token };
      const { participants, ...page } = await ctx.zoom.call("GET /past_webinars/{webinarId}/participants", { path: toHeld(input), query });
      return { ...page, rows: (participants ?? []).map((row) => ({ ...row, ...toParticipantRow(row) })) };
    };
    const { rows: participants, ...page } = await paged(input, ctx, read, { rowKey: ROW_KEY });
    return { participants, ...page };
  },
  describe: ({ participants, total_records }) => partOf(participants.length, total_records, "joining"),
});
