import type { CountedWorld } from "./world.ts";

const lines = (...rows: readonly string[]): string => `\uFEFF${rows.join("\r\n")}\r\n`;
const padded = (...rows: readonly string[]): string => lines(...rows.map((row) => `${row},,,`));

const TITLE_2025 = ["Attendee Report,", 'Report Generated:,"Mar 23, 2025 6:26 PM"'];
const SUMMARY_2025 =
  "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration";
const STAFF_2025 = "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name";
const PEOPLE_2025 =
  "Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name";
const GENERAL = 'Tides,847 5984 1045,"Mar 22, 2025 7:00 PM",60,2,0,1,3,,Yes';

const FORM_2020 = lines(
  "Attendee Report,",
  'Report Generated:,"May 12, 2020 10:00 AM"',
  "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views",
  'Tides,847 5984 1045,"May 11, 2020 2:00 PM",60,3,0,2,5,2',
  "Host Details,",
  "Attended,User Name,Email,Join Time,Leave Time,Time in Session (minutes),Country/Region Name",
  'Yes,Ada,ada@example.com,"May 11, 2020 14:00:00","May 11, 2020 15:00:00",60,Germany',
  "Attendee Details,",
  "Attended,First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Country/Region Name",
  'Yes,Ann,Lee,ann@example.com,"May 1, 2020 10:00:00",approved,"May 11, 2020 14:00:00","May 11, 2020 14:10:00",10,Germany',
  'Yes,Ann,Lee,ann@example.com,,,"May 11, 2020 14:20:00","May 11, 2020 14:50:00",30,Germany',
  'Yes,Bob,Ray,bob@example.com,"May 1, 2020 10:00:00",approved,"May 11, 2020 14:30:00","May 11, 2020 15:00:00",30,Germany',
  'No,Cid,Sol,cid@example.com,"May 1, 2020 10:00:00",approved,--,--,--,--',
);

const form2025 = (...people: readonly string[]): string =>
  lines(
    ...TITLE_2025,
    SUMMARY_2025,
    GENERAL,
    "Host Details,",
    STAFF_2025,
    'Yes,Ada,ada@example.com,"Mar 22, 2025 19:00:00","Mar 22, 2025 20:00:00",60,No,Germany',
    "Attendee Details,",
    PEOPLE_2025,
    ...people,
  );

const FORM_2026 = lines(
  "Attendee Report",
  'Report generated time,"08/31/2026 02:31:08 PM"',
  "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled registrants,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration",
  'Tides,847 5984 1045,"08/30/2026 10:00:00 AM",150,2,0,1,3,1,Yes',
  "Host Details",
  STAFF_2025,
  'Yes,Ada,ada@example.com,"08/30/2026 10:00:00 AM","08/30/2026 12:30:00 PM",150,No,Germany',
  "Panelist Details",
  STAFF_2025,
  'Yes,Pia,pia@example.com,"08/30/2026 10:00:00 AM","08/30/2026 11:00:00 AM",60,No,Germany',
  'Yes,Pia,pia@example.com,"08/30/2026 10:30:00 AM","08/30/2026 11:30:00 AM",60,No,Germany',
  "Attendee Details",
  `${PEOPLE_2025},Source Name`,
  'Yes,Ann Lee,Ann,Lee,ann@example.com,"08/01/2026 09:00:00 AM",approved,"08/30/2026 11:50:00 AM","08/30/2026 12:10:00 PM",20,No,Germany,Newsletter',
  'No,Bob Ray,Bob,Ray,bob@example.com,"08/01/2026 09:00:00 AM",approved,--,--,--,--,--,--',
  "Other Attended",
  "User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name",
  '4930123456,"08/30/2026 12:00:00 PM","08/30/2026 12:30:00 PM",30,Germany',
);

const ANN = 'Yes,Ann Lee,Ann,Lee,ann@example.com,"Mar 1, 2025 10:00:00",approved,"Mar 22, 2025 19:10:00","Mar 22, 2025 19:40:00",30,No,Germany';
const BOB = 'No,Bob Ray,Bob,Ray,bob@example.com,"Mar 1, 2025 10:00:00",approved,--,--,--,--,';
const ADA = "host ada@example.com 3600 s 1 joins";
const ANN_CAME = "attended ann@example.com 1800 s 1 joins";
const BOB_STAYED_AWAY = "absent bob@example.com 0 s 0 joins";
const UTC = "UTC";

/** German Excel writes semicolons, and the times in the way of its country. */
const RESAVED_IN_GERMAN = lines(
  "Attendee Report;;;;;;;;;;;",
  "Report Generated:;23.03.2025 18:26;;;;;;;;;;",
  `${SUMMARY_2025.replaceAll(",", ";")};;`,
  "Tides;847 5984 1045;22.03.2025 19:00;60;2;0;1;3;;Yes;;",
  "Host Details;;;;;;;;;;;",
  `${STAFF_2025.replaceAll(",", ";")};;;;`,
  "Yes;Ada;ada@example.com;22.03.2025 19:00;22.03.2025 20:00;60;No;Germany;;;;",
  "Attendee Details;;;;;;;;;;;",
  PEOPLE_2025.replaceAll(",", ";"),
  "Yes;Ann Lee;Ann;Lee;ann@example.com;01.03.2025 10:00;approved;22.03.2025 19:10;22.03.2025 19:40;30;No;Germany",
  "No;Bob Ray;Bob;Ray;bob@example.com;01.03.2025 10:00;approved;--;--;--;--;",
);

/** A copy in which a program wrote the times its own way. */
const resaved = (start: string, from: string, to: string, end: string): string =>
  padded(
    ...TITLE_2025.map((line) => line.replace(/,$/, "")),
    SUMMARY_2025,
    `Tides,847 5984 1045,${start},60,2,0,1,3,,Yes`,
    "Host Details",
    STAFF_2025,
    `Yes,Ada,ada@example.com,${start},${end},60,No,Germany`,
    "Attendee Details",
    PEOPLE_2025,
    `Yes,Ann Lee,Ann,Lee,ann@example.com,,approved,${from},${to},30,No,Germany`,
    BOB,
  );
const RESAVED_PEOPLE = [ADA, ANN_CAME, BOB_STAYED_AWAY];

/** Reports downloaded from Zoom's portal, as they are and as spreadsheets leave them. */
export const PORTAL_FILES: readonly CountedWorld[] = [
  {
    about: "a file of 2020",
    input: { from: FORM_2020, timezone: UTC },
    people: [ADA, "attended ann@example.com 2400 s 2 joins", "attended bob@example.com 1800 s 1 joins", "absent cid@example.com 0 s 0 joins"],
    expects: {
      webinar: { topic: "Tides", start_time: "2020-05-11T14:00:00Z", length_minutes: 60 },
      totals: {
        registered: 3,
        approved: 3,
        attended: 2,
        absent: 1,
        hosts: 1,
        attendees: 2,
        average_minutes: 35,
        peak_concurrent: 2,
        peak_at: "2020-05-11T14:30:00Z",
        rows: 4,
      },
    },
  },
  {
    about: "a file of 2025, read in the zone that is named",
    input: { from: form2025(ANN, BOB), timezone: "Europe/Berlin" },
    people: [ADA, ANN_CAME, BOB_STAYED_AWAY],
    expects: {
      webinar: { start_time: "2025-03-22T18:00:00Z", end_time: "2025-03-22T19:00:00Z" },
      totals: { registered: 2, show_rate: 0.5, rows: 2, peak_at: "2025-03-22T18:10:00Z" },
      people: [{}, { first_join: "2025-03-22T18:10:00Z" }, {}],
    },
  },
  {
    about: "a file of 2026 with a source, a panelist twice at once, and a caller",
    input: { from: FORM_2026, timezone: UTC },
    people: [
      "host ada@example.com 9000 s 1 joins",
      "panelist pia@example.com 5400 s 2 joins",
      "attended ann@example.com 1200 s 1 joins",
      BOB_STAYED_AWAY,
      "walk_in 4930123456 1800 s 1 joins",
    ],
    expects: {
      totals: {
        registered: 2,
        approved: 2,
        hosts: 1,
        panelists: 1,
        attendees: 2,
        peak_concurrent: 2,
        peak_at: "2026-08-30T12:00:00Z",
        rows: 5,
        average_minutes: 25,
      },
    },
  },
  {
    about: "a second row of a registrant has no registration time and no status",
    input: {
      from: form2025(ANN, 'Yes,Ann Lee,Ann,Lee,ann@example.com,,,"Mar 22, 2025 19:50:00","Mar 22, 2025 20:00:00",10,No,Germany'),
      timezone: UTC,
    },
    people: [ADA, "attended ann@example.com 2400 s 2 joins"],
    expects: { totals: { registered: 1, approved: 1, attended: 1, walk_ins: 0 } },
  },
  {
    about: "a peak that Zoom left blank is not 0, and ours stands beside it",
    input: { from: form2025(ANN, BOB), timezone: UTC },
    expects: { totals: { peak_concurrent: 1, peak_at: "2025-03-22T19:10:00Z" } },
  },
  {
    about: "NULs within names do not cost the rest of the file",
    input: { from: form2025(ANN.replace("Ann Lee", "Ann\u0000 Lee"), BOB.replace("Bob Ray", "\u0000Bob Ray")), timezone: UTC },
    people: [ADA, ANN_CAME, BOB_STAYED_AWAY],
  },
  {
    about: "names with a comma, a quote, an emoji and in Arabic",
    input: {
      from: form2025(
        'Yes,"Lee, ""Annie"" 🎈","Annie ""A"" 🎈","Lee, Jr",ann@example.com,"Mar 1, 2025 10:00:00",approved,"Mar 22, 2025 19:10:00","Mar 22, 2025 19:40:00",30,No,Germany',
        'No,ليلى,ليلى,حسن,layla@example.com,"Mar 1, 2025 10:00:00",approved,--,--,--,--,',
      ),
      timezone: UTC,
    },
    people: [ADA, ANN_CAME, "absent layla@example.com 0 s 0 joins"],
    expects: { people: [{}, { name: 'Annie "A" 🎈 Lee, Jr' }, { name: "ليلى حسن" }] },
  },
  {
    about: "a file that Excel padded with commas",
    input: { from: padded(...form2025(ANN, BOB).slice(1).trimEnd().split("\r\n")), timezone: UTC },
    people: [ADA, ANN_CAME, BOB_STAYED_AWAY],
  },
  { about: "a file saved again by German Excel", input: { from: RESAVED_IN_GERMAN, timezone: UTC }, people: [ADA, ANN_CAME, BOB_STAYED_AWAY] },
  {
    about: "a file saved again by American Excel, without seconds and with a short year",
    input: { from: resaved("3/22/25 19:00", "3/22/25 19:10", "3/22/25 19:40", "3/22/25 20:00"), timezone: UTC },
    people: RESAVED_PEOPLE,
  },
  {
    about: "a file saved again by LibreOffice with dates as ISO writes them",
    input: { from: resaved("2025-03-22 19:00:00", "2025-03-22 19:10:00", "2025-03-22 19:40:00", "2025-03-22 20:00:00"), timezone: UTC },
    people: RESAVED_PEOPLE,
  },
  {
    about: "a file saved again by LibreOffice in the American way",
    input: { from: resaved("03/22/2025 07:00 PM", "03/22/25 07:10 PM", "03/22/25 07:40 PM", "03/22/25 08:00 PM"), timezone: UTC },
    people: RESAVED_PEOPLE,
  },
  {
    about: "text with tabs, as Excel's Unicode text has it",
    input: {
      from: RESAVED_IN_GERMAN.replaceAll(";", "\t")
        .replaceAll("22.03.2025", "2025-03-22")
        .replaceAll("23.03.2025", "2025-03-23")
        .replaceAll("01.03.2025", "2025-03-01"),
      timezone: UTC,
    },
    people: [ADA, ANN_CAME, BOB_STAYED_AWAY],
  },
  {
    about: "a webinar over midnight in a file",
    input: {
      from: form2025(
        'Yes,Ann Lee,Ann,Lee,ann@example.com,"Mar 1, 2025 10:00:00",approved,"Mar 22, 2025 23:50:00","Mar 23, 2025 00:20:00",30,No,Germany',
      )
        .replace('"Mar 22, 2025 7:00 PM",60', '"Mar 22, 2025 11:30 PM",60')
        .replace('"Mar 22, 2025 19:00:00","Mar 22, 2025 20:00:00"', '"Mar 22, 2025 23:30:00","Mar 23, 2025 00:30:00"'),
      timezone: UTC,
    },
    people: [ADA, ANN_CAME],
  },
  {
    about: "a webinar over the hour that the clock skips",
    input: {
      // In New York the clock goes from 2:00 to 3:00 on 9 March 2025: 1:50 to 3:20 is half an hour.
      from: form2025('Yes,Ann Lee,Ann,Lee,ann@example.com,"Mar 1, 2025 10:00:00",approved,"Mar 9, 2025 01:50:00","Mar 9, 2025 03:20:00",30,No,USA')
        .replace('"Mar 22, 2025 7:00 PM",60', '"Mar 9, 2025 1:30 AM",60')
        .replace('"Mar 22, 2025 19:00:00","Mar 22, 2025 20:00:00"', '"Mar 9, 2025 01:30:00","Mar 9, 2025 03:30:00"'),
      timezone: "America/New_York",
    },
    people: [ADA, ANN_CAME],
    expects: { webinar: { length_minutes: 60 } },
  },
  {
    about: "a denied registrant who stayed away, and one who waits",
    input: { from: form2025(ANN, BOB.replace("approved", "denied"), BOB.replace("approved", "pending").replaceAll("bob@", "ben@")), timezone: UTC },
    people: [ADA, ANN_CAME],
    expects: { totals: { registered: 3, approved: 1, denied: 1, pending: 1, show_rate: 1 } },
  },
  {
    about: "two guests without an address and of one name who were there at once",
    input: {
      from: form2025(
        'Yes,Guest,Guest,,,,,"Mar 22, 2025 19:10:00","Mar 22, 2025 19:40:00",30,Yes,Germany',
        'Yes,Guest,Guest,,,,,"Mar 22, 2025 19:20:00","Mar 22, 2025 19:30:00",10,Yes,Germany',
      ).replace(",,Yes\r\n", ",,No\r\n"),
      timezone: UTC,
    },
    people: [ADA, "attendee Guest 1800 s 1 joins", "attendee Guest 600 s 1 joins"],
    expects: { totals: { registered: null, attendees: 2, peak_concurrent: 2 } },
  },
];
