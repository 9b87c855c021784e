/** What a handler answers. `body` absent: no body. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** One field at fault, as Zoom lists them. */
export interface FieldFault {
  field: string;
  message: string;
}

/**
 * A refusal in Zoom's words. Thrown by a rule or handler, before it changed anything: a refused request leaves the state as it was.
 * Becomes the body `{code, message}`, with `errors` if fields are at fault.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: readonly FieldFault[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: number,
    message: string,
    init: { errors?: readonly FieldFault[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.errors = init.errors;
    this.headers = init.headers ?? {};
  }

  /** The refusal as an answer. */
  toReply(): Reply {
    const { status, code, message, errors, headers } = this;
    return { status, body: { code, message, ...(errors === undefined ? {} : { errors }) }, headers };
  }
}
