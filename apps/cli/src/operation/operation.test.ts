import { NotFoundError } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { madeUpOperations } from "../test/operations.ts";
import { cliOf } from "../test/run-cli.ts";

const setUp = () => {
  const made = madeUpOperations();
  return { ...made, cli: cliOf({ catalog: made.catalog }) };
};
const tokenIn = (stderr: string): string => /--confirm-token (\S+)/.exec(stderr)?.[1] ?? "";

describe("confirmation", () => {
  it("asks a person at the terminal and runs after a yes", async () => {
    const { cli, got } = setUp();
    const { code, stdout, stderr } = await cli("big-things delete 5", { columns: 100, keys: "y\r" });
    expect(stderr).toContain("Deleted 5\n");
    expect(stderr).toContain("Delete thing 5.");
    expect(stderr).toContain("Zoom writes to 2 people: they are told (example.com (2)).");
    expect({ code, stdout, got }).toEqual({ code: 0, stdout: "removed  5\n", got: [{ thing_id: "5" }] });
  });

  it("keeps a label from breaking out of its line", async () => {
    const { stderr } = await setUp().cli("big-things delete 5", { columns: 100, keys: "y\r" });
    expect(stderr).toContain("- thing 5: A [31m label with a break");
  });

  it.each(["why", "maybe", "y", "Y"])("agrees to nothing while %j is typed", async (keys) => {
    const { cli, got } = setUp();
    const { code } = await cli("big-things delete 5", { columns: 100, keys: `${keys}\u0004` });
    expect({ code, got }).toEqual({ code: 130, got: [] });
  });

  it.each(["why", "maybe", "what", "hello", "ok", "key", "yn", "y y"])("asks again after %j and Enter, and takes the next answer", async (word) => {
    const { cli, got } = setUp();
    const again = "Please type y or n. Go on?";
    const answers = (last: string) => [["Go on?", `${word}\r`] as const, [again, last] as const];
    expect([(await cli("big-things delete 5", { columns: 100, answers: answers("n\r") })).code, got]).toEqual([3, []]);
    expect([(await cli("big-things delete 5", { columns: 100, answers: answers("y\r") })).code, got]).toEqual([0, [{ thing_id: "5" }]]);
  });

  it("takes yes and no in full, in whatever letters", async () => {
    const { cli, got } = setUp();
    expect([(await cli("big-things delete 5", { columns: 100, keys: " No\r" })).code, got]).toEqual([3, []]);
    expect([(await cli("big-things delete 5", { columns: 100, keys: "YES \r" })).code, got]).toEqual([0, [{ thing_id: "5" }]]);
  });

  it("does nothing after a no, or after Enter alone", async () => {
    for (const keys of ["n\r", "\r"]) {
      const { cli, got } = setUp();
      const { code, stdout, stderr } = await cli("big-things delete 5 --json", { columns: 100, keys });
      expect({ code, stdout, got }).toEqual({ code: 3, stdout: "", got: [] });
      expect(JSON.parse(stderr.slice(stderr.indexOf('{"error"')))).toMatchObject({
        error: { code: "not_allowed", message: "Not confirmed; nothing was changed." },
      });
    }
  });

  it.each([
    ["Escape", "\u001b"],
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
    ["Ctrl-D behind a letter", "x\u0004"],
    ["the end of the input", null],
  ])("%s at the question is an interruption", async (_, keys) => {
    const { cli, got } = setUp();
    const { code, stdout, stderr } = await cli("big-things delete 5 --no-color", { columns: 100, keys });
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr).toMatch(/cancelled: Stopped before it was done\.\n$/);
    expect(got).toEqual([]);
  });

  it("without a terminal gives the preview and the ways out, and runs with the token, once", async () => {
    const { cli, got } = setUp();
    const first = await cli("big-things delete 5");
    expect(first).toMatchObject({ code: 3, stdout: "" });
    expect(first.stderr).toMatch(/Delete thing 5.*Zoom writes to 2 people.*hint: Run it in a terminal to be asked.*--yes/s);
    const again = ["big-things", "delete", "5", "--confirm-token", tokenIn(first.stderr)];
    expect((await cli(again)).code).toBe(0);
    const replayed = await cli(again);
    expect(replayed).toMatchObject({ code: 3, stderr: expect.stringContaining("used before") });
    expect((await cli(["big-things", "delete", "6", "--confirm-token", tokenIn(replayed.stderr)])).stderr).toContain("for another call");
    expect(got).toEqual([{ thing_id: "5" }]);
  });

  it("gives programs preview and token in the JSON report", async () => {
    const { stderr } = await setUp().cli("big-things delete 5 --json");
    expect(JSON.parse(stderr).error).toMatchObject({
      code: "confirmation_required",
      details: { preview: { recipients: { count: 2 } }, confirm_token: expect.any(String) },
    });
  });

  it("--yes runs unseen; read-only refuses all the same", async () => {
    const { cli, got } = setUp();
    expect((await cli("big-things delete 5 --yes")).code).toBe(0);
    expect(await cli("big-things delete 5 --yes --safety read-only")).toMatchObject({ code: 3, stderr: expect.stringContaining("read-only") });
    expect(got).toHaveLength(1);
  });
});

describe("--all", () => {
  it("walks all pages at the largest size and says that the list is complete", async () => {
    const { cli, got } = setUp();
    const { stdout, stderr, code } = await cli("big-things list --all --json");
    const document = JSON.parse(stdout);
    expect(document.things.map(({ id }: { id: string }) => id)).toEqual(["r0", "r1", "r2", "r3", "r4", "r5", "r6"]);
    expect({ ...document, things: [] }).toEqual({ things: [], next_page_token: null, pages: 3, complete: true });
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(got).toEqual([{ page_size: 3 }, { page_size: 3, next_page_token: "3" }, { page_size: 3, next_page_token: "6" }]);
  });

  it("stops at --max-pages and says how to go on", async () => {
    const { cli } = setUp();
    expect(JSON.parse((await cli("big-things list --max-pages 2 --page-size 1 --json")).stdout)).toMatchObject({
      pages: 2,
      complete: false,
      next_page_token: "2",
    });
    const { stdout, stderr } = await cli("big-things list --all --max-pages 1");
    expect(stdout).toBe("id\tname\tnested.deep\nr0\tName 0\t0\nr1\tName 1\t1\nr2\tName 2\t2\n");
    expect(stderr).toBe(
      "Not complete: stopped after 3 rows in 1 page. Go on with --next-page-token 3 (valid for 15 minutes) or a larger --max-pages.\n",
    );
  });

  it("keeps what came before a failure, in a whole document that says it is not complete", async () => {
    const { cli, failWith } = setUp();
    failWith(new NotFoundError("Gone."));
    const { stdout, stderr, code } = await cli("big-things list --all --fail-at 3 --json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ things: [{ id: "r0" }, { id: "r1" }, { id: "r2" }], complete: false, next_page_token: "3" });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "not_found" } });
    expect((await cli("big-things list --all --fail-at 0 --json")).stdout).toBe("");
    expect((await cli("big-things list --all --fail-at 3")).stdout).toMatch(/^id.*r2\tName 2\t2\n$/s);
  });

  it("is one table for people", async () => {
    const { stdout, stderr } = await setUp().cli("big-things list --all");
    expect(stdout).toMatch(/^id\tname\tnested.deep\nr0.*r6\tName 6\t6\n$/s);
    expect(stderr).toBe("Complete: 7 rows in 3 pages.\n");
  });

  it("exists for lists only", async () => {
    expect((await setUp().cli("big-things set 1 --all")).stderr).toContain("--all: unknown flag");
  });
});

describe("interruption", () => {
  it("stops a running call with exit 130", async () => {
    const { cli, failWith } = setUp();
    failWith("wait");
    const interrupt = new AbortController();
    const running = cli("big-things fail", { signal: interrupt.signal });
    setTimeout(() => interrupt.abort(), 20);
    expect(await running).toEqual({ code: 130, stdout: "", stderr: "cancelled: Stopped before it was done.\n" });
  });
});
