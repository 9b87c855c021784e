import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { startTime, timezone, userId, webinarId } from "../../operation/params.ts";
import { toRecipients } from "../../operation/preview.ts";
import { describeReading } from "../../time/start-time.ts";
import { listOf, textOf } from "../files/canonical.ts";
import { copyChanges, countCopies, labelOf, makeClones, planClones, zoneNotes } from "../files/clone.ts";
import { FINDS, MAKES, READS } from "../files/endpoints.ts";
import { notPossibleField } from "../files/result.ts";
import { basics } from "./fields.ts";
import { notKept } from "./not-kept.ts";

export const cloneWebinar = defineOperation({
  id: "webinars.clone",
  tool: "clone_webinar",
  summary: "Copy a webinar with its form, polls, survey, panelists and settings to another time, or to many times at once.",
  alsoKnownAs: `
    copy a webinar, duplicate a webinar, same webinar again, repeat the webinar on another date, make a copy, clone the webinar, run it again next
    month, webinar like the last one, copy to another host, many copies, the same webinar with polls and panelists, reuse a webinar, make a twin,
    same again with identical settings and questions, do the same event again, bring last year's workshop back, same event in another month, run
    last year's one again, same thing in another month, again in June with everything, do it once more, twin of the event, copy it to five dates,
    rerun the workshop, repeat the launch for the US, another edition of the same, make one just like it, bring the spring event back, use the old
    one as a basis, take over polls and speakers from last time, hold it again in autumn, same set-up for another host, replicate the webinar,
    copy with all its questions, do over, copy in six cities, identical event on another day, we want the March one again, an encore, roll it to
    new dates, duplicate including panelists, one more like the March event, we want to repeat the launch in May, take the last one and move it to
    June, copy everything including speakers, same programme for the Asia team, do last autumn's over again, I need five of these on other days,
    set up another just like Monday's, rerun for those who missed it, reuse the old one with a new date`,
  endpoints: [...MAKES, ...READS, ...FINDS],
  // It deletes dates of the copies only, as they are deleted in the webinar.
  effect: "delete",
  idempotent: false,
  emails: "panelists",
  auditsCalls: true,
  input: z.strictObject({
    webinar_id: webinarId,
    start_time: startTime.optional().describe("When the copy starts: wall time in the webinar's own zone or in timezone, or an instant ending in Z"),
    timezone: timezone.optional().describe("IANA time zone of the copy and its start_time; the webinar's own unless given"),
    topic: basics.topic.optional().describe("Topic of the copy; the webinar's own unless given"),
    user_id: userId.optional().describe("Host of the copy; the webinar's own unless given"),
    ...copyChanges,
    dates: z
      .string()
      .max(1_000_000)
      .meta({ contentMediaType: "text/csv" })
      .optional()
      .describe('Many copies: CSV whose first line names the columns: "start_time", and if wanted "topic" and "host"'),
    without_exceptions: z.boolean().optional().describe("Every date of a series as the rule makes it"),
    include_passcode: z.boolean().optional().describe("Give the copy the same passcode"),
  }),
  output: z.object({
    clones: z.array(
      z.object({
        webinar_id: z.string(),
        found: z.boolean().optional().describe("It was there already"),
        start_time: z.string().nullable().describe("UTC"),
        timezone: z.string().nullable(),
        not_possible: notPossibleField,
      }),
    ),
    notes: z.array(z.string().meta({ untrusted: true })),
  }),
  rows: "clones",
  cli: {
    verbs: ["copy"],
    moments: ["start_time"],
    minutes: ["duration"],
    flags: { user_id: "host" },
    positional: ["webinar_id"],
    columns: ["webinar_id", "start_time", "not_possible"],
    examples: [
      "webinars clone 82834512568 --start-time 2032-04-12T10:00",
      "webinars clone 82834512568 --start-time 'tuesday 3pm' --topic 'Second run' --agenda 'What is new'",
      "webinars clone 82834512568 --dates dates.csv --host grace@example.com",
    ],
  },

  risk: () => ({ effect: "create", emails: "panelists" }),
  async preview(input, ctx) {
    const { source, clones: planned } = await planClones(input, ctx);
    const clones = planned.filter(({ made }) => made === null);
    const emails = listOf(source.panelists).map(({ email }) => textOf(email));
    const all = clones.flatMap(() => emails);
    return {
      summary: `${countCopies("Make", clones.length, planned.length - clones.length, ` of "${textOf(source.topic)}"`)}.`,
      targets: clones.map(({ wanted, host }) => ({
        kind: "new webinar",
        id: wanted.start == null ? "without a fixed time" : describeReading(wanted.start),
        label: labelOf({ wanted, host }, source),
      })),
      consequences: clones.flatMap(({ creation }) => notKept(creation?.series?.dates)),
      recipients: toRecipients(all, "panelists get an invitation to each copy with their own join link"),
      reversible: true,
      notes: zoneNotes(clones),
    };
  },
  async run(input, ctx) {
    const planned = await planClones(input, ctx);
    return { clones: await makeClones(planned, ctx), notes: [...new Set(planned.clones.flatMap(({ notes }) => notes))] };
  },
  describe: ({ clones }) => {
    const there = clones.filter(({ found }) => found).length;
    return countCopies("Made", clones.length - there, there);
  },
});
