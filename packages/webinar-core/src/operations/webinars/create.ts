import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { allowPast, rare, startTime, timezone, userId } from "../../operation/params.ts";
import { WEBINAR_ABOUT, WEBINAR_WORDS } from "../../operation/words.ts";
import { mayHost } from "../users/row.ts";
import { CREATION_CARD, createFrom, creationResult, describeCreation, previewCreation, previewIfLong } from "./creation.ts";
import { basics, creationFields, rareFields } from "./fields.ts";
import { creationInShort } from "./in-short.ts";
import { ASKS_IF_LONG } from "./not-kept.ts";

const { recurrence, default_passcode } = inputSchema("POST /users/{userId}/webinars").shape;

export const createWebinar = defineOperation({
  id: "webinars.create",
  tool: "create_webinar",
  summary: "Schedule a webinar for a host. Without start_time it starts one hour from now.",
  alsoKnownAs: `
    schedule a webinar, set up a webinar, new webinar, plan an online event, book a webinar, organise a webinar, create an event, make a webinar,
    webinar with registration, webinar with passcode, arrange a webinar, practice session, automatic recording, put a webinar in the calendar,
    schedule an online seminar, host an online talk, plan a product demo, put on a town hall, all-hands, kick-off, info session, launch event,
    hold a press conference, block a slot, get a webinar going, webinar with approval, new event on a day, demo at 3 pm, next Thursday at ten, a
    webinar on Friday, webinar for customers, webinar in another language, event for 300 people, presentation for clients, training for partners,
    webinar without registration, webinar with Q&A, big meeting with an audience, put an event in the diary, pencil something in for next week, we
    need a webinar on the 12th, arrange a talk, host a Q&A with the director, set one up for Tuesday at two, throw an online launch party, book
    the slot on Friday morning, make me a webinar, get a one-off in the diary, I would like to hold a seminar, fix a date for the briefing, plan
    the annual meeting, new session next month, let's do a webinar on tax, lay on a customer briefing, we are going to present our figures, create
    an event with a passcode, start planning a product launch, schedule a single webinar, give a lecture online, put on a one-hour workshop,
    reserve tomorrow at noon, I want to run a class, one hour on the 3rd at 9, hold an investor call, organise something for our members, could
    you set up something on the 14th at five, we would love to do a talk on bees, make an appointment for a webinar, I have to invite clients to
    an online demo, open a new event, need an hour on Tuesday for the investors, get our annual review scheduled, plan a Q&A evening, new one for
    the board, can we have a webinar next Wednesday, arrange an online training for 40 people, put something on for our volunteers`,
  endpoints: ["POST /users/{userId}/webinars", "GET /users/{userId}", "GET /users/{userId}/webinars", "GET /webinars/{webinarId}"],
  effect: "create",
  idempotent: false,
  emails: "nobody",
  input: z.strictObject({
    user_id: userId,
    topic: basics.topic,
    start_time: startTime.optional(),
    timezone: timezone.optional(),
    duration: basics.duration.optional().describe("Minutes; 60, or what the template says"),
    ...creationFields,
    allow_past: allowPast,
    recurrence: rare(recurrence),
    default_passcode,
    ...rareFields,
  }),
  output: z.object(creationResult),
  short: creationInShort(),
  cli: {
    host: "user_id",
    offersOnly: { user_id: mayHost },
    moments: ["start_time"],
    asks: { start_time: { empty: "one hour from now", unless: ["type", "recurrence", "template_id"] } },
    minutes: ["duration"],
    words: WEBINAR_WORDS,
    about: WEBINAR_ABOUT,
    card: CREATION_CARD,
    asksIf: ASKS_IF_LONG,
    first: 2,
    examples: [
      "webinars create --host ada@example.com --topic Launch",
      "webinars create --host ada@example.com --topic Launch --start-time 2032-03-01T10:00 --timezone America/New_York",
    ],
  },

  outlook: (input, ctx) => previewCreation(input, ctx),
  preview: (input, ctx) => previewIfLong(input, ctx),
  run: createFrom,
  describe: describeCreation,
});
