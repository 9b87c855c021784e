import { type Case, fails, HELD, UPCOMING } from "./case.ts";

const MONTH = { from: "2037-12-20", to: "2038-01-15" };

/** After `pastWebinars`, which remembers the UUID of the demo's instance. It starts with a slash. */
export const reports: readonly Case[] = [
  { id: "reports.get", name: "by ID", input: () => ({ webinar_id: HELD }), expected: { ok: { id: HELD, participants_count: 4 } } },
  { id: "reports.get", name: "by UUID", input: ({ held }) => ({ webinar_id: held }), expected: { ok: { id: HELD } } },
  fails("reports.get", "of a webinar to come", () => ({ webinar_id: UPCOMING }), "not_found"),

  {
    id: "reports.listParticipants",
    name: "all, by UUID, with every field",
    input: ({ held }) => ({ webinar_id: held, all: true, page_size: 2, full: true }),
    expected: { ok: { complete: true, participants: [{ duration_seconds: 2820 }, { duration_minutes: 19 }, {}, {}, {}] } },
    asJson: true, // the terminal walks pages by an --all of its own, and counts them
  },
  fails("reports.listParticipants", "of a webinar to come", () => ({ webinar_id: UPCOMING }), "not_found"),
  {
    id: "reports.listPolls",
    name: "by UUID",
    input: ({ held }) => ({ webinar_id: held }),
    expected: { ok: { people: 2, results: [{ people: 2, answers: [{ count: 1 }, { count: 1 }] }] } },
  },
  fails("reports.listPolls", "of a webinar to come", () => ({ webinar_id: UPCOMING }), "not_found"),
  { id: "reports.listQa", name: "by ID", input: () => ({ webinar_id: HELD }), expected: { ok: { questions: [{}, { name: "Anonymous Attendee" }] } } },
  fails("reports.listQa", "of a webinar to come", () => ({ webinar_id: UPCOMING }), "not_found"),
  {
    id: "reports.getSurvey",
    name: "by ID",
    input: () => ({ webinar_id: HELD }),
    expected: { ok: { people: 1, results: [{ answers: [{ answer: "Yes", count: 1 }] }] } },
  },
  fails("reports.getSurvey", "of a webinar to come", () => ({ webinar_id: UPCOMING }), "not_found"),

  {
    id: "reports.listUpcoming",
    name: "of a month",
    input: () => ({ from: "2038-01-15", to: "2038-02-14", type: "webinar" }),
    expected: { ok: { upcoming_events: [{ topic: "Product tour: what is new" }], complete: true } },
  },
  fails("reports.listUpcoming", "without an end", () => ({ from: "2038-01-15" }), "input_invalid", { asJson: true }),
  fails("reports.listUpcoming", "of half a year", () => ({ from: "2038-01-15", to: "2038-07-15" }), "input_invalid"),
  {
    id: "reports.listHistory",
    name: "of a month",
    input: () => ({ ...MONTH, meeting_type: "webinar", all: true }),
    expected: { ok: { history_meetings: [{ topic: "The autumn release, live" }, { meeting_id: HELD }], complete: true } },
    asJson: true, // the terminal walks pages by an --all of its own, and counts them
  },
  fails("reports.listHistory", "of an unknown kind", () => ({ ...MONTH, report_type: "polls" }), "input_invalid"),
  fails("reports.listHistory", "of a group", () => ({ ...MONTH, group_id: "sales" }), "forbidden"),
];
