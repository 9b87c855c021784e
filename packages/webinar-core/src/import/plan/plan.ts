/** What an import will do, in figures. `rows` is the sum of the five after it; of an import that goes on, also of those that failed or whose end is unknown. */
export interface Plan {
  rows: number;
  new: number;
  already_registered: number;
  denied: number;
  duplicates_in_file: number;
  invalid: number;
  /** How many of the new ones lose their registration by it. Absent in a plan of an earlier version. */
  losing?: number;
  /** Writes that it takes. */
  calls: number;
  /** Mails that Zoom writes because of it. */
  mails: number;
  method: "single" | "batch";
  /** At the account's limits. */
  seconds: number;
  /** Why this method. */
  why: string;
  /** Mail domains of those who are new, most first. */
  domains: { domain: string; count: number }[];
  /** What each column was taken for. */
  columns: { column: string; field: string | null }[];
  /** How the file was read. */
  reading: string;
  /** What else there is to know: Zoom's caps, what could not be checked. */
  notes: string[];
}
