import { join } from "node:path";
import { describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript, as the runner needs it
import { faultsOf, filesOf, modulesFor } from "./match.mjs";
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

describe("a module in parts", () => {
  const tests = ["tools/mutation/src/*.test.ts"];
  const files = ["match", "modules", "run", "tally"].map((name) => `tools/mutation/src/${name}.mjs`);
  const [match, modules, ...rest] = files;
  const inParts = (...parts: unknown[][]) => ({ parts: { ...parts }, all: "tools/mutation/src/*.mjs", tests });

  it("has each of its files in exactly one part", () => {
    expect(faultsOf(inParts([match], [modules, ...rest]), ROOT)).toEqual([]);
    expect(faultsOf(inParts([match], rest), ROOT)).toEqual([`${modules} is in no part`]);
    expect(faultsOf(inParts([match, modules], [modules, ...rest]), ROOT)).toEqual([`${modules} is in two parts`]);
  });

  const known = { pages: { mutate: ["a.ts"], tests, least: 80 }, time: { parts: { clock: ["b.ts"], rhythm: ["c.ts"] }, tests, least: 90 } };
  const pages = { name: "pages", mutate: ["a.ts"], tests };
  const clock = { name: "time/clock", mutate: ["b.ts"], tests };
  const rhythm = { name: "time/rhythm", mutate: ["c.ts"], tests };

  it.each([
    [
      "all modules if none is named",
      [],
      [
        ["pages", 80, [pages]],
        ["time", 90, [clock, rhythm]],
      ],
    ],
    ["all parts of a module", ["time"], [["time", 90, [clock, rhythm]]]],
    ["one part", ["time/rhythm"], [["time/rhythm", 90, [rhythm]]]],
    [
      "in the order in which they are named",
      ["time/clock", "pages"],
      [
        ["time/clock", 90, [clock]],
        ["pages", 80, [pages]],
      ],
    ],
  ])("runs %s", (_what, asked, expected) => {
    expect(modulesFor(asked, known)).toEqual(expected.map(([name, least, runs]) => ({ name, least, runs })));
  });

  it("names the modules and parts that there are if it is asked for another", () => {
    expect(() => modulesFor(["time/clocks"], known)).toThrow("No module time/clocks; there are pages, time, time/clock, time/rhythm.");
  });
});
