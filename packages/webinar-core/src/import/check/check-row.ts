import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import type { Field } from "../columns/header-words.ts";
import type { Column } from "../columns/map-columns.ts";
import { checkForm } from "./check-form.ts";
import { type Form, NO_FORM } from "./form.ts";
import type { Checked, Person, RowFault } from "./person.ts";

/** What a row must hold. */
export interface RowRules {
  columns: readonly Column[];
  form: Form;
  /** "person": e-mail and name; "named": a registrant by e-mail or id. */
  needs: "person" | "named";
}

/** Spaces of all kinds, and marks that nobody sees and copying brings along. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

const tidy = (text: string): string =>
  text
    .replace(INVISIBLE, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

const ADDRESS = z.email();
const LONGEST_ADDRESS = 128;
const LONGEST_NAME = 64;

/** Fields that Zoom takes besides e-mail and names, with what it says of each. */
const FIELDS = inputSchema("POST /webinars/{webinarId}/registrants").shape;

const isAsked = (field: Field): field is Exclude<Field, "email" | "first_name" | "last_name" | "name" | "registrant_id"> =>
  !["email", "first_name", "last_name", "name", "registrant_id"].includes(field);

const dashless = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015]/g, "-")
    .replaceAll(/\s/g, "");

/** A value of a list of Zoom's, whatever the case and the dash; else the text as it is, for Zoom's own schema to refuse. */
const canonical = (schema: z.ZodType, text: string): string => {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodEnum)) return text;
  return inner.options.map(String).find((one) => dashless(one) === dashless(text)) ?? text;
};

const checkField = (field: keyof typeof FIELDS, text: string): { value: string } | { fault: string } => {
  const value = canonical(FIELDS[field], text);
  const parsed = FIELDS[field].safeParse(value);
  if (parsed.success) return { value };
  const [issue] = parsed.error.issues;
  if (issue?.code === "too_big") return { fault: `is longer than ${issue.maximum} characters` };
  if (issue?.code === "invalid_value") return { fault: `is none of: ${issue.values.map(String).filter(Boolean).join(", ")}` };
  return { fault: "is not as Zoom takes it" };
};

const checkAddress = (text: string): string | null => {
  if (text === "") return "is empty";
  if (text.length > LONGEST_ADDRESS) return `is longer than ${LONGEST_ADDRESS} characters`;
  return ADDRESS.safeParse(text).success ? null : "is no e-mail address";
};

/** "Ada King Lovelace" as first name and family name: the last word is the family name. */
const splitName = (name: string): [string, string] => {
  const at = name.lastIndexOf(" ");
  return at === -1 ? [name, ""] : [name.slice(0, at), name.slice(at + 1)];
};

/** Reads the person out of a row's cells. All faults of a row are named, not only the first. */
export const checkRow = (cells: readonly string[], { columns, form, needs }: RowRules): Checked => {
  const faults: RowFault[] = [];
  const given = new Map<Field, string>();
  const answered = new Map<string, string>();
  for (const [at, column] of columns.entries()) {
    const text = tidy(cells[at] ?? "");
    if (column.kind === "none" || text === "") continue;
    if (column.kind === "field") given.set(column.field, text);
    else answered.set(column.title, text);
  }
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
    faults.push({
      field: "row",
      message: `has ${cells.length} cells, the header ${columns.length}; a separator in a cell needs quotes around the cell`,
    });

  const email = (given.get("email") ?? "").replace(/^mailto:/i, "");
  const id = given.get("registrant_id");
  if (!(needs === "named" && id !== undefined && email === "")) {
    const wrong = checkAddress(email);
    if (wrong !== null) faults.push({ field: "email", message: wrong });
  }

  const [first, last] = splitName(given.get("name") ?? "");
  const hasOwnNames = given.has("first_name") || given.has("last_name");
  const first_name = hasOwnNames ? (given.get("first_name") ?? "") : first;
  const last_name = hasOwnNames ? (given.get("last_name") ?? "") : last;
  if (needs === "person") {
    if (first_name === "") faults.push({ field: "first_name", message: "is empty" });
    if (first_name.length > LONGEST_NAME) faults.push({ field: "first_name", message: `is longer than ${LONGEST_NAME} characters` });
    if (last_name.length > LONGEST_NAME) faults.push({ field: "last_name", message: `is longer than ${LONGEST_NAME} characters` });
  }

  const answers: Record<string, string> = {};
  for (const [field, text] of given) {
    if (!isAsked(field)) continue;
    const checked = checkField(field, text);
    if ("fault" in checked) faults.push({ field, message: checked.fault });
    else answers[field] = checked.value;
  }
  const isFaulty = (field: string) => faults.some((fault) => fault.field === field);
  const has = (field: string) => (field === "last_name" ? last_name !== "" : answers[field] !== undefined) || isFaulty(field);
  const { faults: open, custom } = checkForm(needs === "person" ? form : NO_FORM, { has, answered });
  faults.push(...open);

  const [fault, ...more] = faults;
  if (fault !== undefined) return { person: null, faults: [fault, ...more] };
  const key = email === "" ? `id:${id}` : email.toLowerCase();
  return { person: { email, key, first_name, last_name, answers, custom_questions: custom } satisfies Person, faults: null };
};
