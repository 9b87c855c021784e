import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { webinarId } from "../../operation/params.ts";
import { differencesBetween } from "../files/differences.ts";
import { READS } from "../files/endpoints.ts";
import { EVERY_PART } from "../files/export.ts";
import { readWebinar } from "../files/read-webinar.ts";
import { changesField, notPossibleField, shownChanges } from "../files/result.ts";

export const diffWebinars = defineOperation({
  id: "webinars.diff",
  tool: "compare_webinars",
  summary: "Compare two webinars field by field, with form, polls, survey, panelists and branding.",
  alsoKnownAs: `
    compare two webinars, what is different between two webinars, difference between webinars, diff of webinars, are they the same, is the copy
    complete, check a clone against the original, compare settings of two webinars, how do they differ, webinar versus webinar, find the
    differences, are these two alike, what did we change between the editions, spring versus autumn, do both have the same settings, what sets
    them apart, is the clone identical, check one event against another, how does May's set-up differ from June's, what is not the same, compare
    the old with the new one, settings side by side, same apart from the date, which options are different, did the copy take over everything, put
    two events next to each other, find what differs, is anything missing in the copy, how is this one unlike that one, did the settings change
    since the spring one, tell the two events apart, what did I forget in the copy, is B set up as A, list everything that differs, hold the two
    up against each other, which settings deviate`,
  endpoints: READS,
  input: z.strictObject({ webinar_id: webinarId, other_id: webinarId.describe("The webinar to compare it with") }),
  output: z.object({ equal: z.boolean(), changes: changesField, not_possible: notPossibleField }),
  rows: "changes",
  cli: {
    positional: ["webinar_id", "other_id"],
    columns: ["at", "from", "to"],
    wraps: true,
    differs: ({ equal }) => equal === false,
    examples: ["webinars diff 91974973765 82834512568"],
  },

  async run({ webinar_id, other_id }, ctx) {
    const read = { zoom: ctx.zoom, parts: EVERY_PART, nowMs: await ctx.now() };
    const [one, other] = [await readWebinar(webinar_id, read), await readWebinar(other_id, read)];
    const changes = shownChanges(differencesBetween(one.canonical, other.canonical));
    return { equal: changes.length === 0, changes, not_possible: [...one.notPossible, ...other.notPossible] };
  },
  describe: ({ equal, changes }) => (equal ? "They are the same" : `They differ in ${changes.length} ${changes.length === 1 ? "field" : "fields"}`),
});
