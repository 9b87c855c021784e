import { InputError } from "@zoom-webinar/foundation";
import { addressKey } from "@zoom-webinar/zoom-client";
import { countOf } from "../../operation/counts.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { type Preview, toRecipients } from "../../operation/preview.ts";
import {
  answersFor,
  answersForBatch,
  assertTakesRegistrations,
  datesPicked,
  noteAllDates,
  noteFull,
  type Registration,
  readRegistration,
} from "./registration.ts";
import { describeKnownPeople, lookForKnown } from "./standing.ts";

interface NewPerson {
  email: string;
  first_name?: string | undefined;
  last_name?: string | undefined;
}

interface NewRegistration extends NewPerson {
  webinar_id: string;
  occurrence_ids?: readonly string[] | undefined;
  custom_questions?: readonly { title?: string | undefined; value?: string | undefined }[] | undefined;
}

/** More dates are listed below the sentence. */
const MOST_IN_A_SENTENCE = 3;

/** Who is registered, and whether they wait for approval. Throws `InputError` for what Zoom would refuse. */
export const previewRegistration = async (
  { webinar_id, email, occurrence_ids, ...answers }: NewRegistration,
  ctx: OperationContext,
): Promise<Preview> => {
  const { zoom } = ctx;
  const registration = await readRegistration(ctx, webinar_id, occurrence_ids);
  assertTakesRegistrations(registration);
  await answersFor(zoom, webinar_id, answers);
  const { topic, mails, status } = registration;
  const name = [answers.first_name, answers.last_name].filter(Boolean).join(" ");
  const known = await lookForKnown(zoom, { webinarId: webinar_id, emails: [email], dates: datesPicked(registration, occurrence_ids) });
  const isNew = known.people.size === 0;
  const waits = !isNew
    ? ""
    : status === "pending"
      ? "; the registration waits for approval"
      : status === "approved" && registration.full === null
        ? "; the registration counts at once"
        : "";
  const days = datesPicked(registration, registration.named) ?? [];
  const areMany = days.length > MOST_IN_A_SENTENCE;
  const onDates = days.length === 0 ? "" : `, only for ${areMany ? countOf(days.length, "date") : days.join(", ")}`;
  return {
    summary: `Register ${name} for "${topic ?? webinar_id}"${onDates}${waits}.`,
    notes: [
      ...(await registration.noteHeld()),
      ...describeKnownPeople(known),
      ...noteAllDates(registration, occurrence_ids),
      ...noteFull(registration),
    ],
    targets: [
      { kind: "webinar", id: webinar_id, ...(topic === null ? {} : { label: topic }) },
      { kind: "person", id: email, label: name },
      ...(areMany ? [{ kind: "dates", id: days.join(" "), items: days, internal: true as const }] : []),
    ],
    recipients: mails === false ? null : recipientsOf([email], { mails, waits: isNew && status === "pending", isNew }),
    reversible: true,
  };
};

const AGAIN = "they may hear of the registration; whoever is on the list already may hear of it again";

/** Whether Zoom writes to somebody who has to wait, or is on the list already, is not documented. */
const recipientsOf = (emails: readonly string[], { mails, waits, isNew }: { mails: boolean | null; waits: boolean; isNew: boolean }) =>
  toRecipients(
    emails,
    !isNew ? AGAIN : waits ? "they are told that the registration waits for approval" : "the registration is confirmed",
    mails === true && !waits && isNew,
  );

/** The same for several people at once. */
export const previewBatch = async (
  { webinar_id, registrants, auto_approve }: { webinar_id: string; registrants: readonly NewPerson[]; auto_approve?: boolean | undefined },
  ctx: OperationContext,
): Promise<Preview> => {
  const { zoom } = ctx;
  const registration = await readRegistration(ctx, webinar_id);
  assertBatch(registrants, registration);
  await answersForBatch(zoom, webinar_id, registrants);
  const { topic, mails, status } = registration;
  const known = await lookForKnown(zoom, { webinarId: webinar_id, emails: registrants.map(({ email }) => email) });
  const waits = auto_approve !== true && status === "pending" ? "; the registrations wait for approval" : "";
  return {
    summary: `Register ${countOf(registrants.length, "person", "people")} for "${topic ?? webinar_id}"${waits}.`,
    notes: [...(await registration.noteHeld()), ...describeKnownPeople(known), ...noteFull(registration)],
    targets: [
      { kind: "webinar", id: webinar_id, ...(topic === null ? {} : { label: topic }) },
      ...registrants.map((person) => ({
        kind: "person",
        id: person.email,
        label: [person.first_name, person.last_name].filter(Boolean).join(" "),
      })),
    ],
    // Whether Zoom mails at once after a batch is not documented; taken as for a single sign-up.
    recipients:
      mails === false
        ? null
        : recipientsOf(
            registrants.map(({ email }) => email),
            { mails, waits: waits !== "", isNew: known.people.size === 0 },
          ),
    reversible: true,
  };
};

/** Refuses what Zoom would refuse after the yes. Throws `InputError`: a person named twice, a series, a webinar that takes no registrations. */
export const assertBatch = (people: readonly { email: string }[], registration: Registration): void => {
  assertEachOnce(people.map(({ email }) => addressKey(email)));
  assertTakesRegistrations(registration);
  if (registration.isSeries !== true) return;
  throw InputError.at("webinar_id", "is a series, and a batch goes to a single webinar only", "Register each person by themselves.");
};

const assertEachOnce = (emails: readonly string[]): void => {
  const twice = emails.findIndex((one, at) => emails.indexOf(one) !== at);
  if (twice === -1) return;
  const field = `registrants.${twice}.email`;
  throw InputError.at(field, `${emails[twice]} is named twice`, "Name each person once.");
};

/** "3 registered, 2 of them already before; 1 not, denied before". */
export const describeBatch = (registrants: readonly { already_registered: boolean | null; status: string | null }[]): string => {
  const counted = registrants.filter(({ status }) => status !== "denied");
  const denied = registrants.length - counted.length;
  const known = counted.filter(({ already_registered }) => already_registered === true).length;
  const refused = denied === 0 ? "" : `; ${denied} not: denied or cancelled before, and still so. Approve them to let them in`;
  return `${counted.length} registered${known === 0 ? "" : `, ${known} of them already before`}${refused}`;
};
