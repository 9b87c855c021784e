import type { InputOf } from "@zoom-webinar/zoom-client";
import { inputSchema, name } from "@zoom-webinar/zoom-client/schemas";
import type * as z from "zod";

type PollBody = InputOf<"POST /webinars/{webinarId}/polls">;
type Question = NonNullable<PollBody["questions"]>[number];

const zoomInput = inputSchema("POST /webinars/{webinarId}/polls").shape;
// Zoom requires no field; a poll without questions is of no use, so here they are.
const questions = zoomInput.questions.unwrap();

/** A whole poll, as `create` and `replace` take it. */
export const pollFields = {
  poll_title: name().max(64).describe("Heading of the poll"),
  questions: questions.min(1).describe('In order: [{"name":"Used it?","type":"single","answers":["Yes","No"]}]'),
  poll_type: zoomInput.poll_type.describe("1 poll (single, multiple only), 2 advanced, 3 quiz; unset: 1 or 2, by the questions"),
  anonymous: zoomInput.anonymous,
};

type PollInput = z.output<z.ZodObject<typeof pollFields>>;
type Counted = "answers" | "prompts" | "right_answers";

/** How many of what each kind of question takes. Source: the reference's texts on POST /webinars/{webinarId}/polls. */
const COUNTS: Readonly<Record<string, Readonly<Partial<Record<Counted, readonly [least: number, most: number]>>>>> = {
  single: { answers: [2, 10] },
  multiple: { answers: [2, 10] },
  matching: { answers: [2, 16], prompts: [2, 10] },
  rank_order: { answers: [2, 7], prompts: [2, 10] },
  fill_in_the_blank: { right_answers: [1, 50] },
};
const LONGEST: Readonly<Record<string, number>> = { short_answer: 500, long_answer: 2000 };
const isPlain = ({ type }: Question) => type === "single" || type === "multiple";

/** What is wrong with one question, by field. */
const faultsOf = (question: Question, isQuiz: boolean): [field: keyof Question, message: string][] => {
  const { name, type, answer_min_character = 1, answer_max_character, rating_min_value, rating_max_value } = question;
  if (!name) return [["name", "is required"]];
  if (type === undefined) return [["type", "is required"]];
  const faults: [keyof Question, string][] = [];
  for (const [field, [least, most]] of Object.entries(COUNTS[type] ?? {}) as [Counted, readonly [number, number]][]) {
    const count = question[field]?.length ?? 0;
    if (count < least || count > most) faults.push([field, `${type} takes ${least} to ${most} of them, got ${count}`]);
  }
  const longest = LONGEST[type];
  if (longest !== undefined && (answer_max_character ?? longest) > longest) faults.push(["answer_max_character", `${type} takes at most ${longest}`]);
  if (answer_max_character !== undefined && answer_min_character > answer_max_character) {
    faults.push(["answer_min_character", "is above answer_max_character"]);
  }
  if (type === "rating_scale" && !((rating_min_value ?? Number.NaN) < (rating_max_value ?? Number.NaN))) {
    faults.push(["rating_max_value", "rating_scale needs rating_min_value and a higher rating_max_value"]);
  }
  if (isQuiz && isPlain(question) && !question.right_answers?.length) faults.push(["right_answers", "a quiz needs them"]);
  const stray = isPlain(question) ? question.right_answers?.find((one) => question.answers?.includes(one) !== true) : undefined;
  if (stray !== undefined) faults.push(["right_answers", `"${stray}" is not one of the answers`]);
  return faults;
};

/** A check for `.check()`: each question has what its kind needs, so that Zoom's "Validation Failed." need not be guessed at. */
export const checkQuestions = ({ value, issues }: z.core.ParsePayload<PollInput>): void => {
  if (issues.length > 0) return; // the document's own bounds come first; the same fault would be told twice
  for (const [at, question] of value.questions.entries()) {
    if (value.poll_type === 1 && question.type !== undefined && !isPlain(question)) {
      const message = `${question.type} needs an advanced poll: leave poll_type out, or give 2`;
      issues.push({ code: "custom", message, path: ["questions", at, "type"], input: question.type });
    }
    for (const [field, message] of faultsOf(question, value.poll_type === 3)) {
      issues.push({ code: "custom", message, path: ["questions", at, field], input: question[field] });
    }
  }
};

/** The poll as Zoom takes it. A plain poll has single and multiple questions only, so any other kind makes it an advanced one. */
export const toPollBody = ({
  poll_title,
  questions,
  poll_type,
  anonymous,
}: PollInput): Pick<PollBody, "title" | "questions" | "poll_type" | "anonymous"> => ({
  title: poll_title,
  questions,
  poll_type: poll_type ?? (questions.every(isPlain) ? 1 : 2),
  anonymous,
});
