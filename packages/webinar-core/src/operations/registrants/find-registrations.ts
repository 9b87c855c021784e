import { PartialError } from "@zoom-webinar/foundation";
import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";
import type { RegistrantStatus } from "../../operation/params.ts";
import { type Registrant, readRegistrants, STATUSES } from "../../people/read-registrants.ts";
import type { Candidate } from "../../settle/settled-write.ts";

/** A person who is on a webinar's list. */
export interface OnList {
  registrant_id: string;
  email: string;
  status: RegistrantStatus;
  join_url: string | undefined;
  create_time: string | undefined;
  /** True if the registration is as old as the attempt; an older one was there before. */
  isNew: boolean;
}

const SKEW_MS = 30_000;

/** The registrations of some e-mails, in whatever status, by `addressKey`. At most one each: Zoom keeps one registration an e-mail. */
export const findRegistrations = async (
  zoom: ZoomClient,
  { webinarId, emails, sinceMs }: { webinarId: string; emails: readonly string[]; sinceMs: number },
): Promise<ReadonlyMap<string, OnList>> => {
  const wanted = new Set(emails.map(addressKey));
  const found = new Map<string, OnList>();
  for await (const { status, registrants } of readRegistrants(zoom, webinarId, { statuses: STATUSES })) {
    const fromMs = zoom.zoomTime(sinceMs) - SKEW_MS;
    for (const registrant of registrants) {
      const email = addressKey(registrant.email ?? "");
      if (registrant.id !== undefined && wanted.has(email) && !found.has(email)) found.set(email, toOnList(registrant, email, status, fromMs));
    }
    if (found.size === wanted.size) break;
  }
  return found;
};

const toOnList = ({ id = "", create_time, join_url }: Registrant, email: string, status: RegistrantStatus, fromMs: number): OnList => ({
  registrant_id: id,
  email,
  status,
  join_url,
  create_time,
  isNew: create_time !== undefined && Date.parse(create_time) >= fromMs,
});

/**
 * What a batch of sign-ups made: everybody, in the order asked for. If nobody new is on the list and somebody is missing, nothing was done; if some
 * are new and some missing, it throws `PartialError` with each one's outcome when nothing more shows.
 */
export const findBatch = async (
  zoom: ZoomClient,
  search: { webinarId: string; emails: readonly string[]; sinceMs: number },
): Promise<Candidate<readonly OnList[]>[]> => {
  const found = await findRegistrations(zoom, search);
  const people = search.emails.map((email) => ({ email, listed: found.get(addressKey(email)) }));
  const missing = people.filter(({ listed }) => listed === undefined);
  if (missing.length > 0 && ![...found.values()].some(({ isNew }) => isNew)) return [];
  const adopt = async () => {
    if (missing.length === 0) return people.flatMap(({ listed }) => listed ?? []);
    throw new PartialError(`${missing.length} of ${people.length} people are not on the webinar's list, and Zoom gave no answer.`, {
      hint: "Look at the registrants in a minute, and register only those who are not there.",
      details: {
        items: people.map(({ email, listed }) => ({ email, outcome: listed === undefined ? "unknown" : "done", status: listed?.status ?? null })),
      },
      foreign: ["items"],
    });
  };
  return [{ id: "batch", label: `${found.size} of ${people.length} registered`, isPartial: missing.length > 0, adopt }];
};
