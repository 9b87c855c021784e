import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const WEBINAR = "95312345678";
const setUp = () => {
  const emulator = demoZoom();
  return { emulator, cli: cliOf({ catalog: manifest, emulator }) };
};
/** A webinar of Ada's with three people who wait for approval. */
const waiting = async () => {
  const world = setUp();
  const created = await world.cli("webinars create --host ada@example.com --topic Tides --registration manual --json");
  const id = String(JSON.parse(created.stdout).webinar.id);
  for (const name of ["ann", "bob", "cy"]) {
    await world.cli(["registrants", "add", id, "--email", `${name}@example.com`, "--first-name", name, "--yes"]);
  }
  return { ...world, id };
};
const writes = (emulator: ReturnType<typeof demoZoom>) => emulator.requests().filter(({ method }) => method !== "GET");

describe("--dry-run", () => {
  it("says what a call would touch and whom Zoom would write to, and sends no write", async () => {
    const { cli, emulator, id } = await waiting();
    const before = writes(emulator).length;
    const { code, stdout, stderr } = await cli(`registrants approve ${id} ann@example.com --dry-run`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "Dry run: nothing was changed.\n" });
    expect(stdout).toContain("Zoom writes to 1 person");
    expect(JSON.parse((await cli("webinars create --host ada@example.com --topic X --dry-run --json")).stdout)).toMatchObject({
      dry_run: true,
      input: { topic: "X" },
    });
    expect((await cli(`webinars delete ${id} --dry-run`)).stdout).toContain("This cannot be undone from here");
    expect(writes(emulator)).toHaveLength(before);
  });

  it("is on every command that writes, and on no other", async () => {
    const { cli } = setUp();
    for (const { id, effect, load } of manifest) {
      const operation = await load();
      const [group = "", verb = ""] = id.split(".").map((name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
      const { stdout } = await cli([group, verb, "--help-all"]);
      const isOwn = operation.input.safeParse({ dry_run: false }).error?.issues.every(({ code }) => code !== "unrecognized_keys") ?? true;
      expect(stdout.includes("dry-run"), id).toBe(effect !== "read" || isOwn);
    }
  });
});

describe("people who wait", () => {
  it("are approved together with --pending, but for those whom --except names", async () => {
    const { cli, emulator, id } = await waiting();
    const { code, stderr } = await cli(`registrants approve ${id} --pending --except Bob@example.com --yes`);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("2 of 2 approved") });
    const { stdout } = await cli(`registrants list ${id} --status all --fields email,status --csv`);
    expect(stdout.trim().split("\n").sort()).toEqual([
      "ann@example.com,approved",
      "bob@example.com,pending",
      "cy@example.com,approved",
      "email,status",
    ]);
    expect((await emulator.mailLog()).filter(({ to }) => to === "bob@example.com").filter(({ kind }) => kind.includes("approv"))).toEqual([]);
  });

  it.each([
    ["", /<registrants>: is required\nhint: Name them, or add --pending: everybody who waits/],
    ["--pending ann@example.com", /cannot be combined with/],
    ["ann@example.com --except bob@example.com", /--except: works only with --pending/],
    ["--pending --except nobody@example.com", /not in the list: nobody@example.com/],
    ["--pending --except ann@example.com,bob@example.com,cy@example.com", /nobody is left/],
  ])("are not approved by %s", async (words, message) => {
    const { cli, emulator, id } = await waiting();
    const before = writes(emulator).length;
    const { code, stderr } = await cli(`registrants approve ${id} ${words} --yes`);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(writes(emulator)).toHaveLength(before);
  });

  it("are offered at a terminal in place of those who are approved already", async () => {
    const { cli, id } = await waiting();
    await cli(`registrants approve ${id} cy@example.com --yes`);
    const asked = await cli(`registrants approve ${id} --yes --no-color`, { columns: 100, keys: "\u0003", question: "bob@example.com" });
    expect(`${asked.stdout}${asked.stderr}`).not.toContain("cy@example.com");
  });

  it("have room for every status in a list of all, whichever comes first", async () => {
    const { cli, id } = await waiting();
    await cli(`registrants approve ${id} cy@example.com --yes`);
    const { stdout } = await cli(`registrants list ${id} --status all --no-color`, { columns: 110 });
    expect(stdout).toMatch(/cy@example\.com .*approved/);
    expect(stdout).not.toContain("…");
  });

  it("are listed by a word that help and the error of a wrong one name", async () => {
    const { cli, id } = await waiting();
    expect((await cli("registrants list --help")).stdout).toMatch(/One of pending, approved,\s+denied, all/);
    expect((await cli(`registrants list ${id} --status waiting`)).stderr).toContain(
      'expected one of pending, approved, denied or all, got "waiting"',
    );
  });

  it("are counted if nobody of the asked status is there", async () => {
    const { cli, id } = await waiting();
    const { stdout, stderr } = await cli(`registrants list ${id}`);
    expect(stdout).toBe("");
    expect(stderr).toContain("There are 3 pending, 0 approved, 0 denied: --status all lists them together.");
    const partly = await cli(`registrants list 82834512568`);
    expect(partly.stderr).toMatch(
      /^3 of 3 approved registrants\n[\s\S]*^Only approved, not pending or denied: --status all lists them together\.\n/m,
    );
    expect((await cli(`registrants list 82834512568 --all`)).stderr).toContain("Only approved, not pending or denied");
    expect((await cli(`registrants list 82834512568 --status approved`)).stderr).not.toContain("Only approved");
    expect(await cli(`registrants list ${id} --json`)).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("--input", () => {
  const file = async (name: string, text: string | Uint8Array) => {
    const path = join(await mkdtemp(join(tmpdir(), "input-")), name);
    await writeFile(path, text);
    return path;
  };

  it.each([
    ["people.csv", '\u{feff}Email;First name;Last name\r\nann@example.com;Ann;"O;Hara"\r\n'],
    ["people.yaml", "registrants:\n  - email: ann@example.com\n    first_name: Ann\n    last_name: O;Hara\n"],
    ["people.json", '[{"email":"ann@example.com","first_name":"Ann","last_name":"O;Hara"}]'],
  ])("takes rows from %s", async (name, text) => {
    const { cli, id } = await waiting();
    const { stdout, code } = await cli(["registrants", "add-batch", id, "--input", await file(name, text), "--dry-run", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).input.registrants).toEqual([{ email: "ann@example.com", first_name: "Ann", last_name: "O;Hara" }]);
  });

  it.each(["a.yaml", "a.json"])("is refused if it is nested too deeply, with the line: %s", async (name) => {
    const { cli } = setUp();
    const input = await file(name, `{"a":\n${"[".repeat(200_000)}`);
    const { code, stderr } = await cli(["registrants", "add-batch", WEBINAR, "--input", input]);
    expect([code, stderr.split("\n")[0]]).toEqual([2, `error: --input: ${input} is nested more than 100 levels deep, at line 2`]);
  });

  it.each([
    ["a.json", "email,name\na,b\n", /is not JSON/, /ends in \.csv/],
    ["a.csv", '{"registrants":[]}', /holds JSON, not rows/, /ends in \.json/],
    ["a.yaml", "a: [1", /is not YAML/, /Correct the file/],
    ["a.csv", "a,b\n1,2,3\n", /is not a table/, /as many cells/],
    ["a.csv", Buffer.from([0xff, 0x00, 0xc3, 0x28]), /--input/, /hint/],
  ])("names what is wrong with %s that holds %j", async (name, text, message, hint) => {
    const { cli } = setUp();
    const { code, stdout, stderr } = await cli(["registrants", "add-batch", WEBINAR, "--input", await file(name, text)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(hint);
    expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(2);
  });
});

describe("formats", () => {
  it("write every page of a list in one layout, rows alone on stdout", async () => {
    const { cli, id } = await waiting();
    const list = `registrants list ${id} --status pending --page-size 1`;
    const lines = async (flags: string) => (await cli(`${list} --all ${flags}`)).stdout.trimEnd().split("\n");
    expect(await lines("--csv --fields email")).toEqual(["email", "ann@example.com", "bob@example.com", "cy@example.com"]);
    expect((await lines("--tsv")).length).toBe(4);
    expect((await lines("--jsonl --fields email")).map((line) => JSON.parse(line))).toEqual(
      ["ann", "bob", "cy"].map((name) => ({ email: `${name}@example.com` })),
    );
    const [whole, walked] = [await cli(`registrants list ${id} --status pending --json`), await cli(`${list} --all --json`)];
    const rowsIn = (text: string) => text.slice(0, text.indexOf("\n]"));
    expect(rowsIn(walked.stdout)).toBe(rowsIn(whole.stdout));
  });

  it("keep spreadsheets from running a cell that a stranger typed, unless --raw", async () => {
    const { cli, id } = await waiting();
    await cli(["registrants", "add", id, "--email", "eve@example.com", "--first-name", "=cmd()", "--yes"]);
    await cli(["registrants", "add", id, "--email", "kim@example.com", "--first-name", "\u{ff20}SUM(A1)", "--yes"]);
    const list = `registrants list ${id} --status pending --fields name --csv`;
    expect((await cli(list)).stdout).toContain("'=cmd()");
    expect((await cli(list)).stdout).toContain("'\u{ff20}SUM(A1)");
    expect((await cli(`${list} --raw`)).stdout).toContain("\n=cmd()");
  });

  it("go to a file that appears when it is whole; a failure leaves the earlier one", async () => {
    const { cli, id } = await waiting();
    const path = join(await mkdtemp(join(tmpdir(), "out-")), "people.csv");
    expect(await cli(`registrants list ${id} --status pending --fields email --output ${path}`)).toMatchObject({ code: 0, stdout: "" });
    const text = await readFile(path, "utf8");
    expect(text).toBe("\u{feff}email\r\nann@example.com\r\nbob@example.com\r\ncy@example.com\r\n");
    expect((await cli(`registrants list 99999999999 --output ${path} --replace`)).code).toBe(1);
    expect(await readFile(path, "utf8")).toBe(text);
    const refused = await cli(`registrants list ${id} --output ${join(path, "below")}`);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("--output: cannot write") });
  });

  it("replace a file that is there only if they are asked to, and say so before anything is done", async () => {
    const { cli, id } = await waiting();
    const path = join(await mkdtemp(join(tmpdir(), "out-")), "people.csv");
    await writeFile(path, "mine\n");
    const refused = await cli(`registrants approve ${id} ann@example.com --yes --output ${path}`);
    expect(refused).toMatchObject({
      code: 2,
      stderr: `error: --output: ${path} is there already\nhint: Name another, or add --replace to have it replaced.\n`,
    });
    expect(await readFile(path, "utf8")).toBe("mine\n");
    expect((await cli(`registrants list ${id} --status pending --fields email --output ${path} --replace`)).code).toBe(0);
    expect(await readFile(path, "utf8")).toBe("\u{feff}email\r\nann@example.com\r\nbob@example.com\r\ncy@example.com\r\n");
    await writeFile(path, "");
    expect((await cli(`registrants list ${id} --status pending --fields email --output ${path}`)).code).toBe(0);
  });

  it.each([
    ["--json --csv", /--csv: cannot be combined with --json/],
    ["--fields emial", /--fields: there is no field "emial"\nhint: The fields are email, name/],
  ])("refuse %s", async (flags, message) => {
    const { cli } = setUp();
    const { code, stdout, stderr } = await cli(`registrants list ${WEBINAR} ${flags}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(flags.includes("json") ? JSON.parse(stderr).error.message : stderr).toMatch(message);
  });
});
