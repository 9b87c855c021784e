/** An HTTP request as it goes over the wire. */
export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Absolute, with query. */
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Absent: no body. A stream can be sent only once. */
  body?: string | Uint8Array | AsyncIterable<Uint8Array> | undefined;
  signal?: AbortSignal | undefined;
  /** Called with the status when the head of the answer is there and its body is still to come. Must not throw. */
  onStatus?: ((status: number) => void) | undefined;
}

/** An HTTP answer, read to its end unless `unread` says otherwise. */
export interface HttpResponse {
  status: number;
  /** Names in lower case; several values of one name are joined by ", ". */
  headers: Readonly<Record<string, string>>;
  text: string;
  /** Why the body could not be read to its end. The status counts anyway: what Zoom answered with 2xx is done. Absent: the body is whole. */
  unread?: Error;
}

/**
 * The innermost layer: sends one request and reads the whole answer. Never repeats and never follows a redirect. An answer whose body breaks off is
 * returned with `unread`, because its status counts.
 * Throws `UnavailableError` (its `sent` says whether the request may have had an effect) or `CancelledError`.
 * Tests and `--emulator` put the emulator here; otherwise it is undici.
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;
