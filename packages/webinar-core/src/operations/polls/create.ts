import { replySchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { webinarId } from "../../operation/params.ts";
import { POLL_WORDS } from "../../operation/words.ts";
import { addPoll } from "./add-poll.ts";
import { checkQuestions, pollFields } from "./poll-input.ts";

export const createPoll = defineOperation({
  id: "polls.create",
  tool: "create_webinar_poll",
  summary: "Add a poll, advanced poll or quiz to a webinar, with questions of any kind.",
  alsoKnownAs: `
    create a poll, add a quiz, ask the audience, new poll, single choice question, multiple choice question, rating question, ranking question,
    vote, survey during the webinar, prepare a poll, set up a quiz, matching question, add poll questions, test for the audience,
    prepare a quiz with right answers, multiple choice question for the audience, ask the audience something, rating scale, anonymous poll,
    yes or no question, new quiz, true or false,
    a poll with answers, survey question during the webinar, quick vote, fill in the blank, free text question`,
  endpoints: ["POST /webinars/{webinarId}/polls", "GET /webinars/{webinarId}/polls"],
  scopes: { classic: ["webinar:write:admin", "webinar:write"], granular: ["webinar:write:poll", "webinar:write:poll:admin"] },
  effect: "create",
  idempotent: false,
  emails: "nobody",
  input: z.strictObject({ webinar_id: webinarId, ...pollFields }).check(checkQuestions),
  output: replySchema("POST /webinars/{webinarId}/polls"),
  cli: {
    words: POLL_WORDS,
    positional: ["webinar_id"],
    examples: [`polls create 82834512568 --poll-title Lunch --questions '[{"name":"What do you eat?","type":"single","answers":["Soup","Salad"]}]'`],
  },
  run: ({ webinar_id, ...poll }, ctx) => addPoll(webinar_id, poll, ctx),
  describe: ({ id, title }) => `Created poll "${title ?? ""}" with ID ${id ?? "unknown"}`,
});
