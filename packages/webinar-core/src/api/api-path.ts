import { InputError } from "@zoom-webinar/foundation";
import type { EndpointId } from "@zoom-webinar/zoom-client";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { didYouMean } from "../operation/input-faults.ts";

/** A documented endpoint with what a path says for it. */
export interface ApiPath {
  readonly endpoint: EndpointId;
  /** The values of the path's placeholders: `{ webinarId: "95312345678" }`. */
  readonly path: Readonly<Record<string, string>>;
  /** Its query. */
  readonly query: Readonly<Record<string, string>>;
}

const IDS = Object.keys(endpoints) as EndpointId[];
const HINT = 'Such as "GET /webinars/95312345678"; only documented endpoints are called, so that secrets can be withheld.';

const isPlace = (segment: string): boolean => /^\{\w+\}$/.test(segment);
const segmentsOf = (path: string): string[] => path.split("/").filter((segment) => segment !== "");

/** A template's segments, a place filled with what is typed there. */
const filled = (id: EndpointId, typed: readonly string[]): string => {
  const [method = "", template = ""] = id.split(" ");
  return `${method} /${segmentsOf(template)
    .map((segment, at) => (isPlace(segment) ? (typed[at] ?? segment) : segment))
    .join("/")}`;
};

/**
 * The endpoint that a method and a path mean, with or without Zoom's `/v2` before it: "GET", "/webinars/95312345678?page_size=30". Throws `InputError` for
 * a path that our document of Zoom's API does not have, with the nearest, and for a place that is not filled.
 */
export const readApiPath = (method: string, typed: string): ApiPath => {
  const [before = "", search = ""] = typed.split(/\?(.*)/s);
  const segments = segmentsOf(before.replace(/^\/?v2(?=\/)/, ""));
  const asked = `${method.toUpperCase()} /${segments.join("/")}`;
  const open = segments.find(isPlace);
  if (open !== undefined) throw InputError.at("path", `${open} is not filled`, `Put the value in the place of ${open}: ${HINT}`);
  // If two fit, the one with fewer placeholders: /users/me is not a user called "me" if it is documented by itself.
  const [endpoint] = IDS.filter((id) => filled(id, segments) === asked).sort((a, b) => a.split("{").length - b.split("{").length);
  if (endpoint === undefined) {
    const near = didYouMean(
      asked,
      IDS.map((id) => filled(id, segments)),
    );
    throw InputError.at("path", `our document of Zoom's API has no "${asked}"`, near === null ? HINT : `Did you mean "${near}"?`);
  }
  const template = segmentsOf(endpoint.slice(endpoint.indexOf(" ") + 1));
  const path = Object.fromEntries(template.flatMap((segment, at) => (isPlace(segment) ? [[segment.slice(1, -1), decoded(segments[at] ?? "")]] : [])));
  return { endpoint, path, query: Object.fromEntries(new URLSearchParams(search)) };
};

/** A UUID with a slash is typed encoded. Text that is not encoded is taken as it is. */
const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
