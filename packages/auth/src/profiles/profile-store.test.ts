import { chmod, link, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore, memoryStore, redact } from "@zoom-webinar/foundation";
import { APP_PROFILE, USER_PROFILE } from "@zoom-webinar/testing/rotating-zoom";
import { afterAll, describe, expect, it } from "vitest";
import { profileStore } from "./profile-store.ts";

const dirs: string[] = [];
const setUp = async () => {
  const dir = await mkdtemp(join(tmpdir(), "zw-profiles-"));
  dirs.push(dir);
  const folder = join(dir, "config");
  const profiles = profileStore(fileStore({ folder }));
  const file = async () => join(folder, (await readdir(folder)).find((name) => name.endsWith(".json")) ?? "");
  return { dir, folder, profiles, file };
};
afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true }))));

describe("profiles", () => {
  it("are kept, listed by name, replaced and removed, over any store", async () => {
    for (const profiles of [profileStore(memoryStore()), (await setUp()).profiles]) {
      await Promise.all([profiles.put("prod", APP_PROFILE), profiles.put("ada", USER_PROFILE)]);
      expect([...(await profiles.list()).keys()]).toEqual(["ada", "prod"]);
      await profiles.put("prod", { ...APP_PROFILE, accountId: "acc-2" });
      expect(await profiles.get("prod")).toMatchObject({ accountId: "acc-2", clientSecret: "canary-secret-1" });
      expect(await profiles.remove("prod")).toMatchObject({ accountId: "acc-2" });
      expect([await profiles.get("prod"), await profiles.remove("prod")]).toEqual([null, null]);
    }
  });

  it.each(["Prod", "", "../x", "__proto__", "a b", "a".repeat(65)])("refuse the name %j", async (name) => {
    await expect(profileStore(memoryStore()).put(name, APP_PROFILE)).rejects.toMatchObject({ code: "input_invalid" });
  });

  it("replace a refresh token only if it is still the expected one of the same sign-in", async () => {
    const { profiles } = await setUp();
    await profiles.put("me", USER_PROFILE);
    const keeper = profiles.keeperOf("me", "sign-in-1");
    expect(await Promise.all([keeper.replace("canary-refresh-0", "canary-a"), keeper.replace("canary-refresh-0", "canary-b")])).toContain(false);
    expect(await keeper.read()).toMatch(/^canary-[ab]$/);
    expect([await profiles.keeperOf("me", "other").read(), await profiles.keeperOf("me", "other").replace("canary-a", "x")]).toEqual([null, false]);
  });

  it("make their secrets known to the redactor as soon as they are read", async () => {
    const { profiles } = await setUp();
    await profiles.put("prod", { ...APP_PROFILE, clientSecret: "canary-never-seen-before" });
    await profiles.list();
    expect(redact("it was canary-never-seen-before.")).toBe("it was [redacted].");
  });

  it("are one file of mode 0600 in a folder of mode 0700, whatever the umask", async () => {
    const before = process.umask(0);
    try {
      const { folder, profiles, file } = await setUp();
      await profiles.put("prod", APP_PROFILE);
      expect([
        (await stat(folder)).mode & 0o777,
        (await stat(await file())).mode & 0o777,
        (await readdir(folder)).filter((name) => name.endsWith(".json")).length,
      ]).toEqual([0o700, 0o600, 1]);
    } finally {
      process.umask(before);
    }
  });

  it("are not read from a file that others may read, from a link, or from a file with a second hard link", async () => {
    const { dir, profiles, file } = await setUp();
    await profiles.put("prod", APP_PROFILE);
    const path = await file();
    await chmod(path, 0o644);
    await expect(profiles.list()).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining("may be read by others") });
    await chmod(path, 0o600);
    await link(path, join(dir, "second-name"));
    await expect(profiles.list()).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining("second name") });
    await rm(join(dir, "second-name"));
    await rename(path, join(dir, "elsewhere"));
    await symlink(join(dir, "elsewhere"), path);
    await expect(profiles.list()).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining("not a plain file") });
    await expect(profiles.put("other", APP_PROFILE)).rejects.toMatchObject({ code: "input_invalid" });
    expect(await readFile(join(dir, "elsewhere"), "utf8")).not.toContain("other");
  });

  it("are not kept in a folder that is a link, or that others may write to", async () => {
    const { dir, folder, profiles } = await setUp();
    await mkdir(join(dir, "elsewhere"));
    await symlink(join(dir, "elsewhere"), folder);
    await expect(profiles.put("prod", APP_PROFILE)).rejects.toMatchObject({ code: "input_invalid" });
    const open = await setUp();
    await mkdir(open.folder);
    await chmod(open.folder, 0o777);
    await expect(open.profiles.put("prod", APP_PROFILE)).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringContaining("written to by others"),
    });
  });

  it("say that a damaged file is damaged, without its content", async () => {
    const { profiles, file } = await setUp();
    await profiles.put("prod", APP_PROFILE);
    const text = await readFile(await file(), "utf8");
    for (const damaged of [text.slice(0, 60), text.replace("clientSecret", "client_secret"), text.replace(/"value":"[^,]*,/, '"value":"[]x",')]) {
      await writeFile(await file(), damaged, { mode: 0o600 });
      const error = await profiles.list().then(
        () => null,
        (caught: Error) => caught,
      );
      expect(error).toMatchObject({ code: "input_invalid", message: expect.stringContaining("damaged") });
      expect(JSON.stringify(error)).not.toContain("canary");
    }
  });
});
