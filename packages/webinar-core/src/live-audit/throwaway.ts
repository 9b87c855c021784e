import { randomBytes } from "node:crypto";
import { type Clock, isZoomWebinarError, RejectedError, UnavailableError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";

/** The one webinar that an audit makes. */
export interface Throwaway {
  id: string;
  /** As Zoom answered its creation. */
  created: ReplyOf<"POST /users/{userId}/webinars">;
  /** A part of its topic and of the addresses that are signed up: nobody else's. */
  tag: string;
  /** By the monotonic clock. */
  createdAtMs: number;
}

/** What became of it. */
export interface Removal {
  id: string;
  removed: boolean;
  /** Why not, in our words. */
  reason: string | null;
}

const DAY_MS = 86_400_000;
const AHEAD_MS = 30 * DAY_MS;
/** More than what Zoom is thought to keep: what comes back is the account's cap. */
const MANY_DATES = 60;
const SAFE_DATES = 50;
/** For the removal: it must not hang a program that was told to stop. */
const REMOVAL_MS = 20_000;

/** Every mail that can be switched off is switched off; sign-ups wait for approval, so that nobody is confirmed by themselves. */
const SILENT = {
  approval_type: 1,
  registrants_email_notification: false,
  registrants_confirmation_email: false,
  panelists_invitation_email_notification: false,
  attendees_and_panelists_reminder_email_notification: { enable: false },
  follow_up_attendees_email_notification: { enable: false },
  follow_up_absentees_email_notification: { enable: false },
} as const;

const create = (zoom: ZoomClient, host: string, topic: string, startMs: number, dates: number) =>
  zoom.call("POST /users/{userId}/webinars", {
    path: { userId: host },
    body: {
      topic,
      type: 9,
      start_time: new Date(startMs).toISOString().replace(/\.\d+Z$/, "Z"),
      duration: 30,
      recurrence: { type: 1, repeat_interval: 1, end_times: dates },
      settings: SILENT,
    },
  });

/** The id of a webinar by its topic; null if the host's list does not have it. */
const findByTopic = async (zoom: ZoomClient, host: string, topic: string): Promise<string | null> => {
  for await (const { webinars } of zoom.pages("GET /users/{userId}/webinars", { path: { userId: host }, query: { page_size: 300 } })) {
    const found = webinars?.find((webinar) => webinar.topic === topic)?.id;
    if (found) return found;
  }
  return null;
};

/** Takes it away. Never throws: what went wrong before must not be hidden by this. */
const remove = async (zoom: ZoomClient, id: string): Promise<Removal> => {
  try {
    await zoom.call(
      "DELETE /webinars/{webinarId}",
      { path: { webinarId: id }, query: { cancel_webinar_reminder: false } },
      { deadlineMs: REMOVAL_MS },
    );
    return { id, removed: true, reason: null };
  } catch (error) {
    if (isZoomWebinarError(error) && error.code === "not_found") return { id, removed: true, reason: null };
    return { id, removed: false, reason: error instanceof Error ? error.message : String(error) };
  }
};

/** What to make it with. */
export interface ThrowawayOptions {
  /** Stops with the caller's signal; the removal must not, so it goes over `unstoppable`. */
  zoom: ZoomClient;
  unstoppable: ZoomClient;
  clock: Clock;
  host: string;
  /** Called with the id before anything else happens, so that it is known also if this process is killed. */
  onCreated(id: string): void;
}

/**
 * Makes one webinar on a day a month ahead, gives it to `work`, and removes it whatever happens. Rejects with what `work` or the creation threw;
 * `removal` is then reported anyway. A creation whose answer was lost is looked up by its topic, and removed if it is there.
 */
export const withThrowaway = async (
  { zoom, unstoppable, clock, host, onCreated }: ThrowawayOptions,
  work: (throwaway: Throwaway) => Promise<void>,
  onRemoved: (removal: Removal) => void,
): Promise<void> => {
  const tag = randomBytes(4).toString("hex");
  const topic = `zoom-webinar live audit ${tag}, safe to delete`;
  const startMs = Math.ceil((clock.now() + AHEAD_MS) / DAY_MS) * DAY_MS;
  let id: string | null = null;
  try {
    const created = await create(zoom, host, topic, startMs, MANY_DATES).catch((error: unknown) => {
      if (!(error instanceof RejectedError)) throw error;
      return create(zoom, host, topic, startMs, SAFE_DATES);
    });
    id = created.id ?? null;
    if (id === null) throw new UnavailableError("Zoom's answer to the creation names no webinar.", "maybe-sent");
    onCreated(id);
    await work({ id, created, tag, createdAtMs: clock.monotonic() });
  } finally {
    const left = id ?? (await findByTopic(unstoppable, host, topic).catch(() => null));
    if (left !== null) onRemoved(await remove(unstoppable, left));
  }
};
