import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import type { Handler } from "./http/call.ts";

/**
 * What the emulator emulates: one line for each endpoint. A resource is loaded with its first request, so that starting costs nothing; an endpoint of
 * the document that has no line here answers 501.
 */
const HANDLERS: Readonly<Partial<Record<EndpointId, () => Promise<Handler>>>> = {
  "GET /users": async () => (await import("./users/users.ts")).listUsers,
  "GET /users/{userId}": async () => (await import("./users/users.ts")).getUser,

  "GET /users/{userId}/webinars": async () => (await import("./webinars/read.ts")).listWebinars,
  "POST /users/{userId}/webinars": async () => (await import("./webinars/create.ts")).createWebinar,
  "GET /webinars/{webinarId}": async () => (await import("./webinars/read.ts")).getWebinar,
  "PATCH /webinars/{webinarId}": async () => (await import("./webinars/update.ts")).updateWebinar,
  "DELETE /webinars/{webinarId}": async () => (await import("./webinars/end.ts")).deleteWebinar,
  "PUT /webinars/{webinarId}/status": async () => (await import("./webinars/end.ts")).changeStatus,

  "GET /webinars/{webinarId}/registrants": async () => (await import("./registrants/read.ts")).listRegistrants,
  "POST /webinars/{webinarId}/registrants": async () => (await import("./registrants/add.ts")).addRegistrant,
  "PUT /webinars/{webinarId}/registrants/status": async () => (await import("./registrants/decide.ts")).decideRegistrants,
  "GET /webinars/{webinarId}/registrants/questions": async () => (await import("./registrants/questions.ts")).getQuestions,
  "PATCH /webinars/{webinarId}/registrants/questions": async () => (await import("./registrants/questions.ts")).updateQuestions,
  "POST /webinars/{webinarId}/batch_registrants": async () => (await import("./registrants/batch.ts")).addBatch,
  "GET /webinars/{webinarId}/registrants/{registrantId}": async () => (await import("./registrants/read.ts")).getRegistrant,
  "DELETE /webinars/{webinarId}/registrants/{registrantId}": async () => (await import("./registrants/read.ts")).deleteRegistrant,
};

/** The endpoints that are emulated. */
export const emulatedEndpoints = (): readonly EndpointId[] => Object.keys(HANDLERS) as EndpointId[];

/** The handler of an endpoint, null where the emulator has none. */
export const loadHandler = async (id: EndpointId): Promise<Handler | null> => (await HANDLERS[id]?.()) ?? null;
