import { toZoomTime } from "../http/json.ts";
import { nextOpaqueId, nextUuid } from "../state/ids.ts";
import { emptySession, type ParticipantRecord, type QuestionRecord, type VoteRecord } from "../state/session-record.ts";
import type { EmulatorState, RegistrantRecord, WebinarRecord } from "../state/state.ts";
import { addWebinar, asJoiner, DAY_MS, guest, HOUR_MS, hostOfWebinar, MINUTE_MS, rowsOf, type Stay, signUpPerson } from "./build.ts";

const REGISTERED = 68;
const CAME = 47;
/** Minutes. */
const LENGTH = 61;
const SECOND_MS = 1000;

const QUESTIONS = [
  "Will the recording be shared?",
  "Does the new import keep our own questions?",
  "Can two people host the same series?",
  "Is there a limit of registrants a day?",
  "How do we move from the old form?",
  "Do walk-ins show in the report?",
  "When does the next release come?",
];

const POLLS = [
  { title: "Where are you today?", question: "How do you run webinars now?", answers: ["By hand", "With a script", "With a platform"], at: 12 },
  { title: "What next?", question: "Which feature would you use first?", answers: ["Import", "Reports", "Reminders"], at: 44 },
];

/** Most come in the first minutes and stay; some leave at half time, some near the end, a few drop out and come again, one has two devices. */
const staysOf = (person: RegistrantRecord, index: number): Stay[] => {
  const joiner = asJoiner(person);
  const at = (minutes: number, seconds = 0) => minutes * MINUTE_MS + seconds * SECOND_MS;
  const from = index % 11 === 10 ? at(9 + (index % 7), index) : at(0, (index * 13) % 240);
  const to = index % 9 === 8 ? at(24 + (index % 6), index) : index % 5 === 4 ? at(50 + (index % 8), index) : at(LENGTH - 1, 60 - (index % 50));
  if (index % 7 === 3)
    return [
      [joiner, from, at(18, index)],
      [joiner, at(20 + (index % 3), index), to],
    ];
  if (index === 5)
    return [
      [joiner, from, to],
      [asJoiner(person, `${person.first_name}'s phone`), at(15), at(40)],
    ];
  return [[joiner, from, to]];
};

const addPolls = (
  state: EmulatorState,
  webinar: WebinarRecord,
  voters: readonly ParticipantRecord[],
  at: (minutes: number) => string,
): VoteRecord[] =>
  POLLS.flatMap(({ title, question, answers, at: minute }, number) => {
    const id = nextOpaqueId(state, "poll");
    const questions = [{ name: question, type: "single", answers, answer_required: true }];
    webinar.polls.push({ id, status: "ended", title, poll_type: 1, anonymous: false, questions });
    return voters
      .filter((_voter, index) => (index + number) % 3 > 0)
      .map(({ user_id }, index) => ({
        poll_id: id,
        anonymous: false,
        user_id,
        at: at(minute + (index % 2)),
        answers: [{ question, answer: answers[(index * 7 + number) % answers.length] ?? "" }],
      }));
  });

const questionsOf = (state: EmulatorState, askers: readonly ParticipantRecord[], at: (minutes: number) => string): QuestionRecord[] =>
  QUESTIONS.map((question, index) => ({
    id: nextOpaqueId(state, "question"),
    user_id: askers[(index * 5) % Math.max(askers.length, 1)]?.user_id ?? "",
    anonymous: index === 3,
    question,
    at: at(8 + index * 7),
    status: "open",
    answers: [],
  }));

/** A webinar of last week whose report is worth a look: several dozen people, who come, go, come again, vote, ask and answer the survey. */
export const addRelease = (state: EmulatorState, midnightMs: number): void => {
  const startMs = midnightMs - 4 * DAY_MS + 15 * HOUR_MS;
  const at = (minutes: number) => toZoomTime(startMs + minutes * MINUTE_MS);
  const webinar = addWebinar(state, {
    host: 0,
    topic: "The autumn release, live",
    agenda: "What is new, shown by the people who made it.",
    startMs,
    duration: 60,
    createdMs: midnightMs - 30 * DAY_MS,
    settings: { approval_type: 0, question_and_answer: { enable: true } },
  });
  webinar.panelists.push(
    { id: nextOpaqueId(state, "panelist"), name: "Grace Example", email: "grace@example.com" },
    { id: nextOpaqueId(state, "panelist"), name: "Otto Specimen", email: "otto@example.com" },
  );
  const people = Array.from({ length: REGISTERED }, (_, index) =>
    signUpPerson(state, webinar, index, midnightMs - 25 * DAY_MS + index * 7 * HOUR_MS, { status: index % 33 === 32 ? "denied" : "approved" }),
  );
  const grace = state.users.find(({ email }) => email === "grace@example.com");
  const speaker = { ...guest("Grace Example", "grace@example.com"), role: "panelist" as const, account_user_id: grace?.id ?? null };
  const otto = { ...guest("Otto Specimen", "otto@example.com"), role: "panelist" as const };
  const absent = people.at(-2);
  const participants = rowsOf(state.seed, webinar.uuid, startMs, [
    [hostOfWebinar(state, webinar), 0, LENGTH * MINUTE_MS],
    [speaker, 0, LENGTH * MINUTE_MS],
    [otto, MINUTE_MS, 58 * MINUTE_MS],
    ...people
      .filter(({ status }) => status === "approved")
      .slice(0, CAME)
      .flatMap(staysOf),
    [guest("Visitor"), 6 * MINUTE_MS, 31 * MINUTE_MS],
    [guest("Studio North", "studio.north@example.com"), 3 * MINUTE_MS, LENGTH * MINUTE_MS],
    // The name of somebody who registered and did not use the personal link.
    [guest(`${absent?.first_name ?? ""} ${absent?.answers.last_name ?? ""}`), 4 * MINUTE_MS, 47 * MINUTE_MS],
  ]);
  const attendees = participants.filter(({ registrant_id }) => registrant_id !== null);
  const survey = { question_id: "1", question: "Would you come again?" };
  webinar.survey = {
    id: nextOpaqueId(state, "survey"),
    custom_survey: { title: "Your opinion", questions: [{ name: survey.question, type: "single", answers: ["Yes", "No"], answer_required: true }] },
    third_party_survey: null,
    show_in_the_browser: true,
    show_in_the_follow_up_email: false,
  };
  const surveyed = attendees.filter((_attendee, index) => index % 3 === 1);
  webinar.instances.push({
    ...emptySession(),
    participants,
    votes: addPolls(state, webinar, attendees, at),
    questions: questionsOf(state, attendees, at),
    survey: {
      id: webinar.survey.id,
      name: "Your opinion",
      anonymous: false,
      answers: surveyed.map(({ user_id }, index) => ({
        user_id,
        at: at(LENGTH + 2),
        answers: [{ ...survey, answer: index % 6 === 5 ? "No" : "Yes" }],
      })),
    },
    uuid: webinar.uuid,
    start_time: at(0),
    end_time: at(LENGTH),
  });
  webinar.uuid = nextUuid(state);
};
