import { anHour, at, BY_ID, type CountedWorld, joining, NO_HOST, open, registered, seat } from "./world.ts";

const length = (seconds: number, joinings: Parameters<typeof anHour>[0]) =>
  open([], { instances: [anHour(joinings, { end: new Date(Date.parse(at("15:00")) + seconds * 1000).toISOString() })] });
const pollsOf = (email: string, name: string, ...polls: string[]) => ({
  email,
  name,
  question_details: polls.map((polling_id) => ({ polling_id, question: `Q of ${polling_id}`, answer: "Yes", date_time: at("15:10") })),
});
const questionOf = (email: string, name: string) => ({ email, name, question_details: [{ question: "Why?", answer: "", create_time: at("15:10") }] });

/** Averages, peaks, curves and engagement. */
export const FIGURES: readonly CountedWorld[] = [
  {
    about: "average and median of three",
    held: open([joining("Ann", "15:00", "15:01"), joining("Bob", "15:00", "15:01:30"), joining("Cid", "15:00", "15:10")]),
    input: BY_ID,
    expects: { totals: { average_minutes: 4.2, median_minutes: 1.5 } },
  },
  {
    about: "the median of two is between them, and halves go up",
    held: open([joining("Ann", "15:00", "15:01"), joining("Bob", "15:00", "15:01:30")]),
    input: BY_ID,
    expects: { totals: { average_minutes: 1.3, median_minutes: 1.3 }, people: [{}, { minutes: 1 }, { minutes: 1.5 }] },
  },
  {
    about: "one who comes as another leaves makes no two",
    held: open([joining("Ann", "15:00", "15:30"), joining("Bob", "15:30", "16:00")]),
    input: BY_ID,
    expects: { totals: { peak_concurrent: 1, peak_at: at("15:00") } },
  },
  {
    about: "the peak is its first second",
    held: open([joining("Ann", "15:00", "15:30"), joining("Bob", "15:29:59", "15:40"), joining("Cid", "15:39", "16:00")]),
    input: BY_ID,
    expects: { totals: { peak_concurrent: 2, peak_at: at("15:29:59") } },
  },
  {
    about: "the peak counts people, not devices",
    held: registered(["Ann", "Bob"], [seat("Ann", "15:00", "15:30"), seat("Ann", "15:10", "15:20"), seat("Bob", "15:25", "15:40")]),
    input: BY_ID,
    expects: { totals: { peak_concurrent: 2, peak_at: at("15:25") } },
  },
  {
    about: "the curve has each whole minute without the end, and the drop-off the seconds at its quarters",
    // 90 seconds: looked at 22, 45, 67 and 85.
    held: length(90, [
      joining("Ann", "15:00", "15:00:45"),
      joining("Bob", "15:00:22", "15:01:25"),
      joining("Cid", "15:01:00", "15:01:30"),
      joining("Dee", "15:00:46", "15:01:00"),
    ]),
    input: BY_ID,
    expects: {
      curve: [
        { at: at("15:00"), present: 1 },
        { at: at("15:01"), present: 2 },
      ],
      totals: { drop_off: { "25": 0.5, "50": 0.25, "75": 0.5, "95": 0.25 }, peak_concurrent: 2, peak_at: at("15:00:22") },
    },
  },
  {
    about: "the curve of a webinar of two minutes has two points",
    held: length(120, [joining("Ann", "15:00", "15:02")]),
    input: BY_ID,
    expects: {
      curve: [
        { at: at("15:00"), present: 1 },
        { at: at("15:01"), present: 1 },
      ],
      webinar: { length_minutes: 2 },
    },
  },
  {
    about: "engagement is the time present, the polls, a question and the survey",
    // Ann: 70 x 1800/3600 + 10 x 1/2 + 10 + 0 = 50. Bob: 70 x 900/3600 + 10 x 2/2 + 0 + 10 = 37.5.
    held: registered(["Ann", "Bob"], [], {
      settings: { approval_type: 0, question_and_answer: { enable: true } },
      instances: [
        anHour([seat("Ann", "15:00", "15:30"), seat("Bob", "15:00", "15:15")], {
          polls: [pollsOf("ann@example.com", "Ann", "p1"), pollsOf("bob@example.com", "Bob", "p1", "p2")],
          questions: [questionOf("ann@example.com", "Ann")],
          survey: [{ email: "bob@example.com", name: "Bob", answer_details: [{ question: "Good?", answer: "Yes", date_time: at("16:10") }] }],
        }),
      ],
    }),
    input: BY_ID,
    expects: {
      people: [
        { engagement: null },
        { name: "Ann", engagement: 50, polls_answered: 1, questions_asked: 1, survey_answered: false },
        { name: "Bob", engagement: 38, polls_answered: 2, questions_asked: 0, survey_answered: true },
      ],
    },
  },
  {
    about: "what was not offered does not pull engagement down",
    // Only polls: (70 x 1/2 + 10) of 80 is 56.25 of 100.
    held: registered(["Ann", "Bob"], [], {
      settings: { approval_type: 0, question_and_answer: { enable: false } },
      instances: [anHour([seat("Ann", "15:00", "15:30")], { polls: [pollsOf("ann@example.com", "Ann", "p1")] })],
    }),
    input: BY_ID,
    expects: { people: [{}, { name: "Ann", engagement: 56 }, { name: "Bob", status: "absent", engagement: null }] },
  },
  {
    about: "an answer with only a name goes to the one guest of that name, never to a registrant, and of two guests to neither",
    held: registered(["Ann"], [], {
      instances: [
        anHour(
          [
            seat("Ann", "15:00", "16:00"),
            joining("Bob", "15:00", "16:00"),
            joining("Cid", "15:00", "16:00"),
            joining("Cid", "15:00", "16:00"),
            joining("Anonymous Attendee", "15:00", "16:00"),
          ],
          { polls: ["Ann", "Bob", "Cid", "Zed", "Anonymous Attendee"].map((name) => pollsOf("", name, "p1")) },
        ),
      ],
    }),
    input: BY_ID,
    expects: {
      people: [
        {},
        { name: "Ann", polls_answered: 0 },
        { name: "Anonymous Attendee", polls_answered: 0 },
        { name: "Bob", polls_answered: 1 },
        { name: "Cid", polls_answered: 0 },
        { name: "Cid", polls_answered: 0 },
      ],
    },
  },
  {
    about: "people come in the order of status, first join, and address or name",
    held: registered(
      ["Zoe", "Ann", "Bob", "Max"],
      [seat("Zoe", "15:00", "15:10"), seat("Ann", "15:10", "15:20"), seat("Bob", "15:00", "15:10"), joining("Guest", "15:00", "15:10")],
    ),
    input: BY_ID,
    people: [
      NO_HOST,
      "attended bob@example.com 600 s 1 joins",
      "attended zoe@example.com 600 s 1 joins",
      "attended ann@example.com 600 s 1 joins",
      "absent max@example.com 0 s 0 joins",
      "walk_in Guest 600 s 1 joins",
    ],
    expects: { totals: { registered: 4, attended: 3, absent: 1, walk_ins: 1, attendees: 4, show_rate: 0.75, rows: 4 } },
  },
  {
    about: "filters narrow the people, and the totals stay those of all",
    held: registered(["Ann", "Bob", "Cid"], [seat("Ann", "15:00", "15:40"), seat("Bob", "15:00", "15:10")]),
    input: { ...BY_ID, min_minutes: 30 },
    people: ["attended ann@example.com 2400 s 1 joins"],
    expects: { totals: { attended: 2, absent: 1, attendees: 2 } },
  },
];
