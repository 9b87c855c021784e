import type { Refusal } from "../http/reply.ts";
import type { EmulatorState, UserRecord } from "../state/state.ts";
import { refusals } from "./refusals.ts";

/**
 * What an account or host may have switched off, and how Zoom then refuses. Everything is on but `simulive`. There is one of these for each refusal of
 * Zoom's reference that follows from settings of the portal or from the plan, so that a test can meet them all.
 */
export const FEATURES = {
  permission: refusals.noPermission,
  paid_account: refusals.paidOnly,
  dashboard: refusals.dashboardOnly,
  /** The right to hold meetings at all. */
  hosting: refusals.noHosting,
  oauth_tokens: refusals.oauthOnly,
  scheduling_for_others: refusals.noScheduling,
  simulive: refusals.noSimulive,
  polls: refusals.pollsOff,
  /** Advanced polls and quizzes. */
  advanced_polls: refusals.pollsOff,
  /** Off: the polls come from the survey library, which only the portal changes. */
  own_polls: refusals.pollOfLibrary,
  survey: refusals.surveyOff,
  third_party_survey: refusals.thirdPartySurveyOff,
  custom_live_streaming: refusals.customStreamingOff,
  live_streaming: refusals.liveStreamingOff,
  local_archiving: refusals.localArchivingOff,
  local_recording: refusals.localRecordingOff,
  closed_captions: refusals.captionsOff,
  sip: refusals.noSip,
  /** Taking back chat messages. */
  chat_dlp: refusals.dlpOff,
  /** Off: registration costs money. */
  free_registration: refusals.paidRegistration,
  /** Off: only work e-mail may register. */
  private_email: refusals.workEmail,
  /** Off: the licence holds no more attendees. */
  attendee_licence: refusals.attendeeLimit,
  /** Off: some domains may not join. */
  every_domain: refusals.domainsBlocked,
  /** Off: webinars run on a server of the company's own. */
  cloud_webinars: refusals.onPremise,
  summaries: refusals.summariesOff,
  /** Off: summaries go out by mail only. */
  summary_access: refusals.summariesByMail,
  /** Off: summaries can be read from some addresses only. */
  summary_from_anywhere: refusals.summariesByAddress,
  summary_deletion: refusals.summaryNotDeleted,
} as const satisfies Readonly<Record<string, () => Refusal>>;

/** Something that an account or host can have switched off. */
export type Feature = keyof typeof FEATURES;

/** True for the name of a feature. */
export const isFeature = (name: unknown): name is Feature => typeof name === "string" && Object.hasOwn(FEATURES, name);

/** True unless a feature is off for the account, or for this host. */
export const isOn = (state: EmulatorState, feature: Feature, host?: UserRecord): boolean =>
  !state.account.off.includes(feature) && host?.off.includes(feature) !== true;

/** Refuses, in the feature's own words, if it is off for the account or for this host. */
export const assertOn = (state: EmulatorState, feature: Feature, host?: UserRecord): void => {
  if (!isOn(state, feature, host)) throw FEATURES[feature]();
};
