import { readText } from "@zoom-webinar/foundation";
import type { SeedOptions } from "./read-seed.ts";

/**
 * Reads a seed file, YAML or JSON: `createEmulator(await readSeedFile("zoom-emulator.yaml"))`. `zoom-webinar emulator init FILE` writes one that explains each
 * field. Throws `InputError` that names each fault with its line, and for a file that cannot be read; `field` is who named the file.
 */
export const readSeedFile = async (path: string, field = "path"): Promise<SeedOptions> => {
  const text = readText(path, field, `zoom-webinar emulator init ${path} writes an example.`);
  const { readSeed } = await import("./read-seed.ts");
  return readSeed(text, path);
};
