import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const NOW = Date.parse("2026-11-30T10:00:00Z");
const read = (prompt: string, hostZone = "Europe/London") => readSentence(prompt, { nowMs: NOW, hostZone });

describe("a time that is said again by the clocks of whoever asks", () => {
  it.each([
    "Bees 2 Sept at 11 a.m. Toronto time (4pm for us)",
    "Bees, 2 Sept, 11am Toronto time (that's 4pm here)",
    "Bees, 2 Sept at 11am Toronto time, so 4pm our time",
    "Bees 2 Sept at 11am Toronto time (16:00 our end).",
  ])("is the same moment: %s", (prompt) => {
    expect(read(prompt)).toMatchObject({ topic: "Bees", local: "2027-09-02T11:00:00", timezone: "America/Toronto" });
  });

  it("is the same in German and French", () => {
    expect(read("Bienen, 2. September 2027 um 11 Uhr Toronto (17 Uhr bei uns)", "Europe/Berlin").local).toBe("2027-09-02T11:00:00");
    expect(read("Les abeilles, le 2 septembre 2027 à 11h heure de Toronto (17h chez nous)", "Europe/Paris").local).toBe("2027-09-02T11:00:00");
  });

  it("is refused with both if it is another moment, or if the first names no zone", () => {
    expect(() => read("Bees 2 Sept at 11 a.m. Toronto time (5pm for us)")).toThrow(
      "two times that are not the same: 11:00 in America/Toronto and 17:00 in Europe/London are 60 minutes apart",
    );
    expect(() => read("Bees 2 Sept at 11 a.m. (4pm for us)")).toThrow("it names two times, 11:00 and 16:00");
  });
});

describe("a time without a word for it", () => {
  it.each([
    ["tues + thurs 0800, Toolbox Talks, start 5 jan, 6 times", "2027-01-05T08:00:00"],
    ["tues 0800, Toolbox Talks", "2026-12-01T08:00:00"],
    ["Toolbox Talks every tues and thurs 1430, 6 times", "2026-12-01T14:30:00"],
    ["Mondays 0800, Toolbox Talks, 6 times", "2026-12-07T08:00:00"],
    ["When: Thu 12 Aug 2027, 10.30\nWhat: Toolbox Talks", "2027-08-12T10:30:00"],
    ["Thu 12 Aug 2027, 10.30 Toolbox Talks", "2027-08-12T10:30:00"],
  ])("is read behind a day: %s", (prompt, local) => {
    expect(read(prompt)).toMatchObject({ topic: "Toolbox Talks", local });
  });
});

describe("what stands around a topic", () => {
  it.each([
    ["Bees, every Tuesday, 5:30pm, from April until 30 September", { topic: "Bees", local: "2027-04-06T17:30:00" }],
    ['On 27 January at 1pm HR presents "From 9 to 5 to Anytime"', { topic: "From 9 to 5 to Anytime", unused: ["HR presents"] }],
    ["14th sept 5pm pls for cyber insurance renewals, I owe you one", { topic: "cyber insurance renewals", unused: ["I owe you one"] }],
    ["un webinaire le 9 juin à 17h, c pour Secourisme de base", { topic: "Secourisme de base" }],
  ])("is no part of it: %s", (prompt, expected) => {
    expect(read(prompt)).toMatchObject(expected);
  });

  it.each([
    [
      "every other friday, 3pm, starting 5 March, 4 goes all up: Bees",
      { recurrence: { type: 2, repeat_interval: 2, weekly_days: "6", end_times: 4 } },
    ],
    [
      "Bees, mons + thurs, 5:30pm, apr 5 till apr 29 pls",
      { recurrence: { type: 2, repeat_interval: 1, weekly_days: "2,5", end_date_time: "2027-04-29" } },
    ],
    ["Bees, 5 May 3pm with sam@example.com as alternative host, practice session too", { settings: { practice_session: true } }],
    ["Bees, 5 May 3pm, registration as well please", { settings: { registration: "automatic" }, unused: [] }],
    [
      "Bees, Mon 19 July 1pm\npanellists - jo@example.com + bec@example.com\nno rego needed\nta",
      { settings: { panelists: [{ email: "jo@example.com" }, { email: "bec@example.com" }], registration: "none" } },
    ],
    [
      "webinaire le 11 mai 15h « Bees », session d'entraînement avant svp et pas d'enregistrement",
      { settings: { practice_session: true, recording: "none" } },
    ],
  ])("is read as what it says: %s", (prompt, expected) => {
    expect(read(prompt)).toMatchObject({ topic: "Bees", ...expected });
  });

  it("an abbreviation that may be a zone is refused, whatever it does", () => {
    expect(() => read('On 27 January at 1pm WXYT presents "From Nine to Five"')).toThrow("names no time zone that we know");
  });
});
