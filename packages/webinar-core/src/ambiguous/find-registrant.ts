import { AmbiguousError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import type { Candidate } from "./settle-write.ts";

type Listed = NonNullable<NonNullable<ReplyOf<"GET /webinars/{webinarId}/registrants">["registrants"]>[number]>;

/** A person who is on a webinar's list. */
interface OnList {
  registrant_id: string;
  status: "approved" | "pending" | "denied";
  join_url: string | undefined;
  /** True where the registration is as old as the attempt; an older one was there before. */
  isNew: boolean;
}

const SKEW_MS = 30_000;
/** Most are approved; those who wait come next. */
const STATUSES = ["approved", "pending", "denied"] as const;

/** The registration of an e-mail, in whatever status. At most one: Zoom keeps one registration an e-mail. */
const findRegistrant = async (
  zoom: ZoomClient,
  { webinarId, email, sinceMs }: { webinarId: string; email: string; sinceMs: number },
): Promise<Candidate<OnList>[]> => {
  const wanted = email.toLowerCase();
  for (const status of STATUSES) {
    const pages = zoom.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId }, query: { status, page_size: 300 } });
    for await (const page of pages) {
      const known = (page.registrants ?? []).find((registrant) => registrant.email?.toLowerCase() === wanted);
      if (known?.id !== undefined) return [toCandidate(known.id, status, known, zoom.zoomTime(sinceMs) - SKEW_MS)];
    }
  }
  return [];
};

const toCandidate = (id: string, status: OnList["status"], { create_time, join_url }: Listed, fromMs: number): Candidate<OnList> => ({
  id,
  label: `${status}, registered ${create_time ?? "at an unknown time"}`,
  adopt: async () => ({ registrant_id: id, status, join_url, isNew: create_time !== undefined && Date.parse(create_time) >= fromMs }),
});

/** The same for a sign-up: somebody who is on the list but turned away is no success of it, nor surely a failure. */
export const findSignedUp = async (zoom: ZoomClient, search: Parameters<typeof findRegistrant>[1]) =>
  (await findRegistrant(zoom, search)).map((candidate) => ({
    ...candidate,
    adopt: async () => {
      const { status, ...found } = await candidate.adopt();
      if (status !== "denied") return { ...found, status };
      throw new AmbiguousError(`${search.email} is on the webinar's list as denied; whether this registration arrived cannot be seen.`, {
        hint: "Approve them if they are to take part.",
        details: { candidates: [{ id: candidate.id, label: candidate.label }] },
      });
    },
  }));
