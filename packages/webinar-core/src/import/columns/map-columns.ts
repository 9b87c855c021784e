import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "../../operation/input-faults.ts";
import { FIELDS, type Field, fieldFor, plainHeader } from "./header-words.ts";

/** What a column holds: a field, the answer to a question of the webinar's own, or nothing that is imported. */
export type Column = { kind: "field"; field: Field } | { kind: "question"; title: string } | { kind: "none" };

const NONE: Column = { kind: "none" };
/** Written for a field in `--map`: leave the column out. */
const LEAVE_OUT = "-";

/** What the columns are mapped for. */
export interface Wanted {
  /** Titles of the webinar's own questions. */
  questions: readonly string[];
  /** Fields that make sense for what is imported. */
  fields: readonly Field[];
}

const faulty = (message: string, hint: string) => new InputError(`map: ${message}`, [{ field: "map", message }], { hint });

/** `COLUMN=field` as an operator wrote it. */
const readRule = (rule: string, header: readonly string[], { questions, fields }: Wanted): [number, Column] => {
  const at = rule.lastIndexOf("=");
  if (at < 1) throw faulty(`expected COLUMN=field, got "${rule}"`, 'Write it like "E-Mail=email".');
  const [name, target] = [rule.slice(0, at).trim(), rule.slice(at + 1).trim()];
  const exact = header.findIndex((one) => one.trim() === name);
  const column = exact === -1 ? header.findIndex((one) => plainHeader(one) === plainHeader(name)) : exact;
  if (column === -1) {
    const near = didYouMean(name, header);
    throw faulty(`there is no column "${name}"`, near === null ? `The columns are: ${header.join(", ")}.` : `Did you mean "${near}"?`);
  }
  if (target === LEAVE_OUT) return [column, NONE];
  const field = fields.find((one) => one === target);
  if (field !== undefined) return [column, { kind: "field", field }];
  const title = questions.find((one) => plainHeader(one) === plainHeader(target));
  if (title !== undefined) return [column, { kind: "question", title }];
  const near = didYouMean(target, [...fields, ...questions]);
  throw faulty(
    `there is no field or question "${target}"`,
    near === null ? `The fields are: ${fields.join(", ")}; "-" leaves a column out.` : `Did you mean "${near}"?`,
  );
};

const isSame = (one: Column, other: Column): boolean =>
  (one.kind === "field" && other.kind === "field" && one.field === other.field) ||
  (one.kind === "question" && other.kind === "question" && one.title === other.title);

/**
 * Says what each column holds: by `--map` first, then by the title of a question, then by the words that people use. A column that is none of these is not
 * imported. Throws `InputError` if two columns hold the same, or a rule names a column or field that there is not.
 */
export const mapColumns = (header: readonly string[], rules: readonly string[], wanted: Wanted): Column[] => {
  const told = new Map(rules.map((rule) => readRule(rule, header, wanted)));
  const byTitle = new Map(wanted.questions.map((title) => [plainHeader(title), title]));
  const columns = header.map((name, at): Column => {
    const rule = told.get(at);
    if (rule !== undefined) return rule;
    const title = plainHeader(name) === "" ? undefined : byTitle.get(plainHeader(name));
    if (title !== undefined) return { kind: "question", title };
    const field = fieldFor(name);
    if (field === null || !wanted.fields.includes(field)) return NONE;
    // What somebody mapped by hand is not looked for again.
    return [...told.values()].some((other) => isSame(other, { kind: "field", field })) ? NONE : { kind: "field", field };
  });
  for (const [at, column] of columns.entries()) {
    const twin = columns.findIndex((other, later) => later > at && isSame(other, column));
    if (twin !== -1)
      throw faulty(
        `the columns "${header[at]}" and "${header[twin]}" both look like ${column.kind === "field" ? column.field : "the answer to one question"}`,
        `Say by map (--map) which one counts, such as "${header[at]}=${column.kind === "field" ? column.field : header[at]}".`,
      );
  }
  return columns;
};

/** True if the columns name the people: by e-mail, or by what else is asked for. */
export const holdsField = (columns: readonly Column[], field: Field): boolean =>
  columns.some((column) => column.kind === "field" && column.field === field);

/** The fields in words, for a person who has to map a column. */
export const FIELD_WORDS = FIELDS.join(", ");
