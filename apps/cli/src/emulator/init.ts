import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { errnoOf, InputError } from "@zoom-webinar/foundation";
import { SEED_EXAMPLE } from "@zoom-webinar/zoom-emulator";
import { parse } from "yaml";
import type { CliOutput } from "../output/output.ts";
import { reasonOf } from "../output/sink.ts";

/** JSON has no comments: what is left is the example itself. */
const toText = (file: string): string => (extname(file) === ".json" ? `${JSON.stringify(parse(SEED_EXAMPLE), null, 2)}\n` : SEED_EXAMPLE);

/** Writes an example of a seed file. Throws `InputError` if the file is there already, or cannot be written. */
export const init = async (file: string, output: CliOutput): Promise<void> => {
  try {
    await writeFile(file, toText(file), { flag: "wx" });
  } catch (cause) {
    if (errnoOf(cause) === "EEXIST")
      throw InputError.at("<file>", `${file} is there already`, "Name another file, or remove this one first.", { cause });
    throw InputError.at("<file>", `cannot write ${file}${reasonOf(cause)}`, "Name a file in a folder that exists.", { cause });
  }
  await output.show({ sentence: `Wrote ${file}. Change it, then: zoom-webinar emulator --seed ${file}`, value: { file } });
};
