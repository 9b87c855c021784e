import { anHour, at, BY_ID, type CountedWorld, HOST, ID, joining, NO_HOST, open, panelist, registered, registrant, seat } from "./world.ts";

/** Hosts and panelists among the rows. */
export const STAFF: readonly CountedWorld[] = [
  {
    about: "the host and the panelists are no attendees, and are not in the peak",
    held: registered(
      ["Ann"],
      [
        joining("Ada", "15:00", "16:00", { user_email: "ADA@example.com" }),
        joining("Pia", "15:00", "16:00", { user_email: "Pia@Example.com" }),
        seat("Ann", "15:10", "15:20"),
      ],
      { panelists: [panelist("Pia")] },
    ),
    input: BY_ID,
    people: [`host ${HOST} 3600 s 1 joins`, "panelist pia@example.com 3600 s 1 joins", "attended ann@example.com 600 s 1 joins"],
    expects: {
      totals: { hosts: 1, panelists: 1, attendees: 1, walk_ins: 0, peak_concurrent: 1, peak_at: at("15:10"), average_minutes: 10, rows: 3 },
    },
  },
  {
    about: "a panelist who did not come is listed and not counted",
    held: open([joining("Bob", "15:00", "15:10")], { panelists: [panelist("Pia")] }),
    input: BY_ID,
    people: [NO_HOST, "panelist pia@example.com 0 s 0 joins", "attendee Bob 600 s 1 joins"],
    expects: { totals: { hosts: 0, panelists: 0, attendees: 1 }, people: [{ first_join: null }, { first_join: null, joins: 0 }, {}] },
  },
  {
    about: "a registrant who is made a panelist is one panelist, and counts for the show rate",
    held: registered(["Pia", "Bob"], [seat("Pia", "15:00", "15:30"), joining("Pia", "15:20", "16:00", { user_email: "pia@example.com" })], {
      panelists: [panelist("Pia")],
    }),
    input: BY_ID,
    people: [NO_HOST, "panelist pia@example.com 3600 s 2 joins", "absent bob@example.com 0 s 0 joins"],
    expects: { totals: { registered: 2, approved: 2, attended: 0, absent: 1, attendees: 0, panelists: 1, show_rate: 0.5, average_minutes: null } },
  },
  {
    about: "an alternative host is a host",
    held: open([joining("Alex", "15:00", "15:30", { user_email: "alex@example.com" })], {
      settings: { approval_type: 2, alternative_hosts: "alex@example.com" },
    }),
    input: BY_ID,
    expects: {
      totals: { hosts: 1, attendees: 0 },
      people: [
        { status: "host", email: "alex@example.com", seconds: 1800 },
        { status: "host", joins: 0 },
      ],
    },
  },
  {
    about: "the host who signed up counts among the registrations and is no attendee",
    held: {
      registrants: [registrant("Ada"), registrant("Bob")],
      instances: [anHour([seat("Ada", "15:00", "16:00"), seat("Bob", "15:30", "16:00")])],
    },
    input: BY_ID,
    people: [`host ${HOST} 3600 s 1 joins`, "attended bob@example.com 1800 s 1 joins"],
    expects: { totals: { registered: 2, approved: 2, attended: 1, absent: 0, attendees: 1, hosts: 1, show_rate: 1 } },
  },
];

/** Who registered, and what became of it. */
export const SIGN_UPS: readonly CountedWorld[] = [
  {
    about: "without registration nothing is said of registrations",
    held: open([joining("Ann", "15:00", "15:10")]),
    input: BY_ID,
    expects: {
      totals: { registered: null, approved: null, pending: null, denied: null, absent: null, walk_ins: null, show_rate: null, attendees: 1 },
    },
  },
  {
    about: "who was denied and came has attended, and who waits or was denied and stayed away is counted, not listed",
    held: {
      registrants: [
        registrant("Ann"),
        registrant("Dan", { status: "denied" }),
        registrant("Don", { status: "denied" }),
        registrant("Pat", { status: "pending" }),
      ],
      instances: [anHour([seat("Dan", "15:00", "15:10")])],
    },
    input: BY_ID,
    people: [NO_HOST, "attended dan@example.com 600 s 1 joins", "absent ann@example.com 0 s 0 joins"],
    expects: {
      totals: { registered: 4, approved: 1, pending: 1, denied: 2, attended: 1, absent: 1, show_rate: 0 },
      people: [{}, { registration: "denied" }, { registration: "approved" }],
    },
  },
  {
    about: "of two registrations of one address the approved one counts, though the denied one is newer",
    held: {
      registrants: [
        registrant("Ann", { id: "r-1", create_time: "2027-01-01T10:00:00Z" }),
        registrant("Ann", { id: "r-2", email: "Ann@Example.com", status: "denied", create_time: "2027-01-02T10:00:00Z" }),
      ],
      instances: [anHour([seat("Ann", "15:00", "15:10", { registrant_id: "r-2" }), seat("Ann", "15:20", "15:30", { registrant_id: "r-1" })])],
    },
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 1200 s 2 joins"],
    expects: {
      totals: { registered: 1, approved: 1, denied: 0, attended: 1, show_rate: 1 },
      people: [{}, { registrant_id: "r-1", registration: "approved" }],
    },
  },
  {
    about: "of two approved registrations of one address the newer counts",
    held: {
      registrants: [
        registrant("Ann", { id: "r-new", create_time: "2027-01-02T10:00:00Z" }),
        registrant("Ann", { id: "r-old", create_time: "2027-01-01T10:00:00Z", last_name: "Old" }),
      ],
      instances: [anHour([])],
    },
    input: BY_ID,
    people: [NO_HOST, "absent ann@example.com 0 s 0 joins"],
    expects: { totals: { registered: 1, approved: 1, absent: 1, attendees: 0, rows: 0 }, people: [{}, { registrant_id: "r-new" }] },
  },
  {
    about: "who was deleted from the list and came walked in",
    held: registered(["Ann"], [seat("Ann", "15:00", "15:10"), seat("Gone", "15:00", "15:10")]),
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 600 s 1 joins", "walk_in gone@example.com 600 s 1 joins"],
    expects: { totals: { registered: 1, attended: 1, walk_ins: 1, attendees: 2, show_rate: 1 } },
  },
  {
    about: "a show rate without anybody approved is not known",
    held: { registrants: [registrant("Pat", { status: "pending" })], instances: [anHour([])] },
    input: BY_ID,
    people: [NO_HOST],
    expects: {
      totals: {
        registered: 1,
        approved: 0,
        pending: 1,
        show_rate: null,
        attendees: 0,
        average_minutes: null,
        median_minutes: null,
        peak_concurrent: 0,
      },
    },
  },
  {
    about: "registrants without an address are people of their own",
    held: {
      registrants: [registrant("Ann", { email: "" }), registrant("Bob", { email: null })],
      instances: [anHour([joining("A", "15:00", "15:10", { registrant_id: "r-ann" })])],
    },
    input: BY_ID,
    expects: { totals: { registered: 2, approved: 2, attended: 1, absent: 1, show_rate: 0.5 } },
  },
  {
    about: "lists of several pages are read to their end, and a row that comes on two pages counts once",
    held: {
      registrants: [registrant("Ann"), registrant("Bob"), registrant("Cid"), registrant("Ann"), registrant("Dee")],
      instances: [
        anHour([seat("Ann", "15:00", "15:10"), seat("Bob", "15:00", "15:10"), seat("Cid", "15:00", "15:10"), seat("Cid", "15:30", "15:40")]),
      ],
      pageSize: 2,
    },
    input: BY_ID,
    expects: { totals: { registered: 4, approved: 4, attended: 3, absent: 1, rows: 4, show_rate: 0.75 } },
  },
  {
    about: "who registered for another date only, and came to this one, walked in",
    held: {
      webinar: {
        type: 9,
        occurrences: [
          { occurrence_id: "1799593200000", start_time: at("15:00"), duration: 60, status: "available" },
          { occurrence_id: "1800198000000", start_time: "2027-01-17T15:00:00Z", duration: 60, status: "available" },
        ],
      },
      settings: { approval_type: 0, registration_type: 2 },
      registrants: [registrant("Ann", { occurrence: "1799593200000" }), registrant("Bob", { occurrence: "1800198000000" })],
      instances: [anHour([seat("Ann", "15:00", "15:10"), seat("Bob", "15:00", "15:20")], { occurrence: "1799593200000" })],
    },
    input: BY_ID,
    people: [NO_HOST, "attended ann@example.com 600 s 1 joins", "walk_in bob@example.com 1200 s 1 joins"],
    expects: { totals: { registered: 1, attended: 1, walk_ins: 1 }, webinar: { id: ID } },
  },
  {
    about: "figures of Zoom that are blank are not given, never 0",
    held: registered(["Ann"], [seat("Ann", "15:00", "15:10")], {
      instances: [anHour([seat("Ann", "15:00", "15:10")], { details: { participants_count: 12, total_minutes: null } })],
    }),
    input: BY_ID,
    expects: { zoom_says: { participants_count: 12, total_minutes: null } },
  },
];
