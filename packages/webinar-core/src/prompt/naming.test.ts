import { describe, expect, it } from "vitest";
import { readPrompt } from "./read-prompt.ts";

const read = (sentence: string) => readPrompt(sentence, { nowMs: Date.parse("2027-01-20T10:00:00Z"), hostZone: "Europe/London" });

const ENGLISH = "Book a webinar on 8 March at 2pm.";
const GERMAN = "Bitte ein Webinar am 8. März um 14 Uhr.";
const FRENCH = "Programme un webinaire le 8 mars à 14h.";

describe("a sentence that only names the topic", () => {
  it.each([
    [`${ENGLISH} The title is Wound Care.`, "Wound Care"],
    [`${ENGLISH} The name of it is Wound Care.`, "Wound Care"],
    [`${ENGLISH} Wound Care is the title.`, "Wound Care"],
    [`${ENGLISH} Let's call it Wound Care.`, "Wound Care"],
    [`${ENGLISH} We'll call it Wound Care.`, "Wound Care"],
    [`${ENGLISH} We're calling it Wound Care. Cheers, Doug`, "Wound Care"],
    [`${ENGLISH} It's about wound care.`, "wound care"],
    [`${ENGLISH} The title is Mondays Without Meat.`, "Mondays Without Meat"],
    ["Wound Care is the topic. Book it for 8 March at 2pm.", "Wound Care"],
    [`${GERMAN} Der Titel ist Mietrecht.`, "Mietrecht"],
    [`${GERMAN} Es heißt Mietrecht für Anfänger.`, "Mietrecht für Anfänger"],
    [`${GERMAN} Wir nennen es Mietrecht.`, "Mietrecht"],
    [`${GERMAN} Mietrecht ist das Thema.`, "Mietrecht"],
    [`${FRENCH} Le titre : Vendre en fin de semaine.`, "Vendre en fin de semaine"],
    [`${FRENCH} Ça s'appelle Le bail.`, "Le bail"],
    [`${FRENCH} On l'appelle Droit au bail.`, "Droit au bail"],
    [`${FRENCH} C'est sur les tickets-restaurant.`, "tickets-restaurant"],
    [`${FRENCH} Le sujet, c'est Droit au bail.`, "Droit au bail"],
    [`${FRENCH} Droit au bail est le titre.`, "Droit au bail"],
  ])("gives it, and the others say when: %s", async (sentence, topic) => {
    const { topic: said, starts } = await read(sentence);
    expect([said.replace(/^les /, ""), starts.local]).toEqual([topic, "2027-03-08T14:00:00"]);
  });

  it("keeps what is said about the webinar behind the name", async () => {
    expect(await read(`${ENGLISH} We're calling it Wound Care and registration is required.`)).toMatchObject({
      topic: "Wound Care",
      settings: { registration: "automatic" },
    });
  });

  it("does not hide who takes part", async () => {
    await expect(read(`${ENGLISH} It's about wound care, chaired by the matron.`)).rejects.toThrow("may name somebody who takes part");
  });

  it("does not hide the only day", async () => {
    expect((await read("Book a webinar at 2pm. The title is Wound Care on Monday.")).starts.local).toBe("2027-01-25T14:00:00");
  });
});

describe("a form with labels of its own", () => {
  it.each([
    ["Name of event: Wound Care\nDay: 8 March 2027\nStart time: 2pm", "Wound Care", 60],
    ["WEBINAR REQUEST FORM\nSession: Wound Care\nWhen: 8 March 2027, 2pm\nType: webinar", "Wound Care", 60],
    ["Event: 30 Minutes to Wound Care\nWhen: 8 March 2027, 2pm\nRuns for: an hour", "30 Minutes to Wound Care", 60],
    ["Event: Friday at Three\nWhen: 8 March 2027, 2pm\nLength of webinar: 45 minutes", "Friday at Three", 45],
    ["Was: Mietrecht am Montag\nWann: 8. März 2027, 14 Uhr\nWo: Zoom", "Mietrecht am Montag", 60],
    ["Quoi : Droit au bail\nQuand : lundi 8 mars 2027, 14h\nOù : Zoom", "Droit au bail", 60],
    ["From: Ann <ann@example.com>\nDate: Mon, 4 Jan 2027 at 09:02\nSubject: Wound Care\n\nHi, can you book 8 March 2027, 1400hrs?", "Wound Care", 60],
  ])("names the event, whatever stands in its name: %j", async (sentence, topic, minutes) => {
    const { topic: said, starts, duration } = await read(sentence);
    expect([said, starts.local, duration]).toEqual([topic, "2027-03-08T14:00:00", minutes]);
  });

  it.each([
    "Programme: Wound Care\nHeld: every Tuesday, 2pm\nFirst: 9 March 2027\nLast: 23 March 2027",
    "Veranstaltung: Wound Care\nRhythmus: jeden Dienstag 14 Uhr\nVon: 9. März 2027\nBis: 23. März 2027",
    "Titre : Wound Care\nRythme : chaque mardi à 14h\nDu : 9 mars 2027\nAu : 23 mars 2027",
  ])("says how a series runs: %j", async (sentence) => {
    const { topic, series } = await read(sentence);
    expect([topic, series?.dates.map(({ local }) => local.slice(0, 10))]).toEqual(["Wound Care", ["2027-03-09", "2027-03-16", "2027-03-23"]]);
  });

  it("keeps the hour that only the name holds", async () => {
    expect((await read("Event: Wound Care at 2pm\nWhen: 8 March 2027")).starts.local).toBe("2027-03-08T14:00:00");
  });

  it("does not drop what nobody knows", async () => {
    const { topic, unused } = await read("Session: Wound Care\nWhen: 8 March 2027, 2pm\nColour: blue");
    expect([topic, unused]).toEqual(["Wound Care", ["Colour: blue"]]);
  });
});

describe("a day, a time, a length and a rhythm", () => {
  it.each([
    ["1430 thurs 18 feb webinar re: wound care", "2027-02-18T14:30:00", 60],
    ["webinar on 8 March 2027 at 14.00 hrs reg. Wound Care", "2027-03-08T14:00:00", 60],
    ["webinar for mon 8 march, quarter past 2 in the arvo: wound care", "2027-03-08T14:15:00", 60],
    ["wound care webinar - 3/4 hour - mon 8 march 2pm", "2027-03-08T14:00:00", 45],
    ["Put in a webinar for a week on Friday, half past ten in the morning. It's about wound care.", "2027-01-29T10:30:00", 60],
    ["Un webinaire d'une heure et quart le 8 mars à 14 h. Le titre : Wound Care.", "2027-03-08T14:00:00", 75],
    ["Webinar Wound Care, Mi 27. Jänner, 14:00", "2027-01-27T14:00:00", 60],
    ["Further to last week's call, book a webinar on wound care on 8 March at 2pm", "2027-03-08T14:00:00", 60],
  ])("is read: %s", async (sentence, local, minutes) => {
    const { topic, starts, duration } = await read(sentence);
    expect([topic.toLowerCase(), starts.local, duration]).toEqual(["wound care", local, minutes]);
  });

  it.each([
    ["Webinar Mietrecht an jedem ersten Dienstag im Monat um 17 Uhr, vom 2. Februar bis zum 6. April", ["2027-02-02", "2027-03-02", "2027-04-06"]],
    ["Alle 14 Tage mittwochs 13.30 Uhr, Webinar Mietrecht, erster Termin 24.02., insgesamt zweimal", ["2027-02-24", "2027-03-10"]],
    ["every weekday but wednesday 7.45am, 7 june to 11 june, webinar on Mietrecht", ["2027-06-07", "2027-06-08", "2027-06-10", "2027-06-11"]],
  ])("repeats as it is said: %s", async (sentence, dates) => {
    const { topic, series } = await read(sentence);
    expect([topic, series?.dates.map(({ local }) => local.slice(0, 10))]).toEqual(["Mietrecht", dates]);
  });

  it("is Halifax's by the name of Atlantic time", async () => {
    expect((await read("webinar on wound care, 8 March at 1 p.m. Atlantic time")).starts.timezone).toBe("America/Halifax");
  });

  it.each([
    "hosted by ann@example.com, not me - webinar Wound Care, 8 March 2pm",
    "with ann@example.com as host, rather than me: webinar 8 March 2pm, Wound Care",
  ])("is hosted by who is named, and not by who writes: %s", async (sentence) => {
    expect(await read(sentence)).toMatchObject({ topic: "Wound Care", host: "ann@example.com" });
  });

  it("is not read if nobody hosts instead", async () => {
    await expect(read("webinar Wound Care, 8 March 2pm, not me")).rejects.toThrow("may change what the sentence asks for");
  });
});
