import { InputError } from "@zoom-webinar/foundation";
import type { EndpointId, ZoomClient } from "@zoom-webinar/zoom-client";
import { anyId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { assertStand, WITH_CALLED_OFF } from "../../operation/called-off.ts";
import { countOf } from "../../operation/counts.ts";
import { ifAllowed } from "../../operation/if-allowed.ts";
import { inSlices } from "../../operation/in-slices.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { noteOver } from "../../operation/over.ts";
import { occurrenceId, onlyOn, type RegistrantStatus, rare, webinarId } from "../../operation/params.ts";
import { type Consequence, type Preview, toRecipients } from "../../operation/preview.ts";
import { slicesEnded } from "../../operation/slices-ended.ts";
import { readRegistrants } from "../../people/read-registrants.ts";
import { noteRemoved } from "../../people/removed.ts";
import { wayBack, whatIsLost } from "../../people/way-back.ts";
import { settleSlice } from "../../settle/settle-slice.ts";
import { type FoundRegistrant, findRegistrants } from "./find-registrants.ts";
import { WITH_REGISTRATION } from "./registration.ts";

/** Zoom takes at most this many registrants in one status change. */
const SLICE = 30;

/** All who wait are named in one call, so that one preview counts them all: as many as Zoom's largest webinar takes. */
const MOST_NAMED = 1_000_000;

type Action = "approve" | "deny" | "cancel";
const RESULT: Readonly<Record<Action, RegistrantStatus>> = { approve: "approved", deny: "denied", cancel: "denied" };

const itemResult = z.object({
  registrant: z.string().nullish().describe("As it was given; absent if by this e-mail"),
  id: z.string(),
  email: z.string(),
  outcome: z
    .enum(["done", "skipped", "failed", "unknown", "not_tried"])
    .describe("skipped: it had that status already; unknown: Zoom gave no answer; not_tried: it ended before"),
  message: z.string().nullish().meta({ untrusted: true }),
});

/** What every decision about registrants answers: one row for each that was named, in that order. */
const decisionResult = z.object({
  webinar_id: z.string(),
  action: z.enum(["approve", "deny", "cancel"]),
  results: z.array(itemResult),
  done_too: z.number().int().optional().describe("In short: how many more it was done for, who are not in results"),
  zoom_mails: z.boolean().nullish().describe("Whether Zoom writes to somebody because of this call: to those it was done for; null: unknown"),
});

/** What every decision takes. */
export const decisionInput = {
  webinar_id: webinarId,
  registrants: z.array(anyId(128)).min(1).max(MOST_NAMED).describe("E-mail addresses or registrant IDs"),
  occurrence_id: occurrenceId.optional(),
  full: rare(z.boolean().optional().describe("For an assistant: also those of many for whom it was done, as all other doors give")),
};

interface Decision {
  action: Action;
  webinar_id: string;
  registrants: readonly string[];
  occurrence_id?: string | undefined;
}

/** Everybody whom a decision may be about, those whom it most likely concerns first. */
const find = (zoom: ZoomClient, { action, webinar_id, registrants, occurrence_id }: Decision): Promise<FoundRegistrant[]> =>
  findRegistrants(zoom, {
    webinar_id,
    occurrence_id,
    wanted: registrants,
    from: action === "approve" ? ["pending", "denied", "approved"] : ["approved", "pending", "denied"],
  });

/** Which list shows the people a decision has reached; after a cancellation they are just no longer where they were. */
const LOOK_IN: Readonly<Record<Action, readonly RegistrantStatus[]>> = { approve: ["approved"], deny: ["denied"], cancel: ["approved", "pending"] };

/**
 * Changes the status of one slice of registrants, none of whom has it yet. Zoom mails at each change, so an unanswered one is looked up before it is
 * sent again. Returns those whose result is unknown.
 */
const sendDecision = (
  { action, webinar_id, occurrence_id }: Decision,
  slice: readonly FoundRegistrant[],
  ctx: OperationContext,
): Promise<readonly FoundRegistrant[]> => {
  const { zoom } = ctx;
  return settleSlice(
    slice,
    {
      operation: `registrants.${action}`,
      what: `The decision to ${action} ${countOf(slice.length, "registrant")}`,
      identity: [webinar_id, occurrence_id, slice.map(({ id }) => id)],
      where: "the webinar's registrants",
      send: () =>
        zoom.call("PUT /webinars/{webinarId}/registrants/status", {
          path: { webinarId: webinar_id },
          query: { occurrence_id },
          body: { action, registrants: slice.map(({ id, email }) => ({ id, email })) },
        }),
      doneOf: async () => {
        const there = new Set<string | undefined>();
        const pages = readRegistrants(zoom, webinar_id, { statuses: LOOK_IN[action], occurrence_id });
        for await (const { registrants } of pages) for (const { id } of registrants) there.add(id);
        return slice.filter(({ id }) => there.has(id) === (action !== "cancel"));
      },
    },
    ctx,
  );
};

/**
 * Approves, denies or cancels registrants in slices of 30, with the outcome of each; those who have that status already are skipped.
 * Throws `PartialError` with every outcome if some were done and some not, `CancelledError` if it was interrupted; the error itself if a single slice failed.
 */
export const decide = async (decision: Decision, ctx: OperationContext): Promise<z.output<typeof decisionResult>> => {
  const { action, webinar_id } = decision;
  const { zoom } = ctx;
  const query = decision.occurrence_id === undefined ? {} : WITH_CALLED_OFF;
  const webinar = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId: webinar_id }, query }));
  if (webinar !== null && decision.occurrence_id !== undefined) await assertStand(webinar, [decision.occurrence_id]);
  const found = await find(zoom, decision);
  const concerned = found.filter(({ status }) => status !== RESULT[action]);
  const failures = await inSlices(concerned, SLICE, (slice) => sendDecision(decision, slice, ctx), ctx);
  const [failed] = failures.values();
  const done = concerned.filter((person) => !failures.has(person));
  if (action === "cancel" && decision.occurrence_id === undefined) await noteRemoved(ctx, "registrant", webinar_id, done);
  if (failed && concerned.length <= SLICE && failures.size === concerned.length) throw failed.error;
  const results = found.map((person) => {
    const { id, email, status } = person;
    const registrant = person.registrant === email ? null : person.registrant;
    const failure = failures.get(person);
    if (status === RESULT[action]) return { registrant, id, email, outcome: "skipped" as const, message: `was ${status} already` };
    return { registrant, id, email, outcome: failure?.outcome ?? ("done" as const), message: failure?.message ?? null };
  });
  if (failed) throw slicesEnded({ rows: results, failures, one: "registrant", done: DONE[action], foreign: ["items"] });
  const mails = webinar === null ? null : webinar.settings?.registrants_email_notification !== false;
  return { webinar_id, action, results, zoom_mails: concerned.length === 0 ? false : mails };
};

const WHY: Readonly<Record<Action, string>> = {
  approve: "they get their join link",
  deny: "they are told that they were not accepted",
  cancel: "they are told that their registration is cancelled",
};
const DONE: Readonly<Record<Action, string>> = { approve: "approved", deny: "denied", cancel: "cancelled" };
const VERBS: Readonly<Record<Action, string>> = { approve: "Approve", deny: "Deny", cancel: "Cancel the registration of" };

/** Said if a webinar writes no mail about decisions: nobody gets their join link then. */
const UNTOLD = "The webinar's mails to registrants are off: nobody is sent their join link.";

/** Whoever is denied while they wait loses nothing that they had. */
const lossesIn = (action: Action, concerned: readonly FoundRegistrant[]): Consequence[] => {
  if (action === "approve") return [];
  const registered = concerned.filter(({ status }) => status === "approved").length;
  const waiting = action === "cancel" ? concerned.filter(({ status }) => status === "pending").length : 0;
  return whatIsLost({ registered, waiting }).map((text) => ({ kind: "lost", text }));
};

/** Whom a decision changes, and whom Zoom tells. */
export const previewDecision = async (decision: Decision, { zoom, now }: OperationContext): Promise<Preview> => {
  const { action, webinar_id } = decision;
  const { occurrence_id } = decision;
  const query = occurrence_id === undefined ? {} : WITH_CALLED_OFF;
  const webinar = await zoom.call("GET /webinars/{webinarId}", { path: { webinarId: webinar_id }, query });
  if (occurrence_id !== undefined) await assertStand(webinar, [occurrence_id]);
  const found = await find(zoom, decision);
  const concerned = found.filter(({ status }) => status !== RESULT[action]);
  const isMailed = webinar.settings?.registrants_email_notification !== false;
  const emails = concerned.map(({ email }) => email);
  if (action === "cancel" && concerned.length === 0) {
    const who = found.length === 1 ? `${found[0]?.email} was` : "all of them were";
    throw InputError.at("registrants", `${who} denied or cancelled already`, "Nothing is left to cancel; approving lets them in.");
  }
  return {
    summary: `${VERBS[action]} ${concerned.length} ${concerned.length === 1 ? "registrant" : "registrants"} of "${webinar.topic ?? webinar_id}"${onlyOn(occurrence_id)}.`,
    targets: concerned.map(({ id, email, name }) => ({
      kind: "registrant",
      id,
      label: name === null ? email : `${name} <${email}>`,
      internal: true,
    })),
    consequences: lossesIn(action, concerned),
    notes: [
      ...(await noteOver(webinar, await now())),
      ...(action === "cancel" ? ["Their status is denied afterwards."] : []),
      ...(action === "approve" && !isMailed && concerned.length > 0 ? [UNTOLD] : []),
    ],
    recipients: isMailed ? toRecipients(emails, WHY[action]) : null,
    // Whoever was denied or cancelled can be approved again.
    reversible: true,
    ...(concerned.some(({ status }) => status === "pending") ? { undo: wayBack(action) } : {}),
  };
};

type DecisionResult = z.output<typeof decisionResult>;

/** As many are listed whatever became of them. */
const MOST_LISTED = 10;

/** Of many people, those for whom it was not done: the others are as they were asked to be. */
const briefDecision = (decided: DecisionResult, { full }: { full?: boolean | undefined }): DecisionResult => {
  const { results } = decided;
  const left = results.filter(({ outcome }) => outcome !== "done");
  if (full === true || results.length <= MOST_LISTED || left.length === results.length) return decided;
  return { ...decided, results: left, done_too: results.length - left.length };
};

/** "2 of 3 approved". */
const describeDecision = (
  { action, results, zoom_mails }: z.output<typeof decisionResult>,
  { occurrence_id }: { occurrence_id?: string | undefined },
): string => {
  const done = results.filter(({ outcome }) => outcome === "done").length;
  return `${done} of ${results.length} ${DONE[action]}${action === "cancel" ? " (denied now)" : ""}${onlyOn(occurrence_id)}${done > 0 && zoom_mails === false ? "; Zoom writes to nobody" : ""}${action === "approve" && done > 0 && zoom_mails === false ? ", so send them their join links" : ""}`;
};

const ENDPOINTS: readonly EndpointId[] = [
  "PUT /webinars/{webinarId}/registrants/status",
  "GET /webinars/{webinarId}/registrants",
  "GET /webinars/{webinarId}",
];

/** What operations that decide about registrants have in common, whichever way they decide. */
export const DECISION = {
  endpoints: ENDPOINTS,
  effect: "update",
  idempotent: false,
  emails: "registrants",
  output: decisionResult,
  rows: "results",
  brief: briefDecision,
  describe: describeDecision,
} as const;

/** Hints for the terminal, with an example's words after the ids. */
export const decisionCli = (command: string, after = "") =>
  ({
    positional: ["webinar_id", "registrants"],
    suits: WITH_REGISTRATION,
    columns: ["email", "outcome", "message"],
    hidden: ["action"],
    everyone: {
      flag: "pending",
      description: "everybody who waits for approval; --except leaves people out",
      field: "registrants",
      list: "registrants.list",
      input: { status: "pending" },
      take: "email",
    },
    examples: [`registrants ${command} 82834512568 mina@example.com${after}`],
  }) as const;

/** The same for operations that decide one way only. */
export const decisionTo = (action: Action) => ({
  ...DECISION,
  input: z.strictObject(decisionInput),
  cli: { ...decisionCli(action), ...(action === "approve" ? { offersFirst: { registrants: { status: "pending" } } } : {}) },
  preview: (input: Omit<Decision, "action">, ctx: OperationContext) => previewDecision({ action, ...input }, ctx),
  run: (input: Omit<Decision, "action">, ctx: OperationContext) => decide({ action, ...input }, ctx),
});
