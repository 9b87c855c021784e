import { checkAnswer } from "./check-answer.ts";
import type { Form } from "./form.ts";
import type { RowFault } from "./person.ts";

/** The message for a required question without an answer, the same in every operation. */
export const UNANSWERED = "has no answer, and the webinar's form requires one";

/** What somebody answers, as far as a form asks for it. */
export interface FormAnswers {
  /** Whether one of Zoom's own fields is filled in. */
  has(field: string): boolean;
  /** Answers to the webinar's own questions, by title. */
  answered: ReadonlyMap<string, string>;
}

/** Checks answers against a webinar's form: required questions without an answer, and answers that are not a choice. The answers are in the form's own words. */
export const checkForm = ({ required, questions }: Form, { has, answered }: FormAnswers) => {
  const faults: RowFault[] = required.filter((field) => !has(field)).map((field) => ({ field, message: UNANSWERED }));
  const custom: { title: string; value: string }[] = [];
  for (const question of questions) {
    const { title, isRequired } = question;
    const text = answered.get(title);
    if (text === undefined || text === "") {
      if (isRequired) faults.push({ field: title, message: UNANSWERED });
      continue;
    }
    const checked = checkAnswer(question, text);
    if ("fault" in checked) faults.push({ field: title, message: checked.fault });
    else custom.push({ title, value: checked.value });
  }
  return { faults, custom };
};
