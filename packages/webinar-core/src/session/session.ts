import {
  type Credentials,
  createTokens,
  missingCredentials,
  type PeekableTokenSource,
  type Send,
  type TokenParts,
  ZOOM_OAUTH_BASE_URL,
} from "@zoom-webinar/auth";
import { type Clock, memoryStore, type Store, systemClock } from "@zoom-webinar/foundation";
import { breakingSend, type CallLog, createClient, type PaceOptions, type UndiciSend, undiciSend, type ZoomClient } from "@zoom-webinar/zoom-client";
import { type AccountAccess, createAccount, type FoundCredentials, type ProfileChoice } from "../account/account.ts";
import { withMe } from "../account/me.ts";
import { type Observation, observed } from "../account/observed.ts";
import { anyFiles, type FileAccess } from "../files/file-access.ts";
import { importHome } from "../import/home.ts";
import type { ImportHome } from "../operation/import-home.ts";
import { domainOf } from "../operation/preview.ts";
import type { AuditEntry, AuditStart } from "../policy/audit.ts";
import { type Confirmations, confirmations } from "../policy/confirmation.ts";
import type { RecipientCap, RecipientLimits } from "../policy/recipients.ts";
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

/** What all calls of one principal share. */
export interface Session {
  readonly zoom: ZoomClient;
  readonly account: AccountAccess;
  /** What Zoom's latest answer said of its clock and of the limits. */
  readonly observation: () => Observation;
  readonly store: Store;
  readonly clock: Clock;
  /** What time it is for whoever schedules, milliseconds since the epoch. */
  readonly now: () => Promise<number>;
  readonly safety: Safety;
  readonly confirmBy: ConfirmBy;
  /** False for a caller whose scopes let them write but not take anything away. */
  readonly mayDelete: boolean;
  readonly recipientLimits: RecipientLimits;
  readonly reveal: Reveal;
  readonly zone: string | null;
  readonly files: FileAccess;
  readonly imports: ImportHome | null;
  readonly stateFolder: string | null;
  readonly pace: PaceOptions | false;
  readonly confirmations: Confirmations;
  readonly audit: ((entry: AuditEntry) => void) | undefined;
  readonly beforeWrite: ((start: AuditStart) => void) | undefined;
  onInternalError(error: unknown, correlationId: string): void;
  close(): Promise<void>;
}

/** Builds a session. Nothing is sent and no heavy module is loaded before the first call. */
export const createSession = (options: SessionOptions): Session => {
  const clock = options.clock ?? systemClock;
  const store = options.store ?? memoryStore({ clock });
  const owned = options.send === undefined ? undiciSend() : null;
  const { send, observation } = observed(options.send ?? (owned as UndiciSend), clock);
  const tokenSend = toldOf(send, options.onTokenRequest);
  const { apiBaseUrl, oauthBaseUrl, log, pace, credentials = null, profile = null } = options;
  const missing = () => missingCredentials(options.door);
  const { account, tokens } = createAccount({
    found: { credentials, source: credentials && (options.credentialsFrom ?? "options"), variables: [], profile, apiBaseUrl, oauthBaseUrl },
    clock,
    toTokens: (found) =>
      toTokens(found, missing, { send: tokenSend, store, clock, allowBaseUrl: options.allowBaseUrl ?? false, deadlineMs: options.tokenDeadlineMs }),
    rediscover: options.rediscover,
    profiles: options.profiles,
    missing,
  });
  const zoom = createClient({
    tokens,
    send,
    clock,
    baseUrl: () => account.inForce.apiBaseUrl ?? null,
    ...(log === undefined ? {} : { log }),
    ...(pace === undefined ? {} : { pace }),
  });
  return {
    zoom: withMe(zoom, () => account.inForce.credentials),
    account,
    observation,
    store,
    clock,
    now: options.now ?? (async () => clock.now()),
    safety: options.safety ?? "trusted",
    confirmBy: options.confirmBy ?? "token",
    mayDelete: true,
    recipientLimits: { most: options.mostRecipients ?? null, domains: (options.recipientDomains ?? []).map((domain) => domainOf(`@${domain}`)) },
    reveal: options.reveal ?? "personal",
    zone: options.zone ?? null,
    files: options.files ?? anyFiles(process.cwd()),
    stateFolder: options.stateFolder ?? null,
    imports: options.stateFolder ? importHome(options.stateFolder, { store: options.store, clock }) : null,
    pace: pace ?? {},
    confirmations: confirmations({ store, clock }),
    audit: options.audit,
    beforeWrite: options.beforeWrite,
    onInternalError: options.onInternalError ?? (() => {}),
    close: async () => {
      await owned?.close();
    },
  };
};

/** The same `send`, with word of how each request ended. */
const toldOf = (send: Send, tell: SessionOptions["onTokenRequest"]): Send =>
  tell === undefined
    ? send
    : async (request) => {
        let status: number | null = null;
        try {
          const response = await send(request);
          status = response.status;
          return response;
        } finally {
          tell(status);
        }
      };

const toTokens = (
  { credentials, oauthBaseUrl = ZOOM_OAUTH_BASE_URL }: FoundCredentials,
  missing: () => Error,
  parts: Omit<TokenParts, "oauthBaseUrl">,
): PeekableTokenSource => {
  const none = () => Promise.reject(missing());
  if (!credentials) return { get: none, renew: none, peek: async () => null };
  return createTokens(credentials, { ...parts, send: breakingSend(parts.send, parts.clock, "Zoom's sign-in service"), oauthBaseUrl });
};
