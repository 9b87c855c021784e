import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "./test/run-cli.ts";

const setUp = async () => {
  const emulator = demoZoom();
  const cli = cliOf({ catalog: manifest, emulator });
  const [webinar] = JSON.parse((await cli("webinars list --user-id ada@example.com --json")).stdout).webinars as { id: string }[];
  return { emulator, cli, id: webinar?.id ?? "" };
};

describe("on the emulator", () => {
  it("takes a webinar id as Zoom prints it", async () => {
    const { cli, id } = await setUp();
    const printed = id.replace(/^(\d{3})(\d{4})(\d+)$/, "$1 $2 $3");
    const { stdout, code } = await cli(["webinars", "get", printed, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id });
  });

  it("refuses a page of 301 before anything is sent", async () => {
    const { cli, id, emulator } = await setUp();
    const before = emulator.requests().length;
    expect(await cli(`registrants list ${id} --page-size 301`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--page-size: expected at most 300, got 301"),
    });
    expect(emulator.requests()).toHaveLength(before);
  });

  it("approves after a yes at the terminal, and Zoom writes once", async () => {
    const { cli, id, emulator } = await setUp();
    const refused = await cli(`registrants approve ${id} juan@example.com`);
    expect(refused.code).toBe(3);
    expect(await emulator.mailLog()).toEqual([]);
    const { code, stderr } = await cli(`registrants approve ${id} juan@example.com`, { columns: 100, keys: "y\r" });
    expect(code).toBe(0);
    expect(stderr).toContain("1 of 1 approved\n");
    expect((await emulator.mailLog()).map(({ to }) => to)).toEqual(["juan@example.com"]);
  });

  it.each([
    ["the flag before another one", "--safety read-only --safety trusted", {}],
    ["the flag, with --yes", "--yes --safety read-only", {}],
    ["the variable, below a flag", "--safety trusted --yes", { ZOOM_WEBINAR_SAFETY: "read-only" }],
  ])("changes nothing if read-only is set by %s", async (_where, flags, env) => {
    const { cli, id, emulator } = await setUp();
    const before = emulator.requests().length;
    expect(await cli(`webinars delete ${id} ${flags}`, { env })).toMatchObject({ code: 3, stderr: expect.stringContaining("read-only") });
    expect(emulator.requests()).toHaveLength(before);
  });

  it("walks registrants to the end", async () => {
    const { cli, id } = await setUp();
    expect(JSON.parse((await cli(`registrants list ${id} --all --page-size 1 --json`)).stdout)).toMatchObject({
      pages: 3,
      complete: true,
      total_records: 3,
    });
  });

  it("withholds the host's link, says so, and shows it to an operator who asks", async () => {
    const { cli, id } = await setUp();
    const shown = await cli(`webinars get ${id}`);
    expect(shown.stdout).not.toContain("start_url");
    expect(shown.stderr).toContain("\nWithheld: start_url (see --reveal).\n");
    expect((await cli(`webinars get ${id} --reveal host`)).stdout).toContain("start_url");
  });

  it("logs calls on stderr if asked, and nothing of them otherwise", async () => {
    const { cli, id } = await setUp();
    expect((await cli(`webinars get ${id} --json -v`)).stderr).toMatch(/^GET \/webinars\/\{webinarId\} 200 \d+ ms/);
    expect((await cli(`webinars get ${id} --json`)).stderr).toBe("");
  });

  it("answers auth_missing without credentials", async () => {
    const cli = cliOf({ catalog: manifest });
    const { code, stderr, stdout } = await cli("users list --json");
    expect({ code, stdout, error: JSON.parse(stderr).error.code }).toEqual({ code: 4, stdout: "", error: "auth_missing" });
  });
});
