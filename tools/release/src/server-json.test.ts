import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
// @ts-expect-error plain JavaScript, as the scripts need it
import { serverJson } from "./server-json.mjs";

const schema = JSON.parse(readFileSync(new URL("../fixtures/mcp-registry-server-2025-12-11.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile(schema);

it.each([
  { repository: "", registryNamespace: "" },
  { repository: "https://github.com/example/zoom-webinar", registryNamespace: "io.github.example" },
])("server.json fits the registry's schema: %j", (release) => {
  const made = serverJson(release, "1.2.3");
  expect([isValid(made), isValid.errors]).toEqual([true, null]);
  expect("repository" in made).toBe(release.repository !== "");
});

it("finds what the registry would refuse", () => {
  const made = serverJson({ repository: "", registryNamespace: "" }, "1.2.3");
  expect(isValid({ ...made, description: "x".repeat(101) })).toBe(false);
  expect(isValid({ ...made, name: "zoom-webinar" })).toBe(false);
});
