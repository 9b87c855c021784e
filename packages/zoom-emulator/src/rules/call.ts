import type { Endpoint } from "../http/endpoint.ts";
import type { JsonObject } from "../http/json.ts";
import type { Form } from "../http/multipart.ts";
import type { Reply } from "../http/reply.ts";
import type { WebhookEvent } from "../state/event.ts";
import type { EmulatorState } from "../state/state.ts";
import type { Switches } from "./switches.ts";

/** A look at the state that may change it: on behalf of an API request, or of a control. */
export interface Change {
  /** May be changed in place, after the last refusal. */
  readonly state: EmulatorState;
  /** Now, by the emulator's clock. */
  readonly nowMs: number;
  readonly switches: Switches;
  /** What Zoom would tell webhooks; sent once the change is kept. */
  readonly events: WebhookEvent[];
}

/** One API request on its way through a handler: routed, authorised, parsed. */
export interface Call extends Change {
  readonly endpoint: Endpoint;
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** `{}` for endpoints without a JSON body. */
  readonly body: JsonObject;
  /** Empty for endpoints that take no upload. */
  readonly form: Form;
}

/**
 * Answers one endpoint. Synchronous, so that no other request can come between its look at the state and its change.
 * Throws `Refusal` before it changes anything.
 */
export type Handler = (call: Call) => Reply;
