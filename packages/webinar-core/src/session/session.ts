import {
  createTokens,
  credentialNames,
  missingCredentials,
  type PeekableTokenSource,
  type Send,
  type TokenParts,
  ZOOM_OAUTH_BASE_URL,
} from "@zoom-webinar/auth";
import { type Clock, memoryStore, type Store, systemClock } from "@zoom-webinar/foundation";
import { breakingSend, createClient, type PaceOptions, type UndiciSend, undiciSend, type ZoomClient } from "@zoom-webinar/zoom-client";
import { type AccountAccess, createAccount, type FoundCredentials } from "../account/account.ts";
import { withMe } from "../account/me.ts";
import { type Observation, observed } from "../account/observed.ts";
import { anyFiles, type FileAccess } from "../files/file-access.ts";
import { importHome } from "../import/home.ts";
import type { ImportHome } from "../operation/import-home.ts";
import { domainOf } from "../operation/preview.ts";
import type { AuditEntry, AuditStart } from "../policy/audit.ts";
import { type Confirmations, confirmations } from "../policy/confirmation.ts";
import type { RecipientLimits } from "../policy/recipients.ts";
import type { Reveal } from "../policy/reveal.ts";
import type { ConfirmBy, Safety } from "../policy/safety.ts";
import type { SessionOptions } from "./options.ts";
import { readSessionOptions } from "./session-readers.ts";

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

/**
 * Builds a session. Nothing is sent and no heavy module is loaded before the first call. Throws `InputError` for an option that does not exist, or that has a
 * value it does not take: a word that is misspelt must not be one that allows more.
 */
export const createSession = (given: SessionOptions): Session => {
  const options = readSessionOptions(given, {});
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
  { credentials, source, oauthBaseUrl = ZOOM_OAUTH_BASE_URL }: FoundCredentials,
  missing: () => Error,
  parts: Omit<TokenParts, "oauthBaseUrl">,
): PeekableTokenSource => {
  const none = () => Promise.reject(missing());
  if (!credentials) return { get: none, renew: none, peek: async () => null };
  const send = breakingSend(parts.send, parts.clock, "Zoom's sign-in service");
  return createTokens(credentials, { ...parts, send, oauthBaseUrl, names: credentialNames(source) });
};
