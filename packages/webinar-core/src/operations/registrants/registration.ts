import { InputError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { checkForm } from "../../import/check/check-form.ts";
import { NO_FORM, readForm } from "../../import/check/form.ts";
import { assertStand, WITH_CALLED_OFF } from "../../operation/called-off.ts";
import { countOf } from "../../operation/counts.ts";
import { ifAllowed, ifReadable } from "../../operation/if-allowed.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { assertNotOver, noteHeld } from "../../operation/over.ts";
import { howToTurnOn, NO_REGISTRATION } from "../../operation/registration.ts";
import { SERIES } from "../../operation/series.ts";
import { datesIn, shortDate } from "../webinars/dates.ts";

/** A webinar as far as signing up goes. */
export interface Registration {
  webinarId: string;
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
  /** True if whoever registers is registered for every date of a series, whichever they name. */
  isForAllDates: boolean;
  /** How many people the webinar takes and has, if it has no place left; null if it has, or nobody knows. */
  full: { most: number; approved: number } | null;
  /** Asks whether the webinar was held ahead of its time, and says so. */
  noteHeld(): Promise<string[]>;
  /** The dates that were named, as days: "2032-03-08 10:00". */
  named: readonly string[];
}

const SINGLE = 5;
const FOR_ALL = 1;

/** The dates that a registration is for, if it is for some only. */
export const datesPicked = ({ isForAllDates }: Registration, dates: readonly string[] | undefined): readonly string[] | undefined =>
  isForAllDates ? undefined : dates;

/** Said if dates are named for which nobody can register by themselves: Zoom takes them and registers for all. */
export const noteAllDates = ({ isForAllDates }: Registration, dates: readonly string[] | undefined): string[] =>
  isForAllDates && dates !== undefined && dates.length > 0 ? ["Registration is for all dates here: occurrence_ids has no effect."] : [];

/** Zoom's limit counts approved registrations. */
const fullness = async (zoom: ZoomClient, webinarId: string, most: number): Promise<Registration["full"]> => {
  if (most === 0) return null;
  const query = { status: "approved" as const, page_size: 1 };
  const page = await ifReadable(() => zoom.call("GET /webinars/{webinarId}/registrants", { path: { webinarId }, query }));
  const approved = page?.total_records ?? 0;
  return approved < most ? null : { most, approved };
};

/** Said if a webinar has no place left. */
export const noteFull = ({ full }: Registration): string[] =>
  full === null
    ? []
    : [
        `The webinar takes at most ${countOf(full.most, "person", "people")}, and ${full.approved} ${full.approved === 1 ? "is" : "are"} approved: Zoom may refuse this.`,
      ];

/** How a webinar registers people. Throws `InputError` for a date that was called off, and for a webinar that is over. Read before the write, so that a failure here leaves nothing half reported. */
export const readRegistration = async (
  { zoom, now }: Pick<OperationContext, "zoom" | "now">,
  webinarId: string,
  dates: readonly string[] = [],
): Promise<Registration> => {
  const query = dates.length === 0 ? {} : WITH_CALLED_OFF;
  const webinar: ReplyOf<"GET /webinars/{webinarId}"> | null = await ifAllowed(() =>
    zoom.call("GET /webinars/{webinarId}", { path: { webinarId }, query }),
  );
  if (webinar !== null) await assertStand(webinar, dates, "occurrence_ids");
  const nowMs = await now();
  await assertNotOver(zoom, webinarId, webinar, nowMs);
  const settings = webinar?.settings;
  const approval = settings?.approval_type;
  const held = webinar === null || dates.length === 0 ? [] : await datesIn(webinar);
  return {
    webinarId,
    topic: webinar?.topic ?? null,
    mails: settings ? settings.registrants_confirmation_email !== false && settings.registrants_email_notification !== false : null,
    status: approval === 0 ? "approved" : approval === 1 ? "pending" : null,
    isOn: approval === undefined ? null : approval !== NO_REGISTRATION,
    isSeries: webinar?.type === undefined ? null : webinar.type !== SINGLE,
    isForAllDates: webinar !== null && (webinar.type !== SERIES || (settings?.registration_type ?? FOR_ALL) === FOR_ALL),
    full: await fullness(zoom, webinarId, settings?.registrants_restrict_number ?? 0),
    noteHeld: () => noteHeld(zoom, webinarId, webinar, nowMs),
    named: held.filter(({ occurrence_id }) => occurrence_id != null && dates.includes(occurrence_id)).map(shortDate),
  };
};

/** Refuses what Zoom would refuse after the yes. Throws `InputError` for a webinar that takes no registrations. */
export const assertTakesRegistrations = ({ isOn, webinarId }: Pick<Registration, "isOn" | "webinarId">): void => {
  if (isOn !== false) return;
  throw InputError.at("webinar_id", "is a webinar that takes no registrations", howToTurnOn(webinarId));
};

/** The same before anything else is asked of a person. */
export const WITH_REGISTRATION = {
  webinar_id: async (webinarId: string, { zoom }: Pick<OperationContext, "zoom">) => {
    const webinar = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId } }));
    assertTakesRegistrations({ isOn: webinar?.settings?.approval_type !== NO_REGISTRATION, webinarId });
  },
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
