import { anHour, at, BY_ID, type CountedWorld, type HeldInstance, NO_HOST, type Row, registered, seat } from "./world.ts";

const held = (uuid: string, start: string, end: string, joinings: readonly Row[]): HeldInstance =>
  anHour(joinings, { uuid, start: at(start), end: at(end) });
const FIRST = "firstFIRST12firstFIRS1==";
const SECOND = "secondSEC12OsecondSEC2==";
const THIRD = "third/THI12RthirdTHIR3==";

const twice = (end: string, start: string) =>
  registered(["Ann", "Bob"], [], {
    instances: [
      held(FIRST, "15:00", end, [seat("Ann", "15:00", end), seat("Bob", "15:10", end)]),
      held(SECOND, start, "16:00", [seat("Ann", start, "16:00")]),
    ],
  });

/** Webinars that were ended and opened again. */
export const RESTARTS: readonly CountedWorld[] = [
  {
    about: "a webinar opened again after ten minutes is one session, and the gap counts for nobody",
    held: twice("15:20", "15:30"),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 3000 s 2 joins", "attended bob@example.com 600 s 1 joins"],
    expects: {
      webinar: { uuid: SECOND, start_time: at("15:00"), end_time: at("16:00"), length_minutes: 60 },
      totals: { rows: 3, attended: 2, peak_concurrent: 2, peak_at: at("15:10") },
    },
  },
  {
    about: "a gap of exactly fifteen minutes joins two instances",
    held: twice("15:20", "15:35"),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 2700 s 2 joins", "attended bob@example.com 600 s 1 joins"],
  },
  {
    about: "a gap of a second more leaves the latest alone",
    held: twice("15:20", "15:35:01"),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 1499 s 1 joins", "absent bob@example.com 0 s 0 joins"],
    expects: { totals: { rows: 1 } },
  },
  {
    about: "asked by UUID an instance stands alone",
    held: twice("15:20", "15:30"),
    input: { webinar_id: FIRST },
    people: [NO_HOST, "attended ann@example.com 1200 s 1 joins", "attended bob@example.com 600 s 1 joins"],
    expects: { webinar: { uuid: FIRST, length_minutes: 20 } },
  },
  {
    about: "a chain of three is one session, also with a slash in a UUID",
    held: registered(["Ann"], [], {
      instances: [
        held(FIRST, "15:00", "15:10", [seat("Ann", "15:00", "15:10")]),
        held(SECOND, "15:20", "15:30", [seat("Ann", "15:20", "15:30")]),
        held(THIRD, "15:40", "15:50", [seat("Ann", "15:40", "15:50")]),
      ],
    }),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 1800 s 3 joins"],
  },
  {
    about: "a client left open over the gap is clipped to its own instance",
    held: registered(["Ann"], [], {
      instances: [held(FIRST, "15:00", "15:20", [seat("Ann", "15:00", "15:45")]), held(SECOND, "15:30", "16:00", [])],
    }),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 1200 s 1 joins"],
  },
];
