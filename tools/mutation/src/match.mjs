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

/** What is run for a module: itself, or one after the other its parts. */
const runsOf = (name, { mutate, parts, tests }) =>
  parts === undefined ? [{ name, mutate, tests }] : Object.entries(parts).map(([part, files]) => ({ name: `${name}/${part}`, mutate: files, tests }));

/** The modules that are asked for by name, each with its runs: "attendance" for all of its parts, "attendance/people" for one; all modules if none is named. */
export const modulesFor = (asked, modules) => {
  const all = Object.entries(modules).map(([name, module]) => ({ name, least: module.least, runs: runsOf(name, module) }));
  const known = all.flatMap(({ name, runs }) => [...new Set([name, ...runs.map((run) => run.name)])]);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No module ${unknown.join(", ")}; there are ${known.join(", ")}.`);
  if (asked.length === 0) return all;
  return asked.map((name) => {
    const { least, runs } = all.find((module) => module.name === name || module.runs.some((run) => run.name === name));
    return { name, least, runs: runs.some((run) => run.name === name) ? runs.filter((run) => run.name === name) : runs };
  });
};

/** What is wrong with a module's row: patterns that name no file, tests that are none, files in no part or in two. Without such a check a module without tests has a score, too. */
export const faultsOf = ({ mutate, parts, all, tests }, root) => {
  const named = mutate ?? Object.values(parts).flat();
  const inParts = parts === undefined ? [] : named.flatMap((pattern) => filesOf(pattern, root));
  const inModule = all === undefined ? [] : filesOf(all, root).filter((file) => !file.endsWith(".test.ts"));
  return [
    ...[...named, ...tests].filter((pattern) => filesOf(pattern, root).length === 0).map((pattern) => `${pattern} names no file`),
    ...tests
      .filter((pattern) => filesOf(pattern, root).some((file) => !file.endsWith(".test.ts")))
      .map((pattern) => `${pattern} names files that are no tests`),
    ...inModule.filter((file) => !inParts.includes(file)).map((file) => `${file} is in no part`),
    ...inParts.filter((file, at) => inParts.indexOf(file) !== at).map((file) => `${file} is in two parts`),
  ];
};
