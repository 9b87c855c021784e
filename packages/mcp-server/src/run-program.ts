import { describeFailure } from "./failure.ts";

/** Writes one line to stderr: stdout belongs to the protocol. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/**
 * Runs a server as the whole of this process and ends it with the exit code that `serve` gives. A start that cannot work, and a fault that nobody caught,
 * say why in one line; nothing of ours prints a stack.
 */
export const runProgram = async (name: string, serve: () => Promise<number>): Promise<void> => {
  const explain = (error: unknown): number => {
    const { line, exitCode } = describeFailure(error);
    say(`${name}: ${line}`);
    return exitCode;
  };
  // A reader that went away is handled where we write; without a listener the stream's error would end the process with a stack.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  process.on("uncaughtException", (error) => process.exit(explain(error)));
  const code = await serve().catch(explain);
  // Timers and sockets that are still open must not hold the process; what was written must be out.
  process.stdout.write("", () => process.exit(code));
};
