import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";
import { keyOfRegistrant } from "../../people/person-key.ts";
import { readRegistrants, STATUSES } from "../../people/read-registrants.ts";
import type { Listed } from "./task.ts";

/** Everybody on a webinar's list who is wanted, by `addressKey` of the e-mail and by `id:` and id, whatever their status. */
export const lookForPeople = async (
  zoom: ZoomClient,
  webinarId: string,
  wanted: { has(key: string): boolean },
  occurrence_id?: string | undefined,
): Promise<Map<string, Listed>> => {
  const found = new Map<string, Listed>();
  for await (const { status, registrants } of readRegistrants(zoom, webinarId, { statuses: STATUSES, occurrence_id })) {
    for (const { id, email, create_time, join_url } of registrants) {
      const keys = [addressKey(email ?? ""), keyOfRegistrant(id ?? "")].filter((key) => wanted.has(key) && !found.has(key));
      if (keys.length === 0) continue;
      const createdMs = create_time === undefined ? Number.NaN : Date.parse(create_time);
      const listed: Listed = { id: id ?? null, status, createdMs: Number.isNaN(createdMs) ? null : createdMs, joinUrl: join_url ?? null };
      for (const key of keys) found.set(key, listed);
    }
  }
  return found;
};
