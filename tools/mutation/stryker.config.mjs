import { fileURLToPath } from "node:url";

/** Read by Stryker, which runs in the root of the repository; `src/run.mjs` says what is mutated. */
export default {
  testRunner: "vitest",
  vitest: { configFile: "tools/mutation/vitest.config.mjs", related: false },
  plugins: [import.meta.resolve("@stryker-mutator/vitest-runner"), import.meta.resolve("./src/tally.mjs")].map((url) => fileURLToPath(url)),
  reporters: ["tally"],
  coverageAnalysis: "perTest",
  // One thing at a time unless asked for more: a test that waits for a processor would count as a mutant that hangs.
  concurrency: Number(process.env.WORKERS ?? 1),
  timeoutMS: 6_000,
  timeoutFactor: 2,
  disableTypeChecks: false,
  // Stryker would rewrite paths in ours, by an interface of TypeScript's that version 7 no longer has. Tests run without it.
  tsconfigFile: "tools/mutation/no-tsconfig.json",
  tempDirName: "node_modules/.stryker",
  ignorePatterns: ["**/dist", "apps", "bench", "docs", "reports"],
  // A text that people read is checked by the tests of texts, word for word where it matters.
  mutator: { excludedMutations: ["StringLiteral"] },
  cleanTempDir: "always",
  allowConsoleColors: false,
};
