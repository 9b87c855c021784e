import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import type { CompiledCode } from "./compiled.ts";

type Require = (id: string) => unknown;
type Run = (exports: unknown, require: Require, module: { exports: unknown }, file: string, folder: string) => void;

const wrap = (text: string): string => `(function (exports, require, module, __filename, __dirname) {${text}\n})`;

/**
 * Runs a bundled program of CommonJS, which consists of `entry`, files beside and below it, and modules of Node. Each file runs once, at the first `require`;
 * one that throws is run again at the next. With `compiled`, files are compiled with what an earlier start kept.
 */
export const runFiles = (entry: string, compiled: CompiledCode | null): void => {
  const modules = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const folder = dirname(path);
    const text = readFileSync(path);
    const run: Run = (
      compiled === null ? new Script(wrap(text.toString("utf8")), { filename: path }) : compiled.compile(path, text, wrap)
    ).runInThisContext();
    const module: { exports: unknown } = { exports: {} };
    modules.set(path, module);
    try {
      const within: Require = (id) => (id.startsWith(".") ? load(join(folder, id)) : (process.getBuiltinModule(id) ?? createRequire(path)(id)));
      run(module.exports, within, module, path, folder);
    } catch (error) {
      modules.delete(path);
      throw error;
    }
    return module.exports;
  };
  load(entry);
};
