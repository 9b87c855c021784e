import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCompiled } from "./compiled.ts";
import { runFiles } from "./run-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zw-program-"));
  mkdirSync(join(folder, "chunks"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const record = globalThis as typeof globalThis & { seen?: unknown[] };
/** What the files of a program report of themselves. */
const seenIn = (run: () => void): unknown[] => {
  record.seen = [];
  run();
  return record.seen;
};

describe("a program of several files", () => {
  it("runs each file once, with its own folder, and takes Node's modules", () => {
    write("app.js", `seen.push(require("./chunks/a.js").name, require("./chunks/b.js").name, require("node:path").basename(__filename));`);
    write("chunks/a.js", `seen.push("a runs"); exports.name = require("path").basename(__dirname);`);
    write("chunks/b.js", `exports.name = require("../chunks/a.js").name + " again";`);
    expect(seenIn(() => runFiles(join(folder, "app.js"), null))).toEqual(["a runs", "chunks", "chunks again", "app.js"]);
  });

  it("gives files that require each other what there is so far", () => {
    write("app.js", `exports.early = 1; require("./chunks/a.js");`);
    write("chunks/a.js", `seen.push(Object.keys(require("../app.js")));`);
    expect(seenIn(() => runFiles(join(folder, "app.js"), null))).toEqual([["early"]]);
  });

  it("runs a file again whose first run threw, and throws if one is gone", () => {
    write(
      "app.js",
      `for (const id of ["./chunks/a.js", "./chunks/a.js", "./gone.js", "gone"]) try { require(id); } catch ({ message, code }) { seen.push(code ?? message); }`,
    );
    write("chunks/a.js", `seen.push("tries"); throw new Error("broken");`);
    expect(seenIn(() => runFiles(join(folder, "app.js"), null))).toEqual(["tries", "broken", "tries", "broken", "ENOENT", "MODULE_NOT_FOUND"]);
  });

  it("names its files and lines in a stack", () => {
    write("app.js", `seen.push(new Error("here").stack);`);
    const [stack] = seenIn(() => runFiles(join(folder, "app.js"), null));
    expect(stack).toContain(`${join(folder, "app.js")}:1:`);
  });
});

describe("compiled code", () => {
  const PROGRAM = `{ const add = (a, b) => a + b; seen.push(add(2, 3)); }`;
  const text = Buffer.from(PROGRAM);
  const cache = () => join(folder, "cache");
  const open = (version = "1.0.0") => openCompiled(cache(), version, 0);
  const start = (version?: string) => {
    const compiled = open(version);
    const script = compiled.compile(join(folder, "app.js"), text, (source) => source);
    const seen = seenIn(() => void script.runInThisContext());
    compiled.keep();
    return { seen, isKept: script.cachedDataRejected === false };
  };
  const keptFile = () => {
    const [version = ""] = readdirSync(cache());
    const [name = ""] = readdirSync(join(cache(), version));
    return join(cache(), version, name);
  };

  it("is kept by the first start and taken by the next, which does the same", () => {
    expect(start()).toEqual({ seen: [5], isKept: false });
    expect(start()).toEqual({ seen: [5], isKept: true });
  });

  it("is of one version: another begins anew, and removes what the last one kept", () => {
    start("1.0.0");
    expect(start("1.0.1")).toEqual({ seen: [5], isKept: false });
    expect(readdirSync(cache())).toEqual([expect.stringMatching(/^1\.0\.1-/)]);
  });

  it.each([
    ["shortened", (kept: Buffer) => kept.subarray(0, kept.length - 40)],
    ["empty", () => Buffer.alloc(0)],
    ["changed in one bit", (kept: Buffer) => Buffer.concat([kept.subarray(0, 200), Buffer.from([(kept[200] ?? 0) ^ 1]), kept.subarray(201)])],
    ["of another program", () => new Script(`seen.push("another")`).createCachedData()],
  ])("is not taken if it is %s, and is written anew", (_name, damage) => {
    start();
    writeFileSync(keptFile(), damage(readFileSync(keptFile())));
    expect(start()).toEqual({ seen: [5], isKept: false });
    expect(start()).toEqual({ seen: [5], isKept: true });
  });

  it("is not taken for a file that has changed, though it is as long", () => {
    start();
    const compiled = open();
    const script = compiled.compile(join(folder, "app.js"), Buffer.from(PROGRAM.replace("2, 3", "4, 3")), (source) => source);
    expect(script.cachedDataRejected).toBeUndefined();
    expect(seenIn(() => void script.runInThisContext())).toEqual([7]);
  });

  it("is for its owner alone", () => {
    if (process.platform === "win32") return expect(process.platform).toBe("win32");
    start();
    chmodSync(cache(), 0o777);
    expect(start()).toEqual({ seen: [5], isKept: false });
    chmodSync(cache(), 0o700);
    expect(start()).toEqual({ seen: [5], isKept: true });
  });

  it("is not taken through a link in the place of its folder", () => {
    start();
    const away = join(folder, "away");
    symlinkSync(cache(), away);
    const script = openCompiled(away, "1.0.0", 0).compile(join(folder, "app.js"), text, (source) => source);
    expect(script.cachedDataRejected).toBeUndefined();
  });

  it("leaves a start as it is if it cannot be kept", () => {
    writeFileSync(cache(), "a file where the folder should be");
    expect(start()).toEqual({ seen: [5], isKept: false });
    expect(readFileSync(cache(), "utf8")).toBe("a file where the folder should be");
  });

  it("leaves small files alone", () => {
    const compiled = openCompiled(cache(), "1.0.0");
    compiled.compile(join(folder, "app.js"), text, (source) => source);
    compiled.keep();
    expect(readdirSync(folder)).not.toContain("cache");
  });
});
