import { ResponseError } from "@zoom-webinar/foundation";
import type { LayerRequest } from "../layers/layer.ts";

/** Zoom answered a write with success, and `failure` ("the answer broke off") kept us from reading what it said. `details.sent` is `done`. */
export const doneUnread = ({ id, progress: { status, trackingId } }: LayerRequest, failure: string, cause?: unknown): ResponseError =>
  new ResponseError(`Zoom answered ${id} with HTTP ${status}, so it was done, but ${failure}.`, {
    cause,
    trackingId,
    hint: "Do not repeat it: read the result to see it.",
    details: { sent: "done", status },
  });
