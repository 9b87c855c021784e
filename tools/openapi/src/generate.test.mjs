import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { endpointsSource } from "./endpoints.mjs";
import { schemasSource } from "./schemas.mjs";
import { typesSource } from "./types.mjs";

const operation = (more = {}) => ({
  operationId: "things",
  "x-zoom-rate-limit": "LIGHT",
  "x-zoom-classic-scopes": ["thing:read"],
  "x-zoom-granular-scopes": ["thing:read:thing"],
  responses: { 204: { description: "Done" } },
  ...more,
});
const document = (paths, schemas = {}) => ({ openapi: "3.1.0", info: { title: "Mini", version: "1" }, paths, components: { schemas } });
const id = { name: "thingId", in: "path", required: true, schema: { type: "integer", format: "int64", "x-id": true } };
const jsonBody = (schema) => ({ required: true, content: { "application/json": { schema } } });
const all = (doc) => [endpointsSource(doc, ""), schemasSource(doc, "")];

test("two inputs of one name fail generation, and the message names operation, field and places", () => {
  const doc = document({
    "/things/{thingId}": {
      put: operation({ parameters: [id], requestBody: jsonBody({ type: "object", properties: { thing_id: { type: "string" } } }) }),
    },
  });
  assert.throws(() => endpointsSource(doc, ""), /PUT \/things\/\{thingId\}: "thing_id" would be both a path and a body field/);
});

test("a field that is not a snake_case name fails generation", () => {
  const doc = document({
    "/things": { post: operation({ requestBody: jsonBody({ type: "object", properties: { thingName: { type: "string" } } }) }) },
  });
  assert.throws(() => endpointsSource(doc, ""), /"thingName" is no snake_case name/);
});

test("faults of the document are reported: rate label, items, page token, placeholders", () => {
  const fails = (more, path, words) => assert.throws(() => endpointsSource(document({ [path]: { get: operation(more) } }), ""), words);
  fails({ "x-zoom-rate-limit": "FAST" }, "/things", /x-zoom-rate-limit is FAST/);
  fails({ "x-items": "things" }, "/things", /x-items names "things"/);
  fails({ "x-page": "token" }, "/things", /without a next_page_token/);
  fails({}, "/things/{thingId}", /placeholders and required path parameters differ/);
});

test("what the schemas cannot say fails generation instead of being passed over", () => {
  const body = (schema) => document({ "/things": { post: operation({ requestBody: jsonBody({ type: "object", properties: { thing: schema } }) }) } });
  assert.throws(() => schemasSource(body({ oneOf: [{ type: "string" }] }), ""), /does not know the keyword oneOf/);
  assert.throws(() => schemasSource(body({ type: "object", additionalProperties: { type: "string" } }), ""), /cannot be strict/);
  assert.throws(() => schemasSource(body({ type: "object", properties: { id: { type: "integer", "x-id": true } } }), ""), /integer id below the top/);
});

test("deprecated parameters and fields cannot be sent", async () => {
  const doc = document(
    {
      "/things": {
        post: operation({
          parameters: [{ name: "page_number", in: "query", deprecated: true, schema: { type: "integer" } }],
          requestBody: jsonBody({ $ref: "#/components/schemas/Thing" }),
        }),
      },
    },
    { Thing: { type: "object", properties: { old: { type: "string", deprecated: true }, fresh: { type: "string" } } } },
  );
  for (const source of [...all(doc), await typesSource(doc, "")]) {
    assert.doesNotMatch(source, /page_number|\bold\b/);
    assert.match(source, /fresh/);
  }
});

test("ids: strings in types, a number on the wire only if the body has one", async () => {
  const doc = document({
    "/things/{thingId}": { put: operation({ parameters: [id], requestBody: jsonBody({ type: "object", properties: { other_id: id.schema } }) }) },
  });
  assert.match(endpointsSource(doc, ""), /"thing_id":\["path","thingId"\],"other_id":\["body","other_id","integer"\]/);
  assert.match(await typesSource(doc, ""), /thingId: string;[\s\S]*other_id\?: string;/);
});

test("--check names what is stale and writes nothing; a second run changes nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "zoom-openapi-test-"));
  const run = (...flags) =>
    spawnSync(
      process.execPath,
      [fileURLToPath(new URL("generate.mjs", import.meta.url)), "--from", join(folder, "doc.json"), "--out", folder, ...flags],
      { encoding: "utf8" },
    );
  try {
    writeFileSync(join(folder, "doc.json"), JSON.stringify(document({ "/things": { get: operation() } })));
    assert.equal(run().status, 0);
    assert.match(run().stdout, /nothing changed/);
    assert.equal(run("--check").status, 0);
    writeFileSync(join(folder, "endpoints.ts"), "old");
    const check = run("--check");
    assert.equal(check.status, 1);
    assert.match(check.stderr, /endpoints\.ts/);
    assert.doesNotMatch(check.stderr, /schemas?\.ts/);
    assert.equal(readFileSync(join(folder, "endpoints.ts"), "utf8"), "old");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("--from takes a document with Zoom's names for scopes and label, and says what it assumed", () => {
  const folder = mkdtempSync(join(tmpdir(), "zoom-openapi-test-"));
  const { "x-zoom-classic-scopes": classic, "x-zoom-granular-scopes": granular, "x-zoom-rate-limit": label, ...bare } = operation();
  const theirs = { ...bare, "x-classic-scopes": classic, "x-granular-scopes": granular };
  const doc = document({ "/things": { get: { ...theirs, "x-rate-limit-label": label } }, "/toys": { get: { ...theirs, operationId: "toys" } } });
  try {
    writeFileSync(join(folder, "theirs.json"), JSON.stringify(doc));
    const script = fileURLToPath(new URL("generate.mjs", import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [script, "--from", join(folder, "theirs.json"), "--out", folder], { encoding: "utf8" });
    assert.equal(status, 0);
    assert.match(stderr, /GET \/toys: no rate label, taken as MEDIUM/);
    assert.match(stderr, /no field is marked x-secret/);
    assert.doesNotMatch(stderr, /\/things/);
    const text = readFileSync(join(folder, "endpoints.ts"), "utf8");
    assert.match(text, /"GET \/things": .*"rate":"LIGHT","scopes":\{"classic":\["thing:read"\],"granular":\["thing:read:thing"\]\}/);
    assert.match(text, /"GET \/toys": .*"rate":"MEDIUM"/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
