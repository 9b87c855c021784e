import { describe, expect, it } from "vitest";
import { readMoment } from "./read-moment.ts";
import { readPrompt } from "./read-prompt.ts";

const read = (sentence: string, hostZone = "Europe/London") => readPrompt(sentence, { nowMs: Date.parse("2027-01-20T10:00:00Z"), hostZone });

describe("a topic that is neither in quotes nor introduced", () => {
  it.each([
    ["Bitte legen Sie für den 8. März um 15 Uhr das Webinar Heizkosten an.", "Heizkosten"],
    ["Am 8. März um 14 Uhr dreht sich alles um Bienen im Garten", "Bienen im Garten"],
    ["Am 8. März um 14 Uhr findet unser Webinar Bienen im Garten statt", "Bienen im Garten"],
    ["Le 8 mars à 14h nous parlerons des abeilles en ville", "abeilles en ville"],
    ["Le 8 mars à 14h, nous tenons la permanence logement.", "permanence logement"],
    ["Nurses want a webinar on 8 March at 2pm to go through wound care", "wound care"],
    ["Put Wound care down for 8 March at 2pm", "Wound care"],
    ["We're doing a webinar about trail running and it lasts fifty minutes, 8 March 2pm", "trail running"],
    ["8 March at 2pm Wound care, questions at the end", "Wound care"],
    ["Wound care is what the nurses asked for, 8 March 2pm", "Wound care"],
  ])("is read out of the clause around it: %s", async (sentence, topic) => {
    expect((await read(sentence)).topic).toBe(topic);
  });

  it.each([
    ["8 March at 2pm. We thought Wound care for beginners would be good", "Wound care for beginners"],
    ["On 8 March at 2pm the library opens its doors to Story Time", "Story Time"],
    ["Am 8. März um 14 Uhr stellt Frau Huber ihre Arbeit mit Bienen vor", "Arbeit mit Bienen"],
    ["Le 8 mars à 14h, notre équipe présentera Les abeilles en ville", "Les abeilles en ville"],
  ])("is refused if it still is a part of a sentence, unless a second reader is very sure: %s", async (sentence, name) => {
    const outcome = await read(sentence).then(
      ({ topic }) => topic,
      (error: unknown) => String(error),
    );
    expect([name, expect.stringMatching(/the topic is not clear: ".+" is a part of a sentence/)]).toContainEqual(outcome);
  });

  it.each([
    ["Next Tuesday at 4pm Grace Obi presents Safer Ladders", "may say who hosts"],
    ["Am 8. März um 10 Uhr moderiert Jana Weiß das Webinar Wärmepumpen", "may say who hosts"],
    ["8 March at 2pm Wound care, chaired by the matron", "may name somebody who takes part"],
    ["8 March 2pm, Why rent is rising, remind people 1 hour before", "asks for a reminder"],
    ["Am 8. März um 14 Uhr Mietrecht, bitte die Teilnehmer eine Stunde vorher erinnern", "asks for a reminder"],
    ["8 mars 14h, Droit au bail, rappel une heure avant", "asks for a reminder"],
  ])("holds neither a host nor a reminder: %s", async (sentence, why) => {
    await expect(read(sentence)).rejects.toThrow(why);
  });

  it.each([
    "How we plan releases",
    "What we learned",
    "Content is king",
    "things we like",
    "sheep scab and how to keep it out",
    "Building resilience that lasts",
    "Donnez du sens à vos données",
  ])("may be a clause if it is a title: %s", async (title) => {
    expect((await read(`${title}, 8/3/2027 15:00`)).topic).toBe(title);
  });
});

describe("a date in numbers that only the host's zone decides", () => {
  it.each([
    ["America/New_York", "03/04/2027 was read as 4 March, as in America/New_York."],
    ["Europe/London", "03/04/2027 was read as 3 April, as in Europe/London."],
  ])("says how it was read in %s", async (zone, note) => {
    expect((await read("Wound care 03/04/2027 3pm", zone)).assumed).toContain(note);
    expect(readMoment("03/04/2027 3pm", { nowMs: Date.parse("2027-01-20T10:00:00Z"), hostZone: zone }, "start_time").notes).toEqual([note]);
  });

  it.each(["Wound care 23/04/2027 3pm", "Wound care 04/04/2027 3pm", "Wound care Saturday 03/04/2027 3pm"])(
    "says nothing if the date has one reading: %s",
    async (sentence) => {
      expect((await read(sentence)).assumed.filter((note) => note.includes("was read as"))).toEqual([]);
    },
  );
});

describe("a length, an end and a second telling of the time", () => {
  it.each([
    ["Wound care 8 March 2pm, allow an hour and three quarters", 105],
    ["Wound care 8 March 2pm, allow two hours and a half", 150],
    ["one and half hours, Wound care 8 March 2pm", 90],
    ["Wound care on 8 March at 3pm and finish by twenty to five", 100],
    ["Le 8 mars à 10h, Le bail, durée septante-cinq minutes", 75],
    ["Am 8. März 16h00 bis 17h30: Mietrecht", 90],
    ["Wound care at 9am PT on 24 March 2027 (that is 4pm for us in London)", 60],
  ])("is read: %s", async (sentence, minutes) => {
    expect((await read(sentence)).duration).toBe(minutes);
  });

  it("is refused if the second telling is another moment", async () => {
    await expect(read("Wound care at 9am PT on 24 March 2027 (that is 6pm for us in Berlin)")).rejects.toThrow("two times that are not the same");
  });
});
