import { type EndpointId, endpoints } from "@zoom-webinar/zoom-client/endpoints";

/** Zoom's rate labels. */
export type RateLabel = "LIGHT" | "MEDIUM" | "HEAVY" | "RESOURCE_INTENSIVE";

/** What the emulator needs to know of an endpoint; all of it comes from the OpenAPI document. */
export interface Endpoint {
  readonly method: string;
  /** With placeholders: "/webinars/{webinarId}". */
  readonly path: string;
  readonly body: "none" | "json" | "multipart";
  readonly rate: RateLabel;
  readonly scopes: { readonly classic: readonly string[]; readonly granular: readonly string[] };
  /** Path parameters that take a UUID as well as an id. */
  readonly uuids: readonly string[];
}

/** Every endpoint of the document, keyed "METHOD /path". */
export const ENDPOINTS: Readonly<Record<EndpointId, Endpoint>> = endpoints;
