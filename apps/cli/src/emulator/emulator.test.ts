import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cliOf } from "../test/run-cli.ts";
import { toMs } from "./actions.ts";
import { openEmbedded } from "./embedded.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zoom-webinar-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = cliOf({ catalog: manifest });

/** Serves an emulator on a free port while `work` runs, then interrupts it. */
const serving = async (flags: string, work: (url: string) => Promise<void>, words = "emulator"): Promise<{ code: number; stdout: string }> => {
  const interrupt = new AbortController();
  let onStdout: (text: string) => void = () => {};
  const url = new Promise<string>((resolve) => {
    onStdout = (text) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (address !== undefined) resolve(address);
    };
  });
  const running = cli(`${words} --port 0 ${flags}`, { signal: interrupt.signal, onStdout });
  try {
    await work(await Promise.race([url, running.then(({ stderr }) => Promise.reject(new Error(stderr)))]));
  } finally {
    interrupt.abort();
  }
  return running;
};

/** Asks for a token as an app that nobody registered. */
const askToken = (url: string): Promise<Response> =>
  fetch(`${url}/oauth/token?grant_type=account_credentials&account_id=any`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa("any:thing")}` },
  });

describe("emulator", () => {
  it("serves until interrupted, and prints the lines to paste", async () => {
    const { code, stdout } = await serving("", async (url) => {
      const { access_token } = (await (await askToken(url)).json()) as { access_token: string };
      const users = await fetch(`${url}/v2/users`, { headers: { authorization: `Bearer ${access_token}` } });
      expect(users.status).toBe(200);
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /export ZOOM_API_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/v2\nexport ZOOM_OAUTH_BASE_URL=http:\/\/127\.0\.0\.1:\d+\nexport ZOOM_ACCOUNT_ID=/,
    );
  });

  it("is the same as `emulator serve`, which has the same help", async () => {
    const { code } = await serving("", async (url) => expect((await fetch(`${url}/emulator/mails`)).status).toBe(200), "emulator serve");
    expect(code).toBe(0);
    expect((await cli("emulator serve --help")).stdout).toBe((await cli("emulator --help")).stdout);
    expect((await cli("emulator sevre --port 0")).stderr).toContain('"sevre" is not a command of zoom-webinar emulator, did you mean serve?');
  });

  it("accepts only the demo app with --strict-auth, and prints the environment as JSON", async () => {
    const { stdout } = await serving("--strict-auth --json", async (url) => {
      expect((await askToken(url)).status).toBe(400);
    });
    expect(JSON.parse(stdout)).toMatchObject({ environment: { ZOOM_CLIENT_ID: "demo-client" } });
  });

  it("can be reset, inspected and moved ahead in time with --url", async () => {
    await serving("", async (url) => {
      const state = JSON.parse((await cli(`emulator state --url ${url} --json`)).stdout) as { webinars: { id: string }[] };
      const id = state.webinars[0]?.id ?? "";
      expect((await cli(`emulator start ${id} --url ${url} --json`)).stdout).toContain('"running": true');
      expect((await cli(`emulator end ${id} --url ${url} --json`)).stdout).toContain('"running": false');
      expect(await cli(`emulator advance 2h --url ${url}`)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^now {2}\w{3} \d{4}-\d\d-\d\d \d\d:\d\d \S+\n$/),
        // Commands are typed at a time of their own; the emulator has this machine's.
        stderr: expect.stringMatching(/^The emulator's clock is \d+ days?( \d+ (hours?|minutes?))? (ahead of|behind) this machine's\.\n$/),
      });
      expect(await cli(`emulator start 99999999999 --url ${url}`)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("hint: zoom-webinar emulator state"),
      });
      expect(await cli(`emulator reset --url ${url}`)).toMatchObject({ code: 0, stdout: "", stderr: "The emulator now holds fresh demo data.\n" });
      expect((await cli(`emulator mails --url ${url}`)).stderr).toBe("No mails.\n");
    });
  });

  it("with --url, people join, ask and leave, and account settings, faults and tokens change", async () => {
    await serving("--world rejoins --switch duplicateRegistrant=error --switch listLagMs=5", async (url) => {
      const to = async (line: string) => {
        const { code, stdout, stderr } = await cli([...`emulator ${line} --url ${url} --json`.split(" ")]);
        expect(stderr, line).toBe("");
        expect(code, line).toBe(0);
        return JSON.parse(stdout);
      };
      const says = async (line: string) => (await cli(`emulator ${line} --url ${url}`)).stderr;
      const { webinars } = await to("state");
      expect(await says("seed demo")).toBe("The emulator now holds that world.\n");
      const { webinars: demo } = await to("state");
      expect(demo).not.toEqual(webinars);
      const id = demo[0].id as string;
      await to(`start ${id}`);
      const { user_id } = await to(`join ${id} --name Visitor`);
      expect((await to(`ask ${id} --question Why? --name Visitor`)).question_id).toEqual(expect.any(String));
      expect(await says(`leave ${id} --user-id ${user_id}`)).toBe("Left.\n");
      expect(await says(`join ${id} --name Guest`)).toBe("Joined.\n");
      expect(await says(`join ${id}`)).toMatch(
        /needs [^\n]*--email or --name[^\n]*\nhint: It takes --name <name>, --email <address>, --registrant-id <id>\.\n$/,
      );
      expect(await cli(`emulator ask ${id} --name Visitor --url ${url}`)).toMatchObject({ code: 1, stderr: expect.stringContaining("question") });
      expect(await says("expire-tokens")).toBe("Every token has expired.\n");
      expect(await says("add-on ada@example.com off")).toBe("Done.\n");
      expect(await says("feature polls off --user ada@example.com")).toBe("Done.\n");
      expect(await says('fault {"kind":"status","status":503}')).toBe("Planned.\n");
      expect((await fetch(`${url}/v2/users`)).status).toBe(503);
      expect(await says("clear-faults")).toBe("No faults are planned.\n");
      expect(await to("webhooks")).toEqual({ webhooks: [], deliveries: [] });
    });
  });

  it("with --validate, answers 400 and lists each fault of a request that breaks the OpenAPI document", async () => {
    await serving("--validate", async (url) => {
      const { access_token } = (await (await askToken(url)).json()) as { access_token: string };
      const answer = await fetch(`${url}/v2/users?page_size=many`, { headers: { authorization: `Bearer ${access_token}` } });
      expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ field: "page_size" }] }]);
    });
  });

  it("acts on the emulator that the variables point to, as other commands do, and says which world it was", async () => {
    await serving("", async (url) => {
      const env = { ZOOM_API_BASE_URL: `${url}/v2` };
      const pointed = cliOf({ catalog: manifest, env });
      const { webinars } = JSON.parse((await pointed("emulator state --json")).stdout) as { webinars: { id: string }[] };
      const id = webinars[0]?.id ?? "";
      expect((await pointed(`emulator start ${id}`)).stderr).toBe(`This is the emulator at ${url}, which ZOOM_API_BASE_URL names.\nStarted.\n`);
      expect((await cli(`emulator end ${id} --url ${url}`)).stderr).toBe("Ended.\n");
    });
  });

  it("acts on the world of --emulator without such variables, or if the flag is there, and says so only if there are two", async () => {
    const kept = { ZOOM_WEBINAR_HOME: folder };
    const said = "This is the world of --emulator, not the emulator at http://127.0.0.1:9, which ZOOM_API_BASE_URL names.\n";
    for (const [env, flag, world] of [
      [kept, "", ""],
      [kept, " --emulator", ""],
      [{ ...kept, ZOOM_API_BASE_URL: "https://api.zoom.us/v2" }, "", ""],
      [{ ...kept, ZOOM_API_BASE_URL: "http://127.0.0.1:9/v2" }, " --emulator", said],
      [{ ...kept, ZOOM_API_BASE_URL: "http://127.0.0.1:9/v2", ZOOM_EMULATOR: "1" }, "", said],
    ] as const)
      expect((await cliOf({ catalog: manifest, env })(`emulator expire-tokens${flag}`)).stderr).toBe(`${world}Every token has expired.\n`);
    const { stderr } = await cliOf({ catalog: manifest, env: { ...kept, ZOOM_API_BASE_URL: "http://127.0.0.1:9/v2" } })("emulator state");
    expect(stderr).toBe(
      "error: No emulator answers at http://127.0.0.1:9.\nhint: ZOOM_API_BASE_URL names it; --emulator means the world of that flag, --url or --folder another one.\n",
    );
  });

  it("names a folder as a shell reads it, also with an apostrophe and spaces in it", async () => {
    const odd = join(folder, "Ada's world");
    const hint = async (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
      (await cliOf({ catalog: manifest, platform, env })(["emulator", "join", "autumn release", "--name", "Juan", "--folder", odd])).stderr;
    expect(await hint("linux")).toContain(` --folder '${odd.replace("'", "'\\''")}'\n`);
    expect(await hint("win32")).toContain(` --folder '${odd.replace("'", "''")}'\n`);
    expect(await hint("win32", { PROMPT: "$P$G" })).toContain(` --folder "${odd}"\n`);
  });

  it("takes a webinar by its topic, and names worlds and what keeps a list of requests", async () => {
    const said = async (...words: string[]) => (await cli(["emulator", ...words, "--folder", folder])).stderr;
    expect(await said("seed", "demo")).toBe("The emulator now holds that world.\n");
    expect(await said("join", "autumn release", "--name", "Juan")).toMatch(
      new RegExp(`^error: Webinar has not started\\.\\nhint: Open it first: zoom-webinar emulator start \\d+ --folder ${folder}\\n$`),
    );
    expect(await said("start", "autumn release")).toBe("Started.\n");
    expect(await said("end", "e")).toMatch(/^error: <webinar-id>: "e" fits \d+\nhint: Give one of: \d+ \(/);
    expect(await said("start", "Nothing of the kind")).toContain(`hint: zoom-webinar emulator state --folder ${folder} lists`);
    expect(await said("seed", "nope")).toMatch(/^error: <world>: expected one of demo, empty, [^\n]*, got "nope"\n/);
    expect(await said("requests")).toBe("No requests: only an emulator on a port keeps them, and --url names it.\n");
  });

  it("shows the world that --emulator uses", async () => {
    const embedded = await openEmbedded(folder);
    await embedded.close();
    expect((await cli(`emulator mails --folder ${folder} --json`)).stdout).toBe('{"mails":[]}\n');
    const { stdout } = await cli("emulator state", { env: { ZOOM_WEBINAR_HOME: folder } });
    expect(stdout).toContain("ada@example.com");
    expect(stdout).not.toContain("webinar:read");
  });

  it("writes a seed file with init, serves its world with --seed, and does not write over a file", async () => {
    for (const name of ["world.yaml", "world.json"]) {
      const file = join(folder, name);
      expect(await cli(["emulator", "init", file])).toMatchObject({ code: 0, stderr: expect.stringContaining(`--seed ${file}`) });
      expect(await cli(["emulator", "init", file])).toMatchObject({ code: 2, stderr: expect.stringContaining("is there already") });
      await serving(`--seed ${file}`, async (url) => {
        const { stdout } = await cli(`emulator state --url ${url} --json`);
        expect(JSON.parse(stdout)).toMatchObject({ now: expect.stringMatching(/^2032-03-01T09:0/), users: [{ email: "mira@example.com" }, {}] });
        const answer = await fetch(`${url}/v2/webinars/95312345678`, { headers: { authorization: "Bearer token-that-reads" } });
        expect(await answer.json()).toMatchObject({ topic: "Product tour" });
      });
    }
    expect(await cli(["emulator", "init", join(folder, "none", "world.yaml")])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("world.yaml: there is no such folder"),
    });
  });

  it("lets flags win over the seed file, and prints the environment of the file's app", async () => {
    const file = join(folder, "apps.yaml");
    const app = "{ account_id: theirs, client_id: client, client_secret: secret }";
    writeFileSync(file, `version: 1\nswitches: { wrongVerb: 405 }\napps: [${app}]\ntokens: { good: {} }\n`);
    const { stdout } = await serving(`--seed ${file} --switch wrongVerb=404 --json`, async (url) => {
      expect((await fetch(`${url}/v2/users`, { method: "DELETE", headers: { authorization: "Bearer good" } })).status).toBe(404);
      expect((await askToken(url)).status).toBe(400);
    });
    expect(JSON.parse(stdout)).toMatchObject({ environment: { ZOOM_ACCOUNT_ID: "theirs", ZOOM_CLIENT_ID: "client", ZOOM_CLIENT_SECRET: "secret" } });
  });

  it("saves snapshots by name, and lists the requests", async () => {
    await serving("", async (url) => {
      const says = async (line: string) => (await cli(`emulator ${line} --url ${url}`)).stderr;
      expect(await says("snapshots")).toBe("No snapshots.\n");
      expect(await says("save-snapshot before")).toBe("Snapshot saved.\n");
      await cli(`emulator seed empty --url ${url}`);
      expect(await says("restore-snapshot before")).toBe("Snapshot restored.\n");
      expect((await cli(`emulator state --url ${url}`)).stdout).toContain("Product tour");
      expect((await cli(`emulator snapshots --url ${url}`)).stdout).toContain("before");
      expect(await cli(`emulator restore-snapshot after --url ${url}`)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("There are: before."),
      });
      expect(await says("remove-snapshot before")).toBe("Snapshot removed.\n");
      await fetch(`${url}/v2/users`);
      expect((await cli(`emulator requests --url ${url}`)).stdout).toMatch(/GET\s+\/v2\/users\s+401/);
      expect(await says("clear-requests")).toBe("The list of requests is empty.\n");
      expect(await says("requests")).toBe("No requests.\n");
      await cli(`emulator start 82834512568 --url ${url}`);
      expect((await cli(`emulator join 82834512568 --url ${url}`)).stderr).toContain("(--registrant-id, --email or --name)");
    });
  });

  it.each([
    ["emulator seed nope --url http://127.0.0.1:1", 2, '<world>: expected one of demo, empty, conference-series, rejoins, large, got "nope"'],
    ["emulator mials", 2, '"mials" is not a command of zoom-webinar emulator, did you mean mails?'],
    ["emulator --prot 1", 2, "--prot: unknown flag, did you mean --port?"],
    ["emulator --port 99999", 2, "--port: expected a whole number from 0 to 65535"],
    ["emulator advance soon --url http://127.0.0.1:1", 2, "<duration>: expected a duration such as 90m, 2h or 7d"],
    ["emulator --world demos", 2, '--world: there is no world "demos", did you mean demo?'],
    ["emulator --switch duplicateRegistrent=error", 2, '--switch: there is no switch "duplicateRegistrent", did you mean duplicateRegistrant?'],
    ["emulator --switch duplicateRegistrant=twice", 2, '--switch: duplicateRegistrant: expected same, remail or error, got "twice"'],
    ["emulator --seed nowhere.yaml", 2, "--seed: cannot read nowhere.yaml"],
    ["emulator --seed nowhere.yaml --world demo", 2, "--world: cannot be used with --seed"],
    ["emulator save-snapshot Up --url http://127.0.0.1:1", 2, "<name>: expected a snapshot name"],
    ["emulator --switch listLagMs=soon", 2, "--switch listLagMs: expected a whole number from 0 to 999999999999"],
    ["emulator add-on ada@example.com perhaps --url http://127.0.0.1:1", 2, "<on-or-off>: expected on or off"],
    ["emulator fault 503 --url http://127.0.0.1:1", 2, "<fault>: expected JSON"],
    ["emulator mails --url http://127.0.0.1:1", 6, "No emulator answers at http://127.0.0.1:1."],
  ])("%s", async (line, code, message) => {
    expect(await cli(line)).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(message) });
  });

  it.each(["", "hello", "[]", "null", "{", "<html>"])("says so if something other than the emulator answers at the address: %j", async (text) => {
    const other = createServer((_request, response) => response.writeHead(404).end(text));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await cli(`emulator mails --url http://127.0.0.1:${port}`);
    other.close();
    expect([code, stderr]).toEqual([1, expect.stringMatching(/is not an emulator of ours|The emulator answered 404/)]);
    expect(stderr).not.toContain("Something went wrong");
  });

  it("says that a port is in use", async () => {
    await serving("", async (url) => {
      expect(await cli(`emulator --port ${new URL(url).port}`)).toMatchObject({ code: 2, stderr: expect.stringContaining("is in use") });
    });
  });

  it("reads durations", () => {
    expect(["90m", "2h", "7d", "30s", "soon", "-1h", "h"].map(toMs)).toEqual([5_400_000, 7_200_000, 604_800_000, 30_000, null, null, null]);
  });
});
