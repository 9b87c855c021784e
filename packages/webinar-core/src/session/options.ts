import type { Credentials, Send } from "@zoom-webinar/auth";
import type { Clock, Store } from "@zoom-webinar/foundation";
import type { CallLog, PaceOptions } from "@zoom-webinar/zoom-client";
import type { FoundCredentials, ProfileChoice } from "../account/account.ts";
import type { FileAccess } from "../files/file-access.ts";
import type { AuditEntry, AuditStart } from "../policy/audit.ts";
import type { RecipientCap } from "../policy/recipients.ts";
import type { Reveal } from "../policy/reveal.ts";
import type { ConfirmBy, Safety } from "../policy/safety.ts";

/** What a session is made of; everything may be left out. */
export interface SessionOptions {
  /** Null or absent: every call that reaches Zoom answers `auth_missing`. */
  credentials?: Credentials | null | undefined;
  /** Where they came from, for people: "environment", ".env" … Default "options". */
  credentialsFrom?: string | null | undefined;
  /** Looks for credentials again, for `auto_configure_zoom`. Absent: the session keeps those it has, as a server with several callers must. */
  rediscover?: (() => Promise<FoundCredentials>) | undefined;
  /** The profile that the credentials are from. */
  profile?: string | null | undefined;
  /** Profiles that this session may be switched to. */
  profiles?: ProfileChoice | undefined;
  /** Instead of undici: the emulator, or a test. */
  send?: Send | undefined;
  /** Keeps tokens, confirmations and pending writes. Default: the memory of this process. */
  store?: Store | undefined;
  /** Takes the place of the machine's clock. */
  clock?: Clock | undefined;
  /** What time it is for whoever schedules, milliseconds since the epoch. The clock's unless given. */
  now?: (() => Promise<number>) | undefined;
  /** Default https://api.zoom.us/v2, or the region that Zoom's token answer names. */
  apiBaseUrl?: string | undefined;
  /** Default https://zoom.us. */
  oauthBaseUrl?: string | undefined;
  /** True: base URLs may lead outside Zoom. Default false. */
  allowBaseUrl?: boolean | undefined;
  /** What calls may do without being asked about. Default trusted. */
  safety?: Safety | undefined;
  /** Who may confirm a call that asks first. Default token. */
  confirmBy?: ConfirmBy | undefined;
  /** How many people one call, and all calls of a UTC day, may make Zoom write to. Default: no limit. */
  mostRecipients?: RecipientCap | undefined;
  /** Mail domains that Zoom may be made to write to. Default: all. */
  recipientDomains?: readonly string[] | undefined;
  /** Which secrets answers may hold. Default personal. */
  reveal?: Reveal | undefined;
  /** IANA zone for wall times if neither the call nor the host's profile has one. */
  zone?: string | null | undefined;
  /** Plan of the account and the share of its limits left to other apps; false sends at once. Default: plan learned, a tenth left. */
  pace?: PaceOptions | false | undefined;
  /** Files that calls may name. Default: those that the process may touch, from its working directory. */
  files?: FileAccess | undefined;
  /** Folder for what has to outlast the process: imports. Null or absent: there are none. */
  stateFolder?: string | null | undefined;
  /** One entry a call, without secrets and addresses. */
  log?: ((entry: CallLog) => void) | undefined;
  /** One entry a write, also of one that was refused; must not throw. */
  audit?: ((entry: AuditEntry) => void) | undefined;
  /** Called with each write before anything is sent. If it throws, nothing is sent, and the call ends with that error. */
  beforeWrite?: ((start: AuditStart) => void) | undefined;
  /** For one whole request for a token, in milliseconds. Default 20,000. */
  tokenDeadlineMs?: number | undefined;
  /** Called with every request for a token, for figures: Zoom's status, null if no answer came. */
  onTokenRequest?: ((status: number | null) => void) | undefined;
  /** Whose ways in hints name if there are no credentials: those of our apps, or of a program that uses the library. Default app. */
  door?: "app" | "library" | undefined;
  /** Called with unexpected exceptions, whose text never reaches a caller. */
  onInternalError?: ((error: unknown, correlationId: string) => void) | undefined;
}
