import { InputError } from "@zoom-webinar/foundation";
import type { EndpointInfo } from "../endpoint-info.ts";
import { type RequestBody, toBody } from "./body.ts";
import { fillPath } from "./path.ts";

/** The arguments of any endpoint, as the generic `call` sees them. */
export interface AnyArgs {
  path?: Readonly<Record<string, unknown>> | undefined;
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: Readonly<Record<string, unknown>> | undefined;
}

/** A request without its host and token, which the auth layer adds. */
export interface BuiltRequest {
  /** Path and query: "/webinars/123?page_size=30". */
  target: string;
  body: RequestBody | null;
}

const toQuery = (query: Readonly<Record<string, unknown>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    // Zoom's own "no more pages" is an empty token.
    if (value === undefined || value === null || (name === "next_page_token" && value === "")) continue;
    // Zoom takes an empty filter for no filter: an empty occurrence_id would delete the whole series.
    if (value === "") throw new InputError(`The filter ${name} is empty.`, [{ field: name, message: "give a value or leave it out" }]);
    search.append(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
};

/** Builds path, query and body of a request. Throws `InputError` for ids and filters that cannot be sent. */
export const buildRequest = async (info: EndpointInfo, args: AnyArgs): Promise<BuiltRequest> => ({
  target: `${fillPath(info.path, info.uuids, args.path ?? {})}${toQuery(args.query ?? {})}`,
  body: await toBody(info, args.body ?? {}),
});
