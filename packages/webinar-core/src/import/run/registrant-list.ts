import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";
import type { Listed } from "./task.ts";

const STATUSES = ["approved", "pending", "denied"] as const;

/** Everybody on a webinar's list who is wanted, by `addressKey` of the e-mail and by `id:` and id, whatever their status. */
export const readRegistrants = async (
  zoom: ZoomClient,
  webinarId: string,
  wanted: { has(key: string): boolean },
  occurrenceId?: string | undefined,
): Promise<Map<string, Listed>> => {
  const found = new Map<string, Listed>();
  for (const status of STATUSES) {
    const query = { status, page_size: 300, occurrence_id: occurrenceId };
    for await (const { registrants = [] } of zoom.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId }, query })) {
      for (const { id, email, create_time, join_url } of registrants) {
        const keys = [addressKey(email ?? ""), `id:${id ?? ""}`].filter((key) => wanted.has(key) && !found.has(key));
        if (keys.length === 0) continue;
        const createdMs = create_time === undefined ? Number.NaN : Date.parse(create_time);
        const listed: Listed = { id: id ?? null, status, createdMs: Number.isNaN(createdMs) ? null : createdMs, joinUrl: join_url ?? null };
        for (const key of keys) found.set(key, listed);
      }
    }
  }
  return found;
};
