/** generated/endpoints.ts: what the client knows of each endpoint without any schema. */
import { demand, inputFields, operationsOf, resolve } from "./document.mjs";

const RATES = ["LIGHT", "MEDIUM", "HEAVY", "RESOURCE_INTENSIVE"];

const words = (value, what) => {
  const list = typeof value === "string" ? value.split(/\s+/).filter(Boolean) : value;
  demand(Array.isArray(list) && list.every((word) => typeof word === "string"), `${what} has to be a list of words`);
  return list;
};

const toPlace = (doc) => (field) => {
  const schema = resolve(doc, field.schema);
  const wireInteger = field.place === "body" && schema["x-id"] === true && schema.type === "integer";
  return [field.key, wireInteger ? [field.place, field.name, "integer"] : [field.place, field.name]];
};

const toInfo = (doc) => (operation) => {
  const { id, method, path, raw, successes } = operation;
  const rate = raw["x-zoom-rate-limit"];
  demand(RATES.includes(rate), `${id}: x-zoom-rate-limit is ${rate}, expected one of ${RATES.join(", ")}`);
  demand(typeof raw.operationId === "string", `${id}: no operationId`);
  const page = raw["x-page"] ?? "none";
  demand(page === "none" || page === "token", `${id}: x-page is ${page}, expected token`);
  const items = raw["x-items"] ?? null;
  const reply = successes.find((success) => success.schema !== null);
  if (items !== null) {
    const rows = reply && resolve(doc, reply.schema).properties?.[items];
    demand(rows && resolve(doc, rows).type === "array", `${id}: x-items names "${items}", which is no array of the reply`);
  }
  const fields = inputFields(doc, operation);
  const placeholders = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  const pathFields = fields.filter((field) => field.place === "path");
  demand(
    placeholders.length === pathFields.length && placeholders.every((name) => pathFields.some((field) => field.name === name && field.required)),
    `${id}: placeholders and required path parameters differ`,
  );
  demand(page === "none" || fields.some((field) => field.key === "next_page_token"), `${id}: x-page token without a next_page_token parameter`);
  const errors = [...new Map((raw["x-zoom-errors"] ?? []).map(({ status, code }) => [`${status} ${code}`, [status, code]])).values()];
  for (const [status, code] of errors)
    demand(Number.isInteger(status) && Number.isInteger(code), `${id}: x-zoom-errors needs numeric status and code`);
  return {
    method,
    path,
    operationId: raw.operationId,
    success: successes.map((success) => success.status),
    body: operation.body.kind,
    empty: successes.some((success) => success.schema === null),
    rate,
    scopes: {
      classic: words(raw["x-zoom-classic-scopes"], `${id}: x-zoom-classic-scopes`),
      granular: words(raw["x-zoom-granular-scopes"], `${id}: x-zoom-granular-scopes`),
    },
    page,
    items,
    uuids: pathFields.filter((field) => resolve(doc, field.schema)["x-uuid"] === true).map((field) => field.name),
    input: Object.fromEntries(fields.map(toPlace(doc))),
    errors,
  };
};

/** The text of generated/endpoints.ts. */
export const endpointsSource = (doc, header) => {
  const rows = operationsOf(doc).map((operation) => `  ${JSON.stringify(operation.id)}: ${JSON.stringify(toInfo(doc)(operation))},`);
  return `${header}import type { EndpointInfo } from "../endpoint-info.ts";

/** Every endpoint of our document, keyed "METHOD /path". */
export const endpoints = {
${rows.join("\n")}
} as const satisfies Record<string, EndpointInfo>;

/** Names an endpoint: "GET /webinars/{webinarId}". */
export type EndpointId = keyof typeof endpoints;
`;
};
