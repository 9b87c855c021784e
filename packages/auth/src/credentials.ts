import type { Lease, LockOptions } from "@zoom-webinar/foundation";

/** A Server-to-Server OAuth app of the Zoom Marketplace. */
export interface ServerToServerCredentials {
  kind?: "server-to-server";
  accountId: string;
  clientId: string;
  clientSecret: string;
}

/** An access token that somebody else obtained; it cannot be renewed. */
export interface TokenCredentials {
  kind: "access-token";
  accessToken: string;
}

/** Who keeps a refresh token, which Zoom replaces at every use: a profile. */
export interface RefreshTokenKeeper {
  /** The refresh token in force; null where the sign-in is gone. */
  read(): Promise<string | null>;
  /** Puts `next` in the place of exactly `expected`; false where something else is there by now. Durable once it resolves. */
  replace(expected: string, next: string): Promise<boolean>;
  /** Runs work while no other process uses the refresh token. */
  lock<T>(work: (lease: Lease) => Promise<T>, options?: LockOptions): Promise<T>;
}

/** A person who signed in at Zoom (user OAuth); acts for that person only. */
export interface UserCredentials {
  kind: "user";
  clientId: string;
  /** Absent for a public client. */
  clientSecret?: string | undefined;
  /** Changes with every sign-in, so that no token of an earlier one is taken for this one's. */
  signInId: string;
  /** Whom Zoom said it is; null where the app may not ask. */
  user: { readonly id: string; readonly email: string } | null;
  keeper: RefreshTokenKeeper;
}

export type Credentials = ServerToServerCredentials | TokenCredentials | UserCredentials;

/** Environment variables of the three credentials, by field. */
export const CREDENTIAL_VARIABLES = {
  accountId: "ZOOM_ACCOUNT_ID",
  clientId: "ZOOM_CLIENT_ID",
  clientSecret: "ZOOM_CLIENT_SECRET",
} as const;
