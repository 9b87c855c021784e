import { readableAddress } from "@zoom-webinar/zoom-client";

const NUL = /\0/g;
const SPACES = /\s+/g;
const ENDING = / \([^()]*\)$/;

/** A name as it is shown: without NULs (they are in Zoom's files) and outer white space; null for none. */
export const toShownName = (name: string | undefined | null): string | null => {
  if (name === undefined || name === null) return null;
  return (name.includes("\0") ? name.replace(NUL, "") : name).trim() || null;
};

/** Plain letters with single spaces between them: nothing to tidy up. */
const PLAIN = /^[!-'*-~]+(?: [!-'*-~]+)*$/;

/** What makes two names the same: `Bob (Robert Stone)`, ` bob ` and `BOB` are one. "" for no name. */
export const toNameKey = (name: string | undefined | null): string => (PLAIN.test(name ?? "") ? (name ?? "").toLowerCase() : tidied(name ?? ""));

const tidied = (name: string): string => name.replace(NUL, "").normalize("NFC").replace(SPACES, " ").trim().replace(ENDING, "").toLowerCase();

const ANONYMOUS = toNameKey("Anonymous Attendee");

/** True if a name says nothing of who somebody is: Zoom writes one for whoever asks or answers without a name. */
export const isAnonymous = (name: string | undefined | null): boolean => ["", ANONYMOUS].includes(toNameKey(name));

/** Letters beyond ASCII, or a domain that stands for some: such an address has several spellings. */
const HAS_SPELLINGS = /[^ -~]|xn--/;

/** An address as it is compared and shown: trimmed, lower case, all spellings of its domain as one, plus tags kept. "" for none. */
export const toEmailKey = (email: string | undefined | null): string => {
  const plain = (email ?? "").trim().toLowerCase();
  return HAS_SPELLINGS.test(plain) ? readableAddress(plain) : plain;
};
