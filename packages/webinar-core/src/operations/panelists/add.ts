import { AmbiguousError } from "@zoom-webinar/foundation";
import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { ifAllowed, ifReadable } from "../../operation/if-allowed.ts";
import { inSlices } from "../../operation/in-slices.ts";
import { email, includeJoinLinks, personalLink, webinarId } from "../../operation/params.ts";
import { toRecipients } from "../../operation/preview.ts";
import { slicesEnded } from "../../operation/slices-ended.ts";
import { invite } from "./invite.ts";
import { keyOf, type NewPanelist, readInvitation, readPanelists } from "./people.ts";

/** Zoom takes at most this many panelists in one call. */
const SLICE = 30;
// The document says what one panelist is; only how many may be named is ours.
const { element: person } = inputSchema("POST /webinars/{webinarId}/panelists").shape.panelists;

const result = z.object({
  email: z.string(),
  name: z.string().meta({ untrusted: true }),
  outcome: z
    .enum(["done", "skipped", "failed", "unknown", "not_tried"])
    .describe("skipped: is a panelist already; unknown: Zoom gave no answer; not_tried: it ended before"),
  message: z.string().nullish().meta({ untrusted: true }),
  id: z.string().nullish().describe("Absent if the list was not read afterwards"),
  join_url: personalLink,
});

export const addPanelists = defineOperation({
  id: "panelists.add",
  tool: "add_panelists",
  summary: "Invite panelists to a webinar, any number of them; Zoom mails each a join link.",
  alsoKnownAs: `
    invite a speaker, add a presenter, add panelists, invite presenters, bring a speaker on, send a speaker the link, put somebody on the panel,
    new speaker, moderator, guest speaker, make somebody a panelist, add a co-presenter, bring in an external speaker, invite moderators, send
    speakers their link, invite email as a speaker, new panelist, add Grace to the panel, promote to panelist, get Nina on stage, bring the doctor
    on as a speaker, she is going to present, make him a presenter, give her the floor, he should speak too, put two people on the panel, invite
    kim@example.com to speak, Ada will moderate, send the experts their own links, add a co-speaker, let Omar present, we have another speaker,
    ask the professor to talk, panel needs Lena, bring on a guest, book a speaker for it, rope in an expert, send the speaker an invitation, put
    her on the podium, a second presenter, upgrade him to panelist, Omar will speak as well, get me the professor on the panel, make
    kim@example.com a speaker, we got a new presenter, add a moderator for tomorrow, send Lena a speaker link, she is joining the panel, let both
    of them present, bring our CEO on stage, two more experts to invite`,
  endpoints: ["POST /webinars/{webinarId}/panelists", "GET /webinars/{webinarId}/panelists", "GET /webinars/{webinarId}"],
  effect: "create",
  idempotent: false,
  emails: "panelists",
  input: z
    .strictObject({
      webinar_id: webinarId,
      panelists: z.array(person).max(300).optional().describe("People with name and e-mail"),
      panelist_emails: z.array(email).max(300).optional().describe("E-mail addresses; the part before the @ becomes the name"),
      include_join_links: includeJoinLinks,
    })
    .refine(({ panelists = [], panelist_emails = [] }) => panelists.length + panelist_emails.length > 0, {
      error: "name at least one person, or give panelist_emails",
      path: ["panelists"],
    }),
  output: z.object({
    webinar_id: z.string(),
    results: z.array(result),
    zoom_mails: z.boolean().nullable().describe("Whether Zoom writes to somebody because of this call: to those added; null: unknown"),
  }),
  rows: "results",
  cli: {
    positional: ["webinar_id", "panelist_emails"],
    named: { panelist_emails: "panelists" },
    columns: ["email", "name", "outcome", "message"],
    examples: ["panelists add 82834512568 linus@example.com", "panelists add 82834512568 'Linus Example <linus@example.com>'"],
  },

  async preview({ webinar_id, ...named }, ctx) {
    const { zoom } = ctx;
    const { topic, mails, notes } = await readInvitation(ctx, webinar_id);
    const before = await ifAllowed(() => readPanelists(zoom, webinar_id));
    const fresh = toPeople(named).filter(({ email }) => !before?.has(keyOf(email)));
    const addresses = fresh.map(({ email }) => email);
    return {
      summary: `Invite ${fresh.length} ${fresh.length === 1 ? "panelist" : "panelists"} to "${topic}".`,
      targets: fresh.map(({ email, name }) => ({ kind: "person", id: email, label: name })),
      notes,
      recipients: mails === false ? null : toRecipients(addresses, "they get their invitation with their own join link", mails === true),
      reversible: true,
    };
  },
  async run({ webinar_id, include_join_links, ...named }, ctx) {
    const { zoom } = ctx;
    const wanted = toPeople(named);
    const { mails } = await readInvitation(ctx, webinar_id);
    const before = await ifAllowed(() => readPanelists(zoom, webinar_id));
    const fresh = wanted.filter(({ email }) => !before?.has(keyOf(email)));
    const failures = await inSlices(fresh, SLICE, (panelists) => invite(webinar_id, panelists, ctx), ctx);
    const isUnclear = [...failures.values()].some(({ outcome }) => outcome === "unknown");
    // Zoom's answer to the write names nobody: the list alone has ids and links, and tells whether an unanswered write was done.
    const isRead = (include_join_links || isUnclear) && ctx.signal?.aborted !== true;
    const after = isRead ? await ifReadable(() => readPanelists(zoom, webinar_id)) : before;
    const results = wanted.map((person): z.output<typeof result> => {
      const { email, name } = person;
      const listed = after?.get(keyOf(email));
      const row = { email, name, message: null, id: listed?.id ?? null, join_url: listed?.join_url ?? null };
      const failure = failures.get(person);
      if (before?.has(keyOf(email))) return { ...row, outcome: "skipped", message: "is a panelist already" };
      if (failure === undefined || (failure.outcome === "unknown" && listed)) return { ...row, outcome: "done" };
      return { ...row, outcome: failure.outcome, message: failure.message };
    });
    const open = results.filter(({ outcome }) => outcome !== "done" && outcome !== "skipped");
    if (open.length === 0) return { webinar_id, results, zoom_mails: fresh.length === 0 ? false : mails };
    const [first] = failures.values();
    const rows = results.map(({ join_url: _link, ...shown }) => shown);
    if (open.length === fresh.length && (!isUnclear || first?.error.code === "cancelled")) throw first?.error;
    const hint = "List the panelists before repeating it: people who are panelists already are skipped.";
    if (open.length === fresh.length)
      throw new AmbiguousError("Zoom gave no answer, and the list does not show them (yet).", { hint, details: { items: rows } });
    throw slicesEnded({ rows, failures, one: "panelist", done: "added" });
  },
  describe: ({ results, zoom_mails }) => {
    const done = results.filter(({ outcome }) => outcome === "done").length;
    return `${done} of ${results.length} invited${done > 0 && zoom_mails === false ? "; Zoom writes no mail" : ""}`;
  },
});

/** Both ways of naming people as one list, each address once; a full name given in one way is not lost to the other. */
const toPeople = ({ panelists = [], panelist_emails = [] }: { panelists?: NewPanelist[] | undefined; panelist_emails?: string[] | undefined }) => {
  const people = new Map<string, NewPanelist>();
  const named = panelist_emails.map((email) => ({ email, name: email.slice(0, email.lastIndexOf("@")) }));
  for (const person of [...panelists, ...named]) if (!people.has(keyOf(person.email))) people.set(keyOf(person.email), person);
  return [...people.values()];
};
