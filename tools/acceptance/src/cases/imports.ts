import { type Case, fails, NOWHERE, UPCOMING } from "./case.ts";

const rows = [
  { "E-Mail": "ida@example.com", Vorname: "Ida" },
  { "E-Mail": "nobody", Vorname: "No" },
];
const named = [{ Email: "ida@example.com" }, { Email: "stranger@example.com" }];
const import_id = "3f0c2a8e-7d41-4b8e-9a55-0c1d2e3f4a5b";
const varies = ["import_id"];

/** Done to the person whom the first case registers, one after the other. */
const fromRows = (id: string, done: number): Case[] => [
  {
    id,
    name: "reaches who is registered and names who is not",
    input: () => ({ webinar_id: UPCOMING, rows: named }),
    expected: { ok: { complete: true, counts: { done, invalid: 1, unknown: 0 } } },
    asJson: true,
    varies,
  },
  fails(id, "refuses rows and a file together", () => ({ webinar_id: UPCOMING, rows: named, file: "people.csv" }), "input_invalid", { asJson: true }),
];

export const imports: readonly Case[] = [
  {
    id: "registrants.import",
    name: "plans",
    input: () => ({ webinar_id: UPCOMING, rows, dry_run: true }),
    expected: { ok: { import_id: null, plan: { rows: 2, new: 1, invalid: 1 }, complete: false } },
    asJson: true,
  },
  {
    id: "registrants.import",
    name: "registers once and names the row that is not valid",
    input: () => ({ webinar_id: UPCOMING, rows }),
    expected: { ok: { complete: true, counts: { pending: 1, invalid: 1 }, invalid: [{ line: 2, field: "email" }] } },
    asJson: true,
    varies,
    remember: ({ import_id: id }: { import_id: string }) => ({ import_id: id }),
  },
  fails("registrants.import", "knows no such webinar", () => ({ webinar_id: NOWHERE, rows }), "not_found", { asJson: true }),
  { id: "imports.list", name: "lists one", input: () => ({}), expected: { ok: { imports: [{ state: "finished", rows: 2 }] } }, varies: ["imports"] },
  fails("imports.list", "takes no such field", () => ({ since: "2026-01-01" }), "input_invalid", { asJson: true }),
  {
    id: "imports.show",
    name: "shows it by its handle",
    input: ({ import_id: id = "" }) => ({ import_id: id }),
    expected: { ok: { state: "finished", complete: true, left: 0 } },
    varies: [...varies, "begun_at"],
  },
  fails("imports.show", "knows no such import", () => ({ import_id }), "not_found"),
  {
    id: "imports.abandon",
    name: "leaves a finished one as it is",
    input: ({ import_id: id = "" }) => ({ import_id: id }),
    expected: { ok: { state: "finished" } },
    varies: [...varies, "begun_at"],
  },
  fails("imports.abandon", "knows no such import", () => ({ import_id }), "not_found"),
  ...fromRows("registrants.approveFrom", 1),
  ...fromRows("registrants.denyFrom", 1),
  ...fromRows("registrants.cancelFrom", 0),
  ...fromRows("registrants.removeFrom", 1),
  {
    id: "panelists.import",
    name: "invites once",
    input: () => ({ webinar_id: UPCOMING, rows: [{ Name: "Olu Adeyemi", Email: "olu@example.com" }] }),
    expected: { ok: { complete: true, counts: { registered: 1 } } },
    asJson: true,
    varies,
  },
  fails("panelists.import", "refuses no rows at all", () => ({ webinar_id: UPCOMING }), "input_invalid"),
];
