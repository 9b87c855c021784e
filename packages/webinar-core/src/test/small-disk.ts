import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const mount = (path: string, kilobytes: number): string | null => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k,mode=0700`, "tmpfs", path], { stdio: "pipe" });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n").slice(0, 2).join(" ") : String(error);
  }
};

const probe = (): string | null => {
  if (process.platform !== "linux") return "not Linux";
  const folder = mkdtempSync(join(tmpdir(), "zw-mount-"));
  const problem = mount(folder, 64);
  if (problem === null) execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
  return problem;
};

/** Why this machine cannot mount a small disk of ours, null if it can. */
export const whyNoSmallDisk = probe();
if (whyNoSmallDisk !== null) process.stderr.write(`The tests on a real full disk are left out: ${whyNoSmallDisk}\n`);

/** Mounts a disk of so many kilobytes at a folder. Throws if the machine refuses. */
export const mountSmallDisk = (folder: string, kilobytes: number): { remove(): void } => {
  const problem = mount(folder, kilobytes);
  if (problem !== null) throw new Error(problem);
  return { remove: () => execFileSync("umount", [folder]) };
};
