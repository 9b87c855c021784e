import type { Figures } from "@zoom-webinar/mcp-server";
import { Counter, Histogram, Registry } from "prom-client";

/**
 * Figures of a server in the form that Prometheus reads. Labels are names of tools, rate labels and outcomes, all from lists of our own: never what a caller
 * sent, whose call it was, or an id.
 */
export interface Metrics extends Figures {
  readonly contentType: string;
  /** A request that was refused before it was a call. */
  onRefusal(reason: RefusalReason): void;
  text(): Promise<string>;
}

export type RefusalReason = "auth" | "scope" | "rate";

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `zoom_webinar_${name}`, help, labelNames, registers: [registry] });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name: `zoom_webinar_${name}`, help, labelNames, registers: [registry], buckets: SECONDS });
  const calls = counter("calls_total", "Tool calls by tool and outcome", ["tool", "outcome"]);
  const seconds = histogram("call_seconds", "Time of tool calls by tool", ["tool"]);
  const refusals = counter("refusals_total", "Requests refused before they were calls", ["reason"]);
  const zoomCalls = counter("zoom_calls_total", "Calls to Zoom by rate label and outcome", ["label", "outcome"]);
  const zoomRequests = counter("zoom_requests_total", "Requests sent to Zoom by rate label, repeats included", ["label"]);
  const zoomLimited = counter("zoom_rate_limited_total", "Requests that Zoom refused with 429 by rate label", ["label"]);
  const zoomSeconds = histogram("zoom_call_seconds", "Time of calls to Zoom by rate label, waits and repeats included", ["label"]);
  const zoomWaited = counter("zoom_waited_seconds_total", "Time that calls to Zoom waited on purpose by rate label", ["label"]);
  const tokens = counter("token_requests_total", "Requests for Zoom tokens by outcome", ["outcome"]);
  return {
    contentType: registry.contentType,
    onCall: ({ tool, outcome, ms }) => {
      calls.inc({ tool, outcome });
      seconds.observe({ tool }, ms / 1000);
    },
    onZoomCall: ({ label, error, attempts, rateLimited, durationMs, waitedMs }) => {
      zoomCalls.inc({ label, outcome: error ?? "done" });
      zoomRequests.inc({ label }, attempts);
      zoomLimited.inc({ label }, rateLimited);
      zoomSeconds.observe({ label }, durationMs / 1000);
      zoomWaited.inc({ label }, waitedMs / 1000);
    },
    onTokenRequest: (status) => tokens.inc({ outcome: status === null ? "failed" : status === 200 ? "done" : "refused" }),
    onRefusal: (reason) => refusals.inc({ reason }),
    text: () => registry.metrics(),
  };
};

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
