import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import type { Reporter } from "vitest/node";

/** Tests that replace modules or stop time. All others share loaded modules, which halves the suite's time, and shows that no module keeps state between callers. */
const ISOLATED = "**/*.isolated.test.ts";
/** They ask wrongly on purpose, to hear what Zoom says; their answers they hold against the document themselves. */
const EMULATOR = "packages/zoom-emulator/**";

/**
 * Our packages from their sources, by what their package.json exports: what a test imports and what its test support imports are one module, and no test
 * runs on what was built before the last change.
 */
const fromSources = readdirSync("packages").flatMap((name) => {
  const { exports } = JSON.parse(readFileSync(join("packages", name, "package.json"), "utf8")) as {
    exports: Record<string, string | { default: string }>;
  };
  return Object.entries(exports).flatMap(([sub, target]) => {
    if (typeof target === "string") return [];
    const source = target.default.replace("./dist/", "src/").replace(/\.js$/, ".ts");
    return [{ find: new RegExp(`^@zoom-webinar/${join(name, sub)}$`), replacement: join(import.meta.dirname, "packages", name, source) }];
  });
});

/** Names every test that passed only at its second try: such a test is to be mended, though it does not stop the others. */
const listUnsteady = (): Reporter => {
  const unsteady: string[] = [];
  return {
    onTestCaseResult: (test) => {
      if (test.result().state === "passed" && (test.diagnostic()?.retryCount ?? 0) > 0) unsteady.push(`${test.module.moduleId}: ${test.fullName}`);
    },
    onTestRunEnd: () => {
      for (const name of unsteady) console.warn(`Passed only at the second try: ${name}`);
    },
  };
};

export default defineConfig({
  resolve: { alias: fromSources },
  test: {
    reporters: process.env.CI ? ["default", ["json", { outputFile: "node_modules/.vitest-report.json" }], listUnsteady()] : ["default"],
    // A shared machine may stall for seconds. RETRY=0 counts such tests as failed: that is the run to measure flakiness with.
    retry: process.env.CI ? Number(process.env.RETRY ?? 1) : 0,
    // Half of the suite waits for children of its own: with one worker per core, two cores were idle for 10 to 40 % of the time.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Children and in-process clients must not pick up the developer's own account.
    env: {
      ZOOM_ACCOUNT_ID: "",
      ZOOM_CLIENT_ID: "",
      ZOOM_CLIENT_SECRET: "",
      ZOOM_ACCESS_TOKEN: "",
      ZOOM_PROFILE: "",
      ZOOM_API_BASE_URL: "",
      ZOOM_OAUTH_BASE_URL: "",
      ZOOM_EMULATOR: "",
      // Every exchange of the run is held against our OpenAPI document, the request and the answer.
      ZOOM_EMULATOR_VALIDATE: "1",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          isolate: false,
          include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "tools/*/src/**/*.test.ts"],
          exclude: [ISOLATED, EMULATOR],
        },
      },
      {
        extends: true,
        test: {
          name: "emulator",
          isolate: false,
          include: ["packages/zoom-emulator/src/**/*.test.ts"],
          exclude: [ISOLATED],
          env: { ZOOM_EMULATOR_VALIDATE: "" },
        },
      },
      { extends: true, test: { name: "isolated", include: [`{packages,apps,tools}/*/src/${ISOLATED}`] } },
    ],
  },
});
