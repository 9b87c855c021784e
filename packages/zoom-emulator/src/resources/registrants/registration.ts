import { compact, type JsonObject, toZoomTime } from "../../http/json.ts";
import type { Refusal } from "../../http/reply.ts";
import type { Call } from "../../rules/call.ts";
import type { EmulatorState, OccurrenceRecord, RegistrantRecord, RegistrantStatus, WebinarRecord } from "../../state/state.ts";
import { type FoundWebinar, findWebinar } from "../webinars/find-webinar.ts";
import { hasRegistration } from "../webinars/lifecycle.ts";
import { registrantJoinUrl, shareUrl } from "../webinars/links.ts";
import { settingOf } from "../webinars/settings.ts";

/** `registration_type`: whether a sign-up counts for all dates of a recurring webinar. */
export const REGISTER_ONCE = 1;

/** The webinar that the path names. Throws what `findWebinar` throws, and `off` if nobody can sign up for it. */
export const findWithRegistration = (call: Call, off: (webinarId: string) => Refusal): FoundWebinar => {
  const found = findWebinar(call);
  if (!hasRegistration(found.webinar)) throw off(String(found.webinar.id));
  return found;
};

/** True if a sign-up counts for this date; null means any. */
export const countsFor = (registrant: RegistrantRecord, occurrence: OccurrenceRecord | null): boolean =>
  occurrence === null || registrant.occurrence_ids === null || registrant.occurrence_ids.includes(occurrence.occurrence_id);

/** Where a sign-up stands: for one date, or in general. */
export const statusOf = (registrant: RegistrantRecord, occurrence: OccurrenceRecord | null): RegistrantStatus =>
  (occurrence && registrant.statusOn[occurrence.occurrence_id]) ?? registrant.status;

/** True if so many more may be approved: always, unless `registrants_restrict_number` sets a limit. People who wait do not count. */
export const hasRoomFor = (webinar: WebinarRecord, coming: number): boolean => {
  const most = settingOf(webinar, "registrants_restrict_number");
  if (typeof most !== "number" || most === 0) return true;
  return webinar.registrants.filter(({ status }) => status === "approved").length + coming <= most;
};

/** True if Zoom writes to registrants about decisions. */
export const mailsDecisions = (webinar: WebinarRecord): boolean => settingOf(webinar, "registrants_email_notification") === true;

/** True if Zoom confirms sign-ups by mail; without decision mails the setting has no effect. */
export const mailsConfirmations = (webinar: WebinarRecord): boolean =>
  mailsDecisions(webinar) && settingOf(webinar, "registrants_confirmation_email") === true;

const PRIVATE_DOMAINS = ["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "aol.com", "gmx.com"];

/** True for an address at a provider of private mail. Which ones Zoom counts is not documented. */
export const isPrivate = (email: string): boolean => PRIVATE_DOMAINS.includes(email.toLowerCase().split("@").at(-1) ?? "");

/** Brackets that can be read. Some that can be sent are not among them; what Zoom then shows is not known, so the field is empty. */
const READABLE_SIZES: readonly unknown[] = [
  "",
  "1-20",
  "21-50",
  "51-100",
  "101-250",
  "251-500",
  "501-1,000",
  "1,001-5,000",
  "5,001-10,000",
  "More than 10,000",
];

/** What a form may ask besides names. Unanswered, they come as empty text. */
const ANSWERS = [
  "address",
  "city",
  "country",
  "zip",
  "state",
  "phone",
  "industry",
  "org",
  "job_title",
  "purchasing_time_frame",
  "role_in_purchase_process",
  "no_of_employees",
  "comments",
];
const UNANSWERED: JsonObject = Object.fromEntries(ANSWERS.map((name) => [name, ""]));

/** A registrant as lists and single answers show it. The personal link appears once approved. */
export const toRegistrant = (
  state: EmulatorState,
  webinar: WebinarRecord,
  registrant: RegistrantRecord,
  occurrence: OccurrenceRecord | null,
): Record<string, unknown> => {
  const status = statusOf(registrant, occurrence);
  const { no_of_employees, ...answers } = registrant.answers;
  return compact({
    id: registrant.id,
    email: registrant.email,
    first_name: registrant.first_name,
    ...UNANSWERED,
    ...answers,
    no_of_employees: READABLE_SIZES.includes(no_of_employees) ? no_of_employees : "",
    custom_questions: registrant.custom_questions,
    status,
    create_time: toZoomTime(registrant.createdMs),
    join_url: registrantJoinUrl(state.seed, webinar, registrant, status),
  });
};

/** The link to pass on, if the emulator is told to show fields that Zoom only announced. */
export const announced = ({ state, switches }: Call, webinar: WebinarRecord, registrant: RegistrantRecord): JsonObject =>
  switches.announcedFields ? { share_url: shareUrl(state.seed, webinar, registrant) } : {};
