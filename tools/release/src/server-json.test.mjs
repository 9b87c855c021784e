import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { serverJson } from "./server-json.mjs";

const schema = JSON.parse(readFileSync(new URL("../fixtures/mcp-registry-server-2025-12-11.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const isValid = ajv.compile(schema);

test("server.json fits the registry's schema, with and without a repository", () => {
  for (const release of [
    { repository: "", registryNamespace: "" },
    { repository: "https://github.com/example/zoom-webinar", registryNamespace: "io.github.example" },
  ]) {
    const made = serverJson(release, "1.2.3");
    assert.ok(isValid(made), JSON.stringify(isValid.errors));
    assert.equal("repository" in made, release.repository !== "");
  }
});

test("what the registry would refuse is found", () => {
  const made = serverJson({ repository: "", registryNamespace: "" }, "1.2.3");
  assert.equal(isValid({ ...made, description: "x".repeat(101) }), false);
  assert.equal(isValid({ ...made, name: "zoom-webinar" }), false);
});
