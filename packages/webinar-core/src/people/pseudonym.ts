import type { KeyedHash } from "./keyed-hash.ts";
import { toEmailKey, toNameKey } from "./names.ts";

/** What is known of who somebody is, strongest first. */
export interface Identity {
  email: string | null;
  registrant_id: string | null;
  name: string | null;
}

/** A stable name that says nothing about the person; null if nothing is known of them. */
export const pseudonymOf = ({ email, registrant_id, name }: Identity, hash: KeyedHash): string | null => {
  const address = toEmailKey(email);
  if (address !== "") return `person-${hash.of(address)}`;
  if (registrant_id) return `person-${hash.of(`registrant:${registrant_id}`)}`;
  const known = toNameKey(name);
  return known === "" ? null : `person-${hash.of(`name:${known}`)}`;
};

/** The part of an address after its last @, in lower case; "unknown" without an address. */
export const domainOf = (email: string | null): string => {
  const address = toEmailKey(email);
  const at = address.lastIndexOf("@");
  return at < 0 || at === address.length - 1 ? "unknown" : address.slice(at + 1);
};

/** How many people have an address at each domain. */
export interface DomainTotal {
  domain: string;
  people: number;
}

/** Counts people by domain, each once however many rows are theirs. */
export const domainCounter = () => {
  const people = new Map<string, Set<string>>();
  return {
    add: (person: string, email: string | null): void => {
      const domain = domainOf(email);
      const known = people.get(domain) ?? new Set<string>();
      people.set(domain, known.add(person));
    },
    /** Most people first. */
    totals: (): DomainTotal[] =>
      [...people].map(([domain, { size }]) => ({ domain, people: size })).sort((a, b) => b.people - a.people || (a.domain < b.domain ? -1 : 1)),
  };
};
