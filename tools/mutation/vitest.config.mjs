import { defineConfig } from "vitest/config";
import suite from "../../vitest.config.ts";

/** The tests of one module, as `src/run.mjs` names them. Those with many cases run few: each mutant is met by all of them. */
export default defineConfig({
  // Our packages from the changed sources. Without this, another package's test would meet what was built before the change.
  resolve: suite.resolve,
  test: {
    include: JSON.parse(process.env.MUTATION_TESTS ?? "[]"),
    testTimeout: 60_000,
    env: { ...suite.test?.env, ZOOM_EMULATOR_VALIDATE: "", GENERATED_WEBINARS: "250", GENERATED_SCHEDULES: "40" },
  },
});
