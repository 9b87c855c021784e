import { NotFoundError, PartialError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { inSlices } from "../../operation/in-slices.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { occurrenceId, webinarId } from "../../operation/params.ts";
import { type Preview, toRecipients } from "../../operation/preview.ts";
import { sendDecision } from "./send-decision.ts";

/** Zoom takes at most this many registrants in one status change. */
const SLICE = 30;

export type Action = "approve" | "deny" | "cancel";
export type Status = "pending" | "approved" | "denied";
const RESULT: Readonly<Record<Action, Status>> = { approve: "approved", deny: "denied", cancel: "denied" };

const itemResult = z.object({
  registrant: z.string().describe("As it was given"),
  id: z.string(),
  email: z.string(),
  outcome: z.enum(["done", "skipped", "failed", "unknown"]).describe("skipped: it had that status already; unknown: Zoom gave no answer"),
  message: z.string().nullable(),
});

/** What every decision about registrants answers: one row for each that was named, in that order. */
export const decisionResult = z.object({ webinar_id: z.string(), action: z.enum(["approve", "deny", "cancel"]), results: z.array(itemResult) });

export interface FoundRegistrant {
  /** As the caller named it. */
  registrant: string;
  id: string;
  email: string;
  name: string | null;
  status: Status;
}

interface Search {
  webinar_id: string;
  occurrence_id?: string | undefined;
  /** E-mail addresses (any case) or registrant ids. */
  wanted: readonly string[];
  /** Statuses to look through, in this order. */
  from: readonly Status[];
}

/**
 * Finds registrants by e-mail or id, page by page, status by status, stopping when all are found. In the order named, each once.
 * Throws `NotFoundError` that names those who are in none of the statuses.
 */
export const findRegistrants = async (zoom: ZoomClient, { webinar_id, occurrence_id, wanted, from }: Search): Promise<FoundRegistrant[]> => {
  const keys = new Map(wanted.map((registrant) => [registrant.trim().toLowerCase(), registrant.trim()]));
  const found = new Map<string, FoundRegistrant>();
  for (const status of from) {
    if (found.size === keys.size) break;
    const pages = zoom.pages("GET /webinars/{webinarId}/registrants", {
      path: { webinarId: webinar_id },
      query: { status, occurrence_id, page_size: 300 },
    });
    for await (const page of pages) {
      for (const { id, email, first_name, last_name } of page.registrants ?? []) {
        // Ids are case-sensitive, addresses are not.
        const key = email && keys.has(email.toLowerCase()) ? email.toLowerCase() : id && keys.get(id.toLowerCase()) === id ? id.toLowerCase() : null;
        if (key === null || !id || !email || found.has(key)) continue;
        found.set(key, { registrant: keys.get(key) ?? key, id, email, name: [first_name, last_name].filter(Boolean).join(" ") || null, status });
      }
      if (found.size === keys.size) break;
    }
  }
  const missing = [...keys].filter(([key]) => !found.has(key)).map(([, registrant]) => registrant);
  if (missing.length > 0) {
    throw new NotFoundError(`Not registered for webinar ${webinar_id}: ${missing.join(", ")}.`, {
      hint: `List them with status ${from.join(", ")}; nothing was changed.`,
      details: { field: "registrants", missing },
    });
  }
  return [...keys.keys()].map((key) => found.get(key)).filter((entry) => entry !== undefined);
};

/** What every decision takes. */
export const decisionInput = {
  webinar_id: webinarId,
  registrants: z.array(z.string().min(1).max(128)).min(1).max(300).describe("E-mail addresses or registrant IDs"),
  occurrence_id: occurrenceId.optional(),
};

export interface Decision {
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

/**
 * Approves, denies or cancels registrants in slices of 30, with the outcome of each; those who have that status already are skipped.
 * Throws `PartialError` with every outcome where some were done and some not; the error itself where a single slice failed.
 */
export const decide = async (decision: Decision, ctx: OperationContext): Promise<z.output<typeof decisionResult>> => {
  const { action, webinar_id } = decision;
  const found = await find(ctx.zoom, decision);
  const concerned = found.filter(({ status }) => status !== RESULT[action]);
  const failures = await inSlices(concerned, SLICE, (slice) => sendDecision(decision, slice, ctx), ctx);
  const [failed] = failures.values();
  if (failed && concerned.length <= SLICE && failures.size === concerned.length) throw failed.error;
  const results = found.map((person) => {
    const { registrant, id, email, status } = person;
    const failure = failures.get(person);
    if (status === RESULT[action]) return { registrant, id, email, outcome: "skipped" as const, message: `was ${status} already` };
    return { registrant, id, email, outcome: failure?.outcome ?? ("done" as const), message: failure?.message ?? null };
  });
  if (failed) {
    throw new PartialError(`${failures.size} of ${concerned.length} registrants were not changed.`, {
      hint: "Repeat it for those that failed; look up those that are unknown first.",
      details: { items: results },
      foreign: ["items"],
    });
  }
  return { webinar_id, action, results };
};

const WHY: Readonly<Record<Action, string>> = {
  approve: "they get their join link",
  deny: "they are told that they were not accepted",
  cancel: "they are told that their registration is cancelled",
};
const VERBS: Readonly<Record<Action, string>> = { approve: "Approve", deny: "Deny", cancel: "Cancel the registration of" };

/** Whom a decision changes, and whom Zoom tells. */
export const previewDecision = async (decision: Decision, { zoom }: OperationContext): Promise<Preview> => {
  const { action, webinar_id } = decision;
  const webinar = await zoom.call("GET /webinars/{webinarId}", { path: { webinarId: webinar_id } });
  const concerned = (await find(zoom, decision)).filter(({ status }) => status !== RESULT[action]);
  const isMailed = webinar.settings?.registrants_email_notification !== false;
  const emails = concerned.map(({ email }) => email);
  return {
    summary: `${VERBS[action]} ${concerned.length} ${concerned.length === 1 ? "registrant" : "registrants"} of "${webinar.topic ?? webinar_id}".`,
    targets: concerned.map(({ id, email, name }) => ({ kind: "registrant", id, label: name === null ? email : `${name} <${email}>` })),
    recipients: isMailed ? toRecipients(emails, WHY[action]) : null,
    reversible: action !== "cancel",
  };
};

/** "2 of 3 approved". */
export const describeDecision = ({ action, results }: z.output<typeof decisionResult>): string => {
  const done = results.filter(({ outcome }) => outcome === "done").length;
  return `${done} of ${results.length} ${{ approve: "approved", deny: "denied", cancel: "cancelled" }[action]}`;
};
