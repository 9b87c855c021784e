import { readFileSync } from "node:fs";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { manifest } from "../generated/manifest.ts";
import { countPhrases, loadPhrases, type Phrase } from "../test/judge-phrases.ts";
import { createFinder } from "./index.ts";

/** A folder of one's own with phrases.jsonl: UNSEEN=folder counts it, names what is missed, and judges nothing else. */
const UNSEEN = process.env.UNSEEN;
/** Phrases by who wrote them: ourselves, and somebody who had not seen the code. */
const phrasesOf = (name: string): Phrase[] => JSON.parse(readFileSync(dataFile(`phrases/${name}.json`), "utf8")) as Phrase[];
const known = new Set(manifest.map(({ tool }) => tool));
const find = createFinder(manifest);
const toolsFor = (phrase: string, limit = 3) => find(phrase, limit).map(({ entry }) => entry.tool);

describe.runIf(UNSEEN !== undefined)("phrases that stay unseen", () => {
  it("are counted by category, and each miss is named", () => {
    const { table, failures } = countPhrases(loadPhrases(UNSEEN ?? ""), (phrase) => toolsFor(phrase));
    process.stdout.write(`${[table, ...failures].join("\n")}\n`);
  });
});

describe.skipIf(UNSEEN !== undefined).each([
  { name: "own", least: 95 },
  { name: "blind-seen", least: 95 },
  { name: "blind-unseen", least: 95 },
  { name: "second-blind", least: 145 },
  { name: "kinds", least: 40 },
  { name: "third-blind", least: 100 },
])("phrases $name", ({ name, least }) => {
  const phrases = phrasesOf(name).filter(({ right }) => right.some((tool) => known.has(tool)));
  const missed = phrases.filter(({ phrase, right }) => !toolsFor(phrase).some((tool) => right.includes(tool)));

  it("find the right operation among the first three, at least 92 of 100", () => {
    expect(phrases.length).toBeGreaterThanOrEqual(least);
    const shown = missed.map(({ phrase, right }) => `${phrase}: ${right.join(" or ")}, found ${toolsFor(phrase).join(", ")}`);
    expect(missed.length, shown.join("\n")).toBeLessThanOrEqual(Math.floor(phrases.length * 0.08));
  });

  it("never find a write first for a question about what is", () => {
    const effectOf = (tool: string | undefined) => manifest.find((entry) => entry.tool === tool)?.effect;
    const wrong = phrases.filter(({ phrase, kind, right }) => {
      const [first] = toolsFor(phrase);
      return kind === "reading" && first !== undefined && effectOf(first) !== "read" && !right.includes(first);
    });
    expect(wrong.map(({ phrase }) => `${phrase}: ${toolsFor(phrase).join(", ")}`)).toEqual([]);
  });
});

describe.skipIf(UNSEEN !== undefined)("what people say in words of their own", () => {
  it.each([
    ["chuck the poll", "delete_webinar_poll"],
    ["bulk sign up people", "import_registrants"],
    ["bulk-register people", "import_registrants"],
    ["webinars in October", "list_webinar_calendar"],
    ["all hosts this month", "list_webinar_calendar"],
    ["ditch the backdrop", "delete_virtual_backgrounds"],
    ["put them on the podium", "add_panelists"],
    ["turn the applicants down", "deny_webinar_registrants"],
    ["which uploads are stuck", "list_imports"],
    ["do we stream to Vimeo", "get_webinar_live_stream"],
    ["do the same people return to our events", "compare_attendance"],
    ["did they watch on a tablet", "list_dashboard_participants"],
    ["in plain words: a webinar every Monday", "create_from_sentence"],
    ["we are done with the badge designs", "delete_name_tags"],
  ])("is found: %s", (phrase, tool) => {
    expect(toolsFor(phrase)).toContain(tool);
  });
});

describe.skipIf(UNSEEN !== undefined)("a search for operations", () => {
  it("finds exactly what is named, by tool and by id", () => {
    expect(toolsFor("get_webinar")).toEqual(["get_webinar"]);
    expect(toolsFor(" webinars.get ")).toEqual(["get_webinar"]);
  });

  it("finds settings by the name and the meaning of their field", () => {
    const changing = find("turn on the reminder mail before the start", 3)[0];
    expect(changing).toMatchObject({ entry: { id: "webinars.update" } });
    expect(changing?.fields).toContain("settings.attendees_and_panelists_reminder_email_notification");
    expect(find("reminder mail before the start", 3).map(({ entry }) => entry.id)).toContain("webinars.update");
    expect(find("reminder", 3).flatMap(({ fields }) => fields)).toContain("settings.attendees_and_panelists_reminder_email_notification");
    expect(find("practice session", 3).flatMap(({ fields }) => fields)).toContain("settings.practice_session");
    expect(find("passcode of a new webinar", 3).flatMap(({ fields }) => fields)).toContain("password");
  });

  it("ranks the operations that take a field first if its exact name is asked for", () => {
    const found = find("follow_up_attendees_email_notification", 3);
    expect(found[0]?.entry.id).toMatch(/^webinars\./);
    for (const { exact } of found.slice(0, 2)) expect(exact).toEqual(["settings.follow_up_attendees_email_notification"]);
  });

  it("finds nothing for what has no word in common with any operation, and stays quick on long questions", () => {
    expect(find("xyzzy", 3)).toEqual([]);
    const begun = performance.now();
    find("who signed up ".repeat(5_000), 3);
    expect(performance.now() - begun).toBeLessThan(200);
  });

  it("has at least 25 phrases for every operation, none of them twice in one", { timeout: 120_000 }, async () => {
    for (const { id, load } of manifest) {
      const phrases = ((await load()).alsoKnownAs ?? "").split(",").map((phrase) => phrase.trim());
      expect(phrases.length, id).toBeGreaterThanOrEqual(25);
      expect(new Set(phrases).size, id).toBe(phrases.length);
    }
  });
});

describe.skipIf(UNSEEN !== undefined)("a question after a webinar", () => {
  it.each(["who came", "turnout", "no-shows", "how long did they stay"])("%s finds the attendance report among the first three", (phrase) => {
    expect(toolsFor(phrase)).toContain("get_attendance_report");
  });
});

describe.skipIf(UNSEEN !== undefined)("what a stranger did not find", () => {
  it.each([
    ["make my webinar repeat every week", "update_webinar", 3],
    ["register 45 people at once from a list", "import_registrants", 1],
    ["bulk sign-up from excel", "import_registrants", 2],
    ["move one date of the series to another day", "update_webinar", 1],
  ])("%s finds %s among the first %i", (phrase, tool, most) => {
    expect(toolsFor(phrase, most)).toContain(tool);
  });
});
