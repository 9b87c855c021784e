import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import type { Field } from "../fields/fields.ts";
import type { Typed } from "../fields/input.ts";
import { readNamedAddresses } from "../fields/named-address.ts";

/** What was typed, with people who have a name moved from a field of addresses to the field that takes names. */
export const withNames = ({ cli }: AnyOperation, fields: readonly Field[], typed: readonly Typed[]): Typed[] =>
  typed.flatMap((one): Typed[] => {
    const [field, texts] = one;
    const other = cli?.named?.[field.path.join(".")];
    const target = fields.find(({ path }) => path.join(".") === other);
    if (target === undefined || typeof texts === "boolean") return [one];
    const named = texts.filter((text) => readNamedAddresses(text) !== null);
    const plain = texts.filter((text) => !named.includes(text));
    return [...(plain.length === 0 ? [] : [[field, plain] as const]), ...(named.length === 0 ? [] : [[target, named] as const])];
  });
