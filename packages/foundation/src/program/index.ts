import { join } from "node:path";
import { type CompiledCode, openCompiled } from "./compiled.ts";
import { runFiles } from "./run-files.ts";

/**
 * Runs a bundled program from `entry`, a file of CommonJS, and keeps what V8 makes of its files below `cacheFolder`: the next start need not compile them.
 * `NODE_DISABLE_COMPILE_CACHE` turns that off, as it does Node's own.
 */
export const startProgram = ({ entry, cacheFolder, version }: { entry: string; cacheFolder: () => string; version: string }): void => {
  const compiled = openFor(cacheFolder, version);
  if (compiled !== null) process.once("exit", compiled.keep);
  runFiles(entry, compiled);
};

const openFor = (cacheFolder: () => string, version: string): CompiledCode | null => {
  if ((process.env.NODE_DISABLE_COMPILE_CACHE ?? "") !== "") return null;
  try {
    return openCompiled(join(cacheFolder(), "code"), version);
  } catch {
    return null; // a user without a home, a folder that cannot be looked at
  }
};
