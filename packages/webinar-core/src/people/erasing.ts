import { addressKey } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../operation/operation.ts";
import { hashOf, keyOfRegistrant } from "./person-key.ts";
import { noteRemoved, readRemoved } from "./removed.ts";

interface Place {
  readonly webinar_id: string;
  readonly occurrence_id?: string | undefined;
}

/** A webinar, or one date of it. */
const placeOf = ({ webinar_id, occurrence_id = "" }: Place): string => `${webinar_id}${occurrence_id}`;

/** Notes for whom an erasure was sent: if the same call comes again, they are expected to be gone. */
export const noteErasing = (ctx: OperationContext, place: Place, people: readonly { id: string; email: string }[]): Promise<void> =>
  noteRemoved(ctx, "erasing", placeOf(place), people);

/** Tells whether an erasure of somebody, by id or address, was sent of late. */
export const readErasing = async (ctx: OperationContext, place: Place): Promise<(registrant: string) => boolean> => {
  const last = await readRemoved(ctx, "erasing", placeOf(place));
  return (registrant) => last(hashOf(registrant.includes("@") ? addressKey(registrant) : keyOfRegistrant(registrant))) !== null;
};
