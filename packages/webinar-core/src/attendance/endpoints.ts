import type { EndpointId } from "@zoom-webinar/zoom-client";

/** Where the numbers of attendance come from, the source that is asked first at the top. */
export const ATTENDANCE_ENDPOINTS = [
  "GET /report/webinars/{webinarId}/participants",
  "GET /past_webinars/{webinarId}/participants",
  "GET /report/webinars/{webinarId}",
  "GET /webinars/{webinarId}",
  "GET /webinars/{webinarId}/panelists",
  "GET /webinars/{webinarId}/registrants",
  "GET /past_webinars/{webinarId}/instances",
  "GET /report/webinars/{webinarId}/polls",
  "GET /past_webinars/{webinarId}/polls",
  "GET /report/webinars/{webinarId}/qa",
  "GET /past_webinars/{webinarId}/qa",
  "GET /report/webinars/{webinarId}/survey",
  "GET /metrics/webinars/{webinarId}",
  "GET /metrics/webinars/{webinarId}/participants",
] as const satisfies readonly EndpointId[];
