import { asList, asObject, asText } from "../../http/json.ts";
import type { Handler } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, type Check, flag, list, object, oneOf, text } from "../../rules/validate.ts";
import { findWithRegistration } from "./registration.ts";
import { ANSWERS } from "./sign-up.ts";

const question = object({ field_name: oneOf(...Object.keys(ANSWERS)), required: flag }, ["field_name"]);
// Zoom documents no limits for the form. These are our document's, so that every form that can be set can also be read.
const customFields = object(
  {
    title: text({ min: 1, max: 1024 }),
    type: oneOf("short", "single_radio", "single_dropdown", "multiple"),
    answers: list(text({ min: 1, max: 500 }), 200),
    required: flag,
  },
  ["title"],
);

/** A question with choices must have some. A `short` one has none: choices that were sent with it are ignored. */
const custom: Check = (value, field) => {
  const faults = customFields(value, field);
  if (faults.length > 0) return faults;
  const { type, answers } = asObject(value);
  return (type ?? "short") !== "short" && asList(answers).length === 0 ? [`${field}.answers`] : [];
};

const fields = object({ questions: list(question), custom_questions: list(custom, 100) });

/** GET /webinars/{webinarId}/registrants/questions: what the form asks besides e-mail and first name. */
export const getQuestions: Handler = (call) => {
  const { webinar } = findWithRegistration(call, refusals.registrationOff);
  return { status: 200, body: { questions: webinar.questions, custom_questions: webinar.custom_questions } };
};

/** PATCH /webinars/{webinarId}/registrants/questions: replaces the form; a list that is left out is emptied. */
export const updateQuestions: Handler = (call) => {
  const { body } = call;
  assertValid(fields, body);
  const { webinar } = findWithRegistration(call, refusals.registrationOff);
  const names = new Map(
    asList(body.questions).map((entry) => [asText(asObject(entry).field_name) ?? "", asObject(entry).required === true] as const),
  );
  webinar.questions = [...names].map(([field_name, required]) => ({ field_name, required }));
  webinar.custom_questions = asList(body.custom_questions).map((entry) => {
    const { title, type, answers, required } = asObject(entry);
    const kind = asText(type) ?? "short";
    return {
      title: asText(title) ?? "",
      type: kind,
      required: required === true,
      answers: kind === "short" ? [] : asList(answers).flatMap((answer) => asText(answer) ?? []),
    };
  });
  return { status: 204 };
};
