import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { drift } from "./drift.mjs";

const OURS = fileURLToPath(new URL("../../../packages/zoom-client/openapi/bundled.json", import.meta.url));
const DRIFT = fileURLToPath(new URL("./drift.mjs", import.meta.url));
const ours = () => JSON.parse(readFileSync(OURS, "utf8"));

const thing = (more = {}) => ({
  type: "object",
  properties: {
    id: { type: "integer" },
    kind: { type: "string", enum: ["a", "b"] },
    owner: { type: "object", properties: { name: { type: "string" } } },
  },
  ...more,
});
const get = (schema, more = {}) => ({
  parameters: [{ name: "page_size", in: "query", schema: { type: "integer", maximum: 300 } }],
  responses: { 200: { description: "Done", content: { "application/json": { schema } } } },
  "x-zoom-rate-limit": "LIGHT",
  ...more,
});
const document = (paths, components = {}) => ({ openapi: "3.1.0", paths, components: { schemas: components } });

test("a document does not drift from itself, however it shares its schemas and names its path parameters", () => {
  assert.deepEqual(drift(ours(), ours()), { new_operations: [], gone_operations: [], operations: [], explained: 0 });
  const shared = document({ "/webinars/{webinarId}": { get: get({ $ref: "#/components/schemas/Thing" }) } }, { Thing: thing() });
  const split = {
    allOf: [{ ...thing(), properties: { id: { type: "number" } } }, { properties: { ...thing().properties, id: { type: "integer" } } }],
  };
  const { "x-zoom-rate-limit": label, ...bare } = get(split);
  const written = document({ "/webinars/{id}": { get: { ...bare, "x-rate-limit-label": label } } });
  assert.deepEqual(drift(shared, written).operations, []);
});

test("what is new, gone and changed is reported by operation and place, once, at its top", () => {
  const before = document({ "/webinars/{id}": { get: get(thing()), delete: get(thing()) } });
  const after = thing();
  after.properties.kind.enum = ["a", "c"];
  after.properties.place = { type: "object", properties: { city: { type: "string", maxLength: 20 } } };
  delete after.properties.owner;
  const next = document({
    "/webinars/{id}": { get: get(after, { "x-zoom-rate-limit": "HEAVY", parameters: [] }) },
    "/webinars/{id}/toys": { post: get(thing()) },
    "/phones": { get: get(thing()) },
  });
  const report = drift(before, next);
  assert.deepEqual(report, {
    new_operations: ["POST /webinars/{id}/toys"],
    gone_operations: ["DELETE /webinars/{id}"],
    operations: [
      {
        operation: "GET /webinars/{id}",
        added: ["reply.place"],
        gone: ["?page_size", "reply.owner"],
        changed: [
          { at: "reply.kind (enum)", from: "a | b", to: "a | c" },
          { at: "rate label", from: "LIGHT", to: "HEAVY" },
        ],
      },
    ],
    explained: 0,
  });
  assert.deepEqual(drift(before, next, { all: true }).new_operations, ["POST /webinars/{id}/toys", "GET /phones"]);
  const explained = new Set(["GET /webinars/{id} reply.kind (enum)", "GET /webinars/{id} ?page_size"]);
  assert.equal(drift(before, next, { explained }).explained, 2);
});

test("a bound that only we state is no drift; one that Zoom states otherwise is", () => {
  const [bounded, free, other] = [10, undefined, 20].map((maxLength) =>
    document({ "/webinars": { get: get({ type: "object", properties: { a: { type: "string", ...(maxLength ? { maxLength } : {}) } } }) } }),
  );
  assert.deepEqual(drift(bounded, free, { ours: true }).operations, []);
  assert.equal(drift(bounded, free).operations[0].gone[0], "reply.a (maxLength): 10");
  assert.deepEqual(drift(bounded, other, { ours: true }).operations[0].changed, [{ at: "reply.a (maxLength)", from: "10", to: "20" }]);
});

test("the command reads a file or a URL, exits 1 on drift, and says what is not a document", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zw-drift-"));
  const next = ours();
  next.paths["/webinars/{webinarId}"].get.parameters = [];
  writeFileSync(join(folder, "next.json"), JSON.stringify(next));
  writeFileSync(join(folder, "page.html"), "<html>");
  const run = (...args) => spawnSync(process.execPath, [DRIFT, ...args], { encoding: "utf8", cwd: folder, env: { PATH: process.env.PATH } });
  try {
    assert.match(run(OURS).stdout, /^0 operations new, 0 gone, 0 changed/);
    assert.equal(run(OURS).status, 0);
    const told = run("next.json");
    assert.equal(told.status, 1);
    assert.match(told.stdout, /GET \/webinars\/\{webinarId\}\n {2}- \?\w+/);
    assert.equal(JSON.parse(run("next.json", "--json").stdout).operations[0].operation, "GET /webinars/{webinarId}");
    for (const args of [["page.html"], ["none.json"], []]) {
      const { status, stderr } = run(...args);
      assert.equal(status, 2);
      assert.match(stderr, /^openapi: (page\.html: .*as JSON|none\.json: .*ENOENT|give one document)/);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the command reads a URL", async () => {
  const server = createServer((request, reply) => {
    if (request.url === "/spec.json") reply.end(readFileSync(OURS));
    else reply.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const at = `http://127.0.0.1:${server.address().port}`;
  const run = (url) =>
    new Promise((done) => {
      let text = "";
      const child = spawn(process.execPath, [DRIFT, url], { env: { PATH: process.env.PATH } });
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (part) => {
          text += part;
        });
      child.on("close", (code) => done({ code, text }));
    });
  try {
    assert.equal((await run(`${at}/spec.json`)).code, 0);
    const missing = await run(`${at}/none.json`);
    assert.equal(missing.code, 2);
    assert.match(missing.text, /answered 404/);
  } finally {
    server.close();
  }
});
