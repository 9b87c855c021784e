import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";

/** A request that the emulator answered. Headers are not kept: they hold tokens. */
export interface RequestRecord {
  method: string;
  /** As it came, without host. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** Null for OAuth and for paths that Zoom does not have. */
  endpoint: EndpointId | null;
  /** Parsed where it was JSON, else text; null without one. */
  body: unknown;
  status: number;
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

/** What is noted of a request. */
export interface Noted {
  method: string;
  url: URL;
  endpoint: EndpointId | null;
  bodyText: string;
  status: number;
}

/** Remembers the latest thousand requests of this process, for tests that ask what Zoom saw. */
export const requestLog = () => {
  const records: RequestRecord[] = [];
  return {
    note: ({ method, url, endpoint, bodyText, status }: Noted): void => {
      records.push({ method, path: url.pathname, query: Object.fromEntries(url.searchParams), endpoint, body: parse(bodyText), status });
      if (records.length > MOST) records.shift();
    },
    records: (): readonly RequestRecord[] => structuredClone(records),
  };
};
