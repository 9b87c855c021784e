import { replySchema } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { webinarId } from "../../params.ts";
import { checkQuestions, pollFields, toPollBody } from "./poll-input.ts";

export const createPoll = defineOperation({
  id: "polls.create",
  tool: "create_webinar_poll",
  summary: "Add a poll, advanced poll or quiz to a webinar, with questions of any kind.",
  endpoints: ["POST /webinars/{webinarId}/polls"],
  scopes: { classic: ["webinar:write:admin", "webinar:write"], granular: ["webinar:write:poll", "webinar:write:poll:admin"] },
  effect: "create",
  idempotent: false,
  emails: "nobody",
  input: z.strictObject({ webinar_id: webinarId, ...pollFields }).check(checkQuestions),
  output: replySchema("POST /webinars/{webinarId}/polls"),
  cli: {
    positional: ["webinar_id"],
    examples: [`polls create 82834512568 --poll-title Lunch --questions '[{"name":"What do you eat?","type":"single","answers":["Soup","Salad"]}]'`],
  },
  run: ({ webinar_id, ...poll }, { zoom }) =>
    zoom.call("POST /webinars/{webinarId}/polls", { path: { webinarId: webinar_id }, body: toPollBody(poll) }),
  describe: ({ id, title }) => `Created poll "${title ?? ""}" with ID ${id ?? "unknown"}`,
});
