import { validInput } from "@zoom-webinar/testing/arbitrary-input";
import { comparableText } from "@zoom-webinar/zoom-client";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "./index.ts";

const all: AnyOperation[] = Object.values(operations).flatMap((verbs): AnyOperation[] => Object.values(verbs));
const options = { numRuns: 25, seed: 20_270_115 };

/** Fields that hold an id or an address, alone or in a list. */
const READ_CANONICAL = /(^|_)(ids?|uuids?|emails?)$|^(registrants|user_selection|alternative_hosts|schedule_for|file_ids)$/;

const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

/** The same value as other people write it: digits in groups, addresses in capitals, spaces around. */
const respell = (value: unknown, field = ""): unknown => {
  if (Array.isArray(value)) return value.map((item) => respell(item, field));
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, respell(inner, name)]));
  if (typeof value !== "string" || !READ_CANONICAL.test(field)) return value;
  respelled.add(field);
  if (value.includes("@")) return ` ${upper(value)}\u00a0`;
  if (/^(webinar_id|webinar_uuid|meeting_id)$/.test(field) && /^\d{9,19}$/.test(value))
    return ` ${value.slice(0, 3)} ${value.slice(3, 7)}-${value.slice(7)}\n`;
  return `\t${value} `;
};

/** Fields that were written in another way at least once: a walk that meets none would prove nothing. */
const respelled = new Set<string>();

const comparable = (value: unknown) => JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "string" ? comparableText(inner) : inner));

it.each(all.map((op) => [op.id, op] as const))("%s: two spellings of one input are read as one, and reading twice changes nothing", (_id, op) => {
  fc.assert(
    fc.property(validInput(op), (input) => {
      const read = op.input.safeParse(input);
      const other = op.input.safeParse(respell(input));
      expect(other.success).toBe(read.success);
      if (!read.success || !other.success) return;
      expect(comparable(other.data)).toBe(comparable(read.data));
      for (const { data } of [read, other]) expect(op.input.parse(data)).toEqual(data);
    }),
    options,
  );
});

it("ids and addresses of every kind were written in another way", () => {
  for (const field of [
    "webinar_id",
    "webinar_uuid",
    "meeting_id",
    "user_id",
    "email",
    "panelist_emails",
    "registrants",
    "registrant_ids",
    "occurrence_id",
  ])
    expect([...respelled], field).toContain(field);
});
