import type { HttpRequest, HttpResponse, Send } from "@zoom-webinar/auth";
import { UnavailableError } from "@zoom-webinar/foundation";

/** How a request is lost: done and the answer dropped, or dropped before it arrived. */
export type Loss = "applied" | "not applied";

/** A `Send` that loses some requests; `loss` says which (null: not this one). Whoever sent it sees a cut connection either way. */
export const lossy =
  (send: Send, loss: (request: HttpRequest) => Loss | null): Send =>
  async (request): Promise<HttpResponse> => {
    const lost = loss(request);
    if (lost === null) return send(request);
    if (lost === "applied") await send(request);
    throw new UnavailableError("The connection was cut.", "maybe-sent");
  };

/** The same numbers from 0 up to 1 at every run (mulberry32). */
export const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
