/** "Ada Example <ada@example.com>", as mail programs write people. */
const NAMED = /^\s*"?([^<>"]+?)"?\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$/;

/** A person as text: name and address. */
export interface NamedAddress {
  readonly name: string;
  readonly email: string;
}

/** Name and address of such a text; null for any other. */
export const readNamedAddress = (text: string): NamedAddress | null => {
  const [, name, email] = NAMED.exec(text) ?? [];
  return name === undefined || email === undefined ? null : { name, email };
};

/** The people of one text, with commas between those that end in an address. */
export const splitPeople = (text: string): readonly string[] => text.split(/(?<=>|@[^\s<>,;]+)\s*[,;]\s*/).filter((one) => one.trim() !== "");

const BARE = /^[^\s<>,;"]+@[^\s<>,;"]+$/;

/** Several people in one text, with a null name for those who are written by their address alone; null if one of them is neither. */
export const readPeople = (text: string): readonly { readonly name: string | null; readonly email: string }[] | null => {
  const people = splitPeople(text).map((one) => readNamedAddress(one) ?? (BARE.test(one.trim()) ? { name: null, email: one.trim() } : null));
  return people.length > 0 && people.every((person) => person !== null) ? people : null;
};

/** A name as two: the last word, and what is before it. */
export const splitName = (name: string): { first_name: string; last_name?: string } => {
  const at = name.lastIndexOf(" ");
  return at === -1 ? { first_name: name } : { first_name: name.slice(0, at).trim(), last_name: name.slice(at + 1) };
};
