import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { bundleOptions } from "./bundle-options.mjs";

const isOdd = (text) => text.length % 2 === 1;

/**
 * A program with an escape in the place of each character above U+00FF. One such character in a file makes V8 keep the whole text with two bytes for each
 * character, which takes twice the memory, and longer to read and to compile. Throws if a backslash stands before one, which would then mean something else.
 */
export const oneByte = (code) =>
  code.replace(/(\\*)([^\0-\xff])/g, (found, backslashes, character) => {
    if (isOdd(backslashes)) throw new Error(`${JSON.stringify(found)}: a backslash before a character above U+00FF`);
    return `${backslashes}\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });

/** Bundles a program into `outdir`/main.js, or a file of another name, with options as `bundleOptions` takes them. Returns the paths of the files that it was made from. */
export const bundleEntry = async (options) => {
  const { input, output } = bundleOptions(options);
  const made = await rolldown(input);
  const { output: files } = await made.write(output);
  await made.close();
  for (const { type, fileName, code } of files) if (type === "chunk") writeFileSync(join(options.outdir, fileName), oneByte(code));
  // The package around it may be one of ES modules.
  writeFileSync(join(options.outdir, "package.json"), '{ "type": "commonjs" }\n');
  return files.flatMap((file) => file.moduleIds ?? []);
};

/** Bundles the app of a folder. One with a `src/start.ts` is started by that: its own files are then `app.js` and what belongs to it. */
export const bundle = async ({ folder, ...more }) => {
  const entry = join(folder, "src/main.ts");
  const start = join(folder, "src/start.ts");
  if (!existsSync(start)) return bundleEntry({ folder, entry, ...more });
  return [...(await bundleEntry({ folder, entry, name: "app", ...more })), ...(await bundleEntry({ entry: start, ...more }))];
};
