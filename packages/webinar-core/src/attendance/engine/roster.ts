import { toEmailKey, toShownName } from "../../people/names.ts";
import type { HostRow, PanelistRow, RegistrantRow } from "./input.ts";
import { toSecond } from "./seconds.ts";

export type RegistrationStatus = "approved" | "pending" | "denied";

/** Which of one person's registrations counts: the newest approved one, else the newest. */
export interface Registration {
  id: string | null;
  email: string | null;
  name: string | null;
  status: RegistrationStatus | null;
  created: number;
}

/** Somebody who is on a list: as registrant, panelist or host, or several of them. */
export interface Listed {
  registration: Registration | null;
  isPanelist: boolean;
  isHost: boolean;
  email: string | null;
  /** As on the panelist list. */
  panelistName: string | null;
  /** As the account names the host. */
  hostName: string | null;
}

/** Everybody on a list, each once, and what leads to them. Positions in `people` are the first numbers that persons get. */
export interface Roster {
  readonly people: readonly Listed[];
  readonly byRegistrantId: ReadonlyMap<string, number>;
  /** Those of `byRegistrantId` that are not registrations: panelists have ids of the same kind. */
  readonly panelistIds: ReadonlySet<string>;
  readonly byEmail: ReadonlyMap<string, number>;
  readonly byAccount: ReadonlyMap<string, number>;
  /** Null: the registrants could not be read, or none are asked for. */
  readonly hasRegistrants: boolean;
  /** E-mails with more than one registration. */
  readonly repeated: number;
}

const toStatus = (status: string | undefined): RegistrationStatus | null =>
  status === "approved" || status === "pending" || status === "denied" ? status : null;

const toRegistration = (row: RegistrantRow): Registration => ({
  id: row.id || null,
  email: toEmailKey(row.email) || null,
  name: toShownName(`${toShownName(row.first_name) ?? ""} ${toShownName(row.last_name) ?? ""}`),
  status: toStatus(row.status),
  created: toSecond(row.create_time) ?? Number.NEGATIVE_INFINITY,
});

/** Whether the second registration of an e-mail counts instead of the first. */
const isBetter = (other: Registration, one: Registration): boolean => {
  const approved = Number(other.status === "approved") - Number(one.status === "approved");
  return approved === 0 ? other.created >= one.created : approved > 0;
};

/** Puts the lists together. */
export const toRoster = (
  registrants: readonly RegistrantRow[] | null,
  panelists: readonly PanelistRow[] | null,
  hosts: readonly HostRow[],
): Roster => {
  const people: Listed[] = [];
  const byRegistrantId = new Map<string, number>();
  const byEmail = new Map<string, number>();
  const byAccount = new Map<string, number>();
  const panelistIds = new Set<string>();
  let repeated = 0;

  const place = (email: string | null): number => {
    const known = email === null ? undefined : byEmail.get(email);
    if (known !== undefined) return known;
    const at = people.push({ registration: null, isPanelist: false, isHost: false, email, panelistName: null, hostName: null }) - 1;
    if (email !== null) byEmail.set(email, at);
    return at;
  };
  const listed = (at: number): Listed => people[at] as Listed;

  for (const row of registrants ?? []) {
    const registration = toRegistration(row);
    const known = registration.id === null ? undefined : byRegistrantId.get(registration.id);
    const at = registration.email === null && known !== undefined ? known : place(registration.email);
    const person = listed(at);
    if (registration.id !== null) byRegistrantId.set(registration.id, at);
    // A list that grew while it was read may show a row twice.
    if (person.registration !== null && person.registration.id !== registration.id) repeated += 1;
    if (person.registration === null || isBetter(registration, person.registration)) person.registration = registration;
  }
  for (const row of panelists ?? []) {
    const at = place(toEmailKey(row.email) || null);
    const person = listed(at);
    person.isPanelist = true;
    person.panelistName ??= toShownName(row.name);
    if (row.id) {
      if (!byRegistrantId.has(row.id)) {
        byRegistrantId.set(row.id, at);
        panelistIds.add(row.id);
      }
      if (!byAccount.has(row.id)) byAccount.set(row.id, at);
    }
  }
  for (const row of hosts) {
    const email = toEmailKey(row.email) || null;
    const at = email === null && row.account_id ? (byAccount.get(row.account_id) ?? place(null)) : place(email);
    const person = listed(at);
    person.isHost = true;
    person.hostName ??= toShownName(row.name);
    if (row.account_id) byAccount.set(row.account_id, at);
  }
  return { people, byRegistrantId, panelistIds, byEmail, byAccount, hasRegistrants: registrants !== null, repeated };
};
