import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const UPCOMING = "82834512568";
const HELD = "90035372588";
const setUp = () => cliOf({ catalog: manifest, emulator: demoZoom(), zone: "Asia/Tokyo" });

describe("times of a webinar", () => {
  it("are in its zone in a list that is about it, unless another one is asked for", async () => {
    const cli = setUp();
    expect((await cli(`attendance report ${HELD}`)).stdout).toMatch(/first_join \(Berlin\)\tlast_leave \(Berlin\)[\s\S]*16:0\d\t/);
    expect((await cli(`attendance report ${HELD} --zone UTC`)).stdout).toMatch(/first_join \(UTC\)\tlast_leave \(UTC\)[\s\S]*15:0\d\t/);
    expect((await cli(`attendance report ${HELD} --fields name,first_join`)).stdout).toContain("first_join (Berlin)");
  });

  it("are in the zone of a copy in the list of copies", async () => {
    const { stdout } = await setUp()(`webinars clone ${UPCOMING} --start-time 2032-04-12T10:00 --yes`);
    expect(stdout).toMatch(/^webinar_id\tstart_time \(Berlin\)\tnot_possible\n\d+\tMon 2032-04-12 10:00\t/);
  });

  it("are in its zone in sentences and errors as well, and in the reader's", async () => {
    const { stderr } = await setUp()(`attendance report ${UPCOMING}`);
    expect(stderr).toMatch(/It is planned for \d{4}-\d\d-\d\d 16:00 Europe\/Berlin \(15:00 UTC; \w{3} [\d-]+ 00:00 in your zone, Asia\/Tokyo\)\.\n/);
  });
});

describe("a list of dates for copies", () => {
  it("has a fault named by the column, since no flag takes its values", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zw-dates-"));
    const fault = async (text: string) => {
      await writeFile(join(folder, "dates.csv"), text);
      return (await setUp()(["webinars", "clone", UPCOMING, "--dry-run", "--dates", join(folder, "dates.csv")])).stderr;
    };
    expect(await fault("day\n2032-04-12T10:00\n")).toBe(
      'error: --dates: line 1: unknown column "day"\nhint: The first line names the columns: "start_time", "topic", "host"; only "start_time" is required.\n',
    );
    expect(await fault("date\n2032-04-12T10:00\nsoon\n")).toMatch(/^error: --dates: line 3, column "date": "soon" is not a date/);
    expect(await fault("--start-time,--host\n2032-04-12T10:00,ada@example.com\n")).not.toContain("error");
  });
});
