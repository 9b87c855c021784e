import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { ENDPOINTS } from "../http/endpoint.ts";
import { asList, asNumber, asObject, type JsonObject } from "../http/json.ts";
import type { HttpRequest } from "../http/messages.ts";
import type { EmulatorState } from "../state/state.ts";
import { operationOf, parametersOf, resolve } from "../validate/document-nodes.ts";
import type { Random } from "./random.ts";

/** Things of a world that a request can name, by what they are. */
export type Pool = Readonly<Record<string, readonly string[]>>;

/** What a world has to name right now. */
export const poolOf = (state: EmulatorState): Pool => {
  const webinars = Object.values(state.webinars);
  const people = webinars.flatMap(({ registrants }) => registrants.slice(0, 20));
  const sessions = webinars.flatMap(({ instances, session }) => [...instances, ...(session === null ? [] : [session])]);
  return {
    // every other time the first: what needs several steps on one webinar would hardly ever come about
    webinar: webinars.flatMap(({ id }) => [String(id), String(webinars[0]?.id)]),
    uuid: webinars.flatMap(({ uuid, instances }) => [uuid, ...instances.map((instance) => instance.uuid)]),
    user: state.users.flatMap(({ id, email }) => [id, email]),
    registrant: people.map(({ id }) => id),
    email: [...people.map(({ email }) => email), ...webinars.flatMap(({ panelists }) => panelists.map(({ email }) => email))],
    panelist: webinars.flatMap(({ panelists }) => panelists.map(({ id }) => id)),
    poll: webinars.flatMap(({ polls }) => polls.map(({ id }) => id)),
    nameTag: webinars.flatMap(({ branding }) => branding.name_tags.map(({ id }) => id)),
    background: webinars.flatMap(({ branding }) => branding.virtual_backgrounds.map(({ id }) => id)),
    field: state.trackingFields.map(({ id }) => id),
    template: state.templates.map(({ id }) => id),
    occurrence: webinars.flatMap(({ occurrences }) => occurrences.map(({ occurrence_id }) => occurrence_id)),
    source: webinars.flatMap(({ trackingSources }) => trackingSources.map(({ id }) => id)),
    joining: sessions.flatMap(({ participants }) => participants.slice(0, 5).map(({ user_id }) => user_id)),
    message: sessions.flatMap(({ chat }) => chat.map(({ message_id }) => message_id)),
  };
};

/** Which of a world's things a parameter or field names. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  webinarId: ["webinar", "webinar", "uuid"],
  meetingId: ["webinar", "uuid"],
  webinar_id: ["webinar"],
  userId: ["user"],
  schedule_for: ["user"],
  registrantId: ["registrant"],
  panelistId: ["panelist", "email"],
  pollId: ["poll"],
  nameTagId: ["nameTag"],
  name_tag_id: ["nameTag"],
  name_tag_ids: ["nameTag"],
  virtual_background_id: ["background"],
  ids: ["background"],
  id: ["background", "registrant"],
  fieldId: ["field"],
  template_id: ["template"],
  occurrence_id: ["occurrence"],
  occurrence_ids: ["occurrence"],
  source_id: ["source"],
  tracking_source_id: ["source"],
  participantId: ["joining"],
  messageId: ["message"],
  email: ["email"],
};

const ODD = [
  "",
  " ",
  "0",
  "-1",
  "constructor",
  "__proto__",
  "toString",
  "null",
  "NaN",
  "é中😀",
  "a,b",
  "1e400",
  "12345678901",
  "me",
  "\u0000",
  "%2F",
  "..",
] as const;
const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Mars/Olympus", ""] as const;
const TIMES = [
  "2027-02-01T15:00:00Z",
  "2027-02-01T15:00:00",
  "2027-03-28T02:30:00",
  "2026-01-01T00:00:00Z",
  "0001-01-01T00:00:00Z",
  "2027-02-30T00:00:00Z",
  "soon",
] as const;
const DAYS = ["2026-12-20", "2027-01-10", "2027-01-15", "2027-01-31", "2027-02-10", "2027-13-01", "1-1-1"] as const;

const known = (name: string, pool: Pool, random: Random): string | undefined => random.pick(pool[random.pick(KINDS[name] ?? []) ?? ""] ?? []);

const textFor = (name: string, schema: JsonObject, pool: Pool, random: Random): string => {
  const thing = random.chance(85) ? known(name, pool, random) : undefined;
  if (thing !== undefined) return thing;
  if (/_color$/.test(name) && random.chance(90)) return random.pick(["#1F2937", "2563EB", "#FFFFFF"] as const);
  if (schema.format === "email") return `p${random.below(40)}@example.com`;
  if (schema.format === "date") return random.pick(DAYS);
  if (schema.format === "date-time" || /_time$/.test(name)) return random.pick(TIMES);
  if (schema.format === "uri" || /url$|third_party/.test(name)) return random.pick(["https://example.com/x", "http://a", "not a url"] as const);
  if (name === "timezone") return random.pick(ZONES);
  if (name === "weekly_days") return random.pick(["1", "2,4", "7,7", "8", ""] as const);
  if (random.chance(10)) return random.pick(ODD);
  const longest = asNumber(schema.maxLength) ?? 60;
  const length = random.chance(5) ? longest + random.below(2) : random.below(Math.min(longest, 24)) + 1;
  return "Sample text ".repeat(Math.ceil(length / 12)).slice(0, length);
};

const numberFor = (schema: JsonObject, name: string, pool: Pool, random: Random): number => {
  const thing = known(name, pool, random);
  if (thing !== undefined) return Number(thing);
  const least = asNumber(schema.minimum) ?? 0;
  const most = asNumber(schema.maximum) ?? 100;
  return random.chance(5) ? random.pick([least - 1, most + 1, 0.5, 1e21] as const) : least + random.below(Math.min(most - least, 50) + 1);
};

const objectFor = (schema: JsonObject, pool: Pool, random: Random, depth: number): Record<string, unknown> => {
  const required = asList(schema.required);
  const properties = Object.entries(asObject(schema.properties));
  const often = properties.length > 12 ? 15 : 45;
  const chosen = properties.filter(([name]) => random.chance(required.includes(name) ? 96 : often));
  const made: Record<string, unknown> = Object.fromEntries(
    chosen.map(([name, part]) => [name, valueFor(asObject(part), name, pool, random, depth + 1)]),
  );
  if (random.chance(4)) made[random.pick(["unknown", "constructor", "toString"] as const)] = random.pick([1, "x", null, {}, []] as const);
  return made;
};

/** A value for a schema: mostly one that fits, at times one that does not. */
const valueFor = (node: JsonObject, name: string, pool: Pool, random: Random, depth = 0): unknown => {
  const schema = resolve(node);
  if (random.chance(2)) return random.pick([null, 0, "", [], {}, true, -1, "x", [null], { a: { b: 1 } }] as const);
  const choices = asList(schema.enum);
  if (choices.length > 0 && !random.chance(3)) return random.pick(choices);
  if (schema.type === "array") {
    const most = asNumber(schema.maxItems) ?? 5;
    const length = random.chance(2) ? Math.min(most + 1, 520) : random.below(4);
    return Array.from({ length }, () => valueFor(asObject(schema.items), name, pool, random, depth + 1));
  }
  if (schema.type === "object") return objectFor(schema, pool, random, depth);
  if (schema.type === "boolean") return random.chance(50);
  if (schema.type === "integer" || schema.type === "number") return numberFor(schema, name, pool, random);
  return textFor(name, schema, pool, random);
};

const segment = (text: string, takesUuid: boolean, random: Random): string => {
  const once = encodeURIComponent(text);
  return takesUuid && !random.chance(10) ? encodeURIComponent(once) : once;
};

const PNG = Buffer.from("iVBORw0KGgo=", "base64");

const uploadBody = async (random: Random): Promise<{ type: string; body: Uint8Array }> => {
  const form = new FormData();
  const name = random.pick(["b.png", "b.jpg", "b.txt", "b"] as const);
  const type = random.pick(["image/png", "image/gif", "text/plain", ""] as const);
  if (random.chance(85)) form.append(random.chance(90) ? "file" : "picture", new Blob([PNG], { type }), name);
  if (random.chance(40)) form.append("default", random.pick(["true", "false", "maybe"] as const));
  if (random.chance(30)) form.append("set_default_for_all_panelists", random.pick(["true", "false"] as const));
  const written = new Response(form);
  return { type: written.headers.get("content-type") ?? "", body: new Uint8Array(await written.arrayBuffer()) };
};

/** A request, and the endpoint that it is meant for. */
export interface Generated {
  id: EndpointId;
  request: Pick<HttpRequest, "method" | "url" | "headers" | "body">;
}

/** Makes a request to one endpoint of the document, with things of the world in it. `tokens` are page tokens that were given out. */
export const generate = async (id: EndpointId, pool: Pool, tokens: readonly string[], random: Random): Promise<Generated> => {
  const endpoint = ENDPOINTS[id];
  const { operation } = operationOf(id);
  const parameters = parametersOf(operation);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = random.chance(4) ? random.pick(ODD) : (known(name, pool, random) ?? textFor(name, {}, pool, random));
    return segment(text, endpoint.uuids.includes(name), random);
  });
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of parameters) {
    if (place !== "query" || !random.chance(required ? 97 : 30)) continue;
    const token = name === "next_page_token" ? random.pick(tokens) : undefined;
    query.append(name, token ?? String(valueFor(schema, name, pool, random)));
  }
  if (random.chance(3)) query.append(random.pick(["unknown", "page_number", "__proto__"] as const), random.pick(ODD));
  const url = `https://api.zoom.us/v2${path}?${query}`;
  const method = endpoint.method as HttpRequest["method"];
  if (endpoint.body === "multipart" && random.chance(95)) {
    const { type, body } = await uploadBody(random);
    return { id, request: { method, url, headers: { "content-type": type }, body } };
  }
  if (endpoint.body === "none") return { id, request: { method, url, headers: {} } };
  const schema = asObject(asObject(asObject(asObject(operation.requestBody).content)["application/json"]).schema);
  const body = random.chance(2)
    ? random.pick(["", "{", "[]", "null", '{"__proto__":{"audio":"voip"}}'] as const)
    : JSON.stringify(valueFor(schema, "", pool, random));
  return { id, request: { method, url, headers: { "content-type": "application/json" }, body } };
};
