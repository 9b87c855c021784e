// Modules of Node's that a program names at its start and uses later, if at all: importing cryptography alone takes as long as a tenth of a server's start.
// Our own static imports of their functions become functions that look the module up when they are called. Anything but a function cannot be imported this way
// and stops the build; what packages import stays as it is.

const LATE = ["node:child_process", "node:crypto", "node:http", "node:zlib"];

const isPlainFunction = ([name, value]) => typeof value === "function" && !/^[A-Z]/.test(name);

const sourceFor = async (builtin) => {
  const functions = Object.entries(await import(builtin)).filter(isPlainFunction);
  return `let known;
const builtin = () => (known ??= process.getBuiltinModule("${builtin}"));
${functions.map(([name]) => `export const ${name} = (...args) => builtin().${name}(...args);`).join("\n")}`;
};

export const lateBuiltins = {
  name: "late-builtins",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: new RegExp(`^(${LATE.join("|")})$`) }, ({ path, kind, importer }) =>
      kind === "import-statement" && !importer.includes("node_modules") ? { path, namespace: "late-builtin", sideEffects: false } : null,
    );
    onLoad({ filter: /./, namespace: "late-builtin" }, async ({ path }) => ({ contents: await sourceFor(path), loader: "js" }));
  },
};
