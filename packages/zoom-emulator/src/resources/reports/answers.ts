import type { Call, Handler } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import type { QuestionAnswerRecord, QuestionRecord } from "../../state/session-record.ts";
import type { ParticipantRecord } from "../../state/state.ts";
import { findReported, type Reported } from "./find-held.ts";
import { joiningsOf, NOBODY, nameOf, personKey, shownEmail } from "./people.ts";

/** One thing that somebody said, and in which joining. */
interface Said {
  user_id: string;
  anonymous: boolean;
}

interface Group<Item> {
  person: ParticipantRecord | undefined;
  items: Item[];
}

/** What people said, one group for each person in order of their first; what was said without a name stays apart, or it could be told who it was. */
export const byPerson = <Item extends Said>(joinings: ReadonlyMap<string, ParticipantRecord>, items: readonly Item[]): Group<Item>[] => {
  const groups = new Map<string, Group<Item>>();
  for (const [index, item] of items.entries()) {
    const joining = joinings.get(item.user_id);
    const person = item.anonymous ? undefined : joining;
    const key = person === undefined ? `nobody ${index}` : personKey(person);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { person, items: [item] });
    else group.items.push(item);
  }
  return [...groups.values()];
};

/** When somebody answered a poll. Zoom writes it in UTC, without saying so. */
export const pollTime = ({ switches }: Call, at: string): string => (switches.pollTimes === "plain" ? at.replace("T", " ").replace("Z", "") : at);

/** What the three reports say of the instance itself. */
const head = ({ webinar, instance }: Reported) => ({ id: webinar.id, uuid: instance.uuid, start_time: instance.start_time });

/** GET /report/webinars/{webinarId}/polls: what each person answered in each poll. */
export const reportPolls: Handler = (call) => {
  const reported = findReported(call, { unknown: refusals.reportPartUnknown });
  const { webinar, instance } = reported;
  const questions = byPerson(joiningsOf(instance), instance.votes).map(({ person, items }) => {
    const { account_user_id: _, ...name } = nameOf(call.state, webinar, person);
    return {
      ...name,
      question_details: items.flatMap(({ poll_id, at, answers }) =>
        answers.map(({ question, answer }) => ({ polling_id: poll_id, question, answer, date_time: pollTime(call, at) })),
      ),
    };
  });
  return { status: 200, body: { ...head(reported), questions } };
};

const toAnswer = (joinings: ReadonlyMap<string, ParticipantRecord>, { user_id, name, email, content, at, kind }: QuestionAnswerRecord) => {
  const joining = user_id === null ? undefined : joinings.get(user_id);
  return {
    user_id: joining?.account_user_id ?? "",
    name,
    email: joining === undefined ? email : shownEmail(joining),
    content,
    create_time: at,
    type: kind,
  };
};

const toQuestion = (joinings: ReadonlyMap<string, ParticipantRecord>, { id, question, at, status, answers }: QuestionRecord) => ({
  question_id: id,
  question,
  answer: answers.map(({ content }) => content).join(";"),
  create_time: at,
  question_status: status,
  answer_details: answers.map((answer) => toAnswer(joinings, answer)),
});

/** GET /report/webinars/{webinarId}/qa: what each person asked, with every answer. It does not know the code for a host who left (1010), nor 12702. */
export const reportQuestions: Handler = (call) => {
  const { reportPartUnknown: unknown, userUnknown: hostUnknown } = refusals;
  const reported = findReported(call, { unknown, tooOld: unknown, hostUnknown });
  const { webinar, instance } = reported;
  const joinings = joiningsOf(instance);
  const questions = byPerson(joinings, instance.questions).map(({ person, items }) => {
    const { name, email, account_user_id } = nameOf(call.state, webinar, person);
    return { user_id: account_user_id, name, email, question_details: items.map((item) => toQuestion(joinings, item)) };
  });
  return { status: 200, body: { ...head(reported), questions } };
};

/** GET /report/webinars/{webinarId}/survey: what each person answered afterwards. Without answers, it names no survey. */
export const reportSurvey: Handler = (call) => {
  const { webinar, instance } = findReported(call, { unknown: refusals.reportPartUnknown });
  const { survey } = instance;
  const joinings = joiningsOf(instance);
  const survey_answers = (survey?.answers ?? []).map(({ user_id, at, answers }) => {
    const { account_user_id: _, ...name } = survey?.anonymous === true ? NOBODY : nameOf(call.state, webinar, joinings.get(user_id));
    return { ...name, answer_details: answers.map((answer) => ({ ...answer, date_time: at })) };
  });
  return {
    status: 200,
    body: {
      webinar_id: webinar.id,
      webinar_uuid: instance.uuid,
      start_time: instance.start_time,
      ...(survey === null ? {} : { survey_id: survey.id, survey_name: survey.name }),
      survey_answers,
    },
  };
};
