import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { ENDPOINTS, type Endpoint } from "./endpoint.ts";

/** The endpoint that a path means, with its parameters decoded. */
export interface Match {
  id: EndpointId;
  endpoint: Endpoint;
  path: Readonly<Record<string, string>>;
}

interface Route {
  id: EndpointId;
  endpoint: Endpoint;
  segments: readonly string[];
}

const PLACEHOLDER = /^\{(\w+)\}$/;
const literalsOf = (segments: readonly string[]) => segments.filter((segment) => !PLACEHOLDER.test(segment)).length;

let table: readonly Route[] | undefined;

/** Routes, most literal first: "/registrants/questions" is no registrant called "questions". */
const routes = (): readonly Route[] => {
  table ??= (Object.entries(ENDPOINTS) as [EndpointId, Endpoint][])
    .map(([id, endpoint]) => ({ id, endpoint, segments: endpoint.path.split("/") }))
    .sort((a, b) => literalsOf(b.segments) - literalsOf(a.segments));
  return table;
};

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/**
 * A path parameter as Zoom reads it, null if Zoom loses its way. A UUID that starts with "/" or holds "//" has to be encoded twice: encoded once, its
 * slashes become path separators before the route is looked up. Source: Zoom API, "double encode".
 */
const parameterOf = (segment: string, isUuid: boolean): string | null => {
  const once = decode(segment);
  if (once === null || !isUuid) return once;
  if (once.startsWith("/") || once.includes("//")) return null;
  return once.includes("%") ? decode(once) : once;
};

const parametersOf = ({ endpoint, segments }: Route, given: readonly string[]): Record<string, string> | null => {
  const found: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const text = given[index] ?? "";
    const name = PLACEHOLDER.exec(segment)?.[1];
    if (name === undefined) {
      if (segment !== text) return null;
      continue;
    }
    const value = parameterOf(text, endpoint.uuids.includes(name));
    if (value === null || value === "") return null;
    found[name] = value;
  }
  return found;
};

/** The endpoint for a method and a raw path below /v2 ("/webinars/123"), null if Zoom has none. `method` "*" asks whether any verb fits. */
export const matchEndpoint = (method: string, rawPath: string): Match | null => {
  const given = rawPath.split("/");
  for (const route of routes()) {
    if ((method !== "*" && route.endpoint.method !== method) || route.segments.length !== given.length) continue;
    const path = parametersOf(route, given);
    if (path !== null) return { id: route.id, endpoint: route.endpoint, path };
  }
  return null;
};
