import { InputError } from "@zoom-webinar/foundation";
import type { EndpointInfo } from "../endpoint-info.ts";
import { type EndpointId, endpoints } from "../generated/endpoints.ts";
import type { ArgsOf, InputOf } from "../types.ts";

/**
 * Takes the flat snake_case input of an endpoint apart into path, query and body. Undefined fields are left out.
 * Throws `InputError` for a field that the endpoint does not have.
 */
export const splitInput = <Id extends EndpointId>(id: Id, input: InputOf<Id>): ArgsOf<Id> => {
  const places: EndpointInfo["input"] = endpoints[id].input;
  const parts: Record<string, Record<string, unknown>> = {};
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const place = Object.hasOwn(places, key) ? places[key] : undefined;
    if (place === undefined) throw new InputError(`${id} has no field "${key}".`, [{ field: key, message: "unknown field" }]);
    const [part, name] = place;
    parts[part] ??= {};
    parts[part][name] = value;
  }
  // The table that drives this loop and ArgsOf come from the same document; a loop over keys cannot show it to the compiler.
  return parts as ArgsOf<Id>;
};
