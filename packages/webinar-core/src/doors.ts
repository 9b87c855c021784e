// What the command line, the servers and their tests are made of. It changes as they need it; a program uses the root, whose names stay.
export { addressKey, toWebinarNumber, undiciSend } from "@zoom-webinar/zoom-client";
export { accountFlags } from "./account/account-flags.ts";
export { facadeOf } from "./connect.ts";
export { SEVERITIES } from "./doctor/finding.ts";
export { manifest } from "./generated/manifest.ts";
export type { LiveAuditOptions, LiveAuditReport } from "./live-audit/live-audit.ts";
export type { SeenSwitch, SwitchValue, UnseenSwitch } from "./live-audit/seen-switches.ts";
export { inOrderOfTime, orderOf } from "./operation/by-time.ts";
export type { Catalog, CatalogEntry } from "./operation/catalog.ts";
export type { CliHints, FileHint, Wish } from "./operation/cli-hints.ts";
export { toCode, toCodes, toWords, wordFault } from "./operation/code-words.ts";
export { defineOperation } from "./operation/define-operation.ts";
export type { Done, EndpointDefinition, EndpointOperation, EndpointOutput } from "./operation/endpoint-operation.ts";
export type { FileRenderer, FileRenderers, RenderedFile, RenderRequest } from "./operation/file-renderer.ts";
export { didYouMean, fieldMeant, parseInput } from "./operation/input-faults.ts";
export {
  type AnyOperation,
  commandOf,
  type Effect,
  type Emails,
  type Operation,
  type OperationContext,
  type Risk,
  type ScopeSets,
  titleOf,
} from "./operation/operation.ts";
export { knownElsewhereAs } from "./operation/other-names.ts";
export { portalPage } from "./operation/portal.ts";
export {
  type Consequence,
  type ConsequenceKind,
  describePreview,
  type Preview,
  type PreviewRecipients,
  type PreviewTarget,
} from "./operation/preview.ts";
export { branchesIn, partsOf, type SchemaParts } from "./operation/schema-parts.ts";
export type { SecretClass } from "./operation/secret-class.ts";
export { toEntry } from "./operation/to-entry.ts";
export { type NotInZoom, notInZoom, unknownOperation } from "./operation/unknown-operation.ts";
export { listed } from "./policy/allowed.ts";
export { noteDeclined, noteNotAllowed, noteRefusedConfirmation } from "./policy/audit.ts";
export { CONFIRMATION_TTL_MS, type Confirmations } from "./policy/confirmation.ts";
export { REVEALS } from "./policy/reveal.ts";
export { CONFIRM_BY, SAFETIES } from "./policy/safety.ts";
export { startWords } from "./prompt/start-words.ts";
export { asksBefore, type PageStep, type PagesBounds, previewOperation, runOperation, runPages } from "./run.ts";
export type { Level, ScopeAudit, ScopeNeed } from "./scopes/in-use.ts";
export { TASKS, type Task, taskOf } from "./scopes/tasks.ts";
export { type EmbeddedZoom, embeddedFrom } from "./session/embedded-zoom.ts";
export { type OpenedSession, type OpenSessionOptions, openSession } from "./session/open-session.ts";
export { createSession } from "./session/session.ts";
export * from "./settings/index.ts";
export { type Given, type ReadSettings, readSettings } from "./settings/read.ts";
export { edgeOfDay, readDayWords } from "./time/day-words.ts";
export { hostZone } from "./time/host-zone.ts";
export { LENGTH_FORMS, readMinutes } from "./time/minutes.ts";
export { readStartTime } from "./time/start-time.ts";
