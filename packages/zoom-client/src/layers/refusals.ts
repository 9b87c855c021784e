import type { HttpResponse } from "@zoom-webinar/auth";
import type { Clock } from "@zoom-webinar/foundation";
import { toRefusal } from "../errors/from-response.ts";
import { replyKeys } from "../schemas.ts";
import type { Next } from "./layer.ts";

/** Turns an answer that is a refusal into the error that says who has to act. */
export const refusals =
  (clock: Clock) =>
  (next: Next<HttpResponse>): Next<HttpResponse> =>
  async (request) => {
    const response = await next(request);
    const error = toRefusal(response, { id: request.id, info: request.info, nowMs: clock.now(), expectedKeys: () => replyKeys(request.id) });
    if (error === null) return response;
    throw error;
  };
