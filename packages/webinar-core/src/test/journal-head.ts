import type { Head } from "../import/journal/events.ts";
import type { Plan } from "../import/plan/plan.ts";

/** The first line of a journal that a test writes by hand. */
export const journalHead = (more: Partial<Head> = {}): Head => ({
  t: "head",
  v: 1,
  id: "2b0f7d4e-5c0e-4d53-9f0e-1a2b3c4d5e6f",
  kind: "registrants.import",
  principal: "ada",
  account: "harbour",
  webinar: "95312345678",
  topic: "Harbour tides",
  digest: "d",
  file: null,
  results: null,
  delimiter: null,
  header: ["email"],
  columns: [{ kind: "field", field: "email" }],
  form: { required: [], questions: [] },
  status: "approved",
  method: "single",
  options: {},
  createdMs: Date.UTC(2027, 0, 15, 12),
  ...more,
});

/** A plan for so many rows, all of them new. */
export const planOf = (rows: number): Plan => ({
  rows,
  new: rows,
  already_registered: 0,
  denied: 0,
  duplicates_in_file: 0,
  invalid: 0,
  calls: rows,
  mails: rows,
  method: "single",
  seconds: 1,
  why: "few rows",
  domains: [],
  columns: [],
  reading: "",
  notes: [],
});
