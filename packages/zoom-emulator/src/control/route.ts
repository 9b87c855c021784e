import type { JsonObject } from "../http/json.ts";
import type { Reply } from "../http/reply.ts";
import type { RequestRecord } from "../http/request-log.ts";
import { assertValid, type Check } from "../rules/validate.ts";
import type { Mail } from "../state/mail-log.ts";
import type { Controls } from "./controls.ts";
import type { StateView } from "./view.ts";

/** What the routes act on. */
export interface ControlParts {
  controls: Controls;
  view: StateView;
  mails: () => Promise<readonly Mail[]>;
  requests: () => readonly RequestRecord[];
}

/** What a request below /emulator/ brings: the placeholders of its path, and its body. */
export interface ControlRequest {
  path: Readonly<Record<string, string>>;
  body: JsonObject;
}

/** One of the emulator's own endpoints. */
export type ControlRoute = (parts: ControlParts, request: ControlRequest) => Promise<Reply>;

/** Routes keyed "METHOD /path/{placeholder}". */
export type ControlRoutes = Readonly<Record<string, ControlRoute>>;

/** A route whose body is checked first. What `run` gives is the answer's body; nothing is 204. */
export const route =
  <Body>(check: Check, run: (parts: ControlParts, body: Body, path: Readonly<Record<string, string>>) => Promise<unknown>): ControlRoute =>
  async (parts, { path, body }) => {
    assertValid(check, body);
    const present = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
    // the one place where a checked body gets the type that its check describes
    const answer = await run(parts, present as Body, path);
    return answer === undefined ? { status: 204 } : { status: 200, body: answer };
  };

/** A route that takes no body. */
export const plain = (run: (parts: ControlParts, path: Readonly<Record<string, string>>) => Promise<unknown>): ControlRoute =>
  route<unknown>(
    () => [],
    (parts, _body, path) => run(parts, path),
  );
