/** An access token and what Zoom said about it. */
export interface AccessToken {
  /** Opaque; never shown. */
  value: string;
  /** Milliseconds since the epoch. */
  expiresAtMs: number;
  /** Scopes granted, sorted; null if Zoom did not say. */
  scopes: readonly string[] | null;
  /** Region's API host as Zoom named it ("https://api-us.zoom.us"), null if it did not. */
  apiUrl: string | null;
}

/** Returns access tokens; one request to Zoom however many callers ask. */
export interface TokenSource {
  /** A token that is good for at least five more minutes if the source can renew it. Throws `AuthError`. */
  get(options?: { signal?: AbortSignal | undefined }): Promise<AccessToken>;
  /**
   * A token other than `stale`, after Zoom refused that one. Callers that come late with the same stale token share the new one.
   * Throws `AuthError` if the source cannot renew.
   */
  renew(stale: AccessToken, options?: { signal?: AbortSignal | undefined }): Promise<AccessToken>;
}

/** A source that can also be looked at. */
export interface PeekableTokenSource extends TokenSource {
  /** The token that there is, also one that has expired; null if none was asked for yet. Never asks Zoom. */
  peek(): Promise<AccessToken | null>;
}
