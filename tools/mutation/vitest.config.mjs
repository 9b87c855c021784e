import { defineConfig } from "vitest/config";

/** The tests of one module, as `src/run.mjs` names them. Those with many cases run few: each mutant is met by all of them. */
export default defineConfig({
  test: {
    include: JSON.parse(process.env.MUTATION_TESTS ?? "[]"),
    testTimeout: 60_000,
    env: { ZOOM_EMULATOR_VALIDATE: "", GENERATED_WEBINARS: "60" },
  },
});
