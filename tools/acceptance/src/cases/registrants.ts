import { type Case, fails, UPCOMING } from "./case.ts";

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

  {
    id: "registrants.findByEmail",
    name: "in any status and case",
    input: () => ({ webinar_id: UPCOMING, email: "JUAN@example.com" }),
    expected: { ok: { found: true, registrants: [{ status: "pending" }] } },
    remember: ({ registrants: [one] }: { registrants: [{ id: string }] }) => ({ juan: one.id }),
  },
  {
    id: "registrants.findByEmail",
    name: "nobody",
    input: () => ({ webinar_id: UPCOMING, email: "who@example.com" }),
    expected: { ok: { found: false } },
  },
  fails("registrants.findByEmail", "no address", () => ({ webinar_id: UPCOMING, email: "juan" }), "input_invalid"),

  {
    id: "registrants.get",
    name: "with answers",
    input: ({ juan }) => ({ webinar_id: UPCOMING, registrant_id: juan }),
    expected: { ok: { email: "juan@example.com", org: "Ejemplo Tours" } },
  },
  fails("registrants.get", "nobody", () => ({ webinar_id: UPCOMING, registrant_id: "nobody" }), "not_found"),

  {
    id: "registrants.addBatch",
    name: "two",
    input: ({ made }) => ({
      webinar_id: made,
      registrants: [
        { email: "uma@example.com", first_name: "Uma" },
        { email: "vic@example.com", first_name: "Vic" },
      ],
    }),
    expected: { ok: { registrants: [{ email: "uma@example.com", status: "pending" }, {}] } },
  },
  fails(
    "registrants.addBatch",
    "the same person twice",
    ({ made }) => ({
      webinar_id: made,
      registrants: [
        { email: "uma@example.com", first_name: "Uma" },
        { email: "UMA@example.com", first_name: "Uma" },
      ],
    }),
    "input_invalid",
  ),

  {
    id: "registrants.deny",
    name: "one",
    input: ({ made }) => ({ webinar_id: made, registrants: ["uma@example.com"] }),
    expected: { ok: { action: "deny", results: [{ outcome: "done" }] } },
  },
  fails("registrants.deny", "somebody unknown", ({ made }) => ({ webinar_id: made, registrants: ["who@example.com"] }), "not_found"),
  {
    id: "registrants.cancel",
    name: "one",
    input: ({ made }) => ({ webinar_id: made, registrants: ["vic@example.com"] }),
    expected: { ok: { action: "cancel", results: [{ outcome: "done" }] } },
  },
  fails("registrants.cancel", "somebody unknown", ({ made }) => ({ webinar_id: made, registrants: ["who@example.com"] }), "not_found"),
  {
    id: "registrants.updateStatus",
    name: "approve those that were denied",
    input: ({ made }) => ({ webinar_id: made, action: "approve", registrants: ["uma@example.com", "vic@example.com"] }),
    expected: { ok: { results: [{ outcome: "done" }, { outcome: "done" }] } },
  },
  fails(
    "registrants.updateStatus",
    "an action that Zoom lacks",
    ({ made }) => ({ webinar_id: made, action: "remove", registrants: ["uma@example.com"] }),
    "input_invalid",
  ),

  {
    id: "registrants.delete",
    name: "one by address",
    input: ({ made }) => ({ webinar_id: made, registrant_ids: ["uma@example.com"] }),
    expected: { ok: { results: [{ registrant: "uma@example.com", outcome: "done" }] } },
  },
  fails("registrants.delete", "them again", ({ made }) => ({ webinar_id: made, registrant_ids: ["uma@example.com"] }), "not_found"),
  fails("registrants.delete", "nobody in particular", ({ made }) => ({ webinar_id: made }), "input_invalid"),
];
