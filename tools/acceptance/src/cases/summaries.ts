import { type Case, fails, HELD, NOWHERE } from "./case.ts";

export const summaries: readonly Case[] = [
  {
    id: "summaries.list",
    name: "all",
    input: () => ({ all: true }),
    expected: { ok: { summaries: [{ meeting_id: HELD }], complete: true } },
    asJson: true, // the terminal walks pages by an --all of its own, and counts them
  },
  fails("summaries.list", "a page_size of 301", () => ({ page_size: 301 }), "input_invalid"),
  { id: "summaries.get", name: "by UUID", input: ({ held }) => ({ meeting_id: held }), expected: { ok: { meeting_id: HELD } } },
  fails("summaries.get", "that is not there", () => ({ meeting_id: NOWHERE }), "not_found"),
  { id: "summaries.delete", name: "by ID", input: () => ({ meeting_id: HELD }), expected: { ok: { done: "delete_meeting_summary" } } },
  fails("summaries.delete", "that is not there", () => ({ meeting_id: NOWHERE }), "not_found"),
];
