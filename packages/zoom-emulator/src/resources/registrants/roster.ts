import type { RegistrantRecord, WebinarRecord } from "../../state/state.ts";

interface Index {
  byId: Map<string, RegistrantRecord>;
  byEmail: Map<string, RegistrantRecord>;
}

/**
 * Indexes, so that finding one of 100,000 people does not read the whole list. An index is not part of the state: the first look-up builds it, and
 * builds it again if something else changed the list (another world, another process).
 */
const indexes = new WeakMap<readonly RegistrantRecord[], Index>();

const note = ({ byId, byEmail }: Index, registrant: RegistrantRecord): void => {
  byId.set(registrant.id, registrant);
  byEmail.set(registrant.email.toLowerCase(), registrant);
};

const indexOf = ({ registrants }: WebinarRecord): Index => {
  const known = indexes.get(registrants);
  if (known?.byId.size === registrants.length) return known;
  const index: Index = { byId: new Map(), byEmail: new Map() };
  for (const registrant of registrants) note(index, registrant);
  indexes.set(registrants, index);
  return index;
};

/** Who signed up under this id, undefined for nobody. */
export const findById = (webinar: WebinarRecord, id: string): RegistrantRecord | undefined => indexOf(webinar).byId.get(id);

/** Who signed up with this e-mail, in whatever case; undefined for nobody. */
export const findByEmail = (webinar: WebinarRecord, email: string): RegistrantRecord | undefined => indexOf(webinar).byEmail.get(email.toLowerCase());

/** Puts somebody on the list, at its end. */
export const enlist = (webinar: WebinarRecord, registrant: RegistrantRecord): void => {
  const index = indexes.get(webinar.registrants);
  webinar.registrants.push(registrant);
  if (index !== undefined) note(index, registrant);
};

/** Takes somebody off the list. */
export const strike = (webinar: WebinarRecord, registrant: RegistrantRecord): void => {
  indexes.delete(webinar.registrants);
  webinar.registrants.splice(webinar.registrants.indexOf(registrant), 1);
};
