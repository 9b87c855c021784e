import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";

/** The zone of a host's profile, asked when first needed; null if the app may not read users, or the profile has none. */
export const hostZone = (zoom: ZoomClient, userId: string) => async (): Promise<string | null> => {
  try {
    return (await zoom.call("GET /users/{userId}", { path: { userId } })).timezone || null;
  } catch (error) {
    if (isZoomWebinarError(error) && (error.code === "scope_missing" || error.code === "forbidden")) return null; // then the operator's zone, or an error that asks for one
    throw error;
  }
};
