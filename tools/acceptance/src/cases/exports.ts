import { type Case, fails, HELD, NOWHERE, UPCOMING } from "./case.ts";

/** The ids of rows, and pseudonyms, are each machine's own. */
const varies = ["rows"];

const exportCases = (id: string, webinar_id: string): Case[] => [
  {
    id,
    name: "gives a page of rows",
    input: () => ({ webinar_id, page_size: 1 }),
    expected: { ok: { rows: [{ webinar_id, change: "new" }], file: null } },
    varies: [...varies, "next_page_token"],
  },
  {
    id,
    name: "gives them without names, with totals by domain",
    input: () => ({ webinar_id, no_names: true, page_size: 300 }),
    expected: { ok: { complete: true, file: null, stopped: null } },
    varies: [...varies, "next_page_token"],
  },
  fails(id, "knows no such webinar", () => ({ webinar_id: NOWHERE }), "not_found"),
  fails(id, "wants to know which webinars", () => ({}), "input_invalid"),
];

export const exports: readonly Case[] = [
  ...exportCases("exports.registrants", UPCOMING),
  ...["exports.qa", "exports.polls", "exports.survey", "exports.attendance"].flatMap((id) => exportCases(id, HELD)),
];

export const localData: readonly Case[] = [
  { id: "data.list", name: "lists what lies here", input: () => ({}), expected: { ok: { elsewhere: [] } }, varies: ["folder", "kinds"] },
  fails("data.list", "takes no such field", () => ({ since: "2026-01-01" }), "input_invalid", { asJson: true }),
  { id: "data.purge", name: "removes nothing that is not done", input: () => ({}), expected: { ok: { removed: [] } } },
  fails("data.purge", "wants an age in days", () => ({ older_than: "soon" }), "input_invalid"),
  {
    id: "data.forget",
    name: "forgets somebody",
    input: () => ({ email: "forgotten@example.com" }),
    expected: { ok: { removed: [], elsewhere: [] } },
    varies: ["person", "replaced"],
  },
  fails("data.forget", "wants an address", () => ({ email: "nobody" }), "input_invalid"),
];
