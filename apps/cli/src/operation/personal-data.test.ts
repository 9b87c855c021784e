import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore } from "@zoom-webinar/foundation";
import { createSession, manifest } from "@zoom-webinar/webinar-core/doors";
import { DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const WEBINAR = "82834512568";
const HELD = "91974973765";

let folder = "";
let state = "";
let emulator: Emulator;
let cli: ReturnType<typeof cliOf>;
const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cli-data-"));
  state = at("state");
  await mkdir(state, { mode: 0o700 });
  emulator = demoZoom();
  const store = fileStore({ folder: state });
  cli = cliOf({
    catalog: manifest,
    emulator,
    openSession: async ({ safety, reveal, zone, files }) => {
      const session = createSession({ credentials: DEMO_CREDENTIALS, send: emulator.send, store, stateFolder: state, safety, reveal, zone, files });
      return { session, variables: {}, folders: { config: "", state, data: "" }, source: null, close: () => session.close() };
    },
  });
  await writeFile(at("people.csv"), "Email,First Name\nann@example.com,Ann\nben@example.com,Ben\n");
  expect((await cli(["registrants", "import", WEBINAR, at("people.csv"), "--yes"])).code).toBe(0);
  expect((await cli(["exports", "registrants", WEBINAR, "--file", at("one.csv"), "--cursor", "crm"])).code).toBe(0);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const allBytes = async (): Promise<string> => {
  const entries = await readdir(state, { recursive: true, withFileTypes: true });
  const texts = entries.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), "latin1"));
  return (await Promise.all(texts)).join("\n");
};

describe("people's data from the command line", () => {
  it("is listed by data list: files here, and files that were written elsewhere", async () => {
    const { code, stdout } = await cli(["data", "list", "--full", "--json"]);
    expect(code).toBe(0);
    const listed = JSON.parse(stdout) as { files: { kind: string; path: string }[]; elsewhere: string[] };
    expect(listed.files.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["Journal of an import", "Cursor of an export"]));
    expect(listed.elsewhere).toEqual([at("one.csv"), at("people.csv.results.csv")]);
  });

  it("goes into no file in a folder that is not there: nothing is sent or noted", async () => {
    const mails = (await emulator.mailLog()).length;
    const notesIn = async () => (await readdir(state, { recursive: true })).filter((name) => name.endsWith(".jsonl"));
    const notes = await notesIn();
    const words = [
      ["exports", "registrants", WEBINAR, "--file"],
      ["registrants", "import", WEBINAR, at("people.csv"), "--yes", "--results"],
    ];
    await writeFile(at("people.csv"), "Email,First Name\ncleo@example.com,Cleo\n");
    for (const line of words.map((line) => [...line, at("none/out.csv")]))
      expect(await cli(line), line.join(" ")).toMatchObject({ code: 2, stderr: expect.stringContaining("none/out.csv: there is no such folder") });
    expect((await emulator.mailLog()).length).toBe(mails);
    expect(await notesIn()).toEqual(notes);
  });

  it.each([60, 80, 110, 200])("is listed in %i columns with how long it stays", async (columns) => {
    const short = await cli(["data", "list", "--no-color"], { columns });
    expect(short.stdout).toMatch(columns < 80 ? /^Exports .*\n.*\n? *files +1$/m : /^Exports +1 +yes +until/m);
    expect(short.stdout).not.toContain(".json");
    expect(short.stderr).toContain(at("one.csv"));
    expect(short.stderr.replaceAll("\n", " ")).toContain("Profiles (see auth list)");
    const { stdout, stderr } = await cli(["data", "list", "--full", "--no-color"], { columns });
    expect(stderr).not.toContain("--full");
    expect(stdout).toMatch(/^kind +(name +)?personal +(job +)?stays$/m);
    expect(stdout).toContain("until auth");
    expect(stderr).not.toMatch(/no room here:.*stays/);
  });

  it("keeps its cells in a file of an export as they are with --raw, before the command or behind it", async () => {
    await cli(["registrants", "add", WEBINAR, "--email", "eve@example.com", "--first-name", "=cmd()", "--yes"]);
    const words = ["exports", "registrants", WEBINAR];
    const nameIn = async (file: string, line: readonly string[]) => {
      expect(await cli(line)).toMatchObject({ code: 0 });
      return /'?=cmd\(\)/.exec(await readFile(file, "utf8"))?.[0];
    };
    const safe = [...words, "--file", at("safe.csv")];
    expect(await nameIn(at("safe.csv"), safe)).toBe("'=cmd()");
    expect(await nameIn(at("behind.csv"), [...words, "--file", at("behind.csv"), "--raw"])).toBe("=cmd()");
    expect(await nameIn(at("before.csv"), ["--raw", ...words, "--file", at("before.csv")])).toBe("=cmd()");
    expect((await cli([...words, "--csv", "--raw"])).stdout).toContain(",=cmd(),");
  });

  it("is in the same CSV with --output as with --file of an export", async () => {
    for (const words of [
      ["registrants", WEBINAR],
      ["attendance", HELD],
      ["qa", HELD],
    ]) {
      const [own, other] = [at(`${words[0]}-own.csv`), at(`${words[0]}-other.csv`)];
      expect(await cli(["exports", ...words, "--file", own])).toMatchObject({ code: 0 });
      expect(await cli(["exports", ...words, "--all", "--output", other])).toMatchObject({ code: 0 });
      const text = await readFile(own, "utf8");
      expect(text).toMatch(/^\u{feff}row_id,.*\r\n/u);
      expect(await readFile(other, "utf8"), words.join(" ")).toBe(text);
    }
  });

  it("is removed by data purge after a yes, and only what is old enough", async () => {
    const young = await cli(["data", "purge", "--older-than", "30d", "--yes", "--json"]);
    expect(young.code).toBe(0);
    expect(JSON.parse(young.stdout)).toEqual({ removed: [], kept: [] });
    expect((await cli(["data", "purge", "--older-than", "0d", "--json"])).code).toBe(3);
    const { code, stdout } = await cli(["data", "purge", "--older-than", "0d", "--yes", "--json"]);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { removed: string[] }).removed).toHaveLength(2);
    expect(await readdir(join(state, "exports"))).toEqual([]);
    expect((await cli(["data", "purge", "--older-than", "soon", "--yes"])).code).toBe(2);
  });

  it("of a report may be a registrant's or a panelist's: data forget calls its commands guesses", async () => {
    await cli(["exports", "attendance", HELD, "--file", at("came.csv")]);
    const { stdout } = await cli(["data", "forget", "mina@example.com", "--yes", "--json"]);
    const said = JSON.parse(stdout) as { commands: string[]; guesses: string[]; elsewhere: string[] };
    expect(said.elsewhere).toContain(at("came.csv"));
    expect(said.guesses).toEqual(
      ["panelists remove", "registrants delete"].map((words) => `zoom-webinar ${words} ${HELD} 'mina@example.com' --emulator`),
    );
    const shown = await cli(["data", "forget", "mina@example.com", "--yes"], { columns: 100 });
    expect(shown.stdout).toContain(`guesses    zoom-webinar panelists remove ${HELD} 'mina@example.com' --emulator`);
  });

  it("of one person is removed by data forget: out of the state folder and out of later exports, with the commands for Zoom", async () => {
    expect((await cli(["data", "forget", "ann@example.com", "--json"])).code).toBe(3);
    const { code, stdout } = await cli(["data", "forget", "Ann@Example.com", "--yes", "--json"]);
    expect(code).toBe(0);
    const said = JSON.parse(stdout) as { commands: string[]; elsewhere: string[] };
    expect(said.commands).toEqual([`zoom-webinar registrants delete ${WEBINAR} 'ann@example.com' --emulator`]);
    expect(said.elsewhere).toEqual([at("one.csv"), at("people.csv"), at("people.csv.results.csv")]);
    expect(await allBytes()).not.toContain("ann@example.com");
    await cli(["exports", "registrants", WEBINAR, "--file", at("two.csv"), "--cursor", "crm"]);
    const changes = await readFile(at("two.csv"), "utf8");
    expect(changes).toContain(",gone,");
    expect(changes).not.toContain("ann@example.com");
    await cli(["registrants", "import", WEBINAR, at("people.csv"), "--yes"]);
    const mails = (await emulator.mailLog()).filter(({ to }) => to === "ann@example.com");
    expect(mails.length).toBeLessThanOrEqual(1);
  });

  it("is a pseudonym with --no-names in exports and reports, with people by domain, and --attended-from keeps who stayed", async () => {
    const named = JSON.parse((await cli(["exports", "attendance", HELD, "--all", "--json"])).stdout) as {
      rows: { email: string; minutes: number }[];
    };
    const { stdout } = await cli(["exports", "attendance", HELD, "--all", "--no-names", "--attended-from", "20", "--json"]);
    const { rows, domains } = JSON.parse(stdout) as { rows: { person: string; minutes: number }[]; domains: { domain: string; people: number }[] };
    expect(rows).toHaveLength(named.rows.filter(({ minutes }) => minutes >= 20).length);
    expect(rows.every(({ person, minutes }) => /^person-/.test(person) && minutes >= 20)).toBe(true);
    expect(domains.reduce((sum, { people }) => sum + people, 0)).toBe(new Set(rows.map(({ person }) => person)).size);
    const report = await cli(["attendance", "report", HELD, "--no-names", "--attended-from", "20", "--json"]);
    expect(report.code).toBe(0);
    expect(report.stdout).toContain('"person-');
    const heads = [
      "exports registrants 82834512568",
      `exports attendance ${HELD}`,
      `attendance report ${HELD}`,
      `attendance report ${HELD} --series`,
    ];
    for (const words of heads) {
      const table = await cli([...words.split(" "), "--no-names"]);
      const [head = "", ...people] = table.stdout.trim().split("\n");
      const columns = head.split("\t");
      expect(columns, words).toContain("person");
      expect(columns.filter((name) => ["name", "email"].includes(name))).toEqual([]);
      expect(people.map((line) => line.split("\t")[columns.indexOf("person")])).toEqual(people.map(() => expect.stringMatching(/^person-/)));
    }
    for (const { email } of named.rows) if (email) expect(stdout + report.stdout).not.toContain(email);
  });
});
