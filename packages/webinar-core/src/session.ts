import { type Credentials, fixedToken, missingCredentials, type PeekableTokenSource, type Send, serverToServerTokens } from "@zoom-webinar/auth";
import { type Clock, memoryStore, type Store, systemClock } from "@zoom-webinar/foundation";
import { breakingSend, type CallLog, createClient, type PaceOptions, type UndiciSend, undiciSend, type ZoomClient } from "@zoom-webinar/zoom-client";
import { type AccountAccess, createAccount, type FoundCredentials } from "./account/account.ts";
import { type Confirmations, confirmations } from "./policy/confirmation.ts";
import type { Reveal } from "./policy/secrets.ts";

/** `read-only` refuses every write, `confirm` asks before deleting and before Zoom mails people, `trusted` asks nothing. */
export type Safety = "read-only" | "confirm" | "trusted";

export const SAFETIES: readonly Safety[] = ["read-only", "confirm", "trusted"];

/** Whether a confirmation may be sent back by the caller itself (`token`), or must come through a question asked of a person. */
export type ConfirmBy = "token" | "person";

export interface SessionOptions {
  /** Null or absent: every call that reaches Zoom answers `auth_missing`. */
  credentials?: Credentials | null | undefined;
  /** Where they came from, for people: "environment", ".env" … Default "options". */
  credentialsFrom?: string | null | undefined;
  /** Looks for credentials again, for `auto_configure_zoom`. Absent: the session keeps those it has, as a server with several callers must. */
  rediscover?: (() => FoundCredentials) | undefined;
  /** Instead of undici: the emulator, or a test. */
  send?: Send | undefined;
  store?: Store | undefined;
  clock?: Clock | undefined;
  /** Default https://api.zoom.us/v2, or the region that Zoom's token answer names. */
  apiBaseUrl?: string | undefined;
  oauthBaseUrl?: string | undefined;
  allowBaseUrl?: boolean | undefined;
  safety?: Safety | undefined;
  confirmBy?: ConfirmBy | undefined;
  reveal?: Reveal | undefined;
  /** IANA zone for wall times where neither the call nor the host's profile has one. */
  zone?: string | null | undefined;
  /** Plan of the account and the share of its limits left to other apps; false sends at once. Default: plan learned, a tenth left. */
  pace?: PaceOptions | false | undefined;
  /** One entry a call, without secrets and addresses. */
  log?: ((entry: CallLog) => void) | undefined;
  /** Told of unexpected exceptions, whose text never reaches a caller. */
  onInternalError?: ((error: unknown, correlationId: string) => void) | undefined;
}

/** What all calls of one principal share. */
export interface Session {
  readonly zoom: ZoomClient;
  readonly account: AccountAccess;
  readonly store: Store;
  readonly clock: Clock;
  readonly safety: Safety;
  readonly confirmBy: ConfirmBy;
  readonly reveal: Reveal;
  readonly zone: string | null;
  readonly confirmations: Confirmations;
  onInternalError(error: unknown, correlationId: string): void;
  close(): Promise<void>;
}

/** Builds a session. Nothing is sent and no heavy module is loaded before the first call. */
export const createSession = (options: SessionOptions): Session => {
  const clock = options.clock ?? systemClock;
  const store = options.store ?? memoryStore({ clock });
  const owned = options.send === undefined ? undiciSend() : null;
  const send: Send = options.send ?? (owned as UndiciSend);
  const { apiBaseUrl, log, pace, credentials = null } = options;
  const { account, tokens } = createAccount({
    found: { credentials, source: credentials && (options.credentialsFrom ?? "options"), variables: [] },
    clock,
    toTokens: (inForce) => toTokens(inForce, options, { send, store, clock }),
    rediscover: options.rediscover,
  });
  const zoom = createClient({
    tokens,
    send,
    clock,
    ...(apiBaseUrl === undefined ? {} : { baseUrl: apiBaseUrl }),
    ...(log === undefined ? {} : { log }),
    ...(pace === undefined ? {} : { pace }),
  });
  return {
    zoom,
    account,
    store,
    clock,
    safety: options.safety ?? "trusted",
    confirmBy: options.confirmBy ?? "token",
    reveal: options.reveal ?? "personal",
    zone: options.zone ?? null,
    confirmations: confirmations({ store, clock }),
    onInternalError: options.onInternalError ?? (() => {}),
    close: async () => {
      await owned?.close();
    },
  };
};

const toTokens = (
  credentials: Credentials | null,
  { oauthBaseUrl, allowBaseUrl }: SessionOptions,
  parts: { send: Send; store: Store; clock: Clock },
): PeekableTokenSource => {
  const missing = () => Promise.reject(missingCredentials());
  if (!credentials) return { get: missing, renew: missing, peek: async () => null };
  if (credentials.kind === "access-token") return fixedToken(credentials.accessToken);
  return serverToServerTokens({
    credentials,
    ...parts,
    send: breakingSend(parts.send, parts.clock, "Zoom's sign-in service"),
    ...(oauthBaseUrl === undefined ? {} : { oauthBaseUrl }),
    ...(allowBaseUrl === undefined ? {} : { allowBaseUrl }),
  });
};
