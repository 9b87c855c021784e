import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const setUp = () => cliOf({ catalog: manifest, emulator: demoZoom() });
const newFolder = () => mkdtemp(join(tmpdir(), "texts-"));

const LAUNCH = `host: ada@example.com
format: 1
topic: Launch
start_time: 2027-03-01T10:00
timezone: America/New_York
duration: 45
registration: automatic
polls:
  - poll_title: Lunch
    questions:
      - { name: What do you eat?, type: single, answers: [Soup, Salad] }
`;

describe("a file to upload", () => {
  it.each(["upload-wallpaper", "upload-virtual-background"])("is refused before anybody is asked if it is not a picture: %s", async (verb) => {
    const file = join(await newFolder(), "people.csv");
    await writeFile(file, "a,b\n1,2\n");
    for (const flag of ["--dry-run", "--yes"]) {
      const { code, stdout, stderr } = await setUp()(["branding", verb, "82834512568", file, flag]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toBe("error: The file people.csv is not a picture.\nhint: Name a JPG, GIF or PNG file.\n");
    }
  });
});

describe("webinars as files at the terminal", () => {
  it("plan ends with 10 until apply has done it; then there is nothing to do, and the file has its id", async () => {
    const cli = setUp();
    const folder = await newFolder();
    const file = join(folder, "launch.yaml");
    await writeFile(file, `# The launch\n${LAUNCH}`);
    expect((await cli(["webinars", "plan", file])).code).toBe(0);
    expect((await cli(["webinars", "plan", file, "--detailed-exitcode", "--json"])).code).toBe(10);
    const applied = await cli(["webinars", "apply", file, "--yes", "--write-ids", "--json"]);
    const { webinars } = JSON.parse(applied.stdout);
    expect(webinars).toEqual([expect.objectContaining({ file, created: true, applied: 2, not_possible: [] })]);
    expect(JSON.parse(applied.stdout)).not.toHaveProperty("files");
    expect(await readFile(file, "utf8")).toBe(`# The launch\nid: "${webinars[0].webinar_id}"\n${LAUNCH}`);
    expect((await cli(["webinars", "plan", file, "--detailed-exitcode"])).code).toBe(0);
    const again = await cli(["webinars", "apply", folder, "--yes", "--json"]);
    expect(JSON.parse(again.stdout).webinars).toEqual([expect.objectContaining({ created: false, changes: [], applied: 0 })]);
  });

  it("apply shows what was made and changed, and no column that it would have to explain", async () => {
    const cli = setUp();
    const file = join(await newFolder(), "launch.yaml");
    await writeFile(file, LAUNCH);
    const { stdout } = await cli(["webinars", "apply", file, "--yes"]);
    expect(stdout.split("\n")[0]?.split("\t")).toEqual(["topic", "host", "file", "webinar_id", "created"]);
    expect(stdout).toContain("changes");
  });

  it("export prints YAML and nothing else, and writes a season below a folder", async () => {
    const cli = setUp();
    const file = join(await newFolder(), "launch.yaml");
    await writeFile(file, LAUNCH);
    const { webinars } = JSON.parse((await cli(["webinars", "apply", file, "--yes", "--json"])).stdout);
    const one = await cli(["webinars", "export", webinars[0].webinar_id]);
    expect(one.stdout).toMatch(
      /^# yaml-language-server: \$schema=\S+\nid: "\d+"\nhost: ada@example.com\nformat: 1\ntopic: Launch\nstart_time: 2027-03-01T10:00\n/,
    );
    const season = join(await newFolder(), "season");
    await mkdir(season);
    const written = await cli([
      "webinars",
      "export",
      "--user-id",
      "ada@example.com",
      "--from",
      "2027-03-01",
      "--to",
      "2027-03-01",
      "--folder",
      season,
    ]);
    expect(written).toMatchObject({ code: 0, stdout: "" });
    expect(await readdir(season)).toEqual([`2027-03-01-launch-${webinars[0].webinar_id}.yaml`]);
    const planned = await cli(["webinars", "plan", season, "--json", "--detailed-exitcode"]);
    expect(planned.code).toBe(0);
  });

  it("export of days in which there is nothing says so, and makes neither a folder nor a file", async () => {
    const folder = await newFolder();
    const days = ["webinars", "export", "--host", "ada@example.com", "--from", "2040-01-01", "--to", "2040-02-01"];
    for (const flags of [[], ["--folder", join(folder, "season")], ["--output", join(folder, "season.yaml")]])
      expect(await setUp()([...days, ...flags])).toMatchObject({ code: 0, stdout: "", stderr: expect.stringMatching(/^0 webinars: .*\n$/) });
    expect(await readdir(folder)).toEqual([]);
    const swapped = await setUp()([...days.slice(0, -1), "2039-12-31", "--folder", folder]);
    expect(swapped).toMatchObject({ code: 2, stderr: expect.stringContaining("error: --to: 2039-12-31 is before --from, 2040-01-01") });
  });

  it.each(["plan", "apply"])("%s of a folder without YAML says that it holds none", async (verb) => {
    const folder = await newFolder();
    for (const name of ["", "a.json", "b.txt"]) {
      if (name !== "") await writeFile(join(folder, name), "{}");
      const { code, stderr } = await setUp()(["webinars", verb, folder]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`error: <files>: the folder ${folder} holds no .yaml or .yml file`)]);
    }
  });

  it("export puts a webinar's file in the place of its old one, and changes what somebody wrote only if it is asked to", async () => {
    const cli = setUp();
    const folder = await newFolder();
    await writeFile(join(folder, "launch.yaml"), LAUNCH);
    await cli(["webinars", "apply", join(folder, "launch.yaml"), "--yes"]);
    const season = await newFolder();
    const exported = (...flags: string[]) =>
      cli(["webinars", "export", "--host", "ada@example.com", "--from", "2027-03-01", "--to", "2027-03-31", "--folder", season, ...flags]);
    const namesIn = async () => (await readdir(season)).sort();
    expect((await exported()).code).toBe(0);
    const [old = ""] = await namesIn();
    expect((await exported()).stderr).toBe(`As it was: ${join(season, old)}\n`);

    const text = (await readFile(join(season, old), "utf8")).replace("topic: Launch", "topic: Party").replace("2027-03-01", "2027-03-02");
    await writeFile(join(season, old), `# by hand\n${text}`);
    expect((await cli(["webinars", "apply", season, "--yes"])).code).toBe(0);
    const refused = await exported();
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(`a file there would change: ${old}\nhint: Nothing was written.`) });
    expect(await namesIn()).toEqual([old]);
    expect(await readFile(join(season, old), "utf8")).toContain("# by hand");

    const replaced = await exported("--replace");
    const [name = "", ...more] = await namesIn();
    expect([name.slice(0, 16), more]).toEqual(["2027-03-02-party", []]);
    expect(replaced.stderr).toBe(`Written: ${join(season, name)}\nIt takes the place of: ${join(season, old)}\n`);
    expect((await cli(["webinars", "plan", season, "--detailed-exitcode"])).code).toBe(0);

    await writeFile(join(season, name), `${await readFile(join(season, name), "utf8")}---\nid: "82834512568"\ntopic: Other\n`);
    expect((await exported("--replace")).stderr).toContain(`${name} describes something else than`);
  });

  it("export into the folder of the file that made a webinar takes its place, and keeps a file that made several", async () => {
    const cli = setUp();
    const folder = await newFolder();
    const file = join(folder, "launch.yaml");
    await writeFile(file, LAUNCH);
    const { webinars } = JSON.parse((await cli(["webinars", "apply", folder, "--yes", "--json"])).stdout);
    const exported = (...flags: string[]) => cli(["webinars", "export", webinars[0].webinar_id, "--folder", folder, ...flags]);
    expect(await exported()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("a file there would change: launch.yaml\nhint: Nothing was written."),
    });
    const name = `2027-03-01-launch-${webinars[0].webinar_id}.yaml`;
    expect((await exported("--replace")).stderr).toBe(`Written: ${join(folder, name)}\nIt takes the place of: ${file}\n`);
    expect(await readdir(folder)).toEqual([name]);
    expect((await cli(["webinars", "plan", folder, "--detailed-exitcode"])).code).toBe(0);

    const season = join(folder, "season.yaml");
    await writeFile(season, `# The season\n---\n${LAUNCH.replace("Launch", "A")}---\n${LAUNCH.replace("Launch", "B")}`);
    const made = JSON.parse((await cli(["webinars", "apply", season, "--yes", "--json"])).stdout);
    const one = await cli(["webinars", "export", made.webinars[1].webinar_id, "--folder", folder, "--replace"]);
    expect(one.stderr).toContain(`season.yaml describes something else than ${made.webinars[1].webinar_id}, too\nhint: Write the IDs into it`);
    expect((await readdir(folder)).sort()).toEqual([name, "season.yaml"]);

    await writeFile(file, LAUNCH.replace("Launch", "Something new").replace("2027-03-01", "2027-04-01"));
    expect((await exported()).stderr).toContain("a file there would change: launch.yaml");
    await writeFile(file, `id: "82834512568"\n${LAUNCH}`);
    expect((await exported()).stderr).toBe(`As it was: ${join(folder, name)}\n`);
  });

  it("refuses before anything is sent, with file, line and column, and exit 2", async () => {
    const file = join(await newFolder(), "wrong.yaml");
    await writeFile(file, "host: ada@example.com\ntopic: A\nstart_tme: 2027-03-01T10:00\n");
    const { code, stderr } = await setUp()(["webinars", "apply", file, "--yes"]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}:3:1: start_tme: unknown field, did you mean start_time?`);
  });

  it("clone takes a file of dates, and diff ends with 10 if two webinars differ", async () => {
    const cli = setUp();
    const folder = await newFolder();
    const [file, dates] = [join(folder, "launch.yaml"), join(folder, "dates.csv")];
    await writeFile(file, LAUNCH);
    await writeFile(dates, "start_time,topic\n2027-04-01T10:00,\n2027-05-01T10:00,May launch\n");
    const { webinars } = JSON.parse((await cli(["webinars", "apply", file, "--yes", "--json"])).stdout);
    const id = webinars[0].webinar_id;
    const { clones } = JSON.parse((await cli(["webinars", "clone", id, "--dates", dates, "--yes", "--json"])).stdout);
    expect(clones).toMatchObject([{ start_time: "2027-04-01T14:00:00Z", not_possible: [] }, { start_time: "2027-05-01T14:00:00Z" }]);
    const diff = await cli(["webinars", "diff", id, clones[1].webinar_id, "--json", "--detailed-exitcode"]);
    expect(diff.code).toBe(10);
    expect(JSON.parse(diff.stdout)).toMatchObject({
      equal: false,
      changes: [{ at: "topic", from: "Launch", to: "May launch" }, { at: "start_time" }, { at: "password" }],
    });
    expect((await cli(["webinars", "diff", id, id, "--detailed-exitcode"])).code).toBe(0);
  });
});
