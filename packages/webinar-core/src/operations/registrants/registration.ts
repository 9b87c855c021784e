import { InputError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { checkForm } from "../../import/check/check-form.ts";
import { NO_FORM, readForm } from "../../import/check/form.ts";
import { assertStand, WITH_CALLED_OFF } from "../../operation/called-off.ts";
import { ifAllowed, ifReadable } from "../../operation/if-allowed.ts";

/** A webinar as far as signing up goes. */
export interface Registration {
  /** Null if the app may only write. */
  topic: string | null;
  /** Whether Zoom writes to somebody who registers; null: the settings cannot be read. Both switches are on unless a webinar turns them off. */
  mails: boolean | null;
  /** The status of somebody who signs up; null: not known. */
  status: "approved" | "pending" | null;
  /** False if nobody can register; null: not known. */
  isOn: boolean | null;
  /** True for one of several dates; null: not known. */
  isSeries: boolean | null;
}

const OFF = 2;
const SINGLE = 5;

/** How a webinar registers people. Throws `InputError` for a date that was called off. Read before the write, so that a failure here leaves nothing half reported. */
export const readRegistration = async (zoom: ZoomClient, webinarId: string, dates: readonly string[] = []): Promise<Registration> => {
  const query = dates.length === 0 ? {} : WITH_CALLED_OFF;
  const webinar: ReplyOf<"GET /webinars/{webinarId}"> | null = await ifAllowed(() =>
    zoom.call("GET /webinars/{webinarId}", { path: { webinarId }, query }),
  );
  if (webinar !== null) assertStand(webinar, dates, "occurrence_ids");
  const settings = webinar?.settings;
  const approval = settings?.approval_type;
  return {
    topic: webinar?.topic ?? null,
    mails: settings ? settings.registrants_confirmation_email !== false && settings.registrants_email_notification !== false : null,
    status: approval === 0 ? "approved" : approval === 1 ? "pending" : null,
    isOn: approval === undefined ? null : approval !== OFF,
    isSeries: webinar?.type === undefined ? null : webinar.type !== SINGLE,
  };
};

/** Refuses what Zoom would refuse after the yes. Throws `InputError` for a webinar that takes no registrations. */
export const assertTakesRegistrations = ({ isOn }: Registration): void => {
  if (isOn !== false) return;
  throw InputError.at("webinar_id", "is a webinar that takes no registrations", "Switch registration on first: registration automatic or manual.");
};

/** What somebody answers when they register. */
export interface Answers {
  custom_questions?: readonly { title?: string | undefined; value?: string | undefined }[] | undefined;
  readonly [field: string]: unknown;
}

const ANSWERING = "Give a standard field by its name, and the webinar's own questions in custom_questions, worded as on the form.";

/**
 * The answers to the webinar's own questions, in the words of its form. Throws `InputError` for a question that has to be answered and is not, and for an
 * answer that is not one of the choices: the rule of an import. A form that cannot be read keeps nobody from registering.
 */
export const answersFor = async (
  zoom: ZoomClient,
  webinarId: string,
  { custom_questions: given = [], ...fields }: Answers,
  hint = ANSWERING,
): Promise<{ title: string; value: string }[]> => {
  const form = await ifReadable(() => readForm(zoom, webinarId));
  const answered = new Map(given.map(({ title = "", value = "" }) => [title, value]));
  const { faults, custom } = checkForm(form ?? NO_FORM, { has: (field) => Boolean(fields[field]), answered });
  if (faults.length > 0) {
    const message = faults.map(({ field, message }) => `${field}: ${message}`).join("; ");
    throw new InputError(message, faults, { hint, foreign: ["faults"] });
  }
  for (const { title, value } of custom) answered.set(title, value);
  return [...answered].map(([title, value]) => ({ title, value }));
};

/** The same for people of whom a batch says name and address only. */
export const answersForBatch = (zoom: ZoomClient, webinarId: string, people: readonly { last_name?: string | undefined }[]) =>
  answersFor(
    zoom,
    webinarId,
    { last_name: people.every(({ last_name }) => last_name) ? "given" : undefined },
    "A batch takes e-mail and names only: register each person by themselves, with their answers, or import a file.",
  );

/** Whether Zoom writes to those who were registered: surely not if the webinar's mails are off, and null if only Zoom knows. */
export const mailsNow = (mails: boolean | null, isUnsure: boolean): boolean | null => (isUnsure && mails === true ? null : mails);

/** Zoom writes whole seconds. */
const SECOND_MS = 1_000;

/** True for somebody who was registered before this moment; Zoom answers a second registration like a first. Null if that cannot be read. */
export const wasRegistered = async (
  zoom: ZoomClient,
  { webinarId, registrantId, sinceMs }: { webinarId: string; registrantId: string | null; sinceMs: number },
): Promise<boolean | null> => {
  if (registrantId === null) return null;
  const path = { webinarId, registrantId };
  const registrant = await ifReadable(() => zoom.call("GET /webinars/{webinarId}/registrants/{registrantId}", { path }));
  const created = Date.parse(registrant?.create_time ?? "");
  return Number.isNaN(created) ? null : created < zoom.zoomTime(sinceMs) - SECOND_MS;
};
