import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { HttpResponse, Send } from "@zoom-webinar/auth";
import { UnavailableError } from "@zoom-webinar/foundation";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import fc from "fast-check";

interface Node {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  maximum?: number;
  properties?: Record<string, Node>;
  items?: Node;
  content?: Record<string, { schema: Node }>;
  responses?: Record<string, Node>;
  "x-secret"?: "host" | "personal" | "shared";
  "x-id"?: boolean;
}

const document = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("@zoom-webinar/zoom-client/openapi.json"), "utf8")) as {
  paths: Record<string, Record<string, Node>>;
};

const resolved = (node: Node): Node => {
  if (node.$ref === undefined) return node;
  const path = node.$ref.slice(2).split("/");
  return resolved(path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key.replaceAll("~1", "/")], document) as Node);
};

/** Words that stand in a secret of each class, and nowhere else: to find them in whatever comes out. */
export const CANARY = { host: "canary-host", personal: "canary-personal", shared: "canary-shared" } as const;

const HOST_LINK = `https://zoom.us/s/95312345678?zak=${CANARY.host}`;
const PERSONAL_LINK = `https://zoom.us/w/95312345678?tk=${CANARY.personal}`;
/** What people type, at times with links in it that have no field of their own. */
const texts = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(`Start: ${HOST_LINK}`, `<a href="${PERSONAL_LINK}">Join</a>`, `${PERSONAL_LINK}, ${HOST_LINK}`) },
);
const secrets = {
  host: fc.constantFrom(HOST_LINK, `${CANARY.host}-key`),
  personal: fc.constantFrom(PERSONAL_LINK, `https://zoom.us/w/1/${CANARY.personal}`),
  shared: fc.constant(`https://zoom.us/j/9?pwd=${CANARY.shared}`),
};
const times = fc.constantFrom("2027-01-10T15:00:00Z", "2027-02-01T09:30:00Z");
const digits = fc.integer({ min: 1_000, max: 99_999_999_999 });
const emails = fc.constantFrom("ada@example.com", "grace@example.com", "linus@example.com");

/** A value of a reply. Undocumented fields come along: Zoom adds fields, and one of them may be a secret. */
const replyPart = (raw: Node, name: string): fc.Arbitrary<unknown> => {
  const node = resolved(raw);
  if (node["x-secret"] !== undefined) return secrets[node["x-secret"]];
  if (name === "next_page_token") return fc.constant("");
  if (node.enum) return fc.constantFrom(...node.enum);
  switch ([node.type].flat()[0]) {
    case "array":
      return fc.array(replyPart(node.items ?? {}, name), { minLength: 1, maxLength: 2 });
    case "object": {
      const fields = Object.entries(node.properties ?? {}).map(([key, field]) => [key, replyPart(field, key)] as const);
      const made = fc.record(Object.fromEntries(fields));
      const undocumented = fc.constantFrom<object>({}, {}, { new_zak_url: HOST_LINK, new_link: PERSONAL_LINK });
      return fc.tuple(made, undocumented).map(([value, more]) => ({ ...value, ...more }));
    }
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return node["x-id"] ? digits : fc.integer({ min: 0, max: Math.min(node.maximum ?? 60, 60) });
    default:
      if (node["x-id"]) return digits.map(String);
      if (/email$/.test(name) || node.format === "email") return emails;
      if (/_at$|_time$/.test(name) || node.format === "date-time") return times;
      if (name === "timezone") return fc.constantFrom("Europe/Berlin", "UTC");
      return texts;
  }
};

interface Route {
  method: string;
  path: RegExp;
  answer: fc.Arbitrary<HttpResponse>;
}

const answersTo = (id: string): fc.Arbitrary<HttpResponse> => {
  const [method = "", path = ""] = id.split(" ");
  const operation = document.paths[path]?.[method.toLowerCase()] ?? {};
  const [status = "200", node = {}] = Object.entries(operation.responses ?? {}).find(([code]) => code.startsWith("2")) ?? [];
  const schema = resolved(node).content?.["application/json"]?.schema;
  const body = schema === undefined ? fc.constant("") : replyPart(schema, "").map((value) => JSON.stringify(value));
  return body.map((text) => ({ status: Number(status), headers: {}, text }));
};

/** Refusals that say back all that there is to tell, and an answer that broke off. */
const refusals = fc.constantFrom<HttpResponse | Error>(
  ...[400, 404, 429].map((status) => ({
    status,
    headers: {},
    text: JSON.stringify({
      code: status === 404 ? 3001 : 300,
      message: `No: ${HOST_LINK} ${PERSONAL_LINK} "start_url":"${CANARY.host}"`,
      errors: [{ field: "topic", message: `was ${PERSONAL_LINK}` }],
    }),
  })),
  { status: 200, headers: {}, text: `{"start_url":"${HOST_LINK}","join_url":"${PERSONAL_LINK}` },
  new UnavailableError("The connection was cut.", "maybe-sent"),
);

let routes: readonly Route[] | undefined;
const routeOf = (method: string, url: string): Route => {
  routes ??= Object.entries(endpoints)
    .map(([id, { method: verb, path }]) => ({
      method: verb,
      path: new RegExp(`/v2${path.replace(/\{\w+\}/g, "[^/]+")}$`),
      answer: answersTo(id),
      wide: path.split("{").length,
    }))
    // "/users/me" and the like before "/users/{userId}"
    .sort((a, b) => a.wide - b.wide);
  const found = routes.find((route) => route.method === method && route.path.test(new URL(url).pathname));
  if (!found) throw new Error(`no endpoint of the document: ${method} ${url}`);
  return found;
};

/** A Zoom without a memory, which answers every request with whatever the document says that it may. */
export const generatedZoom =
  (draw: fc.GeneratorValue): Send =>
  async ({ method, url }) => {
    if (url.endsWith("/oauth/token"))
      return { status: 200, headers: {}, text: JSON.stringify({ access_token: `${CANARY.host}-token`, expires_in: 3600 }) };
    const { answer } = routeOf(method, url);
    const given = draw(() => fc.oneof({ weight: 9, arbitrary: answer as fc.Arbitrary<HttpResponse | Error> }, { weight: 1, arbitrary: refusals }));
    if (given instanceof Error) throw given;
    return given;
  };
