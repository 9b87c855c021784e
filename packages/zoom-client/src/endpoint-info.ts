/** Where a flat input field goes in the request, and what it is called there; `integer` marks an id, a string to us, that Zoom wants as a JSON number. */
export type InputPlace = readonly ["path" | "query" | "body", string] | readonly ["body", string, "integer"];

/** Zoom's rate labels. */
export type RateLabel = "LIGHT" | "MEDIUM" | "HEAVY" | "RESOURCE_INTENSIVE";

/** What the generated table knows of an endpoint. Everything comes from our OpenAPI document. */
export interface EndpointInfo {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With placeholders: "/webinars/{webinarId}". */
  readonly path: string;
  readonly operationId: string;
  /** Success statuses. */
  readonly success: readonly number[];
  readonly body: "none" | "json" | "multipart";
  /** True if a success may come without a body. */
  readonly empty: boolean;
  readonly rate: RateLabel;
  readonly scopes: { readonly classic: readonly string[]; readonly granular: readonly string[] };
  /** `token`: paged by next_page_token. `items`: the property of the reply that holds the rows, null if it is not a list. */
  readonly page: "token" | "none";
  readonly items: string | null;
  /** Path parameters that take a UUID as well as an id. */
  readonly uuids: readonly string[];
  /** Every field of the flat, snake_case input. */
  readonly input: Readonly<Record<string, InputPlace>>;
  /** Documented refusals: status, code. */
  readonly errors: readonly (readonly [status: number, code: number])[];
}
