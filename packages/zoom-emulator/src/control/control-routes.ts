import { type Fault, faultCheck } from "../faults.ts";
import { asList, asNumber, asText, isObject, type JsonObject } from "../http/json.ts";
import type { Reply } from "../http/reply.ts";
import type { Mail } from "../mail-log.ts";
import { refusals } from "../rules/refusals.ts";
import { assertValid, integer, list, object, text } from "../rules/validate.ts";
import type { Controls, StateView } from "./controls.ts";

/** What the routes act on. */
export interface ControlParts {
  controls: Controls;
  view: StateView;
  mails: () => Promise<readonly Mail[]>;
}

type ControlRoute = (parts: ControlParts, body: JsonObject, webinarId: string) => Promise<Reply>;

const DONE: Reply = { status: 204 };
const advance = object({ advance_ms: integer({ min: 0 }) }, ["advance_ms"]);
const scopeList = object({ scopes: list(text()) });

/** What a fault of each kind needs besides its kind. */
const NEEDS: Readonly<Record<Fault["kind"], readonly string[]>> = { status: ["status"], delay: ["ms"], reset: [] };

const isFault = (body: JsonObject): body is JsonObject & Fault =>
  (body.kind === "status" || body.kind === "delay" || body.kind === "reset") && NEEDS[body.kind].every((name) => body[name] !== undefined);

/** The emulator's own endpoints, keyed "METHOD /path". They are no part of Zoom and need no token. */
const ROUTES: Readonly<Record<string, ControlRoute>> = {
  "GET /emulator/mails": async ({ mails }) => ({ status: 200, body: { mails: await mails() } }),
  "GET /emulator/state": async ({ view }) => ({ status: 200, body: await view.summary() }),
  "POST /emulator/reset": async ({ controls }) => {
    await controls.reset();
    return DONE;
  },
  "POST /emulator/webinars/{id}/start": async ({ controls }, _body, id) => ({
    status: 200,
    body: { webinar_id: id, uuid: await controls.startWebinar(id), running: true },
  }),
  "POST /emulator/webinars/{id}/end": async ({ controls }, _body, id) => ({
    status: 200,
    body: { webinar_id: id, uuid: await controls.endWebinar(id), running: false },
  }),
  "POST /emulator/clock": async ({ controls }, body) => {
    assertValid(advance, body);
    return { status: 200, body: { now: await controls.advanceClock(asNumber(body.advance_ms) ?? 0) } };
  },
  "POST /emulator/tokens/expire": async ({ controls }) => {
    await controls.expireTokens();
    return DONE;
  },
  "POST /emulator/scopes": async ({ controls, view }, body) => {
    assertValid(scopeList, body);
    await controls.setScopes(Array.isArray(body.scopes) ? asList(body.scopes).map((scope) => asText(scope) ?? "") : null);
    return { status: 200, body: { scopes: (await view.summary()).scopes } };
  },
  "POST /emulator/faults": async ({ controls }, body) => {
    assertValid(faultCheck, body);
    if (!isFault(body)) throw refusals.fields(["kind"]);
    controls.addFault(body);
    return DONE;
  },
  "DELETE /emulator/faults": async ({ controls }) => {
    controls.clearFaults();
    return DONE;
  },
};

const parseBody = (bodyText: string): JsonObject => {
  if (bodyText.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(bodyText);
    if (isObject(value)) return value;
  } catch {
    // refused below, like JSON that is no object
  }
  throw refusals.noJson();
};

/** Answers a request below /emulator/. Throws `Refusal` for one that does not exist or does not fit. */
export const answerControl = async (parts: ControlParts, method: string, path: string, bodyText: string): Promise<Reply> => {
  const id = /^\/emulator\/webinars\/(\d+)\//.exec(path)?.[1] ?? "";
  const route = ROUTES[`${method} ${id === "" ? path : path.replace(`/${id}/`, "/{id}/")}`];
  if (route === undefined) throw refusals.noRoute();
  return route(parts, parseBody(bodyText), id);
};
