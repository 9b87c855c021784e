import { isZoomWebinarError, NotFoundError, PartialError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import type { OperationContext } from "../../operation/operation.ts";

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

/**
 * Approves, denies or cancels registrants in slices of 30, with the outcome of each.
 * Throws `PartialError` with every outcome where some were done and some not; the error itself where none was.
 */
export const decide = async (
  { action, ...search }: Search & { action: Action },
  { zoom, progress }: OperationContext,
): Promise<z.output<typeof decisionResult>> => {
  const found = await findRegistrants(zoom, search);
  const concerned = found.filter(({ status }) => status !== RESULT[action]);
  const failures = new Map<string, ZoomWebinarError>();
  for (let at = 0; at < concerned.length; at += SLICE) {
    const slice = concerned.slice(at, at + SLICE);
    try {
      await zoom.call("PUT /webinars/{webinarId}/registrants/status", {
        path: { webinarId: search.webinar_id },
        query: { occurrence_id: search.occurrence_id },
        body: { action, registrants: slice.map(({ id, email }) => ({ id, email })) },
      });
    } catch (error) {
      if (!isZoomWebinarError(error) || slice.length === concerned.length) throw error;
      for (const { id } of slice) failures.set(id, error);
      if (error.code === "cancelled") break;
    }
    progress({ done: Math.min(at + SLICE, concerned.length), total: concerned.length });
  }
  const results = found.map(({ registrant, id, email, status }) => {
    const failure = failures.get(id);
    const isUnknown = failure?.code === "zoom_unavailable" && "sent" in failure && failure.sent === "maybe-sent";
    return {
      registrant,
      id,
      email,
      outcome:
        status === RESULT[action] ? ("skipped" as const) : failure ? (isUnknown ? ("unknown" as const) : ("failed" as const)) : ("done" as const),
      message: status === RESULT[action] ? `was ${status} already` : (failure?.message ?? null),
    };
  });
  if (failures.size > 0) {
    throw new PartialError(`${failures.size} of ${concerned.length} registrants were not changed.`, {
      hint: "Repeat it for those that failed; look up those that are unknown first.",
      details: { items: results },
    });
  }
  return { webinar_id: search.webinar_id, action, results };
};
