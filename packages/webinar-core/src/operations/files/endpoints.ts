import type { EndpointId } from "@zoom-webinar/zoom-client";

/** What reading a webinar with all its parts calls. */
export const READS = [
  "GET /webinars/{webinarId}",
  "GET /webinars/{webinarId}/registrants/questions",
  "GET /webinars/{webinarId}/polls",
  "GET /webinars/{webinarId}/survey",
  "GET /webinars/{webinarId}/branding",
  "GET /webinars/{webinarId}/panelists",
  "GET /webinars/{webinarId}/livestream",
] as const satisfies readonly EndpointId[];

/** Further calls that find the webinar of a document. */
export const FINDS = ["GET /users/{userId}", "GET /users/{userId}/webinars"] as const satisfies readonly EndpointId[];

/** Calls that make a new webinar as it is to be; dates of a series are deleted as well. */
export const MAKES = [
  "POST /users/{userId}/webinars",
  "PATCH /webinars/{webinarId}",
  "DELETE /webinars/{webinarId}",
  "PATCH /webinars/{webinarId}/registrants/questions",
  "POST /webinars/{webinarId}/polls",
  "PATCH /webinars/{webinarId}/survey",
  "POST /webinars/{webinarId}/branding/name_tags",
  "PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}",
  "POST /webinars/{webinarId}/panelists",
  "PATCH /webinars/{webinarId}/livestream",
] as const satisfies readonly EndpointId[];

/** Further calls that change one. */
export const CHANGES = [
  "PUT /webinars/{webinarId}/polls/{pollId}",
  "DELETE /webinars/{webinarId}/polls/{pollId}",
  "DELETE /webinars/{webinarId}/survey",
  "DELETE /webinars/{webinarId}/branding/name_tags",
  "DELETE /webinars/{webinarId}/panelists/{panelistId}",
] as const satisfies readonly EndpointId[];
