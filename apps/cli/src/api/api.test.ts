import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const setUp = () => {
  const emulator = demoZoom();
  const writes = () => emulator.requests().filter(({ method, endpoint }) => method !== "GET" && endpoint?.startsWith(method) === true);
  return { run: cliOf({ catalog: manifest, emulator }), emulator, writes };
};
const UPCOMING = "82834512568";

describe("api", () => {
  it("reads a documented endpoint with every field, but no secret of the host", async () => {
    const { run } = setUp();
    const { code, stdout } = await run(`api GET /webinars/${UPCOMING} --json`);
    expect(code).toBe(0);
    const webinar = JSON.parse(stdout);
    expect(webinar).toMatchObject({ id: UPCOMING, uuid: expect.any(String), settings: { audio: expect.any(String) }, redacted: ["start_url"] });
    expect(webinar).not.toHaveProperty("start_url");
  });

  it("walks all pages with --paginate, and takes the query in the path or as --query, by its type", async () => {
    const { run, emulator } = setUp();
    const { code, stdout } = await run("api GET /users/ada@example.com/webinars?type=scheduled --query page_size=1 --paginate --json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ complete: true, next_page_token: null });
    expect(JSON.parse(stdout).webinars.length).toBeGreaterThan(1);
    const pages = emulator.requests().filter(({ endpoint }) => endpoint === "GET /users/{userId}/webinars");
    expect(pages.length).toBe(JSON.parse(stdout).webinars.length);
    for (const { query } of pages) expect(query).toMatchObject({ type: "scheduled", page_size: "1" });
    const one = await run("api GET /users/ada@example.com/webinars --query page_size=1 --paginate --max-pages 1");
    expect(one.stderr).toContain("Not complete");
  });

  it("asks before a write, because Zoom may write to people; refuses it in read-only", async () => {
    const { run, emulator, writes } = setUp();
    const change = `api PATCH /webinars/${UPCOMING} --input -`;
    const stdin = '{"topic": "Moved"}';
    const unasked = await run(`${change} --json`, { stdin });
    expect([unasked.code, writes()]).toEqual([3, []]);
    expect(unasked.stderr).toContain("Zoom may write");
    expect((await run(`${change} --safety read-only --yes`, { stdin })).code).toBe(3);
    const dry = await run(`${change} --dry-run --json`, { stdin });
    expect(JSON.parse(dry.stdout)).toMatchObject({ dry_run: true, input: { topic: "Moved" } });
    expect(writes()).toEqual([]);
    expect((await run(`${change} --yes`, { stdin })).code).toBe(0);
    expect(writes()).toHaveLength(1);
    expect(await emulator.state.webinar(UPCOMING)).toMatchObject({ topic: "Moved" });
  });

  it.each([
    ["api GET /webinar/82834512568", 'Did you mean "GET /webinars/82834512568"?'],
    ["api GET /webinars/{webinarId}", "{webinarId} is not filled"],
    ["api", "zoom-webinar api GET"],
    [`api GET /webinars/${UPCOMING} --paginate`, "answers in one piece"],
    ["api GET /users/me/webinars --query page_size", "expected name=value"],
    ["api GET /users/me/webinars --query page_siz=2", "Did you mean page_size?"],
    ["api GET /users/me/webinars --query page_size=many", "expected a number"],
  ])("refuses %s before anything is sent, with the way out", async (line, words) => {
    const { run, emulator } = setUp();
    const { code, stderr, stdout } = await run(line);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(emulator.requests()).toEqual([]);
  });
});
