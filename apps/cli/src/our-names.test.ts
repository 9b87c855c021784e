import { commandOf } from "@zoom-webinar/webinar-core/doors";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { NOTHING_KNOWN, neededWords } from "./needed-words.ts";
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
    expect((await cli(add("91974973765"))).stderr).toContain(`zoom-webinar webinars calendar ${flags} shows those`);
    expect((await cli(`polls create 82834512568 --poll-title Lunch ${typed}`)).stderr).toMatch(
      new RegExp(`As in: zoom-webinar polls create .* ${flags}\n`),
    );
    expect((await cli(`attendance compare 82834512568 91974973765 ${typed}`)).stderr).toContain(
      `zoom-webinar attendance <webinar-id> ${flags} reports on each`,
    );
  });
});

describe("a command that a hint recommends", () => {
  const run = cliOf({ catalog: manifest, emulator: demoZoom() });
  const filled = (text: string) =>
    text
      .replaceAll("<e-mail>", "ada@example.com")
      .replaceAll("<webinar-id>", "82834512568")
      .replaceAll(/<[\w-]+>/g, "1");
  const names = {
    commands: new Map(manifest.map(({ id }) => [id, commandOf(id)] as const)),
    account: [],
    needed: neededWords(manifest, NOTHING_KNOWN),
  };

  // A file can stand for the webinar of an attendance report, which therefore needs neither.
  const needing = manifest.filter(({ id }) => id !== "attendance.report");
  it.each(needing.map(({ id, effect }) => [id, effect] as const))("%s is printed with all that says what it is about", async (id, effect) => {
    const line = `${filled(withCommands(id, names))}${effect === "read" ? "" : " --dry-run"}`;
    expect((await run(line)).stderr).not.toMatch(/(?:<(?!registrants)[\w-]+>|--host): is required/);
  });

  it.each([
    ["registrants list", ["users list", "webinars list --host <e-mail>"]],
    ["polls get", ["users list", "webinars list --host <e-mail>", "polls list <webinar-id>"]],
    ["polls get 82834512568", ["polls list 82834512568"]],
    ["webinars list", ["users list"]],
    ["templates create", ["users list", "webinars list --host <e-mail>"]],
    ["templates create ada@example.com", ["webinars list --host ada@example.com"]],
    ["registrants add 91974973765 --email a@example.com --first-name Ann --yes", ["webinars calendar"]],
  ])("behind %s runs as it is printed, once its places are filled", async (line, recommended) => {
    const { stderr } = await run(line);
    const found = [...stderr.matchAll(/zoom-webinar ([^;.]*(?:\.\w[^;.]*)*?) shows/g)].map(([, command = ""]) => command);
    expect(found).toEqual(recommended);
    for (const command of found) expect([command, (await run(filled(command))).code]).toEqual([command, 0]);
  });

  it("needs no host if one is the person's own default", async () => {
    const { stderr } = await run("registrants list", { env: { ZOOM_WEBINAR_DEFAULT_HOST: "ada@example.com" } });
    expect(stderr).toContain("hint: zoom-webinar webinars list shows them.\n");
  });
});

describe("fields of which at least one is to be given", () => {
  it("are named as they are typed", async () => {
    const { stderr } = await cliOf({ catalog: manifest, emulator: demoZoom() })("webinars update 82834512568 --yes");
    expect(stderr).toContain("Give at least one field besides <webinar-id>, such as --topic or --start-time.");
  });
});
