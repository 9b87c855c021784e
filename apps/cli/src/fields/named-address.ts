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

/** Several people in one text, each with a name; null if one of them has none. */
export const readNamedAddresses = (text: string): readonly NamedAddress[] | null => {
  const people = text.split(/(?<=>)\s*[,;]\s*/).map(readNamedAddress);
  return people.every((person) => person !== null) ? people : null;
};

/** A name as two: the last word, and what is before it. */
export const splitName = (name: string): { first_name: string; last_name?: string } => {
  const at = name.lastIndexOf(" ");
  return at === -1 ? { first_name: name } : { first_name: name.slice(0, at).trim(), last_name: name.slice(at + 1) };
};
