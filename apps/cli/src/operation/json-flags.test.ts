import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { madeUpOperations } from "../test/operations.ts";
import { cliOf } from "../test/run-cli.ts";

const cli = cliOf({ catalog: manifest });

describe("a field inside an object", () => {
  it.each(["--settings.on-demand", "--settings-on-demand", "--on-demand"])("is written as %s", async (flag) => {
    const { catalog, got } = madeUpOperations();
    const { code, stderr } = await cliOf({ catalog })(`big-things set 5 ${flag}`);
    expect(code, stderr).toBe(0);
    expect(got).toEqual([expect.objectContaining({ settings: { on_demand: true } })]);
  });

  it("is turned off in each spelling", async () => {
    const { catalog, got } = madeUpOperations();
    for (const flag of ["--no-settings.on-demand", "--no-settings-on-demand", "--no-on-demand"]) await cliOf({ catalog })(`big-things set 5 ${flag}`);
    expect(got.map((input) => (input as { settings: object }).settings)).toEqual(Array.from({ length: 3 }, () => ({ on_demand: false })));
  });

  it("is refused if two spellings say it twice", async () => {
    const { catalog } = madeUpOperations();
    const { code, stderr } = await cliOf({ catalog })("big-things set 5 --on-demand --settings.on-demand");
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("given twice") });
  });

  it("gives its last name to no flag that another field has", async () => {
    // `type` of recurrence stays behind `--recurrence-type`: the webinar has a type, too.
    const { stdout } = await cli("webinars update --help-all", { columns: 100 });
    expect(stdout).toContain("--type <value>");
    expect(stdout).toContain("--recurrence.type <value>");
  });
});

describe("help on JSON", () => {
  it("names the fields of each object in a list, and what they may be", async () => {
    const { stdout } = await cli("polls create --help", { columns: 80 });
    expect(stdout).toContain("JSON of --questions:");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("rating_scale)");
    expect(stdout).toMatch(/\n {2}rating_min_value {2,}Lowest mark/);
  });

  it("names fields that lie too deep for a flag, once for all that have the same", async () => {
    const { stdout } = await cli("webinars update --help-all", { columns: 100 });
    expect(stdout).toContain("JSON of --settings.follow-up-attendees-email-notification, --settings.follow-up-absentees-email-notification:");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("0 never, 1 hour, 2 day, 3 hour+day");
  });

  it.each(["webinars create", "webinars update", "webinars create-recurring"])("keeps %s within sixty lines", async (command) => {
    const { stdout } = await cli(`${command} --help`, { columns: 80 });
    expect(stdout.split("\n").length).toBeLessThanOrEqual(60);
  });
});
