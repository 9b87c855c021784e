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

export type Credentials = ServerToServerCredentials | TokenCredentials;

/** Environment variables of the three credentials, by field. */
export const CREDENTIAL_VARIABLES = {
  accountId: "ZOOM_ACCOUNT_ID",
  clientId: "ZOOM_CLIENT_ID",
  clientSecret: "ZOOM_CLIENT_SECRET",
} as const;
