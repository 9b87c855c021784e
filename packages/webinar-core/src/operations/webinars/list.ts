import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { pageInput, pageOutput, toPage, userId } from "../../params.ts";

const webinarRow = z.object({
  id: z.string().nullable(),
  topic: z.string().nullable().meta({ untrusted: true }),
  type: z.number().nullable().describe("5 single, 6 recurring without time, 9 recurring"),
  start_time: z.string().nullable().describe("UTC"),
  timezone: z.string().nullable(),
  duration: z.number().nullable().describe("Minutes"),
  join_url: z.string().nullable().optional().meta({ secret: "shared" }),
});

export const listWebinars = defineOperation({
  id: "webinars.list",
  tool: "list_webinars",
  summary: "List one host's webinars, one page at a time.",
  endpoints: ["GET /users/{userId}/webinars"],
  scopes: { classic: ["webinar:read:admin", "webinar:read"], granular: ["webinar:read:list_webinars", "webinar:read:list_webinars:admin"] },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({
    user_id: userId,
    type: z.enum(["scheduled", "upcoming"]).default("scheduled").describe("scheduled: all that have not expired; upcoming: those to come"),
    ...pageInput,
  }),
  output: z.object({ webinars: z.array(webinarRow), ...pageOutput }),
  rows: "webinars",
  cli: { columns: ["id", "topic", "start_time", "timezone", "duration"], examples: ["webinars list --user-id ada@example.com"] },

  async run({ user_id, type, page_size, next_page_token }, { zoom }) {
    const page = await zoom.call("GET /users/{userId}/webinars", { path: { userId: user_id }, query: { type, page_size, next_page_token } });
    const webinars = (page.webinars ?? []).map((webinar) => ({
      id: webinar.id ?? null,
      topic: webinar.topic ?? null,
      type: webinar.type ?? null,
      start_time: webinar.start_time ?? null,
      timezone: webinar.timezone ?? null,
      duration: webinar.duration ?? null,
      join_url: webinar.join_url ?? null,
    }));
    return { webinars, ...toPage(page) };
  },
  describe: (page) => `${page.webinars.length} of ${page.total_records ?? "?"} webinars`,
});
