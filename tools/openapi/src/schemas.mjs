/** generated/schemas.ts: one builder per endpoint and component; nothing is built before it is asked for. */
import { componentName, inputFields, operationsOf, reachable, resolve } from "./document.mjs";
import { inputExpressions, replyExpressions } from "./zod-expressions.mjs";

/** Puts each top-level field of an object expression on a line of its own, so that a change shows as one line. */
const lines = (open, fields, close) =>
  fields.length === 0 ? `${open}${close}` : `${open}\n${fields.map((field) => `    ${field},`).join("\n")}\n  ${close}`;

const inputComponents = (doc, operations) => {
  const patched = new Set();
  const used = new Set();
  for (const operation of operations) {
    for (const { schema } of inputFields(doc, operation)) {
      const names = reachable(doc, schema);
      for (const name of names) {
        used.add(name);
        if (operation.method === "PATCH") patched.add(name);
      }
    }
  }
  return { used, patched };
};

const replyComponents = (doc, operations) => {
  const used = new Set();
  for (const operation of operations) for (const { schema } of operation.successes) reachable(doc, schema, used);
  return used;
};

const objectsOf = (doc, names) =>
  Object.keys(doc.components?.schemas ?? {}).filter((name) => names.has(name) && resolve(doc, doc.components.schemas[name]).type === "object");

/** Schemas of texts that are made canonical or bounded by their kind, by the file of zoom-client/src/text. */
const KINDS_OF_TEXT = {
  email: ["email", "emailOrNothing", "idList"],
  id: ["anyId", "webinarId", "webinarIdOrUuid"],
  line: ["line", "lines", "name", "question"],
  rules: ["day", "instant", "page", "passcode", "stream"],
};

/** The text of generated/schemas.ts. */
export const schemasSource = (doc, header) => {
  const operations = operationsOf(doc);
  const { used, patched } = inputComponents(doc, operations);
  const input = inputExpressions(doc, (name) => !patched.has(name));
  const reply = replyExpressions(doc);
  const components = [
    ...objectsOf(doc, used).map((name) => `const in${name} = once(() => ${input.component(name)});`),
    ...objectsOf(doc, replyComponents(doc, operations)).map((name) => `const out${name} = once(() => ${reply.component(name)});`),
  ];
  const inputs = operations.map((operation) => {
    const context = { where: operation.id, defaults: operation.method !== "PATCH", top: true };
    const fields = inputFields(doc, operation).map((field) => `${field.key}: ${input.field(field.key, field.schema, field.required, context)}`);
    return `  ${JSON.stringify(operation.id)}: once(() => ${lines("z.strictObject({", fields, "})")}),`;
  });
  const replies = operations.map((operation) => {
    const schema = operation.successes.find((success) => success.schema !== null)?.schema;
    const expression =
      schema === undefined ? "z.null()" : schema.$ref === undefined ? reply.bare(schema, operation.id) : `out${componentName(schema.$ref)}()`;
    return `  ${JSON.stringify(operation.id)}: once(() => ${expression}),`;
  });
  const source = [...components, ...inputs, ...replies].join("\n");
  const imported = ([path, names]) => {
    const used = names.filter((name) => new RegExp(`\\b${name}\\(`).test(source));
    return used.length === 0 ? "" : `import { ${used.join(", ")} } from "../text/${path}.ts";`;
  };
  const replyTexts = ["replyId", "replyTime"].filter((name) => new RegExp(`\\b${name}\\b`).test(source));
  const imports = [
    'import * as z from "zod";',
    'import { once } from "../once.ts";',
    ...Object.entries(KINDS_OF_TEXT).map(imported),
    replyTexts.length === 0 ? "" : `import { ${replyTexts.join(", ")} } from "../text/reply.ts";`,
    source.includes("uploadFile(") ? 'import { uploadFile } from "../upload.ts";' : "",
  ].filter(Boolean);
  return `${header}${imports.join("\n")}

${components.join("\n")}

/** The flat input of each endpoint. Use \`inputSchema\` of ../schemas.ts. */
export const inputs = {
${inputs.join("\n")}
};

/** What each endpoint answers. Use \`replySchema\` of ../schemas.ts. */
export const replies = {
${replies.join("\n")}
};
`;
};
