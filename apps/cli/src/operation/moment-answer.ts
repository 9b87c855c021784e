import { InputError } from "@zoom-webinar/foundation";
import type { Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, readStartTime, startWords } from "@zoom-webinar/webinar-core/doors";
import { zoneOfHost } from "./days.ts";

/** Whose moments are meant. */
export interface MomentSearch {
  readonly session: Session;
  /** The input as far as it is known: whose webinar it is. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * What is wrong with a moment that a person answers with, as the operation will read it; null if nothing is, and for an operation of which the host is not
 * known, whose zone only the operation finds.
 */
export const momentFault = async (text: string, operation: AnyOperation, { session, input }: MomentSearch): Promise<InputError | null> => {
  const zone = await zoneOfHost(operation, input, session);
  if (zone === null) return null;
  const timezone = typeof input.timezone === "string" ? input.timezone : undefined;
  try {
    await readStartTime(text, timezone, { hostZone: async () => zone, operatorZone: null, words: startWords(session) });
    return null;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
};
