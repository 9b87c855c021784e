import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { allowPast, startTime, timezone } from "../../operation/params.ts";
import { WEBINAR_ABOUT, WEBINAR_WORDS } from "../../operation/words.ts";
import { selectedUser, selectUser, userSelection } from "../users/select-user.ts";
import { createFrom, creationResult, describeCreation } from "./creation.ts";
import { basics, creationFields } from "./fields.ts";
import { creationInShort } from "./in-short.ts";

export const createWebinarInteractive = defineOperation({
  id: "webinars.createInteractive",
  tool: "create_webinar_interactive",
  summary: "Schedule a webinar for a host named by number, first, last, e-mail, ID or name; lists the candidates if several fit.",
  alsoKnownAs: `
    schedule for a host by name, webinar for the first user, book a webinar for Grace, host by number, create a webinar and choose the host,
    webinar hosted by a named person, schedule under a colleague's name, plan an event for user number two, set up a webinar on somebody's
    account, host picked by name, let Grace host a new webinar, new webinar hosted by user 2, schedule it with Ada as the host, schedule one for
    Lena, book it under Peter's name, put a webinar on Sara's account, a talk that Omar hosts, event for a host I know by surname, choose the host
    while scheduling, host number three should run it, make Julia the host of a new webinar, a new event under another colleague, I do not know
    the host's id, new webinar hosted by Dr. Hahn, schedule on behalf of the director, set up an event for whoever is first on the list, let me
    pick the host and book, webinar in the name of a colleague, create for the last user, book one for our CEO, Tom should host one on Friday,
    schedule it but the host is colleague number four, new talk for whoever is called Weber, I don't know her id but Sara hosts, set up an event
    on Julia's licence, book one in Petra's name, someone else will host so schedule for them, put a webinar on for our director as host`,
  endpoints: ["POST /users/{userId}/webinars", "GET /users", "GET /users/{userId}"],
  effect: "create",
  idempotent: false,
  emails: "nobody",
  input: z.strictObject({
    topic: basics.topic,
    user_selection: userSelection.optional(),
    start_time: startTime.optional(),
    timezone: timezone.optional(),
    duration: basics.duration.optional().describe("Minutes; 60, or what the template says"),
    ...creationFields,
    allow_past: allowPast,
  }),
  output: z.object({ host: selectedUser, ...creationResult }),
  short: creationInShort("host"),
  cli: {
    isHidden: true,
    host: "user_selection",
    moments: ["start_time"],
    words: WEBINAR_WORDS,
    about: WEBINAR_ABOUT,
    examples: ["webinars create-interactive --topic Launch --host first --start-time 2032-03-01T10:00"],
  },

  async run({ user_selection, ...input }, ctx) {
    const host = await selectUser(user_selection, ctx);
    return { host, ...(await createFrom({ user_id: host.id ?? host.email ?? "", ...input }, ctx)) };
  },
  describe: (output) => `${describeCreation(output)}, host ${output.host.name ?? output.host.email}`,
});
