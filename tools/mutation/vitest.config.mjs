import { defineConfig } from "vitest/config";
import suite from "../../vitest.config.ts";

const tests = JSON.parse(process.env.MUTATION_TESTS ?? "[]");
const ISOLATED = "**/*.isolated.test.ts";
const isolated = tests.filter((pattern) => pattern.endsWith("*.test.ts")).map((pattern) => pattern.replace(/\.test\.ts$/, ".isolated.test.ts"));
const settings = {
  // Stryker's setup has to run for each file. It lies under node_modules, from where files are loaded once in a worker.
  server: { deps: { inline: [/stryker-setup/] } },
  testTimeout: 60_000,
  env: { ...suite.test?.env, ZOOM_EMULATOR_VALIDATE: "", GENERATED_WEBINARS: "150", GENERATED_SCHEDULES: "40" },
};

/** The tests of one module, as `src/run.mjs` names them. Those with many cases run few: each mutant is met by all of them. */
export default defineConfig({
  // Our packages from the changed sources. Without this, another package's test would meet what was built before the change.
  resolve: suite.resolve,
  test: {
    projects: [
      // Each mutant has a worker of its own, in which all files of tests share what they load: most of the time goes into loading.
      { extends: true, test: { ...settings, name: "shared", isolate: false, include: tests, exclude: [ISOLATED] } },
      { extends: true, test: { ...settings, name: "isolated", include: isolated } },
    ],
  },
});
