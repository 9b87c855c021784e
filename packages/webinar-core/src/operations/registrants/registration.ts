import { InputError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { ifAllowed, ifReadable } from "../../operation/if-allowed.ts";
import { quoted } from "../../operation/losses.ts";

/** A webinar as far as signing up goes. */
export interface Registration {
  /** Null if the app may only write. */
  topic: string | null;
  /** Whether Zoom writes to somebody who registers; null: the settings cannot be read. Both switches are on unless a webinar turns them off. */
  mails: boolean | null;
  /** Where somebody who signs up stands; null: not known. */
  status: "approved" | "pending" | null;
  /** False if nobody can register; null: not known. */
  isOn: boolean | null;
  /** True for one of several dates; null: not known. */
  isSeries: boolean | null;
}

const OFF = 2;
const SINGLE = 5;

/** How a webinar registers people. To be read before the write: a failure here must leave nothing half told. */
export const readRegistration = async (zoom: ZoomClient, webinarId: string): Promise<Registration> => {
  const webinar: ReplyOf<"GET /webinars/{webinarId}"> | null = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId } }));
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
interface Answers {
  custom_questions?: readonly { title?: string | undefined; value?: string | undefined }[] | undefined;
  readonly [field: string]: unknown;
}

/**
 * Questions that the form requires and the answers leave open, by field name or title. Empty if the form cannot be read: nobody is kept from registering
 * for that.
 */
export const openQuestions = async (zoom: ZoomClient, webinarId: string, answers: Answers): Promise<string[]> => {
  const form = await ifReadable(() => zoom.call("GET /webinars/{webinarId}/registrants/questions", { path: { webinarId } }));
  const isAnswered = (title: string | undefined) => (answers.custom_questions ?? []).some((answer) => answer.title === title && answer.value);
  return [
    ...(form?.questions ?? []).flatMap(({ field_name, required }) =>
      required && field_name !== undefined && !answers[field_name] ? [field_name] : [],
    ),
    ...(form?.custom_questions ?? []).flatMap(({ title, required }) => (required && title !== undefined && !isAnswered(title) ? [title] : [])),
  ];
};

/** What is said of open questions; nothing if there are none. */
export const noteOpenQuestions = (open: readonly string[]): string[] =>
  open.length === 0 ? [] : [`The form requires answers that were not given: ${open.map(quoted).join(", ")}.`];

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
