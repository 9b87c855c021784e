import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isBuilt } from "@zoom-webinar/testing/built";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zoom-webinar-main-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface StartOptions {
  env?: Record<string, string>;
  /** Nobody reads the output. */
  isClosed?: boolean;
  /** What is typed has no end. */
  isTyping?: boolean;
  main?: string;
  onSpawn?(child: ChildProcess): void;
}

/** Runs the built command as a process of its own. */
const start = (
  args: readonly string[],
  { env = {}, isClosed = false, isTyping = false, main = MAIN, onSpawn = () => {} }: StartOptions = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env.PATH, ZOOM_WEBINAR_HOME: home, ...env },
      cwd: home,
      timeout: 15_000,
      killSignal: "SIGKILL",
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (text: Buffer) => {
      stdout += text.toString();
    });
    child.stderr.on("data", (text: Buffer) => {
      stderr += text.toString();
    });
    if (!isTyping) child.stdin.end();
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    if (isClosed) child.stdout.destroy();
    onSpawn(child);
  });

describe.runIf(isBuilt(MAIN))("the built command", () => {
  it("prints version and help", async () => {
    expect(await start(["--version"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: "" });
    expect(await start(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("registrants"), stderr: "" });
  });

  it("keeps the emulator's world between commands, stdout one JSON document", async () => {
    const created = await start([
      "webinars",
      "create",
      "--emulator",
      "--json",
      "--user-id",
      "ada@example.com",
      "--topic",
      "Kept",
      "--start-time",
      "2027-03-01T10:00",
    ]);
    expect(created).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(created.stdout)).toMatchObject({ webinar: { topic: "Kept" } });
    expect((await start(["webinars", "list", "--emulator", "--user-id", "ada@example.com"])).stdout).toContain("Kept");
  });

  it("asks nobody but Zoom: no update check, no telemetry", async () => {
    // Every connection and every name that is looked up is said on stderr before it is made.
    const watch = `
      import net from "node:net"; import dns from "node:dns"; import dgram from "node:dgram";
      const say = (what) => process.stderr.write("NETWORK " + what + "\\n");
      const connect = net.Socket.prototype.connect;
      net.Socket.prototype.connect = function (...words) { say(JSON.stringify(words[0]?.[0] ?? words[0])); return connect.apply(this, words); };
      for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) { const own = dns[name]; dns[name] = (...words) => { say(name + " " + words[0]); return own(...words); }; }
      const createSocket = dgram.createSocket; dgram.createSocket = (...words) => { say("udp"); return createSocket(...words); };`;
    const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(watch)}` };
    for (const line of [
      "--version",
      "--help",
      "help flags",
      "users list --emulator",
      "webinars create --help",
      "mcp install --client print",
      "operations find who came",
    ]) {
      const { code, stderr } = await start(line.split(" "), { env });
      expect([line, code, stderr.includes("NETWORK")]).toEqual([line, 0, false]);
    }
    // What it would look like: the one address that somebody names.
    const seen = await start(["users", "list", "--allow-base-url"], {
      env: {
        ...env,
        ...{
          ZOOM_ACCOUNT_ID: "a",
          ZOOM_CLIENT_ID: "b",
          ZOOM_CLIENT_SECRET: "c",
          ZOOM_API_BASE_URL: "http://127.0.0.1:9/v2",
          ZOOM_OAUTH_BASE_URL: "http://127.0.0.1:9",
        },
      },
    });
    const asked = seen.stderr.split("\n").filter((each) => each.startsWith("NETWORK"));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((each) => !each.includes("127.0.0.1"))).toEqual([]);
  });

  it("says that the disk is full if the output cannot be written, in one line", async () => {
    const full = `process.stdout._write = (chunk, encoding, done) => done(Object.assign(new Error("write"), { code: "ENOSPC" })); process.stdout._writev = undefined;`;
    const { code, stderr } = await start(["users", "list", "--emulator"], {
      env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(full)}` },
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining("error: cannot write the output: the disk is full\n")]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("says how to make a profile that is not there", async () => {
    expect(await start(["users", "list", "--profile", "nosuch"])).toMatchObject({
      code: 4,
      stdout: "",
      stderr:
        'error: There is no profile called "nosuch".\nhint: Make it: zoom-webinar auth login --profile nosuch (add --server-to-server for an app of that kind).\n',
    });
  });

  it("says which variables are missing without credentials", async () => {
    const { code, stdout, stderr } = await start(["users", "list"]);
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain("ZOOM_ACCOUNT_ID");
  });

  it("ends silently if the reader has seen enough", async () => {
    expect(await start(["webinars", "create", "--help"], { isClosed: true })).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await start(["users", "list", "--emulator", "--json"], { isClosed: true })).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("ends with a sentence if its own files are gone, an update having replaced them", async () => {
    const copy = join(home, "half");
    await cp(dirname(MAIN), copy, { recursive: true });
    for (const file of await readdir(join(copy, "chunks"))) if (/^(command|errors)-/.test(file)) await rm(join(copy, "chunks", file));
    const { code, stderr } = await start(["users", "list"], { main: join(copy, "main.js") });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "error: Something went wrong inside zoom-webinar, and its report cannot be loaded.\n" });
  });

  it("stops a call that waits for Zoom on SIGINT, with 130", async () => {
    let interrupt = () => {};
    const server = createServer(() => interrupt()); // takes the request and never answers
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { code, stdout, stderr } = await start(["users", "list", "--json"], {
      env: { ZOOM_ACCESS_TOKEN: "a-token-of-nobody", ZOOM_API_BASE_URL: `http://127.0.0.1:${port}/v2` },
      onSpawn: (child) => {
        interrupt = () => void child.kill("SIGINT");
      },
    });
    server.close();
    server.closeAllConnections();
    expect({ code, stdout, error: JSON.parse(stderr).error.code }).toEqual({ code: 130, stdout: "", error: "cancelled" });
  });

  it("ends a sign-in that waits for the browser on SIGINT, though the browser holds a connection on which it asks nothing", async () => {
    const { code, stderr } = await start(["auth", "login", "--client-id", "x", "--no-browser"], {
      onSpawn: (child) =>
        child.stderr?.once("data", (said: Buffer) => {
          const port = /127\.0\.0\.1:(\d+)/.exec(said.toString())?.[1];
          connect(Number(port), "127.0.0.1", () => void child.kill("SIGINT")).on("error", () => {});
        }),
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: expect.stringContaining("cancelled: Stopped before it was done.\n") });
  });

  it.skipIf(process.platform === "win32")("ends a sign-in that reads its values from stdin on SIGINT", async () => {
    const { code, stderr } = await start(["auth", "login", "--stdin", "--for", "hosts"], {
      isTyping: true,
      onSpawn: (child) => child.stderr?.once("data", () => void child.kill("SIGINT")),
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: expect.stringContaining("cancelled: Stopped before it was done.\n") });
  });

  it("ends the emulator's server on SIGINT", async () => {
    const { code, stdout } = await start(["emulator", "--port", "0"], {
      onSpawn: (child) => child.stdout?.once("data", () => void child.kill("SIGINT")),
    });
    expect(code).toBe(0);
    expect(stdout).toContain("export ZOOM_API_BASE_URL=");
  });
});
