import { addressKey } from "@zoom-webinar/zoom-client";
import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { keyOfRegistrant } from "../../people/person-key.ts";
import type { Field } from "../columns/header-words.ts";
import type { Column } from "../columns/map-columns.ts";
import { hasSeveral, readAddress } from "./address.ts";
import { readCell } from "./cell.ts";
import { checkForm } from "./check-form.ts";
import { type Form, NO_FORM } from "./form.ts";
import { completeName } from "./full-name.ts";
import { notComingFault } from "./not-coming.ts";
import type { Checked, Person, RowFault } from "./person.ts";

/** What a row must hold. */
export interface RowRules {
  columns: readonly Column[];
  form: Form;
  /** "person": e-mail and name; "named": a registrant by e-mail or id. */
  needs: "person" | "named";
}

/** Plain letters only, as the format of Zoom's document has it: Zoom need not take more. */
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

/** Fields that are digits and no number: what a spreadsheet shortens. */
const DIGITS: ReadonlySet<string> = new Set(["phone", "zip"]);
const SHORTENED = /^\+?\d+(?:[.,]\d+)?E\+?\d+$/i;
/** Lead forms of social networks write a mark before a number. */
const NUMBER_MARK = /^p:(?=\+?\d)/;

const checkField = (field: keyof typeof FIELDS, text: string): { value: string } | { fault: string } => {
  if (DIGITS.has(field) && SHORTENED.test(text))
    return {
      fault: `is ${text}, which is what Excel leaves of a long number; format the column as text, or leave the column out by map (--map): "COLUMN=-"`,
    };
  const value = canonical(FIELDS[field], field === "phone" ? text.replace(NUMBER_MARK, "") : text);
  const parsed = FIELDS[field].safeParse(value);
  if (parsed.success) return { value };
  const [issue] = parsed.error.issues;
  if (issue?.code === "too_big") return { fault: `is longer than ${issue.maximum} characters` };
  if (issue?.code === "invalid_value") return { fault: `is not one of: ${issue.values.map(String).filter(Boolean).join(", ")}` };
  return { fault: "is not in a form that Zoom accepts" };
};

const checkAddress = (text: string): string | null => {
  if (text === "") return "is empty";
  if (text.length > LONGEST_ADDRESS) return `is longer than ${LONGEST_ADDRESS} characters`;
  return ADDRESS.safeParse(text).success ? null : "is not an e-mail address";
};

const nameOf = (column: Exclude<Column, { kind: "none" }>): string =>
  column.kind === "field" ? column.field : column.kind === "question" ? column.title : column.name;

/** Reads the person out of a row's cells. All faults of a row are named, not only the first. */
export const checkRow = (cells: readonly string[], { columns, form, needs }: RowRules): Checked => {
  const faults: RowFault[] = [];
  const given = new Map<Field, string>();
  const answered = new Map<string, string>();
  for (const [at, column] of columns.entries()) {
    const raw = cells[at] ?? "";
    if (column.kind === "none" || raw.trim() === "") continue;
    const cell = readCell(raw);
    const wrong = "fault" in cell ? cell.fault : column.kind === "standing" ? notComingFault(column.name, cell.text) : null;
    if (wrong !== null) faults.push({ field: nameOf(column), message: wrong });
    const text = "fault" in cell ? raw.trim() : cell.text;
    if (text === "" || column.kind === "standing") continue;
    if (column.kind === "field") given.set(column.field, text);
    else answered.set(column.title, text);
  }
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
    faults.push({
      field: "row",
      message: `has ${cells.length} cells, the header ${columns.length}; a separator in a cell needs quotes around the cell`,
    });

  const written = readAddress(given.get("email") ?? "");
  const { email } = written;
  const id = given.get("registrant_id");
  if (!(needs === "named" && id !== undefined && email === "")) {
    const wrong = hasSeveral(given.get("email") ?? "") ? "holds several addresses; give each person a row" : checkAddress(email);
    if (wrong !== null) faults.push({ field: "email", message: wrong, value: given.get("email") });
  }

  const own = [given.get("first_name"), given.get("last_name")] as const;
  const hasOwnNames = own.some((name) => name !== undefined);
  const whole = given.get("name") ?? (hasOwnNames ? "" : written.name);
  const [first_name, last_name] = completeName(whole, ...own);
  if (needs === "person") {
    if (first_name === "") faults.push({ field: "first_name", message: "is empty" });
    if (first_name.length > LONGEST_NAME) faults.push({ field: "first_name", message: `is longer than ${LONGEST_NAME} characters` });
    if (last_name.length > LONGEST_NAME) faults.push({ field: "last_name", message: `is longer than ${LONGEST_NAME} characters` });
  }

  const answers: Record<string, string> = {};
  for (const [field, text] of given) {
    if (!isAsked(field)) continue;
    const checked = checkField(field, text);
    if ("fault" in checked) faults.push({ field, message: checked.fault, value: checked.fault.includes(text) ? undefined : text });
    else answers[field] = checked.value;
  }
  const isFaulty = (field: string) => faults.some((fault) => fault.field === field);
  const has = (field: string) => (field === "last_name" ? last_name !== "" : answers[field] !== undefined) || isFaulty(field);
  const { faults: open, custom } = checkForm(needs === "person" ? form : NO_FORM, { has, answered });
  faults.push(...open);

  const [fault, ...more] = faults;
  if (fault !== undefined) return { person: null, faults: [fault, ...more] };
  const key = email === "" ? keyOfRegistrant(id ?? "") : addressKey(email);
  return { person: { email, key, first_name, last_name, answers, custom_questions: custom } satisfies Person, faults: null };
};
