import { Counter, Histogram, Registry } from "prom-client";

/** Figures of a server in the form that Prometheus reads: names of tools and outcomes, never arguments or people. */
export interface Metrics {
  readonly contentType: string;
  onCall(call: { tool: string; outcome: string; ms: number }): void;
  /** A request that was refused before it was a call: "auth", "rate". */
  onRefusal(reason: string): void;
  text(): Promise<string>;
}

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const calls = new Counter({ name: "zoom_webinar_calls_total", help: "Tool calls by tool and outcome", labelNames: ["tool", "outcome"], registers });
  const seconds = new Histogram({
    name: "zoom_webinar_call_seconds",
    help: "Time of tool calls by tool",
    labelNames: ["tool"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const refusals = new Counter({
    name: "zoom_webinar_refusals_total",
    help: "Requests refused before they were calls",
    labelNames: ["reason"],
    registers,
  });
  return {
    contentType: registry.contentType,
    onCall: ({ tool, outcome, ms }) => {
      calls.inc({ tool, outcome });
      seconds.observe({ tool }, ms / 1000);
    },
    onRefusal: (reason) => refusals.inc({ reason }),
    text: () => registry.metrics(),
  };
};
