import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redact } from "@zoom-webinar/foundation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnvironment } from "./environment.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "zw-env-"));
});
afterAll(() => rm(dir, { recursive: true }));

const full = { ZOOM_ACCOUNT_ID: "a", ZOOM_CLIENT_ID: "c", ZOOM_CLIENT_SECRET: "sec-ret-1" };

describe("environment", () => {
  it("takes the three variables of the old server, and says where from", () => {
    expect(readEnvironment({ env: full, cwd: null })).toMatchObject({
      credentials: { kind: "server-to-server", accountId: "a", clientId: "c", clientSecret: "sec-ret-1" },
      source: "environment",
    });
  });

  it("names exactly what is missing when a part is set", () => {
    expect(() => readEnvironment({ env: { ZOOM_ACCOUNT_ID: "a", ZOOM_CLIENT_ID: "" }, cwd: null })).toThrow(
      /ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET are not set/,
    );
  });

  it("takes secrets from the files that variables name, as containers give them", async () => {
    const path = join(dir, "zoom-secret");
    await writeFile(path, "canary-in-a-file\n");
    const { ZOOM_CLIENT_SECRET: _, ...ids } = full;
    const { credentials, source, variables } = readEnvironment({ env: { ...ids, ZOOM_CLIENT_SECRET_FILE: path }, cwd: null });
    expect(credentials).toMatchObject({ clientId: "c", clientSecret: "canary-in-a-file" });
    expect([source, variables.ZOOM_CLIENT_SECRET_FILE]).toEqual(["environment", undefined]);
    expect(redact("it is canary-in-a-file")).not.toContain("canary");
    const token = readEnvironment({ env: { ZOOM_ACCESS_TOKEN_FILE: path }, cwd: null });
    expect(token.credentials).toEqual({ kind: "access-token", accessToken: "canary-in-a-file" });
    const envFile = join(dir, "with-files.env");
    await writeFile(envFile, `ZOOM_ACCOUNT_ID=a\nZOOM_CLIENT_ID=c\nZOOM_CLIENT_SECRET_FILE=${path}\n`);
    expect(readEnvironment({ env: {}, cwd: null, envFile })).toMatchObject({
      credentials: { clientSecret: "canary-in-a-file" },
      source: "--dotenv",
    });
    expect(readEnvironment({ env: { ZOOM_CLIENT_SECRET: "mine" }, cwd: null, envFile }).credentials).toMatchObject({ clientSecret: "mine" });
  });

  it.each([
    ["a variable given both ways", { ZOOM_CLIENT_SECRET: "x", ZOOM_CLIENT_SECRET_FILE: "/dev/null" }, "ZOOM_CLIENT_SECRET is set as well"],
    ["a file that is not there", { ZOOM_CLIENT_SECRET_FILE: "/nowhere/secret" }, "ZOOM_CLIENT_SECRET_FILE: cannot read /nowhere/secret"],
    ["an empty file", { ZOOM_ACCESS_TOKEN_FILE: "empty" }, "holds no secret"],
    ["a file of several lines", { ZOOM_ACCESS_TOKEN_FILE: "lines" }, "holds no secret"],
  ])("refuses %s, and shows nothing of it", async (_what, given, message) => {
    await writeFile(join(dir, "empty"), "\n");
    await writeFile(join(dir, "lines"), "canary-one\ncanary-two\n");
    const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, /^(empty|lines)$/.test(value) ? join(dir, value) : value]));
    const read = () => readEnvironment({ env, cwd: null });
    expect(read).toThrow(message);
    expect(read).not.toThrow("canary");
  });

  it("reads no file that a .env in the working directory names", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zw-env-"));
    await writeFile(join(folder, "other"), "canary-elsewhere");
    await writeFile(join(folder, ".env"), `ZOOM_ACCESS_TOKEN_FILE=${join(folder, "other")}\n`);
    const lines: string[] = [];
    expect(readEnvironment({ env: {}, cwd: folder, warn: (line) => lines.push(line) }).credentials).toBeNull();
    expect(lines.join()).toContain("ignoring ZOOM_ACCESS_TOKEN_FILE");
    await rm(folder, { recursive: true });
  });

  it("finds nothing in an empty environment without failing", () => {
    expect(readEnvironment({ env: {}, cwd: null })).toMatchObject({ credentials: null, source: null });
  });

  it("takes only credentials from a .env that nobody named, says which, and says what it ignores", async () => {
    await writeFile(
      join(dir, ".env"),
      "ZOOM_ACCOUNT_ID=a\nZOOM_CLIENT_ID=c\nZOOM_CLIENT_SECRET=sec-ret-2\nZOOM_API_BASE_URL=https://evil.example.com\nZOOM_WEBINAR_SAFETY=trusted\nPATH=/evil\n",
    );
    const lines: string[] = [];
    const environment = readEnvironment({ env: {}, cwd: dir, warn: (line) => lines.push(line) });
    expect(environment.source).toBe(".env");
    expect(environment.apiBaseUrl).toBeUndefined();
    expect(environment.variables).not.toHaveProperty("ZOOM_WEBINAR_SAFETY");
    expect(environment.variables).not.toHaveProperty("PATH");
    expect(lines.join("\n")).toMatch(/using ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET from \.env/);
    expect(lines.join("\n")).toMatch(/ignoring ZOOM_API_BASE_URL, ZOOM_WEBINAR_SAFETY/);
    expect(lines.join("\n")).not.toContain("sec-ret-2");
  });

  it("lets the process environment win over any file, and an --dotenv count in full", async () => {
    await writeFile(join(dir, "named.env"), "ZOOM_CLIENT_SECRET=from-file-1\nZOOM_API_BASE_URL=http://127.0.0.1:4646/v2/\n");
    const environment = readEnvironment({ env: full, cwd: dir, envFile: join(dir, "named.env") });
    expect(environment.credentials).toMatchObject({ clientSecret: "sec-ret-1" });
    expect(environment.apiBaseUrl).toBe("http://127.0.0.1:4646/v2");
  });

  it("reads files with a byte order mark, and names one that is UTF-16", async () => {
    const text = "ZOOM_ACCOUNT_ID=a\nZOOM_CLIENT_ID=c\nZOOM_CLIENT_SECRET=sec-ret-3\n";
    const folder = await mkdtemp(join(dir, "marked-"));
    const path = join(folder, ".env");
    const lines: string[] = [];
    const named = () => readEnvironment({ env: {}, cwd: null, envFile: path }).credentials;
    const implicit = () => readEnvironment({ env: {}, cwd: folder, warn: (line) => lines.push(line) }).credentials;
    await writeFile(path, `\ufeff${text}`);
    expect(named()).toMatchObject({ accountId: "a", clientSecret: "sec-ret-3" });
    expect(implicit()).toMatchObject({ accountId: "a" });
    lines.length = 0;
    await writeFile(path, Buffer.from(`\ufeff${text}`, "utf16le"));
    expect(named).toThrow(/--dotenv: .* is UTF-16 text/);
    expect(implicit()).toBeNull();
    expect(lines.join()).toMatch(/ignoring \.env: .* is UTF-16 text.* Save it as UTF-8/);
    const secret = join(folder, "secret");
    await writeFile(secret, "\ufeffsec-ret-4\r\n");
    expect(readEnvironment({ env: { ZOOM_ACCESS_TOKEN_FILE: secret }, cwd: null }).credentials).toEqual({
      kind: "access-token",
      accessToken: "sec-ret-4",
    });
  });

  it.each(Object.keys({ ...full, ZOOM_ACCESS_TOKEN: "" }))("names %s if it stands for a variable or is in quotes, without its value", (name) => {
    const read = (value: string) => () => readEnvironment({ env: { ...full, [name]: value }, cwd: null });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as a client hands it over
    for (const value of ["${ZOOM_SECRET}", "${input:zoom-secret}", "$ZOOM_SECRET", "%ZOOM_SECRET%", "{{ zoom_secret }}"])
      expect(read(value)).toThrow(`${name}: holds the text ${value} itself`);
    for (const quoted of ['"can-ary-5"', "'can-ary-5'", "“can-ary-5”"]) {
      expect(read(quoted)).toThrow(`${name}: is in quotes`);
      expect(read(quoted)).not.toThrow(/can-ary/);
    }
    expect(read(" value-of-its-own\r\n")).not.toThrow();
  });

  it("takes spaces and line ends around a credential away, and an empty one for none", () => {
    expect(readEnvironment({ env: { ...full, ZOOM_CLIENT_SECRET: " sec-ret-1\r\n" }, cwd: null }).credentials).toMatchObject({
      clientSecret: "sec-ret-1",
    });
    expect(() => readEnvironment({ env: { ...full, ZOOM_CLIENT_SECRET: "  " }, cwd: null })).toThrow(/ZOOM_CLIENT_SECRET is not set/);
  });

  it("says which file cannot be read", () => {
    expect(() => readEnvironment({ env: {}, cwd: null, envFile: join(dir, "nowhere") })).toThrow(/--dotenv: cannot read .*nowhere/);
  });

  it.each([
    ["https://evil.example.com/v2"],
    ["http://api.zoom.us/v2"],
    ["https://zoom.us.evil.example.com/v2"],
    ["https://api.zoom.us@evil.example.com/v2"],
    ["https://xn--zom-kna.us/v2"],
    ["http://169.254.169.254/v2"],
    ["http://[::ffff:7f00:1]/v2"],
    ["ftp://127.0.0.1/v2"],
    ["not a url"],
  ])("refuses %s as a base URL", (url) => {
    expect(() => readEnvironment({ env: { ZOOM_API_BASE_URL: url }, cwd: null })).toThrow(/ZOOM_API_BASE_URL/);
  });

  it("takes Zoom's regions, the government cloud, loopback, and any https host if the operator says so", () => {
    for (const url of ["https://api-eu.zoom.us/v2", "https://api.zoomgov.com/v2", "http://localhost:4646/v2", "http://[::1]:4646/v2"]) {
      expect(readEnvironment({ env: { ZOOM_API_BASE_URL: url }, cwd: null }).apiBaseUrl).toBe(url);
    }
    expect(readEnvironment({ env: { ZOOM_API_BASE_URL: "https://zoom.example.com/v2" }, cwd: null, allowBaseUrl: true }).apiBaseUrl).toBe(
      "https://zoom.example.com/v2",
    );
  });
});
