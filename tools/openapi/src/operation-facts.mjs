/** What a document says about each operation, as flat facts that two documents can be compared by, however each of them shares its schemas. */
import { resolve } from "./document.mjs";
import { ALIASES } from "./extensions.mjs";

const METHODS = ["get", "post", "put", "patch", "delete"];
const BOUNDS = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"];
/** Zoom nests four deep at most; deeper is a schema that holds itself. */
const DEEPEST = 10;

const sorted = (values) => [...new Set(values.map(String))].sort().join(" | ");
/** An id is a number in one document and digits in another, an integer here and a number there: one and the same on the wire. */
const typeName = (type) => (type === "integer" ? "number" : type);

/** A schema with everything that its branches add, one level deep. */
const merged = (doc, schema, into = { types: [], values: [], items: [], properties: new Map(), bounds: new Map() }, depth = 0) => {
  if (schema === null || typeof schema !== "object" || depth > DEEPEST) return into;
  const node = resolve(doc, schema);
  into.types.push(...[node.type ?? (node.properties ? "object" : [])].flat().filter((type) => type !== "null"));
  into.values.push(...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const]));
  for (const bound of BOUNDS) if (node[bound] !== undefined) into.bounds.set(bound, node[bound]);
  for (const [name, child] of Object.entries(node.properties ?? {})) into.properties.set(name, [...(into.properties.get(name) ?? []), child]);
  if (node.items) into.items.push(node.items);
  for (const branch of [...(node.allOf ?? []), ...(node.oneOf ?? []), ...(node.anyOf ?? [])]) merged(doc, branch, into, depth + 1);
  return into;
};

const schemaFacts = (doc, at, schemas, facts, depth = 0) => {
  if (depth > DEEPEST) return;
  const found = { types: [], values: [], items: [], properties: new Map(), bounds: new Map() };
  for (const schema of schemas) merged(doc, schema, found);
  facts.set(at, "");
  if (found.types.length > 0) facts.set(`${at} (type)`, sorted(found.types.map(typeName)));
  if (found.values.length > 0) facts.set(`${at} (enum)`, sorted(found.values));
  for (const [bound, value] of found.bounds) facts.set(`${at} (${bound})`, String(value));
  if (found.items.length > 0) schemaFacts(doc, `${at}[]`, found.items, facts, depth + 1);
  for (const [name, children] of found.properties) schemaFacts(doc, `${at}.${name}`, children, facts, depth + 1);
};

const bodySchemas = (content) => {
  const media = content?.["application/json"] ?? Object.values(content ?? {})[0];
  return media?.schema ? [media.schema] : [];
};

const factsOf = (doc, item, operation) => {
  const facts = new Map();
  for (const raw of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const { name, in: place, required, schema } = resolve(doc, raw);
    if (place === "path") continue; // each document has its own names for these
    schemaFacts(doc, `?${name}`, [schema], facts);
    if (required) facts.set(`?${name} (required)`, "yes");
  }
  const body = bodySchemas(resolve(doc, operation.requestBody)?.content);
  if (body.length > 0) schemaFacts(doc, "body", body, facts);
  const replies = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith("2"));
  for (const [status] of replies) facts.set(`status ${status}`, "");
  const reply = replies.flatMap(([, raw]) => bodySchemas(resolve(doc, raw).content));
  if (reply.length > 0) schemaFacts(doc, "reply", reply, facts);
  for (const [what, names] of ALIASES) {
    const said = names.map((name) => operation[name]).find((value) => value !== undefined);
    const values = [said ?? []].flat().filter((value) => value !== "");
    if (values.length > 0) facts.set(what, sorted(values));
  }
  for (const { status, code } of operation["x-zoom-errors"] ?? []) facts.set(`error ${status}/${code}`, "");
  return facts;
};

/** "GET /webinars/{}" → its facts, location → value; parameter names in paths do not count. With the path as the document writes it. */
export const operationFacts = (doc) => {
  const operations = new Map();
  for (const [path, item] of Object.entries(doc.paths)) {
    for (const method of METHODS.filter((name) => item[name] !== undefined)) {
      const name = `${method.toUpperCase()} ${path}`;
      operations.set(name.replace(/\{[^}]*\}/g, "{}"), { name, facts: factsOf(doc, item, item[method]) });
    }
  }
  return operations;
};
