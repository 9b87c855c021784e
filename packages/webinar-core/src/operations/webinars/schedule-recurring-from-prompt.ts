import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { selectedUser } from "../users/select-user.ts";
import { creationResult, describeCreation } from "./creation.ts";
import { FROM_PROMPT, promptInput, promptRisk, readPromptPlan, sendPrompt } from "./from-prompt.ts";
import { creationInShort } from "./in-short.ts";
import { previewPrompt } from "./prompt-card.ts";
import { seriesResult } from "./series.ts";

export const scheduleRecurringWebinarFromPrompt = defineOperation({
  ...FROM_PROMPT,
  id: "webinars.scheduleRecurringFromPrompt",
  tool: "schedule_recurring_webinar_from_prompt",
  summary: "Schedule a repeating webinar from one sentence; shows the dates that were read, and creates it once confirmed.",
  alsoKnownAs: `
    recurring from a sentence, series in plain words, every Tuesday at 10 until June from text, natural language series, sentence about a weekly
    webinar, free text recurring, words to a series, parse a repeating schedule, schedule a series from one sentence, interpret a recurring
    request, turn this sentence into a series, every Monday at nine until May as text, understand my repeating schedule, weekly course from a
    description, series from plain English, read my line and book all dates, each first Tuesday from a sentence, create the dates that this text
    names, repeat as I describe, monthly from a note, text with several dates, book a series as typed, from my words a weekly session, sentence
    that says how often, make a course from this line, plan a recurring event from free text, every Monday 9am till May - book that, text
    describing a course with many dates, a repeating event out of a sentence, from this line a monthly series, my sentence says each Thursday,
    understand the rhythm in my text, book the series I describe, weekly as the text says`,
  input: z.strictObject({
    ...promptInput,
    prompt: promptInput.prompt.describe('In English, German or French: webinar "Drills" every Tuesday and Thursday at 10:00 until June 30'),
  }),
  output: z.object({ host: selectedUser, duration: z.number().int().describe("Minutes"), ...creationResult, ...seriesResult }),
  short: creationInShort("host", "duration", "rhythm", "as_expected"),
  cli: {
    isHidden: true,
    host: "user_selection",
    positional: ["prompt"],
    examples: [`webinars schedule-recurring-from-prompt 'webinar "Drills" every Friday at 10:00, 6 times' --host first`],
  },

  risk: promptRisk,
  preview: async (input, ctx) => previewPrompt(await readPromptPlan("series", input, ctx), ctx),
  async run(input, ctx) {
    const read = await readPromptPlan("series", input, ctx);
    const { webinar, starts, dates, notes, series } = await sendPrompt(read, ctx);
    if (series === null) throw new TypeError("a plan for a series has dates");
    return { host: read.host, duration: read.reading.duration, webinar, starts, dates, notes, ...series };
  },
  describe: (output) => `${describeCreation(output)}, ${output.rhythm}: ${countOf(output.dates.length, "date")}`,
});
