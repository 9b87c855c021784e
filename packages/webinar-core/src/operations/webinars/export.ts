import { day } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { userId, webinarId } from "../../operation/params.ts";
import { assertWindow } from "../../time/window.ts";
import { READS } from "../files/endpoints.ts";
import { EVERY_PART, exportWebinar, fileNameOf } from "../files/export.ts";
import { idsIn } from "../files/ids-in.ts";
import { fileThatMade } from "../files/journal.ts";
import { readWebinar } from "../files/read-webinar.ts";
import { notPossibleField } from "../files/result.ts";
import { webinarsOf } from "../files/season.ts";
import { writeFile } from "../files/yaml-write.ts";

const exported = z.object({
  name: z.string().meta({ untrusted: true }).describe("What to call the file"),
  webinar_id: z.string(),
  text: z.string().meta({ untrusted: true }).describe("YAML"),
  made_by: z.string().meta({ untrusted: true }).optional().describe("The file on this machine that the webinar was made from"),
  not_possible: notPossibleField,
});

export const exportWebinarFile = defineOperation({
  id: "webinars.export",
  tool: "export_webinar",
  summary: "Write a webinar, or a host's season, as YAML files that can be changed, kept under git and applied.",
  alsoKnownAs: `
    webinar as a file, export to YAML, save a webinar as text, back up a webinar, download the set-up, webinar as code, dump the configuration,
    put webinars under git, export the season, write the webinar to a file, back up all settings, keep webinars in a folder, put the season into
    text files, save our events as yaml, write it down as a file, keep it in git, dump the set-up of a webinar, a copy of the settings on disk,
    all of a host's webinars as files, webinars as config, back up our events, give me the yaml, get a webinar out as text, version control for
    our webinars, file I can edit, snapshot of the configuration, export everything about one event, safe copy of the season, set-up to a yaml
    file, download the whole season, give me the event as a text file, I want to keep the settings in our repo, write all of Ada's webinars to a
    folder, make a backup of the configuration, archive the set-up as yaml, code for the season please, have the configuration on disk, put it in
    a form I can edit and send back`,
  endpoints: [...READS, "GET /users/{userId}/webinars"],
  input: z
    .strictObject({
      webinar_id: webinarId.optional(),
      user_id: userId.optional().describe("All webinars of this host instead of one"),
      from: day().max(10).optional().describe("With user_id: first day, as 2032-03-01"),
      to: day().max(10).optional().describe("With user_id: last day"),
      without_ids: z.boolean().optional().describe("Leave the IDs out: applied, the files make new webinars"),
      include_passcode: z.boolean().optional().describe("Write the passcode into the file"),
    })
    .refine(({ webinar_id, user_id }) => (webinar_id === undefined) !== (user_id === undefined), {
      error: "give a webinar_id, or a user_id for all webinars of a host",
      path: ["webinar_id"],
    }),
  output: z.object({ files: z.array(exported), notes: z.array(z.string().meta({ untrusted: true })).optional() }),
  rows: "files",
  cli: {
    host: "user_id",
    ownHost: { field: "user_id", unless: ["webinar_id"] },
    positional: ["webinar_id"],
    columns: ["name", "webinar_id"],
    texts: { list: "files", idsIn, madeBy: "made_by", endings: ["yaml", "yml"] },
    examples: ["webinars export 82834512568", "webinars export --host ada@example.com --from 2032-03-01 --to 2032-06-30 --folder season"],
  },

  async run({ webinar_id, user_id, from, to, without_ids: withoutId = false, include_passcode: withPasscode = false }, ctx) {
    assertWindow({ from, to });
    const ids = webinar_id === undefined ? await webinarsOf({ userId: user_id ?? "", from, to }, ctx) : [webinar_id];
    const nowMs = await ctx.now();
    const taken = new Set<string>();
    const files: z.output<typeof exported>[] = [];
    for (const [at, id] of ids.entries()) {
      const state = await readWebinar(id, { zoom: ctx.zoom, parts: EVERY_PART, nowMs });
      const one = exportWebinar(state, { withoutId, withPasscode, givesShared: ctx.gives("shared") });
      const name = fileNameOf(one, state.id, withoutId, taken);
      const made = withoutId ? null : await fileThatMade(ctx, state.id);
      const origin = made === null ? {} : { made_by: made };
      files.push({ name, webinar_id: state.id, text: writeFile([one.fields]), ...origin, not_possible: [...one.notPossible] });
      for (const { at: field, why } of one.notPossible) ctx.note(`${name}: ${field}: ${why}`);
      ctx.progress({ done: at + 1, total: ids.length });
    }
    if (ids.length === 0) ctx.note("0 webinars: this host has none, or none from the first day to the last.");
    return { files };
  },
  describe: ({ files }) => `${files.length} ${files.length === 1 ? "webinar" : "webinars"} as YAML`,
});
