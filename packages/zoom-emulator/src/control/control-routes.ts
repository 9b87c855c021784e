import { isObject, type JsonObject } from "../http/json.ts";
import type { Reply } from "../http/reply.ts";
import { refusals } from "../rules/refusals.ts";
import { type Check, integer, list, object, oneOf, text } from "../rules/validate.ts";
import type { NewWebhook } from "../webhooks/subscribe.ts";
import { WORLD_NAMES, type WorldName } from "../worlds/names.ts";
import { ACTION_ROWS } from "./actions.ts";
import { faultCheck } from "./fault-check.ts";
import type { Fault } from "./faults.ts";
import { type ControlParts, type ControlRoutes, plain, route } from "./route.ts";

const some = text({ min: 1 });
const advance = object({ advance_ms: integer({ min: 0 }) }, ["advance_ms"]);
const world = object({ world: oneOf(...WORLD_NAMES) }, ["world"]);
const webhook = object({ url: some, secret: some, events: list(some) }, ["url"]);

const anything: Check = () => [];

/** The routes of the tables. */
const ACTION_ROUTES: ControlRoutes = Object.fromEntries(
  ACTION_ROWS.map(([name, { method, path, check, read, answer }]) => [
    `${method} /emulator/${path}`,
    route<unknown>(check ?? anything, async ({ controls }, body, places) => {
      const control = (controls as unknown as Readonly<Record<string, (...given: readonly unknown[]) => Promise<unknown>>>)[name];
      // on a line of its own: an optional call does not even look at its arguments
      const result = await control?.(...read(places, body));
      return answer?.(result, places);
    }),
  ]),
);

/** The emulator's own endpoints, keyed "METHOD /path". They are no part of Zoom and need no token. */
const ROUTES: ControlRoutes = {
  ...ACTION_ROUTES,
  "GET /emulator/mails": plain(async ({ mails }) => ({ mails: await mails() })),
  "GET /emulator/requests": plain(async ({ requests }) => ({ requests: requests() })),
  "DELETE /emulator/requests": plain(async ({ controls }) => controls.clearRequests()),
  "GET /emulator/state": plain(({ view }) => view.summary()),
  "POST /emulator/reset": plain(({ controls }) => controls.reset()),
  "POST /emulator/seed": route<{ world: WorldName }>(world, ({ controls }, { world: name }) => controls.seed(name)),
  "GET /emulator/snapshots": plain(async ({ controls }) => ({ snapshots: (await controls.snapshots()).map((name) => ({ name })) })),
  "PUT /emulator/snapshots/{name}": plain(({ controls }, { name = "" }) => controls.saveSnapshot(name)),
  "DELETE /emulator/snapshots/{name}": plain(({ controls }, { name = "" }) => controls.removeSnapshot(name)),
  "POST /emulator/snapshots/{name}/restore": plain(({ controls }, { name = "" }) => controls.restoreSnapshot(name)),
  "POST /emulator/clock": route<{ advance_ms: number }>(advance, async ({ controls }, { advance_ms }) => ({
    now: await controls.advanceClock(advance_ms),
  })),
  "GET /emulator/webhooks": plain(async ({ controls, view }) => {
    const { webhooks } = await view.snapshot();
    return { webhooks: webhooks.map(({ id, url, events }) => ({ id, url, events })), deliveries: controls.webhookDeliveries() };
  }),
  "POST /emulator/webhooks": route<NewWebhook>(webhook, ({ controls }, wanted) => controls.addWebhook(wanted)),
  "DELETE /emulator/webhooks": plain(({ controls }) => controls.removeWebhook()),
  "DELETE /emulator/webhooks/{id}": plain(({ controls }, { id = "" }) => controls.removeWebhook(id)),
  "POST /emulator/faults": route<Fault>(faultCheck, async ({ controls }, fault) => controls.addFault(fault)),
  "DELETE /emulator/faults": plain(async ({ controls }) => controls.clearFaults()),
};

const parseBody = (bodyText: string): JsonObject => {
  if (bodyText.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(bodyText);
    if (isObject(value)) return value;
  } catch {
    // refused below, like JSON that is not an object
  }
  throw refusals.noJson();
};

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw refusals.noRoute();
  }
};

/** The placeholders of a route as a path fills them, null if it is another route's. */
const match = (key: string, method: string, path: string): Record<string, string> | null => {
  const [wanted = "", template = ""] = key.split(" ");
  const segments = template.split("/");
  const given = path.split("/");
  if (wanted !== method || segments.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const text = given[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined ? segment !== text : text === "") return null;
    if (name !== undefined) found[name] = decode(text);
  }
  return found;
};

/** Answers a request below /emulator/. Throws `Refusal` for one that does not exist or does not fit. */
export const answerControl = async (parts: ControlParts, method: string, path: string, bodyText: string): Promise<Reply> => {
  for (const [key, answer] of Object.entries(ROUTES)) {
    const filled = match(key, method, path);
    if (filled !== null) return answer(parts, { path: filled, body: parseBody(bodyText) });
  }
  throw refusals.noRoute();
};
