import { type Case, fails, HOST } from "./case.ts";

export const users: readonly Case[] = [
  { id: "users.list", name: "all three", input: () => ({}), expected: { ok: { total_records: 3 } } },
  { id: "users.list", name: "two to a page", input: () => ({ page_size: 2 }), expected: { ok: { users: [{}, {}] } } },
  fails("users.list", "a page_size of 301", () => ({ page_size: 301 }), "input_invalid"),
  fails("users.list", "an unknown field", () => ({ pagesize: 5 }), "input_invalid", { asJson: true }),

  {
    id: "users.list",
    name: "one of them",
    input: () => ({ user_id: "grace@example.com" }),
    expected: { ok: { users: [{ name: "Grace Example" }] } },
  },
  {
    id: "users.list",
    name: "all pages",
    input: () => ({ all: true, page_size: 2 }),
    expected: { ok: { users: [{}, {}, {}], complete: true } },
    asJson: true, // the terminal walks pages by an --all of its own, and counts them
  },

  { id: "users.get", name: "by e-mail", input: () => ({ user_id: HOST }), expected: { ok: { email: HOST, timezone: "Europe/Berlin" } } },
  fails("users.get", "nobody", () => ({ user_id: "nobody@example.com" }), "not_found"),

  {
    id: "users.listForSelection",
    name: "numbered",
    input: () => ({ check_webinar_add_on: true }),
    expected: { ok: { users: [{ number: 1, webinar_add_on: true }, {}, { webinar_add_on: false }] } },
  },
  fails("users.listForSelection", "with an unknown field", () => ({ page_size: 5 }), "input_invalid", { asJson: true }),

  { id: "users.select", name: "by position", input: () => ({ user_selection: "last" }), expected: { ok: { email: "linus@example.com" } } },
  { id: "users.select", name: "by part of the name", input: () => ({ user_selection: "grace" }), expected: { ok: { email: "grace@example.com" } } },
  fails("users.select", "several", () => ({ user_selection: "Example" }), "input_invalid"),
  fails("users.select", "nobody", () => ({ user_selection: "9" }), "not_found"),
];
