import { defineConfig } from "vitest/config";

/** What needs a browser is a stage of its own: `pnpm test:browser`. */
export default defineConfig({
  test: { include: ["packages/*/src/**/*.browser.ts"], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 1 },
});
