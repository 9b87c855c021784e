import { describe, expect, it } from "vitest";
import { readPrompt } from "./read-prompt.ts";

/** A Tuesday, three in the afternoon in Berlin. */
const TUESDAY = Date.UTC(2026, 11, 1, 14);
const read = (prompt: string, hostZone = "Europe/Berlin") => readPrompt(prompt, { nowMs: TUESDAY, hostZone });

describe("a time at night", () => {
  it.each([
    ['webinar "Owls" on 12 December at 11 at night', "2026-12-12T23:00:00"],
    ['webinar "Owls" on 12 December at 2 in the night', "2026-12-12T02:00:00"],
    ['webinar "Owls" on Saturday night at 8', "2026-12-05T20:00:00"],
    ['webinar "Owls" tomorrow night at 9:30', "2026-12-02T21:30:00"],
    ["Webinar „Eulen“ am 12. Dezember um 11 Uhr nachts", "2026-12-12T23:00:00"],
    ["Webinar „Eulen“ am 12. Dezember um 2:30 Uhr nachts", "2026-12-12T02:30:00"],
    ["Webinar „Eulen“ Samstagabend um 8", "2026-12-05T20:00:00"],
    ["webinaire « Hiboux » le 12 décembre à 2h de la nuit", "2026-12-12T02:00:00"],
  ])("is before midnight in the evening and after it in the small hours: %s", async (prompt, local) => {
    expect((await read(prompt)).starts.local).toBe(local);
  });

  it.each(['webinar "Owls" tonight at 1', 'webinar "Owls" on 12 December at 12 at night', "Webinar „Eulen“ am 12. Dezember um 12 Uhr nachts"])(
    "is refused if it may be one day or the next: %s",
    async (prompt) => {
      await expect(read(prompt)).rejects.toThrow(/one day or the next|beginning or the end of a day/);
    },
  );
});

describe("a word that is a number or a letter elsewhere", () => {
  it.each([
    ["I am planning a webinar about fish tomorrow at 15:00", { duration: 60, topic: "fish" }],
    ["at half past two a webinar called Lanterns on 10 December", { starts: { local: "2026-12-10T14:30:00" } }],
    ["Tax Update, Tuesday Dec 8 - 3pm - 45m", { starts: { local: "2026-12-08T15:00:00" }, duration: 45 }],
    ["Tax Update Dec 10 3pm, 2h", { starts: { local: "2026-12-10T15:00:00" }, duration: 120 }],
    ['webinar "X" 10 December 10:00 UTC 90 minutes', { starts: { utc: "2026-12-10T10:00:00Z" }, duration: 90 }],
  ])("is read by what is beside it: %s", async (prompt, expected) => {
    expect(await read(prompt)).toMatchObject(expected);
  });
});

describe("a day beside a rhythm", () => {
  it.each([
    'every month on the 1st and on the 15th at 11am, 6 sessions, webinar "Budget"',
    "jeden Monat am 1. und am 15. um 11 Uhr, 6 Termine, Webinar „Budget“",
    "tous les mois le 1er et le 15 à 11h, 6 séances, webinaire « Budget »",
    'webinar "Budget" on 10 December at 10:00, every Tuesday, 4 times',
    "Webinar „Budget“ am 10. Dezember jeden Dienstag um 9 Uhr, 4 Termine",
    "webinaire « Budget » le 10 décembre, chaque mardi à 9h, 4 séances",
  ])("is refused if the series has no such date: %s", async (prompt) => {
    await expect(read(prompt)).rejects.toThrow(/not a date of the series|two days of a month/);
  });

  it.each([
    ['webinar "Budget" every Tuesday at 10:00 starting 10 December, 4 times', "2026-12-15"],
    ["every other Sunday at 10:00 starting Monday 11 January, 2 times, webinar about tides", "2027-01-17"],
    ["every Monday at 9am from January, 4 sessions, webinar about tides", "2027-01-04"],
    ['webinar every Friday at noon starting next month, 3 sessions, "Brown Bag"', "2027-01-01"],
    ["Webinar „Einstieg“ ab Januar jeden Dienstag um 10 Uhr, 3 Termine", "2027-01-05"],
    ["webinaire « Reprise » à partir de février, tous les jeudis à 14h, 3 séances", "2027-02-04"],
    ["monthly webinar on the second Tuesday at 10am for 5 months, called Policy", "2026-12-08"],
    ["monatliches Webinar am zweiten Dienstag um 10 Uhr, 3 Termine, „Recht“", "2026-12-08"],
    ["webinaire mensuel, deuxième mardi, 10h, 3 séances, « Veille »", "2026-12-08"],
    ["Daily standup webinar weekdays at 9, from 7 December until 18 December", "2026-12-07"],
    ["webinar mon wed fri 10am, 6 sessions, from Dec 7, called Drill", "2026-12-07"],
    ["Webinar „Sport“ mo mi fr um 8 Uhr, 6 Termine, ab 7. Dezember", "2026-12-07"],
  ])("says when the series begins: %s", async (prompt, first) => {
    expect((await read(prompt)).series?.dates[0]?.local.slice(0, 10)).toBe(first);
  });

  it.each([
    "webinar called Tyres in January at 10am",
    "Webinar „Reifen“ im Januar um 10 Uhr",
    "weekly webinar called Tyres from January at 10am, 3 times",
  ])("has to be named if a month alone does not say it: %s", async (prompt) => {
    await expect(read(prompt)).rejects.toThrow(/no day|which day/);
  });
});

describe("a day", () => {
  it.each([
    ["Saturday 03/04/2027 10am webinar about tides", "UTC", "2027-04-03"],
    ["Thursday 03/04/2027 10am webinar about tides", "UTC", "2027-03-04"],
    ['Our last webinar this year: "Looking Back", 17 December at 4pm', "UTC", "2026-12-17"],
    ['webinar "New Leaf" next month on the 12th at 11am', "UTC", "2027-01-12"],
    ['Webinar: "Lithium". 3 Feb 2028. 11:00.', "UTC", "2028-02-03"],
    ["Webinar „Lithium“ am 3. Februar 2028. 11 Uhr.", "UTC", "2028-02-03"],
    ["Webinaire « Lithium » le 3 février 2028. 11h.", "UTC", "2028-02-03"],
    ["webinar about the Tuesday market on Friday at 3pm", "UTC", "2026-12-04"],
    ["heute in 14 Tagen um 10 Uhr Webinar „Kasse“", "UTC", "2026-12-15"],
    ["morgen in einer Woche um 10 Uhr Webinar „Kasse“", "UTC", "2026-12-09"],
    ["demain en huit à 14h, webinaire « Caisse »", "UTC", "2026-12-09"],
    ["today in two weeks at 3pm webinar about tides", "UTC", "2026-12-15"],
  ])("is settled by what is beside it: %s", async (prompt, zone, day) => {
    expect((await read(prompt, zone)).starts.local.slice(0, 10)).toBe(day);
  });

  it.each([
    ["webinar on Tuesday 9 December at 2pm called Boats", /is a Wednesday, not a Tuesday; the Tuesday is 8 December 2026/],
    ["Friday 01/05/2027 webinar about tides 9am", /may be 1 May or 5 January/],
    ['webinar "Y" 18 December this month 2027 at 4pm', /not understood|not in what/],
  ])("is refused with both days: %s", async (prompt, message) => {
    await expect(read(prompt, "UTC")).rejects.toThrow(message);
  });

  it.each([
    "Dec 10 at 3pm or so",
    "Dec 10 from 3 to 4 or 4 to 5",
    "Dec 10 at 3pm-ish",
    "Dec 10 at 3pm at the latest",
    "Dec 10 at 9am for an hour or two",
  ])("or a time that leaves a choice is refused: %s", async (when) => {
    await expect(read(`webinar "Tides" ${when}`)).rejects.toThrow(/names no exact/);
  });
});

describe("a time zone", () => {
  it.each([
    ['webinar "X" on 10 December at 10:00 UTC+5:45', "Europe/Berlin", "2026-12-10T04:15:00Z"],
    ['webinar "X" on 10 December 2pm (GMT+9:30)', "Europe/Berlin", "2026-12-10T04:30:00Z"],
    ['webinar "X" Dec 10 at 9am PT / noon ET', "Europe/Berlin", "2026-12-10T17:00:00Z"],
    ['webinar "X" Dec 10, 3pm London time (4pm Berlin)', "America/New_York", "2026-12-10T15:00:00Z"],
    ['webinar "X" Dec 10 at 10am CST', "Asia/Shanghai", "2026-12-10T02:00:00Z"],
    ['webinar "X" Dec 10 at 3pm AST', "America/New_York", "2026-12-10T19:00:00Z"],
    ['webinar "X" Dec 10 at 3pm AST', "Asia/Riyadh", "2026-12-10T12:00:00Z"],
    ['webinar "X" Dec 10 at 10am CST', "America/New_York", "2026-12-10T16:00:00Z"],
    ['webinar "X" on Dec 10 at 3pm WITA', "Europe/Berlin", "2026-12-10T07:00:00Z"],
    ["webinaire « X » le 10 décembre à 9h heure de Montréal", "Europe/Paris", "2026-12-10T14:00:00Z"],
  ])("is read: %s", async (prompt, zone, utc) => {
    expect((await read(prompt, zone)).starts.utc).toBe(utc);
  });

  it.each([
    ['webinar "X" on 4 July 2027 at 9am PST', /16:00 UTC by the clocks there, PDT, or 17:00 UTC by PST/],
    ['webinar "X" on 15 January 2027 at 3pm BST', /15:00 UTC by the clocks there, GMT, or 14:00 UTC by BST/],
    ["Webinar „X“ am 20. Juli 2027 um 10 Uhr MEZ", /08:00 UTC by the clocks there, MESZ, or 09:00 UTC by MEZ/],
    ['webinar "X" on 9 December at 5pm IST', /Kolkata \(11:30 UTC\), Jerusalem \(15:00 UTC\)/],
    ['webinar "X" on Dec 10 at 10am PT (2pm ET)', /not the same.*60 minutes apart/],
    ['webinar "X" on Dec 10 at 3pm XQZT', /names no time zone that we know/],
    ['webinar "X" on Dec 10 at 3pm their time', /whose zone "their time" is/],
    ['webinar "X" on Dec 10 at 10:00 UTC+7:20', /not the time of any one place/],
  ])("is refused with both moments: %s", async (prompt, message) => {
    await expect(read(prompt)).rejects.toThrow(message);
  });

  it("names the hours on both sides of one that a clock change skips", async () => {
    await expect(read('webinar "X" on 28 March 2027 at 2:30am')).rejects.toMatchObject({
      hint: expect.stringMatching(/2027-03-28T01:30 or 2027-03-28T03:30/),
    });
  });
});

describe("a setting", () => {
  it.each([
    ["Webinar „X“ am 11. Dezember um 10 Uhr mit Kenncode 482117 und Registrierung", { passcode: "482117", registration: "automatic" }],
    [
      "Webinar „X“ am 11. Dezember um 10 Uhr mit Anmeldung, Fragerunde und Probelauf",
      { registration: "automatic", qa: true, practice_session: true },
    ],
    ["webinaire « X » le 11 décembre à 9h avec mot de passe lune9 et inscription", { passcode: "lune9", registration: "automatic" }],
    ["webinaire « X » le 11 décembre à 9h avec inscription soumise à approbation", { registration: "manual" }],
    ['webinar "X" Dec 11 9am with passcode tide7, registration and Q&A', { passcode: "tide7", registration: "automatic", qa: true }],
    ['webinar "X" Dec 11 9am, attendees sign up in advance', { registration: "automatic" }],
    ['Hi,\n\nwebinar "X" on Dec 11 at 9am. The passcode is walk5.\n\nThanks so much,\nGreg', { passcode: "walk5" }],
  ])("is taken over behind another as well: %s", async (prompt, settings) => {
    expect((await read(prompt)).settings).toEqual(settings);
  });

  it.each([
    ["webinar about visitor registration tomorrow at 17:00", "visitor registration"],
    ["Webinar zum Thema Anmeldung am 10. Dezember um 9 Uhr", "Anmeldung"],
    ["webinaire sur les inscriptions en ligne le 10 décembre à 9h", "les inscriptions en ligne"],
  ])("within a topic is the topic: %s", async (prompt, topic) => {
    expect(await read(prompt)).toMatchObject({ topic, settings: {} });
  });

  it.each([
    'webinar "X" Dec 10 3pm, alternative host Ada',
    'webinar "X" Dec 10 3pm, no passcode',
    'webinar "X" Dec 10 3pm passcode 12 34 56',
    'webinar "X" Dec 10 3pm, passcode "open sesame"',
    "Webinar „X“ am 10. Dezember um 9 Uhr mit Passwort und Anmeldung",
    "webinaire « X » le 10 décembre à 9h, code d'accès lune 9",
  ])("that is not understood is never left out in silence: %s", async (prompt) => {
    await expect(read(prompt)).rejects.toThrow(/is about a setting|passcode ends|without an address/);
  });

  it("is not kept from being read by panelists without an address: the preview names them", async () => {
    const { topic, uninvited, unused, assumed } = await read('webinar "X" Dec 10 3pm, panelists: Ada and Grace');
    expect({ topic, uninvited, unused }).toEqual({ topic: "X", uninvited: ["Ada", "Grace"], unused: ["panelists: Ada and Grace"] });
    expect(assumed).toContain("Zoom invites panelists by e-mail, and no address was named for Ada, Grace: add them later.");
  });
});

describe("a greeting", () => {
  it.each([
    ["Morning! Can you book a webinar called Yeast for Thursday at 14:00", "2026-12-03T14:00:00"],
    ['Evening all, webinar "Compost" on 10 December at 19:00 please', "2026-12-10T19:00:00"],
    ["Morgen zusammen, bitte ein Webinar „Hefe“ am Donnerstag um 14 Uhr", "2026-12-03T14:00:00"],
  ])("says nothing about the time: %s", async (prompt, local) => {
    expect((await read(prompt)).starts.local).toBe(local);
  });
});

describe("a topic that may be another", () => {
  it.each([
    ["10 December 3pm, hybrid, Salt marshes", "hybrid, Salt marshes"],
    ["Salt marshes, north group, 10 December 3pm", "Salt marshes"],
    ["10 December 3pm CBAM reporting", "reporting"],
    ["Subject: Booking for spring\n\nHi Owen, please add Salt marshes on 10 December at 3pm. Thanks, Nia", "Salt marshes"],
    ["Subject: Salt\n\nTitle: Salt marshes\nDate: 10 December\nTime: 3pm", "Salt"],
  ])("is shown with the other: %j", async (prompt, other) => {
    expect((await read(prompt)).assumed).toContainEqual(expect.stringContaining(`it may be "${other}".`));
  });

  it("stands beside it in the preview, whichever of two lines is read", async () => {
    const { topic, assumed } = await read("Hi Owen\nwebinar on 10 December at 3pm please\nSalt marshes in winter\nFriends of the north coast");
    for (const line of ["Salt marshes in winter", "Friends of the north coast"]) expect([topic, ...assumed].join("\n")).toContain(line);
  });
});
