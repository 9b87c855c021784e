import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { madeUpOperations } from "../test/operations.ts";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const setUp = async (env: Record<string, string> = {}) => {
  const configFolder = join(await mkdtemp(join(tmpdir(), "zw-config-")), "config");
  const file = join(configFolder, "config.json");
  return { configFolder, file, cli: cliOf({ catalog: manifest, emulator: demoZoom(), configFolder, env }) };
};

describe("config", () => {
  it("keeps, prints, lists and forgets a default, in a file for its owner alone", async () => {
    const { cli, configFolder, file } = await setUp();
    expect(await cli("config set host ada@example.com")).toEqual({ code: 0, stdout: "", stderr: "host is now ada@example.com.\n" });
    expect(await cli("config get host")).toEqual({ code: 0, stdout: "ada@example.com\n", stderr: "" });
    expect(JSON.parse((await cli("config list --json")).stdout).defaults).toEqual([
      { key: "host", value: "ada@example.com", from: "config" },
      { key: "zone", value: null, from: null },
      { key: "format", value: null, from: null },
    ]);
    expect([(await stat(file)).mode & 0o777, (await stat(configFolder)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect((await cli("config unset host")).stderr).toBe("host is no longer set.\n");
    expect(await cli("config get host")).toEqual({ code: 0, stdout: "", stderr: "host is not set: zoom-webinar config set host VALUE sets it.\n" });
    expect((await cli("config unset host")).stderr).toBe("host was not set.\n");
  });

  it("fills the host of commands that need one, below the variable, below the flag", async () => {
    const { cli } = await setUp();
    const topics = async (line: string, env = {}) => JSON.parse((await cli(`${line} --json`, { env })).stdout).webinars?.length;
    expect((await cli("webinars list")).code).toBe(2);
    await cli("config set host ada@example.com");
    expect(await topics("webinars list")).toBe(2);
    expect((await cli("webinars list", { env: { ZOOM_WEBINAR_DEFAULT_HOST: "nobody@example.com" } })).code).toBe(1);
    expect(await topics("webinars list --host ada@example.com", { ZOOM_WEBINAR_DEFAULT_HOST: "nobody@example.com" })).toBe(2);
    expect((await cli("users get")).stderr).toContain("is required");
  });

  it.each([
    ["webinars list", "nobody@example.com"],
    ["webinars create --topic T", "nobody@example.com"],
    ["webinars create --topic T", "Nobody Real"],
    ["webinars export --from 2032-01-01 --to 2032-02-01 --json", "nobody@example.com"],
    ["schedule 'webinar \"T\" on 2032-03-01 at 10:00' --dry-run", "nobody@example.com"],
  ])("is named as the origin of a host who is not there: %s (%s)", async (line, host) => {
    const { cli } = await setUp();
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    const said = async (more: readonly string[], env = {}) => {
      const { code, stdout, stderr } = await cli([...words, ...more], { env, columns: 400 });
      return [code === 0, stdout + stderr];
    };
    const variable = { ZOOM_WEBINAR_DEFAULT_HOST: host };
    expect(await said([], variable)).toEqual([false, expect.stringContaining(`${host} comes from the variable ZOOM_WEBINAR_DEFAULT_HOST`)]);
    await cli(["config", "set", "host", host]);
    expect(await said([])).toEqual([
      false,
      expect.stringContaining(`${host} is your default host: zoom-webinar config set host <e-mail> changes it`),
    ]);
    const [isDone, named] = await said(["--host", host]);
    expect([isDone, named]).toEqual([false, expect.not.stringContaining("default host")]);
  });

  it("leaves the host to the file of a webinar that names one, whomever the default names", async () => {
    const { cli } = await setUp();
    const folder = await mkdtemp(join(tmpdir(), "zw-files-"));
    const [named, hostless] = [join(folder, "grace.yaml"), join(folder, "open.yaml")];
    const text = "topic: Grace speaks\nstart_time: 2032-05-03T10:00\n";
    await writeFile(named, `host: grace@example.com\n${text}`);
    await writeFile(hostless, text);
    const hostOf = async (line: readonly string[], env = {}) => {
      const { code, stdout } = await cli(["webinars", ...line, "--json"], { env });
      if (code !== 0) return code;
      const [webinar] = JSON.parse(stdout).webinars;
      return JSON.parse((await cli(["webinars", "get", webinar.webinar_id, "--full", "--json"])).stdout).host_email;
    };
    expect(await hostOf(["apply", hostless, "--yes"])).toBe(2);
    for (const name of ["ada@example.com", "Ada", "nobody@example.com", "Nobody Real"]) {
      await cli(["config", "set", "host", name]);
      expect(await hostOf(["apply", named, "--yes"])).toBe("grace@example.com");
      expect(await hostOf(["apply", named, "--yes"], { ZOOM_WEBINAR_DEFAULT_HOST: "ada@example.com" })).toBe("grace@example.com");
    }
    expect((await cli(["webinars", "plan", hostless])).stderr).toContain("--default-host: there is no user Nobody Real in this account");
    await cli("config set host Ada");
    expect(await hostOf(["apply", hostless, "--yes"])).toBe("ada@example.com");
    expect(await hostOf(["apply", hostless, "--yes", "--host", "grace@example.com"])).toBe("grace@example.com");
  });

  it("leaves the host to a sentence and to fields that are read from a file", async () => {
    const { cli } = await setUp();
    await cli("config set host ada@example.com");
    const folder = await mkdtemp(join(tmpdir(), "zw-files-"));
    const file = join(folder, "fields.json");
    await writeFile(file, JSON.stringify({ user_id: "grace@example.com", topic: "From a file", start_time: "2032-05-04T10:00" }));
    expect((await cli(["webinars", "create", "--input", file, "--dry-run"])).stdout).toContain("user grace@example.com");
    const said = await cli(["schedule", 'webinar "AI" on 2032-03-01 at 10:00, hosted by grace@example.com', "--dry-run"]);
    expect(said.stdout).toContain("Grace Example");
    const mine = await cli(["schedule", 'webinar "AI" on 2032-03-01 at 10:00', "--dry-run"]);
    expect(mine.stdout).toContain("Ada Example");
  });

  it("exports the webinars of the host unless one webinar is named", async () => {
    const { cli } = await setUp();
    const names = async (line: string) => {
      const { code, stdout } = await cli(`webinars export ${line} --json`);
      return code === 0 ? JSON.parse(stdout).files.length : code;
    };
    const [{ id }] = JSON.parse((await cli("webinars list --host ada@example.com --json")).stdout).webinars;
    expect(await names("")).toBe(2);
    await cli("config set host ada@example.com");
    expect(await names("")).toBe(2);
    expect(await names(id)).toBe(1);
    expect(await names("--from 2001-01-01 --to 2001-01-02")).toBe(0);
  });

  it("takes a host's name as well", async () => {
    const { cli } = await setUp();
    await cli("config set host Ada");
    expect(await cli("webinars list")).toMatchObject({ code: 0, stderr: expect.stringContaining("Ada: ada@example.com") });
  });

  it("chooses the form of the data, below a file's name, a variable and a flag", async () => {
    const { cli } = await setUp();
    await cli("config set format json");
    const first = async (line: string, env = {}) => (await cli(line, { env })).stdout.slice(0, 1);
    expect(await first("webinars list --host ada@example.com")).toBe("{");
    expect(await first("webinars list --host ada@example.com --text")).toBe("i");
    expect((await cli("webinars list --host ada@example.com --csv")).stdout).toMatch(/^id,topic/);
    expect((await cli("webinars list --host ada@example.com", { env: { ZOOM_WEBINAR_CSV: "1" } })).stdout).toMatch(/^id,topic/);
    const file = join(await mkdtemp(join(tmpdir(), "zw-out-")), "list.csv");
    await cli(["webinars", "list", "--host", "ada@example.com", "--output", file]);
    expect(await readFile(file, "utf8")).toMatch(/^\uFEFFid,topic/);
  });

  it("gives way to a file that a command makes", async () => {
    const { cli, configFolder } = await setUp();
    await cli("config set format json");
    const folder = await mkdtemp(join(tmpdir(), "zw-folder-"));
    const { stdout } = await cli("webinars list --host ada@example.com");
    const id = JSON.parse(stdout).webinars[0].id;
    expect(await cli(["webinars", "export", id, "--folder", folder])).toMatchObject({ code: 0 });
    expect(configFolder).not.toBe(folder);
  });

  it("hands the zone on to the session and to tables, below a flag and the variable", async () => {
    const { configFolder } = await setUp();
    const { catalog } = madeUpOperations();
    const zones: unknown[] = [];
    const cli = cliOf({ catalog, emulator: demoZoom(), configFolder, onOpen: ({ zone }) => zones.push(zone) });
    await cli("config set zone europe/berlin");
    await cli("big-things list");
    await cli("big-things list", { env: { ZOOM_WEBINAR_ZONE: "Asia/Tokyo" } });
    await cli("big-things list --zone UTC", { env: { ZOOM_WEBINAR_ZONE: "Asia/Tokyo" } });
    expect(zones).toEqual(["Europe/Berlin", "Asia/Tokyo", "UTC"]);
  });

  it.each([
    ["config set zone EST", '"EST" is an abbreviation or an old name'],
    ["config set format yaml", "format: expected one of text, json, jsonl, csv, tsv"],
    ["config set hots ada@example.com", 'there is no "hots", did you mean host?'],
    ["config set host", "<value>: is required"],
    ["config get", "<key>: is required"],
    ["config wibble", '"wibble" is not a command of zoom-webinar config'],
  ])("refuses %s", async (line, message) => {
    const { cli } = await setUp();
    const { code, stderr } = await cli(line);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
  });

  it.each([
    ["no JSON", "{ host", "is not JSON"],
    ["a list", "[]", "holds no JSON object"],
    ["a wrong zone", '{"zone": "EST"}', "zone:"],
    ["a number", '{"host": 5}', "host: expected one line of text"],
  ])("says which file is at fault if it holds %s, and help and config still work", async (_what, text, message) => {
    const { cli, configFolder, file } = await setUp();
    await mkdir(configFolder, { recursive: true, mode: 0o700 });
    await writeFile(file, text);
    const { code, stderr } = await cli("webinars list --host ada@example.com");
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).toContain(file);
    expect((await cli("webinars list --help")).code).toBe(0);
    if (text.startsWith("{") && text.endsWith("}")) {
      await cli("config unset zone");
      await cli("config unset host");
      expect((await cli("webinars list --host ada@example.com")).code).toBe(0);
    }
  });

  it("keeps what another version wrote", async () => {
    const { cli, configFolder, file } = await setUp();
    await mkdir(configFolder, { recursive: true, mode: 0o700 });
    await writeFile(file, '{"pager": "less", "host": "a@example.com"}');
    await cli("config set host ada@example.com");
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ pager: "less", host: "ada@example.com" });
  });

  it("says that it cannot write, and nothing of our insides", async () => {
    const configFolder = join(await mkdtemp(join(tmpdir(), "zw-config-")), "a-file", "config");
    await writeFile(join(configFolder, ".."), "");
    const { code, stdout, stderr } = await cliOf({ catalog: manifest, configFolder })("config set host ada@example.com");
    expect([code, stdout, stderr]).toEqual([
      6,
      "",
      expect.stringMatching(/^error: .* a part of its path is a file, not a folder.*\nhint: .*ZOOM_WEBINAR_HOME\.\n$/),
    ]);
  });
});
