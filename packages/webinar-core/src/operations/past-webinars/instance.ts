import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import type * as z from "zod";

const { webinar_id } = inputSchema("GET /past_webinars/{webinarId}/participants").shape;

/** Names one held instance. Two names for one thing: `webinar_uuid` is what this tool has always been called with, `webinar_id` what all others take. */
export const heldInput = {
  webinar_uuid: webinar_id.describe("UUID of one held instance, or the webinar ID for the latest").optional(),
  webinar_id: webinar_id.describe("The same; give one of the two").optional(),
};

interface Held {
  webinar_uuid?: string | undefined;
  webinar_id?: string | undefined;
}

/** A check for `.check()`: exactly one of the two is there. */
export const checkHeld = ({ value, issues }: z.core.ParsePayload<Held>): void => {
  const count = [value.webinar_uuid, value.webinar_id].filter((name) => name !== undefined).length;
  if (count === 1) return;
  const message = count === 0 ? "is required: UUID or webinar ID" : "give webinar_uuid or webinar_id, not both";
  issues.push({ code: "custom", message, path: ["webinar_uuid"], input: value });
};

/** The instance as the path takes it. */
export const toHeld = ({ webinar_uuid, webinar_id }: Held) => ({ webinarId: webinar_uuid ?? webinar_id ?? "" });
