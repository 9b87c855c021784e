import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

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
    const { code, stderr } = await cliOf({ catalog: manifest, emulator })([...CREATE, "1 march 2035 at 3"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--start-time: "1 march 2035 at 3" may be before or after noon\nhint: Say am or pm')]);
    expect(emulator.requests().filter(({ method, path }) => method === "POST" && path.includes("/webinars"))).toEqual([]);
  });

  it("is mentioned by help", async () => {
    expect((await setUp()("webinars create --help")).stdout).toContain("in words");
  });
});
