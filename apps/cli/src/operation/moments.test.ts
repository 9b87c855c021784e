import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { createEmulator } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { cliOf, clockOfCommands, demoZoom } from "../test/run-cli.ts";

const setUp = () => cliOf({ catalog: manifest, emulator: demoZoom() });
const CREATE = ["webinars", "create", "--host", "ada@example.com", "--topic", "Tides", "--start-time"];
const SERIES = ["webinars", "create-recurring", "--host", "ada@example.com", "--topic", "Tides", "--recurrence-type", "weekly", "--end-times", "3"];

describe("a start in words", () => {
  it.each([
    ["create", CREATE],
    ["create-recurring", [...SERIES, "--start-time"]],
    ["update", ["webinars", "update", "82834512568", "--yes", "--start-time"]],
    ["clone", ["webinars", "clone", "82834512568", "--yes", "--start-time"]],
  ])("is taken by webinars %s, which says how it was read", async (_verb, words) => {
    const { code, stderr } = await setUp()([...words, "1 march 2035 at 3pm"]);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/"1 march 2035 at 3pm" was read as Thu 2035-03-01 15:00 \S+ \(\d\d:00 UTC\)\.\n/)]);
  });

  it("is refused, and nothing is sent, if it has two readings", async () => {
    const emulator = demoZoom();
    const { code, stderr } = await cliOf({ catalog: manifest, emulator })([...CREATE, "1 march 2035 at 10am or 11am"]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/--start-time: "1 march 2035 at 10am or 11am" .*two times/)]);
    expect(emulator.requests().filter(({ method, path }) => method === "POST" && path.includes("/webinars"))).toEqual([]);
  });

  it.each([
    ["create", [...CREATE]],
    ["create-recurring", [...SERIES, "--start-time"]],
    ["update", ["webinars", "update", "82834512568", "--start-time"]],
    ["clone", ["webinars", "clone", "82834512568", "--start-time"]],
  ])("is by daytime habit, as in a sentence, and the preview of webinars %s says so", async (_verb, words) => {
    const { code, stdout } = await setUp()([...words, "1 march 2035 half past two", "--dry-run"]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/was read as Thu 2035-03-01 14:30 .*The half of the day was not named: 14:30 by daytime habit\./),
    ]);
  });

  it("in figures is as it is", async () => {
    const { stdout } = await setUp()([...CREATE, "2035-03-01 02:30", "--dry-run"]);
    expect(stdout).toContain("2035-03-01 02:30");
    expect(stdout).not.toContain("habit");
  });

  it("is as far away as the clock says from which the words count, such as an emulator's that was advanced", async () => {
    const clock = clockOfCommands();
    const ahead = { ...clock, now: () => clock.now() + 8 * 86_400_000 };
    const told = async (cli: ReturnType<typeof cliOf>) => (await cli([...CREATE, "in 2 days at 15:00"])).stdout;
    expect(await told(cliOf({ catalog: manifest, emulator: demoZoom() }))).toMatch(/\(in (1|2) days?\)/);
    expect(await told(cliOf({ catalog: manifest, emulator: createEmulator({ clock: ahead }), clock: ahead }))).toMatch(/\(in (1|2) days?\)/);
  });

  it("is mentioned by help", async () => {
    const { stdout } = await setUp()("webinars create --help");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Or in words: Tuesday 3 pm");
  });
});
