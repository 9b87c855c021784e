import type { ErrorCode } from "@zoom-webinar/foundation";

/** One call, made through every door. */
export interface Case {
  id: string;
  name: string;
  input(remembered: Readonly<Record<string, string>>): Record<string, unknown>;
  expected: { ok: object } | { error: { code: ErrorCode } };
  /** Typed as JSON in the terminal: what no flag can say. */
  asJson?: true;
  /** Ids that later calls need. */
  remember?(output: never): Record<string, string>;
}

const HOST = "ada@example.com";
const fails = (id: string, name: string, input: Case["input"], code: ErrorCode, more: Partial<Case> = {}): Case => ({
  id,
  name,
  input,
  expected: { error: { code } },
  ...more,
});

/** In this order: later calls use what earlier ones made. */
export const cases: readonly Case[] = [
  { id: "users.list", name: "all three", input: () => ({}), expected: { ok: { total_records: 3 } } },
  { id: "users.list", name: "two to a page", input: () => ({ page_size: 2 }), expected: { ok: { users: [{}, {}] } } },
  fails("users.list", "a page_size of 301", () => ({ page_size: 301 }), "input_invalid"),
  fails("users.list", "an unknown field", () => ({ pagesize: 5 }), "input_invalid", { asJson: true }),

  {
    id: "webinars.list",
    name: "of a host",
    input: () => ({ user_id: HOST }),
    expected: { ok: { webinars: [{ topic: "Product tour: what is new" }] } },
    remember: ({ webinars: [webinar] }: { webinars: [{ id: string }] }) => ({ demo: webinar.id }),
  },
  fails("webinars.list", "of nobody", () => ({ user_id: "nobody@example.com" }), "not_found"),
  fails("webinars.list", "a status that does not exist", () => ({ user_id: HOST, type: "upcomming" }), "input_invalid"),

  {
    id: "webinars.create",
    name: "at a wall time in a zone",
    input: () => ({
      user_id: HOST,
      topic: "Tides",
      start_time: "2027-03-15T10:00",
      timezone: "America/New_York",
      registration: "manual",
      host_video: true,
      settings: { contact_name: "Ada" },
    }),
    expected: { ok: { starts: { utc: "2027-03-15T14:00:00Z" } } },
    remember: ({ webinar }: { webinar: { id: string } }) => ({ made: webinar.id }),
  },
  fails(
    "webinars.create",
    "on a date that does not exist",
    () => ({ user_id: HOST, topic: "T", start_time: "2027-02-30T10:00", timezone: "UTC" }),
    "input_invalid",
  ),
  fails(
    "webinars.create",
    "in an hour that is skipped",
    () => ({ user_id: HOST, topic: "T", start_time: "2027-03-14T02:30", timezone: "America/New_York" }),
    "input_invalid",
  ),
  fails(
    "webinars.create",
    "in an unknown zone",
    () => ({ user_id: HOST, topic: "T", start_time: "2027-03-15T10:00", timezone: "America/NewYork" }),
    "input_invalid",
  ),
  fails(
    "webinars.create",
    "for a host without the add-on",
    () => ({ user_id: "linus@example.com", topic: "T", start_time: "2027-03-15T10:00:00Z" }),
    "plan_missing",
  ),

  { id: "webinars.get", name: "by id", input: ({ made }) => ({ webinar_id: made }), expected: { ok: { topic: "Tides" } } },
  {
    id: "webinars.get",
    name: "by id as printed",
    input: ({ made = "" }) => ({ webinar_id: `${made.slice(0, 3)} ${made.slice(3, 7)} ${made.slice(7)}` }),
    expected: { ok: { topic: "Tides" } },
  },
  fails("webinars.get", "that is not there", () => ({ webinar_id: "99999999999" }), "not_found"),
  fails("webinars.get", "by words", () => ({ webinar_id: "the one about tides" }), "input_invalid"),
  fails("webinars.get", "by a UUID with slashes that is not there", () => ({ webinar_id: "/ab//cdefghijklmnopqrs==" }), "not_found"),

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

  { id: "webinars.delete", name: "it", input: ({ made }) => ({ webinar_id: made }), expected: { ok: { done: "delete_webinar" } } },
  fails("webinars.delete", "it again", ({ made }) => ({ webinar_id: made }), "not_found"),
];
