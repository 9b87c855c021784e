import { InputError } from "@zoom-webinar/foundation";
import { type EndpointId, ROW_KEYS, type RowKey } from "@zoom-webinar/zoom-client";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { endpointOperation } from "../operation/endpoint-operation.ts";
import { didYouMean } from "../operation/input-faults.ts";
import { type OptionReaders, optionThat, readOptions } from "../operation/known-options.ts";
import type { AnyOperation } from "../operation/operation.ts";
import { shownValue } from "../operation/shown-value.ts";

/** Arguments of a call as Zoom's document places them: `{ path: { webinarId }, query: { page_size }, body: { topic } }`. */
export interface ApiArgs {
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
}

const PLACES = ["path", "query", "body"] as const;

const isEndpoint = (text: string): text is EndpointId => Object.hasOwn(endpoints, text);

/**
 * One documented endpoint of Zoom's as an operation, so that pacing, retry, safety, audit and redaction hold as for every other. What is not a GET counts
 * as a write that Zoom may mail about. Throws `InputError` for an endpoint that our document does not have, with the nearest.
 */
export const apiOperation = (endpoint: string): AnyOperation & { readonly endpoint: EndpointId } => {
  if (typeof endpoint !== "string" || !isEndpoint(endpoint)) {
    const near = typeof endpoint === "string" ? didYouMean(endpoint, Object.keys(endpoints)) : null;
    throw InputError.at(
      "endpoint",
      `our document of Zoom's API has no ${shownValue(endpoint)}`,
      near === null
        ? 'Such as "GET /webinars/{webinarId}"; only documented endpoints are called, so that secrets can be withheld.'
        : `Did you mean "${near}"?`,
    );
  }
  const reads = endpoint.startsWith("GET ");
  const rowKey: RowKey | undefined = Object.hasOwn(ROW_KEYS, endpoint) ? ROW_KEYS[endpoint as keyof typeof ROW_KEYS] : undefined;
  const operation = endpointOperation(endpoint, {
    id: "api.call",
    tool: "call_api",
    summary: `Call ${endpoint}.`,
    emails: reads ? "nobody" : "registrants and panelists",
    describe: () => endpoint,
  });
  return Object.defineProperties(
    { ...(rowKey === undefined ? {} : { rowKey }), endpoint },
    Object.getOwnPropertyDescriptors(operation),
  ) as AnyOperation & {
    readonly endpoint: EndpointId;
  };
};

const fieldsByName = optionThat(
  "an object with fields by their names",
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
const READERS: OptionReaders<ApiArgs> = { path: fieldsByName, query: fieldsByName, body: fieldsByName };

/** The operation's flat input; without arguments it has no field. Throws `InputError` for a name that the endpoint does not take in that place. */
export const apiInput = (endpoint: EndpointId, args: ApiArgs = {}): Record<string, unknown> => {
  const given = readOptions(READERS, args, "args");
  const input: Record<string, unknown> = {};
  for (const place of PLACES) {
    const fields = Object.entries(endpoints[endpoint].input).filter(([, [where]]) => where === place);
    for (const [name, value] of Object.entries(given[place] ?? {})) {
      const [field] = fields.find(([, [, own]]) => own === name) ?? [];
      if (field !== undefined) input[field] = value;
      else {
        const near = didYouMean(
          name,
          fields.map(([, [, own]]) => own),
        );
        throw InputError.at(`${place}.${name}`, `${endpoint} takes no such field`, near === null ? undefined : `Did you mean ${near}?`);
      }
    }
  }
  return input;
};
