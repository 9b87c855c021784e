import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { applyDocuments } from "../files/apply.ts";
import { CHANGES, FINDS, MAKES, READS } from "../files/endpoints.ts";
import { hostsIn, planInput } from "../files/input.ts";
import { planDocuments } from "../files/plan.ts";
import { previewDocuments } from "../files/preview.ts";
import { readFiles } from "../files/read-files.ts";
import { webinarRow } from "../files/result.ts";
import { withIds } from "../files/write-ids.ts";

export const applyWebinarFiles = defineOperation({
  id: "webinars.apply",
  tool: "apply_webinar_files",
  summary: "Create and change webinars so that they are as YAML files say; a second time there is nothing to do.",
  alsoKnownAs: `
    apply a webinar file, create a webinar from YAML, bring the files to Zoom, deploy the season, import a webinar file, restore a webinar, update
    webinars from files, make Zoom match the file, set up webinars from a folder, create a webinar from a file, sync the files to Zoom, restore
    from a back-up, put my edits into effect, roll the files out, make it as in the yaml, push the season to Zoom, go ahead with the files, carry
    out the plan, bring the folder live, deploy our config, set everything up from the files, get Zoom in sync with git, run the yaml, the edited
    file should become real, put back what the backup says, create everything in this folder, upload the season, publish the yaml, ship the
    changes from my files, update Zoom from the repository, now do what the files say, apply my changes from the yaml, bring Zoom up to date with
    the folder, load the configuration back, push these files live, create whatever the yaml has, run with the edited season, let the repo win`,
  endpoints: [...MAKES, ...READS, ...FINDS, ...CHANGES],
  effect: "delete",
  idempotent: true,
  emails: "panelists",
  auditsCalls: true,
  input: z.strictObject({
    ...planInput,
    write_ids: z.boolean().optional().describe("Also answer the files with the IDs of their webinars; a terminal writes them back"),
  }),
  output: z.object({
    webinars: z.array(webinarRow),
    files: z
      .array(z.object({ name: z.string(), path: z.string().nullable(), text: z.string().meta({ untrusted: true }) }))
      .optional()
      .describe("With write_ids: the files, with IDs"),
    notes: z.array(z.string().meta({ untrusted: true })),
  }),
  rows: "webinars",
  cli: {
    host: "user_id",
    ownHost: { field: "default_user_id" },
    flags: { default_user_id: "default-host" },
    positional: ["files"],
    columns: ["topic", "host", "file", "webinar_id", "created", "changes", "not_possible"],
    below: ["changes", "not_possible"],
    writesBack: "files",
    examples: ["webinars apply launch.yaml", "webinars apply season/*.yaml --yes --write-ids"],
  },

  preview: async ({ files, ...hosts }, ctx) => previewDocuments(await planDocuments({ documents: readFiles(files), ...hostsIn(hosts) }, ctx), ctx),
  async run({ files, write_ids = false, ...hosts }, ctx) {
    const documents = readFiles(files);
    const planned = await planDocuments({ documents, ...hostsIn(hosts) }, ctx);
    const webinars = await applyDocuments(planned, ctx);
    const notes = [...new Set(planned.flatMap((one) => one.notes))];
    return write_ids ? { webinars, files: withIds(files, documents, webinars), notes } : { webinars, notes };
  },
  describe({ webinars }) {
    const created = webinars.filter((one) => one.created).length;
    const changed = webinars.filter((one) => !one.created && one.applied > 0).length;
    return created + changed === 0
      ? "Nothing to do"
      : `${created} created, ${changed} changed, ${webinars.length - created - changed} as in the files`;
  },
});
