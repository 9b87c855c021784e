import { type Case, fails } from "./case.ts";

/** Takes away what the other cases made and used. */
export const cleanUp: readonly Case[] = [
  { id: "webinars.delete", name: "it", input: ({ made }) => ({ webinar_id: made }), expected: { ok: { done: "delete_webinar" } } },
  fails("webinars.delete", "it again", ({ made }) => ({ webinar_id: made }), "not_found"),
];
