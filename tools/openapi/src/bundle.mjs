/** The YAML tree as one JSON document, by redocly. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const redoclyCli = () => {
  const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin.redocly);
};

/** Resolves every `$ref` to another file. Returns the document; throws with redocly's own words when it finds a fault. */
export const bundle = (rootYaml) => {
  const folder = mkdtempSync(join(tmpdir(), "zoom-openapi-"));
  const file = join(folder, "bundled.json");
  try {
    const run = spawnSync(process.execPath, [redoclyCli(), "bundle", rootYaml, "--output", file], {
      encoding: "utf8",
      // No telemetry, no look for a newer version: generation must work, and say the same, without a network.
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", CI: "true", NO_COLOR: "1" },
      // redocly looks for its config in the working directory; there must be none.
      cwd: folder,
    });
    if (run.status !== 0) throw new Error(`redocly could not bundle ${rootYaml}:\n${run.stdout}${run.stderr}`);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
