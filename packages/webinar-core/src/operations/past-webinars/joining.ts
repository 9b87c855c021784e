import type { ReplyOf } from "@zoom-webinar/zoom-client";
import * as z from "zod";

/** What people ask of a joining. */
export const shortJoining = z.object({
  registrant_id: z.string().nullable(),
  name: z.string().nullable().meta({ untrusted: true }),
  email: z.string().nullable().describe("Null for most people outside the account"),
  join_time: z.string().nullable().describe("UTC"),
  leave_time: z.string().nullable().describe("UTC"),
  duration_minutes: z.number().nullable().describe("May be 0 for a while after the end"),
});

/** One joining of a held webinar, as both of Zoom's attendance lists know it; who joins again has another row. */
export const joiningRow = shortJoining.extend({
  id: z.string().nullish().describe("The person, if signed in"),
  user_id: z.string().nullish().describe("This joining only"),
  duration_seconds: z.number().nullish(),
  status: z.string().nullish(),
});

type Reply = ReplyOf<"GET /past_webinars/{webinarId}/participants">;
/** A joining as both lists have it. */
export type Joining = Omit<NonNullable<NonNullable<Reply["participants"]>[number]>, "internal_user">;

export const toJoining = (row: Joining) => ({
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
});
