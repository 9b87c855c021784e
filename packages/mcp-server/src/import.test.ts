import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { virtualClock } from "@zoom-webinar/foundation";
import { filesBelow } from "@zoom-webinar/webinar-core";
import { createEmulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emulatedCaller } from "./test/emulated-caller.ts";

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

const setUp = async (...more: Parameters<typeof emulatedCaller> extends [string, ...infer Rest] ? Rest : never) => {
  const caller = await emulatedCaller(folder, ...more);
  ends.push(caller.end);
  return caller;
};
const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ email: `p${at}@example.com`, first_name: "Rosa" }));

describe("an import by an assistant", () => {
  it("shows its plan first, runs with the token of that plan, and can be looked up by its import_id", async () => {
    const { call, agreed } = await setUp();
    expect((await call("import_registrants", { webinar_id: WEBINAR, rows: rows(3) })).structuredContent.error).toMatchObject({
      code: "confirmation_required",
      details: { preview: { plan: { new: 3 }, recipients: { count: 3 } } },
    });
    const { structuredContent } = await agreed("import_registrants", { webinar_id: WEBINAR, rows: rows(3) });
    expect(structuredContent).toMatchObject({ complete: true, counts: { pending: 3 } });
    expect((await call("get_import", { import_id: structuredContent.import_id })).structuredContent).toMatchObject({ state: "finished", left: 0 });
  });

  it("answers with its progress if it outlasts the call, and can be resumed after a stop", async () => {
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

  it("shows and bounds rows that are tried again as it does those of a new import", async () => {
    const clock = virtualClock(Date.now(), { autoAdvance: true });
    const emulator = createEmulator({ rateLimits: false, clock });
    const { agreed, call } = await setUp({ clock, send: emulator.send });
    const given = { webinar_id: WEBINAR, rows: rows(2) };
    emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/registrants", applied: false, times: 50 });
    await agreed("import_registrants", { ...given, method: "single" });
    emulator.controls.clearFaults();
    const known = await agreed("import_registrants", given);
    expect(known.structuredContent).toMatchObject({ complete: true, counts: { pending: 0, unknown: 2 } });
    const again = { webinar_id: WEBINAR, import_id: known.structuredContent.import_id, retry_unknown: true };
    expect((await call("import_registrants", again)).structuredContent.error).toMatchObject({
      code: "confirmation_required",
      details: { preview: { plan: { new: 2, mails: 2 }, recipients: { count: 2 } } },
    });
    const bounded = await setUp({ clock, send: emulator.send, safety: "trusted", recipientDomains: ["example.org"] });
    expect((await bounded.call("import_registrants", again)).structuredContent.error).toMatchObject({ code: "not_allowed" });
    expect((await bounded.call("import_registrants", { ...given, resume: true })).structuredContent).toMatchObject({ counts: { unknown: 2 } });
  });

  it("find_operations finds it for 'bulk registration from a spreadsheet'", async () => {
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

  it("cannot be seen or cancelled by another caller", async () => {
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

  it("takes at most 5,000 rows and a megabyte with a call", async () => {
    const { call } = await setUp();
    const large = Array.from({ length: 600 }, (_, at) => ({ email: `p${at}@example.com`, first_name: "Rosa", comments: "x".repeat(2_000) }));
    expect((await call("import_registrants", { webinar_id: WEBINAR, rows: large, dry_run: true })).isError).toBe(true);
    expect((await call("import_registrants", { webinar_id: WEBINAR, rows: rows(5_001), dry_run: true })).isError).toBe(true);
  });
});
