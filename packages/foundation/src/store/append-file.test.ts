import { once } from "node:events";
import { chmod, link, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAppendFile } from "./append-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zw-append-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("a file that lines are added to", () => {
  it("is made with mode 0600 whatever the umask, and keeps what it held", async () => {
    const before = process.umask(0);
    try {
      const path = join(folder, "audit.jsonl");
      for (const line of ["one", "two"]) {
        const file = await openAppendFile(path, "--audit-file");
        file.append(line);
        await file.close();
      }
      expect([(await stat(path)).mode & 0o777, await readFile(path, "utf8")]).toEqual([0o600, "one\ntwo\n"]);
    } finally {
      process.umask(before);
    }
  });

  it.each([
    ["a link", async (path: string) => symlink(join(folder, "target"), path), "symbolic link"],
    ["a link to nothing", async (path: string) => symlink(join(folder, "nothing"), path), "symbolic link"],
    ["a file with a second name", async (path: string) => link(join(folder, "target"), path), "second name"],
    ["a file that others may read", async (path: string) => writeFile(path, "", { mode: 0o644 }).then(() => chmod(path, 0o644)), "read by others"],
    ["a folder", async (path: string) => void (await mkdir(path)), "folder"],
    ["a socket", async (path: string) => void (await once(createServer().listen(path).unref(), "listening")), "not a plain file"],
    ["in a folder that is not there", async () => {}, "folder that does not exist"],
  ])("is refused if it is %s, and nothing is written", async (what, plant, message) => {
    await writeFile(join(folder, "target"), "kept", { mode: 0o600 });
    const path = join(folder, ...(what.startsWith("in a folder") ? ["none"] : []), "log");
    await plant(path);
    await expect(openAppendFile(path, "--log-file")).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining(message) });
    expect(await readFile(join(folder, "target"), "utf8")).toBe("kept");
  });
});
