import type { ReplyOf } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { personalLink } from "../../operation/params.ts";

export const REGISTER = "POST /webinars/{webinarId}/registrants";

/** What a registration of one person answers in short. */
export const registered = z.object({
  registrant_id: z.string().nullable(),
  webinar_id: z.string(),
  email: z.string(),
  status: z.enum(["approved", "pending", "denied"]),
  already_registered: z.boolean().nullable().describe("True: was on the list before; null: unknown"),
  zoom_mails: z.boolean().nullable().describe("Whether Zoom writes to this person now; null: unknown"),
  notes: z.array(z.string()),
  join_url: personalLink,
});

/** Zoom's reply, or what its list shows of somebody if no reply came. */
export interface SignedUp extends Omit<ReplyOf<typeof REGISTER>, "registrant_id" | "status"> {
  registrant_id: string | null;
  status: z.output<typeof registered>["status"];
  /** False: was found on the list. */
  isNew: boolean;
}
