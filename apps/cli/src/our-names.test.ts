import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { withCommands } from "./our-names.ts";
import { cliOf, demoZoom } from "./test/run-cli.ts";

const commands = new Map([
  ["things.set", "zoom-webinar things set"],
  ["list_things", "zoom-webinar things list"],
]);

describe("a command that a text names", () => {
  it.each([
    ["things.set 123 --kind plain, or not.", "zoom-webinar things set 123 --kind plain --emulator, or not."],
    [
      "list_things shows them; things.set <thing-id> sets one.",
      "zoom-webinar things list --emulator shows them; zoom-webinar things set <thing-id> --emulator sets one.",
    ],
    ["Set it: things.set 123 --start-time 2032-03-01.", "Set it: zoom-webinar things set 123 --start-time 2032-03-01 --emulator."],
    ['Not "things.set 5", and not other.set 5.', 'Not "things.set 5", and not other.set 5.'],
  ])("%s", (text, said) => {
    expect(withCommands(text, { commands, account: ["--emulator"] })).toBe(said);
    expect(withCommands(text, { commands, account: [] })).toBe(said.replaceAll(" --emulator", ""));
  });

  it.each(["--emulator", "--profile work", "--profile=work"])("leads to the account that %s names, wherever the text comes from", async (typed) => {
    const flags = typed.replace("=", " ");
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const create = `webinars create --host ada@example.com --topic Open --start-time 2027-03-15T15:00Z --yes --json`;
    const { webinar } = JSON.parse((await cli(create)).stdout) as { webinar: { id: string } };
    const add = (id: string) => `registrants add ${id} --email a@example.com --first-name Ann --yes ${typed}`;
    expect((await cli(add(webinar.id))).stderr).toContain(`zoom-webinar webinars update ${webinar.id} ${flags} --registration automatic, or`);
    expect((await cli(add("91974973765"))).stderr).toContain(`zoom-webinar webinars list ${flags} shows them`);
    expect((await cli(`polls create 82834512568 --poll-title Lunch ${typed}`)).stderr).toMatch(
      new RegExp(`As in: zoom-webinar polls create .* ${flags}\n`),
    );
    expect((await cli(`attendance compare 82834512568 91974973765 ${typed}`)).stderr).toContain(`zoom-webinar attendance ${flags} reports on each`);
  });
});

describe("fields of which at least one is to be given", () => {
  it("are named as they are typed", async () => {
    const { stderr } = await cliOf({ catalog: manifest, emulator: demoZoom() })("webinars update 82834512568 --yes");
    expect(stderr).toContain("Give at least one field besides <webinar-id>, such as --topic or --start-time.");
  });
});
