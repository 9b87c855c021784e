import { InputError, NotFoundError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { assertStand, WITH_CALLED_OFF } from "../operation/called-off.ts";
import { ifAllowed } from "../operation/if-allowed.ts";
import type { OperationContext } from "../operation/operation.ts";
import { assertNotOver, noteHeld, noteOver } from "../operation/over.ts";
import { howToTurnOn, NO_REGISTRATION } from "../operation/registration.ts";
import { wayBack } from "../people/way-back.ts";
import { readForm } from "./check/form.ts";
import { FIELDS, type Field } from "./columns/header-words.ts";
import type { SendOptions } from "./journal/events.ts";
import { decideTask, removeTask } from "./run/decide-task.ts";
import { inviteTask } from "./run/invite-task.ts";
import { signUpTask } from "./run/sign-up-task.ts";
import type { Method, MethodChoice, Subject, Target } from "./subject.ts";

type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

/** The webinar, null if the app may not read it. Throws `InputError` for a date that was called off. */
const readWebinar = async (zoom: ZoomClient, webinarId: string, dates: readonly string[] | undefined, field: string): Promise<Webinar | null> => {
  const query = dates === undefined ? {} : WITH_CALLED_OFF;
  const webinar = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId }, query }));
  if (webinar !== null && dates !== undefined) await assertStand(webinar, dates, field);
  return webinar;
};

/** What is known of a webinar whose registrants or panelists are changed. `mails`: whether Zoom writes to them; null if its settings cannot be read. */
const targetOf = async (
  { zoom, now }: Pick<OperationContext, "zoom" | "now">,
  webinarId: string,
  mails: (settings: NonNullable<Webinar["settings"]>) => boolean,
  note: string,
  { occurrence_ids }: SendOptions = {},
): Promise<Target> => {
  const webinar = await readWebinar(zoom, webinarId, occurrence_ids, "occurrence_id");
  const settings = webinar?.settings;
  return {
    topic: webinar?.topic ?? null,
    type: webinar?.type ?? null,
    mails: settings === undefined ? null : mails(settings),
    status: null,
    form: null,
    notes: [...(await noteOver(webinar, await now())), note],
  };
};

/** Few people: batches would save nothing. */
const FEW = 30;

const noBatch = (why: string) => InputError.at("method", `batches cannot be used: ${why}`, "Use single, or auto, which chooses by itself.");

const chooseForSignUp = ({ target, options, answers, asked, people }: MethodChoice): { method: Method; why: string } => {
  const obstacles = [
    ...(target.type === null ? ["the webinar's settings cannot be read"] : target.type === 5 ? [] : ["the webinar is recurring"]),
    ...(answers.length === 0 ? [] : [`a batch takes only e-mail and names, and the rows have ${answers.slice(0, 5).join(", ")}`]),
    ...(options.occurrence_ids === undefined ? [] : ["dates are chosen"]),
    ...(options.source === undefined ? [] : ["a tracking source is named"]),
    ...(options.language === undefined ? [] : ["a language is named"]),
  ];
  const [obstacle] = obstacles;
  const needsBatch = options.auto_approve === true && target.status !== "approved";
  if (asked === "batch" || (needsBatch && asked === "auto")) {
    if (obstacle !== undefined)
      throw needsBatch
        ? InputError.at(
            "auto_approve",
            `Zoom approves at once only in batches, and ${obstacle}`,
            "Leave it out, and approve them afterwards with registrants approve-from.",
          )
        : noBatch(obstacle);
    return { method: "batch", why: asked === "batch" ? "asked for" : "only batches approve at once" };
  }
  if (asked === "single") {
    if (needsBatch) throw InputError.at("auto_approve", "Zoom approves at once only in batches", "Leave out method, or approve them afterwards.");
    return { method: "single", why: "asked for" };
  }
  if (obstacle !== undefined) return { method: "single", why: obstacle };
  return people > FEW
    ? { method: "batch", why: "e-mail and names only, for one date: batches of 30 do the same in fewer calls" }
    : { method: "single", why: "few people" };
};

const registersFor = async (
  { zoom, now }: Pick<OperationContext, "zoom" | "now">,
  webinarId: string,
  { occurrence_ids, auto_approve }: SendOptions,
): Promise<Target> => {
  const webinar = await readWebinar(zoom, webinarId, occurrence_ids, "occurrence_ids");
  const settings = webinar?.settings;
  const approval = settings?.approval_type;
  if (approval === NO_REGISTRATION) throw InputError.at("webinar_id", `registration is off for webinar ${webinarId}`, howToTurnOn(webinarId));
  const nowMs = await now();
  await assertNotOver(zoom, webinarId, webinar, nowMs);
  const form = await readForm(zoom, webinarId);
  const most = settings?.registrants_restrict_number ?? 0;
  return {
    topic: webinar?.topic ?? null,
    type: webinar?.type ?? null,
    mails: settings === undefined ? null : settings.registrants_confirmation_email !== false && settings.registrants_email_notification !== false,
    status: approval === 0 ? "approved" : approval === 1 ? "pending" : null,
    form,
    ...(most > 0 ? { most } : {}),
    warnings: await noteHeld(zoom, webinarId, webinar, nowMs),
    notes: [
      "Zoom registers one person at most three times a day.",
      ...(approval !== 1
        ? []
        : auto_approve === true
          ? ["The webinar approves by hand; these people are approved at once."]
          : ["The webinar approves by hand: people wait until somebody approves them."]),
      ...(form === null ? ["The webinar's questions cannot be read with the app's scopes; Zoom alone checks the answers."] : []),
    ],
  };
};

const PERSON_FIELDS: readonly Field[] = FIELDS.filter((field) => field !== "registrant_id");
const people = (count: number, one = "person", many = "people"): string => (count === 0 ? "nobody" : `${count} ${count === 1 ? one : many}`);

/** The status that people get; null: not known. */
const statusWith = (status: Target["status"], { auto_approve }: SendOptions): Target["status"] => (auto_approve === true ? "approved" : status);

// Whether somebody who has to wait is written to is not documented: taken as yes.
const WHY_SIGNED_UP = {
  approved: "the registration is confirmed",
  pending: "they may be told that the registration waits for approval",
  unknown: "they are told that they are registered, or may be told that they wait for approval",
} as const;

const isThere = (zoom: ZoomClient, webinarId: string, registrantId: string): Promise<boolean | null> =>
  zoom.call("GET /webinars/{webinarId}/registrants/{registrantId}", { path: { webinarId, registrantId } }).then(
    () => true,
    (error: unknown) => (error instanceof NotFoundError ? false : null),
  );

/** Signing people up. */
export const SIGN_UP: Subject = {
  kind: "registrants.import",
  verb: (count) => `Register ${people(count)} for`,
  needs: "person",
  fields: PERSON_FIELDS,
  endpoint: (method) => (method === "batch" ? "POST /webinars/{webinarId}/batch_registrants" : "POST /webinars/{webinarId}/registrants"),
  why: (status, options) => WHY_SIGNED_UP[statusWith(status, options) ?? "unknown"],
  isReversible: true,
  read: registersFor,
  isThere,
  choose: chooseForSignUp,
  task: (zoom, webinarId, method, { status }, options) => signUpTask({ zoom, webinarId, method, options, status }),
};

/** Inviting panelists. */
export const INVITE: Subject = {
  kind: "panelists.import",
  verb: (count) => `Invite ${people(count, "panelist", "panelists")} to`,
  needs: "person",
  fields: ["email", "first_name", "last_name", "name"],
  endpoint: () => "POST /webinars/{webinarId}/panelists",
  why: () => "they get their invitation with their own join link",
  isReversible: true,
  read: (ctx, webinarId) =>
    targetOf(
      ctx,
      webinarId,
      (settings) => settings.panelists_invitation_email_notification !== false,
      "A webinar takes about 100 panelists, by its licence.",
    ),
  choose: () => ({ method: "batch", why: "Zoom takes thirty panelists in one call" }),
  task: (zoom, webinarId) => inviteTask({ zoom, webinarId }),
};

const occurrenceOf = ({ occurrence_ids = [] }: SendOptions): string | undefined => occurrence_ids[0];

const WHY = {
  approve: "they get their join link",
  deny: "they are told that they were not accepted",
  cancel: "they are told that their registration is cancelled",
} as const;
const VERBS = { approve: "Approve", deny: "Deny", cancel: "Cancel the registration of" } as const;
const LOSES = { approve: [], deny: ["approved"], cancel: ["approved", "pending"] } as const;

/** Deciding about registrants. */
export const decideSubject = (action: "approve" | "deny" | "cancel"): Subject => ({
  kind: `registrants.${action}From`,
  verb: (count) => `${VERBS[action]} ${people(count, "registrant", "registrants")} of`,
  needs: "named",
  fields: ["email", "registrant_id"],
  endpoint: () => "PUT /webinars/{webinarId}/registrants/status",
  why: () => WHY[action],
  isReversible: true,
  wayBack: wayBack(action),
  loses: LOSES[action],
  isThere,
  read: (ctx, webinarId, options) =>
    targetOf(
      ctx,
      webinarId,
      (settings) => settings.registrants_email_notification !== false,
      "Zoom changes one registrant's status at most ten times a day.",
      options,
    ),
  choose: () => ({ method: "batch", why: "Zoom takes thirty decisions in one call" }),
  task: (zoom, webinarId, _method, _target, options) => decideTask({ zoom, webinarId, action, occurrenceId: occurrenceOf(options) }),
});

/** Taking registrants off the list. */
export const REMOVE: Subject = {
  kind: "registrants.removeFrom",
  verb: (count) => `Remove ${people(count, "registrant", "registrants")} from`,
  needs: "named",
  fields: ["email", "registrant_id"],
  endpoint: () => "DELETE /webinars/{webinarId}/registrants/{registrantId}",
  why: () => "",
  isReversible: false,
  loses: ["approved", "pending", "denied"],
  isRemoval: true,
  read: async (ctx, webinarId, options) => ({
    ...(await targetOf(ctx, webinarId, () => false, "Zoom tells nobody; their links stop working.", options)),
    mails: false,
  }),
  choose: () => ({ method: "single", why: "Zoom removes one registrant at a time" }),
  task: (zoom, webinarId, _method, _target, options) => removeTask({ zoom, webinarId, occurrenceId: occurrenceOf(options) }),
};
