import { AmbiguousError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { findRegistrations } from "./find-registrations.ts";

/** The registration of one e-mail: a person on the list who was turned away proves neither success nor failure of a sign-up. */
export const findSignedUp = async (zoom: ZoomClient, { email, ...search }: { webinarId: string; email: string; sinceMs: number }) => {
  const found = [...(await findRegistrations(zoom, { ...search, emails: [email] })).values()];
  return found.map(({ registrant_id: id, status, join_url, create_time, isNew }) => {
    const label = `${status}, registered ${create_time ?? "at an unknown time"}`;
    const adopt = async () => {
      if (status !== "denied") return { registrant_id: id, status, join_url, isNew };
      throw new AmbiguousError(`${email} is on the webinar's list as denied; whether this registration arrived cannot be seen.`, {
        hint: "Approve them if they are to take part.",
        details: { candidates: [{ id, label }] },
        foreign: ["candidates"],
      });
    };
    return { id, label, adopt };
  });
};
