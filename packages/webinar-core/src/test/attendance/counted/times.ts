import { anHour, at, BY_ID, type CountedWorld, joining, NO_HOST, open, registered, seat, UUID } from "./world.ts";

/** Times that are clipped, missing, reversed or odd. */
export const TIMES: readonly CountedWorld[] = [
  {
    about: "what lies before the start and after the end does not count, and a note says how much it was",
    held: registered(["Ann"], [seat("Ann", "14:40", "16:30")]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 3600 s 1 joins"],
    expects: { people: [{}, { first_join: at("15:00"), last_leave: at("16:00"), late: false, left_early: false }] },
    notes: [/50 minutes/],
  },
  {
    about: "somebody who was there in the practice session only has come, for no second",
    held: registered(["Ann"], [seat("Ann", "14:30", "14:50")]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 0 s 1 joins"],
    expects: {
      people: [{}, { first_join: null, last_leave: null, late: null, left_early: null, intervals: [] }],
      totals: { attended: 1, average_minutes: 0, rows: 1 },
    },
  },
  {
    about: "without a time of leaving somebody stayed to the end",
    held: registered(["Ann", "Bob"], [seat("Ann", "15:20", "15:20", { leave_time: "" }), seat("Bob", "15:40", "15:40", { leave_time: null })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 2400 s 1 joins", "attended bob@example.com 1200 s 1 joins"],
  },
  {
    about: "who left before they came was there for no second",
    held: registered(["Ann"], [seat("Ann", "15:30", "15:10")]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 0 s 1 joins"],
    expects: { totals: { attended: 1, peak_concurrent: 0, average_minutes: 0 } },
  },
  {
    about: "without a time of joining somebody was there for no second",
    held: registered(["Ann", "Bob"], [seat("Ann", "15:00", "15:30", { join_time: null }), seat("Bob", "15:00", "15:30", { join_time: "" })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 0 s 1 joins", "attended bob@example.com 0 s 1 joins"],
  },
  {
    about: "a joining of no length counts as a row and as somebody who came",
    held: registered(["Ann"], [seat("Ann", "15:10", "15:10")]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 0 s 1 joins"],
    expects: { totals: { show_rate: 1, rows: 1, peak_concurrent: 0 } },
  },
  {
    about: "fractions of a second are cut off",
    held: registered(["Ann"], [seat("Ann", "15:00", "15:00", { join_time: "2027-01-10T15:00:00.900Z", leave_time: "2027-01-10T15:00:10.100Z" })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 10 s 1 joins"],
  },
  {
    about: "times with an offset are the instants that they name",
    held: registered(["Ann"], [seat("Ann", "15:00", "15:00", { join_time: "2027-01-10T16:10:00+01:00", leave_time: "2027-01-10T10:30:00-05:00" })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 1200 s 1 joins"],
  },
  {
    about: "a join_time that is not a time makes a joining of no length, and the row is kept",
    held: registered(["Ann", "Bob"], [seat("Ann", "15:00", "15:30", { join_time: "soon" }), seat("Bob", "15:00", "15:30", { join_time: 7 })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 0 s 1 joins", "attended bob@example.com 0 s 1 joins"],
  },
  {
    about: "a row with nothing in it is a guest who was there for no second",
    held: open([
      { id: null, user_id: null, name: null, user_email: null, join_time: null, leave_time: null, duration: null, registrant_id: null, status: null },
      {},
    ]),
    input: BY_ID,
    expects: { totals: { rows: 2, attendees: 2, average_minutes: 0, median_minutes: 0, peak_concurrent: 0 } },
  },
  {
    about: "a webinar over midnight is one evening",
    held: open([], {
      instances: [
        anHour(
          [
            joining("Ann", "15:00", "15:00", { join_time: "2027-01-10T23:50:00Z", leave_time: "2027-01-11T00:10:00Z" }),
            joining("Bob", "15:00", "15:00", { join_time: "2027-01-11T00:00:00Z", leave_time: "2027-01-11T01:30:00Z" }),
          ],
          { start: "2027-01-10T23:30:00Z", end: "2027-01-11T01:30:00Z" },
        ),
      ],
    }),
    input: BY_ID,
    people: [NO_HOST, "attendee Ann 1200 s 1 joins", "attendee Bob 5400 s 1 joins"],
    expects: {
      webinar: { length_minutes: 120 },
      totals: { peak_concurrent: 2, peak_at: "2027-01-11T00:00:00Z", average_minutes: 55, median_minutes: 55 },
    },
  },
  {
    about: "the hour that the clock repeats is an hour like another",
    held: open([], {
      webinar: { timezone: "America/New_York" },
      instances: [
        anHour([joining("Ann", "15:00", "15:00", { join_time: "2026-11-01T05:30:00Z", leave_time: "2026-11-01T06:30:00Z" })], {
          start: "2026-11-01T05:30:00Z",
          end: "2026-11-01T07:00:00Z",
        }),
      ],
    }),
    input: BY_ID,
    people: [NO_HOST, "attendee Ann 3600 s 1 joins"],
    expects: { webinar: { length_minutes: 90 } },
  },
  {
    about: "five minutes late is in time, and a second more is late; the same before the end",
    held: registered(["Ann", "Bob"], [seat("Ann", "15:05", "15:55"), seat("Bob", "15:05:01", "15:54:59")]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 3000 s 1 joins", "attended bob@example.com 2998 s 1 joins"],
    expects: { people: [{}, { late: false, left_early: false }, { late: true, left_early: true }] },
  },
  {
    about: "somebody in a webinar that runs is there until now",
    held: registered(["Ann", "Bob"], [], {
      instances: [anHour([seat("Ann", "15:00", "15:00", { leave_time: "" }), seat("Bob", "15:10", "15:20")], { end: null })],
      now: at("15:30"),
    }),
    input: { webinar_id: UUID },
    people: [NO_HOST, "attended ann@example.com 1800 s 1 joins", "attended bob@example.com 600 s 1 joins"],
    expects: { complete: false, totals: { attendees: 2, peak_concurrent: 2 } },
  },
  {
    about: "durations of 0 while people were there: Zoom is not done, and times come from joining and leaving",
    held: registered(["Ann"], [seat("Ann", "15:00", "15:30", { duration: 0 })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 1800 s 1 joins"],
    expects: { complete: false, totals: { registered: 1, attended: 1, average_minutes: 30 } },
    notes: [/0 seconds for every joining/],
  },
  {
    about: "a participants reply that Zoom refuses soon after the end is one to ask for again",
    held: registered(["Ann"], [], {
      instances: [anHour([], { refusal: { status: 404, code: 3001, message: "Webinar does not exist." } })],
      now: at("16:20"),
    }),
    input: BY_ID,
    expects: { complete: false, totals: { registered: 1, attendees: null } },
  },
  {
    about: "a report of a webinar that ended twenty minutes ago is not complete",
    held: registered(["Ann"], [seat("Ann", "15:00", "15:30")], { now: at("16:20") }),
    input: BY_ID,
    expects: { complete: false },
  },
];
