import { toZoomTime } from "../http/json.ts";
import { joiningId, joiningUuid, nextOpaqueId } from "../state/ids.ts";
import { emptySession, type ParticipantRecord, type SessionRecord } from "../state/session-record.ts";
import type { EmulatorState } from "../state/state.ts";
import type { PollRecord, SurveyRecord, WebinarRecord } from "../state/webinar-record.ts";

const MINUTE_MS = 60_000;

const POLL_QUESTION = "How many webinars do you run in a month?";
const SURVEY_QUESTION = "Would you come again?";

const demoPoll = (state: EmulatorState): PollRecord => ({
  id: nextOpaqueId(state, "poll"),
  status: "ended",
  title: "About you",
  poll_type: 1,
  anonymous: false,
  questions: [{ name: POLL_QUESTION, type: "single", answers: ["None yet", "One to five", "More"], answer_required: true }],
});

const demoSurvey = (state: EmulatorState): SurveyRecord => ({
  id: nextOpaqueId(state, "survey"),
  custom_survey: {
    title: "Your opinion",
    questions: [{ name: SURVEY_QUESTION, type: "single", answers: ["Yes", "No"], answer_required: true }],
  },
  third_party_survey: null,
  show_in_the_browser: true,
  show_in_the_follow_up_email: false,
});

const SUMMARY = `## Quick recap
Grace showed how to plan a webinar, how people sign up, and what the reports say afterwards.

## Next steps
- Grace: send the slides to everybody who signed up.
`;

/** Who came: the host, Mina twice, Nia, and somebody who did not sign up. Ravi did not come. */
const demoParticipants = (state: EmulatorState, webinar: WebinarRecord, startMs: number): ParticipantRecord[] => {
  const host = state.users.find(({ id }) => id === webinar.host_id);
  const signUp = (email: string) => ({ email, registrant_id: webinar.registrants.find((registrant) => registrant.email === email)?.id ?? null });
  const attendee = { role: "attendee", account_user_id: null } as const;
  const rows = [
    {
      role: "host" as const,
      name: `${host?.first_name} ${host?.last_name}`,
      email: host?.email ?? "",
      account_user_id: webinar.host_id,
      registrant_id: null,
      minutes: [0, 47],
    },
    { ...attendee, name: "Mina Muster", ...signUp("mina@example.com"), minutes: [1, 20] },
    { ...attendee, name: "Nia Sample", ...signUp("nia@example.com"), minutes: [2, 47] },
    { ...attendee, name: "Visitor", email: "", registrant_id: null, minutes: [5, 12] },
    { ...attendee, name: "Mina Muster", ...signUp("mina@example.com"), minutes: [24, 47] },
  ];
  return rows.map(({ minutes: [from = 0, to = 0], ...person }, index) => ({
    ...person,
    user_id: joiningId(index),
    participant_uuid: joiningUuid(state.seed, webinar.uuid, joiningId(index)),
    join_time: toZoomTime(startMs + from * MINUTE_MS),
    leave_time: toZoomTime(startMs + to * MINUTE_MS),
  }));
};

/**
 * What happened in the demo world's held webinar, 47 minutes long: five joinings of four people, two questions, a poll, a survey, a thumb, slides and a
 * summary. Also gives the webinar the poll and the survey that were asked.
 */
export const holdDemoSession = (state: EmulatorState, webinar: WebinarRecord, startMs: number): SessionRecord => {
  const at = (minutes: number) => toZoomTime(startMs + minutes * MINUTE_MS);
  const [host, mina, nia] = [joiningId(0), joiningId(1), joiningId(2)];
  const participants = demoParticipants(state, webinar, startMs);
  const [{ name, email } = { name: "", email: "" }] = participants;
  const poll = demoPoll(state);
  const survey = demoSurvey(state);
  webinar.polls.push(poll);
  webinar.survey = survey;
  return {
    ...emptySession(),
    participants,
    questions: [
      {
        id: nextOpaqueId(state, "question"),
        user_id: mina,
        anonymous: false,
        question: "Will there be a recording?",
        at: at(10),
        status: "answered",
        answers: [{ user_id: host, name, email, content: "Yes, by tomorrow.", at: at(11), kind: "host_answered_publicly" }],
      },
      {
        id: nextOpaqueId(state, "question"),
        user_id: nia,
        anonymous: true,
        question: "Does it work without an account?",
        at: at(30),
        status: "open",
        answers: [],
      },
    ],
    votes: [
      { poll_id: poll.id, anonymous: false, user_id: mina, at: at(15), answers: [{ question: POLL_QUESTION, answer: "One to five" }] },
      { poll_id: poll.id, anonymous: false, user_id: nia, at: at(16), answers: [{ question: POLL_QUESTION, answer: "None yet" }] },
    ],
    survey: {
      id: survey.id,
      name: "Your opinion",
      anonymous: false,
      answers: [{ user_id: nia, at: at(48), answers: [{ question_id: "1", question: SURVEY_QUESTION, answer: "Yes" }] }],
    },
    feedback: [{ user_id: nia, at: at(47), satisfied: true, comment: "Clear and short." }],
    sharing: [{ user_id: host, content: "desktop", start_time: at(3), end_time: at(40) }],
    summary: { title: `Meeting summary for ${webinar.topic}`, content: SUMMARY, created: at(52), modified: at(52), trashed: false },
  };
};
