import type { Question } from "./form.ts";

/** Zoom takes no longer answer to a question of a webinar's own. Source: Zoom API, POST /webinars/{webinarId}/registrants. */
const MOST = 128;

const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

const choiceOf = ({ answers }: Question, text: string): string | undefined => answers.find((one) => plain(one) === plain(text));

/** The answer to a question in the webinar's own words, or what is wrong with it. */
export const checkAnswer = (question: Question, text: string): { value: string } | { fault: string } => {
  const { type, answers } = question;
  if (text.length > MOST) return { fault: `is longer than ${MOST} characters` };
  if (type === "short" || answers.length === 0) return { value: text };
  const whole = choiceOf(question, text);
  if (whole !== undefined) return { value: whole };
  const choices = answers.slice(0, 10).join(", ");
  if (type !== "multiple") return { fault: `is not one of the choices: ${choices}` };
  const parts = text.split(/[;\n]|,(?!\s*$)/).filter((part) => part.trim() !== "");
  const chosen = parts.map((part) => choiceOf(question, part));
  return chosen.every((one) => one !== undefined)
    ? { value: chosen.join("; ") }
    : { fault: `has something that is not one of the choices: ${choices}` };
};
