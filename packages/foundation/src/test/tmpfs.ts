import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Mounts a disk of our own on a folder, with these options besides its mode. Null, or why the machine does not let us. */
export const mountTmpfs = (path: string, options: string): string | null => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `${options},mode=0700`, "tmpfs", path], { stdio: "pipe" });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n").slice(0, 2).join(" ") : String(error);
  }
};

export const unmount = (path: string): void => {
  execFileSync("umount", [path]);
};

/** Why tests on such a disk are left out, which is said on stderr; null if they can run. */
export const whyNoTmpfs = async (options: string, what: string): Promise<string | null> => {
  const probe = await mkdtemp(join(tmpdir(), "zw-mount-"));
  const whyNot = process.platform === "linux" ? mountTmpfs(probe, options) : "not Linux";
  if (whyNot === null) unmount(probe);
  else process.stderr.write(`${what} left out: ${whyNot}\n`);
  await rm(probe, { recursive: true, force: true });
  return whyNot;
};
