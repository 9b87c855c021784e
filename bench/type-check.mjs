#!/usr/bin/env node
// How long `tsc -b` of webinar-core takes with 100 endpoint operations more, as a ratio to without. Cold each time; medians of paired rounds.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { median, tell } from "./program.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const CORE = join(ROOT, "packages/webinar-core");
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const TARGET = 2;
const table = readFileSync(join(ROOT, "packages/zoom-client/src/generated/endpoints.ts"), "utf8");
const ids = [...table.matchAll(/^ {2}"([A-Z]+ \/[^"]+)":/gm)].map(([, id]) => id);

const dir = mkdtempSync(join(ROOT, "packages/.bench-"));
const copy = (name, stubs) => {
  const home = join(dir, name);
  mkdirSync(home);
  cpSync(join(CORE, "src"), join(home, "src"), { recursive: true });
  symlinkSync(join(CORE, "node_modules"), join(home, "node_modules"));
  writeFileSync(join(home, "package.json"), readFileSync(join(CORE, "package.json")));
  const { references: _, ...config } = JSON.parse(readFileSync(join(CORE, "tsconfig.json"), "utf8"));
  writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ ...config, extends: join(ROOT, "tsconfig.base.json") }));
  for (let at = 0; at < stubs; at += 1) {
    const id = ids[at % ids.length];
    writeFileSync(
      join(home, `src/operations/stub${at}.ts`),
      `import { endpointOperation } from "../operation/endpoint-operation.ts";\n\nexport const stub${at} = endpointOperation(${JSON.stringify(id)}, {\n  id: "stub${at}.do",\n  tool: "do_stub_${at}",\n  summary: "Do the thing number ${at}.",\n  describe: (output, input) => \`\${Object.keys(output).length} of \${Object.keys(input).length}\`,\n});\n`,
    );
  }
  return () => {
    rmSync(join(home, "dist"), { recursive: true, force: true });
    const started = performance.now();
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-b", home], { encoding: "utf8" });
    const took = performance.now() - started;
    if (status !== 0) throw new Error(stdout);
    if (stubs > 0 && !existsSync(join(home, `dist/operations/stub${stubs - 1}.js`))) throw new Error("tsc -b left the operations out");
    return took;
  };
};
try {
  const without = copy("without", 0);
  const withStubs = copy("with", 100);
  const rounds = Array.from({ length: ROUNDS }, () => [without(), withStubs()]);
  const ratio = median(rounds.map(([a, b]) => b / a));
  console.log(
    `tsc -b of webinar-core: ${median(rounds.map(([a]) => a)).toFixed(0)} ms, with 100 more operations ${median(rounds.map(([, b]) => b)).toFixed(0)} ms: ${ratio.toFixed(2)}x (target ${TARGET}x, ${ROUNDS} rounds)`,
  );
  tell([{ name: "`tsc -b` of webinar-core with 100 more operations", value: ratio, unit: "x", baseline: "the same without them", most: TARGET }]);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
