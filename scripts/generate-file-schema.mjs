#!/usr/bin/env node
// Writes the JSON Schema of a webinar's file, which editors read. `--check` compares instead of writing.
import { importSources, writeOrCheck } from "./from-sources.mjs";

const { webinarFileSchema } = await importSources(`export { webinarFileSchema } from "./operations/files/json-schema.ts";`);
writeOrCheck("packages/webinar-core/schemas/webinar-file.schema.json", `${JSON.stringify(webinarFileSchema(), null, 2)}\n`);
console.log("file schema: 1");
