import { execFileSync } from "node:child_process";
import { lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectModern } from "@zoom-webinar/testing/connect";
import { filesBelow, NO_FILES, type SessionOptions } from "@zoom-webinar/webinar-core";
import { createSession } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServerFactory } from "./server-factory.ts";
import { createJobs } from "./tools/jobs.ts";

const WEBINAR = "82834512568";
let folder = "";
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mcp-import-"));
  await mkdir(join(folder, "files"));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  isError?: boolean;
  structuredContent: Record<string, unknown> & { error?: { code: string; details: { confirm_token: string } } };
}

/** A client on the emulator; `patienceMs`: how long a call waits for a long operation. */
const setUp = async (more: SessionOptions = {}, { principal = "ada", patienceMs = 20_000, latencyMs = 0 } = {}) => {
  const emulator = createEmulator({ rateLimits: false });
  const send: typeof emulator.send = async (request) => {
    if (latencyMs > 0 && request.method === "POST") await new Promise((resolve) => setTimeout(resolve, latencyMs));
    return emulator.send(request);
  };
  const session = createSession({
    credentials: DEMO_CREDENTIALS,
    send,
    stateFolder: folder,
    safety: "confirm",
    files: NO_FILES,
    pace: false,
    ...more,
  });
  const jobs = createJobs(patienceMs);
  const { client, close } = await connectModern(createServerFactory({ session, version: "1.0.0", principal, jobs, surface: "full" }));
  ends.push(close, jobs.stop);
  const call = async (name: string, args: Record<string, unknown>) => (await client.callTool({ name, arguments: args })) as Answer;
  return {
    emulator,
    jobs,
    call,
    /** Calls twice: for the preview, and with its token. */
    agreed: async (name: string, args: Record<string, unknown>) => {
      const token = (await call(name, args)).structuredContent.error?.details.confirm_token;
      return call(name, { ...args, confirm_token: token });
    },
  };
};
const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ email: `p${at}@example.com`, first_name: "Rosa" }));

describe("an import by an assistant", () => {
  it("shows its plan first, runs with the token of that plan, and is looked at by its handle", async () => {
    const { call, agreed } = await setUp();
    expect((await call("import_registrants", { webinar_id: WEBINAR, rows: rows(3) })).structuredContent.error).toMatchObject({
      code: "confirmation_required",
      details: { preview: { plan: { new: 3 }, recipients: { count: 3 } } },
    });
    const { structuredContent } = await agreed("import_registrants", { webinar_id: WEBINAR, rows: rows(3) });
    expect(structuredContent).toMatchObject({ complete: true, counts: { pending: 3 } });
    expect((await call("get_import", { import_id: structuredContent.import_id })).structuredContent).toMatchObject({ state: "finished", left: 0 });
  });

  it("answers with how far it is if it takes longer than a call waits, and goes on", async () => {
    const { agreed, call, jobs, emulator } = await setUp({}, { patienceMs: 50, latencyMs: 40 });
    const { structuredContent } = await agreed("import_registrants", { webinar_id: WEBINAR, rows: rows(25), method: "single" });
    expect(structuredContent).toMatchObject({ complete: false, stopped: null });
    await jobs.stop();
    const shown = (await call("get_import", { import_id: structuredContent.import_id })).structuredContent;
    expect(shown).toMatchObject({ state: "unfinished", stopped: { code: "cancelled" } });
    const again = await setUp({ send: emulator.send });
    const resumed = await again.agreed("import_registrants", { webinar_id: WEBINAR, import_id: structuredContent.import_id, resume: true });
    expect(resumed.structuredContent).toMatchObject({ complete: true, counts: { pending: 25 } });
    expect((await emulator.state.registrants(WEBINAR)).length).toBe(5 + 25);
  });

  it("is found by the words of somebody with a spreadsheet", async () => {
    const { call } = await setUp();
    const { structuredContent } = await call("find_operations", { words: "bulk registration from a spreadsheet" });
    expect((structuredContent.operations as { tool: string }[]).map(({ tool }) => tool)).toContain("import_registrants");
  });

  it("is given up by cancel_import", async () => {
    const { agreed, call, jobs } = await setUp({}, { patienceMs: 50, latencyMs: 40 });
    const { structuredContent } = await agreed("import_registrants", { webinar_id: WEBINAR, rows: rows(40), method: "single" });
    const cancelled = await call("cancel_import", { import_id: structuredContent.import_id });
    expect(cancelled.structuredContent).toMatchObject({ state: "abandoned" });
    await jobs.stop();
  });

  it("is another caller's business only for that caller", async () => {
    const { agreed } = await setUp();
    const { import_id } = (await agreed("import_registrants", { webinar_id: WEBINAR, rows: rows(2) })).structuredContent;
    const other = await setUp({}, { principal: "ben" });
    expect((await other.call("get_import", { import_id })).structuredContent.error).toMatchObject({ code: "not_found" });
    expect((await other.call("cancel_import", { import_id })).structuredContent.error).toMatchObject({ code: "not_found" });
  });

  it("reads no file without --files-from, and with it none outside that folder", async () => {
    const inside = join(folder, "files", "people.csv");
    const outside = join(folder, "secret.csv");
    for (const path of [inside, outside]) await writeFile(path, "Email,First Name\na@example.com,Ann\n");
    await symlink(outside, join(folder, "files", "link.csv"));
    const ask = (file: string) => ({ webinar_id: WEBINAR, file, dry_run: true });
    const none = await setUp();
    expect((await none.call("import_registrants", ask(inside))).structuredContent.error).toMatchObject({ code: "not_allowed" });
    const some = await setUp({ files: filesBelow(join(folder, "files")) });
    expect((await some.call("import_registrants", ask("people.csv"))).structuredContent).toMatchObject({ plan: { new: 1 } });
    for (const file of ["../secret.csv", outside, "link.csv", "x/../../secret.csv"])
      expect((await some.call("import_registrants", ask(file))).structuredContent.error, file).toMatchObject({ code: "not_allowed" });
  });

  it.skipIf(process.platform === "win32")(
    "refuses a pipe at once, as often as it is named, and goes on answering (Windows has no such files)",
    async () => {
      const { call } = await setUp({ files: filesBelow(join(folder, "files")) });
      execFileSync("mkfifo", [join(folder, "files", "pipe.csv")]);
      // More than the four threads that Node has for files.
      for (let times = 0; times < 6; times += 1)
        expect((await call("import_registrants", { webinar_id: WEBINAR, file: "pipe.csv", dry_run: true })).structuredContent.error).toMatchObject({
          code: "input_invalid",
          message: expect.stringContaining("is not a plain file"),
        });
      await writeFile(join(folder, "files", "people.csv"), "Email,First Name\na@example.com,Ann\n");
      expect((await call("import_registrants", { webinar_id: WEBINAR, file: "people.csv", dry_run: true })).structuredContent).toMatchObject({
        plan: { new: 1 },
      });
    },
  );

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

  it("writes an export only below that folder too, in pages otherwise, and lets none but the operator look into the state folder", async () => {
    const ask = { webinar_id: WEBINAR, page_size: 2 };
    const none = await setUp();
    const { structuredContent: page } = await none.call("export_registrants", ask);
    expect(page).toMatchObject({ rows: { length: 2 }, complete: false, file: null });
    const following = await none.call("export_registrants", { ...ask, next_page_token: page.next_page_token });
    expect(following.structuredContent).toMatchObject({ rows: { length: 2 } });
    expect((await none.call("export_registrants", { webinar_id: WEBINAR, file: "all.csv" })).structuredContent.error).toMatchObject({
      code: "not_allowed",
    });
    const some = await setUp({ files: filesBelow(join(folder, "files")) });
    expect((await some.call("export_registrants", { webinar_id: WEBINAR, file: "all.csv" })).structuredContent).toMatchObject({
      complete: true,
      file: "all.csv",
    });
    for (const file of ["../out.csv", join(folder, "out.csv"), "x/../../out.csv"])
      expect((await some.call("export_registrants", { webinar_id: WEBINAR, file })).structuredContent.error, file).toMatchObject({
        code: "not_allowed",
      });
    expect((await some.call("list_local_data", {})).structuredContent.error).toMatchObject({ code: "not_allowed" });
  });

  it("takes at most 5,000 rows and a megabyte with a call", async () => {
    const { call } = await setUp();
    const large = Array.from({ length: 600 }, (_, at) => ({ email: `p${at}@example.com`, first_name: "Rosa", comments: "x".repeat(2_000) }));
    expect((await call("import_registrants", { webinar_id: WEBINAR, rows: large, dry_run: true })).isError).toBe(true);
    expect((await call("import_registrants", { webinar_id: WEBINAR, rows: rows(5_001), dry_run: true })).isError).toBe(true);
  });
});
