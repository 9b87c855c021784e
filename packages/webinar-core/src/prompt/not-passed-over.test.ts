import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const NOW = Date.parse("2027-01-13T10:00:00Z");
const read = (text: string, hostZone = "Europe/London") => readSentence(text, { nowMs: NOW, hostZone });
const hintOf = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    return (error as { hint: string }).hint;
  }
  throw new Error("it was read");
};

describe("what is to be on or off", () => {
  it.each([
    ["10 March 2pm Ticket Triage + qa on", { qa: true }],
    ["10 March 2pm Ticket Triage, qa enabled", { qa: true }],
    ["webinaire Négocier le 10 mars à 11h, session pratique activée", { practice_session: true }],
    ["Could it please not be recorded? Living with Loss, 10 March at 3pm", { recording: "none" }],
    ["record on my laptop not cloud, 10 March 11am, Stocktake Survival", { recording: "local" }],
  ])("is set: %s", (said, settings) => {
    expect(read(said).settings).toEqual(settings);
  });

  it.each([
    "10 March 2pm: Bees. Captions enabled.",
    "webinaire abeilles le 10 mars à 11h, sous-titres activés",
    "10. März 14 Uhr: Bienen. Untertitel eingeschaltet.",
  ])("is refused if we do not know it: %s", (said) => {
    expect(() => read(said)).toThrow(/is about a setting/);
  });

  it.each(["April 14, 2pm: QA for Beginners", "April 14, 2pm: Lights On for Small Shops"])("is no setting within a name: %s", (said) => {
    expect(read(said).settings).toEqual({});
  });
});

describe("who may host", () => {
  it.each(['webinar "X" tomorrow at 9 hosted by nobody', 'webinar "X" tomorrow at 9, host ada', 'webinar "X" tomorrow at 9 host: grace'])(
    "is not passed over in small letters: %s",
    (said) => {
      expect(() => read(said)).toThrow(/may say who hosts/);
    },
  );
});

describe("a time", () => {
  it.each(["25:00", "9:75"])("that does not exist is called so: %s", (time) => {
    expect(() => read(`webinar "X" on Monday at ${time}`)).toThrow(`"${time}" is no time of the day`);
  });

  it.each([
    ['webinar "T" 1 Feb 2027 from 10 to 9', 660, "The end was read as 21:00, 11 hours later."],
    ['webinar "T" 1 Feb 2027 10-9', 660, "The end was read as 21:00, 11 hours later."],
  ])("that ends late by habit is named: %s", (said, duration, note) => {
    const reading = read(said);
    expect([reading.duration, reading.assumed]).toEqual([duration, expect.arrayContaining([note])]);
  });

  it("that ends soon needs no word", () => {
    expect(read('webinar "T" 1 Feb 2027 from 10 to 1').assumed.join(" ")).not.toContain("The end was read");
  });
});

it("names the other day of 03/04 if the other order is usual in the zone that is named", () => {
  expect(read('webinar "X" on 03/04/2027 at 10:00 London time', "America/New_York").assumed).toContain(
    "03/04/2027 was read as 4 March, as in America/New_York; in Europe/London it would be 3 April.",
  );
  expect(read('webinar "X" on 03/04/2027 at 10:00 UTC', "America/New_York").assumed).toContain(
    "03/04/2027 was read as 4 March, as in America/New_York.",
  );
});

describe("the way out of a refusal", () => {
  it("is said once", () => {
    expect(hintOf("webinar X on 5 May 2027 at 10 and on 12 May 2027 at 11")).toBe(
      "Name one start. Zoom repeats at one time of day. Put the topic in quotes.",
    );
  });

  it("asks for no quotes that are there", () => {
    expect(hintOf('webinar "X" on 5 May 2027 at 10 and on 12 May 2027 at 11')).toBe("Name one start. Zoom repeats at one time of day.");
  });
});

it.each([
  ["Lock in 10 March 3:30pm for Dealing with Late Payers please", "Dealing with Late Payers"],
  ["webinar 10 March 3:30pm dealing with late payers", "late payers"],
  ["10 March, 8pm. name of it: Monday Morning Sermon Panic", "Monday Morning Sermon Panic"],
  ["slt, l'allaitement et le retour au travail, webinaire, le 10 mars 15h, stp", "l'allaitement et le retour au travail"],
])("keeps the whole name: %s", (said, topic) => {
  expect(read(said).topic).toBe(topic);
});

it("names the topic that would do nearly as well", () => {
  // each alone may change when the second reader has learned anew
  const requests = [
    "Wills and Legacies evening, 23 March 7pm, no registration",
    "Adult BLS theory 28 Jan 2pm, registration required",
    "Law Society alumni night, 4 February, 6pm.",
    "third Thursday of the month at 3 pm, March to July 2027, Young Builders chat",
    "Please put the quilting guild lecture on for 7pm Eastern, March 16",
  ];
  const named = requests.filter((said) => {
    const { topic, assumed } = read(said);
    return assumed.some((note) => note.startsWith(`The topic was read as "${topic}"; it may be "`));
  });
  expect(named.length).toBeGreaterThanOrEqual(3);
});
it.each([
  "Happy Monday!",
  "Have a great weekend",
  "Enjoy your evening",
  "Schönes Wochenende",
  "Frohe Ostern",
  "Passez une bonne journée",
  "Bon week-end",
  "Belle soirée",
  "Joyeux Noël",
])("takes a wish for no day: %s", (wish) => {
  const reading = read(`webinar "Bees" on 10 March at 2pm. ${wish}`);
  expect([reading.topic, reading.local, reading.recurrence]).toEqual(["Bees", "2027-03-10T14:00:00", null]);
});

it("reads the same sentence the same way again, also after another, and at another place", () => {
  const [said, other] = ["webinar about bees tomorrow at 3, passcode tide7, host Ada", "webinaire abeilles demain à 10h"];
  const first = read(said);
  expect(read(said)).toEqual(first);
  expect(read(said, "Asia/Tokyo")).toMatchObject({ timezone: "Asia/Tokyo", local: "2027-01-14T15:00:00" });
  read(other);
  expect(read(said)).toEqual(first);
});
