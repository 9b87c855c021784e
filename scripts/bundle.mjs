import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { bundleOptions } from "./bundle-options.mjs";

/** Bundles a program into `outdir`/main.js, or a file of another name, with options as `bundleOptions` takes them. Returns the paths of the files that it was made from. */
export const bundleEntry = async (options) => {
  const { input, output } = bundleOptions(options);
  const made = await rolldown(input);
  const { output: files } = await made.write(output);
  await made.close();
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
