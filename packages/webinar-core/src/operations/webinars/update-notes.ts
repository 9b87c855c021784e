import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { countOf } from "../../operation/counts.ts";
import { ifReadable } from "../../operation/if-allowed.ts";
import { SERIES } from "../../operation/series.ts";
import { countRegistered, holdersOf, type Registered } from "./audience.ts";
import type { Change } from "./change.ts";

const AT_ONCE = 0;
const BY_HAND = 1;

/** Notes on what a change means beyond the fields that it sets. Reads the webinar before the change is sent; says nothing about what it cannot read. */
export const noteEffects = async (webinar_id: string, { body, current }: Change, zoom: ZoomClient): Promise<string[]> => {
  const { approval_type, registrants_restrict_number: limit = 0 } = body?.settings ?? {};
  const isRule = body?.recurrence !== undefined;
  if (!isRule && approval_type !== AT_ONCE && limit === 0) return [];
  const webinar = await ifReadable(current);
  if (webinar === null) return [];
  const notes = isRule && webinar.type !== SERIES ? ["It was no series before; with recurrence it is one."] : [];
  const opens = approval_type === AT_ONCE && webinar.settings?.approval_type === BY_HAND;
  if (!opens && limit === 0) return notes;
  const registered = await ifReadable(() => countRegistered(zoom, { ...webinar, id: webinar_id }));
  if (registered === null) return notes;
  const { approved, waiting } = registered;
  if (opens && waiting > 0)
    notes.push(`${countOf(waiting, "person", "people")} still ${waiting === 1 ? "waits" : "wait"} for approval: approve them by hand.`);
  if (limit > 0 && approved >= limit) notes.push(`${countOf(approved, "person is", "people are")} approved already: there is no place left.`);
  return notes;
};

/** Says who may have a link with another passcode: Zoom does not announce a new one. Null if the passcode stays, or nobody has such a link. */
export const staleLinks = async (
  webinar: { id: string; password?: string | undefined },
  password: string | undefined,
  { zoom, registered }: { zoom: ZoomClient; registered: Registered | null },
): Promise<string | null> => {
  if (!password || !webinar.password || webinar.password === password) return null;
  const path = { webinarId: webinar.id };
  const reply = await ifReadable(() => zoom.call("GET /webinars/{webinarId}/panelists", { path }));
  // Whoever waits for approval has no link yet.
  const holders = holdersOf({ approved: registered?.approved ?? 0, waiting: 0 }, reply?.panelists?.length ?? 0);
  return holders === null ? null : `Zoom does not announce the new passcode. Links with another one may be out: ${holders}.`;
};
