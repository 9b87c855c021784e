import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { mailedField } from "../../operation/mailed.ts";
import { shownRecipients } from "../../operation/preview.ts";
import { selectedUser } from "../users/select-user.ts";
import { creationResult, describeCreation } from "./creation.ts";
import { FROM_PROMPT, promptInput, promptRisk, readPromptPlan, sendPrompt } from "./from-prompt.ts";
import { creationInShort } from "./in-short.ts";
import { PROMPT_CARD, previewPrompt, promptCard, promptRecipients, toCard } from "./prompt-card.ts";
import { seriesResult } from "./series.ts";

export const createFromSentence = defineOperation({
  ...FROM_PROMPT,
  id: "webinars.createFromSentence",
  tool: "create_from_sentence",
  summary: "Read a sentence and plan what it says, once or as a series; shows the reading, and creates it once that is confirmed.",
  alsoKnownAs: `
    one webinar or a series from a sentence, schedule by words, dry run of a sentence, read a sentence without creating, show how a sentence is
    read, card of a reading, from an e-mail text, German sentence, French sentence, schedule a webinar or a series in plain words, what would this
    sentence schedule, make what this sentence says, text from a mail to a webinar, book what I describe here, I will just type what I want, here
    is what the boss wrote, turn this mail into a webinar, make an event out of this line, do what this message says, understand this and schedule
    it, in my own words, whatever this text says, here is the request as text, read this and plan it, I say it in plain English, take it from this
    note, interpret my message, single or repeating from a text, from a chat message, put this description into the diary, work it out from my
    words, you work out the details from my sentence, I will paste the mail and you book it, let me describe the event in words, make what I wrote
    happen, here is a line of text with the date in it, from this paragraph, convert my message to an event, turn the boss's mail into a booking`,
  input: z.strictObject({
    ...promptInput,
    dry_run: z.boolean().default(false).describe("Read only: show the card, create nothing"),
  }),
  output: z.object({
    reading: promptCard,
    host: selectedUser,
    recipients: mailedField,
    webinar: creationResult.webinar.nullable().describe("Null after a dry run"),
    starts: creationResult.starts,
    dates: creationResult.dates.describe("All dates as Zoom has them now; empty after a dry run"),
    notes: creationResult.notes,
    series: z.object(seriesResult).nullable().describe("Null for a single webinar, and after a dry run"),
  }),
  short: creationInShort("reading", "host", "recipients", "series"),
  cli: {
    alias: "schedule",
    host: "user_selection",
    positional: ["prompt"],
    card: PROMPT_CARD,
    examples: [
      `schedule 'webinar "AI Safety" on 2032-03-01 at 10:00 for 45 minutes' --host first`,
      `schedule 'webinar "Drills" every Friday at 10:00, 6 times' --host first --dry-run`,
    ],
  },

  risk: (input) => (input.dry_run ? { effect: "read", emails: "nobody" } : promptRisk(input)),
  preview: async (input, ctx) => previewPrompt(await readPromptPlan("either", input, ctx), ctx),
  async run(input, ctx) {
    const read = await readPromptPlan("either", input, ctx);
    const reading = await toCard(read, ctx);
    const said = { reading, host: read.host, recipients: shownRecipients(promptRecipients(read.reading)) };
    if (input.dry_run) return { ...said, webinar: null, starts: read.reading.starts, dates: [], notes: [], series: null };
    const { notes, ...made } = await sendPrompt(read, ctx);
    return { ...said, ...made, notes: notes.filter((note) => !reading.assumed.includes(note)) };
  },
  describe: ({ webinar, starts, dates, series, reading }) => {
    if (webinar === null) return `Read only, nothing was created: "${reading.topic}", ${reading.starts}. ${reading.mail}`;
    return `${describeCreation({ webinar, starts })}${series === null ? "" : `, ${series.rhythm}: ${countOf(dates.length, "date")}`}`;
  },
});
