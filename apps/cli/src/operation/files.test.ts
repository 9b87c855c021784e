import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const HELD = "91974973765";
const newFolder = () => mkdtemp(join(tmpdir(), "files-"));
const setUp = () => cliOf({ catalog: manifest, emulator: demoZoom() });
const report = (...words: readonly string[]) => ["attendance", "report", ...words];

describe("files of an answer", () => {
  it("go to stdout as CSV, everything else to stderr", async () => {
    const { stdout, stderr, code } = await setUp()(report(HELD, "--csv", "--status", "attended", "--fields", "email,minutes"));
    expect({ stdout, stderr, code }).toEqual({
      stdout: "email,minutes\nmina@example.com,42\nnia@example.com,45\n",
      stderr: "",
      code: 0,
    });
  });

  it("lose what would act on a terminal if they are shown in one, and keep it in a pipe and in a file", async () => {
    const emulator = demoZoom();
    const cli = cliOf({ catalog: manifest, emulator });
    const folder = await newFolder();
    const source = join(folder, "portal.csv");
    expect((await cli(report(HELD, "--csv", "--layout", "zoom", "--zone", "UTC", "--output", source))).code).toBe(0);
    const ours = await readFile(source, "utf8");
    await writeFile(source, ours.replaceAll("Mina", "Mi\u001b]52;c;eA==\u0007\u009b2J\u202ena"));
    const line = report("--from", source, "--zone", "UTC", "--csv");
    const shown = (await cliOf({ catalog: manifest })(line, { columns: 80 })).stdout;
    expect(shown).toContain("Mi]52;c;eA==2Jna");
    expect(shown).not.toMatch(/(?![\r\n])[\p{Cc}\p{Cf}]/u);
    expect((await cliOf({ catalog: manifest })(line)).stdout).toContain("Mi\u001b]52;c;eA==");
  });

  it("go to a file for its owner alone, or below a folder under a name that tells the zone; --from reads it back without credentials", async () => {
    const cli = setUp();
    const folder = await newFolder();
    const { stderr, stdout, code } = await cli(report(HELD, "--csv", "--layout", "zoom", "--zone", "Europe/Berlin", "--output", folder));
    const [name = ""] = await readdir(folder);
    expect({ stdout, code }).toEqual({ stdout: "", code: 0 });
    expect(name).toMatch(/^attendee_91974973765_\d{4}_\d{2}_\d{2}_Europe-Berlin\.csv$/);
    expect(stderr).toContain(`Written: ${join(folder, name)}`);
    expect(stderr).toContain("--timezone Europe/Berlin");
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    const whole = JSON.parse((await cli(report(HELD, "--json"))).stdout);
    const again = await cli(report("--from", join(folder, name), "--zone", "Europe/Berlin", "--json"));
    expect(JSON.parse(again.stdout).totals).toEqual(whole.totals);
  });

  it("is a page with --html, of a webinar and of its dates side by side; it needs a name", async () => {
    const cli = setUp();
    const folder = await newFolder();
    expect(await cli(report(HELD, "--html"))).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("--output") });
    expect(await cli(report(HELD, "--html", "--output", join(folder, "report.html")))).toMatchObject({ code: 0, stdout: "" });
    expect(await cli(["attendance", "compare", HELD, "--html", "--output", join(folder, "dates.html")])).toMatchObject({ code: 0, stdout: "" });
    const { totals } = JSON.parse((await cli(report(HELD, "--json"))).stdout);
    const page = await readFile(join(folder, "report.html"), "utf8");
    expect(page).toContain(`data-of="totals.show_rate" value="${totals.show_rate}"`);
    expect(await readFile(join(folder, "dates.html"), "utf8")).toContain(`data-of="dates.0.totals.show_rate" value="${totals.show_rate}"`);
  });

  it("is a calendar file with --ics, on stdout or in a folder", async () => {
    const cli = setUp();
    const calendar = ["webinars", "calendar", "--from", "2026-01-01", "--to", "2026-12-31"];
    const folder = await newFolder();
    const { stdout, code } = await cli([...calendar, "--ics"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(stdout).toMatch(/END:VCALENDAR\r\n$/);
    expect(await cli([...calendar, "--ics", "--output", folder])).toMatchObject({ code: 0, stdout: "" });
    expect(await readdir(folder)).toEqual(["webinars_2026-01-01_2026-12-31.ics"]);
  });

  it("hold the answer as JSON if --json has an output; a failure leaves the old file as it was", async () => {
    const cli = setUp();
    const file = join(await newFolder(), "report.json");
    expect((await cli(report(HELD, "--json", "--output", file))).code).toBe(0);
    const text = await readFile(file, "utf8");
    expect(JSON.parse(text).totals.attendees).toBe(3);
    expect((await cli(report("99999999999", "--json", "--output", file, "--replace"))).code).toBe(1);
    expect(await readFile(file, "utf8")).toBe(text);
    expect((await cli(report(HELD, "--json", "--output", join(file, "below-a-file")))).code).toBe(2);
  });

  it.each([
    [["--csv", "--json"], /--csv: cannot be combined with --json/],
    [["--layout", "zoom"], /--layout: works only with a file/],
    [["--csv", "--layout", "excel"], /--layout: expected one of zoom/],
    [["--raw"], /--raw: works only with/],
    [["--csv", "--series", "--layout", "zoom"], /the zoom layout holds one date/],
  ])("refuse %j with the way out", async (flags, message) => {
    const { code, stderr } = await setUp()(report(HELD, ...flags));
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/hint"?:/);
  });

  it("are asked for by the ending of --output as by their flag, unless a flag asks for another format", async () => {
    const cli = setUp();
    const folder = await newFolder();
    const calendar = ["webinars", "calendar", "--from", "2026-01-01", "--to", "2026-12-31"];
    for (const [line, kind] of [
      [report(HELD), "csv"],
      [report(HELD, "--series"), "csv"],
      [report(HELD), "html"],
      [["attendance", "compare", HELD], "html"],
      [calendar, "ics"],
    ] as const) {
      const [short, long] = ["short", "long"].map((name) => join(folder, `${name}.${kind}`));
      expect(await cli([...line, "--output", short ?? "", "--replace"]), line.join(" ")).toMatchObject({ code: 0, stdout: "" });
      await cli([...line, `--${kind}`, "--output", long ?? "", "--replace"]);
      // A page and a calendar say when they were made.
      const [one, other] = await Promise.all([short, long].map((path) => readFile(path ?? "", "utf8")));
      expect(one?.replace(/(DTSTAMP|LAST-MODIFIED|SEQUENCE):\w+/g, ""), line.join(" ")).toBe(
        other?.replace(/(DTSTAMP|LAST-MODIFIED|SEQUENCE):\w+/g, ""),
      );
    }
    const tabs = join(folder, "tabs.csv");
    await cli(report(HELD, "--tsv", "--output", tabs));
    expect(await readFile(tabs, "utf8")).toMatch(/^status\t/);
  });

  it("as CSV in a file begin as spreadsheets want it, also if the operation has no file of its own", async () => {
    const cli = setUp();
    const folder = await newFolder();
    const lines = [["users", "list"], report(HELD), report(HELD, "--series"), report(HELD, "--layout", "zoom", "--zone", "UTC")];
    for (const [at, line] of lines.entries()) {
      const file = join(folder, `${at}.csv`);
      await cli([...line, "--csv", "--output", file]);
      const piped = (await cli([...line, "--csv"])).stdout;
      // The first column of a program that reads it has no other name.
      expect(piped, line.join(" ")).toMatch(/^[\w ]+[,\n]/);
      expect(piped, line.join(" ")).not.toContain("\r");
      expect(await readFile(file, "utf8"), line.join(" ")).toBe(`\u{feff}${piped.replaceAll("\n", "\r\n")}`);
    }
  });

  it.skipIf(process.platform === "win32")("as CSV have no byte order mark in a pipe with a name", async () => {
    const folder = await newFolder();
    for (const [name, line] of Object.entries({ users: ["users", "list"], report: report(HELD) })) {
      const pipe = join(folder, name);
      execFileSync("mkfifo", [pipe]);
      const [read] = await Promise.all([readFile(pipe, "utf8"), setUp()([...line, "--csv", "--output", pipe])]);
      expect(read).toMatch(/^(email|status),.*\n/);
    }
  });

  it("are asked for before the command as well", async () => {
    const cli = setUp();
    const file = join(await newFolder(), "report.csv");
    expect(await cli(["--csv", "--output", file, ...report(HELD)])).toMatchObject({ code: 0, stdout: "" });
    expect((await readFile(file, "utf8")).replaceAll("\r", "")).toBe(`\u{feff}${(await cli(report(HELD, "--csv"))).stdout}`);
  });

  it("are read as UTF-8 or UTF-16, and refused in words if they are neither or are not there", async () => {
    const cli = setUp();
    const file = join(await newFolder(), "report.csv");
    await writeFile(file, Buffer.from("\u{feff}nonsense", "utf16le"));
    expect((await cli(report("--from", file, "--zone", "UTC"))).stderr).toContain("no attendee report");
    await writeFile(file, Buffer.from([0x4d, 0xfc, 0x6c]));
    expect((await cli(report("--from", file, "--zone", "UTC"))).stderr).toContain('save it as "CSV UTF-8"');
    expect((await cli(report("--from", `${file}.gone`, "--zone", "UTC"))).stderr).toContain(`cannot read the file ${file}.gone: it is not there`);
  });

  it("show in help, with their layouts", async () => {
    const { stdout } = await setUp()(report("--help-all"));
    for (const flag of ["--csv", "--layout", "--raw", "--output", "--from <path>"]) expect(stdout).toContain(flag);
  });

  it.each([
    [["users", "list"], "people.pdf", "people.pdf ends in .pdf, and this command writes no such file", ".json, .jsonl, .csv, .tsv or .txt."],
    [["users", "list"], "people.xlsx", "ends in .xlsx", ".json, .jsonl, .csv, .tsv or .txt: spreadsheets open .csv."],
    [report(HELD), "who.md", "ends in .md", ".json, .jsonl, .csv, .tsv, .html or .txt."],
    [["calendar"], "dates.html", "ends in .html", ".json, .jsonl, .csv, .tsv, .ics or .txt."],
    [["api", "/users"], "users.md", "ends in .md", ".json, .jsonl, .csv, .tsv or .txt."],
    [["version"], "it.pdf", "ends in .pdf", ".json, .jsonl, .csv, .tsv or .txt."],
    [["webinars", "export", "82834512568"], "tour.json", "ends in .json", ".yaml or .yml."],
  ])("are not promised by an ending that the file would not keep: %j to %s", async (words, file, message, endings) => {
    const { code, stdout, stderr } = await setUp()([...words, "--output", file]);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(message)]);
    expect(stderr).toContain(`Name a file that ends in ${endings}`);
  });

  it("are said to be written in one form whatever they hold, as their caller named them", async () => {
    const cli = setUp();
    // Below the folder in which commands are typed, so that a path can be relative.
    const folder = relative(process.cwd(), await newFolder());
    for (const name of ["who.html", "who.csv", "who.tsv", "who.txt", "who.json", "who.jsonl"]) {
      const file = join(folder, name);
      const lines = (await cli(report(HELD, "--output", file))).stderr.split("\n");
      expect(
        lines.filter((line) => line.startsWith("Written")),
        name,
      ).toEqual([`Written: ${file}`]);
    }
    const below = (await cli(report(HELD, "--csv", "--output", folder))).stderr;
    expect(below).toMatch(/^Written: (?!\/).*\/attendee_\S+\.csv\n/);
    const texts = join(folder, "season");
    expect((await cli(["webinars", "export", "82834512568", "--folder", texts])).stderr).toContain(`Written: ${texts}/`);
    expect((await cli(["webinars", "export", "82834512568", "--folder", texts])).stderr).toContain(`As it was: ${texts}/`);
    expect((await cli(["users", "list", "--json", "--output", join(folder, "users.json")])).stderr).toBe(`Written: ${join(folder, "users.json")}\n`);
  });

  it("may have any ending if a flag asks for their format, and none, and that of a text for people whatever the default is", async () => {
    const cli = setUp();
    const folder = await newFolder();
    const readOf = async (name: string, ...words: readonly string[]) => {
      expect((await cli(["users", "list", ...words, "--output", join(folder, name)])).code, name).toBe(0);
      return readFile(join(folder, name), "utf8");
    };
    expect(await readOf("people.dat", "--csv")).toMatch(/^\u{feff}email,/u);
    expect(await readOf("people")).toMatch(/^email\t/);
    expect(await readOf("people.2026")).toMatch(/^email\t/);
    const preset = cliOf({ catalog: manifest, emulator: demoZoom(), env: { ZOOM_WEBINAR_FORMAT: "json" } });
    await preset(["users", "list", "--output", join(folder, "people.txt")]);
    expect(await readFile(join(folder, "people.txt"), "utf8")).toMatch(/^email\t/);
    expect((await cli(["webinars", "export", "82834512568", "--output", join(folder, "tour.yml")])).code).toBe(0);
  });
});
