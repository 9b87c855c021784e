import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { mailedField } from "../../operation/mailed.ts";
import { describeRecipients, shownRecipients } from "../../operation/preview.ts";
import { FINDS, READS } from "../files/endpoints.ts";
import { hostsIn, planInput } from "../files/input.ts";
import { planDocuments } from "../files/plan.ts";
import { recipientsOf } from "../files/preview.ts";
import { readFiles } from "../files/read-files.ts";
import { toRow, webinarRow } from "../files/result.ts";

export const planWebinarFiles = defineOperation({
  id: "webinars.plan",
  tool: "plan_webinar_files",
  summary: "Show what applying YAML files of webinars would create and change, field by field; changes nothing.",
  alsoKnownAs: `
    what would change, dry run of a file, check a webinar file, preview the YAML, drift, compare a file with Zoom, validate a webinar file, what
    is different from the file, plan the season, show the changes before applying, is the account as in the files, check for drift, what would my
    files do, preview of my edits, show me before you touch anything, dry run of the folder, what is going to change, are my files in line with
    Zoom, has anybody changed it in Zoom by hand, check the yaml first, simulate the roll-out, is the file valid, which webinars would be created
    from the files, what differs from git, trial run, test the files without effect, would anything be altered, look for drift, changes that are
    pending in the files, only pretend, what happens if I apply this, show the effect of my yaml first, don't do it yet just show, did somebody
    fiddle with it in Zoom, compare the repo with Zoom, is there a difference between my file and reality, proof-read my webinar file, what would
    you touch`,
  endpoints: [...READS, ...FINDS],
  input: z.strictObject(planInput),
  output: z.object({ webinars: z.array(webinarRow), recipients: mailedField, notes: z.array(z.string()) }),
  rows: "webinars",
  cli: {
    host: "user_id",
    ownHost: { field: "default_user_id" },
    flags: { default_user_id: "default-host" },
    positional: ["files"],
    columns: ["topic", "host", "file", "webinar_id", "created", "changes", "not_possible"],
    below: ["changes", "not_possible"],
    words: { created: { true: "to be created" } },
    differs: ({ webinars }) => Array.isArray(webinars) && webinars.some(({ created, changes }) => created === true || changes.length > 0),
    examples: ["webinars plan launch.yaml", "webinars plan season/*.yaml --detailed-exitcode"],
  },

  async run({ files, ...hosts }, ctx) {
    const planned = await planDocuments({ documents: readFiles(files), ...hostsIn(hosts) }, ctx);
    return {
      webinars: planned.map(toRow),
      recipients: shownRecipients(recipientsOf(planned)),
      notes: [...new Set(planned.flatMap(({ notes }) => notes))],
    };
  },
  describe({ webinars, recipients }) {
    const created = webinars.filter((one) => one.created).length;
    const changed = webinars.filter((one) => !one.created && one.changes.length > 0).length;
    return created + changed === 0
      ? "Nothing to do"
      : `${created} to create, ${changed} to change, ${webinars.length - created - changed} as in the files. ${describeRecipients(recipients)}`;
  },
});
