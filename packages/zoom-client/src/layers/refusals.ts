import type { HttpResponse } from "@zoom-webinar/auth";
import { type Clock, NotFoundError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { toRefusal } from "../errors/from-response.ts";
import { loadSchemas } from "../load-schemas.ts";
import { repeatOf } from "../repeat.ts";
import type { LayerRequest, Next } from "./layer.ts";

/** An unknown route says nothing about the thing. */
const UNKNOWN_ROUTE = 2300;

/** What was to be removed or ended is not there, and an earlier attempt of ours may have done it: then it is as it was meant to be. */
const isDoneAlready = ({ id, target, progress }: LayerRequest, error: ZoomWebinarError): boolean =>
  progress.inDoubt &&
  repeatOf(id, target) === "gone" &&
  ((error instanceof NotFoundError && error.details.zoom_code !== UNKNOWN_ROUTE) || /not (?:been )?started|not running/i.test(error.message));

/**
 * Turns an answer that is a refusal into the error that says who has to act. A deletion that is repeated after an attempt with an unknown result, and
 * then finds nothing to delete, has succeeded.
 */
export const refusals =
  (clock: Clock) =>
  (next: Next<HttpResponse>): Next<HttpResponse> =>
  async (request) => {
    const response = await next(request);
    const { replyKeys } = await loadSchemas();
    const { id, info, target } = request;
    const error = toRefusal(response, { id, info, target, nowMs: clock.now(), expectedKeys: () => replyKeys(id) });
    if (error === null) return response;
    if (isDoneAlready(request, error)) return { ...response, status: 204, text: "" };
    throw error;
  };
