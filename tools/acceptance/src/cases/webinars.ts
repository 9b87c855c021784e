import { type Case, fails, HOST } from "./case.ts";

export const webinars: readonly Case[] = [
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
];
