import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { ArgsOf, ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import type { Candidate } from "../../settle/settled-write.ts";

type Created = ReplyOf<"POST /users/{userId}/webinars">;
type Body = NonNullable<ArgsOf<"POST /users/{userId}/webinars">["body"]>;
type Listed = NonNullable<NonNullable<ReplyOf<"GET /users/{userId}/webinars">["webinars"]>[number]>;

/** Zoom writes whole seconds, and its clock may differ from ours. */
const SKEW_MS = 30_000;
const FIXED = 5;
/** Most pages that are read of one host's webinars. */
const MOST_PAGES = 100;

const sameStart = (listed: Listed, startMs: number): boolean => listed.start_time !== undefined && Date.parse(listed.start_time) === startMs;

/** Webinars of a host that a create with this body may have made since then. If it recurs, the list shows its next date, or none. */
export const findWebinars = async (
  zoom: ZoomClient,
  { userId, body, startMs, sinceMs }: { userId: string; body: Body; startMs: number | null; sinceMs: number },
): Promise<Candidate<Created>[]> => {
  const found: Listed[] = [];
  const pages = zoom.pages(
    "GET /users/{userId}/webinars",
    { path: { userId }, query: { type: "scheduled", page_size: 300 } },
    { maxPages: MOST_PAGES },
  );
  for await (const page of pages) {
    const fromMs = zoom.zoomTime(sinceMs) - SKEW_MS;
    for (const webinar of page.webinars ?? []) {
      const isMatch =
        webinar.topic === body.topic &&
        (body.duration === undefined || webinar.duration === body.duration) &&
        webinar.type === body.type &&
        (body.type !== FIXED || startMs === null || sameStart(webinar, startMs)) &&
        webinar.created_at !== undefined &&
        Date.parse(webinar.created_at) >= fromMs;
      if (isMatch) found.push(webinar);
    }
  }
  return found.flatMap(({ id, topic, start_time, created_at }) =>
    id === undefined ? [] : [{ id, label: `${topic}, ${start_time}, created ${created_at}`, adopt: () => readWebinar(zoom, id, found) }],
  );
};

/** The whole webinar, or what the list says of it if the app may not read more. */
const readWebinar = async (zoom: ZoomClient, webinarId: string, listed: readonly Listed[]): Promise<Created> => {
  try {
    return await zoom.call("GET /webinars/{webinarId}", { path: { webinarId } });
  } catch (error) {
    const known = listed.find(({ id }) => id === webinarId);
    if (known === undefined || (isZoomWebinarError(error) && error.code === "not_found")) throw error;
    const { uuid, host_id, topic, type, start_time, duration, timezone, agenda, created_at, join_url } = known;
    return { id: webinarId, uuid, host_id, topic, type, start_time, duration, timezone, agenda, created_at, join_url };
  }
};
