export type { Controls, WebhookControls } from "./control/controls.ts";
export type { Fault } from "./control/faults.ts";
export type { SnapshotControls } from "./control/snapshot-controls.ts";
export type { StateSummary, StateView } from "./control/view.ts";
export { createEmulator, openStoredEmulator, type StoredEmulatorOptions } from "./create.ts";
export type { Emulator } from "./emulator.ts";
export { emulatedEndpoints } from "./handlers.ts";
export type { Listening, ListenOptions } from "./http/listen.ts";
export type { HttpRequest, HttpResponse } from "./http/messages.ts";
export { Refusal } from "./http/reply.ts";
export type { RequestRecord } from "./http/request-log.ts";
export { type AppCredentials, DEMO_CREDENTIALS } from "./oauth/oauth.ts";
export type { EmulatorOptions } from "./options.ts";
export type { Feature } from "./rules/features.ts";
export type { Plan } from "./rules/rate-limits.ts";
export { DEFAULT_SWITCHES, SWITCH_VALUES, type Switches } from "./rules/switches.ts";
export { SEED_EXAMPLE } from "./seed/example.ts";
export type { SeedOptions } from "./seed/read-seed.ts";
export { readSeedFile } from "./seed/read-seed-file.ts";
export type { WebhookEvent } from "./state/event.ts";
export type { Mail, MailKind } from "./state/mail-log.ts";
export type {
  EmulatorState,
  InstanceRecord,
  OccurrenceRecord,
  PanelistRecord,
  ParticipantRecord,
  RegistrantRecord,
  RegistrantStatus,
  SessionRecord,
  UserRecord,
  WebinarRecord,
} from "./state/state.ts";
export { STATE_FILE } from "./state/state-file.ts";
export type { PollRecord, SurveyRecord } from "./state/webinar-record.ts";
export type { WebhookDelivery } from "./webhooks/courier.ts";
export type { WebhookRequest, WebhookSend } from "./webhooks/send.ts";
export { WORLD_NAMES, type WorldName } from "./worlds/names.ts";
export type { PlannedAttendee, PlannedRegistrant, PlannedToken, PlannedUser, PlannedWebinar, PlannedWorld } from "./worlds/planned-world.ts";
