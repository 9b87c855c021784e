import { compact, pick } from "../../http/json.ts";
import type { Refusal } from "../../http/reply.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { isOn } from "../../rules/features.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import { countsFor, toRegistrant } from "../registrants/registration.ts";
import { byPerson, pollTime } from "../reports/answers.ts";
import { secondsOf } from "../reports/attendance.ts";
import { assertPublished, findReported, leaveTimeOf, type Reported } from "../reports/find-held.ts";
import { joiningsOf, type NamedPerson, nameOf, shownEmail } from "../reports/people.ts";
import { findOccurrence } from "../webinars/find-webinar.ts";
import { hasRegistration } from "../webinars/lifecycle.ts";

/** The ended instance that the path names; these endpoints call everything else unknown: never held, on air, deleted, held more than a year ago. */
const findEnded = (call: Call, unknown: (key: string) => Refusal): Reported => findReported(call, { unknown, tooOld: unknown, hostUnknown: unknown });

/**
 * GET /past_webinars/{webinarId}/instances: the times that a webinar was held, oldest first. A webinar that does not exist is an invalid id here: the
 * reference lists no other refusal.
 */
export const listInstances: Handler = ({ state, path }) => {
  const webinar = /^\d{9,12}$/.test(path.webinarId ?? "") ? state.webinars[path.webinarId ?? ""] : undefined;
  if (webinar === undefined) throw refusals.webinarIdInvalid();
  const webinars = webinar.instances.map(({ uuid, start_time, occurrence_id }) => compact({ uuid, start_time, occurrence_id }));
  return { status: 200, body: { webinars } };
};

/** GET /past_webinars/{webinarId}/participants: a row for each joining, in the order of joining. */
export const listParticipants: Handler = (call) => {
  const { state } = call;
  const ended = findEnded(call, refusals.pastParticipantsUnknown);
  assertPublished(call, ended, refusals.pastParticipantsUnknown);
  const { instance, host } = ended;
  if (!isOn(state, "paid_account", host)) throw refusals.pastParticipantsPaidOnly(state.account.id);
  const page = pageOf(call, instance.participants);
  const participants = page.rows.map((row) =>
    compact({
      id: row.account_user_id ?? "",
      name: row.name,
      user_id: row.user_id,
      registrant_id: row.registrant_id,
      user_email: shownEmail(row),
      join_time: row.join_time,
      leave_time: leaveTimeOf(ended, row),
      duration: secondsOf(call, instance, row),
      failover: false,
      status: "in_meeting",
      internal_user: row.account_user_id !== null,
    }),
  );
  return { status: 200, body: { ...pick(page.info, ["next_page_token", "page_count", "page_size", "total_records"]), participants } };
};

/** GET /past_webinars/{webinarId}/absentees: who was approved, for the date that was held or the one asked for, and never joined. */
export const listAbsentees: Handler = (call) => {
  const key = call.path.webinarId ?? "";
  const { absenteesUnknown: unknown } = refusals;
  const { webinar, instance } = findReported(call, { unknown, tooOld: unknown });
  if (!hasRegistration(webinar)) throw refusals.noRegistrationForAbsentees(key);
  const held = webinar.occurrences.find(({ occurrence_id }) => occurrence_id === instance.occurrence_id) ?? null;
  const occurrence = findOccurrence(call, webinar) ?? held;
  const joined = new Set(instance.participants.map(({ registrant_id }) => registrant_id));
  const rows = webinar.registrants.filter(
    (registrant) =>
      !joined.has(registrant.id) &&
      countsFor(registrant, occurrence) &&
      ((occurrence && registrant.statusOn[occurrence.occurrence_id]) ?? registrant.status) === "approved",
  );
  const page = pageOf(call, rows);
  return { status: 200, body: { ...page.info, registrants: page.rows.map((row) => toRegistrant(call.state, webinar, row, occurrence)) } };
};

/** These two name people shorter than the reports do. */
const shown = ({ name, email }: NamedPerson) => ({ name, email });

const head = ({ webinar, instance }: Reported) => ({ id: webinar.id, uuid: instance.uuid, start_time: instance.start_time });

/** GET /past_webinars/{webinarId}/polls: what each person answered in each poll. */
export const listPollAnswers: Handler = (call) => {
  const ended = findEnded(call, refusals.notEnded);
  const questions = byPerson(joiningsOf(ended.instance), ended.instance.votes).map(({ person, items }) => ({
    ...shown(nameOf(call.state, ended.webinar, person)),
    question_details: items.flatMap(({ poll_id, at, answers }) =>
      answers.map(({ question, answer }) => ({ answer, date_time: pollTime(call, at), polling_id: poll_id, question })),
    ),
  }));
  return { status: 200, body: { ...head(ended), questions } };
};

/** GET /past_webinars/{webinarId}/qa: what each person asked, with the answers joined by semicolons. */
export const listQuestions: Handler = (call) => {
  const ended = findEnded(call, refusals.notEnded);
  const questions = byPerson(joiningsOf(ended.instance), ended.instance.questions).map(({ person, items }) => ({
    ...shown(nameOf(call.state, ended.webinar, person)),
    question_details: items.map(({ question, answers }) => ({ question, answer: answers.map(({ content }) => content).join(";") })),
  }));
  return { status: 200, body: { ...head(ended), questions } };
};
