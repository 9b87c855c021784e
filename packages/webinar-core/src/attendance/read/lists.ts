import { nounOf } from "../../operation/counts.ts";
import type { OperationContext } from "../../operation/operation.ts";
import type { AnswerRow, JoiningRow, RegistrantRow } from "../engine/input.ts";
import { toSecond } from "../engine/seconds.ts";
import { orElse, type Part, readPart } from "./part.ts";

const LARGEST_PAGE = 300;

/**
 * What the numbers are made from, and no more: a large webinar has fifty thousand rows, and all of them are kept until the report is made. Times are read here
 * once: as numbers they take no room of their own.
 */
const toRow = ({ registrant_id, user_email, participant_user_id, id, name, join_time, leave_time, duration, status }: JoiningRow): JoiningRow => ({
  registrant_id,
  user_email,
  participant_user_id,
  id,
  name,
  join_time: toSecond(join_time) ?? undefined,
  leave_time: toSecond(leave_time) ?? undefined,
  duration,
  status,
});

/** The joinings of one instance: from the report, else from the past list. */
export const readJoinings = async ({ zoom, progress }: OperationContext, key: string): Promise<Part<readonly JoiningRow[]>> => {
  const path = { webinarId: key };
  const report = await readPart(async () => {
    const rows: JoiningRow[] = [];
    const query = { include_fields: "registrant_id" as const, page_size: LARGEST_PAGE };
    for await (const page of zoom.pages("GET /report/webinars/{webinarId}/participants", { path, query })) {
      for (const row of page.participants ?? []) rows.push(toRow(row));
      progress({ done: rows.length, total: page.total_records ?? null, message: nounOf(page.total_records ?? rows.length, "joining") });
    }
    return rows;
  });
  return orElse<readonly JoiningRow[]>(report, async () => {
    const rows: JoiningRow[] = [];
    for await (const page of zoom.pages("GET /past_webinars/{webinarId}/participants", { path, query: { page_size: LARGEST_PAGE } })) {
      for (const row of page.participants ?? []) rows.push(toRow(row));
    }
    return rows;
  });
};

const STATUSES = ["approved", "pending", "denied"] as const;

/** Everybody who registered, and whether somebody may be missing because the list changed while it was read. */
export interface EveryRegistrant {
  rows: readonly RegistrantRow[];
  changed: boolean;
}

/** Everybody who registered, in any status. With `occurrenceId` those of that date. */
export const readEveryRegistrant = async (
  { zoom }: OperationContext,
  webinarId: string,
  occurrenceId: string | undefined,
): Promise<EveryRegistrant> => {
  let changed = false;
  const lists = await Promise.all(
    STATUSES.map(async (status) => {
      const rows: RegistrantRow[] = [];
      const query = { status, page_size: LARGEST_PAGE, occurrence_id: occurrenceId };
      const totals = new Set<number>();
      let total = 0;
      for await (const page of zoom.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId }, query })) {
        for (const { id, email, first_name, last_name, create_time } of page.registrants ?? [])
          rows.push({ id, email, first_name, last_name, status, create_time: toSecond(create_time) ?? undefined });
        total = page.total_records ?? total;
        totals.add(total);
      }
      // If the count stays the same, the list is complete, even if Zoom counts differently; if it changed, the list must have as many rows as the last count.
      if (totals.size > 1 && rows.length < total) changed = true;
      return rows;
    }),
  );
  return { rows: lists.flat(), changed };
};

interface PersonAnswers {
  name?: string | undefined;
  email?: string | undefined;
}

const toAnswer = ({ name, email }: PersonAnswers, items: AnswerRow["items"]): AnswerRow => ({ name, email, items });

export const readPolls = async ({ zoom }: OperationContext, key: string): Promise<Part<readonly AnswerRow[]>> => {
  const path = { webinarId: key };
  const endpoints = ["GET /report/webinars/{webinarId}/polls", "GET /past_webinars/{webinarId}/polls"] as const;
  const read = async (endpoint: (typeof endpoints)[number]) => {
    const { questions = [] } = await zoom.call(endpoint, { path });
    return questions.map((person) =>
      toAnswer(
        person,
        (person.question_details ?? []).map(({ polling_id, question, date_time }) => ({ poll: polling_id, title: question, at: date_time })),
      ),
    );
  };
  return orElse<readonly AnswerRow[]>(await readPart(() => read(endpoints[0])), () => read(endpoints[1]));
};

export const readQuestions = async ({ zoom }: OperationContext, key: string): Promise<Part<readonly AnswerRow[]>> => {
  const path = { webinarId: key };
  const report = await readPart(async () => {
    const { questions = [] } = await zoom.call("GET /report/webinars/{webinarId}/qa", { path });
    return questions.map((person) =>
      toAnswer(
        person,
        (person.question_details ?? []).map(({ create_time }) => ({ at: create_time })),
      ),
    );
  });
  return orElse<readonly AnswerRow[]>(report, async () => {
    const { questions = [] } = await zoom.call("GET /past_webinars/{webinarId}/qa", { path });
    return questions.map((person) =>
      toAnswer(
        person,
        (person.question_details ?? []).map(() => ({})),
      ),
    );
  });
};

/** Survey answers, and whether there is a survey at all. */
export const readSurvey = ({ zoom }: OperationContext, key: string): Promise<Part<{ answers: readonly AnswerRow[]; exists: boolean }>> =>
  readPart(async () => {
    const { survey_answers = [], survey_id } = await zoom.call("GET /report/webinars/{webinarId}/survey", { path: { webinarId: key } });
    return { answers: survey_answers.map((person) => toAnswer(person, [{}])), exists: Boolean(survey_id) };
  });
