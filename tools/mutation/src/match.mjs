import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** The files that a pattern names: a path from the root, with `*` for any part of a file's name. */
export const filesOf = (pattern, root) => {
  const folder = dirname(pattern);
  const words = pattern.slice(folder.length + 1).split("*");
  const name = new RegExp(`^${words.map((word) => word.replaceAll(/[.+]/g, "\\$&")).join("[^/]*")}$`);
  let names;
  try {
    names = readdirSync(join(root, folder));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return [];
  }
  return names.filter((file) => name.test(file)).map((file) => `${folder}/${file}`);
};

/** What is wrong with a module's row: patterns that name no file, and tests that are none. Without such a check a module without tests has a score, too. */
export const faultsOf = ({ mutate, tests }, root) => [
  ...[...mutate, ...tests].filter((pattern) => filesOf(pattern, root).length === 0).map((pattern) => `${pattern} names no file`),
  ...tests
    .filter((pattern) => filesOf(pattern, root).some((file) => !file.endsWith(".test.ts")))
    .map((pattern) => `${pattern} names files that are no tests`),
];
