import type { EmulatorState } from "../state/state.ts";
import type { Switches } from "../switches.ts";
import type { Endpoint } from "./endpoint.ts";
import type { JsonObject } from "./json.ts";
import type { Reply } from "./reply.ts";

/** One API request on its way through a handler: routed, authorised, parsed. */
export interface Call {
  readonly endpoint: Endpoint;
  /** The handler may change it in place, after its last refusal. */
  readonly state: EmulatorState;
  /** Now, by the emulator's clock. */
  readonly nowMs: number;
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** `{}` for endpoints without a JSON body. */
  readonly body: JsonObject;
  readonly switches: Switches;
}

/**
 * Answers one endpoint. Synchronous, so that no other request can come between its look at the state and its change.
 * Throws `Refusal` before it changes anything.
 */
export type Handler = (call: Call) => Reply;
