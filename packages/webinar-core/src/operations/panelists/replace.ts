import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { anyId, name } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { halfDone } from "../../operation/ended-early.ts";
import { ifReadable } from "../../operation/if-allowed.ts";
import { email, includeJoinLinks, personalLink, webinarId } from "../../operation/params.ts";
import { toRecipients } from "../../operation/preview.ts";
import { noteRemoved } from "../../people/removed.ts";
import { invite } from "./invite.ts";
import { findPanelist, keyOf, type NewPanelist, type Panelist, readInvitation, readPanelists, toTarget } from "./people.ts";

const person = { id: z.string().nullable(), email: z.string().nullable(), name: z.string().nullable().meta({ untrusted: true }) };
const replacePanelistInput = z
  .strictObject({
    webinar_id: webinarId,
    panelist_id: anyId(128).describe("Panelist ID or e-mail of who is replaced"),
    name: name().max(256).optional().describe("New name; left out: as it was"),
    email: email.optional().describe("New e-mail; left out: as it was"),
    include_join_links: includeJoinLinks,
  })
  .refine((input) => input.name !== undefined || input.email !== undefined, { error: "give a new name or a new e-mail", path: ["name"] });

export const replacePanelist = defineOperation({
  id: "panelists.replace",
  tool: "replace_panelist",
  summary: "Change a panelist's name or e-mail: removes and invites again, with a new link and another mail, as Zoom has no update.",
  alsoKnownAs: `
    change a speaker's e-mail, fix a speaker's name, correct a panelist's address, speaker's address is wrong, typo in a panelist's name, update a
    panelist, swap a speaker, edit a presenter, new address for a speaker, replace a presenter, fix a typo in a presenter's name, speaker changed
    their email, wrong address of a speaker, another person speaks instead, substitute presenter, send a panelist a new link, her surname is wrong
    on the panel, the presenter got married, speaker has a new address, misspelt the professor's name, correct the speaker's details, the
    panelist's mail bounced, exchange one speaker for another, put Tom in for Ada on the panel, speaker needs a new link, the name of the expert
    has a typo, he uses another e-mail address now, update the presenter's name, fix the moderator's address, somebody else stands in for the
    speaker, change how the panelist is called, we wrote the speaker's name wrong, the speaker is spelt wrong, the professor's new mail is on
    file, swap Omar for Nina on stage, her name as a panelist is not right, speaker link went to a wrong address, correct how the moderator is
    named, new surname for a panelist, other e-mail for our expert`,
  endpoints: [
    "POST /webinars/{webinarId}/panelists",
    "DELETE /webinars/{webinarId}/panelists/{panelistId}",
    "GET /webinars/{webinarId}/panelists",
    "GET /webinars/{webinarId}",
  ],
  effect: "delete",
  idempotent: false,
  emails: "panelists",
  input: replacePanelistInput,
  output: z.object({
    webinar_id: z.string(),
    removed: z.object(person),
    added: z.object({ ...person, join_url: personalLink }),
    zoom_mails: z.boolean().nullable().describe("Whether Zoom writes to the new panelist; null: unknown"),
  }),
  cli: {
    positional: ["webinar_id", "panelist_id"],
    examples: ["panelists replace 82834512568 mina@example.com --name 'Grace E. Example'"],
  },

  async preview(input, ctx) {
    const { zoom } = ctx;
    const { topic, mails, notes } = await readInvitation(ctx, input.webinar_id);
    const { old, next } = await readPair(zoom, input);
    return {
      summary: `Remove panelist ${old.email} from "${topic}" and invite ${next.name} <${next.email}> instead; the old join link stops working.`,
      targets: [toTarget(old)],
      notes,
      recipients: mails === false ? null : toRecipients([next.email], "they get an invitation with a new join link", mails === true),
      reversible: false,
    };
  },
  async run(input, ctx) {
    const { zoom } = ctx;
    const { webinar_id } = input;
    const { mails } = await readInvitation(ctx, webinar_id);
    const { old, next } = await readPair(zoom, input);
    const path = { webinarId: webinar_id };
    const add = () => invite(webinar_id, [next], ctx);
    const remove = async () => {
      await zoom.call("DELETE /webinars/{webinarId}/panelists/{panelistId}", { path: { ...path, panelistId: old.id ?? old.email ?? "" } });
      await noteRemoved(ctx, "panelist", webinar_id, [old]);
    };
    if (keyOf(old.email) === keyOf(next.email)) {
      // An address can be invited only once: here the old entry has to go first.
      await remove();
      await add().catch(halfDone(`${old.email} was removed, but not invited again`, "Invite them with panelists.add."));
    } else {
      await add();
      await remove().catch(halfDone(`${next.email} was invited, but ${old.email} is still a panelist`, "Remove them with panelists.remove."));
    }
    const fresh = (await ifReadable(() => readPanelists(zoom, webinar_id)))?.get(keyOf(next.email));
    return {
      webinar_id,
      removed: { id: old.id ?? null, email: old.email ?? null, name: old.name ?? null },
      added: { id: fresh?.id ?? null, email: next.email, name: next.name, join_url: fresh?.join_url ?? null },
      zoom_mails: mails,
    };
  },
  describe: ({ removed, added, zoom_mails }) =>
    `${removed.email} is replaced by ${added.name} <${added.email}>, with a new link${zoom_mails === false ? "; Zoom writes no mail" : ""}`,
});

/** The panelist as listed, and as they are to be. Throws `NotFoundError` if nobody has that id or address. */
const readPair = async (zoom: ZoomClient, input: z.output<typeof replacePanelistInput>): Promise<{ old: Panelist; next: NewPanelist }> => {
  const old = await findPanelist(zoom, input.webinar_id, input.panelist_id);
  const { name_tag_id, name_tag_name, name_tag_pronouns, name_tag_description, virtual_background_id } = old;
  const tag = { name_tag_id, name_tag_name, name_tag_pronouns, name_tag_description, virtual_background_id };
  return { old, next: { ...tag, name: input.name ?? old.name ?? "", email: input.email ?? old.email ?? "" } };
};
