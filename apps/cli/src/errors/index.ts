import { EXIT_CODES } from "@zoom-webinar/foundation";
import { write } from "../io.ts";
import type { KnownWords } from "./known-words.ts";
import { type ReportOptions, reportFailure } from "./report.ts";
import { type ParserError, toInputError } from "./usage-error.ts";

export { reportFailure };

/** Reports what the parser threw; a resource without a verb shows its help. */
export const usageFailure = async (error: ParserError, known: KnownWords, options: ReportOptions): Promise<number> => {
  if (error.code === "commander.help" && !options.output.isJson) {
    await write(options.io.stderr, known.help);
    return EXIT_CODES.input_invalid;
  }
  return reportFailure(toInputError(error, known), options);
};
