import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import type { Field } from "../fields/fields.ts";
import type { Typed } from "../fields/input.ts";
import { readNamedAddress, readPeople, splitPeople } from "../fields/named-address.ts";

/** What was typed, with people who have a name moved from a field of addresses to the field that takes names. */
export const withNames = ({ cli }: AnyOperation, fields: readonly Field[], typed: readonly Typed[]): Typed[] =>
  typed.flatMap((one): Typed[] => {
    const [field, typedTexts] = one;
    const other = cli?.named?.[field.path.join(".")];
    const target = fields.find(({ path }) => path.join(".") === other);
    if (target === undefined || typeof typedTexts === "boolean") return [one];
    const texts = withNamesBeside(typedTexts).flatMap((text) => (readPeople(text) === null ? [text] : splitPeople(text)));
    const named = texts.filter((text) => readNamedAddress(text) !== null);
    const plain = texts.filter((text) => !named.includes(text));
    return [...(plain.length === 0 ? [] : [[field, plain] as const]), ...(named.length === 0 ? [] : [[target, named] as const])];
  });

/** `"Jane Roe" jane@example.com` is one person: a text without an address, and right behind it an address. */
const withNamesBeside = (texts: readonly string[]): readonly string[] => {
  const people: string[] = [];
  for (const text of texts) {
    const before = people.at(-1);
    const isNamed = before !== undefined && /^[^@<>,]*\p{L}[^@<>,]*$/u.test(before) && /^[^@\s<>,]+@[^@\s<>,]+$/.test(text);
    if (isNamed) people[people.length - 1] = `${before} <${text}>`;
    else people.push(text);
  }
  return people;
};
