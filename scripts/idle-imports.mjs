// esbuild leaves an import of a chunk from which nothing is taken, for its side effects, also where every module in it is declared to have none.
// Each is a file more that Node opens and compiles at every start.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const declared = new Map();
/** Whether the package that a file belongs to says that its modules have no side effects. */
export const isPure = (folder) => {
  if (declared.has(folder)) return declared.get(folder);
  const file = join(folder, "package.json");
  const { name, sideEffects } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const pure = name === undefined ? dirname(folder) !== folder && isPure(dirname(folder)) : sideEffects === false;
  declared.set(folder, pure);
  return pure;
};

/** Takes these imports out of what was built; the paths of the metafile are those of the current folder. */
export const withoutIdleImports = ({ outputs }) => {
  const idle = new Set(Object.keys(outputs).filter((path) => Object.keys(outputs[path].inputs).every((input) => isPure(dirname(input)))));
  for (const path of Object.keys(outputs)) {
    const text = readFileSync(path, "utf8");
    const kept = text.replace(/\bimport"(\.[^"]+)";/g, (statement, to) => (idle.has(relative(".", join(dirname(path), to))) ? "" : statement));
    if (kept !== text) writeFileSync(path, kept);
  }
};
