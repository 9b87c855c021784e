import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";

interface FaultScope {
  /** How many requests it hits. Default 1. */
  times?: number;
  /** Which requests: those to the API (default), or those for tokens. */
  on?: "api" | "oauth";
  /** Only requests to this endpoint. */
  endpoint?: EndpointId;
}

/** Something that goes wrong on the way. */
export type Fault =
  /** An answer that Zoom's own code did not write: empty unless `body` is given. `applied`: the request had its effect before. Default false. */
  | (FaultScope & { kind: "status"; status: number; body?: string; applied?: boolean })
  /** The connection breaks without an answer. `applied`: the request had its effect before. Default true. */
  | (FaultScope & { kind: "reset"; applied?: boolean })
  /** Zoom's own 429, whatever was asked before: for this second, or until 00:00 UTC. A storm of them is one with `times`. */
  | (FaultScope & { kind: "rate-limit"; limit?: "second" | "day" })
  /** The answer takes this long, by the emulator's clock. */
  | (FaultScope & { kind: "delay"; ms: number });

/** The faults that still have to happen, in the order they were planned. */
export interface FaultPlan {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that hits this request, null for none; it is counted. */
  take(on: "api" | "oauth", endpoint: EndpointId | null): Fault | null;
}

/** Plans faults for one emulator. They are of this process: another that shares the state is not hit. */
export const faultPlan = (): FaultPlan => {
  let planned: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      planned.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      planned = [];
    },
    take: (on, endpoint) => {
      const hit = planned.find(({ fault }) => (fault.on ?? "api") === on && (fault.endpoint === undefined || fault.endpoint === endpoint));
      if (hit === undefined) return null;
      hit.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      return hit.fault;
    },
  };
};
