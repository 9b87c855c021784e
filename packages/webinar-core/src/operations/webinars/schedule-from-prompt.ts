import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { selectedUser } from "../users/select-user.ts";
import { creationResult, describeCreation } from "./creation.ts";
import { promptInput, promptRisk, readPromptPlan, sendPrompt } from "./from-prompt.ts";
import { creationInShort } from "./in-short.ts";
import { previewPrompt } from "./prompt-card.ts";

export const scheduleWebinarFromPrompt = defineOperation({
  id: "webinars.scheduleFromPrompt",
  tool: "schedule_webinar_from_prompt",
  summary: "Schedule a webinar from one sentence; shows what was read, and creates it once that is confirmed.",
  alsoKnownAs: `
    schedule from a sentence, natural language, plain words, create a webinar from text, understand this sentence,
    webinar tomorrow at 3pm called, read my request and schedule it, parse a sentence into a webinar, free text scheduling, words to webinar,
    from a description in one sentence,
    webinar called something on a day at a time for an hour, next Thursday at 3 pm for 45 minutes with Q&A`,
  endpoints: [
    "POST /users/{userId}/webinars",
    "GET /users",
    "GET /users/{userId}",
    "POST /webinars/{webinarId}/panelists",
    "GET /webinars/{webinarId}/panelists",
  ],
  scopes: { classic: ["webinar:write", "webinar:write:admin"], granular: ["webinar:write:webinar", "webinar:write:webinar:admin"] },
  effect: "create",
  idempotent: false,
  emails: "panelists",
  confirms: "always",
  input: z.strictObject(promptInput),
  output: z.object({ host: selectedUser, duration: z.number().int().describe("Minutes"), ...creationResult }),
  short: creationInShort("host", "duration"),
  cli: {
    isHidden: true,
    host: "user_selection",
    positional: ["prompt"],
    examples: [`webinars schedule-from-prompt 'create a webinar "AI Safety" on 2027-03-01 at 10:00' --host first`],
  },

  risk: promptRisk,
  preview: async (input, ctx) => previewPrompt(await readPromptPlan("single", input, ctx), ctx),
  async run(input, ctx) {
    const read = await readPromptPlan("single", input, ctx);
    const { webinar, starts, dates, notes } = await sendPrompt(read, ctx);
    return { host: read.host, duration: read.reading.duration, webinar, starts, dates, notes };
  },
  describe: describeCreation,
});
