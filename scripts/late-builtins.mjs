// Modules of Node's that a program names at its start and uses later, if at all: importing cryptography alone takes as long as a tenth of a server's start.
// Our own static imports of their functions become functions that look the module up when they are called. Anything but a function cannot be imported this way
// and stops the build; what packages import stays as it is.

const LATE = ["node:child_process", "node:crypto", "node:http", "node:zlib"];

/** A package that requires one of them for what we never ask of it: a program that starts another for each of its commands. */
const ofPackage = ({ source, kind, importer }) => source === "node:child_process" && kind === "require-call" && /[\\/]commander[\\/]/.test(importer);

const isPlainFunction = ([name, value]) => typeof value === "function" && !/^[A-Z]/.test(name);

const sourceFor = async (builtin) => {
  const functions = Object.entries(await import(builtin)).filter(isPlainFunction);
  return `let known;
const builtin = () => (known ??= process.getBuiltinModule("${builtin}"));
${functions.map(([name]) => `export const ${name} = (...args) => builtin().${name}(...args);`).join("\n")}`;
};

const PREFIX = "\0late:";

export const lateBuiltins = {
  name: "late-builtins",
  resolveId: (source, importer, { kind }) =>
    LATE.includes(source) &&
    importer !== undefined &&
    ((kind === "import-statement" && !importer.includes("node_modules")) || ofPackage({ source, kind, importer }))
      ? { id: PREFIX + source, moduleSideEffects: false }
      : null,
  load: (id) => (id.startsWith(PREFIX) ? sourceFor(id.slice(PREFIX.length)) : null),
};
