/** What generation needs of the document: its operations in order, references resolved, and the client's view of its schemas. */

const METHODS = ["get", "post", "put", "patch", "delete"];
const BODY_KINDS = { "application/json": "json", "multipart/form-data": "multipart" };

/** Throws unless `condition`; every complaint names the operation or component at fault. */
export const demand = (condition, message) => {
  if (!condition) throw new Error(`openapi: ${message}`);
};

/** "webinarId" → "webinar_id". */
const snakeCase = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Follows references, however many; keywords beside a reference win over what it points at. */
export const resolve = (doc, node) => {
  let found = node;
  while (found?.$ref !== undefined) {
    const { $ref, ...beside } = found;
    demand($ref.startsWith("#/"), `${$ref} points outside the bundled document`);
    const target = $ref
      .slice(2)
      .split("/")
      .reduce((at, key) => at?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], doc);
    demand(target !== undefined, `${$ref} points nowhere`);
    found = { ...target, ...beside };
  }
  return found;
};

/** "#/components/schemas/Webinar" → "Webinar". */
export const componentName = (ref) => {
  const name = ref.match(/^#\/components\/schemas\/([A-Za-z][A-Za-z0-9]*)$/)?.[1];
  demand(name !== undefined, `${ref}: a schema component needs a name of letters and digits (two files may not use one name)`);
  return name;
};

/** Every schema reachable from `schema` by reference, as component names, itself not counted. */
export const reachable = (doc, schema, found = new Set()) => {
  if (Array.isArray(schema)) for (const item of schema) reachable(doc, item, found);
  else if (schema !== null && typeof schema === "object") {
    if (typeof schema.$ref === "string") {
      const name = componentName(schema.$ref);
      if (!found.has(name)) {
        found.add(name);
        reachable(doc, doc.components.schemas[name], found);
      }
    }
    for (const [key, value] of Object.entries(schema)) if (key !== "example" && key !== "examples" && key !== "default") reachable(doc, value, found);
  }
  return found;
};

const toParameter = (doc, id) => (raw) => {
  const parameter = resolve(doc, raw);
  demand(parameter.in === "path" || parameter.in === "query", `${id}: a parameter in ${parameter.in} is not supported`);
  return {
    name: parameter.name,
    place: parameter.in,
    required: parameter.required === true,
    deprecated: parameter.deprecated === true,
    schema: { ...(parameter.description === undefined ? {} : { description: parameter.description }), ...parameter.schema },
  };
};

const toBody = (doc, id, raw) => {
  if (raw === undefined) return { kind: "none", required: false, schema: null };
  const body = resolve(doc, raw);
  const types = Object.keys(body.content);
  demand(types.length === 1 && types[0] in BODY_KINDS, `${id}: one body of JSON or multipart expected, found ${types.join(", ")}`);
  const schema = body.content[types[0]].schema;
  demand(resolve(doc, schema).type === "object", `${id}: the body has to be an object, since its properties become the input`);
  return { kind: BODY_KINDS[types[0]], required: body.required === true, schema };
};

const toOperation = (doc, path, item, method) => {
  const operation = item[method];
  const id = `${method.toUpperCase()} ${path}`;
  const successes = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, raw]) => {
      const content = resolve(doc, raw).content;
      demand(content === undefined || "application/json" in content, `${id}: a success is JSON or has no body`);
      return { status: Number(status), schema: content?.["application/json"].schema ?? null };
    });
  demand(successes.length > 0, `${id}: no success is documented`);
  demand(successes.filter((success) => success.schema !== null).length < 2, `${id}: more than one success with a body`);
  return {
    id,
    method: method.toUpperCase(),
    path,
    raw: operation,
    parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(toParameter(doc, id)),
    body: toBody(doc, id, operation.requestBody),
    successes,
  };
};

/** All operations, in the document's order. */
export const operationsOf = (doc) =>
  Object.entries(doc.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => toOperation(doc, path, item, method)),
  );

/**
 * The fields of an operation's flat input, in order: path, query, body. Deprecated ones are left out.
 * Throws where two fields would share a name.
 */
export const inputFields = (doc, operation) => {
  const fields = operation.parameters
    .filter((parameter) => !parameter.deprecated)
    .map(({ name, place, required, schema }) => ({ name, place, required, schema }));
  if (operation.body.schema !== null) {
    const body = resolve(doc, operation.body.schema);
    for (const [name, schema] of Object.entries(body.properties ?? {})) {
      if (resolve(doc, schema).deprecated) continue;
      fields.push({ name, place: "body", required: operation.body.required && (body.required ?? []).includes(name), schema });
    }
  }
  const seen = new Map();
  return fields.map((field) => {
    const key = field.place === "path" ? snakeCase(field.name) : field.name;
    demand(/^[a-z][a-z0-9_]*$/.test(key), `${operation.id}: "${key}" is no snake_case name for an input field`);
    const other = seen.get(key);
    demand(
      other === undefined,
      `${operation.id}: "${key}" would be both a ${other} and a ${field.place} field of the flat input; rename one in the document`,
    );
    seen.set(key, field.place);
    return { ...field, key };
  });
};
