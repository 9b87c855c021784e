import type { Lease, LockOptions } from "@zoom-webinar/foundation";

/** A Server-to-Server OAuth app of the Zoom Marketplace. */
export interface ServerToServerCredentials {
  /** A Server-to-Server OAuth app; also if left out. */
  kind?: "server-to-server";
  /** Account ID, from the app's page at marketplace.zoom.us. */
  accountId: string;
  /** Client ID, from the same page. */
  clientId: string;
  /** Client secret, from the same page. Never logged. */
  clientSecret: string;
}

/** An access token that somebody else obtained; it cannot be renewed. */
export interface TokenCredentials {
  /** A token that something else renews. */
  kind: "access-token";
  /** Goes to Zoom as it is, and is never renewed. */
  accessToken: string;
}

/** Who keeps a refresh token, which Zoom replaces at every use: a profile. */
export interface RefreshTokenKeeper {
  /** The current refresh token; null if the sign-in is gone. */
  read(): Promise<string | null>;
  /** Puts `next` in the place of exactly `expected`; false if something else is there by now. Durable once it resolves. */
  replace(expected: string, next: string): Promise<boolean>;
  /** Runs work while no other process uses the refresh token. */
  lock<T>(work: (lease: Lease) => Promise<T>, options?: LockOptions): Promise<T>;
}

/** A person who signed in at Zoom (user OAuth); acts for that person only. */
export interface UserCredentials {
  /** A person who signed in in the browser. */
  kind: "user";
  /** Client ID of the app that the person agreed to. */
  clientId: string;
  /** Absent for a public client. */
  clientSecret?: string | undefined;
  /** Changes with every sign-in, so that no token of an earlier one is taken for this one's. */
  signInId: string;
  /** Whom Zoom said it is; null if the app may not ask. */
  user: { readonly id: string; readonly email: string } | null;
  /** Where the refresh token is kept: each one works once. */
  keeper: RefreshTokenKeeper;
}

/** Who signs in: an app for its account, somebody else's token, or a person. */
export type Credentials = ServerToServerCredentials | TokenCredentials | UserCredentials;

/** Environment variables of the three credentials, by field. */
export const CREDENTIAL_VARIABLES = {
  accountId: "ZOOM_ACCOUNT_ID",
  clientId: "ZOOM_CLIENT_ID",
  clientSecret: "ZOOM_CLIENT_SECRET",
} as const;
