import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { selectedUser } from "../users/select-user.ts";
import { creationResult, describeCreation } from "./creation.ts";
import { previewPrompt, promptInput, readPromptPlan } from "./from-prompt.ts";
import { sendSeries, seriesResult } from "./series.ts";

export const scheduleRecurringWebinarFromPrompt = defineOperation({
  id: "webinars.scheduleRecurringFromPrompt",
  tool: "schedule_recurring_webinar_from_prompt",
  summary: "Schedule a repeating webinar from one sentence; shows the dates that were read, and creates it once confirmed.",
  alsoKnownAs: `
    recurring from a sentence, series in plain words, every Tuesday at 10 until June from text, natural language series,
    sentence about a weekly webinar, free text recurring, words to a series, parse a repeating schedule, schedule a series from one sentence,
    interpret a recurring request`,
  endpoints: ["POST /users/{userId}/webinars", "GET /users", "GET /users/{userId}"],
  scopes: { classic: ["webinar:write", "webinar:write:admin"], granular: ["webinar:write:webinar", "webinar:write:webinar:admin"] },
  effect: "create",
  idempotent: false,
  emails: "nobody",
  confirms: "always",
  input: z.strictObject({
    ...promptInput,
    prompt: promptInput.prompt.describe('One sentence in English: webinar "Drills" every Tuesday and Thursday at 10:00 until June 30'),
  }),
  output: z.object({ host: selectedUser, duration: z.number().int().describe("Minutes"), ...creationResult, ...seriesResult }),
  cli: {
    positional: ["prompt"],
    examples: [`webinars schedule-recurring-from-prompt 'webinar "Drills" every Friday at 10:00, 6 times' --user-selection first`],
  },

  preview: async (input, ctx) => previewPrompt(await readPromptPlan("series", input, ctx)),
  async run(input, ctx) {
    const { host, plan } = await readPromptPlan("series", input, ctx);
    return { host, duration: plan.input.duration, ...(await sendSeries(plan, ctx)) };
  },
  describe: (output) => `${describeCreation(output)}, ${output.rhythm}: ${output.zoom_dates.length} dates`,
});
