import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { ifReadable } from "../../operation/if-allowed.ts";

/** The endpoint that shows whether a webinar runs. */
export const RUNNING = "GET /metrics/webinars/{webinarId}";

/** Whether a webinar runs now, by the dashboard: a webinar itself does not say it. Null if the app or the plan has no dashboard. */
export const readRunning = (zoom: ZoomClient, webinarId: string): Promise<boolean | null> =>
  ifReadable(async () => {
    try {
      await zoom.call(RUNNING, { path: { webinarId }, query: { type: "live" } });
      return true;
    } catch (error) {
      if (isZoomWebinarError(error) && error.code === "not_found") return false;
      throw error;
    }
  });
