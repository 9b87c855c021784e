import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { countOf } from "../../operation/counts.ts";
import { ifReadable } from "../../operation/if-allowed.ts";
import { countRegistered, holdersOf, type Registered } from "./audience.ts";
import type { Change } from "./change.ts";

const SERIES = 9;
const AT_ONCE = 0;
const BY_HAND = 1;

/** What a change means besides what was sent, for whoever makes it. Read before it is sent; what cannot be read is not said. */
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

/** Those who hold a link with the old passcode and are not told of a new one. Nobody is counted if the passcode stays. */
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
  return holders === null ? null : `Not told of the new passcode: ${holders} with the old one in their links.`;
};
