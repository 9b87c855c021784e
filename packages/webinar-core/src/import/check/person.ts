import { quoted } from "../../operation/losses.ts";
import { FIELDS } from "../columns/header-words.ts";

/** A person of one row, checked and in the words that Zoom takes. */
export interface Person {
  /** As the file writes it, without spaces around it. "" if the row names somebody by id. */
  email: string;
  /** What all spellings of the address have in common, or `id:` and the registrant's id: two rows with one key are the same person. */
  key: string;
  first_name: string;
  last_name: string;
  /** Zoom's further fields that the row fills in. */
  answers: Readonly<Record<string, string>>;
  custom_questions: readonly { title: string; value: string }[];
}

/** What is wrong with one cell of a row. */
export interface RowFault {
  /** The field, or the title of the question. */
  field: string;
  message: string;
  /** What the cell holds, for whoever looks for it in the file; it is shown, and kept nowhere. */
  value?: string | undefined;
}

export type Checked = { person: Person; faults: null } | { person: null; faults: readonly [RowFault, ...RowFault[]] };

const OWN_FIELDS: ReadonlySet<string> = new Set([...FIELDS, "row"]);

/** How a fault names its field: our own word as it is, what a form or a file calls it in quotes, so that no door takes it for a field of its own. */
export const namedField = (field: string): string => (OWN_FIELDS.has(field) ? field : quoted(field));
