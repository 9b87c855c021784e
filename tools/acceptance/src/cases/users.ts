import { type Case, fails } from "./case.ts";

export const users: readonly Case[] = [
  { id: "users.list", name: "all three", input: () => ({}), expected: { ok: { total_records: 3 } } },
  { id: "users.list", name: "two to a page", input: () => ({ page_size: 2 }), expected: { ok: { users: [{}, {}] } } },
  fails("users.list", "a page_size of 301", () => ({ page_size: 301 }), "input_invalid"),
  fails("users.list", "an unknown field", () => ({ pagesize: 5 }), "input_invalid", { asJson: true }),
];
