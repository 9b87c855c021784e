import { readFileSync } from "node:fs";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { describe, expect, it } from "vitest";
import { manifest } from "../generated/manifest.ts";
import { createFinder } from "./index.ts";

interface Phrase {
  phrase: string;
  right: string[];
  kind?: "reading" | "writing";
}

/** Phrases by who wrote them: ourselves, and somebody who had not seen the code. */
const phrasesOf = (name: string): Phrase[] => JSON.parse(readFileSync(dataFile(`phrases/${name}.json`), "utf8")) as Phrase[];
const known = new Set(manifest.map(({ tool }) => tool));
const find = createFinder(manifest);
const toolsFor = (phrase: string, limit = 3) => find(phrase, limit).map(({ entry }) => entry.tool);

describe.each(["own", "blind-seen", "blind-unseen"])("phrases %s", (name) => {
  const phrases = phrasesOf(name).filter(({ right }) => right.some((tool) => known.has(tool)));
  const missed = phrases.filter(({ phrase, right }) => !toolsFor(phrase).some((tool) => right.includes(tool)));

  it("find the right operation among the first three, at least 92 of 100", () => {
    expect(phrases.length).toBeGreaterThanOrEqual(95);
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

describe("a search for operations", () => {
  it("finds exactly what is named, by tool and by id", () => {
    expect(toolsFor("get_webinar")).toEqual(["get_webinar"]);
    expect(toolsFor(" webinars.get ")).toEqual(["get_webinar"]);
  });

  it("finds settings by the name and the meaning of their field", () => {
    const changing = find("turn on the reminder mail before the start", 3)[0];
    expect(changing).toMatchObject({ entry: { id: "webinars.update" } });
    expect(changing?.fields).toContain("settings.attendees_and_panelists_reminder_email_notification");
    expect(find("reminder mail before the start", 3).map(({ entry }) => entry.id)).toContain("webinars.update");
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

  it("has at least ten phrases for every operation, none of them twice in one", async () => {
    for (const { id, load } of manifest) {
      const phrases = ((await load()).alsoKnownAs ?? "").split(",").map((phrase) => phrase.trim());
      expect(phrases.length, id).toBeGreaterThanOrEqual(10);
      expect(new Set(phrases).size, id).toBe(phrases.length);
    }
  });
});
