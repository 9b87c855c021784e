import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { selectedUser } from "../users/select-user.ts";
import { creationResult, describeCreation } from "./creation.ts";
import { FROM_PROMPT, promptInput, promptRisk, readPromptPlan, sendPrompt } from "./from-prompt.ts";
import { creationInShort } from "./in-short.ts";
import { previewPrompt } from "./prompt-card.ts";

export const scheduleWebinarFromPrompt = defineOperation({
  ...FROM_PROMPT,
  id: "webinars.scheduleFromPrompt",
  tool: "schedule_webinar_from_prompt",
  summary: "Schedule a webinar from one sentence; shows what was read, and creates it once that is confirmed.",
  alsoKnownAs: `
    schedule from a sentence, natural language, plain words, create a webinar from text, understand this sentence, webinar tomorrow at 3pm called,
    read my request and schedule it, parse a sentence into a webinar, free text scheduling, words to webinar, from a description in one sentence,
    webinar called something on a day at a time for an hour, next Thursday at 3 pm for 45 minutes with Q&A, book it from this line, friday 3pm one
    hour Q&A with the CFO, just do what I typed, schedule what this sentence says, make it from my description, understand my text and book one, I
    describe it and you book, one sentence to one event, set it up from plain English, read my line and show how you understood it, create it as
    described, a webinar from a note, parse my request, talk tomorrow at noon named, from free text, words into a booking, one-off event from a
    sentence, book: demo tomorrow 4pm 30 min, what I typed should become a webinar, plan one from this short text, make one out of my description,
    here's my wish in one sentence, single event from a line of text, read this and schedule it, type and book`,
  input: z.strictObject(promptInput),
  output: z.object({ host: selectedUser, duration: z.number().int().describe("Minutes"), ...creationResult }),
  short: creationInShort("host", "duration"),
  cli: {
    isHidden: true,
    host: "user_selection",
    positional: ["prompt"],
    examples: [`webinars schedule-from-prompt 'create a webinar "AI Safety" on 2032-03-01 at 10:00' --host first`],
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
