// esbuild makes a chunk of its own of whatever some of the entries share, down to a single function: a command then opens eighty files, and to open a file costs
// more than to compile the few lines in it. Chunks that are loaded together anyway are joined here.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { build } from "esbuild";
import { isPure } from "./idle-imports.mjs";

const MOST_BYTES_OF_SMALL = 8 * 1024;
const IMPORT = /\bimport(?:\{([^}]*)\}from)?"(\.[^"]+)";/g;

const pathsBy = (path) => (to) => relative(".", join(dirname(path), to));

/** Pairs of "theirs as own". */
const pairsOf = (names) =>
  names
    .split(",")
    .filter(Boolean)
    .map((name) => name.trim().split(/\s+as\s+/))
    .map(([theirs, own = theirs]) => ({ theirs, own }));

/** Static imports of a file that was built, as paths from the current folder. */
const importsOf = (path) => {
  const toPath = pathsBy(path);
  return [...readFileSync(path, "utf8").matchAll(IMPORT)].map(([statement, names = "", to]) => ({
    statement,
    pairs: pairsOf(names),
    path: toPath(to),
  }));
};

/** A file asks for `require` only if it uses it: to make one searches the folders above. */
const withoutIdleBanner = (path, banner) => {
  const text = readFileSync(path, "utf8");
  const rest = text.replace(banner, "");
  if (!/\brequire\b/.test(rest)) writeFileSync(path, rest);
};

/** A file and all that it imports, and they import. */
const closureOf = (path, files, known = new Set()) => {
  if (known.has(path)) return known;
  known.add(path);
  for (const { path: to } of files.get(path)?.imports ?? []) closureOf(to, files, known);
  return known;
};

/** Makes one file of some: what others take from them has a new name in it, but for what its entry exports, whose place it takes. */
const joinInto = async (path, entry, members, taken, { target, banner }) => {
  const names = new Map();
  const lines = members.map((member) => {
    const own = [...(taken.get(member) ?? [])].map((name) => {
      names.set(`${member} ${name}`, `_${names.size.toString(36)}`);
      return `${name} as ${names.get(`${member} ${name}`)}`;
    });
    return `export {${own.join(",")}} from "./${basename(member)}";`;
  });
  if (entry !== undefined) lines.push(`export * from "./${basename(entry)}";`);
  const inside = new Set(members.map((member) => `./${basename(member)}`));
  const membersOnly = {
    name: "members-only",
    setup: ({ onResolve }) =>
      onResolve({ filter: /./ }, ({ path: to, kind }) => (inside.has(to) && kind !== "dynamic-import" ? null : { path: to, external: true })),
  };
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: dirname(path) },
    bundle: true,
    write: false,
    minifyWhitespace: true,
    minifySyntax: true,
    platform: "node",
    format: "esm",
    target,
    legalComments: "none",
    logLevel: "error",
    plugins: [membersOnly],
  });
  for (const member of members) rmSync(member);
  writeFileSync(path, outputFiles[0].text);
  withoutIdleBanner(path, banner);
  return names;
};

/**
 * Joins the chunks of what was built: first those of each layer, which is a list of entries that are always loaded, in this order, before any other entry that
 * shares something with them; then small ones that lead to the same large ones. No file brings anything large with it that was not there before, and no two
 * files come to import each other, since a layer imports only itself and the layers before it.
 */
export const withJoinedChunks = async ({ outputs }, layers, options) => {
  const banner = `${options.banner.js}\n`;
  for (const path of Object.keys(outputs)) withoutIdleBanner(path, banner);
  const files = new Map(Object.keys(outputs).map((path) => [path, { path, imports: importsOf(path) }]));
  const taken = new Map();
  for (const { imports } of files.values())
    for (const { pairs, path: to } of imports) taken.set(to, new Set([...(taken.get(to) ?? []), ...pairs.map(({ theirs }) => theirs)]));

  const entryOf = (source) => Object.keys(outputs).find((path) => outputs[path].entryPoint?.endsWith(source));
  const main = entryOf(layers[0][0]);
  const layered = new Set();
  const groups = [];
  for (const layer of layers) {
    const roots = layer.map(entryOf);
    if (roots.includes(undefined)) throw new Error(`join-chunks: no entry for ${layer[roots.indexOf(undefined)]}`);
    const members = roots.flatMap((root) => [...closureOf(root, files)]).filter((path) => path !== main && !layered.has(path));
    // Other entries keep their own files, since they are imported by name.
    const joined = [...new Set(members)].filter((path) => outputs[path].entryPoint === undefined || path === roots[0]);
    for (const path of [...members, ...joined]) layered.add(path);
    groups.push({ entry: roots[0] === main ? undefined : roots[0], members: joined });
  }

  const isSmall = (path) =>
    outputs[path].entryPoint === undefined &&
    outputs[path].bytes <= MOST_BYTES_OF_SMALL &&
    Object.keys(outputs[path].inputs).every((input) => isPure(dirname(input)));
  const bySet = new Map();
  for (const path of files.keys()) {
    if (layered.has(path) || path === main || !isSmall(path)) continue;
    const key = [...closureOf(path, files)]
      .filter((to) => !layered.has(to) && !isSmall(to))
      .sort()
      .join(" ");
    bySet.set(key, [...(bySet.get(key) ?? []), path]);
  }
  for (const members of bySet.values()) groups.push({ entry: undefined, members });

  const moved = new Map();
  const chunks = join(dirname(main), "chunks");
  for (const [number, { entry, members }] of groups.entries()) {
    if (members.length < 2) continue;
    const path = entry ?? join(chunks, `joined-${number}${extname(main)}`);
    const names = await joinInto(path, entry, members, taken, { ...options, banner });
    for (const member of members) moved.set(member, { path, names });
  }
  const left = [...files.keys()].filter((path) => !moved.has(path));
  for (const path of new Set([...left, ...[...moved.values()].map((place) => place.path)])) rewrite(path, moved);
};

/** Lets a file import from where chunks were moved to. */
const rewrite = (path, moved) => {
  let text = readFileSync(path, "utf8");
  for (const { statement, pairs, path: to } of importsOf(path)) {
    const place = moved.get(to);
    if (place === undefined) continue;
    const from = `./${relative(dirname(path), place.path)}`;
    const names = pairs.map(({ theirs, own }) => `${place.names.get(`${to} ${theirs}`)} as ${own}`);
    text = text.replace(statement, () => (names.length === 0 ? `import"${from}";` : `import{${names.join(",")}}from"${from}";`));
  }
  writeFileSync(path, text);
};
