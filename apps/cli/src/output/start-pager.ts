import { spawn } from "node:child_process";
import type { Pager } from "./pager.ts";

/** less: colours as they are, gone at once if all fits, the text left on the screen. */
const LESS = "FRX";

/** Starts a pager on this terminal, without a shell in between; null if there is no such program. */
export const startPager = ([command = "", ...args]: readonly string[]): Promise<Pager | null> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["pipe", "inherit", "inherit"], env: { ...process.env, LESS: process.env.LESS ?? LESS } });
    const closed = new Promise<void>((leave) => child.once("close", () => leave()));
    child.stdin.on("error", () => {}); // whoever leaves early reads no more
    child.once("error", () => resolve(null));
    child.once("spawn", () => resolve({ input: child.stdin, closed }));
  });
