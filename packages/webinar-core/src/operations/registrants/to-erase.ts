import { InputError, NotFoundError } from "@zoom-webinar/foundation";
import { inSlices, type SliceFailure } from "../../operation/in-slices.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { noteErasing, readErasing } from "../../people/erasing.ts";
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

/** Finds all of them, whatever their status; whom an earlier, broken-off call erased is left out. */
export const findAll = (input: Wanted, ctx: OperationContext): Promise<FoundRegistrant[]> =>
  findRegistrants(ctx.zoom, {
    webinar_id: input.webinar_id,
    occurrence_id: input.occurrence_id,
    wanted: wantedIn(input),
    from: ["approved", "pending", "denied"],
    gone: () => readErasing(ctx, input),
  });

/** Erases people one by one; returns those who were not erased, or of whom nobody knows. The same call again leaves out whoever is gone by then. */
export const eraseAll = async <Person extends { id: string; registrant: string }>(
  place: Pick<Wanted, "webinar_id" | "occurrence_id">,
  people: readonly Person[],
  ctx: OperationContext,
): Promise<Map<Person, SliceFailure>> => {
  const { webinar_id, occurrence_id } = place;
  const erase = async ([person]: Person[]): Promise<null> => {
    const registrantId = person?.id ?? "";
    const path = { webinarId: webinar_id, registrantId };
    try {
      await ctx.zoom.call("DELETE /webinars/{webinarId}/registrants/{registrantId}", { path, query: { occurrence_id } });
    } catch (error) {
      const isGone = people.length > 1 && error instanceof NotFoundError && (await readErasing(ctx, place))(registrantId);
      if (!isGone) throw error;
    }
    return null;
  };
  const failures = await inSlices(people, 1, erase, ctx);
  const sent = people.filter((person) => [undefined, "unknown"].includes(failures.get(person)?.outcome));
  const who = sent.map(({ id, registrant }) => ({ id, email: registrant }));
  if (failures.size > 0) await noteErasing(ctx, place, who);
  return failures;
};
