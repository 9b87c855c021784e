/** A schema of the document as a zod expression: strict and bounded for what we send, lenient for what Zoom answers. */
import { componentName, demand, resolve } from "./document.mjs";

const KNOWN_KEYWORDS = new Set(
  "$ref type format description properties required items enum default deprecated minimum maximum minLength maxLength minItems maxItems pattern additionalProperties example examples title".split(
    " ",
  ),
);

/** Most characters or items where the document names no bound: every input has one, so that no caller can send a flood. */
const DEFAULT_MAX = { id: 128, email: 128, url: 2048, time: 40, name: 256, text: 2000, items: 300 };

const text = JSON.stringify;
const isUrl = (key, schema) => schema.format === "uri" || /(^|_)url$/.test(key);
/** What `x-text` says of a text that we send. Without it, it is one line, and a name or a title is not blank. */
const TEXTS = {
  line: "line()",
  name: "name()",
  lines: "lines()",
  question: "question()",
  email: "emailOrNothing()",
  ids: "idList()",
  passcode: "passcode()",
  day: "day()",
  instant: "instant()",
  page: "page()",
  stream: "stream()",
};
const isNamed = (key) => /(^|_)(name|title|topic)$/.test(key);
const isName = (key) => /(^|_)(name|title|label|topic)$/.test(key);

const stringMax = (key, schema) => {
  if (schema.maxLength !== undefined) return schema.maxLength;
  if (schema.format === "email") return DEFAULT_MAX.email;
  if (schema.format === "date-time" || schema.format === "date") return DEFAULT_MAX.time;
  if (isUrl(key, schema)) return DEFAULT_MAX.url;
  return isName(key) ? DEFAULT_MAX.name : DEFAULT_MAX.text;
};

const typeOf = (schema, where) => {
  for (const keyword of Object.keys(schema))
    demand(KNOWN_KEYWORDS.has(keyword) || keyword.startsWith("x-"), `${where}: generation does not know the keyword ${keyword}`);
  const types = [schema.type].flat().filter((type) => type !== "null");
  demand(types.length === 1 && typeof types[0] === "string", `${where}: exactly one type expected, found ${text(schema.type)}`);
  return types[0];
};

const enumOf = (values) => (values.every((value) => typeof value === "string") ? `z.enum(${text(values)})` : `z.literal(${text(values)})`);

/** `.describe(…)` or `.meta(…)` for the outermost schema of a field, "" if there is nothing to say. */
const metaOf = (description, schema) => {
  const secret = schema["x-secret"];
  demand(secret === undefined || ["host", "personal", "shared"].includes(secret), `x-secret is ${secret}`);
  const marks = {
    ...(secret === undefined ? {} : { secret }),
    ...(schema["x-untrusted"] ? { untrusted: true } : {}),
    ...(schema["x-rare"] ? { rare: true } : {}),
  };
  if (Object.keys(marks).length === 0) return description ? `.describe(${text(description)})` : "";
  return `.meta(${text({ ...(description ? { description } : {}), ...marks })})`;
};

const objectBody = (fields) =>
  fields.length === 0
    ? "{}"
    : `{ ${fields.map(([key, expression]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : text(key)}: ${expression}`).join(", ")} }`;

/** Expressions for what we send. `showDefault(name)`: whether the component's defaults may be told (a PATCH leaves alone what is left out). */
export const inputExpressions = (doc, showDefault) => {
  const idOf = (schema) => {
    if (schema["x-uuid"]) return "webinarIdOrUuid()";
    return schema.type === "integer" ? "webinarId()" : `anyId(${schema.maxLength ?? DEFAULT_MAX.id})`;
  };
  const textOf = (key, schema) => {
    const kind = schema["x-text"] ?? (isNamed(key) ? "name" : "line");
    demand(Object.hasOwn(TEXTS, kind), `${key}: x-text is ${kind}`);
    return TEXTS[kind];
  };
  const numberOf = (schema, type) =>
    `${type === "integer" ? "z.int()" : "z.number()"}${schema.minimum === undefined ? "" : `.min(${schema.minimum})`}${schema.maximum === undefined ? "" : `.max(${schema.maximum})`}`;
  const stringOf = (key, schema) => {
    if (schema.format === "binary") return "uploadFile()";
    const base = schema.format === "email" ? "email()" : textOf(key, schema);
    const min = schema.minLength === undefined || /^(name|question)/.test(base) ? "" : `.min(${schema.minLength})`;
    const pattern = schema.pattern === undefined ? "" : `.regex(new RegExp(${text(schema.pattern)}))`;
    return `${base}${min}.max(${stringMax(key, schema)})${pattern}`;
  };
  const bare = (key, raw, context) => {
    const schema = resolve(doc, raw);
    const where = `${context.where}.${key}`;
    const type = typeOf(schema, where);
    if (type === "object") {
      if (raw.$ref !== undefined) return `in${componentName(raw.$ref)}()`;
      return object(schema, { ...context, where });
    }
    if (schema["x-id"] === true) {
      demand(
        context.top || type !== "integer",
        `${where}: an integer id below the top of a body is not converted back; send it as a string or extend the client`,
      );
      return idOf(schema);
    }
    if (schema.enum !== undefined) return enumOf(schema.enum);
    if (type === "array") {
      const min = schema.minItems === undefined ? "" : `.min(${schema.minItems})`;
      const items = resolve(doc, schema.items);
      return `z.array(${bare("items", schema.items, { ...context, where, top: false })}${metaOf(items.description, items)})${min}.max(${schema.maxItems ?? DEFAULT_MAX.items})`;
    }
    if (type === "string") return stringOf(key, schema);
    if (type === "boolean") return "z.boolean()";
    demand(type === "integer" || type === "number", `${where}: type ${type}`);
    return numberOf(schema, type);
  };
  const describe = (schema, context) => {
    const { description, default: fallback } = schema;
    if (fallback === undefined || !context.defaults || text(fallback).length > 24) return description;
    const told = `default ${typeof fallback === "string" ? fallback : text(fallback)}`;
    return description === undefined ? `D${told.slice(1)}` : `${description}; ${told}`;
  };
  const field = (key, raw, required, context) => {
    const schema = resolve(doc, raw);
    const nullable = [schema.type].flat().includes("null") ? ".nullable()" : "";
    return `${bare(key, raw, context)}${nullable}${required ? "" : ".optional()"}${metaOf(describe(schema, context), schema)}`;
  };
  const object = (schema, context) => {
    demand(
      schema.additionalProperties === undefined || schema.additionalProperties === false,
      `${context.where}: an object with free keys cannot be strict`,
    );
    const required = new Set(schema.required ?? []);
    const fields = Object.entries(schema.properties ?? {}).filter(([, raw]) => resolve(doc, raw).deprecated !== true);
    return `z.strictObject(${objectBody(fields.map(([key, raw]) => [key, field(key, raw, required.has(key), { ...context, top: false })]))})`;
  };
  return {
    field,
    component: (name) => object(doc.components.schemas[name], { where: name, defaults: showDefault(name), top: false }),
  };
};

/** Expressions for what Zoom answers: every field may be missing or null, values of an enum may grow, bounds are not ours to hold. */
export const replyExpressions = (doc) => {
  const bare = (raw, where) => {
    const schema = resolve(doc, raw);
    const type = typeOf(schema, where);
    if (type === "object") return raw.$ref === undefined ? object(schema, where) : `out${componentName(raw.$ref)}()`;
    if (type === "array") {
      const items = resolve(doc, schema.items);
      return `z.array(${bare(schema.items, `${where}[]`)}${metaOf(describe(items), items)})`;
    }
    if (schema["x-id"] === true) return "replyId";
    if (schema.format === "date-time" || schema["x-time"] === true) return "replyTime";
    if (type === "string") return "z.string()";
    if (type === "boolean") return "z.boolean()";
    demand(type === "integer" || type === "number", `${where}: type ${type}`);
    return "z.number()";
  };
  const describe = ({ description, enum: values }) => {
    if (values === undefined || values.length > 8 || values.every((value) => description?.includes(String(value)))) return description;
    const told = `one of ${values.map((value) => text(value)).join(", ")}`;
    return description === undefined ? told : `${description}; ${told}`;
  };
  const object = (schema, where) => {
    demand(
      schema.additionalProperties === undefined || schema.additionalProperties === false,
      `${where}: a reply with free keys could carry anything; document its fields`,
    );
    return `z.object(${objectBody(
      Object.entries(schema.properties ?? {}).map(([key, raw]) => {
        const resolved = resolve(doc, raw);
        return [key, `${bare(raw, `${where}.${key}`)}.nullish()${metaOf(describe(resolved), resolved)}`];
      }),
    )})`;
  };
  return { bare, component: (name) => object(doc.components.schemas[name], name) };
};
