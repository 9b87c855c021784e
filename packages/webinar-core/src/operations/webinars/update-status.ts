import { InputError } from "@zoom-webinar/foundation";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import type { Risk } from "../../operation/operation.ts";
import { occurrenceId, webinarId } from "../../operation/params.ts";
import { previewDeletion } from "./audience.ts";
import { deletedDate, describeDeletion, sendDeletion } from "./deletion.ts";
import { RUNNING, readRunning } from "./running.ts";

const ACTIONS = ["start", "end", "cancel"] as const;
const OUTCOMES = { start: "host starts it", end: "ended", cancel: "cancelled" } as const;
const NOTHING_ENDED = "was not running" as const;

const RISKS: Readonly<Record<(typeof ACTIONS)[number], Risk>> = {
  start: { effect: "read", emails: "nobody" },
  // Everybody is thrown out, which nothing undoes: asked about like a deletion.
  end: { effect: "delete", emails: "nobody" },
  cancel: { effect: "delete", emails: "registrants and panelists" },
};

export const updateWebinarStatus = defineOperation({
  id: "webinars.updateStatus",
  tool: "update_webinar_status",
  summary: "End a running webinar, cancel (delete) one, or say how it is started; mails people only if asked to.",
  alsoKnownAs: `
    pull the plug while it is running, it is still running so cut it off, end a running webinar, stop the webinar now, start the webinar, cancel the webinar, close the live session, finish the broadcast, end for
    everyone, how do I go live, call it off, begin the webinar, shut the webinar down, the room is still open, close the room, the host has
    dropped out, how do we go live, kick everybody out, we are finished, end the session for all, stop it now, start it, the webinar is over,
    terminate the webinar, launch the broadcast, still running and must end, close the webinar for everybody, finish early, host forgot to end it,
    how does one start it, we are done, shut it down, it is over so end it, throw everyone out and finish, it is still going and should not be,
    end the talk, wrap up the session, how can I open the room, let's get started, stop the running event, the host left and it is still on, kill
    the live session, bring the session to an end, cut it off now, nobody closed the webinar, how is it launched, call off the event, terminate it
    for all, everybody out please, doors open now, finish what is running, switch the webinar off, it is done now so please close, everybody can
    go home, the room is open still - shut it, how do I set off the webinar, end what's on air, finish up the running one, stop the session at
    once, get everyone out, that's a wrap, the meeting has run its course so end it`,
  endpoints: ["PUT /webinars/{webinarId}/status", "DELETE /webinars/{webinarId}", "GET /webinars/{webinarId}", RUNNING],
  effect: "delete",
  idempotent: true,
  emails: "registrants and panelists",
  input: z.strictObject({
    webinar_id: webinarId,
    action: z.enum(ACTIONS).describe("end: close it for everyone; cancel: delete it; start: only says how, since the host starts it"),
    occurrence_id: occurrenceId.optional().describe("cancel: only this date"),
    cancel_webinar_reminder: z.boolean().optional().describe("cancel: mail registrants and panelists"),
  }),
  output: z.object({
    webinar_id: z.string(),
    action: z.enum(ACTIONS),
    outcome: z.enum([OUTCOMES.start, OUTCOMES.end, OUTCOMES.cancel, NOTHING_ENDED]),
    how: z.string().nullable().describe("start: what the host does"),
    was_running: z.boolean().nullish().describe("end: null if the dashboard cannot be read"),
    ...deletedDate,
    topic: z.string().nullish().describe("start, or cancel of one date: of which webinar").meta({ untrusted: true }),
    start_url: z.string().nullish().meta({ secret: "host" }),
  }),
  cli: { positional: ["webinar_id"], hidden: ["how"], actions: { action: ACTIONS }, examples: ["webinars update-status 82834512568 --action end"] },

  risk: ({ action, cancel_webinar_reminder }) =>
    action === "cancel" && !cancel_webinar_reminder ? { effect: "delete", emails: "nobody" } : RISKS[action],
  async preview(input, ctx) {
    const { zoom } = ctx;
    assertOnlyForCancel(input);
    if (input.action === "cancel") return previewDeletion(input, ctx);
    const { topic } = await zoom.call("GET /webinars/{webinarId}", { path: { webinarId: input.webinar_id } });
    const isRunning = await readRunning(zoom, input.webinar_id);
    return {
      summary: `End the webinar "${topic ?? "without a topic"}" for everyone who is in it, now.`,
      targets: [{ kind: "webinar", id: input.webinar_id, label: topic ?? "" }],
      notes: isRunning === false ? ["Zoom's dashboard does not show it running: then nothing ends."] : [],
      recipients: null,
      reversible: false,
    };
  },
  async run(input, ctx) {
    const { zoom } = ctx;
    assertOnlyForCancel(input);
    const { webinar_id, action } = input;
    const done = { webinar_id, action, outcome: OUTCOMES[action], how: null };
    const path = { webinarId: webinar_id };
    const isRunning = action === "end" ? await readRunning(zoom, webinar_id) : null;
    if (action === "end") await zoom.call("PUT /webinars/{webinarId}/status", { path, body: { action } });
    // What Zoom answers for a webinar that does not run is not documented; it may well be success.
    if (isRunning === false) return { ...done, outcome: NOTHING_ENDED, was_running: false };
    if (action === "cancel") return { ...done, ...(await sendDeletion(input, ctx)) };
    if (action === "end") return { ...done, was_running: isRunning };
    const { topic, host_email, start_url } = await zoom.call("GET /webinars/{webinarId}", { path });
    const host = host_email ?? "its host";
    return {
      ...done,
      how: `Zoom lets no program start a webinar. ${host} starts webinar ${webinar_id} in the Zoom app or at zoom.us under Webinars, or by the host's own link, which is shown only if the operator allows it (--reveal host).`,
      topic: topic ?? null,
      start_url: start_url ?? null,
    };
  },
  describe: (output, input) => output.how ?? (output.action === "end" ? describeEnd(output) : describeDeletion("Cancelled", output, input)),
});

const describeEnd = ({
  webinar_id,
  outcome,
  was_running,
}: {
  webinar_id: string;
  outcome: string;
  was_running?: boolean | null | undefined;
}): string =>
  outcome === NOTHING_ENDED
    ? `Webinar ${webinar_id} was not running, as Zoom's dashboard shows it: nothing was ended`
    : `Ended webinar ${webinar_id}${was_running === true ? "" : ", if it was running"}`;

const assertOnlyForCancel = (input: { action: string; occurrence_id?: string | undefined; cancel_webinar_reminder?: boolean | undefined }): void => {
  if (input.action === "cancel") return;
  for (const field of ["occurrence_id", "cancel_webinar_reminder"] as const) {
    if (input[field] === undefined) continue;
    throw InputError.at(field, "works only with action cancel", "Leave it out.");
  }
};
