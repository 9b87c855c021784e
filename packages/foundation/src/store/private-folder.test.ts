import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileStore } from "./file-store.ts";
import { ensurePrivateFolder } from "./private-folder.ts";

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "zw-private-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe.skipIf(process.platform === "win32")("the folder above a private one (Windows has no such modes)", () => {
  it.each([0o777, 0o757, 0o773])("may not be writable by everybody: mode %o", async (mode) => {
    await chmod(home, mode);
    const refusal = {
      name: "InputError",
      message: `${home} may be written to by everybody, who could put other files in the place of yours.`,
      hint: expect.stringMatching(`chmod go-w ${home}.*ZOOM_WEBINAR_HOME`),
    };
    const store = fileStore({ folder: join(home, "state") });
    await expect(store.set("key", "value")).rejects.toMatchObject(refusal);
    await expect(store.get("key")).rejects.toMatchObject(refusal);
    expect(await readdir(join(home, "state"))).toEqual([]);
    await chmod(home, 0o755);
    await store.set("key", "value"); // once it is put right, the same process goes on
  });

  it.each([0o700, 0o755, 0o775, 0o1777])("may be as it often is: mode %o", async (mode) => {
    await chmod(home, mode);
    await ensurePrivateFolder(join(home, "state"));
    expect(await readdir(home)).toEqual(["state"]);
  });

  it("says nothing of folders further up: a folder within one for everybody is the way out", async () => {
    await chmod(home, 0o777);
    await mkdir(join(home, "mine"), { mode: 0o700 });
    await ensurePrivateFolder(join(home, "mine", "state"));
    expect(await readdir(join(home, "mine"))).toEqual(["state"]);
  });
});
