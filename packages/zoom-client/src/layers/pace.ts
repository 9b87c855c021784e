import type { HttpResponse } from "@zoom-webinar/auth";
import { RateLimitError } from "@zoom-webinar/foundation";
import type { Pacer } from "../pacing/pacer.ts";
import type { Next } from "./layer.ts";

/** The webinar that a create made; only that answer is looked into. */
const madeBy = (id: string, { text }: HttpResponse): string | null =>
  id === "POST /users/{userId}/webinars" ? (text.match(/"id"\s*:\s*"?(\d+)/)?.[1] ?? null) : null;

/** Waits for each attempt's turn, and tells the pacer how it went. Throws `RateLimitError` if the turn would come too late. */
export const paced =
  (pacer: Pacer, monotonic: () => number) =>
  (next: Next<HttpResponse>): Next<HttpResponse> =>
  async (request) => {
    const { id, info, target, signal, deadlineAtMs, progress, onWait } = request;
    const call = { id, label: info.rate, target };
    const startedMs = monotonic();
    try {
      await pacer.turn(call, { signal, deadlineAtMs, onWait: (waitMs) => onWait?.({ endpoint: id, reason: "pace", waitMs }) });
    } finally {
      progress.waitedMs += monotonic() - startedMs;
    }
    try {
      const response = await next(request);
      pacer.succeeded(call, madeBy(id, response));
      return response;
    } catch (error) {
      if (error instanceof RateLimitError) pacer.refused(call, error);
      throw error;
    }
  };
