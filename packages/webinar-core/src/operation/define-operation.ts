import type { EndpointId } from "@zoom-webinar/zoom-client";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import type * as z from "zod";
import type { Bounds, Operation, OperationBody, ScopeSets } from "./operation.ts";

/** An endpoint that changes nothing. */
export type ReadId = Extract<EndpointId, `GET ${string}`>;

/** An operation whose endpoints only read need not state that it can be done again and mails nobody. */
type Reads = { readonly endpoints: readonly ReadId[] } & Partial<Bounds>;

/** What an operation states: its scopes are those of its first endpoint unless it has others. */
type Definition<Input extends z.ZodType, Output extends z.ZodType> = OperationBody<Input, Output> & { readonly scopes?: ScopeSets } & (
    | Bounds
    | Reads
  );

const NO_SCOPES: ScopeSets = { classic: [], granular: [] };

/** Adds what follows from the endpoints, and types `run`, `describe` and `cli` by the two schemas. */
export const defineOperation = <Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
): Operation<Input, Output> => {
  const [first] = definition.endpoints;
  const { scopes = first === undefined ? NO_SCOPES : endpoints[first].scopes, effect = "read", idempotent = true, emails = "nobody" } = definition;
  // Added to the same object: an input that is built when first read stays unbuilt.
  return Object.assign(definition, { scopes, effect, idempotent, emails });
};
