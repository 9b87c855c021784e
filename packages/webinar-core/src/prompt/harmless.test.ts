import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (text: string) => readSentence(text, { nowMs: Date.parse("2027-01-11T09:00:00Z"), hostZone: "Europe/London" });
const WOUNDS = { local: "2027-03-08T14:00:00", topic: "Wound Care" };

describe("a clause that speaks of people", () => {
  it.each([
    "Webinar „Wound Care“ am 8. März um 14 Uhr, mehr Zeit braucht's nicht",
    "webinaire « Wound Care » le 8 mars à 14h, mais y a pas le feu",
    "Wound Care, 8 March 2pm. I've kept that afternoon free for it.",
    "Wound Care, 8 March 2pm; I'm sending this over the weekend so that it isn't forgotten.",
    "Wound Care, 8 March 2pm. My user teaches all week, which is why it has to be a weekend.",
    'Wound Care, 8 March 2pm. The chair said "parents never manage it". The webinar is called Wound Care.',
    "Wound Care, 2pm London time on 8 March. We ourselves sit in New Zealand, but the audience does not.",
    "Wound Care for ada@example.com, 8 March 2pm; she'll be travelling and can't set it up herself.",
    "forgot to say yesterday, Wound Care is 8 March, 2pm",
  ])("is listed as not used: %s", (said) => {
    const reading = read(said);
    expect(reading).toMatchObject(WOUNDS);
    expect(reading.unused.length).toBeGreaterThan(0);
  });

  it.each([
    ["Wound Care, 8 March 2pm, we can't start before 3", /before 3/],
    ["Wound Care, 8 March 2pm, but we may move it", /./],
    ["Wound Care, 8 March at 7, our members prefer the evening", /evening/],
    ["Wound Care, 8 March 2pm, everybody needs authorisation", /setting/],
    ["Wound Care, 8 March 2pm, not under my name", /not under my name/],
    ["The time is Accra's. Wound Care 8 March 2pm", /time zone/],
    ["Wound Care, 8 March 2pm, our people all need the recording", /setting/],
  ])("is refused if it may matter: %s", (said, about) => {
    expect(() => read(said)).toThrow(about);
  });
});

describe("a quote of what somebody said", () => {
  it.each([
    [
      'The user said "45 minutes, not a second more"; the webinar is called Old Endpoints and starts 8 March at 2pm',
      { topic: "Old Endpoints", duration: 45 },
    ],
    [
      'The chair\'s words were "no registration, parents never manage it". The webinar is called School Lunches, 8 March, 2 pm.',
      { topic: "School Lunches", settings: { registration: "none" } },
    ],
    ['My user writes: "put Responsible Backups on 8 March at 2 pm". Please create that webinar.', { topic: "Responsible Backups" }],
  ])("is no title: %s", (said, expected) => {
    expect(read(said)).toMatchObject({ ...expected, local: "2027-03-08T14:00:00" });
  });
});

describe("a negation a few words in front of a setting", () => {
  it.each(["Bees tomorrow 3pm, don't you dare record it", "Bees tomorrow 3pm, we do not want you to record it"])(
    "is never passed over: %s",
    (said) => {
      expect(() => read(said)).toThrow(/turn|change/);
    },
  );

  it("turns it off if it says so plainly", () => {
    expect(read("Bees tomorrow 3pm, dont actually record it").settings).toEqual({ recording: "none" });
  });

  it.each(["Bees tomorrow 3pm and please don't forget to record it", "Bees tomorrow 3pm, don't worry, record it to the cloud"])(
    "belongs to another word, so the setting is on: %s",
    (said) => {
      expect(read(said).settings).toEqual({ recording: "cloud" });
    },
  );
});
