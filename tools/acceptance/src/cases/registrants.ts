import { type Case, fails } from "./case.ts";

export const registrants: readonly Case[] = [
  {
    id: "registrants.add",
    name: "one who waits",
    input: ({ made }) => ({ webinar_id: made, email: "rosa@example.com", first_name: "Rosa" }),
    expected: { ok: { status: "pending" } },
  },
  {
    id: "registrants.add",
    name: "another, with answers",
    input: ({ made }) => ({ webinar_id: made, email: "tove@example.com", first_name: "Tove", org: "Sample", include_join_links: true }),
    expected: { ok: { status: "pending" } },
  },
  fails("registrants.add", "an address that is none", ({ made }) => ({ webinar_id: made, email: "rosa", first_name: "Rosa" }), "input_invalid"),
  fails("registrants.add", "without a name", ({ made }) => ({ webinar_id: made, email: "rosa@example.com" }), "input_invalid"),

  {
    id: "registrants.list",
    name: "those who wait",
    input: ({ made }) => ({ webinar_id: made, status: "pending" }),
    expected: { ok: { total_records: 2 } },
  },
  {
    id: "registrants.list",
    name: "with links",
    input: ({ demo }) => ({ webinar_id: demo, include_join_links: true }),
    expected: { ok: { registrants: [{}, {}, {}] } },
  },
  fails("registrants.list", "of a webinar that is not there", () => ({ webinar_id: "99999999999" }), "not_found"),

  {
    id: "registrants.approve",
    name: "one by address",
    input: ({ made }) => ({ webinar_id: made, registrants: ["rosa@example.com"] }),
    expected: { ok: { results: [{ outcome: "done" }] } },
  },
  fails(
    "registrants.approve",
    "somebody unknown",
    ({ made }) => ({ webinar_id: made, registrants: ["rosa@example.com", "who@example.com"] }),
    "not_found",
  ),
  fails("registrants.approve", "nobody", ({ made }) => ({ webinar_id: made, registrants: [] }), "input_invalid", { asJson: true }),
];
