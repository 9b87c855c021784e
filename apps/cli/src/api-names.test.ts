import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "./test/run-cli.ts";

const run = (...words: string[]) => cliOf({ catalog: manifest, emulator: demoZoom() })(words);
const API_NAME = /(?<![\w./"'-])[a-z]+(?:_[a-z]+)+(?![\w/])/;

describe("a text for people at a terminal has the names that they type", () => {
  it.each(
    [...new Set(manifest.map(({ id }) => id.split(".")[0] ?? ""))].map((name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
  )("in the list of verbs of %s", async (group) => {
    const { stdout } = await run(group, "--help-all");
    expect(stdout).toContain("Verbs:");
    expect(stdout).not.toMatch(API_NAME);
  });

  it("in what a verb does without a start", async () => {
    expect((await run("webinars", "--help")).stdout.replaceAll(/\s+/g, " ")).toContain("Without --start-time it starts one hour from now");
  });

  it("in a way out that names one more field", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const rhythm = ["--recurrence-type", "weekly", "--end-times", "3", "--host", "ada@example.com", "--topic", "Drills"];
    const { webinar } = JSON.parse((await cli(["webinars", "create-recurring", "--start-time", "2032-03-02T10:00", ...rhythm, "--json"])).stdout);
    const { stderr } = await cli(["webinars", "update", webinar.id, "--start-time", "2032-03-01T10:00", "--yes"]);
    expect(stderr).toMatch(/give its --occurrence-id too .*give --recurrence too\./);
  });

  it.each([
    ["attendance report", "with --from FILE."],
    ["exports registrants", "hint: Give --from and --to, such as"],
    ["calendar --from 2032-03-05 --to 2032-03-01", "error: --to: is before --from\nhint: Give the earlier day as --from."],
    ["webinars create --host ada@example.com --topic Tides --type 6 --start-time 2032-03-01T10:00", "hint: Leave --type out unless it is 6."],
  ])("in the way out of %s", async (line, words) => {
    expect((await run(...line.split(" "))).stderr).toContain(words);
  });

  it.each([
    ["doctor --for bogus", "error: --for: "],
    ["auth login --for bogus", "error: --for: "],
  ])("in what is wrong with a flag of %s", async (line, words) => {
    expect((await run(...line.split(" "))).stderr).toContain(words);
  });
});
