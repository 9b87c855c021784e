import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { displayWidth } from "./output/display-width.ts";
import { cliOf, demoZoom } from "./test/run-cli.ts";

const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
const help = (await cli("--help", { columns: 80 })).stdout;
const steps = help.split("\n").flatMap((line) => /^ {2}zoom-webinar (.*)$/.exec(line)?.[1] ?? []);

/** A command line as a shell splits it. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? "");

describe("the first steps of the first help", () => {
  it("are some, and each runs on demo data as it stands", () => {
    expect(steps.length).toBeGreaterThanOrEqual(3);
    for (const step of steps) expect(step).toMatch(/ --emulator$/);
  });

  it.each(steps)("zoom-webinar %s works when it is pasted", async (step) => {
    const { code, stdout, stderr } = await cli(wordsOf(step));
    expect([code, stderr.includes("error:")]).toEqual([0, false]);
    expect(stdout).not.toBe("");
  });

  it("have a gap between the name of a section and what is in it, and no line is too wide", () => {
    for (const section of ["Plan", "People", "Look back", "Account"]) expect(help).toMatch(new RegExp(`^${section} {2,}\\S`, "m"));
    for (const line of help.split("\n")) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });
});

describe("words at the top that are no command", () => {
  it.each([
    [["who", "came"], /Perhaps you look for attendance\b.*operations find/s],
    [["registrations", "waiting"], /registrants/],
  ])("%j are looked for together, and the error names operations find", async (words, hint) => {
    const { code, stderr } = await cli(words);
    expect(code).toBe(2);
    expect(stderr).toMatch(hint);
  });
});
