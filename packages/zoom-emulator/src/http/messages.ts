/** An HTTP request as the emulator takes it. The same shape as the one our client's innermost `send` gets, so that either fits the other. */
export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Absolute, with query. */
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Absent: no body. */
  body?: string | Uint8Array | AsyncIterable<Uint8Array> | undefined;
  signal?: AbortSignal | undefined;
}

/** An HTTP answer, whole. */
export interface HttpResponse {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** "" if there is no body. */
  text: string;
}

/** Zoom takes at most 15 MB in an upload; anything far above is a mistake of the caller. */
const LONGEST_BODY_BYTES = 20 * 1024 * 1024;

/** A body that nobody can mean. */
export class BodyTooLong extends Error {
  constructor() {
    super("The body is longer than 20 MB.");
    this.name = "BodyTooLong";
  }
}

/** The bytes of a request's body, none if there is no body. Throws `BodyTooLong`. */
export const readBody = async (body: HttpRequest["body"]): Promise<Buffer> => {
  if (body === undefined) return Buffer.alloc(0);
  if (typeof body === "string") return Buffer.from(body, "utf8");
  if (body instanceof Uint8Array) return Buffer.from(body);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.byteLength;
    if (bytes > LONGEST_BODY_BYTES) throw new BodyTooLong();
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** The text of a body, for people to read: a picture is no text, and stands as its size. */
export const describeBody = ({ headers }: HttpRequest, body: Buffer): string =>
  /^multipart\//i.test(headers["content-type"] ?? "") ? `(${body.byteLength} bytes)` : body.toString("utf8");
