import { join } from "node:path";
import { describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript, as the runner needs it
import { faultsOf, filesOf } from "./match.mjs";
// @ts-expect-error plain JavaScript, as the runner needs it
import { MODULES } from "./modules.mjs";

const ROOT = join(import.meta.dirname, "../../..");

describe("the modules whose tests are tried", () => {
  it.each(Object.keys(MODULES))("%s names files and tests that are there", (name) => {
    expect(faultsOf(MODULES[name], ROOT)).toEqual([]);
  });

  it("names no test twice", () => {
    for (const { tests } of Object.values(MODULES) as { tests: string[] }[]) {
      const files = tests.flatMap((pattern) => filesOf(pattern, ROOT));
      expect(files).toEqual([...new Set(files)]);
    }
  });
});

describe("a module at fault", () => {
  const good = { mutate: ["tools/mutation/src/match.mjs"], tests: ["tools/mutation/src/*.test.ts"] };

  it.each([
    ["a test that moved away", { ...good, tests: ["tools/mutation/src/moved.test.ts"] }, "tools/mutation/src/moved.test.ts names no file"],
    ["a folder that is gone", { ...good, tests: ["tools/gone/*.test.ts"] }, "tools/gone/*.test.ts names no file"],
    ["a file that is gone", { ...good, mutate: ["tools/mutation/src/gone.mjs"] }, "tools/mutation/src/gone.mjs names no file"],
    ["a file that is no test", { ...good, tests: ["tools/mutation/src/run.mjs"] }, "tools/mutation/src/run.mjs names files that are no tests"],
  ])("is refused for %s", (_name, module, fault) => {
    expect(faultsOf(good, ROOT)).toEqual([]);
    expect(faultsOf(module, ROOT)).toEqual([fault]);
  });
});
