import { lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesBelow } from "@zoom-webinar/webinar-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emulatedCaller } from "./test/emulated-caller.ts";

const WEBINAR = "82834512568";
let folder = "";
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mcp-export-"));
  await mkdir(join(folder, "files"));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await rm(folder, { recursive: true, force: true });
});

const setUp = async (more = {}) => {
  const caller = await emulatedCaller(folder, more);
  ends.push(caller.end);
  return caller;
};
const notAllowed = { code: "not_allowed" };

describe("an export by an assistant", () => {
  it("comes in pages without --files-from", async () => {
    const { call } = await setUp();
    const ask = { webinar_id: WEBINAR, page_size: 2 };
    const { structuredContent: page } = await call("export_registrants", ask);
    expect(page).toMatchObject({ rows: { length: 2 }, complete: false, file: null });
    const following = await call("export_registrants", { ...ask, next_page_token: page.next_page_token });
    expect(following.structuredContent).toMatchObject({ rows: { length: 2 } });
    expect((await call("export_registrants", { webinar_id: WEBINAR, file: "all.csv" })).structuredContent.error).toMatchObject(notAllowed);
  });

  it("with --files-from, writes only below that folder", async () => {
    const { call } = await setUp({ files: filesBelow(join(folder, "files")) });
    const write = async (file: string) => (await call("export_registrants", { webinar_id: WEBINAR, file })).structuredContent;
    expect(await write("all.csv")).toMatchObject({ complete: true, file: "all.csv" });
    for (const file of ["../out.csv", join(folder, "out.csv"), "x/../../out.csv"]) expect((await write(file)).error, file).toMatchObject(notAllowed);
  });

  it("replaces no link, whether it leads nowhere, out of the folder, or to a file in it", async () => {
    const files = join(folder, "files");
    const { call } = await setUp({ files: filesBelow(files) });
    await writeFile(join(files, "there.csv"), "theirs");
    await writeFile(join(folder, "outside.csv"), "theirs");
    await symlink("nowhere.csv", join(files, "dangling.csv"));
    await symlink(join(folder, "made-by-us.csv"), join(files, "dangling-out.csv"));
    await symlink(join(folder, "outside.csv"), join(files, "out.csv"));
    await symlink("there.csv", join(files, "in.csv"));
    const before = (await readdir(files)).sort();
    for (const file of ["dangling.csv", "dangling-out.csv", "out.csv", "in.csv"]) {
      const { structuredContent } = await call("export_registrants", { webinar_id: WEBINAR, file });
      expect(structuredContent.error, file).toMatchObject({ code: file === "in.csv" ? "input_invalid" : "not_allowed" });
      expect((await lstat(join(files, file))).isSymbolicLink(), file).toBe(true);
    }
    expect((await readdir(files)).sort()).toEqual(before);
    expect((await readdir(folder)).includes("made-by-us.csv")).toBe(false);
  });

  it("shows nobody but the operator what is stored on the machine", async () => {
    const { call } = await setUp({ files: filesBelow(join(folder, "files")) });
    expect((await call("list_local_data", {})).structuredContent.error).toMatchObject(notAllowed);
  });
});
