// What a program needs: `connect`, its types, and the errors. What the command line and the servers are made of is in doors.ts.
export type { Credentials, HttpRequest, HttpResponse, Send } from "@zoom-webinar/auth";
export {
  AmbiguousError,
  AuthError,
  CancelledError,
  type ErrorCode,
  type ErrorReport,
  ForbiddenError,
  InputError,
  type InputFault,
  InternalError,
  isZoomWebinarError,
  LeaseLostError,
  NotFoundError,
  PartialError,
  PlanError,
  PolicyError,
  RateLimitError,
  type RateLimitKind,
  RejectedError,
  ResponseError,
  ScopeError,
  type SentState,
  StorageError,
  UnavailableError,
  ZoomWebinarError,
} from "@zoom-webinar/foundation";
export type { CallLog } from "@zoom-webinar/zoom-client";
export type { AccountAccess, FoundCredentials, ProfileChoice, Rediscovery, TokenStatus } from "./account/account.ts";
export type {
  AttendanceReport,
  CurvePoint,
  PersonStatus,
  ReportInstance,
  ReportMark,
  ReportPerson,
  ReportSession,
  ReportTotals,
  ReportWebinar,
  RetentionStep,
  SeriesComparison,
  SeriesDate,
  SeriesPerson,
  SeriesReport,
  ZoomSays,
} from "./attendance/report-types.ts";
export { type ConnectOptions, connect, type Method, type Operators, type ZoomWebinar } from "./connect.ts";
export type { DoctorOptions } from "./doctor/doctor.ts";
export type { DoctorLiveAudit, DoctorReport, Finding, Severity } from "./doctor/finding.ts";
export { anyFiles, type FileAccess, filesBelow, NO_FILES } from "./files/file-access.ts";
export type { Progress } from "./operation/operation.ts";
export type { AuditEntry, AuditOutcome, AuditStart } from "./policy/audit.ts";
export type { CallOptions } from "./policy/call-options.ts";
export type { ConfirmationChannel } from "./policy/confirmation.ts";
export type { RecipientCap, RecipientLimits } from "./policy/recipients.ts";
export type { Reveal } from "./policy/reveal.ts";
export type { ConfirmBy, Safety } from "./policy/safety.ts";

export type { SessionOptions } from "./session/options.ts";
export type { Session } from "./session/session.ts";
