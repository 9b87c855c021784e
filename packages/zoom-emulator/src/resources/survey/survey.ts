import { asList, asObject, asText, compact, type JsonObject, pick } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, type Check, flag, list, object, text } from "../../rules/validate.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import type { SurveyRecord } from "../../state/webinar-record.ts";
import { kindOf, pickQuestion, QUESTION_FIELDS, questionCheck } from "../polls/question-check.ts";
import { type FoundWebinar, findWebinar } from "../webinars/find-webinar.ts";

const CUSTOM = {
  title: text({ max: 64 }),
  anonymous: flag,
  numbered_questions: flag,
  show_question_type: flag,
  feedback: text({ max: 320 }),
  questions: list(questionCheck({ longestName: 420, longestAnswer: 200, mostChoices: 50, longestLabel: 50 }), 100),
};

/** Fields of a question that polls have and surveys do not. */
const POLL_ONLY: readonly string[] = ["right_answers", "case_sensitive"];
const SURVEY_QUESTION_FIELDS = QUESTION_FIELDS.filter((name) => !POLL_ONLY.includes(name));

const custom: Check = (value, field) => {
  const faults = object(CUSTOM)(value, field);
  const { questions } = asObject(value);
  return faults.length === 0 && questions !== undefined && questions !== null && asList(questions).length === 0 ? [`${field}.questions`] : faults;
};

const fields = object({
  custom_survey: custom,
  third_party_survey: text({ max: 64 }),
  show_in_the_browser: flag,
  show_in_the_follow_up_email: flag,
});

const isWebAddress = (address: string): boolean => {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
};

const findWithSurvey = (call: Call): FoundWebinar => {
  const found = findWebinar(call);
  assertOn(call.state, "survey", found.host);
  return found;
};

const START: Omit<SurveyRecord, "id"> = {
  custom_survey: null,
  third_party_survey: null,
  show_in_the_browser: true,
  show_in_the_follow_up_email: false,
};

/** GET /webinars/{webinarId}/survey: what people are asked afterwards, `{}` if nothing was set. */
export const getSurvey: Handler = (call) => {
  const { survey } = findWithSurvey(call).webinar;
  if (survey === null) return { status: 200, body: {} };
  const { id: _id, ...content } = survey;
  return { status: 200, body: compact(content) };
};

const toCustom = (value: JsonObject): Record<string, unknown> => {
  const questions = asList(value.questions).map((question) => {
    const given = asObject(question);
    return { type: kindOf(given), answer_required: false, ...pickQuestion(given, SURVEY_QUESTION_FIELDS, ["prompt_question"]) };
  });
  return { ...pick(value, Object.keys(CUSTOM)), ...(questions.length === 0 ? {} : { questions }) };
};

/** PATCH /webinars/{webinarId}/survey: sets what is asked. Zoom's own form and another service's address exclude each other: the later one stays. */
export const updateSurvey: Handler = (call) => {
  const { body, state } = call;
  assertValid(fields, body);
  const { webinar, host } = findWithSurvey(call);
  const address = asText(body.third_party_survey) ?? "";
  if (address !== "") {
    if (body.custom_survey !== undefined && body.custom_survey !== null) throw refusals.fields(["third_party_survey"]);
    if (!isWebAddress(address)) throw refusals.thirdPartySurveyInvalid(address);
    assertOn(state, "third_party_survey", host);
  }
  const survey = webinar.survey ?? { id: nextOpaqueId(state, "survey"), ...START };
  if (body.custom_survey !== undefined && body.custom_survey !== null) {
    survey.custom_survey = toCustom(asObject(body.custom_survey));
    survey.third_party_survey = null;
  }
  if (address !== "") {
    survey.third_party_survey = address;
    survey.custom_survey = null;
  }
  if (typeof body.show_in_the_browser === "boolean") survey.show_in_the_browser = body.show_in_the_browser;
  if (typeof body.show_in_the_follow_up_email === "boolean") survey.show_in_the_follow_up_email = body.show_in_the_follow_up_email;
  webinar.survey = survey;
  return { status: 204 };
};

/** DELETE /webinars/{webinarId}/survey: takes the survey off. */
export const deleteSurvey: Handler = (call) => {
  findWithSurvey(call).webinar.survey = null;
  return { status: 204 };
};
