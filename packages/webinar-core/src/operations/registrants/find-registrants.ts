import { NotFoundError } from "@zoom-webinar/foundation";
import { addressKey, type ZoomClient } from "@zoom-webinar/zoom-client";
import type { RegistrantStatus } from "../../operation/params.ts";
import { readRegistrants } from "../../people/read-registrants.ts";

/** A registrant whom the caller named. */
export interface FoundRegistrant {
  /** As the caller named it. */
  registrant: string;
  id: string;
  email: string;
  name: string | null;
  status: RegistrantStatus;
}

/** Ids are case-sensitive, addresses are not. */
const keyOf = (registrant: string): string => (registrant.includes("@") ? addressKey(registrant) : registrant);

interface Search {
  webinar_id: string;
  occurrence_id?: string | undefined;
  /** E-mail addresses (any case) or registrant ids. */
  wanted: readonly string[];
  /** Statuses to look through, in this order. */
  from: readonly RegistrantStatus[];
  /** Tells of those who are in none of them, by id or address, whether they are expected to be gone: then they are left out, if anybody is found. */
  gone?: () => Promise<(registrant: string) => boolean>;
}

/**
 * Finds registrants by e-mail or id, page by page, status by status, stopping when all are found. In the order named, each once.
 * Throws `NotFoundError` that names those who are in none of the statuses.
 */
export const findRegistrants = async (zoom: ZoomClient, { webinar_id, occurrence_id, wanted, from, gone }: Search): Promise<FoundRegistrant[]> => {
  const keys = new Map(wanted.map((registrant) => [keyOf(registrant), registrant]));
  const found = new Map<string, FoundRegistrant>();
  for await (const { status, registrants } of readRegistrants(zoom, webinar_id, { statuses: from, occurrence_id })) {
    for (const { id, email, first_name, last_name } of registrants) {
      const key = [addressKey(email ?? ""), id].find((one) => one && keys.has(one));
      if (!key || !id || !email || found.has(key)) continue;
      found.set(key, { registrant: keys.get(key) ?? key, id, email, name: [first_name, last_name].filter(Boolean).join(" ") || null, status });
    }
    if (found.size === keys.size) break;
  }
  const absent = [...keys].filter(([key]) => !found.has(key)).map(([, registrant]) => registrant);
  const isGone = absent.length > 0 && found.size > 0 ? await gone?.() : undefined;
  const missing = absent.filter((registrant) => isGone?.(registrant) !== true);
  if (missing.length > 0) {
    throw new NotFoundError(`Not registered for webinar ${webinar_id}: ${missing.join(", ")}.`, {
      hint: `List them with status ${from.join(", ")}; nothing was changed.`,
      details: { field: "registrants", missing },
    });
  }
  return [...keys.keys()].map((key) => found.get(key)).filter((entry) => entry !== undefined);
};
