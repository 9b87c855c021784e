import { InputError } from "@zoom-webinar/foundation";
import type { OperationContext } from "../../operation/operation.ts";
import { type FoundRegistrant, findRegistrants } from "./find-registrants.ts";

/** Whom a call names, by one field or the other. */
interface Wanted {
  webinar_id: string;
  registrant_id?: string | undefined;
  registrant_ids?: string[] | undefined;
  occurrence_id?: string | undefined;
}

/** Throws `InputError` unless exactly one of the two fields is given. */
export const wantedIn = ({ registrant_id, registrant_ids }: Wanted): string[] => {
  if ((registrant_id === undefined) === (registrant_ids === undefined)) {
    const message = "give either registrant_id or registrant_ids";
    throw InputError.at("registrant_id", message, "One ID, or a list of them.");
  }
  return [...new Set([...(registrant_ids ?? []), ...(registrant_id === undefined ? [] : [registrant_id])])];
};

/** Finds all of them, whatever their status. */
export const findAll = (input: Wanted, { zoom }: OperationContext): Promise<FoundRegistrant[]> =>
  findRegistrants(zoom, {
    webinar_id: input.webinar_id,
    occurrence_id: input.occurrence_id,
    wanted: wantedIn(input),
    from: ["approved", "pending", "denied"],
  });
