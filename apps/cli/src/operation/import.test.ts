import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Clock, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { createSession, manifest } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cliOf, clockOfCommands, demoZoom } from "../test/run-cli.ts";

const WEBINAR = "82834512568";

let folder = "";
let emulator: Emulator;
let clock: Clock;
let source: "emulator" | null;
let cli: ReturnType<typeof cliOf>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cli-import-"));
  emulator = demoZoom();
  source = null;
  clock = clockOfCommands();
  const store = memoryStore({ clock });
  cli = cliOf({
    catalog: manifest,
    emulator,
    openSession: async ({ safety, reveal, zone, files }) => {
      const session = createSession({
        credentials: DEMO_CREDENTIALS,
        send: emulator.send,
        clock,
        store,
        stateFolder: folder,
        safety,
        reveal,
        zone,
        files,
      });
      const account = { ...session.account, inForce: { ...session.account.inForce, source } };
      return {
        session: { ...session, account },
        variables: {},
        folders: { config: "", state: folder, data: "" },
        source: null,
        close: () => session.close(),
      };
    },
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const people = async (rows: readonly string[]): Promise<string> => {
  const file = join(folder, "people.csv");
  await writeFile(file, `E-Mail;Vorname\n${rows.join("\n")}\n`);
  return file;
};

describe("an import from the command line", () => {
  it("into a webinar by its topic says nothing of how the topic was found", async () => {
    const { code, stderr } = await cli(["registrants", "import", "Product tour", await people(["a@example.com;Ann"]), "--dry-run"]);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^Product tour: 82834512568 \(/)]);
    expect(stderr).not.toMatch(/^\d+ of \d+$/m);
  });

  it("is planned with --dry-run, exit 0", async () => {
    const { code, stdout } = await cli(["registrants", "import", WEBINAR, await people(["a@example.com;Ann", "nobody;Ben"]), "--dry-run", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ import_id: null, plan: { rows: 2, new: 1, invalid: 1 }, counts: { registered: 0 }, complete: false });
  });

  it("shows its plan and does nothing if nobody can be asked, exit 3", async () => {
    const { code, stdout, stderr } = await cli(["registrants", "import", WEBINAR, await people(["a@example.com;Ann"]), "--json"]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(JSON.parse(stderr).error).toMatchObject({ code: "confirmation_required", details: { preview: { plan: { rows: 1, new: 1, calls: 1 } } } });
  });

  it("runs with --yes and ends with 0, or with 7 if a row is not valid", async () => {
    const whole = await cli(["registrants", "import", WEBINAR, await people(["a@example.com;Ann"]), "--yes", "--json"]);
    expect(whole.code).toBe(0);
    const { results_file, ...answer } = JSON.parse(whole.stdout) as { results_file: string };
    expect(Object.keys(answer)).toEqual(["import_id", "webinar_id", "plan", "counts", "invalid", "complete", "resume_at"]);
    expect(await readFile(results_file, "utf8")).toMatch(/^E-Mail;Vorname;outcome;registrant_id;message\na@example\.com;Ann;pending;/);
    const partly = await cli(["registrants", "import", WEBINAR, await people(["b@example.com;Ben", "nobody;Cy"]), "--yes", "--json"]);
    expect(partly.code).toBe(7);
    expect(JSON.parse(partly.stdout)).toMatchObject({ counts: { pending: 1, invalid: 1 }, invalid: [{ line: 3, field: "email" }] });
  });

  it("ends with 2 before anything is sent if the file cannot be read, and takes --map for headers that nobody knows", async () => {
    const file = join(folder, "odd.csv");
    await writeFile(file, "Kontakt;Wer\na@example.com;Ann\n");
    const refused = await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--map");
    expect((await cli(["registrants", "import", WEBINAR, file, "--yes", "--map", "Kontakt=email", "--map", "Wer=first_name"])).code).toBe(0);
  });

  it("ends with 6 at a limit, says when it may go on, refuses to start again and names --resume, and goes on with it", async () => {
    emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    const file = await people(["a@example.com;Ann", "b@example.com;Ben"]);
    const stopped = await cli(["registrants", "import", WEBINAR, file, "--yes", "--json"]);
    expect(stopped.code).toBe(6);
    expect(JSON.parse(stopped.stdout)).toMatchObject({ complete: false, resume_at: expect.stringMatching(/T00:00:00/) });
    const anew = await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    expect(anew.code).toBe(2);
    expect(anew.stderr).toContain("--resume");
    const done = await cli(["registrants", "import", WEBINAR, file, "--yes", "--resume", "--json"]);
    expect(done.code).toBe(0);
    expect(JSON.parse(done.stdout).counts).toMatchObject({ pending: 2 });
    expect((await cli("imports list --json")).stdout).toContain('"finished"');
  });

  it("names the command that turns registration on, also for one person and for a list", async () => {
    const create = ["webinars", "create", "--host", "ada@example.com", "--topic", "Open", "--start-time", "2027-03-15T15:00Z", "--yes", "--json"];
    const { webinar } = JSON.parse((await cli(create)).stdout) as { webinar: { id: string } };
    const imported = await cli(["registrants", "import", webinar.id, await people(["a@example.com;Ann"]), "--yes"]);
    const added = await cli(["registrants", "add", webinar.id, "--email", "a@example.com", "--first-name", "Ann", "--yes"]);
    for (const { code, stderr } of [imported, added])
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`hint: Turn it on first: zoom-webinar webinars update ${webinar.id} --registration automatic, or`),
      ]);
    const listed = await cli(["registrants", "list", webinar.id]);
    expect(listed.stderr).toContain("update the webinar with registration automatic or manual (--settings.approval-type 0 or 1).");
  });

  it("asks at a terminal whether to go on with one that is not finished, takes y and n, asks nothing with --yes, and shows with --dry-run how it stands", async () => {
    emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    const file = await people(["a@example.com;Ann", "b@example.com;Ben", "c@example.com;Cleo"]);
    expect((await cli(["registrants", "import", WEBINAR, file, "--yes"])).stdout).toContain("Not complete: 3 of the 3 rows");
    emulator.controls.clearFaults();
    const again = ["registrants", "import", WEBINAR, file, "--safety", "trusted", "--no-color"];
    const asked = { columns: 100, question: "0 of 3 rows are done, the import is not finished. Go on?" };
    const declined = await cli(again, { ...asked, keys: "n\r" });
    expect([declined.code, declined.stderr]).toEqual([
      2,
      expect.stringMatching(/hint: Go on with --resume, or give it up with\s+zoom-webinar imports abandon/),
    ]);
    expect(`${declined.stdout}${declined.stderr}`).not.toContain("resume: true");
    const unasked = await cli([...again, "--yes"], { columns: 100 });
    expect(unasked).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^error: --resume: 0 of 3 rows are done[^?]*\nhint: Go on with --resume/),
    });
    const dry = await cli([...again, "--dry-run"], { columns: 100 });
    expect([dry.code, dry.stdout]).toEqual([
      0,
      expect.stringMatching(
        /Not complete: 3 of the 3 rows of .* are still to be sent, in about 1\ss; Zoom writes at most 3 mails \(example\.com 3\)\.\n[\s\S]*Nothing was sent\.\nGo on with it/,
      ),
    ]);
    const agreed = await cli(again, { ...asked, keys: "y\r" });
    expect([agreed.code, agreed.stdout]).toEqual([0, expect.stringContaining("Done with the 3 rows")]);
  });

  it("asks once to go on with one that is not finished if the whole call is asked about", async () => {
    emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    const file = await people(["a@example.com;Ann", "b@example.com;Ben"]);
    await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    emulator.controls.clearFaults();
    const again = ["registrants", "import", WEBINAR, file, "--no-color"];
    const { code, stdout, stderr } = await cli(again, { columns: 200, question: "Go on?", keys: "y\r" });
    expect([code, stdout]).toEqual([0, expect.stringContaining("Done with the 2 rows")]);
    expect(stderr).toMatch(/0 of 2 rows are done, the import is not finished\n[\s\S]*Go on with import \S+\. Register 2 people/);
  });

  it("says in a few lines how many there are of each kind, what was refused and why, where the file of results is, and what to do next", async () => {
    const file = await people(["a@example.com;Ann", "nobody;Ben", "A@example.com;Ann", "mina@example.com;Mina"]);
    const { stdout, stderr } = await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    expect(stdout.replaceAll(folder, "").split("\n")).toEqual([
      "Done with the 4 rows of /people.csv:",
      "  1 registered, waiting for approval",
      "  1 registered already",
      "  1 left out as a duplicate (line 4): the first row of each person counts",
      "  1 not valid",
      '    line 3: "nobody" is not an e-mail address',
      "What became of each row: /people.csv.results.csv",
      "Correct what was refused in /people.csv and run it again: whoever is done is left out.",
      "See who waits, and approve all of them:",
      `  zoom-webinar registrants list ${WEBINAR} --status pending`,
      `  zoom-webinar registrants approve ${WEBINAR} --pending`,
      "",
    ]);
    expect(stderr).not.toContain("already");
  });

  it("says what a dry run found, and how to go on", async () => {
    const file = await people(["a@example.com;Ann", "nobody;Ben"]);
    const { stdout } = await cli(["registrants", "import", WEBINAR, file, "--dry-run"]);
    const lines = stdout.replaceAll(folder, "").split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "Plan for the 2 rows of /people.csv. Nothing was sent.",
      "  1 to be registered, in about 1 s; Zoom writes at most 1 mail (example.com 1)",
      "  1 not valid",
      '    line 3: "nobody" is not an e-mail address',
      'Read as 2 columns separated by semicolons, UTF-8: "E-Mail" → email, "Vorname" → first_name.',
    ]);
    expect(lines.at(-2)).toBe("To go on, run it without --dry-run.");
  });

  it("takes rows as JSON from a pipe, and says of a table there to save it", async () => {
    const piped = { stdin: '{"rows":[{"email":"zoe@example.com","first_name":"Zoe"}]}' };
    expect((await cli(["registrants", "import", WEBINAR, "--input", "-", "--dry-run"], piped)).stdout).toContain("Plan for the 1 row");
    expect(await cli(["registrants", "import", WEBINAR, "-", "--dry-run"], { stdin: "email,first_name\nzoe@example.com,Zoe\n" })).toMatchObject({
      code: 2,
      stderr: "error: <file>: What is piped in cannot be imported.\nhint: Save it as a file first, and name that: it is read more than once.\n",
    });
  });

  it("leads to approving all of them, however many they are", async () => {
    const file = await people(Array.from({ length: 620 }, (_, at) => `p${at}@example.com;P`));
    const { stdout } = await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    const next = /^ +zoom-webinar (registrants approve .+)$/m.exec(stdout)?.[1] ?? "";
    const shown = await cli(next, { columns: 100, keys: "n\r" });
    expect(shown.stderr).toContain("Zoom writes to 622 people");
    const sent = () => emulator.requests().filter(({ endpoint }) => endpoint === "PUT /webinars/{webinarId}/registrants/status");
    expect(sent()).toEqual([]);
    expect(await cli(`${next} --yes`)).toMatchObject({ code: 0, stderr: expect.stringMatching(/^622 of 622 approved$/m) });
    expect(sent()).toHaveLength(Math.ceil(622 / 30));
    expect((await cli(`registrants list ${WEBINAR} --status pending`)).stderr).toContain("There are 0 pending, 625 approved, 0 denied");
  });

  it.each(["deny", "cancel"])(
    "leads to people of whom %s --pending takes all but those that are named, and counts those it did not reach",
    async (verb) => {
      const file = await people(Array.from({ length: 620 }, (_, at) => `p${at}@example.com;P`));
      await cli(["registrants", "import", WEBINAR, file, "--yes"]);
      const refused = { kind: "status", status: 400, body: JSON.stringify({ code: 3035, message: "Capacity reached." }), times: 1 } as const;
      emulator.controls.addFault({ ...refused, endpoint: "PUT /webinars/{webinarId}/registrants/status" });
      const line = `registrants ${verb} ${WEBINAR} --pending --except p7@example.com --yes`;
      expect(await cli(line)).toMatchObject({
        code: 7,
        stderr: expect.stringContaining(`591 of 621 registrants were ${verb === "deny" ? "denied" : "cancelled"}; 30 failed.`),
      });
      expect((await cli(line)).stderr).toMatch(new RegExp(`^30 of 30 ${verb === "deny" ? "denied" : "cancelled"}`, "m"));
      const { stdout } = await cli(`registrants list ${WEBINAR} --status pending --fields email --csv`);
      expect(stdout.trim().split("\n").slice(1)).toEqual(["p7@example.com"]);
    },
  );

  it("a plan shows every column that is imported, and of the others the first", async () => {
    const file = join(folder, "wide.csv");
    const others = Array.from({ length: 10 }, (_, at) => `Other ${at}`);
    const mapped = ["Email", "First name", "Last name", "Address", "City", "Country", "Phone", "Organization", "Job Title"];
    await writeFile(file, `${[...others, ...mapped].join(",")}\n${[...others, "zoe@example.com", ...mapped.slice(1)].join(",")}\n`);
    const { stdout } = await cli(["registrants", "import", WEBINAR, file, "--dry-run"]);
    const [, read = ""] = /Read as .*?: (.*)\./.exec(stdout) ?? [];
    expect(mapped.filter((name) => !new RegExp(`"${name}" → (?!not imported)`).test(read))).toEqual([]);
    expect(read).toMatch(/^"Other 0" → not imported.* and 2 more that are not imported$/);
  });

  it("names columns and files as they are called, also those that are called like a field of the command", async () => {
    const file = join(folder, "import_id.csv");
    await writeFile(file, "email,first_name,webinar_id,dry_run,list_users\na@example.com,Ann,1,2,3\n");
    const plan = await cli(["registrants", "import", WEBINAR, file, "--dry-run"]);
    expect(plan.stdout).toContain('"webinar_id" → not imported, "dry_run" → not imported, "list_users" → not imported.\n');
    expect(plan.stdout).toContain(`Plan for the 1 row of ${file}. Nothing was sent.\n`);
    const asked = await cli(["registrants", "import", WEBINAR, file], { columns: 300, question: "Go on?", keys: "n\r" });
    expect(asked.stderr).toContain('"webinar_id" → not imported');
    const unknown = await cli(["registrants", "import", WEBINAR, file, "--yes", "--map", "Telephone number=phone"]);
    expect(unknown.stderr).toContain('"webinar_id", "dry_run", "list_users".');
    const nobody = join(folder, "nobody.csv");
    await writeFile(nobody, "kontakt,webinar_id\nAnn,1\n");
    expect((await cli(["registrants", "import", WEBINAR, nobody, "--yes"])).stderr).toContain('its columns: "kontakt", "webinar_id".');
    const done = await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    expect(done.stdout).toContain(`What became of each row: ${file}.results.csv\n`);
    expect(done.stdout).toContain('Not imported: columns "webinar_id", "dry_run", "list_users".\n');
  });

  it("asks about a decision in the words of that decision, and names who is not registered", async () => {
    const file = await people(["mina@example.com;Mina", "juan@example.com;Juan", "nobody@example.com;Nobody"]);
    const { stderr } = await cli(["registrants", "deny-from", WEBINAR, file], { columns: 200, question: "Go on?", keys: "n\r" });
    expect(stderr).toContain("3 rows: 2 to be denied, 1 not valid.");
    expect(stderr).toContain('Line 4: "nobody@example.com" is not registered for this webinar.');
    const dry = await cli(["registrants", "deny-from", WEBINAR, file, "--dry-run"]);
    expect(dry.stdout).toContain('    line 4: "nobody@example.com" is not registered for this webinar\n');
  });

  it.each([40, 60, 80])("leaves commands, paths and addresses whole in %i columns", async (columns) => {
    const file = await people(["a@example.com;Ann"]);
    const { stdout } = await cli(["registrants", "import", WEBINAR, file, "--yes"], { columns });
    for (const whole of [`${file}.results.csv`, `  zoom-webinar registrants list ${WEBINAR} --status pending\n`]) expect(stdout).toContain(whole);
  });

  it("says how to go on if it was stopped, with the flags that lead to the same account and a path that a shell takes", async () => {
    emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    const file = join(folder, "our guests.csv");
    await writeFile(file, "E-Mail;Vorname\na@example.com;Ann\nb@example.com;Ben\n");
    const { stdout } = await cli(["registrants", "import", WEBINAR, file, "--yes", "--emulator"]);
    expect(stdout).toContain("Not complete: 2 of the 2 rows of");
    expect(stdout).toContain("Go on with it, at Sat 2026-11-21 00:00 UTC or later:");
    expect(stdout).toContain(`  zoom-webinar registrants import ${WEBINAR} '${file}' --resume --emulator\n`);
    const [{ import_id }] = JSON.parse((await cli("imports list --json")).stdout).imports;
    const shown = await cli(["imports", "show", import_id]);
    expect(shown.stdout).toContain("unfinished");
    expect(shown.stdout).toContain(`  zoom-webinar registrants import ${WEBINAR} '${file}' --resume\n`);
  });

  it.each([
    [null, ""],
    ["emulator", " --emulator"],
  ] as const)("names the whole command in each hint that leads to an import, with the flags of the account: %s", async (from, flags) => {
    source = from;
    emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    await cli(["registrants", "import", WEBINAR, await people(["a@example.com;Ann"]), "--yes"]);
    const [{ import_id: id }] = JSON.parse((await cli("imports list --json")).stdout).imports;
    const other = await cli(["registrants", "import", WEBINAR, await people(["b@example.com;Ben"]), "--yes", "--no-color"]);
    const [, hint = ""] = /^hint: (.*)$/m.exec(other.stderr) ?? [];
    expect(hint).toBe(
      `See it with zoom-webinar imports show ${id}${flags}. Go on with zoom-webinar registrants import ${WEBINAR} --import-id ${id} --resume${flags}, or give it up with zoom-webinar imports abandon ${id}${flags}.`,
    );
    for (const asked of [
      ["imports", "show", "nobody"],
      ["imports", "abandon", "nobody"],
      ["registrants", "import", WEBINAR, "--import-id", "nobody", "--resume", "--yes"],
    ])
      expect((await cli([...asked, "--no-color"])).stderr).toContain(`hint: Find your imports with zoom-webinar imports list${flags}.`);
    expect((await cli(["registrants", "import", WEBINAR, "--import-id", id, "--resume", "--yes", "--dry-run"])).code).toBe(0);
  });

  it("changes nothing and says so if no row of an import can be tried again, and has no internal error for it", async () => {
    const again = ["registrants", "import", WEBINAR, await people(["a@example.com;Ann"])];
    await cli([...again, "--yes"]);
    for (const flags of [["--dry-run"], [], ["--yes"]]) {
      const { code, stdout, stderr } = await cli([...again, "--retry-unknown", ...flags, "--no-color"], { columns: 200 });
      expect([code, stderr]).toEqual([0, expect.stringMatching(/No row of import \S+ is unknown: nothing is tried again\./)]);
      expect(stdout).toContain("Done with the 1 row of");
    }
    expect(JSON.parse((await cli("imports list --json")).stdout).imports).toMatchObject([{ state: "finished" }]);
  });

  it("asks before it tries rows again that an import given up had left in doubt, and does not go on with that one", async () => {
    clock = virtualClock(clock.now(), { autoAdvance: true });
    emulator = createEmulator({ rateLimits: false, clock });
    const file = await people(["a", "b", "c", "d"].map((name) => `${name}@example.com;${name.toUpperCase()}`));
    const start = ["registrants", "import", WEBINAR, file];
    emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/registrants", applied: false, times: 50 });
    await cli([...start, "--yes"]);
    emulator.controls.clearFaults();
    const [{ import_id: id }] = JSON.parse((await cli("imports list --json")).stdout).imports;
    const given = await cli(["imports", "abandon", id]);
    expect(given.stdout).toContain("3 unknown: no answer had come when it was given up\n");
    expect(given.stdout).toContain(
      `To import the rest, start anew: whoever is done is left out.\n  zoom-webinar registrants import ${WEBINAR} ${file}\n`,
    );
    for (const flags of [["--yes"], ["--dry-run"]]) {
      const refused = await cli([...start, "--resume", ...flags, "--no-color"], { columns: 400 });
      expect(refused).toMatchObject({ code: 2, stdout: "" });
      expect(refused.stderr).toBe(
        `error: --resume: the import of this file (${id}) was given up, so that nobody can go on with it\nhint: To start anew, leave out --resume: whoever is done is left out.\n`,
      );
    }
    await cli([...start, "--yes"]);
    const asked = await cli([...start, "--retry-unknown", "--json"]);
    expect(asked.code).toBe(3);
    expect(JSON.parse(asked.stderr).error.details.preview).toMatchObject({ recipients: { count: 3 }, plan: { new: 3, mails: 3 } });
    const tried = await cli([...start, "--retry-unknown", "--yes", "--json"]);
    expect(JSON.parse(tried.stdout).counts).toMatchObject({ pending: 4, unknown: 0 });
  });

  it("names the lines of duplicates, a few of many", async () => {
    const twice = Array.from({ length: 15 }, (_, at) => `p${at}@example.com;P`);
    const file = await people([...twice, ...twice, "p3@example.com;P"]);
    const words = "(lines 17, 18, 19, 20, 21, 22, 23, 24 and 8 more)";
    const plan = await cli(["registrants", "import", WEBINAR, file, "--dry-run"]);
    expect(plan.stdout).toContain(`  16 duplicates ${words}, left out: the first row of each person counts\n`);
    const { plan: figures } = JSON.parse((await cli(["registrants", "import", WEBINAR, file, "--dry-run", "--json"])).stdout);
    expect(figures.duplicate_lines).toEqual(Array.from({ length: 16 }, (_, at) => 17 + at));
    const asked = await cli(["registrants", "import", WEBINAR, file], { columns: 200, question: "Go on?", keys: "n\r" });
    expect(asked.stderr).toContain(`31 rows: 15 to be registered, 16 of somebody in an earlier row, which counts ${words}.`);
    const done = await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    expect(done.stdout).toContain(`  16 left out as duplicates ${words}: the first row of each person counts\n`);
  });

  it("says nothing on stderr of how far it is if nobody is new", async () => {
    const file = await people(["a@example.com;Ann"]);
    await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    await people(["a@example.com;Ann", "A@example.com;Ann"]);
    const { stdout, stderr } = await cli(["registrants", "import", WEBINAR, file, "--yes"]);
    expect(stdout).toContain("  1 registered already\n");
    expect(stderr).not.toMatch(/\b0\b/);
  });

  it("tells how far it is on stderr", async () => {
    const { stderr } = await cli(["registrants", "import", WEBINAR, await people(["a@example.com;Ann"]), "--yes"]);
    expect(stderr).toMatch(/^Register 1 person for "[^"]+": 1 call, about 1 s\n/);
  });

  it("runs the example that its help shows", async () => {
    const { stdout } = await cli("registrants import --help");
    const [, example = ""] = /Examples:\n {2}zoom-webinar (registrants import .*)/.exec(stdout) ?? [];
    await people(["a@example.com;Ann"]);
    const { code } = await cli(example.split(" ").map((word) => (word === "people.csv" ? join(folder, word) : word)));
    expect({ example, code }).toEqual({ example: expect.stringContaining("people.csv"), code: 0 });
  });

  it.each(["list.csv", "my list.csv", "./below/list.csv"])("calls a file that is asked for as it was typed: %s", async (name) => {
    const answers = [
      ["Which file?", `${name}\r`],
      ["does not exist", "\u0003"],
    ] as const;
    const { stderr } = await cli(["registrants", "import", WEBINAR, "--no-color"], { columns: 200, answers });
    expect(stderr).toContain(`\u001b[?25h${basename(name)} does not exist.`);
  });
});
