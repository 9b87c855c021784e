import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "../../operation/input-faults.ts";
import { quoted } from "../../operation/losses.ts";
import { FIELDS, type Field, isWholeNameAlone, meaningOf, plainHeader, saysStanding } from "./header-words.ts";

/** What a column holds: a field, the answer to a question of the webinar's own, whether somebody is coming, or nothing that is imported. */
export type Column = { kind: "field"; field: Field } | { kind: "question"; title: string } | { kind: "standing"; name: string } | { kind: "none" };

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
    throw faulty(`there is no column "${name}"`, near === null ? `The columns are: ${header.map(quoted).join(", ")}.` : `Did you mean "${near}"?`);
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

/** What says who somebody is: two columns of it are a question to whoever imports, never a choice of ours. */
const WHO: ReadonlySet<Field> = new Set(["email", "first_name", "last_name", "name", "registrant_id"]);

/** A column name as people use it, before the others are looked at. */
const guess = (name: string, { fields }: Wanted): { column: Column; rank: number } => {
  const meaning = meaningOf(name);
  if (meaning !== null && fields.includes(meaning.field)) return { column: { kind: "field", field: meaning.field }, rank: meaning.rank };
  if (saysStanding(name) && fields.includes("first_name")) return { column: { kind: "standing", name: name.trim() }, rank: 0 };
  return { column: NONE, rank: 0 };
};

/** "Nom" beside "Prénom" is the family name; alone it is the whole name. */
const wholeNames = (columns: Column[], header: readonly string[], { fields }: Wanted): Column[] => {
  const named = columns.filter((column) => column.kind === "field" && ["first_name", "last_name", "name"].includes(column.field));
  if (named.length !== 1 || !fields.includes("name")) return columns;
  return columns.map((column, at) => (column === named[0] && isWholeNameAlone(header[at] ?? "") ? { kind: "field", field: "name" } : column));
};

/**
 * Decides what each column holds: by `--map` first, then by the title of a question, then by the words that people use. A column that is not one of
 * these is not imported, and of two that hold the same detail of a person the one whose name says so best is. Throws `InputError` if two columns both
 * say who somebody is, or a rule names an unknown column or field.
 */
export const mapColumns = (header: readonly string[], rules: readonly string[], wanted: Wanted): Column[] => {
  const told = new Map(rules.map((rule) => readRule(rule, header, wanted)));
  const byTitle = new Map(wanted.questions.map((title) => [plainHeader(title), title]));
  const guesses = header.map((name) => guess(name, wanted));
  const isBeaten = (column: Column, rank: number): boolean =>
    column.kind === "field" && !WHO.has(column.field) && guesses.some((other) => isSame(other.column, column) && other.rank < rank);
  const guessed = header.map((name, at): Column => {
    const rule = told.get(at);
    if (rule !== undefined) return rule;
    const title = plainHeader(name) === "" ? undefined : byTitle.get(plainHeader(name));
    if (title !== undefined) return { kind: "question", title };
    const { column, rank } = guesses[at] ?? { column: NONE, rank: 0 };
    // What somebody mapped by hand is not looked for again.
    return isBeaten(column, rank) || [...told.values()].some((other) => isSame(other, column)) ? NONE : column;
  });
  const columns = wholeNames(guessed, header, wanted);
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
