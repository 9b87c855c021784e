import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { withViewerTimes } from "../output/times.ts";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const CLONE = ["webinars", "clone", "82834512568", "--start-time", "2032-04-12T10:00"];
const plain = (text: string) => text.replaceAll(/\s+│?\s*/g, " ");

describe("the start in a preview", () => {
  it.each([
    ["Asia/Tokyo", "2032-04-12 10:00 Europe/Berlin (08:00 UTC; 17:00 in your zone, Asia/Tokyo)"],
    ["America/Los_Angeles", "2032-04-12 10:00 Europe/Berlin (08:00 UTC; 01:00 in your zone, America/Los_Angeles)"],
    ["Europe/Paris", "2032-04-12 10:00 Europe/Berlin (08:00 UTC)"],
    ["UTC", "2032-04-12 10:00 Europe/Berlin (08:00 UTC)"],
  ])("is in the webinar's zone, which is named, and in that of somebody in %s if their clock differs", async (zone, start) => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom(), zone });
    const { code, stdout } = await cli([...CLONE, "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`- new webinar ${start}: for ada@example.com`);
    expect(stdout).toContain("The time zone Europe/Berlin comes from the webinar. For another, give --timezone.");
  });

  it("is the same in the question, in the zone that --zone names", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const { stderr } = await cli([...CLONE, "--zone", "Asia/Tokyo", "--no-color"], { columns: 200, keys: "n\r" });
    expect(plain(stderr)).toContain("10:00 Europe/Berlin (08:00 UTC; 17:00 in your zone, Asia/Tokyo)");
  });

  it("names the day if it is another one, and is left as it is if the text tells it already", () => {
    const tokyo = () => "Asia/Tokyo";
    expect(withViewerTimes("at 2032-04-12 20:00 America/New_York (2032-04-13 00:00 UTC).", tokyo)).toBe(
      "at 2032-04-12 20:00 America/New_York (2032-04-13 00:00 UTC; Tue 2032-04-13 09:00 in your zone, Asia/Tokyo).",
    );
    const told = "2032-03-01 14:30 Europe/Berlin (13:30 UTC) = 2032-03-01 22:30 Asia/Tokyo";
    expect(withViewerTimes(told, tokyo)).toBe(told);
  });
});
