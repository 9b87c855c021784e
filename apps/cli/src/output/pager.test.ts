import { Writable } from "node:stream";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";
import { type Pager, pagerWords } from "./pager.ts";
import { startPager } from "./start-pager.ts";

/** A pager that keeps what it is shown; it is left after so many writes. */
const madeUpPager = (writes = Number.POSITIVE_INFINITY) => {
  const shown: string[] = [];
  const commands: (readonly string[])[] = [];
  const start = async (words: readonly string[]): Promise<Pager> => {
    commands.push(words);
    let leave = () => {};
    const closed = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const input = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        shown.push(chunk.toString("utf8"));
        if (shown.length >= writes) leave();
        done();
      },
      final: (done) => {
        leave();
        done();
      },
    });
    return { input, closed };
  };
  return { start, shown, commands };
};

const PLAIN_LIST = "registrants list 82834512568 --status all --all --page-size 1";
const LIST = `${PLAIN_LIST} --pager`;
const setUp = (writes?: number) => {
  const pager = madeUpPager(writes);
  return { pager, cli: cliOf({ catalog: manifest, emulator: demoZoom(), columns: 80, rows: 3, startPager: pager.start, env: { NO_COLOR: "1" } }) };
};

describe("a long text on a terminal, if a pager is asked for", () => {
  it("goes through PAGER, less unless stated, all of it", async () => {
    const { cli, pager } = setUp();
    const straight = await cli(PLAIN_LIST);
    expect(pager.commands).toEqual([]);
    const { stdout, code } = await cli(LIST);
    expect({ stdout, code, shown: pager.shown.join(""), commands: pager.commands }).toEqual({
      stdout: "",
      code: 0,
      shown: straight.stdout,
      commands: [["less"]],
    });
    await cli(LIST, { env: { PAGER: "more  -s" } });
    expect(pager.commands.at(-1)).toEqual(["more", "-s"]);
  });

  it("goes straight to a screen that holds it, to a pipe, and to a file", async () => {
    const { cli, pager } = setUp();
    expect((await cli(LIST, { rows: 60 })).stdout).toContain("mina@example.com");
    expect((await cliOf({ catalog: manifest, emulator: demoZoom(), startPager: pager.start })(LIST)).stdout).toContain("mina@example.com");
    for (const env of [{ PAGER: "" }, { PAGER: "cat" }, { TERM: "dumb" }])
      expect((await cli(LIST, { env })).stdout, JSON.stringify(env)).toContain("mina@example.com");
    expect(pager.commands).toEqual([]);
  });

  it("is shown without a pager if it cannot be started", async () => {
    const { cli } = setUp();
    expect((await cli(LIST, { startPager: async () => null })).stdout).toContain("mina@example.com");
  });

  it("is not a failure if the person leaves early", async () => {
    const { cli, pager } = setUp(1);
    const { code, stdout, stderr } = await cli(LIST);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).not.toContain("error");
    expect(pager.shown).toHaveLength(1);
  });

  it("is help as well", async () => {
    const { cli, pager } = setUp();
    expect((await cli("webinars create --help-all --pager")).stdout).toBe("");
    expect(pager.shown.join("")).toContain("--settings.approval-type");
  });

  it("hides no progress behind it: nothing else is written while it has the screen", async () => {
    const { cli, pager } = setUp();
    let atStart = "";
    let stderrNow = "";
    const { stderr } = await cli(LIST, {
      onStderr: (text) => {
        stderrNow += text;
      },
      startPager: async (words) => {
        const started = await pager.start(words);
        atStart = stderrNow;
        void started.closed.then(() => {
          expect(stderrNow).toBe(atStart);
        });
        return started;
      },
    });
    expect(stderr.slice(atStart.length)).toMatch(/^1 column has no room here: id\.[\s\S]*\nWithheld: [\s\S]*\nComplete: \d+ rows/);
  });
});

describe("no pager takes the screen", () => {
  it.each([PLAIN_LIST, "webinars create --help-all", "registrants list --help"])("unless it is asked for, whatever PAGER is: %s", async (line) => {
    const { cli, pager } = setUp();
    expect((await cli(line, { env: { PAGER: "less" } })).stdout).not.toBe("");
    expect(pager.commands).toEqual([]);
  });

  it("but that of a variable, which --no-pager takes back", async () => {
    const { cli, pager } = setUp();
    const env = { ZOOM_WEBINAR_PAGER: "on" };
    expect((await cli(`${PLAIN_LIST} --no-pager`, { env })).stdout).toContain("mina@example.com");
    expect(pager.commands).toEqual([]);
    await cli(PLAIN_LIST, { env });
    expect(pager.commands).toEqual([["less"]]);
  });
});

it.each([
  [{}, "linux", ["less"]],
  [{}, "win32", null],
  [{ PAGER: "less -R" }, "win32", ["less", "-R"]],
  [{ PAGER: "less; rm -rf x" }, "linux", ["less;", "rm", "-rf", "x"]],
] as const)("the pager of %j on %s is %j", (env, platform, words) => {
  expect(pagerWords(env, platform)).toEqual(words);
});

it("a real program gets the text as its input, and one that is not there is null", async () => {
  const pager = await startPager(["true"]);
  pager?.input.end("text");
  await pager?.closed;
  expect(await startPager(["no-such-pager-anywhere"])).toBeNull();
});
