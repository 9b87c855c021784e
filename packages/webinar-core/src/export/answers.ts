import type { OperationContext } from "../operation/operation.ts";
import type { Fact, Value } from "./row.ts";
import { type Held, personFacts, sessionSource } from "./sessions.ts";

/** One thing that somebody asked or answered. */
interface Given {
  name: string | undefined;
  email: string | undefined;
  key: string;
  question: string | undefined;
  answer: string | undefined;
  at: string | undefined;
  more: Readonly<Record<string, Value>>;
}

const toFact = (held: Held, instance: string, { name, email, key, question, answer, at, more }: Given): Fact => {
  const { fields, ...who } = personFacts(held, held.personOf(name, email), { name, email });
  return {
    ...who,
    key: [instance, email || name || "", key].join("\n"),
    fields: { ...fields, question: question || null, answer: answer || null, answered_at: at || null, ...more },
  };
};

/** A source of what people asked or answered; `read` reads it for one instance. */
const answerSource = (read: (ctx: OperationContext, instance: string) => Promise<readonly Given[]>) =>
  sessionSource(async (held, { ctx }) => {
    const facts: Fact[] = [];
    for (const instance of held.keys) for (const given of await read(ctx, instance)) facts.push(toFact(held, instance, given));
    return facts;
  });

/** Questions and their answers, a row for each answer, and one for a question without any. */
export const qaSource = answerSource(async ({ zoom }, webinarId) => {
  const { questions = [] } = await zoom.call("GET /report/webinars/{webinarId}/qa", { path: { webinarId } });
  return questions.flatMap(({ name, email, question_details = [] }) =>
    question_details.flatMap(({ question_id, question, answer, create_time, question_status, answer_details = [] }): Given[] => {
      const more = { question_status: question_status ?? null };
      const key = question_id ?? question ?? "";
      const asked = { name, email, question, more };
      if (answer_details.length === 0) return [{ ...asked, key, answer, at: create_time }];
      return answer_details.map(({ content, create_time: at, user_id }) => ({
        ...asked,
        key: `${key}\n${user_id ?? ""}\n${at ?? ""}`,
        answer: content,
        at,
      }));
    }),
  );
});

/** Answers to polls, a row for each question that somebody answered. */
export const pollSource = answerSource(async ({ zoom }, webinarId) => {
  const { questions = [] } = await zoom.call("GET /report/webinars/{webinarId}/polls", { path: { webinarId } });
  return questions.flatMap(({ name, email, question_details = [] }) =>
    question_details.map(
      ({ polling_id, question, answer, date_time }): Given => ({
        ...{ name, email, question, answer },
        key: `${polling_id ?? ""}\n${question ?? ""}`,
        at: date_time,
        more: { poll_id: polling_id ?? null },
      }),
    ),
  );
});

/** Answers to the survey, a row for each question that somebody answered. */
export const surveySource = answerSource(async ({ zoom }, webinarId) => {
  const { survey_answers = [], survey_name } = await zoom.call("GET /report/webinars/{webinarId}/survey", { path: { webinarId } });
  return survey_answers.flatMap(({ name, first_name, last_name, email, answer_details = [] }) =>
    answer_details.map(
      ({ question_id, question, answer, date_time }): Given => ({
        name: name || [first_name, last_name].filter(Boolean).join(" ") || undefined,
        ...{ email, question, answer },
        key: question_id ?? question ?? "",
        at: date_time,
        more: { survey_name: survey_name ?? null },
      }),
    ),
  );
});
