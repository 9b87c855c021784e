// Stands in an app's bundle for the part of the MCP SDK that differs by runtime: on Node, JSON Schema validators that are loaded at every start, a quarter
// of what a server loads. The SDK asks them only about forms that a server sends by itself. We send none: what comes back to our question, we check.
// Not imported: see globalProcess in bundle-options.mjs.
export const process = globalThis.process;

/** What the SDK makes for each server, in case. */
export class DefaultJsonSchemaValidator {
  getValidator() {
    throw new Error("This build has no JSON Schema validator: see scripts/no-validator.mjs.");
  }
}
