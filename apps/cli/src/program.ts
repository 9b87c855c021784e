import { withHelpWord } from "./command-path.ts";
import type { CliDeps } from "./deps.ts";
import { rootHelp } from "./root-help.ts";
import { widthOf } from "./width.ts";

/** The command line, without a process around it. */
export interface Program {
  /** Runs one command line (without node and script) and returns its exit code. Writes to the given streams only; never throws. */
  run(argv: readonly string[]): Promise<number>;
  /** Shows a failure from outside `run` like every other, and returns its exit code. */
  fail(error: unknown, argv: readonly string[]): Promise<number>;
}

const HELP_WORDS = new Set(["--help", "-h", "--help-all"]);

/** Builds the command line over a catalog of operations. The first help and the version need no parser, and load none. */
export const createProgram = (deps: CliDeps): Program => {
  const { io, catalog, version } = deps;
  const openTo = async (use: (program: Program) => Promise<number>): Promise<number> => {
    try {
      return await use((await import("./open-program.ts")).openProgram(deps));
    } catch {
      // An update may replace our files while we run: what was not loaded yet is gone.
      io.stderr.write("error: Something went wrong inside zoom-webinar, and its report cannot be loaded.\n");
      return 1;
    }
  };
  return {
    run: async (given) => {
      const argv = withHelpWord(given);
      const [first, ...more] = argv;
      if (more.length === 0 && (first === "--version" || first === "-V" || first === "-v")) {
        io.stdout.write(`${version}\n`);
        return 0;
      }
      if (!argv.every((word) => HELP_WORDS.has(word))) return openTo((program) => program.run(argv));
      io.stdout.write(rootHelp(catalog, widthOf(io.stdout)));
      return 0;
    },
    fail: (error, argv) => openTo((program) => program.fail(error, argv)),
  };
};
