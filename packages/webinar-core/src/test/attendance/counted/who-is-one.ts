import { anHour, BY_ID, type CountedWorld, joining, NO_HOST, open, registered, registrant, seat } from "./world.ts";

const guest = (name: string, join: string, leave: string, userId: string) => joining(name, join, leave, { user_id: userId });

/** Which rows are one person. */
export const WHO_IS_ONE: readonly CountedWorld[] = [
  {
    about: "a registrant who drops out and comes back is one person, and the pause does not count",
    held: registered(["Ann"], [seat("Ann", "15:00", "15:10"), seat("Ann", "15:20", "15:50")]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 2400 s 2 joins"],
    expects: {
      totals: { registered: 1, approved: 1, attended: 1, absent: 0, walk_ins: 0, attendees: 1, show_rate: 1, rows: 2, average_minutes: 40 },
    },
  },
  {
    about: "two devices at once count once",
    held: registered(["Ann"], [seat("Ann", "15:00", "15:30"), seat("Ann", "15:20", "15:40", { user_id: "2" })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 2400 s 2 joins"],
    expects: { totals: { peak_concurrent: 1, rows: 2 } },
  },
  {
    about: "a joining within another, and one that begins as the first ends, are one stretch of time",
    held: registered(["Ann"], [seat("Ann", "15:30", "15:40"), seat("Ann", "15:10", "15:20"), seat("Ann", "15:00", "15:30")]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 2400 s 3 joins"],
    expects: { people: [{}, { intervals: [{ from: "2027-01-10T15:00:00Z", to: "2027-01-10T15:40:00Z" }] }] },
  },
  {
    about: "an address in capitals and with spaces is the registrant's",
    held: registered(["Ann"], [joining("Ann", "15:00", "15:10", { user_email: "  ANN@Example.COM " })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 600 s 1 joins"],
    expects: { people: [{}, { identity: "email", registrant_id: "r-ann" }], totals: { walk_ins: 0 } },
  },
  {
    about: "an address with a plus tag is somebody else",
    held: open([
      joining("Ann", "15:00", "15:10", { user_email: "ann@example.com" }),
      joining("Ann", "15:20", "15:30", { user_email: "ann+work@example.com" }),
    ]),
    input: BY_ID,
    people: [NO_HOST, "attendee ann@example.com 600 s 1 joins", "attendee ann+work@example.com 600 s 1 joins"],
  },
  {
    about: "two addresses of one Zoom account are one attendee",
    held: open([
      joining("Ann", "15:00", "15:10", { id: "acc1", user_email: "ann@example.com" }),
      joining("Ann", "15:20", "15:30", { id: "acc1", user_email: "ann@example.org" }),
    ]),
    input: BY_ID,
    people: [NO_HOST, "attendee ann@example.com 1200 s 2 joins"],
  },
  {
    about: "an account that leads to two registrants leaves them apart",
    held: registered(
      ["Ann", "Bob"],
      [
        joining("Ann", "15:00", "15:10", { id: "acc1", user_email: "ann@example.com" }),
        joining("Bob", "15:20", "15:30", { id: "acc1", user_email: "bob@example.com" }),
      ],
    ),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 600 s 1 joins", "attended bob@example.com 600 s 1 joins"],
  },
  {
    about: "participant_user_id decides the account, not id",
    held: open([
      joining("Ann", "15:00", "15:10", { participant_user_id: "acc1", id: "x" }),
      joining("Anna", "15:20", "15:30", { participant_user_id: "acc1", id: "y" }),
    ]),
    input: BY_ID,
    people: [NO_HOST, "attendee Ann 1200 s 2 joins"],
    expects: { people: [{}, { identity: "account" }] },
  },
  {
    about: "user_id never makes one person of two",
    held: open([guest("Ann", "15:00", "15:10", "7"), guest("Bob", "15:20", "15:30", "7")]),
    input: BY_ID,
    people: [NO_HOST, "attendee Ann 600 s 1 joins", "attendee Bob 600 s 1 joins"],
  },
  {
    about: "guests of one name who are never there at once are one guest",
    held: open([guest("Bob", "15:00", "15:10", "1"), guest("bob ", "15:20", "15:30", "2")]),
    input: BY_ID,
    people: [NO_HOST, "attendee Bob 1200 s 2 joins"],
    expects: { people: [{}, { identity: "name" }] },
  },
  {
    about: "guests of one name who are there at once stay apart, and a later row goes to the first who has left",
    held: open([guest("Bob", "15:00", "15:30", "1"), guest("Bob", "15:10", "15:20", "2"), guest("Bob", "15:30", "15:40", "3")]),
    input: BY_ID,
    people: [NO_HOST, "attendee Bob 2400 s 2 joins", "attendee Bob 600 s 1 joins"],
    expects: { totals: { attendees: 2, peak_concurrent: 2, rows: 3 } },
  },
  {
    about: "a joining of no length overlaps nobody of its name",
    held: open([guest("Bob", "15:00", "15:30", "1"), guest("Bob", "15:10", "15:10", "2")]),
    input: BY_ID,
    people: [NO_HOST, "attendee Bob 1800 s 2 joins"],
  },
  {
    about: "composed letters, NULs, spaces, capitals and a name in brackets do not make another guest",
    held: open([
      guest("Zoë Lang", "15:00", "15:05", "1"),
      guest("Zoe\u0308  Lang", "15:05", "15:10", "2"),
      guest("ZOË\u0000 LANG", "15:10", "15:15", "3"),
      guest(" zoë\tlang (Work phone)", "15:15", "15:20", "4"),
    ]),
    input: BY_ID,
    people: [NO_HOST, "attendee Zoë Lang 1200 s 4 joins"],
  },
  {
    about: "rows without a name are guests of their own",
    held: open([guest("", "15:00", "15:10", "1"), guest("", "15:20", "15:30", "2"), guest("\u0000 ", "15:40", "15:50", "3")]),
    input: BY_ID,
    expects: { totals: { attendees: 3, rows: 3, peak_concurrent: 1 } },
  },
  {
    about: "a guest with the name of one absent registrant may be that registrant, and is not counted as them",
    held: registered(["Bob"], [guest("Bob", "15:00", "15:10", "1")]),
    input: BY_ID,
    people: [NO_HOST, "absent bob@example.com 0 s 0 joins", "walk_in Bob 600 s 1 joins"],
    expects: { people: [{}, {}, { may_be: "r-bob" }], totals: { attended: 0, absent: 1, walk_ins: 1, show_rate: 0 } },
  },
  {
    about: "a guest with the name of two absent registrants may be nobody in particular",
    held: { registrants: [registrant("Bob"), registrant("Rob", { first_name: "Bob" })], instances: [anHour([guest("Bob", "15:00", "15:10", "1")])] },
    input: BY_ID,
    expects: { people: [{}, {}, {}, { status: "walk_in", may_be: null }], totals: { absent: 2 } },
  },
  {
    about: "a guest with the name of a registrant who is there is nobody in particular",
    held: registered(["Bob"], [seat("Bob", "15:00", "15:10"), guest("Bob", "15:20", "15:30", "1")]),
    input: BY_ID,
    expects: { people: [{}, { status: "attended", seconds: 600 }, { status: "walk_in", may_be: null, seconds: 600 }] },
  },
  {
    about: "the registrant ID wins over an address that is another registrant's",
    held: registered(["Ann", "Bob"], [seat("Ann", "15:00", "15:10", { user_email: "bob@example.com" })]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 600 s 1 joins", "absent bob@example.com 0 s 0 joins"],
  },
  {
    about: "a registrant ID that is in no list is one person who walked in",
    held: registered(
      ["Ann"],
      [joining("Eve", "15:00", "15:10", { registrant_id: "gone" }), joining("Eve H", "15:05", "15:20", { registrant_id: "gone" })],
    ),
    input: BY_ID,
    people: [NO_HOST, "absent ann@example.com 0 s 0 joins", "walk_in Eve 1200 s 2 joins"],
  },
  {
    about: "two people on one join link stay one person, and a note says so",
    held: registered(
      ["Ann"],
      [seat("Ann", "15:00", "15:30", { user_id: "1", name: "Ann" }), seat("Ann", "15:00", "15:40", { user_id: "2", name: "Carl" })],
    ),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 2400 s 2 joins"],
    expects: { people: [{}, { name: "Ann" }] },
  },
  {
    about: "who waits in the waiting room has not joined",
    held: open([joining("Ann", "15:00", "15:05", { status: "in_waiting_room" }), joining("Ann", "15:05", "15:10")]),
    input: BY_ID,
    people: [NO_HOST, "attendee Ann 300 s 1 joins"],
    expects: { totals: { rows: 1 } },
  },
];
