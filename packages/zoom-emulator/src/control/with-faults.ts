import { type Clock, UnavailableError } from "@zoom-webinar/foundation";
import { describeBody, type HttpRequest, type HttpResponse, readBody } from "../http/messages.ts";
import type { RequestNote } from "../http/request-log.ts";
import { toResponse } from "../http/respond.ts";
import { matchEndpoint } from "../http/routes.ts";
import { categoryHeader, type Plan, rateRefusal } from "../rules/rate-limits.ts";
import type { Switches } from "../rules/switches.ts";
import type { Fault, FaultPlan } from "./faults.ts";

/** Answers one request. */
type Answer = (request: HttpRequest, url: URL, note: RequestNote) => Promise<HttpResponse>;

/** What planned faults need to know. */
export interface FaultParts {
  faults: FaultPlan;
  settled: { clock: Clock; plan: Plan; switches: Switches };
  /** The emulator's time, in milliseconds. */
  now(): Promise<number>;
}

const endpointOf = (method: string, { pathname }: URL) => matchEndpoint(method, pathname.slice("/v2".length));

/** The same answers, with the faults that were planned. A broken connection throws `UnavailableError`. */
export const withFaults = (answer: Answer, { faults, settled: { clock, plan, switches }, now }: FaultParts): Answer => {
  const faultFor = ({ method }: HttpRequest, url: URL): Fault | null => {
    if (url.pathname.startsWith("/oauth/")) return faults.take("oauth", null);
    return url.pathname.startsWith("/v2/") ? faults.take("api", endpointOf(method, url)?.id ?? null) : null;
  };

  /** Takes in a request that has no effect: what it brought is noted anyway. */
  const lose = async (request: HttpRequest, note: RequestNote) => note.body(describeBody(request, await readBody(request.body)));

  return async (request, url, note) => {
    const fault = faultFor(request, url);
    if (fault === null) return answer(request, url, note);
    note.fault(fault.kind);
    if (fault.kind === "delay") {
      await clock.sleep(fault.ms, request.signal);
      return answer(request, url, note);
    }
    const isApplied = fault.kind !== "rate-limit" && (fault.applied ?? fault.kind === "reset");
    if (isApplied) await answer(request, url, note);
    else await lose(request, note);
    if (fault.kind === "rate-limit") {
      // Zoom's own 429 for what was asked
      const label = endpointOf(request.method, url)?.endpoint.rate ?? "LIGHT";
      return toResponse(rateRefusal(plan, label, await now(), fault.limit ?? "second", switches.rateHeaders).toReply(), categoryHeader(label));
    }
    if (fault.kind === "reset") throw new UnavailableError("The emulator broke the connection, as planned.", "maybe-sent");
    return { status: fault.status, headers: {}, text: fault.body ?? "" };
  };
};
