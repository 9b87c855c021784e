import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { createEmulator } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { cliOf, clockOfCommands, demoZoom } from "./test/run-cli.ts";

const HELD = "91974973765";
const UPCOMING = "82834512568";
const run = (line: string | readonly string[], columns?: number) =>
  cliOf({ catalog: manifest, emulator: demoZoom() })(line, columns === undefined ? {} : { columns });

describe("words of other command lines", () => {
  it.each([
    ["webinar list --host ada@example.com", "webinars list --host ada@example.com"],
    ["user ls", "users list"],
    [`registrant list ${HELD}`, `registrants list ${HELD}`],
    [`webinars show ${UPCOMING}`, `webinars get ${UPCOMING}`],
    [`webinar view ${UPCOMING} --json`, `webinars get ${UPCOMING} --json`],
    [`webinars info ${UPCOMING}`, `webinars get ${UPCOMING}`],
    [`webinars rm ${UPCOMING} --dry-run`, `webinars delete ${UPCOMING} --dry-run`],
    [`webinars remove ${UPCOMING} --dry-run`, `webinars delete ${UPCOMING} --dry-run`],
    [`webinars edit ${UPCOMING} --topic X --dry-run`, `webinars update ${UPCOMING} --topic X --dry-run`],
    ["webinars new --host ada@example.com --topic X --dry-run", "webinars create --host ada@example.com --topic X --dry-run"],
    [`survey update ${UPCOMING} --help`, `survey set ${UPCOMING} --help`],
    ["--help webinars list", "webinars list --help"],
    ["webinars --help list", "webinars list --help"],
    ["webinars -h list --json", "webinars list --help"],
    ["help webinars show", "webinars get --help"],
    ["summary list --help", "summaries list --help"],
    ["-v", "--version"],
    ["api /users --json", "api GET /users --json"],
    ["get webinars --host ada@example.com", "webinars list --host ada@example.com"],
    [`describe webinar ${UPCOMING}`, `webinars get ${UPCOMING}`],
    ["list users", "users list"],
    ["webinars help", "webinars --help"],
    ["webinars help create", "webinars create --help"],
    [`webinars close ${UPCOMING} --dry-run`, `webinars update-status ${UPCOMING} --action end --dry-run`],
    [`webinars open ${UPCOMING}`, `webinars update-status ${UPCOMING} --action start`],
    [`webinars start ${UPCOMING}`, `webinars update-status ${UPCOMING} --action start`],
    [`webinars end ${UPCOMING} --dry-run`, `webinars update-status ${UPCOMING} --action end --dry-run`],
    [`webinars cancel ${UPCOMING} --dry-run`, `webinars update-status ${UPCOMING} --action cancel --dry-run`],
  ])("%s is %s", async (typed, ours) => {
    const [one, other] = [await run(typed), await run(ours)];
    expect([one.code, one.stdout, one.stderr]).toEqual([other.code, other.stdout, other.stderr]);
    expect(one.code).toBe(0);
  });

  it.each([
    ["webinars list --user ada@example.com", "--user: unknown flag, did you mean --host?"],
    ["webinars list -o json", "-o: unknown flag, did you mean --json?"],
    ["webinars list --format csv", "did you mean --csv?"],
    ["webinars list --output-format=jsonl", "did you mean --jsonl?"],
    ["webinars list -A", "did you mean --all?"],
    ["webinars list --type past", "--type: expected one of scheduled, upcoming"],
    ["webinars list --past", "did you mean --to?"],
    ["webinars list ada@example.com", "Write --host"],
    [`webinars get ${UPCOMING} ${HELD}`, "run it once for each"],
    ["webinars get product tour", "Put quotes around"],
    ["webinars list --fields id topic", "Separate fields by commas: --fields id,topic."],
    [`webinars update ${UPCOMING} --practice-session no`, "Write --practice-session=false"],
    [`registrants list --webinar ${UPCOMING}`, "did you mean --webinar-id?"],
    [`registrants list ${UPCOMING} --pending`, "did you mean --status pending?"],
    [`registrants list ${UPCOMING} --waiting`, "did you mean --status pending?"],
    [`attendance report ${HELD} --attended`, "did you mean --status attended?"],
    ["webinars create --end-time 2027-03-01T11:00", "did you mean --duration?"],
    [`webinars update ${UPCOMING} --repeat weekly`, "did you mean --recurrence-type?"],
    [`webinars delete ${UPCOMING} --notify`, "did you mean --cancel-webinar-reminder?"],
    ["webinars apply -f x.yaml", "did you mean --input?"],
    ["webinars list -o yaml", "did you mean --json, --jsonl, --csv or --tsv?"],
    [`attendance ${HELD} --format xlsx`, "did you mean --csv?"],
    [`webinars edit ${UPCOMING} topic=New`, 'Write --topic "New".'],
    ["--host ada@example.com webinars list", "Flags of a command stand behind it"],
    [`registrants export ${UPCOMING}`, "did you mean exports registrants?"],
    [`panelists add ${UPCOMING} --name Zoe`, "did you mean --panelists?"],
    ["login", "did you mean auth login?"],
    ["whoami", "did you mean auth status?"],
    ["mcp install claude", "--client: is required"],
    ["emulator start", "<webinar-id>: is required"],
    ["webinars list --limit 5", "did you mean --page-size?"],
    ["webinars list -L 5", "did you mean --page-size?"],
    ["webinars list --format json", "did you mean --json?"],
    ["webinars create --title X", "did you mean --topic?"],
    ["webinars create --start 2027-03-01", "did you mean --start-time?"],
    [
      `attendance compare ${UPCOMING} 91974973765`,
      "It compares the dates of one series: give that series alone. Of two webinars, zoom-webinar attendance <webinar-id> reports on each.",
    ],
    ["attendance report --from /dev/null", "--timezone: is required with --from: the file does not say in which zone its times are"],
    ["attendance report --from /dev/null", "give --timezone Europe/Berlin"],
    [`webinars delete ${UPCOMING} --force`, "did you mean --yes?"],
    [`registrants add ${UPCOMING} --name Zoe`, "did you mean --first-name or --last-name?"],
    [`polls create ${UPCOMING} --title Lunch`, "did you mean --poll-title?"],
    [`attendance report ${HELD} --pdf`, "did you mean --html?"],
    ["webinars lst", "did you mean list?"],
    ["webnars list", "did you mean webinars?"],
    ["webinars qqq", '"qqq" is not a command'],
    ["webinars restore 5", "cannot bring back a deleted webinar.\nhint: Its host may recover it in Zoom's web portal."],
    ["webinars undelete 5", "cannot bring back a deleted webinar"],
    ["restore 5", "cannot bring back a deleted webinar"],
    [
      "tracking-sources delete 5",
      "hint: The host adds and deletes them in Zoom's web portal; zoom-webinar tracking-sources list <webinar-id> shows them.",
    ],
    ["invite-links list 5", "or make new ones with zoom-webinar invite-links create <webinar-id>."],
    ["no-shows 5", "Perhaps you look for past-webinars list-absentees"],
    ["webinars list --output json", "--json writes that format; --output report.json"],
    ["webinars list --json id,topic", "--fields id,topic chooses fields"],
    [`attendance report ${HELD} --html report.html`, "A file is named with --output report.html."],
    [`registrants add ${UPCOMING} zoe@example.com`, "Write --email"],
    ["webinars create Launch", "Write --topic"],
  ])("%s says what was meant", async (line, hint) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(hint)]);
    expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
  });

  it.each(["--sort start_time", "--search tour", "--frobnicate", "--all-hosts", "--headers"])(
    "%s, which nothing here does, gets no flag that merely looks like it",
    async (flag) => {
      expect((await run(`webinars list ${flag}`)).stderr).toMatch(/^error: --[\w-]+: unknown flag\n/);
    },
  );

  it("takes a name with an address behind it for one person", async () => {
    const { code, stdout } = await run(["panelists", "add", UPCOMING, "Jane Roe", "jane@example.com", "sam@example.com", "--dry-run"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("Invite 2 panelists")]);
    expect(stdout).toContain("person jane@example.com: Jane Roe");
  });

  it("never takes a command for another that is much longer", async () => {
    expect((await run("registrants move 5")).stderr).not.toContain("remove-from");
    expect((await run(`webinars delete ${UPCOMING} --all`)).stderr).not.toContain("--allow-base-url");
  });

  it("names the flag of a time zone that is to be given", async () => {
    const { stderr } = await run(["webinars", "create", "--host", "ada@example.com", "--topic", "X", "--start-time", "2027-03-01 10:00 CET"]);
    expect(stderr).toMatch(/give --timezone \w+\/\w+/);
  });

  it("names the flags for a name and an address in one", async () => {
    const { code, stderr } = await run(["registrants", "add", UPCOMING, "Zoe van Zed <zoe@example.com>"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Write --email zoe@example.com --first-name "Zoe van" --last-name "Zed".')]);
  });

  it("never suggests a word of three letters of which two are wrong", async () => {
    expect((await run("polls new 5")).stderr).not.toContain("did you mean get");
    expect((await run("webinars xet 5")).stderr).toContain("did you mean get?");
  });

  it.each(["--yes", "--json", "--no-color"])("%s alone does nothing, and says so", async (line) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toBe("");
  });
});

describe("a value in people's own words", () => {
  it.each([
    [
      ["webinars", "create", "--host", "ada@example.com", "--topic", "X", "--start-time", "2027-03-01T10:00", "--duration", "1 hour 30 minutes"],
      /duration +90/,
    ],
    [["attendance", "report", HELD, "--status", "Walk-In"], /walk_in/],
    [["calendar", "--from", "yesterday", "--to", "in two weeks"], /viewer_start/],
    [
      ["webinars", "create", "--host", "ada@example.com", "--topic", "X", "--start-time", "2032-03-01T10:00", "--duration", "half an hour"],
      /duration +30/,
    ],
    [["webinars", "list", "--host", "ada@example.com", "--from", "today", "--to", "in 4 weeks"], /Product tour/],
    [["registrants", "list", UPCOMING, "--status", "approved,pending"], /pending[\s\S]*approved|approved[\s\S]*pending/],
    [["panelists", "add", UPCOMING, "Zoe Zed <zoe@example.com>", "bo@example.com", "--yes"], /zoe@example.com\s+Zoe Zed\s+done/],
    [["panelists", "add", UPCOMING, "--panelists", "Zoe Zed <zoe@example.com>, Bo <bo@example.com>", "--yes"], /bo@example.com\s+Bo\s+done/],
    [["webinars", "update", UPCOMING, "--registration", "off", "--dry-run"], /registration/],
    [["polls", "get", HELD, "About you"], /title +About you/],
    [["past-webinars", "list-absentees", "Getting started"], /ravi@example\.com/],
  ])("%j is understood", async (words, shown) => {
    const { code, stdout, stderr } = await run(words);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error")]);
    expect(stdout).toMatch(shown);
  });

  it("may be the link of the sign-up page, for which the webinar is looked up", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const { registration_url } = JSON.parse((await cli(`webinars get ${UPCOMING} --json`)).stdout);
    const found = await cli(["webinars", "get", `${registration_url}?tk=abc`, "--fields", "id"]);
    expect([found.code, found.stdout]).toEqual([0, `id  ${UPCOMING}\n`]);
    expect(await cli("webinars get https://zoom.us/webinar/register/WN_other")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no webinar that this app can see has this sign-up page"),
    });
  });

  it.each([
    ["webinars list --host Bob", 'nobody there is called "Bob"', "Ada Example, ada@example.com"],
    ["webinars get nosuch", 'nothing there is called "nosuch"', UPCOMING],
  ])("that names nothing gets a list of what there is: %s", async (line, message, listed) => {
    const { code, stderr } = await run(line);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).toContain(listed);
  });

  it("that is missing gets the command that shows what it may be", async () => {
    expect((await run("webinars list")).stderr).toBe(
      "error: --host: is required\nhint: zoom-webinar users list shows them; zoom-webinar config set host <e-mail> remembers one.\n",
    );
    expect((await run("polls get")).stderr).toContain("zoom-webinar polls list <webinar-id> shows them.");
  });
});

/** What creates and updates webinars has sixty at most, see json-flags.test.ts; a form of questions may have some more. */
const MOST_LINES = 65;

describe("a dry run of a creation", () => {
  const create = ["webinars", "create", "--host", "ada@example.com", "--topic", "Tides", "--dry-run"];

  it("says when it would be, as it was read", async () => {
    expect((await run([...create, "--start-time", "2032-03-01 10:00"])).stdout).toContain(
      'Schedule "Tides", 2032-03-01 10:00 Europe/Berlin (09:00 UTC), 60 minutes.',
    );
    const series = [
      "webinars",
      "create-recurring",
      ...create.slice(2),
      "--start-time",
      "2032-03-02T10:00",
      "--weekly-days",
      "Tue,Thu",
      "--end-times",
      "8",
    ];
    expect((await run(series)).stdout).toContain("(09:00 UTC), 8 dates, 60 minutes.");
  });

  it("refuses what the creation would be refused for", async () => {
    expect(await run([...create, "--start-time", "01/13/2032"])).toMatchObject({ code: 2, stdout: "" });
    expect(await run([...create, "--start-time", "2020-01-01T10:00"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--allow-past") });
  });
});

it("knows an action for its verb where the action is a word by position, too", async () => {
  const { code, stderr } = await run(`live-stream stop ${UPCOMING} --dry-run`);
  expect([code, stderr]).toEqual([2, expect.stringContaining("is not running")]);
});

it.each(manifest.flatMap(({ id, actions = {} }) => Object.entries(actions).map(([field, words]) => [id, field, words ?? []] as const)))(
  "%s takes each word for its %s",
  async (id, field, words) => {
    const operation = await manifest.find((entry) => entry.id === id)?.load();
    for (const word of words) expect(operation?.input.safeParse({ webinar_id: UPCOMING, [field]: word }).success).toBe(true);
    expect(words.length).toBeGreaterThan(0);
  },
);

describe("a day in words", () => {
  it.each([
    [["webinars", "list", "--host", "ada@example.com", "--from", "last monday"], "2026-11-16"],
    [["exports", "registrants", "--host", "ada@example.com", "--from", "yesterday", "--to", "today"], "2026-11-19"],
    [["reports", "list-upcoming", "--from", "2 weeks ago", "--to", "today"], "2026-11-06"],
  ])("%j is read, and echoed", async (words, day) => {
    expect((await run(words)).stderr).toContain(`was read as ${day}.`);
  });

  it("counts from today by the clock of the session, such as an emulator's that was advanced", async () => {
    const clock = clockOfCommands();
    const ahead = { ...clock, now: () => clock.now() + 3 * 86_400_000 };
    const cli = cliOf({ catalog: manifest, emulator: createEmulator({ clock: ahead }), clock: ahead });
    expect((await cli("webinars list --host ada@example.com --from tomorrow")).stderr).toContain("was read as 2026-11-24.");
  });

  it("is a day of --zone", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const { stderr } = await cli(["webinars", "list", "--host", "ada@example.com", "--from", "today", "--zone", "Pacific/Kiritimati"]);
    expect(stderr).toContain("was read as 2026-11-21.");
  });
});

describe("a day where an instant would do as well", () => {
  // The webinars of two hosts start at 2027-01-04T23:30:00Z and 2027-01-05T23:30:00Z, which Berlin calls the 5th and the 6th.
  const cli = async (emulator = demoZoom()) => {
    const zoom = cliOf({ catalog: manifest, emulator });
    for (const start of ["2027-01-04T23:30:00Z", "2027-01-05T23:30:00Z"])
      await zoom(["webinars", "create", "--host", "ada@example.com", "--topic", "Late", "--start-time", start]);
    return zoom;
  };
  const starts = (stdout: string) => [...stdout.matchAll(/2027-01-0\dT23:30:00Z/g)].map(([instant]) => instant);

  it.each(["Europe/Berlin", "UTC", "America/New_York"])(
    "is one of the host's zone, which the echo names, also where the clocks show %s",
    async (zone) => {
      const zoom = await cli();
      const line = ["webinars", "list", "--host", "ada@example.com", "--from", "2027-01-05", "--to", "2027-01-05"];
      expect(starts((await zoom([...line, "--json"], { zone })).stdout)).toEqual(["2027-01-04T23:30:00Z"]);
      expect((await zoom(line, { zone })).stderr).toContain("Days are those of Europe/Berlin; --zone names another zone.");
    },
  );

  it.each([
    ["Europe/Berlin", "2027-01-05", ["2027-01-04T23:30:00Z"]],
    ["UTC", "2027-01-05", ["2027-01-05T23:30:00Z"]],
    ["America/New_York", "2027-01-04", ["2027-01-04T23:30:00Z"]],
  ])("is one of %s, the viewer's, if the host's profile shows no zone", async (zone, day, expected) => {
    const emulator = demoZoom();
    const withoutZone: typeof emulator = {
      ...emulator,
      send: async (request) => {
        const reply = await emulator.send(request);
        return /\/users\/[^/]+$/.test(new URL(request.url).pathname) ? { ...reply, text: reply.text.replace(/"timezone":"[^"]+",?/, "") } : reply;
      },
    };
    const zoom = await cli(withoutZone);
    const line = ["webinars", "list", "--host", "ada@example.com", "--from", day, "--to", day];
    expect(starts((await zoom([...line, "--json"], { zone })).stdout)).toEqual(expected);
    const { stderr } = await zoom(line, { zone });
    if (zone === "UTC") expect(stderr).not.toContain("Days are those of");
    else expect(stderr).toContain(`Days are those of ${zone}; --zone names another zone.`);
  });

  it("is read in --zone, if there is one", async () => {
    const zoom = await cli();
    const line = ["webinars", "list", "--host", "ada@example.com", "--from", "2027-01-06", "--zone", "Asia/Tokyo", "--json"];
    expect(starts((await zoom(line, { zone: "UTC" })).stdout)).toEqual(["2027-01-05T23:30:00Z"]);
  });

  it("stays as it was typed if it is no day, and is refused by the operation", async () => {
    const { code, stderr } = await (await cli())(["webinars", "list", "--host", "ada@example.com", "--from", "2027-02-30"], {
      zone: "Europe/Berlin",
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining('"2027-02-30" is not a day')]);
  });
});

describe("our own names", () => {
  it("are all that people see: no tool, and no field that has a flag", async () => {
    const changed = await run(`webinars update ${UPCOMING} --topic X --yes`);
    expect(changed.stdout).not.toContain("update_webinar");
    const dry = await run(`webinars delete ${UPCOMING} --dry-run`);
    expect(dry.stdout).toContain("with --cancel-webinar-reminder, Zoom tells them");
    expect((await run("exports registrants")).stderr).toContain("is required without <webinar-id>");
    expect((await run("webinars create --host ada@example.com --topic X --start-time 2020-01-01T10:00")).stderr).toContain(
      "or --allow-past if you mean the past",
    );
  });

  it("never stand in what somebody wrote, such as a topic or a name", async () => {
    const topic = "The start_time of users.list, by user_id";
    const line = ["registrants", "add", UPCOMING, "--email", "a@example.com", "--first-name", "Ann", "--dry-run"];
    const zoom = cliOf({ catalog: manifest, emulator: demoZoom() });
    expect((await zoom(["webinars", "update", UPCOMING, "--topic", topic, "--yes"])).code).toBe(0);
    const { stdout } = await zoom(line);
    expect(stdout).toContain(`Register Ann for "${topic}"`);
    expect(stdout).toContain(`- webinar ${UPCOMING}: ${topic}\n`);
    const moved = await zoom(["webinars", "update", UPCOMING, "--start-time", "2032-03-01T10:00", "--dry-run"]);
    expect(moved.stdout).toContain(`of "${topic}"`);
    expect(moved.stdout).toContain(`- webinar ${UPCOMING}: ${topic}\n`);
  });

  it.each(manifest.map(({ id }) => [id]))("%s: help has no field and no tool by the name of another door", async (id) => {
    const [resource = "", verb = ""] = id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).split(".");
    const { stdout } = await run(`${resource} ${verb} --help`, 80);
    const tools = new Set(manifest.map(({ tool }) => tool));
    expect(stdout.match(/\b[a-z]+(?:_[a-z]+)+\b/g)?.filter((word) => tools.has(word)) ?? []).toEqual([]);
    expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(MOST_LINES);
  });
});

describe("help in a narrow terminal", () => {
  it.each(["--help", "webinars --help", "webinars create --help", "help flags"])(
    "%s stays readable in 20 columns: texts are wrapped, and no name is lost",
    async (line) => {
      const narrow = await run(line, 20);
      expect(narrow.code).toBe(0);
      const wide = await run(line, 200);
      const names = (text: string) => new Set(text.match(/--[a-z[][\w\][.-]*\w/g) ?? []);
      expect(names(narrow.stdout)).toEqual(names(wide.stdout));
      const texts = narrow.stdout.split("\n").filter((each) => /^ {4}\S/.test(each) && each.includes(" ", 4));
      for (const text of texts) expect(text.length, text).toBeLessThanOrEqual(20);
    },
  );

  it("puts a question whole on a terminal that says that it has no columns, and takes the answer", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const { code, stderr } = await cli(["webinars", "delete", UPCOMING, "--no-color"], { columns: 0, rows: 0, keys: "y\r" });
    expect(code).toBe(0);
    expect(stderr).toContain("This cannot be undone from here; Zoom's portal may recover a deleted webinar.");
  });

  it("is as wide as 80 columns if the terminal does not know its size", async () => {
    expect((await run("webinars list --help", 0)).stdout).toBe((await run("webinars list --help", 80)).stdout);
  });
});
