import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { matchEndpoint } from "./routes.ts";

/** A request that reached the emulator. Headers are not kept: they hold tokens. */
export interface RequestRecord {
  method: string;
  /** As it came, without host. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** Null for OAuth and for paths that Zoom does not have. */
  endpoint: EndpointId | null;
  /** Parsed if it was JSON, else text; null without one, and for OAuth. */
  body: unknown;
  /** Null while there is no answer yet, and for good if the connection broke. */
  status: number | null;
  /** The planned fault that hit it, null for none. */
  fault: "status" | "reset" | "rate-limit" | "delay" | null;
}

const MOST = 1000;

const parse = (text: string): unknown => {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** One request on its way to its answer: what becomes known of it is noted here. */
export interface RequestNote {
  body(text: string): void;
  fault(kind: NonNullable<RequestRecord["fault"]>): void;
  answer(status: number): void;
}

const UNNOTED: RequestNote = { body: () => {}, fault: () => {}, answer: () => {} };

/** Remembers the latest thousand requests of this process in the order in which they came, for tests that ask what Zoom saw. The emulator's own endpoints are no part of Zoom, so they are left out. */
export const requestLog = () => {
  const records: RequestRecord[] = [];
  return {
    open: (method: string, { pathname, searchParams }: URL): RequestNote => {
      if (pathname.startsWith("/emulator/")) return UNNOTED;
      const endpoint = pathname.startsWith("/v2/") ? (matchEndpoint(method, pathname.slice("/v2".length))?.id ?? null) : null;
      const record: RequestRecord = {
        method,
        path: pathname,
        query: Object.fromEntries(searchParams),
        endpoint,
        body: null,
        status: null,
        fault: null,
      };
      records.push(record);
      if (records.length > MOST) records.shift();
      return {
        body: (text) => {
          if (!pathname.startsWith("/oauth/")) record.body = parse(text);
        },
        fault: (kind) => {
          record.fault = kind;
        },
        answer: (status) => {
          record.status = status;
        },
      };
    },
    clear: (): void => {
      records.length = 0;
    },
    records: (): readonly RequestRecord[] => structuredClone(records),
  };
};
